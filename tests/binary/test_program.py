"""What the one file says of itself, how it ends, and what it leaves behind."""

import json
import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.binary.frozen import DIST, FOLDER, ROOT, SYSTEM_PATH, linux_only, need, until


def test_the_version_is_the_projects_with_the_commit_and_its_date(program):
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    commit = git("rev-parse", "--short=9", "HEAD")

    told = program("--version")

    assert told.stdout.startswith(f"orchestrator-tray {version} (commit {commit}")
    assert git("log", "-1", "--format=%cs") in told.stdout


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def test_the_file_with_the_model_inside_is_at_most_90_megabytes(built):
    assert built.stat().st_size <= 90e6


def test_wrong_usage_is_told_without_a_traceback(program):
    done = program("listen", "--port", "0")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("orchestrator-tray listen: error: ")


def test_a_hook_without_a_tray_says_nothing(program):
    done = program("hook", stdin="{}")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_licenses_are_those_of_every_component(program):
    components = json.loads((DIST / "orchestrator-tray.cdx.json").read_text())["components"]

    text = program("--licenses").stdout

    for component in components:
        assert f"\n{component['name']} {component['version']}\n" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text  # pystray's
    assert "all-MiniLM-L6-v2" in text


@linux_only
def test_every_library_in_it_loads_with_the_systems_loader():
    libraries = [path for path in (FOLDER / "_internal").rglob("*.so*") if path.is_file()]
    load = "import ctypes, sys\nfor path in sys.argv[1:]: ctypes.CDLL(path)"

    done = subprocess.run(
        [sys.executable, "-c", load, *map(str, libraries)],
        env={"LD_LIBRARY_PATH": str(FOLDER / "_internal"), "PATH": SYSTEM_PATH},
        capture_output=True,
        text=True,
        check=False,
    )

    assert len(libraries) > 50
    assert (done.returncode, done.stderr) == (0, "")


@linux_only
def test_ctrl_c_in_a_terminal_which_reaches_all_its_processes_ends_it_cleanly(program, listening):
    os.killpg(listening.pid, signal.SIGINT)
    _, err = listening.communicate(timeout=10)

    assert (listening.returncode, err) == (130, "")
    assert program.unpacked() == []


@linux_only
def test_ctrl_c_in_a_terminal_ends_a_command_that_handles_no_signals_cleanly_too(program):
    for _ in range(3):  # it came twice, and the second broke off the end now and then
        with program.start("demo", "--json", "--keep-running") as playing:
            assert playing.stdout
            playing.stdout.readline()
            os.killpg(playing.pid, signal.SIGINT)
            _, err = playing.communicate(timeout=20)

        assert (playing.returncode, err) == (130, "")
        assert program.unpacked() == []


@linux_only
def test_a_killed_program_ends_as_a_whole_and_the_next_start_clears_what_it_left(program, listening):
    (left,) = program.unpacked()
    assert running_from(left)

    listening.kill()
    listening.wait()

    until(lambda: not running_from(left), "the end of all its processes")
    assert program.unpacked() == [left]
    assert program("--version").returncode == 0
    assert program.unpacked() == []


@linux_only
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_what_was_being_unpacked_when_the_program_was_ended_is_cleared_by_the_next_start(program, end):
    with program.start("--version") as interrupted:
        until(lambda: [*program.temporary.glob("_MEI*/*/*")], "the beginning of the unpacking")
        os.killpg(interrupted.pid, end)
    (left,) = program.unpacked()
    assert not (left / "orchestrator_tray" / "_build.json").exists()

    until(lambda: program("--version").returncode == 0 and program.unpacked() == [], "a start that clears")


@linux_only
def test_what_a_running_program_uses_and_what_is_not_ours_is_not_cleared(program, listening):
    (used,) = program.unpacked()
    foreign = program.temporary / "_MEIforeign"
    (foreign / "other").mkdir(parents=True)

    assert program("--version").returncode == 0

    assert program.unpacked() == sorted([foreign, used])
    listening.send_signal(signal.SIGTERM)
    assert listening.wait(10) == 0


def running_from(folder: Path) -> list[Path]:
    """Return the processes that have a library of the folder loaded."""
    found = []
    for maps in Path("/proc").glob("[0-9]*/maps"):
        try:
            text = maps.read_text()
        except OSError:
            continue
        if str(folder) in text:
            found.append(maps)
    return found


@linux_only
def test_where_nothing_may_be_started_from_tmp_it_says_what_to_do(program):
    need(os.geteuid() == 0, "root")
    noexec = f'mount -t tmpfs -o noexec tmpfs "{program.temporary}" && "$@"'

    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", noexec, "sh", str(program.file), "--version"],
        env=program.environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode != 0
    assert "failed to map segment" in done.stderr
    assert done.stderr.endswith("(if noexec: TMPDIR=~ FILE install)\n")


@linux_only
def test_the_glibc_that_it_needs_is_that_of_ubuntu_22_04_and_debian_12():
    import glibc_floor

    version, who = glibc_floor.floor(FOLDER)

    assert version <= (2, 35), who


@pytest.mark.parametrize("arguments", [("demo",), ("--self-test",)])
def test_nothing_is_kept_in_the_home(program, arguments):
    before = {*program.home.rglob("*")}

    assert program(*arguments).returncode == 0

    assert {*program.home.rglob("*")} == before
