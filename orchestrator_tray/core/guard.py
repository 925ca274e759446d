"""What no machine may answer. It can only lower: what it names is at most suggested, whatever the confidence.

Reads the question, its header, every option and description, and the answer itself. Looks for verbs with
their objects, not for words: "delete the backups" is dangerous, "the Delete button" is not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from orchestrator_tray.core import dangers
from orchestrator_tray.core.danger_patterns import COMMANDS, PRESSING, PRESSING_SIGNS
from orchestrator_tray.core.normal import clean_text
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.stems import stem


@dataclass(frozen=True, slots=True)
class GuardRules:
    """A person's own rules, beside the built-in ones that nothing lowers. Searched without case."""

    ask: tuple[str, ...] = ()
    """Regular expressions of what must not be answered automatically."""
    allow: tuple[str, ...] = ()
    """Regular expressions of what the person's own `ask` rules let pass all the same."""


DEFAULT = GuardRules()

_LONGEST = 20_000
"""A text is read up to here; more than that nobody asks, and only danger hides there."""


def danger(parts: Sequence[Part], answers: Sequence[str] | None, rules: GuardRules = DEFAULT) -> str | None:
    """Name the kind of danger in the parts or in the answers; None where there is none."""
    if any(len(text) > _LONGEST for text in _texts(parts)):
        return "too long to check"
    found = (kind for kind in (*map(_in_part, parts), *map(_asked, answers or ())) if kind)
    return next(found, None) or _own_rule(parts, answers or (), rules)


