"""How a help text is laid out: in the terminal's width, examples with their remarks."""

import argparse
import re
import textwrap
from collections.abc import Iterator
from itertools import groupby

_REMARK = re.compile(r"(\s*\S.*?)\s{3,}(\S.*)")
_REMARK_INDENT = " " * 6


class HelpFormatter(argparse.HelpFormatter):
    """Fills paragraphs, and leaves indented lines as they stand while they fit."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:  # noqa: ARG002  # argparse's signature
        return "\n".join(laid_out(text, width))


def laid_out(text: str, width: int) -> Iterator[str]:
    """Yield the text's lines: paragraphs filled, and where there is no room, remarks below examples."""
    for is_prose, group in groupby(text.splitlines(), lambda line: bool(line) and not line.startswith(" ")):
        lines = [*group]
        if is_prose:
            yield from textwrap.wrap(" ".join(lines), width, break_on_hyphens=False, break_long_words=False)
        elif all(len(line) <= width for line in lines):
            yield from lines
        else:
            for line in lines:
                yield from _stacked(line, width)


def _stacked(line: str, width: int) -> Iterator[str]:
    row = _REMARK.fullmatch(line)
    if row is None:
        yield line
        return
    yield row[1]
    yield from textwrap.wrap(
        row[2], width, initial_indent=_REMARK_INDENT, subsequent_indent=_REMARK_INDENT, break_on_hyphens=False
    )
