"""What the store has acknowledged survives `kill -9` in the middle of writing."""

import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from orchestrator_tray.adapters.store import Database
from tests.support.embedding import HashEmbedder

REPO = Path(__file__).parents[2]
KILLS = 50


def killed_writer(path: Path, run: int, lines: int) -> list[tuple[str, str]]:
    """Let a process write, kill it after that many acknowledgements, and return all that it made."""
    command = [sys.executable, "-m", "tests.support.writer", str(path), str(run)]
    with subprocess.Popen(command, cwd=REPO, stdout=subprocess.PIPE, text=True) as writer:
        told = [writer.stdout.readline() for _ in range(lines)]
        writer.kill()
        told += writer.stdout.readlines()
    whole = [line.split() for line in told if line.endswith("\n")]
    assert len(whole) >= lines
    return [(what, name) for what, name in whole]


def check_soundness(db: Database) -> None:
    """Raise or fail where two parts of the database tell different stories."""
    rows = db._db.execute
    assert rows("PRAGMA integrity_check") == [("ok",)]
    rows("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    embedded = rows("SELECT id FROM patterns WHERE has_vector ORDER BY id")
    assert rows("SELECT pattern_id FROM vectors ORDER BY pattern_id") == embedded
    assert rows("SELECT count(*) FROM patterns WHERE NOT has_vector") == [(0,)]


def check_nothing_lost(db: Database, told: list[tuple[str, str]]) -> None:
    keys = {key for key, _ in db.export()}
    batches = Counter(key.rpartition(":")[0] for key in keys)
    assert set(batches.values()) <= {2, 3}  # never a part of what was remembered or forgotten at once
    for what, name in told:
        match what:
            case "remembered":
                assert {f"{name}:0", f"{name}:1"} <= keys
            case "forgotten":
                assert f"{name}:2" not in keys
            case "decided":
                assert db.record_of(name).decision.answers == ("Yes",)
            case "sent":
                assert [step.state for step, _ in db.record_of(name).deliveries] == ["sent"]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_fifty_kills_lose_nothing_that_was_acknowledged(tmp_path):
    path = tmp_path / "patterns.db"
    chance = random.Random(50)
    told: list[tuple[str, str]] = []
    for run in range(KILLS):
        told += killed_writer(path, run, lines=chance.randrange(1, 12))
        with Database.open(path) as db:
            check_soundness(db)
            check_nothing_lost(db, told)
            assert len(db.nearest(HashEmbedder().vector("Something else?"), limit=5)) <= 5
    assert {what for what, _ in told} == {"remembered", "forgotten", "decided", "sent"}
