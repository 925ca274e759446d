"""How fast an import embeds what it has learned, beside the bare model, and how much memory that takes.

python benchmarks/embedding_speed.py [--texts 600]

Both embed the same questions, one after the other in a process of its own; the best of three counts. The
import's share holds all that it does beside: the pipe to the child, the database, the vectors' table.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 3
WORDS = (
    "which", "database", "cache", "layout", "should", "the", "new", "service", "use", "for", "orders",
    "users", "files", "when", "it", "starts", "before", "release", "with", "tests", "and", "a", "queue", "or",
)  # fmt: skip


def questions(count: int) -> list[str]:
    rng = random.Random(7)
    return [f"{' '.join(rng.choices(WORDS, k=rng.randint(5, 25)))} {number}?" for number in range(count)]


def bare(texts: list[str], folder: Path) -> float:
    """Embed by the model alone; return the seconds."""
    from orchestrator_tray.adapters.embedder.model import DEFAULT_MODEL, Model

    model = Model(DEFAULT_MODEL, folder)
    list(model.embed(texts[:20]))
    begun = time.perf_counter()
    list(model.embed(texts))
    return time.perf_counter() - begun


def whole(texts: list[str], folder: Path) -> float:
    """Embed as an import does, into a database; return the seconds."""
    from orchestrator_tray.adapters.embedder import DEFAULT_MODEL, Embedder
    from orchestrator_tray.adapters.store import Database
    from orchestrator_tray.adapters.transcripts import Filters
    from orchestrator_tray.core.pattern import DecisionPattern, Remembered
    from orchestrator_tray.importer import Importer
    from orchestrator_tray.memory import Memory

    with (
        Database.open(folder / "patterns.db") as database,
        Embedder(DEFAULT_MODEL, cache_dir=folder) as embedder,
    ):
        database.remember([Remembered(DecisionPattern(text, "Yes"), text) for text in texts])
        embedder.embed(texts[:20])
        begun = time.perf_counter()
        Importer(database, Memory(database, embedder), Filters()).embed(lambda *_: None)
        return time.perf_counter() - begun


def run(name: str, count: int) -> None:
    """Measure one of them in this process; print the seconds and the peaks of memory as JSON."""
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as scratch:
        seconds = {"bare": bare, "whole": whole}[name](questions(count), Path(scratch))
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps([seconds, sum(peaks) / 1024]))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=int, default=600)
    parser.add_argument("--run", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run:
        run(given.run, given.texts)
        return
    best: dict[str, list[float]] = {}
    for _ in range(RUNS):
        for name in ("bare", "whole"):
            command = [sys.executable, __file__, "--run", name, "--texts", str(given.texts)]
            ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
            measured = json.loads(ran.stdout)
            best[name] = min(best.get(name, measured), measured)
    for name, (seconds, peak) in best.items():
        print(f"{name:6} {given.texts / seconds:7.1f} texts/s, peak {peak:4.0f} MB")
    print(f"an import embeds at {best['bare'][0] / best['whole'][0]:.2f} of the bare model's rate")


if __name__ == "__main__":
    main()
