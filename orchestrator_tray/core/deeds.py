"""Verbs with their objects: the first dangerous deed that a text is about.

It looks for verbs that stand as verbs, with what they act on near them, not for words: "delete the backups"
is dangerous, "the Delete button" is not.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from orchestrator_tray.core import dangers, deed_words
from orchestrator_tray.core.danger_objects import SECRETS
from orchestrator_tray.core.danger_rule import Rule
from orchestrator_tray.core.harmless import without_place
from orchestrator_tray.core.word_class import key_of, stands_as_verb, stems
from orchestrator_tray.core.word_set import word_set
from orchestrator_tray.core.wordlists import FUNCTION_WORDS

_WORD = re.compile(
    r"v?\d+(?:\.\d+)+|[a-z\d_$€£]+(?:'[a-z]+)?|\s-\s"
    r"|(?:(?<!\w)\.|\.(?!\w)|\.(?=\w+\s(?:the|all|it|them|every|your|our|this|these)\b)|[?!:;,\n(+&\u2013\u2014\u2192])+"
)
"""A dot within a name parts no clauses, unless what stands behind it has an object."""
_PHRASES = re.compile(r"\b(?:" + "|".join(f"(?:{one})" for one in deed_words.PHRASES) + r")\b")
_PHRASE_OF = tuple((re.compile(one), verb) for one, verb in deed_words.PHRASES.items())
_APART = re.compile(
    r"\b(bl[oe]w|thr[oe]w|tear|sweep|take|turn|switch|roll|shut|push|fail|back|wip|clear|cut)((?:e?d|ing|e?s|n)?)"
    r"((?:\s+[\w-]+){1,4}?)\s+(away|down|off|out|over(?!\s\d))\b"
)
"""A verb and its particle with the object between them: "turn the checks off"."""
_CODE_NAME = re.compile(
    r"(?<!\w)`(?=\w+(?:\([\w, ]{0,40}\))?`)"
    r"|(?<=[\w,] )(?<!\bi )(?<!\bto )(?<!\band )(?<!\brun )(?<!\btype )\"(?=\w+\")"
    r"|(?<![\w`.])(?<!\bi )(?<!\brun )(?<!\bcall )(?<!\bexecute )(?=[a-z_]\w*\([\w, ]{0,40}\))"
)
"""In backticks or quotes, or called: `delete(node)` names what is written. Where it is run it is done."""
_EXTENSION = re.compile(r"\.(?:tsx?|jsx?|rs|go|css|html|md|json|java|cs|vue|py|ya?ml|toml|sh)\b")
_FILE_NAME = re.compile(
    r"(?<![\w`.-])(?<!\brun )(?=\w+\.(?:tsx?|jsx?|rs|go|css|html|md|json|java|cs|vue)\b"
    r"|\w+\.(?:py|ya?ml|toml|sh)\s(?:and|or|both|imports?|pars|fail|calls?|already|still)\w*\b)"
)
"""What would be run needs more words to be only a name: "deploy.sh fails", not "deploy.sh"."""
_AT_HOME = re.compile(r"(?<![\w/])(?=~/\w)")
_ARE = re.compile(r" and \w+ (?:are|were|have)\b")
_TWO_NAMES = re.compile(r"(?:^|(?<=[.?!] ))(?=\w+ and \w+ (?:are|were|have)\b)")
_WINDOW = 6
"""So many words around a verb are looked at for its object."""


class Word(NamedTuple):
    """One word of a text in lower case."""

    key: str
    """Its stem; two words that are one object are joined by "-"; "." where a clause begins anew."""
    is_verb: bool = False
    """Whether it can be a dangerous verb where it stands."""
    is_passive: bool = False
    """Whether what it is done to stands before it: "should the database be wiped"."""


@lru_cache(maxsize=512)
def words_of(lower: str) -> tuple[Word, ...]:
    """Part a text in lower case into its words."""
    raws = plain_words(without_place(_with_names(lower)))
    words: list[Word] = []
    is_passive = False
    for raw, behind in pairwise((*raws, "")):
        key = key_of(raw)
        is_passive = key != "." and (is_passive or raw in deed_words.PASSIVE)
        before = words[-1].key if words else "."
        if f"{before}-{key}" in _PAIRS:
            key = f"{before}-{key}"
            words.pop()
            before = words[-1].key if words else "."
        is_verb = key in VERBS and stands_as_verb(
            raw, key, [word.key for word in words[-3:]], behind, is_passive=is_passive
        )
        words.append(Word(key, is_verb, is_passive and raw.endswith("ed")))
    return tuple(words)


def _with_names(lower: str) -> str:
    """Put an article before what is only a name, so that it stands as no verb: "publish.ts".

    What lies in somebody's home is a folder, whatever it is called: "~/pictures/imports".
    """
    if "~/" in lower:
        lower = _AT_HOME.sub("folder ", lower)
    if "`" in lower or "(" in lower or '"' in lower:
        lower = _CODE_NAME.sub("the ", lower)
    if "." in lower and _EXTENSION.search(lower):
        lower = _FILE_NAME.sub("the ", lower)
    return _TWO_NAMES.sub("the ", lower) if _ARE.search(lower) else lower


def raw_words(lower: str) -> list[str]:
    """Return the words and the marks between clauses as they stand."""
    return _WORD.findall(lower)


@lru_cache(maxsize=64)
def plain_words(lower: str) -> tuple[str, ...]:
    """Do as `raw_words`, and say in one verb what several words say."""
    return tuple(raw_words(_in_single_verbs(lower)))


class Object(NamedTuple):
    """What a verb has to act on for one rule, in stems."""

    rule: Rule
    objects: frozenset[str]
    unless: frozenset[str]


Rules = Mapping[str, Sequence[Object]]
"""The rules of a verb by its stem, in their order."""


def deed(
    words: Sequence[Word],
    rules: Rules,
    *,
    needs_object: bool = False,
    context: frozenset[str] | None = None,
) -> str | None:
    """Name the kind of the first rule that a verb and an object near it fulfil.

    `context` are the words of the question for a label: they are looked at where it says no more than a verb.
    """
    for index, word in enumerate(words):
        of_verb = rules.get(word.key, ()) if word.is_verb else ()
        if not of_verb:
            continue
        near, own = _around(words, index, context)
        names = not word.is_passive and not _is_bare(_clause(words, index))
        for rule, objects, unless in of_verb:
            if not unless.isdisjoint(own):
                continue
            if not objects.isdisjoint(near) or not (objects or needs_object or (rule.named and not names)):
                return rule.kind
    return None


def leaks(words: Sequence[Word], context: frozenset[str]) -> bool:
    """Tell whether a label begins with what gives away the secret that its question, `context`, names."""
    return bool(words) and words[0].key in _LEAKING and not context.isdisjoint(_SECRETS)


def told_deed(lower: str) -> str | None:
    """Read what a design is said to do: only the clearest counts there."""
    return deed(words_of(lower), _TOLD) if any(map(lower.__contains__, _TOLD)) else None


def _around(words: Sequence[Word], index: int, context: frozenset[str] | None) -> tuple[set[str], set[str]]:
    """Return what stands near a verb, and what of that can only be its own object."""
    before, behind = _keys(words[max(0, index - _WINDOW) : index]), _keys(words[index + 1 :][:_WINDOW])
    is_first = before[-1:] in ([], ["."])
    own = set(_clause(words, index))
    if words[index].is_passive:
        own |= set(before)
    elif _is_bare(own) and not (context is not None and words[index].key in _LABELS):
        own |= context if context is not None and is_first else set(before)
    clause = before[len(before) - before[::-1].index(".") :] if "." in before else before
    near = {*clause, *behind, *own}
    return near - {words[index].key}, own


def _in_single_verbs(lower: str) -> str:
    """Say in one verb what several words say: "get rid of" is "delete"."""
    if not any(map(lower.__contains__, deed_words.PARTICLES)):
        return lower
    plain = _APART.sub(r"\1\2 \4\3", lower.replace("e-mail", "email"))
    return _PHRASES.sub(_single_verb, plain)


def _single_verb(found: re.Match[str]) -> str:
    return next(verb for pattern, verb in _PHRASE_OF if pattern.fullmatch(found[0]))


def _clause(words: Sequence[Word], index: int) -> list[str]:
    """Return what stands behind a verb in its clause."""
    behind = _keys(words[index + 1 :][:_WINDOW])
    return behind[: behind.index(".")] if "." in behind else behind


def _is_bare(keys: Collection[str]) -> bool:
    """Tell whether words name nothing: "ignore them", "merge anyway", "issue all 17"."""
    return all(key in _SAYS_NOTHING or key.isdigit() for key in keys)


def _keys(words: Sequence[Word]) -> list[str]:
    return [word.key for word in words]


_PAIRS = stems(deed_words.PAIRS)
_LABELS = stems(deed_words.LABELS)
_SAYS_NOTHING = stems(FUNCTION_WORDS | deed_words.ADVERBS)


def _by_verb(rules: Iterable[Rule]) -> Rules:
    found: defaultdict[str, list[Object]] = defaultdict(list)
    for rule in rules:
        for verb in stems(rule.verbs):
            found[verb].append(Object(rule, stems(rule.objects), stems(rule.unless)))
    return dict(found)


RULES = _by_verb(dangers.RULES)
NOW_RULES = _by_verb(dangers.NOW_RULES)
_TOLD = _by_verb(rule for rule in dangers.RULES if rule.told)
VERBS = frozenset(NOW_RULES)
_LEAKING = stems(deed_words.LEAKING)
_SECRETS = stems(word_set(SECRETS))
OPERATING = stems(deed_words.OPERATING)
