"""Pairs of questions that look alike: some ask the same in other words, most are traps.

Each line of tests/core/lookalikes*.jsonl holds an old question with its answer, and a new one: `kind` is
"reworded" where both ask the same, else it names what differs. `PAIRS` were written beside the judgement,
`FAR` by others, to break it: rewordings that keep hardly a word, traps that change one word of grammar, and
both at once; `NATURAL` by others, as sessions ask. On `UNSEEN` nothing was ever tuned.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from orchestrator_tray.adapters.embedder import Embedder
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.decision import Decision
from orchestrator_tray.core.pattern import DecisionPattern, Remembered
from orchestrator_tray.core.question import Option, Part, Question
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.core.weigh import weigh
from orchestrator_tray.memory import Memory

_FOLDER = Path(__file__).parents[1] / "core"
PAIRS = _FOLDER / "lookalikes.jsonl"
FAR = _FOLDER / "lookalikes_far.jsonl"
NATURAL = _FOLDER / "lookalikes_natural.jsonl"
UNSEEN = _FOLDER / "lookalikes_unseen.jsonl"
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
TIMES = 3
"""So often was each old question answered, always the same way."""


@dataclass(frozen=True, slots=True)
class Pair:
    kind: str
    old: Part
    answer: str
    new: Part

    @property
    def is_trap(self) -> bool:
        return self.kind != "reworded"


def load_pairs(path: Path = PAIRS) -> list[Pair]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Pair(row["kind"], _part(row["old"]), row["answer"], _part(row["new"])) for row in rows]


def _part(row: dict[str, Any]) -> Part:
    return Part(row["question"], row["header"], tuple(map(Option, row["options"])), row["multiSelect"])


def teach(database: Database, pairs: Sequence[Pair], embedder: Embedder, *, times: int = TIMES) -> None:
    """Remember the old questions, each answered so often."""
    vectors = embedder.embed([pair.old.text for pair in pairs])
    database.use_model(embedder.name, embedder.dimension)
    database.remember(
        [
            Remembered(_pattern(pair), f"{number}:{time}", vector)
            for number, (pair, vector) in enumerate(zip(pairs, vectors, strict=True))
            for time in range(times)
        ]
    )


def decided(
    pairs: Sequence[Pair], folder: Path, embedder: Embedder, settings: Settings
) -> Iterator[tuple[Pair, Decision]]:
    """Teach one memory all the old questions, then ask the new ones."""
    with Database.open(folder / "patterns.db") as database:
        teach(database, pairs, embedder)
        memory = Memory(database, embedder)
        for number, pair in enumerate(pairs):
            question = Question(str(number), "", (pair.new,), NOW)
            recalls, _ = memory.consult(question)
            yield pair, weigh(question, recalls, settings, now=NOW)


def _pattern(pair: Pair) -> DecisionPattern:
    return DecisionPattern(
        question_text=pair.old.text,
        user_answer=pair.answer,
        question_header=pair.old.header,
        options=pair.old.options,
        multi_select=pair.old.multi_select,
        timestamp=NOW,
    )
