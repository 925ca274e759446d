"""What the program says of its own making."""

import json
from importlib.metadata import version

import pytest

from orchestrator_tray import version as module
from orchestrator_tray.version import Build, read_build, version_text


def test_from_source_it_is_the_installed_version():
    assert version_text() == f"orchestrator-tray {version('orchestrator-tray')}"
    assert read_build() is None


def test_a_frozen_program_tells_commit_and_date(tmp_path, monkeypatch: pytest.MonkeyPatch):
    stamp = tmp_path / "_build.json"
    stamp.write_text(json.dumps({"version": "1.2.3", "commit": "abc123def", "date": "2026-01-02"}))
    monkeypatch.setattr(module, "read_build", lambda: read_build(stamp))

    assert read_build(stamp) == Build("1.2.3", "abc123def", "2026-01-02")
    assert version_text() == "orchestrator-tray 1.2.3 (commit abc123def, built 2026-01-02)"
