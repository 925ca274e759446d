"""What a session's transcript says about the question that is open now. Only the file's end is read."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from io import FileIO
from pathlib import Path

from orchestrator_tray.adapters.transcripts.lines import is_result, lines_back, parse
from orchestrator_tray.core.entries import Entry, Prompted
from orchestrator_tray.core.events import Verdict
from orchestrator_tray.core.pending import HumanAnswer, answer_to, open_at_end, prompt_verdict
from orchestrator_tray.core.question import Question
from orchestrator_tray.core.transcript_wire import read_entries

_REACH = 32 << 20
"""Bytes at the end of a file that are read at most."""
_LONGEST_RESULT = 1 << 20
"""Bytes; no person's answer is that long, results of other tools often are."""
_DISORDER = timedelta(seconds=60)
"""By so much the lines of a file may be out of the order of time."""


def find_prompt(path: Path, text: str, *, since: datetime) -> Verdict:
    """Tell whether `text` arrived as a prompt since then ("found"), or another one ("other"), or none.

    With "" for `text` every prompt is another one.
    """
    try:
        return prompt_verdict(_since(path, since), text, since=since)
    except OSError:
        return "unreadable"


def human_answer(
    path: Path, question: Question, *, since: datetime, until: datetime | None, sent_texts: Collection[str]
) -> HumanAnswer:
    """Find a person's answer to a question, given in the session's own terminal or by another client.

    Args:
        path: The session's transcript.
        question: As it was asked.
        since: When it was asked, or earlier.
        until: What is stamped later is another matter; None for no end.
        sent_texts: What we sent ourselves.

    """
    try:
        entries = _since(path, since)
    except OSError as error:
        return HumanAnswer(None, f"the transcript cannot be read: {error.strerror}")
    return answer_to(question, entries, until=until, sent_texts=sent_texts)


def open_questions(path: Path, slug: str) -> tuple[Question, ...]:
    """Give what is still asked at the end of a transcript; () where nothing is, or nobody can tell."""
    try:
        return open_at_end(_latest_turn(path), slug)
    except OSError:
        return ()


def _since(path: Path, since: datetime) -> list[Entry]:
    """Give the entries of the lines since then, and somewhat before, in the order of the file."""
    floor = since - _DISORDER
    lines = []
    for entries in _back(path):
        lines.append(entries)
        if any(_is_before(entry, floor) for entry in entries):
            break
    return [entry for entries in reversed(lines) for entry in entries]


def _is_before(entry: Entry, floor: datetime) -> bool:
    origin = getattr(entry, "origin", None)
    return origin is not None and origin.at is not None and origin.at < floor


def _latest_turn(path: Path) -> list[Entry]:
    lines = []
    for entries in _back(path):
        if any(isinstance(entry, Prompted) and not entry.origin.is_side for entry in entries):
            break
        lines.append(entries)
    return [entry for entries in reversed(lines) for entry in entries]


def _back(path: Path) -> Iterator[list[Entry]]:
    """Give what the lines tell, the last one first, without those that tell nothing or cannot be read."""
    with FileIO(path) as file:
        end = file.seek(0, 2)
        for line in lines_back(file, end, max(0, end - _REACH)):
            if len(line.data) > _LONGEST_RESULT and is_result(line.data):
                continue
            try:
                entries = list(read_entries(parse(line.data)))
            except ValueError:
                continue
            if entries:
                yield entries
