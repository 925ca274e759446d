"""The sentence in which Claude Code tells its model the answers: `"<question>"="<answer>", ...`.

Quotes inside it are not escaped, and previews bring any text along. So it is cut at the known questions. It
is read only where no structured answers are written.
"""

from collections.abc import Sequence
from dataclasses import dataclass

PREFIXES = ("User has answered your questions:", "Your questions have been answered:", "The user answered:")
_TAILS = (
    ". You can now continue with the user's answers in mind",
    ". You can now continue with these answers in mind",
    ". Read the answers carefully",
)
_EXTRAS = ('" selected preview:', '" user notes:', '" notes:')
_NOTES_ONLY = "(no option selected) notes:"


@dataclass(frozen=True, slots=True)
class Said:
    """What the sentence says of one question."""

    answer: str = ""
    """ "" where no option was chosen."""
    notes: str = ""


def read_sentence(sentence: str, questions: Sequence[str]) -> list[Said | None]:
    """Give what is said of each question, in their order; None for those that it does not name."""
    body = _without_tail(sentence)
    starts: list[int | None] = []
    end = 0
    for question in questions:
        found = body.find(f'"{question}"=', end)
        starts.append(found if found >= 0 else None)
        end = found + len(question) + 3 if found >= 0 else end
    ends = [*starts[1:], None]
    return [
        None
        if start is None
        else _said(body[start + len(question) + 3 : _next(ends[index:], len(body))].rstrip(", "))
        for index, (question, start) in enumerate(zip(questions, starts, strict=True))
    ]


def _without_tail(sentence: str) -> str:
    cuts = [found for tail in _TAILS if (found := sentence.rfind(tail)) >= 0]
    return sentence[: max(cuts)] if cuts else sentence


def _next(starts: Sequence[int | None], end: int) -> int:
    return next((start for start in starts if start is not None), end)


def _said(segment: str) -> Said:
    if segment.startswith(_NOTES_ONLY):
        return Said(notes=segment.removeprefix(_NOTES_ONLY).strip())
    extras = [found for extra in _EXTRAS if (found := segment.find(extra)) >= 0]
    if not segment.startswith('"'):
        return Said(segment)
    if not extras:
        return Said(segment[1:].removesuffix('"'))
    return Said(segment[1 : min(extras)], _notes(segment))


def _notes(segment: str) -> str:
    starts = [segment.rfind(extra) + len(extra) for extra in _EXTRAS[1:] if extra in segment]
    return segment[max(starts) :].strip() if starts else ""
