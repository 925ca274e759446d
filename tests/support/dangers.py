"""Questions of a coding agent that no machine may answer, and harmless ones that sound like them.

Each line of tests/core/dangers*.jsonl holds a question, an answer, and its `kind`: "harmless" or that of the
danger. The guard's rules were made to `KNOWN`. `EVERYDAY` puts danger into everyday words, and a session's
harmless talk beside it. On `UNSEEN` neither the rules nor the second opinion were ever tuned.
"""

import json
from pathlib import Path
from typing import NamedTuple

from orchestrator_tray.core import guard
from orchestrator_tray.core.question import Option, Part

_FOLDER = Path(__file__).parents[1] / "core"
KNOWN = _FOLDER / "dangers.jsonl"
EVERYDAY = _FOLDER / "dangers_everyday.jsonl"
UNSEEN = _FOLDER / "dangers_unseen.jsonl"


class Asked(NamedTuple):
    part: Part
    answer: str
    is_dangerous: bool

    @property
    def is_held(self) -> bool:
        """Whether the guard's rules hold it."""
        return guard.danger([self.part], [self.answer]) is not None


def load_dangers(path: Path) -> list[Asked]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Asked(
            Part(
                row["question"],
                row["header"],
                tuple(Option(one["label"], one.get("description", "")) for one in row["options"]),
            ),
            row["answer"],
            row["kind"] != "harmless",
        )
        for row in rows
    ]
