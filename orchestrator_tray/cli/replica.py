"""A person's history lived through once more: a second memory that knows only what came before."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from orchestrator_tray.adapters.embedder import Embedder
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.pattern import DecisionPattern, Recall, Remembered
from orchestrator_tray.errors import ModelError

_BATCH = 64
_FIRST = datetime.min.replace(tzinfo=UTC)


class Replica:
    """A memory in a scratch folder, which begins empty; made for `core.backtest.replay`."""

    def __init__(self, vectors: Mapping[str, bytes], model: str, dimension: int) -> None:
        """`vectors` are those of the history's patterns by id, of the model that is named."""
        self._vectors = vectors
        self._model = (model, dimension)
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        folder = self._stack.enter_context(TemporaryDirectory(prefix="orchestrator-tray-"))
        self._database = self._stack.enter_context(Database.open(Path(folder) / "patterns.db"))
        self._database.use_model(*self._model)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def recall(self, pattern: DecisionPattern) -> Recall:
        return self._database.recall(
            pattern.part, project=pattern.project, vector=self._vectors.get(pattern.id)
        )

    def learn(self, pattern: DecisionPattern) -> None:
        self._database.remember([Remembered(pattern, pattern.id, self._vectors.get(pattern.id))])


def history_of(database: Database) -> list[DecisionPattern]:
    """Return all patterns in the order of their answers, without what was said about them later."""
    found = [replace(pattern, confirmations=0, corrections=0) for _, pattern in database.export()]
    return sorted(found, key=lambda pattern: pattern.timestamp or _FIRST)


def vectors_for(
    patterns: Sequence[DecisionPattern],
    database: Database,
    embedder: Embedder,
    advanced: Callable[[int, int], None],
) -> tuple[dict[str, bytes], str]:
    """Return the patterns' vectors by id, made where there are none, and what is wrong with the model."""
    vectors = database.vectors_of([pattern.id for pattern in patterns]) if _is_of(database, embedder) else {}
    missing = [pattern for pattern in patterns if pattern.id not in vectors]
    try:
        for start in range(0, len(missing), _BATCH):
            page = missing[start : start + _BATCH]
            made = embedder.embed([pattern.question_text for pattern in page])
            vectors |= {pattern.id: vector for pattern, vector in zip(page, made, strict=True)}
            advanced(start + len(page), len(missing))
    except ModelError as error:
        return vectors, str(error)
    return vectors, ""


def _is_of(database: Database, embedder: Embedder) -> bool:
    return bool(database.stats()["model"] == embedder.name)
