"""Learning in bulk: from a history of transcripts, from exported answers, from the upstream's database.

What is stored is stored: after a kill or Ctrl-C the next import goes on behind the last batch, and whatever
is met twice is known by its key. Knows nothing of how progress is shown.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from orchestrator_tray.adapters.store import Database
from orchestrator_tray.adapters.transcripts import FileState, Filters, Scan
from orchestrator_tray.adapters.upstream import read_upstream
from orchestrator_tray.core.exchange import KIND, imported
from orchestrator_tray.core.pattern import DecisionPattern, Remembered
from orchestrator_tray.core.secrets import masked
from orchestrator_tray.errors import InputError
from orchestrator_tray.memory import Memory
from orchestrator_tray.paths import claude_dir

Progress = Callable[[int, int], None]
"""Told what is done and what there is in all."""

_BATCH, _BATCH_CHARACTERS = 500, 2_000_000
_SEEN_KEY: Final = "import_seen"
_PROBLEMS_KEPT = 20
_LONGEST_LINE = 4_000_000
"""Bytes of an exported answer; what is longer is broken in two."""


@dataclass(slots=True)
class Report:
    """What an import met, and what became of it."""

    files: int = 0
    """Read, wholly or from where they had grown."""
    unchanged: int = 0
    """Not read, since nothing had changed since the last import."""
    bytes: int = 0
    learned: int = 0
    """Answers that were not known before."""
    known: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    """Questions and answers that were not learned, by the reason."""
    broken_lines: int = 0
    overlong_lines: int = 0
    unreadable: int = 0
    """Files."""
    problems: list[str] = field(default_factory=list)
    embedded: int = 0


def history_folder() -> Path:
    """Return where Claude Code keeps the transcripts of all projects."""
    return claude_dir(os.environ) / "projects"


class Importer:
    """Learns from one source after the other; `report` holds what has happened so far."""

    def __init__(self, database: Database, memory: Memory, filters: Filters) -> None:
        self.report = Report()
        self._database = database
        self._memory = memory
        self._filters = filters

    def learn_transcripts(self, paths: Iterable[Path], progress: Progress) -> None:
        """Learn from transcripts and folders of them; what was read before is passed over."""
        scan = Scan(paths, self._filters, seen=seen_files(self._database), progress=progress)
        answers = iter(scan)
        try:
            for batch in _batches(answers):
                self._remember(batch)
                _keep_seen(self._database, scan.seen)
            _keep_seen(self._database, scan.seen)
        finally:
            self._add(scan)

    def learn_upstream(self, path: Path) -> None:
        """Learn from the database of `cbos-patterns`. Raises StoreError where it is none."""
        self.report.files += 1
        self._learn(read_upstream(path))

    def learn_export(self, path: Path, progress: Progress) -> None:
        """Learn from exported lines; those that are none are counted."""
        self.report.files += 1
        self._learn(self._exported(path, progress))

    def embed(self, progress: Progress) -> None:
        """Give vectors to all that has none of the model in use. Raises ModelError, StoreError."""
        embedder = self._memory.embedder
        total = self._database.use_model(embedder.name, embedder.dimension)
        if total:
            progress(0, total)
            self.report.embedded = self._memory.embed_missing(advanced=lambda done: progress(done, total))

    def _learn(self, answers: Iterator[Remembered]) -> None:
        wanted = filter(self._is_wanted, answers)
        for batch in _batches(wanted):
            self._remember(batch)

    def _is_wanted(self, remembered: Remembered) -> bool:
        reason = self._filters.reason_against(remembered)
        self.report.skipped.update([reason] if reason else [])
        return not reason

    def _remember(self, batch: list[Remembered]) -> None:
        forgotten = self._database.are_forgotten(each.key for each in batch)
        wanted = [each for each in batch if each.key not in forgotten]
        self.report.skipped.update("forgotten" for _ in range(len(batch) - len(wanted)))
        before = self._database.count()
        self._database.remember(wanted)
        new = self._database.count() - before
        self.report.learned += new
        self.report.known += len(wanted) - new

    def _exported(self, path: Path, progress: Progress) -> Iterator[Remembered]:
        size = path.stat().st_size
        with path.open("rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(_LONGEST_LINE), b""), 1):
                self.report.bytes += len(line)
                progress(self.report.bytes, size)
                try:
                    remembered = imported(_fields(line))
                except InputError as error:
                    self.report.broken_lines += 1
                    self._problem(f"{path}: line {number}: {error}")
                else:
                    yield Remembered(masked(remembered.pattern), remembered.key)

    def _problem(self, text: str) -> None:
        if len(self.report.problems) < _PROBLEMS_KEPT:
            self.report.problems.append(text)

    def _add(self, scan: Scan) -> None:
        report, summary = self.report, scan.summary
        report.files += summary.files
        report.unchanged += summary.unchanged
        report.bytes += summary.bytes
        report.skipped.update(summary.skipped)
        report.broken_lines += summary.broken_lines
        report.overlong_lines += summary.overlong_lines
        report.unreadable += summary.unreadable
        for problem in summary.problems:
            self._problem(problem)


def _batches(answers: Iterable[Remembered]) -> Iterator[list[Remembered]]:
    """Give them in pieces that are worth a transaction and small in memory."""
    batch: list[Remembered] = []
    size = 0
    for each in answers:
        batch.append(each)
        size += _size(each.pattern)
        if len(batch) == _BATCH or size > _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(pattern: DecisionPattern) -> int:
    offered = sum(len(option.label) + len(option.description) for option in pattern.options)
    return len(pattern.question_text) + len(pattern.user_answer) + len(pattern.context_before) + offered


def seen_files(database: Database) -> Mapping[str, FileState]:
    """Return how far transcripts were read by earlier imports."""
    found = json.loads(database.get_meta(_SEEN_KEY) or "{}")
    return {path: FileState(*state) for path, state in found.items()}


def _keep_seen(database: Database, seen: Mapping[str, FileState]) -> None:
    database.set_meta(_SEEN_KEY, json.dumps(seen, separators=(",", ":")))


def is_export(path: Path) -> bool:
    """Tell whether a file begins with an exported answer."""
    with suppress(OSError, InputError), path.open("rb") as file:
        return bool(_fields(file.readline(_LONGEST_LINE)))
    return False


def _fields(line: bytes) -> Mapping[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError("not JSON") from None
    if not isinstance(fields, dict) or fields.get("type") != KIND:
        raise InputError("no exported answer")
    return fields
