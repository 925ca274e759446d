"""Whether a paragraph asks its reader something, judged by its words alone.

English courtesy and rhetoric are known; in other languages a question mark in the last paragraph decides.
"""

import re
from typing import Literal

Asking = Literal["question", "request", "courtesy", "statement"]
"""A question has its own words; a request ("Let me know which you prefer") asks without a question mark."""
_Kind = Literal["addressed", "question", "request", "courtesy", "statement"]

# Latin, full-width, Arabic, Greek, Armenian, Ethiopic, doubled, interrobang, small and vertical ones.
_MARKS = "?\uff1f\u061f\u037e\u055e\u1367\u2047\u2048\u2049\u203d\ufe56\ufe16"
_AFTER = r"[\"')\]*_\u201d\u2019\u00bb]*"
_SENTENCE_END = re.compile(rf"[.!\u2026{_MARKS}]{_AFTER}(?:\s+|$)|[\u3002\uff01\uff1f]")
_ASKED = re.compile(rf"[{_MARKS}][\s\"'\u201d\u2019\u00bb)\]*_!.\u2026]*$")
_HIDDEN = re.compile(
    r"`{1,3}[^`]*`{1,3}|https?://\S+|www\.\S+|\"[^\"]{0,400}\"|\u201c[^\u201d]{0,400}\u201d"
    r"|\u00ab[^\u00bb]{0,400}\u00bb|(?<=\w)[ ]\([^()]{0,200}\)(?=.)"
)
_MAY_HIDE = ("`", '"', "\u201c", "\u00ab", " (", "http", "www.")
_APOSTROPHES = str.maketrans("\u2018\u2019", "''")


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")


_ADDRESSED = _words(
    "(?:should|shall|may|can|could|must) (?:i|we)",
    "should (?:it|this|that|these|they|there|the|an?)",
    "(?:do|would|could|can|will|did|have|are) you",
    "you(?:'d| would)? (?:like|want|wanted|prefer|rather|expect|expected|mean|meant)",
    "(?:want|like|need) me to",
    "your (?:preference|choice|call|pick|decision|thoughts|opinion|approval)",
    "which",
    "what would",
    "(?:ok|okay|fine|alright|all right) (?:to|if|with|for)",
    "(?:proceed|go ahead|go on|continue)",
    "(?:sounds?|looks?) (?:good|right|ok|okay|correct|fine)",
    "or not",
)
_OPENING = _words(
    "(?:should|shall|may|can) (?:i|we)",
    "(?:would|do) you (?:like|want|prefer)",
    "how (?:should|would you like|do you want)",
    "what (?:should i|would you)",
    "which .{0,80}(?:should i|should we|do you|would you)",
)
_TELL = "(?:let me know|tell me|advise|indicate|say|specify|clarify)"
_DECIDE = "(?:decide|choose|pick|select|confirm|approve|answer|reply|respond)"
_PLEASE = "(?:please |just |kindly )"
_REQUEST = _words(
    f"{_PLEASE}*{_TELL} (?:me )?(?:which|whether|what|how|where|who|when|your|if i should)",
    f"{_PLEASE}*{_TELL} if you(?:'d| would)? prefer",
    f"{_PLEASE}*let me know if .{{1,120}}(?:and|so|before) i(?:'ll| will| can| go| proceed| continue)",
    f"{_PLEASE}+(?:{_TELL}|{_DECIDE}|provide|share)(?! if)",
    "(?:confirm|approve|reply|respond) (?:.{0,80} )?(?:and i|before i|to proceed|to continue)",
    "(?:confirm|approve|reply|respond) (?:with|whether|that|which)",
    "(?:choose|pick|select) (?:one|which|between|from|either|an? option|an? approach|your|the one)",
    "i(?:'ll| will|'d| would)? (?:need|require|like|want|await|wait for) (?:your|you to|a decision)",
    "(?:i'm |i am )?(?:waiting for|awaiting|need) your",
    "your call",
    "(?:it's )?up to you(?=.{0,10}$)",
)
_REMARK = re.compile(
    r"(?:let me know|tell me) (?:what you think|how (?:it|that|this) (?:goes|works|went)|when you)\b"
    r"|(?:please )?(?:let me know|tell me|share|provide) (?:your |any )?(?:feedback|thoughts)?\W*$"
)
_OFFER = _words(
    "(?:please |just )*(?:let me know|feel free|don't hesitate)",
    "happy to",
    "i can also",
    "if you(?:'d| would)? (?:like|want|need|have)",
)
_COURTESY = _words(
    "anything (?:else|more|further)",
    "anything you(?:'d| would)? like (?:me )?to (?:change|adjust|add)",
    "what else",
    "any (?:other |further |more )?(?:questions|concerns|changes|feedback|thoughts|adjustments)",
    "(?:does|did|hope|has|is) (?:that|this|it) (?:all )?(?:helps?|helped|make sense|clear|clarify)",
    "(?:does|did|hope) (?:that|this|it) answers? your",
    "is there (?:something|anything)",
    "how (?:else )?(?:can|may) i (?:help|assist)",
    "can i (?:help|assist)",
    "do anything",
)
_COURTESY_ALONE = re.compile(
    r"(?:so |ok |okay )?(?:questions|clear|(?:that |this )?makes? sense|what(?:'s| is)? next|what now"
    r"|need (?:any |some |more |further )*(?:help|assistance)"
    r"|what would you like (?:me )?to (?:do|work on|tackle|focus on)(?: next| now| first)?"
    r"|what (?:should|shall) (?:i|we) (?:do|work on|tackle) next)\W*$"
)
_OPEN_ENDED = re.compile(r"(?:so |ok |okay )?what\b.{0,40}\b(?:next|now|work on|tackle|do|focus on)\W*$")
_RHETORIC = re.compile(
    r"(?:why not|who knows|guess what|sound familiar|how hard can it be|what could go wrong)\b"
    r"|(?:pretty |so )?(?:cool|nice|neat|great|easy|simple)\b.{0,12}\b(?:right|huh|eh|isn't it)\W*$"
)
_EXPLAINS = re.compile(r"(?:so |but |and )?(?:why|how (?:does|do|did|is|are|can|could|come))\b")
_ANSWERED = re.compile(
    r"(?:because|by|yes|no|nope|not (?:really|quite|necessarily)|that(?:'s| is) (?:because|why)|simpl[ey]"
    r"|well|it(?:'s| is| turns| means| was)|the (?:answer|reason|short answer)|turns out|since|due to"
    r"|thanks to)\b"
)
_TELLING = (
    "know", "tell", "advise", "indicate", "say", "specify", "clarify", "please", "confirm", "approve",
    "repl", "respond", "choose", "pick", "select", "your", "you to", "decision", "up to you", "should",
    "shall", "may ", "can ", "would", "do you", "how", "what", "which", "if you", "happy", "free",
    "hesitate", "anything", "any ", "something", "questions", "else", "clear", "sense", "need", "help",
    "answer",
)  # fmt: skip
"""One of them is in every sentence that does more than state, though it ends in no question mark."""
_LEAD = re.compile(r"(?:(?:so|then|and|or|also|now|first|finally|ok|okay)\b[, ]*)?")
_BREAK = re.compile(r"[,:;\u2013\u2014-] +")
_LEAD_LENGTH = 120
_CLAUSE = re.compile(r",? or (?=should|shall|would|do|is|are|did)|; ")
_SHORT = 80


