"""A whole history, scanned for what a person answered.

Nothing that a file holds ends the scan: what cannot be read is counted and said in the summary.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from orchestrator_tray.adapters.transcripts.files import Found, find_files
from orchestrator_tray.adapters.transcripts.session import NotATranscriptError, Session
from orchestrator_tray.core.dialog import Outcome, Passed, Refused
from orchestrator_tray.core.pattern import Remembered
from orchestrator_tray.core.project import lies_in
from orchestrator_tray.core.secrets import masked

_PROBLEMS_KEPT = 20

Progress = Callable[[int, int], None]
"""Told the bytes that are done and those there are in all."""


class FileState(NamedTuple):
    """How far a file was read; a value to be kept between scans, as JSON if need be."""

    size: int
    mtime_ns: int
    offset: int
    """Where to go on when the file has grown."""
    filters: str
    """What the scan was restricted to; under other filters the file is read anew."""


@dataclass(slots=True)
class Summary:
    """What was read, counted."""

    files: int = 0
    """Read, wholly or from where they had grown."""
    unchanged: int = 0
    """Not read, since nothing had changed since the last time."""
    bytes: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    """Questions and answers that were not learned, by the reason."""
    broken_lines: int = 0
    overlong_lines: int = 0
    unreadable: int = 0
    """Files."""
    problems: list[str] = field(default_factory=list)
    """The first ones, each with its place."""

    def add_problem(self, text: str) -> None:
        if len(self.problems) < _PROBLEMS_KEPT:
            self.problems.append(text)


@dataclass(frozen=True, slots=True)
class Filters:
    """What is wanted of a history."""

    after: datetime | None = None
    """Answers from this time on; timezone-aware."""
    before: datetime | None = None
    """Answers before this time."""
    projects: tuple[str, ...] = ()
    """Path prefixes; () for all."""
    excluded: tuple[str, ...] = ()
    """Path prefixes."""

    def reason_against(self, remembered: Remembered) -> str:
        """Say why an answer is not wanted; "" where it is."""
        at, project = remembered.pattern.timestamp, remembered.pattern.project
        if (self.after or self.before) and at is None:
            return "without a time"
        if at and ((self.after and at < self.after) or (self.before and at >= self.before)):
            return "outside the dates"
        if self.projects and not lies_in(project, self.projects):
            return "of another project"
        return "of an excluded project" if lies_in(project, self.excluded) else ""

    @property
    def digest(self) -> str:
        return blake2b(repr(self).encode(), digest_size=8).hexdigest() if self != Filters() else ""


class Scan:
    """Iterate over it once to get each answer once, secrets masked; `summary` counts what it meets.

    While it runs, `seen` holds the files of which every answer was handed out: keep it once those are stored.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        filters: Filters = Filters(),
        *,
        seen: Mapping[str, FileState] | None = None,
        progress: Progress | None = None,
        summary: Summary | None = None,
    ) -> None:
        self.summary = summary or Summary()
        self.parsed = 0
        """Lines that were read as JSON; most are not."""
        self.seen: dict[str, FileState] = dict(seen or {})
        self._paths = list(paths)
        self._filters = filters
        self._progress = progress
        self._keys: set[str] = set()
        self._answered: set[str] = set()
        self._refused: dict[str, Refused] = {}
        self._done = 0
        self._total = 0

    def __iter__(self) -> Iterator[Remembered]:
        files = find_files(self._paths)
        self._total = sum(found.size for found in files)
        self._advanced(0)
        for found in files:
            if found.problem:
                self._unreadable(found.path, found.problem)
            else:
                yield from self._file(found)
        self._count_refused()

    def _file(self, found: Found) -> Iterator[Remembered]:
        start = self._start(found)
        self._advanced(start)
        if start == found.size and found.size:
            self.summary.unchanged += 1
            return
        session = Session(found.path, start, found.size, self._read)
        try:
            for outcome in session.outcomes():
                yield from self._wanted(outcome)
        except OSError as error:
            self._unreadable(found.path, error.strerror or str(error))
        except NotATranscriptError:
            self._unreadable(found.path, "no text file")
        else:
            self._count(session)
            state = FileState(found.size, found.mtime_ns, session.resume_at, self._filters.digest)
            self.seen[str(found.path)] = state

    def _start(self, found: Found) -> int:
        """Give where to begin: at its end where it is unchanged, where it goes on if it grew, else at 0."""
        state = self.seen.get(str(found.path))
        if state is None or state.filters != self._filters.digest or found.size < state.size:
            return 0
        if found.size == state.size:
            return found.size if found.mtime_ns == state.mtime_ns else 0
        return state.offset

    def _wanted(self, outcome: Outcome) -> Iterator[Remembered]:
        match outcome:
            case Refused():
                self._refused.setdefault(outcome.tool_use_id, outcome)
            case Passed(reason):
                self.summary.skipped[reason] += 1
            case Remembered():
                yield from self._remembered(outcome)

    def _remembered(self, remembered: Remembered) -> Iterator[Remembered]:
        self._answered.add(remembered.pattern.tool_use_id)
        reason = self._filters.reason_against(remembered)
        if remembered.key in self._keys:
            self.summary.skipped["a copy"] += 1
        elif reason:
            self.summary.skipped[reason] += 1
        else:
            self._keys.add(remembered.key)
            yield Remembered(masked(remembered.pattern), remembered.key)

    def _count(self, session: Session) -> None:
        self.summary.files += 1
        self.parsed += session.lines
        self.summary.broken_lines += session.broken
        self.summary.overlong_lines += session.too_long

    def _count_refused(self) -> None:
        """Count calls without a decision, unless another copy of them holds one."""
        for tool_use_id, refused in self._refused.items():
            if tool_use_id not in self._answered:
                self.summary.skipped[refused.reason.replace("_", " ")] += 1

    def _unreadable(self, path: Path, reason: str) -> None:
        self.summary.unreadable += 1
        self.summary.add_problem(f"{path}: {reason}")

    def _read(self, count: int) -> None:
        self.summary.bytes += count
        self._advanced(count)

    def _advanced(self, count: int) -> None:
        self._done += count
        if self._progress:
            self._progress(self._done, self._total)
