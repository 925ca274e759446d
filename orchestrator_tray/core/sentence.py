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
_JOINT = ", "
_NOTES_ONLY = "(no option selected) notes:"


@dataclass(frozen=True, slots=True)
class Said:
    """What the sentence says of one question."""

    answer: str = ""
    """ "" where no option was chosen."""
    notes: str = ""


def read_sentence(sentence: str, questions: Sequence[str]) -> list[Said | None]:
    """Give what is said of each question, in their order; None for those that it does not name."""
    body = _body(sentence)
    starts: list[int | None] = []
    end = 0
    for question in questions:
        found = _start(body, question, end)
        starts.append(found if found >= 0 else None)
        end = found + len(question) + 3 if found >= 0 else end
    ends = [*starts[1:], None]
    return [
        None
        if start is None
        else _said(body[start + len(question) + 3 : _next(ends[index:], len(body))].rstrip(", "))
        for index, (question, start) in enumerate(zip(questions, starts, strict=True))
    ]


def _body(sentence: str) -> str:
    """Give what stands between prefix and tail, the first pair joined like the others."""
    prefix = next((each for each in PREFIXES if sentence.startswith(each)), "")
    cuts = [found for tail in _TAILS if (found := sentence.rfind(tail)) >= 0]
    return _JOINT + sentence[len(prefix) : max(cuts, default=len(sentence))].strip()


def _start(body: str, question: str, after: int) -> int:
    """Find where a pair begins, -1 for nowhere; own words may hold the like, mostly without the joint."""
    found = body.find(f'{_JOINT}"{question}"=', after)
    return found + len(_JOINT) if found >= 0 else body.find(f'"{question}"=', after)


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
