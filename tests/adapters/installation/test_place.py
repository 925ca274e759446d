"""Where the program goes, and what keeps it from going there. What it unpacks is tried in `tests/binary`."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from orchestrator_tray.adapters.installation.payload import CONTENTS, write_folder
from orchestrator_tray.adapters.installation.place import Installation, installation
from orchestrator_tray.errors import TrayError

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="links and menu entries are Linux's")
MODULES = b"PYZ\0" + bytes(range(256))


@pytest.fixture
def place(home: Path) -> Installation:
    return installation(home / "data", [], environment={"HOME": str(home)})


@pytest.fixture
def one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a small one file has unpacked: its program is a shell script around the archive of modules."""
    before, after = b"#!/bin/sh\necho orchestrator-tray; exit\n", b"\nend"
    unpacked = tmp_path / "_MEIx"
    (unpacked / "_install").mkdir(parents=True)
    (unpacked / "library.so").write_bytes(b"library")
    (unpacked / ".in-use").touch()
    (unpacked / "_install" / "orchestrator-tray").write_bytes(before + after)
    whole = before + MODULES + after
    about = {"before": len(before), "sha256": hashlib.sha256(whole).hexdigest()}
    pieces = {"begins": MODULES[:64].hex(), "size": len(MODULES), "programs": {"orchestrator-tray": about}}
    (unpacked / "_install" / "pieces.json").write_text(json.dumps(pieces))
    file = tmp_path / "download"
    file.write_bytes(b"loader" + MODULES + b"the rest")
    monkeypatch.setattr(sys, "executable", str(file))
    monkeypatch.setattr(sys, "_MEIPASS", str(unpacked), raising=False)
    return unpacked


def test_from_source_there_is_nothing_to_install(place):
    with pytest.raises(TrayError, match="runs from Python and is installed by pip"):
        [*place.make()]


def test_a_program_of_the_system_says_that_it_is_installed(place, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    with pytest.raises(TrayError, match="is installed already" if sys.platform != "darwin" else "drag"):
        [*place.make()]


def test_the_folder_is_put_together_out_of_what_was_unpacked(one_file, tmp_path):
    write_folder(one_file, tmp_path / "made")

    program = tmp_path / "made" / "orchestrator-tray"
    assert MODULES in program.read_bytes()
    assert {path.name for path in (tmp_path / "made" / CONTENTS).iterdir()} == {"library.so"}


def test_a_damaged_download_is_noticed(one_file, tmp_path):
    Path(sys.executable).write_bytes(b"loader" + MODULES[:-1] + b"X")

    with pytest.raises(TrayError, match="the file is damaged; download it anew"):
        write_folder(one_file, tmp_path / "made")


@linux_only
def test_all_is_made_and_all_is_removed(one_file, place, home):
    before = {*home.rglob("*")}

    made = [*place.make()]

    assert made[:2] == [place.program, place.link]
    assert subprocess.check_output([place.link]) == b"orchestrator-tray\n"
    assert set(place.remove()) == {place.link, made[2], place.folder}
    assert {path for path in home.rglob("*") if not path.is_dir()} == {p for p in before if not p.is_dir()}


@linux_only
def test_a_folder_where_programs_cannot_start_gets_none(one_file, place):
    (one_file / "_install" / "orchestrator-tray").write_bytes(b"exit 1\n")
    pieces = json.loads((one_file / "_install" / "pieces.json").read_text())
    whole = b"exit" + MODULES + b" 1\n"
    pieces["programs"]["orchestrator-tray"] = {"before": 4, "sha256": hashlib.sha256(whole).hexdigest()}
    (one_file / "_install" / "pieces.json").write_text(json.dumps(pieces))

    with pytest.raises(TrayError, match="programs cannot be started there"):
        [*place.make()]

    assert not place.folder.exists()
    assert [*place.folder.parent.iterdir()] == []


@linux_only
def test_a_program_that_runs_is_not_removed(one_file, place):
    [*place.make()]
    place.program.unlink()
    place.program.write_bytes(Path("/bin/sleep").read_bytes())
    place.program.chmod(0o755)
    with subprocess.Popen([place.program, "60"]) as running:
        try:
            with pytest.raises(TrayError, match=rf"is running; .* `kill {running.pid}`, then"):
                [*place.remove()]
        finally:
            running.kill()
    assert place.link.is_symlink()


@linux_only
def test_a_link_to_another_program_stays(one_file, place):
    place.binaries.mkdir(parents=True)
    place.link.symlink_to("/usr/bin/other")

    with pytest.raises(TrayError, match="is another program"):
        [*place.make()]

    assert [*place.remove()] == []
    assert place.link.is_symlink()


def test_a_program_that_does_not_answer_is_as_good_as_none(place):
    assert place.call("--version") == ""
