"""What only looks dangerous: turns of speech that the guard leaves out before it reads on."""

import re
from collections.abc import Sequence

_IGNORING = re.compile(
    r"""
    \b(?:add | put | append | list | include)\b[^\n?]{0,60}\b(?:to | in | into)\s+(?:the\s+ | our\s+)?
        [`"']?\.?(?:git | docker | npm)ignore\b
    """,
    re.VERBOSE,
)
_IGNORED = re.compile(r"[`\"']?(?<!\w)(?:\.env[.\w]*|\*\.\w+)[`\"']?")
_FILLING = re.compile(r"(?i)\b(?:interpolat|imput|median|mean\b|(?:forward|back)[- ]?fill|fill\b|nan\b)")
_DROPPING = re.compile(
    r"(?i)(?:drop|skip|exclude)\s+(?:\w+\s+){0,3}(?:rows?|records?|samples?|values?|entries|them)\b"
)
_WHERE = re.compile(
    r"""
    \b(?:in | within | as\s+part\s+of)\s+(?:this | the\s+same | that | a\s+separate | my)\s+
        (?:change | commit | pr | pull\s+request | branch | task | refactor\w*)\b
    """,
    re.VERBOSE,
)
_COMPARED = re.compile(
    r"""
    \bdevelopment\s+(?:and | or | vs\.? | from)\s+production\b(?!\s+(?:data | db | server))
    | \bproduction\s+(?:and | or | vs\.? | from)\s+development\b(?!\s+(?:data | db | server))
    | \b(?:close | similar)\s+to\s+production\b
    """,
    re.VERBOSE,
)


def without_ignored(text: str, asked: str) -> tuple[str, str]:
    """Leave out the files that a question would only keep out of the repository, in its text and in all."""
    if "ignore" not in text or "commit" in asked or not _IGNORING.search(text):
        return text, asked
    return _IGNORED.sub(" ", text), _IGNORED.sub(" ", asked)


def is_computed(label: str, labels: Sequence[str]) -> bool:
    """Tell whether a label is a step of a computation: beside "Median", "Drop the rows" touches no data."""
    return bool(_DROPPING.match(label)) and any(map(_FILLING.search, labels))


def without_place(lower: str) -> str:
    """Leave out where in the work something is done: "remove it in this commit" removes no commit."""
    return _WHERE.sub(" ", lower)


def without_comparison(lower: str) -> str:
    """Leave out production where it is only compared with: "tell development and production apart"."""
    return _COMPARED.sub(" ", lower)
