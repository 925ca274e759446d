"""Learning in bulk: from a history of transcripts, from exported answers, from the upstream's database.

What is stored is stored: after a kill or Ctrl-C the next import goes on behind the last batch, and whatever
is met twice is known by its key. Knows nothing of how progress is shown.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from orchestrator_tray.adapters.store import Database
from orchestrator_tray.adapters.transcripts import FileState, Filters, Scan, Summary
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
_LONGEST_LINE = 4_000_000
"""Bytes of an exported answer; what is longer is broken in two."""


@dataclass(slots=True)
class Report(Summary):
    """What an import met, and what became of it."""

    learned: int = 0
    """Answers that were not known before."""
    known: int = 0
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
        seen = seen_files(self._database)
        scan = Scan(paths, self._filters, seen=seen, progress=progress, summary=self.report)
        for batch in _batches(scan):
            self._remember(batch)
            _keep_seen(self._database, scan.seen)
        _keep_seen(self._database, scan.seen)

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
                progress(file.tell(), size)
                try:
                    remembered = imported(_fields(line))
                except InputError as error:
                    self.report.broken_lines += 1
                    self.report.add_problem(f"{path}: line {number}: {error}")
                else:
                    yield Remembered(masked(remembered.pattern), remembered.key)


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
