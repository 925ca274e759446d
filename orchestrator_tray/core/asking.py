"""Whether a paragraph asks its reader something, judged by its words alone."""

import re
from typing import Literal

Asking = Literal["question", "request", "courtesy", "statement"]
"""A question has its own words; a request ("Let me know which you prefer") asks without a question mark."""

QUESTION_MARKS = "?\uff1f\u061f\u037e\u055e\u1367\u2047\u2048\u2049\u203d\u2e2e\ufe56\ufe16"

_END = re.compile(rf"(?<=[.!…{QUESTION_MARKS}])[\"')\]*_”’»]*(?:\s+|$)|(?<=[。！\uff1f])")
_ASKED = re.compile(rf"[{QUESTION_MARKS}][\s\"'”’»)\]*_!.…]*$")
_HIDDEN = re.compile(
    r"`{1,3}[^`]*`{1,3}|https?://\S+|www\.\S+"
    r"|\"[^\"]{0,400}\"|“[^”]{0,400}”|«[^»]{0,400}»|(?<=\w)[ ]\([^()]{0,200}\)(?=.)"
)

_ADDRESSED = re.compile(
    r"\b(?:should|shall|may|can|could|must) (?:i|we)\b|\bshould (?:it|this|that|the|these|they|there|a|an)\b|"
    r"\b(?:do|would|could|can|will|did|have|are) you\b|\byou(?:'d|’d| would)? (?:like|want|prefer|rather)\b|"
    r"\b(?:want|like|need) me to\b|\byour (?:preference|choice|call|pick|decision|thoughts|opinion|approval)\b|"
    r"\bwhich\b|\bwhat would\b|\b(?:ok|okay|fine|alright|all right) (?:to|if|with|for)\b|"
    r"\b(?:proceed|go ahead|go on|continue)\b|\b(?:sounds?|looks?) (?:good|right|ok|okay|correct|fine)\b|\bor not\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:(?:should|shall|may|can) (?:i|we)\b|(?:would|do) you (?:like|want|prefer)\b|how (?:should|would you like|do you want)\b|"
    r"which\b.{0,80}\b(?:should i|should we|do you|would you)\b|what (?:should i|would you)\b)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"(?:please |just |kindly )*(?:let me know|tell me|advise|indicate|say|specify|clarify)"
    r" (?:please )?(?:me )?(?:which|whether|what|how|where|who|when|your|if i should|if you(?:'d|’d| would)? prefer|a or b)\b|"
    r"(?:please |just |kindly )*let me know if .{1,120}\b(?:and|so|before) i(?:'ll|’ll| will| can| go| proceed| continue)\b|"
    r"(?:please |just |kindly )+(?:let me know|tell me|advise|indicate|specify|clarify|decide|choose|pick|select|"
    r"confirm|approve|answer|provide|share|reply|respond)\b(?! if)|"
    r"(?:confirm|approve|reply|respond)\b.{0,80}\b(?:and i|before i|to (?:proceed|continue)|with|whether|that|which)\b|"
    r"(?:choose|pick|select) (?:one|which|between|from|either|an? (?:option|approach)|your|the one)\b|"
    r"i(?:'ll|’ll| will|'d|’d| would)? (?:need|require|like|want|await|wait for) (?:your|you to|a decision)\b|"
    r"(?:i(?:'m|’m| am) )?(?:waiting for|awaiting|need) your\b|your call\b|"
    r"(?:over to you|up to you)\b.{0,10}$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:(?:so|then|and|or|also|now|first|finally|ok|okay)\b[, ]*)?", re.IGNORECASE)
_BREAK = re.compile(r"[,:;–—-] +")
_EMPTY_REQUEST = re.compile(
    r"(?:let me know|tell me) (?:what you think|how (?:it|that|this) (?:goes|works|went)|when you)|"
    r"(?:please )?(?:let me know|tell me|share|provide) (?:your |any )?(?:feedback|thoughts)?\.?$",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"\banything (?:else|more|further|you(?:'d|’d| would)? like (?:me )?to (?:change|adjust|add))\b|\bwhat else\b|"
    r"\bany (?:other |further |more )?(?:questions|concerns|changes|feedback|thoughts|comments|adjustments)\b|"
    r"^questions\b|\b(?:does|did|do|hope|has|is) (?:that|this|it|these) (?:all )?(?:help|helps|helped|make sense|clear|"
    r"answers? your|clarify|clarifies)\b|^(?:that |this )?makes? sense\b|^clear\b|\bis there (?:something|anything)\b|"
    r"\bhow (?:can|may|else can|else may) i (?:help|assist)\b|\bcan i (?:help|assist)\b|\bdo anything\b|"
    r"\bneed (?:any(?:thing| more| further| other)?|some|more) ?(?:help|assistance)?\b(?=\W*$)|"
    r"^(?:what(?:'s|’s| is)? next|what now)\b|"
    r"^(?:so,? )?what would you like (?:me )?to (?:do|work on|tackle|focus on)(?: next| now| first)?\W*$|"
    r"^what (?:should|shall) (?:i|we) (?:do|work on|tackle) next\W*$",
    re.IGNORECASE,
)
_OPEN_ENDED = re.compile(
    r"^(?:so,? )?what\b.{0,40}\b(?:next|now|work on|tackle|do|focus on)\W*$", re.IGNORECASE
)
_OFFER = re.compile(r"(?:please )?(?:just )?(?:let me know|feel free|don't hesitate|don’t hesitate|happy to|i can also|"
                    r"if you(?:'d|’d| would)? (?:like|want|need|have))\b", re.IGNORECASE)  # fmt: skip
