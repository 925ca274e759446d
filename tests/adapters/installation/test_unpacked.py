"""Which folders of earlier runs are cleared: those that no process uses any more, and only ours."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from orchestrator_tray.adapters.installation.unpacked import MARK, OURS, begin, clear, one_file_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files that are in use")

HOLD = (
    "import sys, pathlib\n"
    "from orchestrator_tray.adapters.installation import unpacked\n"
    "unpacked._hold(pathlib.Path(sys.argv[1]))\n"
    "print('held', flush=True)\n"
    "sys.stdin.read()\n"
)

INTERRUPTED = (
    "import os, signal, time\n"
    "from orchestrator_tray.adapters.installation import unpacked\n"
    "unpacked._interrupt_once()\n"
    "for _ in range(2):\n"
    "    try:\n"
    "        os.kill(os.getpid(), signal.SIGINT)\n"
    "        print('passed over')\n"
    "    except KeyboardInterrupt:\n"
    "        print('interrupted')\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What the loader has unpacked for a run of ours."""
    return unpacked_by(dead_process(), tmp_path / "tmp")


def unpacked_by(loader: int, place: Path) -> Path:
    made = place / f"_MEI{loader:08x}a1B2c3"
    (made / "numpy").mkdir(parents=True)
    for name in (OURS, "numpy/half"):
        (made / name).touch()
    return made


def age(folder: Path) -> None:
    long_ago = time.time() - 60
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (long_ago, long_ago))


def dead_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def mark(folder: Path, loader: int) -> None:
    (folder / MARK).write_text(str(loader))


def test_what_a_dead_loader_left_is_cleared(folder):
    mark(folder, dead_process())

    assert clear(folder.parent) == [folder]
    assert not folder.exists()


def test_what_a_living_process_holds_stays_until_it_ends(folder):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        assert (folder / MARK).read_text() == str(os.getpid())
        mark(folder, dead_process())

        assert clear(folder.parent) == []

        holder.communicate()
    assert clear(folder.parent) == [folder]


def test_what_a_living_loader_will_remove_itself_stays(folder):
    mark(folder, os.getpid())

    assert clear(folder.parent) == []


def test_what_a_loader_was_unpacking_when_it_was_killed_is_cleared(folder):
    age(folder)

    assert clear(folder.parent) == [folder]


def test_what_a_living_loader_unpacks_has_no_mark_yet_and_stays(tmp_path):
    age(unpacked_by(os.getpid(), tmp_path))

    assert clear(tmp_path) == []


def test_what_changes_still_stays_though_its_loader_is_not_seen(folder):
    age(folder)
    (folder / "numpy" / "half").touch()

    assert clear(folder.parent) == []


def test_a_folder_of_ours_that_tells_no_loader_stays(folder):
    age(folder.rename(folder.with_name("_MEIother")))

    assert clear(folder.parent) == []


def test_folders_of_other_programs_and_links_stay(folder):
    mark(folder, dead_process())
    place = folder.parent / "elsewhere"
    folder.rename(place)
    link = folder.parent / "_MEIlink"
    link.symlink_to(place)
    foreign = folder.parent / "_MEIforeign"
    foreign.mkdir()
    mark(foreign, dead_process())

    assert clear(folder.parent) == []
    assert place.exists()


def test_a_folder_that_cannot_be_listed_is_passed_over(tmp_path):
    assert clear(tmp_path / "missing") == []


def test_a_ctrl_c_that_comes_from_terminal_and_loader_interrupts_once():
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=True)

    assert done.stdout.split("\n") == ["interrupted", "passed over", ""]


def test_an_ignored_ctrl_c_stays_ignored():
    ignored = f"import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n{INTERRUPTED}"

    done = subprocess.run([sys.executable, "-c", ignored], capture_output=True, text=True, check=True)

    assert done.stdout.split("\n") == ["passed over", "passed over", ""]


def test_from_source_nothing_is_unpacked_and_nothing_happens(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    begin()

    assert one_file_folder() is None
    assert [*tmp_path.iterdir()] == []


def test_a_folder_build_is_no_one_file(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)

    assert one_file_folder() is None
