"""What is handed to the desktop's opener, and what is said where it cannot open."""

import sys
import time
from pathlib import Path

import pytest

from orchestrator_tray.adapters import opener
from orchestrator_tray.adapters.opener import open_path
from orchestrator_tray.errors import TrayError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows opens by itself")
COMMAND = "open" if sys.platform == "darwin" else "xdg-open"


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Makes an opener of these shell lines."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def make(*lines: str):
        program = folder / COMMAND
        program.write_text("\n".join(("#!/bin/sh", *lines)))
        program.chmod(0o755)

    return make


def test_the_place_is_handed_over_as_it_is(desktop, tmp_path: Path):
    told = tmp_path / "told"
    desktop(f'printf %s "$1" > {told}')
    open_path("/some where/$HOME;x")
    assert told.read_text() == "/some where/$HOME;x"


def test_an_opener_that_fails_is_told_in_one_line(desktop):
    desktop("exit 3")
    with pytest.raises(TrayError, match="cannot open it; open it yourself"):
        open_path("/place")


def test_no_opener_at_all_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TrayError, match="cannot open it"):
        open_path("/place")


def test_an_opener_that_is_the_editor_itself_goes_on(
    desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(opener, "_PATIENCE", 0.1)
    saved = tmp_path / "saved"
    desktop("sleep 0.5", f"echo done > {saved}")
    open_path("/place")
    deadline = time.monotonic() + 10
    while not saved.exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)
