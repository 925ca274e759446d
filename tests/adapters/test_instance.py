import os
import signal
import stat
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from orchestrator_tray.adapters.instance import Holder, InstanceLock
from orchestrator_tray.errors import TrayError

HOLD = """
import subprocess
import sys
from pathlib import Path
from orchestrator_tray.adapters.instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]), sys.argv[2])
print(lock.acquire(), flush=True)
subprocess.run([sys.executable, "-c", "print('child is up', flush=True); input()"], close_fds=False)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "instance.lock"


@contextmanager
def another_process(path: Path, kind: str):
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    )
    with process:
        assert process.stdout.readline() == "True\n"
        assert process.stdout.readline() == "child is up\n"
        yield process
        process.stdin.write("\n")


@pytest.mark.parametrize("kind", ["tray", "listen"])
@pytest.mark.parametrize("theirs", ["tray", "listen"])
def test_tray_and_listener_exclude_each_other_and_themselves(path, kind, theirs):
    lock = InstanceLock(path, kind)

    with another_process(path, theirs) as process:
        assert lock.acquire() is False
        assert lock.holder() == Holder(process.pid, theirs)

    assert lock.acquire() is True
    assert lock.holder() == Holder(os.getpid(), kind)
    lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_killed_holder_leaves_no_lock_though_its_child_lives_on(path):
    lock = InstanceLock(path, "listen")

    with another_process(path, "tray") as process:
        process.send_signal(signal.SIGKILL)
        process.wait()

        assert lock.acquire() is True  # the child still reads from the pipe that is closed below

    lock.release()


def test_another_lock_in_the_same_process_is_refused_until_the_first_is_released(path):
    first, second = InstanceLock(path, "tray"), InstanceLock(path, "tray")

    assert first.acquire() is True
    assert first.acquire() is True
    assert second.acquire() is False
    second.release()
    assert second.acquire() is False
    first.release()
    assert second.acquire() is True
    second.release()


def test_a_lock_may_be_released_on_another_thread(path):
    lock = InstanceLock(path, "tray")
    assert lock.acquire()

    thread = threading.Thread(target=lock.release)
    thread.start()
    thread.join()

    with another_process(path, "listen"):
        pass


def test_other_data_folders_are_free(path, tmp_path):
    (tmp_path / "other").mkdir()
    lock, other = InstanceLock(path, "tray"), InstanceLock(tmp_path / "other" / "instance.lock", "tray")

    assert lock.acquire()
    assert other.acquire()
    lock.release()
    other.release()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"pid": "1", "kind": "tray"}', '{"pid": 1, "kind": []}', "\xff"]
)
def test_an_unreadable_holder_is_unknown(path, text):
    path.with_suffix(".json").write_text(text, encoding="latin-1")

    assert InstanceLock(path, "tray").holder() is None


@pytest.mark.parametrize(
    ("holder", "text"),
    [
        (Holder(7, "tray"), "the tray (process 7)"),
        (Holder(7, "listen"), "orchestrator-tray listen (process 7)"),
    ],
)
def test_a_holder_is_told_in_words(holder, text):
    assert str(holder) == text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read_the_files(path):
    lock = InstanceLock(path, "tray")
    lock.acquire()

    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    lock.release()


def test_a_holder_that_cannot_be_told_hinders_nothing(path, caplog):
    path.with_suffix(".json").mkdir()
    lock = InstanceLock(path, "tray")

    assert lock.acquire() is True
    assert lock.holder() is None
    assert "cannot be written" in caplog.text
    lock.release()


def test_a_place_that_cannot_be_locked_is_one_clear_line(path):
    path.mkdir()

    with pytest.raises(TrayError, match=r"cannot be locked \(.*\); choose another --data-dir"):
        InstanceLock(path, "tray").acquire()