_RHETORIC = re.compile(
    r"^(?:and )?(?:why not|who knows|guess what|sound familiar|how hard can it be|what could go wrong)\b|"
    r"^(?:pretty |very |so )?(?:cool|nice|neat|great|easy|simple|clever)\b.{0,12}\b(?:right|huh|eh|isn't it|no)\W*$",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"(?:because|by|yes|no|nope|not (?:really|quite|necessarily)|that(?:'s|’s| is) (?:because|why)|simple|simply|well|"
    r"it(?:'s|’s| is| turns| means| was)|the (?:answer|reason|short answer)|turns out|since|due to|thanks to)\b",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"^(?:so |but |and )?(?:why|how (?:does|do|did|is|are|can|could|come))\b", re.IGNORECASE
)


def asking(raw: str, *, is_last: bool, reply: str = "", offered: bool = False) -> Asking:
    """How a paragraph asks.

    Args:
        raw: The paragraph with its Markdown, which tells code from words; short, as it is read several times.
        is_last: Whether nothing but lists and courtesy follows: only then a question that addresses nobody counts.
        reply: How the next paragraph begins: the writer's own answer makes a question rhetoric.
        offered: Whether a list follows.

    """
    sentences = [sentence for sentence in _END.split(_unhidden(raw)) if sentence and sentence.strip()]
    kinds = [_kind(sentence.strip(" *_#\t"), offered=offered) for sentence in sentences]
    for position in range(len(sentences) - 1, -1, -1):
        rest = sentences[position + 1 :]
        said_after = [kind for kind in kinds[position + 1 :] if kind != "courtesy"]
        if kinds[position] == "request":
            return "request"
        if kinds[position] == "addressed" and not _ANSWERED.match((rest[0] if rest else reply).lstrip(" *_")):
            return "question"
        if kinds[position] == "question" and not said_after and (is_last or offered):
            return "question"
    return "courtesy" if "courtesy" in kinds and set(kinds) <= {"courtesy", "statement"} else "statement"


_Kind = Literal["addressed", "question", "request", "courtesy", "statement"]


def _kind(sentence: str, *, offered: bool) -> _Kind:
    asked = _ASKED.search(sentence) is not None
    if not asked and _EMPTY_REQUEST.match(sentence):
        return "courtesy"
    if not asked and _begins(_REQUEST, sentence):
        return "request"
    if _OFFER.match(sentence):
        return "courtesy"
    if not asked and not _begins(_OPENING, sentence):
        return "courtesy" if _COURTESY.search(sentence) and len(sentence) < 80 else "statement"
    if _RHETORIC.search(sentence):
        return "statement"
    if all(_COURTESY.search(clause) for clause in _clauses(sentence)):
        return "question" if offered and _OPEN_ENDED.match(sentence) else "courtesy"
    if _ADDRESSED.search(sentence) and not _EXPLAINS.match(sentence):
        return "addressed"
    return "question"


def _begins(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether the sentence, or a clause near its beginning ("Before I go on, ..."), begins with the pattern."""
    starts = [0, *(found.end() for found in _BREAK.finditer(sentence[:120]))]
    return any(pattern.match(sentence, _after_lead(sentence, start)) for start in starts)


def _after_lead(sentence: str, start: int) -> int:
    lead = _LEAD.match(sentence, start)
    return lead.end() if lead else start


def _clauses(sentence: str) -> list[str]:
    return re.split(r",? or (?=should|shall|would|do|is|are|did)|; ", sentence)


def _unhidden(raw: str) -> str:
    """The text with code, links and quotations blanked, so that their question marks ask nothing."""
    return _HIDDEN.sub(" x ", raw)
