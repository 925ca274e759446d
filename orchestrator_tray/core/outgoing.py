"""The text that goes to a session: composed from answers, and made harmless.

Whatever is sent becomes a new prompt of Claude Code, which takes a leading `-` for an option, a leading `/`
for a command, and an `@path` anywhere for a file to read. Neutralised, all three arrive as plain words.
"""

import re
from collections.abc import Sequence

from orchestrator_tray.core.question import Part
from orchestrator_tray.core.state import Card

MAX_BYTES = 131_071
"""UTF-8 bytes of one text: the kernel's limit for one argument, less its end mark."""

# An e-mail address or a package version has a word before the `@` and a word after it; everything else may be
# a path.
_MENTION = re.compile(r"(?<!\w)@(?=\S)|(?<=\w)@(?=[^\w\s])")
_LEADING = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[-/]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def outgoing_text(answered: Sequence[tuple[Part, str]]) -> str:
    """Return the text for all answered parts of a turn: the answer itself for one, else a line for each."""
    return neutralise(_composed(answered))


def text_of(cards: Sequence[Card]) -> str:
    """Return the one text that answers all these cards, whose answers are chosen."""
    return outgoing_text(
        [pair for card in cards for pair in zip(card.question.parts, card.chosen or (), strict=False)]
    )


def needs_neutralising(answered: Sequence[tuple[Part, str]]) -> bool:
    """Tell whether the text would not go out as it stands; such a one is never sent automatically."""
    composed = _composed(answered)
    return neutralise(composed) != composed


def neutralise(text: str) -> str:
    """Return the text so that Claude Code takes it for plain words; unchanged where it already is."""
    text = _MENTION.sub("@ ", _CONTROL.sub("", text))
    return f"Answer: {text.lstrip()}" if _LEADING.match(text) else text


def _composed(answered: Sequence[tuple[Part, str]]) -> str:
    if len(answered) == 1:
        return answered[0][1]
    return "\n".join(f'"{_one_line(part.text)}" = "{answer}"' for part, answer in answered)


def is_sendable(text: str) -> bool:
    """Tell whether the server and the kernel would take the text."""
    return bool(text.strip()) and len(text.encode("utf-8", "replace")) <= MAX_BYTES


def _one_line(text: str) -> str:
    return " ".join(text.split())
