"""Real decisions of people, as `benchmarks/judgement.py` and `fit_judge.py` read them.

One JSON object a line: user, session, call (shared by the questions asked together), ts, question, header,
options [{label, description}], multi_select, answer, repo.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from orchestrator_tray.adapters.embedder import Embedder
from orchestrator_tray.cli.replica import Replica
from orchestrator_tray.core.backtest import Outcome, replay
from orchestrator_tray.core.pattern import DecisionPattern, Recall
from orchestrator_tray.core.question import Option


def people(path: Path) -> dict[str, list[DecisionPattern]]:
    """Return each person's answers in the order of time."""
    found: dict[str, list[tuple[str, int, DecisionPattern]]] = defaultdict(list)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        found[row["user"]].append((row["ts"] or "", number, _pattern(row, number)))
    in_order = {user: sorted(rows, key=lambda row: row[:2]) for user, rows in found.items()}
    return {user: [pattern for *_, pattern in rows] for user, rows in in_order.items()}


def _pattern(row: dict[str, Any], number: int) -> DecisionPattern:
    return DecisionPattern(
        question_text=row["question"],
        user_answer=row["answer"],
        question_header=row["header"] or "",
        options=tuple(Option(option["label"], option["description"] or "") for option in row["options"]),
        multi_select=bool(row["multi_select"]),
        project=row["repo"],
        session_id=row["session"],
        tool_use_id=row["call"],
        timestamp=datetime.fromisoformat(row["ts"]) if row["ts"] else None,
        id=str(number),
    )


def vectors_of(patterns: Sequence[DecisionPattern], embedder: Embedder) -> dict[str, bytes]:
    texts = list(dict.fromkeys(pattern.question_text for pattern in patterns))
    vectors = dict(zip(texts, embedder.embed(texts), strict=True))
    return {pattern.id: vectors[pattern.question_text] for pattern in patterns}


class Listening:
    """A memory that tells what it recalls."""

    def __init__(self, memory: Replica, tell: Callable[[Recall], None]) -> None:
        self._memory = memory
        self._tell = tell

    def recall(self, pattern: DecisionPattern) -> Recall:
        recall = self._memory.recall(pattern)
        self._tell(recall)
        return recall

    def learn(self, pattern: DecisionPattern) -> None:
        self._memory.learn(pattern)


def replayed(
    patterns: Sequence[DecisionPattern],
    vectors: dict[str, bytes],
    embedder: Embedder,
    tell: Callable[[Recall], None],
) -> Iterator[Outcome]:
    """Live one person's history through once more, with a memory of its own that tells what it recalls."""
    with Replica(vectors, embedder.name, embedder.dimension) as memory:
        yield from replay(patterns, Listening(memory, tell))