def _texts(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield part.text
        yield part.header
        for option in part.options:
            yield option.label
            yield option.description


@lru_cache(maxsize=256)
def _in_part(part: Part) -> str | None:
    is_design = all(map(_is_design, _asking(part.text)))
    asked = _folded_case(" .\n".join((part.text, part.header, *part.labels)))
    return (
        _disguised(asked)
        or _command(asked)
        or _production(asked)
        or next(filter(None, map(_deed_of, _sentences(part.text))), None)
        or (None if is_design else _deed(_words(_folded_case(part.text)), dangers.RULES))
        or next(filter(None, (_offered(label, is_design=is_design) for label in part.labels)), None)
        or next(filter(None, (_told(option.description) for option in part.options)), None)
    )


_BARE = re.compile(
    r"\W*(?:(?:really|please|so|now|just)\W+)*"
    r"(?:delete|remove|wipe|purge|erase|destroy|drop|overwrite|deploy|publish|release|merge|push|reset|force)"
    r"(?:\W+(?:it|them|this|that|these|those|all|everything|now|anyway|please))*\W*"
)
"""A deed alone: what it is done to stands somewhere else."""
_TWO_SCRIPTS = re.compile(r"[a-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][a-z]")


def _sentences(text: str) -> list[str]:
    """Part a text: each sentence says by itself whether something is designed or about to be done."""
    return [sentence for sentence in re.split(r"(?<=[.?!;])\s+|\n+", text) if sentence.strip()]


def _asking(text: str) -> list[str]:
    """Return the sentences that ask; all, where none has a question mark."""
    sentences = _sentences(text)
    return [sentence for sentence in sentences if "?" in sentence] or sentences


def _deed_of(sentence: str) -> str | None:
    lower = _folded_case(sentence)
    if _BARE.fullmatch(lower):
        return "destructive"
    return None if _is_design(sentence) else _deed(_words(lower), dangers.RULES)


def _disguised(lower: str) -> str | None:
    """Words with letters of two scripts only look like what they say."""
    return "disguised letters" if not lower.isascii() and _TWO_SCRIPTS.search(lower) else None


def _asked(text: str) -> str | None:
    lower = _folded_case(text)
    return _disguised(lower) or _command(lower) or _production(lower) or _deed(_words(lower), dangers.RULES)


def _folded_case(text: str) -> str:
    return clean_text(text).casefold()


def _offered(label: str, *, is_design: bool) -> str | None:
    """Read a label. Where something is designed, no more than how it begins says what would be done."""
    words = _words(_folded_case(label))
    return _deed(words[: 5 if is_design else None], dangers.RULES, needs_object=is_design)


def _told(description: str) -> str | None:
    """Read a description: it says much that nobody asks to do, so that only the clearest counts."""
    if not description:
        return None
    lower = _folded_case(description)
    if (found := _command(lower)) and found not in _ONLY_ASKED:
        return found
    if _production(lower) and any(word.key in _OPERATING for word in _words(lower)):
        return "production"
    return _deed(_words(lower), _TOLD) if any(verb in lower for verb in _TOLD_VERBS) else None


_ONLY_ASKED = frozenset(("money", "secrets"))
_WORD = re.compile(r"[a-z\d_$€£]+(?:'[a-z]+)?|[.?!:;,\n(]+")


def _command(lower: str) -> str | None:
    """Name what a text commands literally, or that it presses for an answer."""
    if any(sign in lower for sign in PRESSING_SIGNS) and PRESSING.search(lower):
        return "instructions"
    for kind, signs, pattern in COMMANDS:
        if any(sign in lower for sign in signs) and pattern.search(lower):
            return kind
    return None


def _production(lower: str) -> str | None:
    if "prod" not in lower and "live" not in lower:
        return None
    for word, behind in pairwise((*_WORD.findall(lower), "")):
        if word in dangers.PRODUCTION and behind not in dangers.BESIDE_THE_POINT:
            return "production"
        if word == "live" and (behind in dangers.LIVE_PLACES or behind == "on"):
            return "production"
    return None


_PHRASES = re.compile(r"\b(?:" + "|".join(dangers.PHRASES) + r")\b")
_TURNED_OFF = re.compile(r"\b(?:turn|switch)(?:ed|ing)?((?:\s+\w+){1,4}?)\s+off\b")
_WINDOW = 6
"""So many words around a verb are looked at for its object."""


class _Word(NamedTuple):
    key: str
    """Its stem; two words that are one object are joined by "-"; "." where a clause begins anew."""
    is_verb: bool
    """Whether it can be a verb where it stands."""


def _words(lower: str) -> list[_Word]:
    lower = lower.replace("e-mail", "email")
    plain = _PHRASES.sub(lambda found: dangers.PHRASES[found[0]], _TURNED_OFF.sub(r"disable\1", lower))
    words: list[_Word] = []
    is_passive = False
    for raw in _WORD.findall(plain):
        key = stem(raw.removesuffix("'s")) if raw[0].isalnum() else "."
        is_passive = key != "." and (is_passive or raw in dangers.PASSIVE)
        before = words[-1].key if words else "."
        if f"{before}-{key}" in _PAIRS:
            key = f"{before}-{key}"
            words.pop()
            before = words[-1].key if words else "."
        words.append(_Word(key, _can_be_verb(raw, key, before, is_passive=is_passive)))
    return words


def _can_be_verb(raw: str, key: str, before: str, *, is_passive: bool) -> bool:
    """Tell verbs from nouns and adjectives: "publish it", not "the publish endpoint" nor "deleted rows"."""
    if key not in _VERBS:
        return False
    if raw.endswith("ed"):
        return is_passive
    return key in _ALWAYS_VERBS or before in _BEFORE_VERBS


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset("-".join(map(stem, word.split("-"))) for word in words)


_PAIRS = _stems(dangers.PAIRS)
_OPERATING = _stems(dangers.OPERATING)
_BEFORE_VERBS = _stems(dangers.BEFORE_VERBS) | {"."}
_ALWAYS_VERBS = _stems(dangers.ALWAYS_VERBS)
_STEMS = {rule: (_stems(rule.verbs), _stems(rule.objects)) for rule in dangers.RULES}
_VERBS = frozenset(verb for verbs, _ in _STEMS.values() for verb in verbs)
_TOLD = tuple(rule for rule in dangers.RULES if rule.told)
_TOLD_VERBS = tuple(verb for rule in _TOLD for verb in _STEMS[rule][0])


def _deed(words: list[_Word], rules: Sequence[dangers.Rule], *, needs_object: bool = False) -> str | None:
    """Name the first rule of which a verb stands as a verb, with one of its objects near it."""
    for index, (key, is_verb) in enumerate(words):
        if not is_verb:
            continue
        near = {word.key for word in words[max(0, index - _WINDOW) : index + 1 + _WINDOW]} - {key}
        for rule in rules:
            verbs, objects = _STEMS[rule]
            if key in verbs and (not objects.isdisjoint(near) or not (objects or needs_object)):
                return rule.kind
    return None


@lru_cache(maxsize=1024)
def _is_design(text: str) -> bool:
    """Tell a question about what a product should do from one about what the session may do now."""
    words = _WORD.findall(clean_text(text).casefold())
    if not dangers.AGENTS.isdisjoint(words):
        return False
    if words[:1] and words[0] in dangers.ASKING:
        done = any(first == "be" and stem(second) in _VERBS for first, second in pairwise(words))
        return not (words[0] in dangers.CHOOSING and done)
    behind_modals = (
        words[index + 1 : index + 5] for index, word in enumerate(words) if word in dangers.MODALS
    )
    return any(map(_is_persons_deed, behind_modals))


def _is_persons_deed(words: list[str]) -> bool:
    """Tell whether persons are about to do something: "users be able to delete", not "users be deleted"."""
    for index, word in enumerate(words):
        if word in dangers.PERSONS:
            behind, then = (*words[index + 1 :], "", "")[:2]
            if "be" in words[index + 2 :]:
                return False  # "should the user table be wiped": something is done to what is theirs
            return behind not in dangers.NO_DEED or then in {"able", "allowed"}
    return False


def _own_rule(parts: Sequence[Part], answers: Sequence[str], rules: GuardRules) -> str | None:
    if not rules.ask:
        return None
    text = clean_text("\n".join([*_texts(parts), *answers]))
    asked = any(re.search(pattern, text, re.IGNORECASE) for pattern in rules.ask)
    allowed = any(re.search(pattern, text, re.IGNORECASE) for pattern in rules.allow)
    return "your own rule" if asked and not allowed else None
