"""What a question's text says, in a form that two questions can be compared by.

A `Reading` keeps what decides the meaning apart from what does not: environments, negations, what kind of
answer is asked for, and which thing comes first or last, from or to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from orchestrator_tray.core import wordlists as lists
from orchestrator_tray.core.normal import asking_sentence
from orchestrator_tray.core.roles import phrase_behind, roles_of
from orchestrator_tray.core.senses import NO_SENSES, senses
from orchestrator_tray.core.stems import stem
from orchestrator_tray.core.tokens import Token, is_negation, tokenise


@dataclass(frozen=True, slots=True)
class Reading:
    """A question's text, read."""

    tokens: tuple[Token, ...]
    is_whole: bool
    """Whether all of the text was read."""
    sequence: tuple[str, ...]
    """The keys of the tokens in their order."""
    keys: frozenset[str]
    core: tuple[str, ...]
    """The keys without the phrases by which one asks: "do you want me to", "should I"."""
    said: frozenset[str]
    """The keys, and those of two neighbouring words written as one: "time out" and "timeout"."""
    meant: frozenset[int]
    """All senses of all words."""
    pairs: frozenset[str]
    """Neighbouring words, with a blank between, "^" before the first and "$" behind the last."""
    environments: frozenset[str]
    negations: int
    asking: str
    """The sentence that asks, in lower case."""
    asking_tokens: tuple[Token, ...]
    asking_keys: frozenset[str]
    """Its keys."""
    main_keys: frozenset[str]
    """The keys of the asking clause alone: "should it retry when it fails" says nothing of failing there."""
    asks_negated: bool
    """Whether the asking clause itself is negated: "should it not", but not "when it does not, should it"."""
    negated: frozenset[str]
    """Keys of the words right behind a negation."""
    is_open: bool
    """Whether it asks for more than a yes or no."""
    is_of_facts: bool
    """Whether it asks what was done or is known, and not what should be done."""
    asks: str
    """"where", "from-where", "when", "who", "why", "how-many"...; "" for everything else."""
    counted: frozenset[str]
    """Keys of what is counted where it asks how many."""
    roles: frozenset[tuple[str, str]]
    """Pairs of a word's key and its side: "from" or "to", "early" or "late", "more" or "less"."""


@lru_cache(maxsize=2048)
def read(text: str) -> Reading:
    """Read a question's text. The work is bounded, whatever its length."""
    tokens, is_whole = tokenise(text)
    keys = [token.key for token in tokens]
    asking = asking_sentence(text)
    negations = [index for index, key in enumerate(keys) if is_negation(key)]
    asks = _ALONE.get(asking.partition(" ")[0]) or next(_asked(keys), "")
    main = _main_clause(asking)
    asking_tokens = tokens if _is_all(asking, text) else tokenise(asking)[0]
    return Reading(
        tokens=tokens,
        is_whole=is_whole,
        sequence=tuple(keys),
        keys=frozenset(keys),
        core=tuple(_without_frames(keys)),
        said=frozenset([*keys, *map("".join, pairwise(keys))]),
        meant=NO_SENSES.union(*map(senses, keys)),
        pairs=frozenset(map(" ".join, pairwise(("^", *keys, "$")))),
        environments=frozenset(token.key for token in tokens if token.kind == "environment"),
        negations=len(negations),
        asking=asking,
        asking_tokens=asking_tokens,
        asking_keys=frozenset(token.key for token in asking_tokens),
        main_keys=frozenset(map(stem, main)),
        asks_negated=_is_negated(main),
        negated=frozenset(filter(None, (_next_content(tokens, index) for index in negations))),
        is_open=bool(asks) or not _OPEN_ANYWHERE.isdisjoint(keys),
        is_of_facts=_is_of_facts(keys, asking, main),
        asks=asks,
        counted=frozenset(phrase_behind(tokens, keys.index(asks)) if asks == "how-many" else ()),
        roles=frozenset(roles_of(tokens)),
    )


_FRAMES = sorted((phrase.split() for phrase in lists.FRAMES), key=len, reverse=True)
_FRAME_OPENINGS = frozenset(frame[0] for frame in _FRAMES)


def _without_frames(keys: list[str]) -> Iterator[str]:
    index = 0
    while index < len(keys):
        frame: list[str] = []
        if keys[index] in _FRAME_OPENINGS:
            frame = next((one for one in _FRAMES if keys[index : index + len(one)] == one), [])
        if not frame:
            yield "which" if keys[index] == "what" else keys[index]
        index += len(frame) or 1


