"""A process that writes to a database without pause and tells each write that has returned: to be killed."""

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.core.pattern import DecisionPattern, Remembered
from orchestrator_tray.core.question import Part, Question
from tests.support.embedding import HashEmbedder

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
EMBEDDER = HashEmbedder()


def write(db: Database, name: str) -> None:
    """Remember three at once, forget one of them, and take a question to its `sent`: all under one name."""
    texts = [f"Should {name} be {number}?" for number in range(3)]
    ids = db.remember(
        [
            Remembered(DecisionPattern(text, "Yes"), f"{name}:{number}", vector)
            for number, (text, vector) in enumerate(zip(texts, EMBEDDER.embed(texts), strict=True))
        ]
    )
    acknowledge("remembered", name)
    db.forget(ids[2:])
    acknowledge("forgotten", name)
    db.set_vectors([(ids[0], EMBEDDER.vector("Something else?"))])
    db.save_question(Question(name, "slug", (Part(texts[0]),), NOW))
    db.save_decision(Decision(name, "answer", ("Yes",), 0.99, 1.0, (ids[0],), "as before"), NOW)
    acknowledge("decided", name)
    db.save_delivery(Delivery(name, "sent", "Yes", "auto"), NOW)
    acknowledge("sent", name)


def acknowledge(what: str, name: str) -> None:
    sys.stdout.write(f"{what} {name}\n")
    sys.stdout.flush()


def main(path: str, run: str) -> None:
    with Database.open(Path(path)) as db:
        db.use_model(EMBEDDER.name, EMBEDDER.dimension)
        for number in count():
            write(db, f"{run}-{number}")


if __name__ == "__main__":
    main(*sys.argv[1:])
