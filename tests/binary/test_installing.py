"""`install`: the downloaded file puts itself into the user's folders, and takes itself away again."""

import filecmp
import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.binary.frozen import FOLDER, Program, linux_only, need

pytestmark = linux_only


@pytest.fixture
def installed(program: Program) -> Path:
    """What the link in the user's folder of commands leads to."""
    done = program("install")
    assert (done.returncode, done.stderr) == (0, "")
    return (program.home / ".local" / "bin" / "orchestrator-tray").readlink()


def data(program: Program) -> Path:
    return program.home / ".local" / "share" / "orchestrator-tray"


def entry(program: Program) -> Path:
    return program.home / ".local" / "share" / "applications" / "orchestrator-tray.desktop"


def test_it_is_the_folder_build_byte_for_byte(program, installed):
    made = data(program) / "program"

    assert installed == made / "orchestrator-tray"
    compared = filecmp.dircmp(FOLDER, made)
    assert (compared.left_only, compared.right_only, compared.diff_files) == ([], [], [])
    assert installed.read_bytes() == (FOLDER / "orchestrator-tray").read_bytes()
    assert tree(made / "_internal") == tree(FOLDER / "_internal")


def tree(folder: Path) -> dict[str, int]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.stat().st_size for path in files}


def test_it_starts_without_unpacking_and_where_nothing_may_be_started_from_tmp(program, installed):
    need(os.geteuid() == 0, "root")
    noexec = f'mount -t tmpfs -o noexec tmpfs "{program.temporary}" && "$@" && ls "{program.temporary}"'

    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", noexec, "sh", str(installed), "demo", "--json"],
        env=program.environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert '"ok": true' in done.stdout.splitlines()[-1]  # and the folder lists nothing


def test_the_menu_entry_is_valid_has_its_picture_and_starts_the_installed_program(program, installed):
    need(shutil.which("desktop-file-validate"), "desktop-file-utils")

    checked = subprocess.run(
        ["desktop-file-validate", str(entry(program))], capture_output=True, text=True, check=False
    )

    assert (checked.returncode, checked.stdout) == (0, "")
    assert f'Exec="{installed}"\n' in entry(program).read_text()
    icons = program.home / ".local" / "share" / "icons" / "hicolor"
    assert (icons / "48x48" / "apps" / "orchestrator-tray.png").is_file()


def test_installing_again_renews_it_and_leaves_nothing_beside_it(program, installed):
    (installed.parent / "_internal" / "orchestrator_tray" / "_build.json").write_text("{}")
    assert program("--version", file=installed).returncode == 1

    assert program("install").returncode == 0

    assert program("--version", file=installed).stdout == program("--version").stdout
    assert [path.name for path in data(program).iterdir()] == ["program"]


def test_the_installed_program_mends_its_links(program, installed):
    entry(program).unlink()

    assert program("install", file=installed).returncode == 0

    assert entry(program).exists()


def test_claude_code_waits_less_than_a_tenth_of_a_second_for_the_installed_hook(program, installed):
    assert min(hook_seconds(program, installed) for _ in range(7)) < 0.1


def hook_seconds(program: Program, file: Path) -> float:
    """Return the processors' time of one call: that of the clock depends on what else the machine does."""
    before = os.times()
    assert program("hook", file=file, stdin="{}").returncode == 0
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def test_a_program_that_runs_is_not_replaced(program, installed):
    with program.start("listen", "--json", file=installed) as running:
        assert running.stdout
        running.stdout.readline()
        refused = program("install")
        running.send_signal(signal.SIGTERM)

    assert refused.returncode == 1
    assert f"`kill {running.pid}`" in refused.stderr
    assert running.returncode == 0


def test_another_program_of_that_name_is_left_alone(program):
    link = program.home / ".local" / "bin" / "orchestrator-tray"
    link.parent.mkdir(parents=True)
    link.write_text("another")

    done = program("install")

    assert done.returncode == 1
    assert "is another program; move it away" in done.stderr
    assert link.read_text() == "another"
    assert not data(program).joinpath("program").exists()


def test_uninstalling_takes_all_away_but_what_was_learned(program):
    question = {"question": "Which?", "options": [{"label": "A"}, {"label": "B"}]}
    answer = json.dumps({"questions": [question], "answers": {"Which?": "A"}})
    assert program("install", "--autostart").returncode == 0
    installed = (program.home / ".local" / "bin" / "orchestrator-tray").readlink()
    assert program("teach", file=installed, stdin=answer).returncode == 0
    assert program("hooks", "install", file=installed).returncode == 0
    autostart = program.home / ".config" / "autostart" / "orchestrator-tray.desktop"
    settings = program.home / ".claude" / "settings.json"
    assert str(installed) in autostart.read_text()
    assert str(installed) in settings.read_text()

    done = program("install", "--uninstall", file=installed)

    assert (done.returncode, done.stderr) == (0, "")
    assert not autostart.exists()
    assert not settings.exists()
    left = {path.name for path in program.home.rglob("*") if path.is_file()}
    assert "patterns.db" in left
    assert not [path for path in program.home.rglob("orchestrator-tray*") if not path.is_dir()]
    assert not installed.parent.exists()
