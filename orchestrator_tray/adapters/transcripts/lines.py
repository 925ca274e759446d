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
_BUFFER = 1 << 20
"""Bytes; it grows for longer lines."""
_HEAD = 1_000
"""Bytes at the beginning of a line within which its type stands."""
_NEAR = 400
"""Bytes within which a user line says that it is the result of a tool."""
_USER, _RESULT, _ASK = b'"user"', b'"tool_result"', b"AskUserQuestion"
_BRACE = ord("}")
_FIRST_BLOCK, _BLOCK = 1 << 12, 1 << 16
_REQUESTS = (
    b"et me know",
    b"ell me",
    b"lease",
    b"onfirm",
    b"hoose",
    b"our call",
    b"decision",
    b"aiting",
    b"eed you",
)
"""Parts of the words of those who ask without a question mark."""
_MARKS = (b"\xef\xbc\x9f", b"\xd8\x9f", b"\xcd\xbe", b"\\uff1f", b"\\u061f", b"\\u037e")
"""Question marks of other scripts, as they are and escaped."""
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
        self._buffer = bytearray(_BUFFER)
        self.wanted: Collection[bytes] = ()
        """The tool_use ids whose results are waited for."""
        self.resume_at = start
        """Where the buffer begins in the file: at the beginning of a line."""
        self.is_unfinished = False
        """Whether the line given last has no line end yet: it may still be written."""
        self.broken = 0
        """How many lines are no JSON, as far as their ends tell; they are not given."""
        self.too_long = 0
        """How many lines that seemed to matter were passed over for their length."""

    def candidates(self) -> Iterator[Line]:
        """Give the lines that can matter in order, the last one even without a line end."""
        buffer = self._buffer
        find = buffer.find
        filled = searched = 0
        count = -1
        while count:
            count = self._fill(buffer, filled)
            filled += count
            begin, end = 0, find(b"\n", searched, filled)
            while end >= 0:
                # As `_matters`, without a call: this looks at every line of a history.
                user = find(_USER, begin, end if end - begin < _HEAD else begin + _HEAD)
                if buffer[end - 1] != _BRACE and is_broken(bytes(buffer[begin:end])):
                    self.broken += 1
                elif (
                    find(_ASK, begin, end) >= 0
                    if user < 0
                    else (
                        find(_RESULT, user, end if end - user < _NEAR else user + _NEAR) < 0
                        or (self.wanted and self._is_wanted(buffer, user, end))
                    )
                ):
                    yield Line(self.resume_at + begin, bytes(buffer[begin:end]))
                begin = end + 1
                end = find(b"\n", begin, filled)
            self.resume_at += begin
            buffer[: filled - begin] = buffer[begin:filled]
            filled = searched = filled - begin
            if filled == len(buffer):
                filled, searched = self._make_room(buffer)
        self.is_unfinished = True
        if self._matters(buffer, filled):
            yield Line(self.resume_at, bytes(buffer[:filled]))

    def _fill(self, buffer: bytearray, filled: int) -> int:
        room = min(len(buffer) - filled, self._end - self._position)
        self._file.seek(self._position)
        with memoryview(buffer) as view:
            count = self._file.readinto(view[filled : filled + room]) or 0
        self._position += count
        self._advanced(count)
        return count

    def _matters(self, buffer: bytearray, end: int) -> bool:
        user = buffer.find(_USER, 0, min(end, _HEAD))
        if user < 0:
            return buffer.find(_ASK, 0, end) >= 0
        is_prompt = buffer.find(_RESULT, user, min(end, user + _NEAR)) < 0
        return is_prompt or self._is_wanted(buffer, user, end)

    def _is_wanted(self, buffer: bytearray, user: int, end: int) -> bool:
        return any(buffer.find(each, user, end) >= 0 for each in self.wanted)

    def _make_room(self, buffer: bytearray) -> tuple[int, int]:
        """Let the buffer grow for a long line, or drop what is too long.

        Give how much is in it then, and how much of that holds no line end.
        """
        filled = len(buffer)
        if filled < LONGEST:
            buffer.extend(bytes(min(filled, LONGEST - filled)))
            return filled, filled
        self.too_long += self._matters(buffer, filled)
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
        """Give the lines before the one given last, the nearest first, to `until` and within `limit` bytes.

        Both offsets are those of line beginnings. Most of the lines are still in the buffer.
        """
        floor = max(until, offset - limit)
        end = offset - self.resume_at - 1
        while end > 0:
            begin = self._buffer.rfind(b"\n", 0, end) + 1
            if self.resume_at + begin < floor:
                return
            if begin < end:
                yield Line(self.resume_at + begin, bytes(self._buffer[begin:end]))
            end = begin - 1
        yield from lines_back(self._file, self.resume_at, max(until - 1, offset - limit, 0))


def lines_back(file: FileIO, end: int, floor: int = 0) -> Iterator[Line]:
    """Give the lines between two offsets, the last one first; one that `floor` cuts is left out.

    Empty lines and those longer than LONGEST are passed over.
    """
    tail, is_cut = b"", False
    size = _FIRST_BLOCK
    while end > floor:
        start = max(floor, end - size)
        size = min(4 * size, _BLOCK)
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


def is_broken(data: bytes) -> bool:
    """Tell whether a line that does not end like the others is no JSON."""
    data = data.strip()
    if not data or data[-1] == _BRACE:
        return False
    try:
        parse(data)
    except ValueError:
        return True
    return False


def is_user(data: bytes) -> bool:
    """Tell whether the line is of the user's side: a prompt or the result of a tool."""
    return data.find(_USER, 0, _HEAD) >= 0


def is_result(data: bytes) -> bool:
    """Tell whether the line is the result of a tool."""
    user = data.find(_USER, 0, _HEAD)
    return user >= 0 and data.find(_RESULT, user, user + _NEAR) >= 0


def may_ask(data: bytes) -> bool:
    """Tell whether the words in a line may ask something: most do not, and need not be read."""
    # By `map`, since a generator would double the time of this.
    if b"?" in data or any(map(data.__contains__, _REQUESTS)):
        return True
    is_plain = data.isascii() and b"\\u" not in data
    return not is_plain and any(map(data.__contains__, _MARKS))


def is_spoken(data: bytes) -> bool:
    """Tell whether the line can be words of the assistant."""
    return b'"assistant"' in data and _TEXT.search(data) is not None


def parse(data: bytes) -> Any:
    """Read a line as JSON; ValueError where it is none."""
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError("too deep") from error
