"""The lines of a transcript that can matter, found without reading the others as JSON.

Almost all bytes of a history are tool results and edits. A line is looked at by its beginning, and only
prompts, question calls and the results that are waited for are handed on. Memory is bounded by LONGEST.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator
from io import FileIO
from typing import Any, NamedTuple

LONGEST = 4 << 20
"""Bytes; a longer line is passed over: as JSON it could take a hundred times more memory."""
_FIRST_BUFFER = 1 << 18
_HEAD = 2_000
"""Bytes at the beginning of a line within which its type stands."""
_NEAR = 400
"""Bytes within which a user line says that it is the result of a tool."""
_USER, _RESULT, _ASK = b'"user"', b'"tool_result"', b"AskUserQuestion"
_BLOCK = 1 << 16
_TEXT = re.compile(rb'"type"\s*:\s*"text"')


class Line(NamedTuple):
    offset: int
    data: bytes


class LineReader:
    """Reads one file forward from `start` to `end`, bytes both, and backward where more is needed."""

    def __init__(self, file: FileIO, start: int, end: int, advanced: Callable[[int], None]) -> None:
        """`advanced` is told the number of bytes after each read."""
        self._file = file
        self._position = start
        self._end = end
        self._advanced = advanced
        self.wanted: Collection[bytes] = ()
        """The tool_use ids whose results are waited for."""
        self.resume_at = start
        """Where the last complete line that was read ends."""
        self.is_unfinished = False
        """Whether the line given last has no line end yet: it may still be written."""
        self.too_long = 0
        """How many lines that seemed to matter were passed over for their length."""

    def candidates(self) -> Iterator[Line]:
        """Give the lines that can matter in order, the last one even without a line end."""
        buffer = bytearray(_FIRST_BUFFER)
        filled = searched = 0
        count = -1
        while count:
            count = self._fill(buffer, filled)
            filled += count
            begin = 0
            while (end := buffer.find(b"\n", max(begin, searched), filled)) >= 0:
                if self._matters(buffer, begin, end):
                    yield Line(self.resume_at, bytes(buffer[begin:end]))
                self.resume_at += end + 1 - begin
                begin = end + 1
            buffer[: filled - begin] = buffer[begin:filled]
            filled = searched = filled - begin
            if filled == len(buffer):
                filled, searched = self._make_room(buffer)
        self.is_unfinished = True
        if self._matters(buffer, 0, filled):
            yield Line(self.resume_at, bytes(buffer[:filled]))

    def _fill(self, buffer: bytearray, filled: int) -> int:
        room = min(len(buffer) - filled, self._end - self._position)
        self._file.seek(self._position)
        with memoryview(buffer) as view:
            count = self._file.readinto(view[filled : filled + room]) or 0
        self._position += count
        self._advanced(count)
        return count

    def _matters(self, buffer: bytearray, begin: int, end: int) -> bool:
        user = buffer.find(_USER, begin, min(end, begin + _HEAD))
        if user < 0:
            return buffer.find(_ASK, begin, end) >= 0
        if buffer.find(_RESULT, user, min(end, user + _NEAR)) < 0:
            return True
        return any(buffer.find(tool_use_id, user, end) >= 0 for tool_use_id in self.wanted)

    def _make_room(self, buffer: bytearray) -> tuple[int, int]:
        """Let the buffer grow for a long line, or drop what is too long.

        Give how much is in it then, and how much of that holds no line end.
        """
        filled = len(buffer)
        if filled < LONGEST:
            buffer.extend(bytes(min(filled, LONGEST - filled)))
            return filled, filled
        self.too_long += self._matters(buffer, 0, filled)
        self.resume_at += filled
        return self._drop_line(buffer), 0

    def _drop_line(self, buffer: bytearray) -> int:
        while count := self._fill(buffer, 0):
            end = buffer.find(b"\n", 0, count)
            if end >= 0:
                self.resume_at += end + 1
                buffer[: count - end - 1] = buffer[end + 1 : count]
                return count - end - 1
            self.resume_at += count
        return 0

    def before(self, offset: int, *, until: int, limit: int) -> Iterator[Line]:
        """Give the lines before one, the nearest first, within `limit` bytes and not further up than `until`.

        Both offsets are those of line beginnings.
        """
        return lines_back(self._file, offset, max(until - 1, offset - limit, 0))


def lines_back(file: FileIO, end: int, floor: int = 0) -> Iterator[Line]:
    """Give the lines between two offsets, the last one first; one that `floor` cuts is left out.

    Empty lines and those longer than LONGEST are passed over.
    """
    tail, is_cut = b"", False
    while end > floor:
        start = max(floor, end - _BLOCK)
        file.seek(start)
        text = (file.read(end - start) or b"") + tail
        first, *complete = text.split(b"\n")
        offset = start + len(text)
        for data in reversed(complete):
            offset -= len(data)
            if data and not is_cut:
                yield Line(offset, data)
            offset, is_cut = offset - 1, False
        is_cut = is_cut or len(first) > LONGEST
        tail, end = b"" if is_cut else first, start
    if tail and floor == 0:
        yield Line(0, tail)


def is_result(data: bytes) -> bool:
    """Tell whether the line is the result of a tool."""
    user = data.find(_USER, 0, _HEAD)
    return user >= 0 and data.find(_RESULT, user, user + _NEAR) >= 0


def is_spoken(data: bytes) -> bool:
    """Tell whether the line can be words of the assistant."""
    return b'"assistant"' in data and _TEXT.search(data) is not None


def parse(data: bytes) -> Any:
    """Read a line as JSON; ValueError where it is none."""
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError("too deep") from error
