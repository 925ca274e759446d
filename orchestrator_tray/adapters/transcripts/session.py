"""One transcript file, read for the outcome of its questions."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import FileIO
from pathlib import Path

from orchestrator_tray.adapters.transcripts.lines import (
    Line,
    LineReader,
    is_result,
    is_spoken,
    is_user,
    may_ask,
    parse,
)
from orchestrator_tray.adapters.transcripts.places import folder_name
from orchestrator_tray.core.claude_json import ASK_TOOL
from orchestrator_tray.core.dialog import Dialog, Outcome
from orchestrator_tray.core.entries import (
    AnsweredByHook,
    Asked,
    Cut,
    Entry,
    Prompted,
    Queued,
    Returned,
    Spoken,
    ToolRan,
    Unqueued,
)
from orchestrator_tray.core.pattern import Remembered
from orchestrator_tray.core.project import normal_project
from orchestrator_tray.core.transcript_wire import read_entries

_HEAD = 1 << 16
_BACK = 1 << 17
"""Bytes before a line within which what belongs to it is looked for."""
_KIND = 200
"""Bytes within which a line of the queue says what it is."""
_SIDE = re.compile(rb'"isSidechain"\s*:\s*true')
_CWD = re.compile(rb'"cwd"\s*:\s*("(?:[^"\\]|\\.)*")')


class NotATranscriptError(Exception):
    """Raised when a file is no text."""


class Session:
    """Reads a file from `start` to `end`, in bytes; what it counts is complete when `outcomes` has ended."""

    def __init__(self, path: Path, start: int, end: int, advanced: Callable[[int], None]) -> None:
        self._path = path
        self._start = start
        self._end = end
        self._advanced = advanced
        self._dialog = Dialog()
        self._fed_to = -1
        self._looked = -1, False
        self._asked_at: dict[str, int] = {}
        self._home = ""
        self.resume_at = start
        """Where to go on when the file has grown."""
        self.lines = 0
        self.broken = 0
        self.too_long = 0

    def outcomes(self) -> Iterator[Outcome]:
        """Give what the file tells, in order; OSError or NotATranscriptError where it cannot be read."""
        with FileIO(self._path) as file:
            self._look_at_head(file)
            reader = LineReader(file, self._line_begin(file), self._end, self._advanced)
            for line in reader.candidates():
                for outcome in self._line(reader, line):
                    yield self._at_home(outcome)
            self.too_long = reader.too_long
            self.broken += reader.broken
            self.resume_at = min([reader.resume_at, *self._asked_at.values()])
            yield from self._dialog.finish()

    def _look_at_head(self, file: FileIO) -> None:
        head = file.read(_HEAD) or b""
        if b"\0" in head[:1024] and not head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"{"):
            raise NotATranscriptError
        if found := _CWD.search(head):
            cwd = str(parse(found[1]))
            self._home = normal_project(cwd) if folder_name(cwd) == self._path.parent.name else ""

    def _line_begin(self, file: FileIO) -> int:
        """Give where to start: at 0 after all, if the file did not just grow but was written anew."""
        file.seek(max(self._start - 1, 0))
        return self._start if file.read(1) == b"\n" else 0

    def _at_home(self, outcome: Outcome) -> Outcome:
        """Take the folder that the session began in as its project, wherever it went later."""
        if isinstance(outcome, Remembered) and self._home:
            return replace(outcome, pattern=replace(outcome.pattern, project=self._home))
        return outcome

    def _line(self, reader: LineReader, line: Line) -> Iterator[Outcome]:
        if not self._can_matter(reader, line):
            return
        entries = self._entries(line, is_whole=not reader.is_unfinished)
        if not entries:
            return
        for entry in entries:
            if not isinstance(entries[0], Spoken):
                for before in self._before(reader, line, entry):
                    yield from self._dialog.feed(before)
            yield from self._dialog.feed(entry)
            if isinstance(entry, Asked):
                self._asked_at[entry.tool_use_id] = line.offset
            if not isinstance(entry, Prompted) or not entry.origin.is_side:
                self._fed_to = line.offset
        open_ids = self._dialog.open_ids
        kept = open_ids | self._dialog.left_open_ids
        self._asked_at = {each: at for each, at in self._asked_at.items() if each in kept}
        reader.wanted = [each.encode() for each in open_ids]

    def _can_matter(self, reader: LineReader, line: Line) -> bool:
        """Tell whether a line has to be read: a prompt only if words before it may have asked for it."""
        return (
            bool(self._dialog.left_open_ids)
            or ASK_TOOL.encode() in line.data
            or is_result(line.data)
            or self._may_be_asked_for(reader, line)
        )

    def _may_be_asked_for(self, reader: LineReader, line: Line) -> bool:
        """Look back to the latest words, or to the line that this was found out for last."""
        self._looked = line.offset, self._is_after_asking(reader, line)
        return self._looked[1]

    def _is_after_asking(self, reader: LineReader, line: Line) -> bool:
        for earlier in reader.before(line.offset, until=self._fed_to, limit=_BACK):
            if earlier.offset == self._looked[0]:
                return self._looked[1]
            if earlier.offset == self._fed_to:
                return False
            if is_spoken(earlier.data):
                if may_ask(earlier.data):
                    return True
                if not _SIDE.search(earlier.data):
                    return False
            elif is_result(earlier.data):
                return False
        return False

    def _entries(self, line: Line, *, is_whole: bool) -> list[Entry]:
        try:
            value = parse(line.data)
        except ValueError:
            self.broken += is_whole
            return []
        self.lines += 1
        return list(read_entries(value))

    def _before(self, reader: LineReader, line: Line, entry: Entry) -> Iterator[Entry]:
        """Give what was left out before a line and bears on its entry."""
        match entry:
            case Prompted() if not entry.origin.is_side:
                yield from reversed(list(self._words_before(reader, line, stop_at_tools=True)))
            case Asked():
                yield from reversed(list(self._words_before(reader, line, stop_at_tools=False)))
            case Returned() if entry.tool_use_id in self._asked_at:
                yield from self._hooks_before(reader, line, entry.tool_use_id)
            case _:
                pass

    def _words_before(self, reader: LineReader, line: Line, *, stop_at_tools: bool) -> Iterator[Entry]:
        """Give, the latest first, the assistant's last words since the line fed last, and what follows."""
        for earlier in reader.before(line.offset, until=self._fed_to, limit=_BACK):
            if earlier.offset == self._fed_to:
                return
            if is_result(earlier.data):
                if stop_at_tools:
                    yield ToolRan()
                    return
            elif is_user(earlier.data):
                if turn := [each for each in self._entries(earlier, is_whole=False) if _parts_turns(each)]:
                    yield from turn
                    return
            elif is_spoken(earlier.data) or b"queue-operation" in earlier.data[:_KIND]:
                entries = [each for each in self._entries(earlier, is_whole=False) if _bears(each)]
                yield from reversed(entries)
                if any(isinstance(each, Spoken) for each in entries):
                    return
        yield Cut()  # too far away: what the dialog heard before belongs to another turn

    def _hooks_before(self, reader: LineReader, line: Line, tool_use_id: str) -> Iterator[Entry]:
        wanted = tool_use_id.encode()
        for earlier in reader.before(line.offset, until=self._asked_at[tool_use_id], limit=_BACK):
            if wanted in earlier.data and b"hook_" in earlier.data:
                entries = self._entries(earlier, is_whole=False)
                yield from (each for each in entries if isinstance(each, AnsweredByHook))


def _parts_turns(entry: Entry) -> bool:
    return isinstance(entry, Cut) or (isinstance(entry, Prompted) and not entry.origin.is_side)


def _bears(entry: Entry) -> bool:
    return isinstance(entry, Queued | Unqueued) or (isinstance(entry, Spoken) and not entry.origin.is_side)