def asking(raw: str, *, is_last: bool, reply: str = "", offered: bool = False) -> Asking:
    """Tell how a paragraph asks.

    Args:
        raw: The paragraph with its Markdown, which tells code from words; at most a few thousand characters.
        is_last: Whether only lists and courtesy follow: else a question that addresses nobody does not count.
        reply: How the next paragraph begins: the writer's own answer makes a question rhetoric.
        offered: Whether a list follows.

    """
    sentences = _sentences(raw)
    kinds = [_kind(sentence, offered=offered) for sentence in sentences]
    for position in reversed(range(len(kinds))):
        if kinds[position] == "request":
            return "request"
        after = sentences[position + 1] if position + 1 < len(sentences) else _folded(reply)
        if kinds[position] == "addressed" and not _ANSWERED.match(after):
            return "question"
        is_end = all(kind == "courtesy" for kind in kinds[position + 1 :])
        if kinds[position] == "question" and is_end and (is_last or offered):
            return "question"
    return "courtesy" if "courtesy" in kinds else "statement"


def _sentences(raw: str) -> list[str]:
    """Split into sentences in lower case; code, links and quotations are blanked, as they ask nothing."""
    text = _HIDDEN.sub(" x ", raw) if any(mark in raw for mark in _MAY_HIDE) else raw
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    pieces = (text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True))
    return [folded for piece in pieces if any(map(str.isalnum, folded := _folded(piece)))]


def _folded(text: str) -> str:
    return " ".join(text.translate(_APOSTROPHES).casefold().strip(" *_#\t\n").split())


def _kind(sentence: str, *, offered: bool) -> _Kind:
    if not _ASKED.search(sentence):
        return _kind_unmarked(sentence)
    if _OFFER.match(sentence):
        return "courtesy"
    if _RHETORIC.match(sentence):
        return "statement"
    if all(map(_is_courtesy, _CLAUSE.split(sentence))):
        return "question" if offered and _OPEN_ENDED.match(sentence) else "courtesy"
    return "addressed" if _ADDRESSED.search(sentence) and not _EXPLAINS.match(sentence) else "question"


def _kind_unmarked(sentence: str) -> _Kind:
    if not any(word in sentence for word in _TELLING):
        return "statement"
    if _REMARK.match(sentence):
        return "courtesy"
    if _begins(_REQUEST, sentence):
        return "request"
    if _OFFER.match(sentence) or (_is_courtesy(sentence) and len(sentence) < _SHORT):
        return "courtesy"
    return "addressed" if _begins(_OPENING, sentence) else "statement"


def _is_courtesy(clause: str) -> bool:
    return _COURTESY.search(clause) is not None or _COURTESY_ALONE.match(clause) is not None


def _begins(pattern: re.Pattern[str], sentence: str) -> bool:
    """Tell whether the sentence, or a clause near its start ("Before I go on, ..."), begins like that."""
    starts = (0, *(found.end() for found in _BREAK.finditer(sentence[:_LEAD_LENGTH])))
    leads = (_LEAD.match(sentence, start) for start in starts)
    return any(lead is not None and pattern.match(sentence, lead.end()) for lead in leads)
