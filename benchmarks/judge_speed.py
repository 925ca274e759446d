"""What a decision costs beside the embedding of its question: judge and guard, for 50 neighbours.

python benchmarks/judge_speed.py

The memory is warm, as in a program that runs; each question is new. Times are of the processor, best of five.
All that memory brought up lives on here, where the program has one question's at a time: it is kept from the
garbage collector, which would go through it again and again.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from orchestrator_tray.adapters.embedder import Embedder  # noqa: E402
from orchestrator_tray.adapters.store import Database  # noqa: E402
from orchestrator_tray.core import guard  # noqa: E402
from orchestrator_tray.core.judge import judge  # noqa: E402
from orchestrator_tray.core.pattern import Recall  # noqa: E402
from orchestrator_tray.core.question import Part  # noqa: E402
from tests.support.lookalikes import NOW, Pair, load_pairs, teach  # noqa: E402

RUNS = 5
EMBEDDED = 100
NEIGHBOURS = 50

Asked = tuple[Part, Recall]


def main() -> None:
    pairs = load_pairs()
    with Embedder() as embedder, tempfile.TemporaryDirectory() as folder:
        asked = recalled(pairs, embedder, Path(folder))
        begun = time.perf_counter()
        for part, _ in asked[:EMBEDDED]:
            embedder.embed([part.text])
        embedding = (time.perf_counter() - begun) / EMBEDDED
    gc.freeze()
    judging = best(lambda one: judge(one[0], one[1], project="", now=NOW), asked)
    guarding = best(lambda one: guard.danger([one[0]], one[0].labels[:1]), asked)
    neighbours = sum(len(recall.neighbours) for _, recall in asked) / len(asked)
    choices = len(asked[0][1].choices.latest)
    print(f"judge     {judging * 1000:6.3f} ms for {neighbours:.0f} neighbours and {choices} choices")
    print(f"guard     {guarding * 1000:6.3f} ms")
    print(f"embedding {embedding * 1000:6.3f} ms")
    print(f"judge and guard cost {(judging + guarding) / embedding:.1%} of the embedding")


def recalled(pairs: list[Pair], embedder: Embedder, folder: Path) -> list[Asked]:
    with Database.open(folder / "patterns.db") as database:
        teach(database, pairs, embedder, times=1)
        vectors = embedder.embed([pair.new.text for pair in pairs])
        recalls = [
            database.recall(pair.new, project="", vector=vector)
            for pair, vector in zip(pairs, vectors, strict=True)
        ]
    return [
        (pair.new, replace(recall, neighbours=recall.neighbours[:NEIGHBOURS]))
        for pair, recall in zip(pairs, recalls, strict=True)
    ]


def best(work: Callable[[Asked], object], asked: list[Asked]) -> float:
    """Return the processor time of one piece of work in seconds, each on a question that is new."""
    times: list[float] = []
    for run in range(RUNS):
        fresh = [(replace(part, text=f"{part.text.rstrip('?')} {run}?"), recall) for part, recall in asked]
        begun = time.process_time()
        for one in fresh:
            work(one)
        times.append((time.process_time() - begun) / len(fresh))
    return min(times)


if __name__ == "__main__":
    main()