_OPEN_ANYWHERE = lists.OPEN_WORDS - lists.OPEN_QUESTIONS
"""The others are often mere conjunctions: "when both are set"."""


def _is_of_facts(keys: Sequence[str], asking: str, main: Sequence[str]) -> bool:
    """Look at how the asking clause begins: "Have you ...", "How was the ...", "Is it already ..."."""
    if "know-whether" in keys:
        return True
    if "did you want" in " ".join(main[:_HEAD]):
        return False  # it is but more polite
    opening, lead = main[:1], main[1:_LEAD]
    is_open = not lists.OPEN_WORDS.isdisjoint(opening)
    if not lists.FACT_AUXILIARIES.isdisjoint(lead if is_open else opening):
        return True
    words = {word.strip(_AROUND) for word in asking.split()}
    return lists.WISHES.isdisjoint(words) and _is_of_the_present(asking, opening, lead, is_open=is_open)


def _is_of_the_present(asking: str, opening: Sequence[str], lead: Sequence[str], *, is_open: bool) -> bool:
    """Tell "how is it tested today" and "is the app already signed" from what should be."""
    if lists.PRESENT_AUXILIARIES.isdisjoint(lead if is_open else opening):
        return False
    if _AT_PRESENT.search(asking) and (is_open or "it" not in lead):
        return True
    is_done = opening[0] in _WAYS and {"do", "does"}.isdisjoint(lead) if is_open else False
    return is_done and "to be" not in asking


def _is_all(asking: str, text: str) -> bool:
    """Tell whether nothing leads up to the question: mostly so, and reading is the costly part."""
    return len(asking.split()) == len(text.split())


def _main_clause(asking: str) -> list[str]:
    """Return the words of the clause that asks, without what leads up to it or hangs on it."""
    clauses = [clause.split() for clause in _CLAUSE_END.split(asking) if clause.strip()]
    leading = clauses[-1] if clauses else []
    main = next((words for words in reversed(clauses) if words[0] not in lists.SUBORDINATING), leading)
    words = [word.strip(_AROUND) for word in main]
    hanging = (index for index, word in enumerate(words) if index and word in lists.HANGING)
    return words[: next(hanging, len(words))]


def _is_negated(main: Sequence[str]) -> bool:
    """Look at the whole clause, or where it is open at its head: "what to do with files it cannot read"."""
    is_open = not lists.OPEN_WORDS.isdisjoint(main[:1])
    return any(is_negation(word) or is_negation(stem(word)) for word in (main[:_HEAD] if is_open else main))


_AT_PRESENT = re.compile(
    r"\b(?:already|currently|presently|today|nowadays|now|at the moment|at present|so far|these days)\b"
)
_WAYS = frozenset(("how", "where", "when"))
"""What is asked with these about something that is, asks how it is, and not how it should be."""
_CLAUSE_END = re.compile(r"[,;:\u2014]\s")
_AROUND = "?!.,;:\"'()"

_HEAD = 6
"""Within so many words a question says what it asks for: "what should the bot not do"."""
_LEAD = 4
"""So many words hold the one that asks and its auxiliary: "which two models were ..."."""


def _next_content(tokens: Sequence[Token], index: int) -> str:
    return next((token.key for token in tokens[index + 1 : index + 4] if token.weight), "")


def _asked(keys: Sequence[str]) -> Iterator[str]:
    """Give the words that ask: "when should it close", but not "when it is clicked, should it close"."""
    before = ""
    for key, behind in pairwise((*keys, "")):
        if key in {"which", "what"}:
            yield from (asked for asked, nouns in _ASKED_BY_NOUN.items() if behind in nouns)
        if key in lists.ALWAYS_QUESTIONS or (key in lists.OPEN_QUESTIONS and behind in lists.AUXILIARIES):
            is_source = key == "where" and "from" in {before, keys[-1]}
            yield "from-where" if is_source else "who" if key == "whom" else key
        before = key


_ALONE = {"who": "who", "whom": "who", "why": "why"}
"""What asks for the same at the head of a question, whatever comes behind."""
_ASKED_BY_NOUN = {asked: frozenset(map(stem, nouns)) for asked, nouns in lists.ASKED_BY_NOUN.items()}
