"""What the listener asks the transcripts, while they are being written."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from orchestrator_tray.adapters.transcripts import Transcripts, reader
from orchestrator_tray.core.actions import SearchTranscript

START = datetime(2026, 3, 1, 10, tzinfo=UTC)
SEARCH = SearchTranscript("S", "delivery", "/home/ann/shop", "session-1", START, "SQLite")


@pytest.fixture
def transcript(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(reader, "PATIENCE", 60.0)
    path = tmp_path / "projects" / "-home-ann-shop" / "session-1.jsonl"
    path.parent.mkdir(parents=True)
    path.touch()
    return path


def prompt(text: str) -> str:
    message = {"role": "user", "content": text}
    fields = {"promptSource": "sdk", "entrypoint": "sdk-cli", "timestamp": START.isoformat()}
    return json.dumps({"type": "user", "message": message, **fields}) + "\n"


def test_a_prompt_is_waited_for_until_it_is_written(tmp_path: Path, transcript: Path):
    with ThreadPoolExecutor(1) as pool:
        verdict = pool.submit(Transcripts(tmp_path).search, SEARCH)
        transcript.write_text(prompt("SQLite"))
        assert verdict.result(30) == "found"


def test_at_the_end_nobody_waits_any_more(tmp_path: Path, transcript: Path):
    transcripts = Transcripts(tmp_path)
    with ThreadPoolExecutor(1) as pool:
        verdict = pool.submit(transcripts.search, SEARCH)
        transcripts.stop()
        assert verdict.result(30) == "absent"


def test_where_no_transcript_is_nobody_can_tell(tmp_path: Path):
    assert Transcripts(tmp_path).search(SEARCH) == "unreadable"
