"""Tables and paragraphs for a terminal: aligned, in its width, with agent text that cannot act on it."""

import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from orchestrator_tray.core.display import plain

_GAP = "  "
_ELLIPSIS = "..."
_LEAST = 8
"""Columns are not made narrower than this, even where the terminal is."""
_LONGEST_CELL = 2_000
"""Far more characters than any terminal has columns: spares it texts of megabytes."""


@dataclass(frozen=True, slots=True)
class Column:
    """How one column of a table looks."""

    head: str
    is_number: bool = False
    """Numbers stand at the right."""
    is_whole: bool = False
    """Never cut: an id has to be copied."""


def terminal_width() -> int:
    """Return the columns of the terminal; 100 where the output goes elsewhere. COLUMNS overrides both."""
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table: a head, then the rows, cut where they would be wider than the terminal."""
    cells = [[plain(cell, _LONGEST_CELL) for cell in row] for row in rows]
    heads = [column.head.upper() for column in columns]
    widths = [max(map(shown_width, column)) for column in zip(heads, *cells, strict=True)]
    widths = _narrowed(columns, widths, terminal_width() - len(_GAP) * (len(columns) - 1))
    for row in (heads, *cells):
        aligned = map(_aligned, columns, row, widths)
        yield _GAP.join(aligned).rstrip()


def fitted(text: str, indent: int = 0) -> str:
    """Return agent text on one line that fits the terminal, behind some blanks."""
    return " " * indent + cut(text, terminal_width() - indent)


def wrapped(text: str, indent: int = 0) -> Iterator[str]:
    """Yield agent text as lines that fit the terminal, each behind some blanks."""
    blanks = " " * indent
    line = plain(text, _LONGEST_CELL)
    yield from textwrap.wrap(
        line, terminal_width(), initial_indent=blanks, subsequent_indent=blanks, break_on_hyphens=False
    )


def cut(text: str, width: int) -> str:
    """Return agent text on one line of at most `width` columns, "..." at its end where more followed."""
    line = plain(text, _LONGEST_CELL)
    if shown_width(line) <= width:
        return line
    room = width - len(_ELLIPSIS)
    taken = 0
    for index, character in enumerate(line):
        taken += _character_width(character)
        if taken > room:
            return line[:index].rstrip() + _ELLIPSIS
    return line


def shown_width(text: str) -> int:
    """Return how many columns a terminal needs for the text."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _narrowed(columns: Sequence[Column], widths: Sequence[int], room: int) -> list[int]:
    """Take from the widest columns until all fit together, or none can give more."""
    narrowed = [*widths]
    givers = [index for index, column in enumerate(columns) if not column.is_whole]
    while givers and sum(narrowed) > room:
        widest = max(givers, key=narrowed.__getitem__)
        if narrowed[widest] <= _LEAST:
            break
        narrowed[widest] -= 1
    return narrowed


def _aligned(column: Column, cell: str, width: int) -> str:
    shown = cell if column.is_whole else cut(cell, width)
    blanks = " " * (width - shown_width(shown))
    return blanks + shown if column.is_number else shown + blanks
