"""What the libraries of the model leave behind: onnxruntime makes an identifier and a queue of reports."""

from pathlib import Path

import pytest

from orchestrator_tray.adapters.embedder import Embedder


def test_loading_and_embedding_leave_no_file_in_the_home_or_the_temporary_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    temporary = home / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    before = {*home.rglob("*")}

    with Embedder() as embedder:
        embedder.embed(["Which authentication method should we use?"])

    assert {*home.rglob("*")} == before
