"""What is shown in a menu, a notification or a terminal.

Agent text of which nothing can act, hide or reorder; probabilities of which none claims more than it is;
numbers of things.
"""

import re
import unicodedata

_ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[!-/]*[@-~]"  # colours, cursor movements
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)"  # titles, links
    r"|\x1b[!-/]*[0-~]"
)
_INVISIBLE_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Drawn as nothing or as a blank, though Unicode counts them as letters, marks or symbols."""


def plain(text: str, limit: int) -> str:
    """Return the text on one line: its first `limit` characters, and "..." where more followed.

    Terminal sequences, controls, direction marks, zero-width and private characters are left out, white space
    is collapsed. Markup stays as it is: what renders it must escape it.
    """
    visible = "".join(map(_shown, _ESCAPE_SEQUENCE.sub(" ", text)))
    line = " ".join(visible.split())
    return line if len(line) <= limit else line[:limit].rstrip() + "..."


def percent(probability: float) -> str:
    """Return a probability in whole percent; what falls short of certainty is never called 100%."""
    return f"{probability if probability >= 1 else min(probability, 0.99):.0%}"


def stated(probability: float) -> float:
    """Return a probability to four digits, never above itself: it passes the same thresholds as it does."""
    rounded = round(probability, 4)
    return rounded if rounded <= probability else round(rounded - 0.0001, 4)


def counted(number: int, thing: str) -> str:
    """Return how many there are of a thing whose name takes an "s": "1 answer", "1,200 answers"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _shown(character: str) -> str:
    """Return what stands for one character: itself, a blank, or nothing."""
    if " " <= character <= "~":
        return character
    category = unicodedata.category(character)
    if category in {"Cc", "Zs", "Zl", "Zp"}:
        return " "
    hidden = category in {"Cf", "Co", "Cs"} or character in _INVISIBLE_LETTERS or _is_noncharacter(character)
    return "" if hidden else character


def _is_noncharacter(character: str) -> bool:
    """Tell code points that some D-Bus implementations hang up on."""
    point = ord(character)
    return 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE
