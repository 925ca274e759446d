"""The row in the desktop's menu."""

import configparser
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from orchestrator_tray.adapters.installation.entries import entry_file, entry_text, remove_entry, write_entry

COMMAND = ["/home/anna/my programs/tray", "--data-dir", '/home/anna/100% "$HOME" `x` \\ data']


def test_the_entry_is_that_of_the_packages_with_the_command_in_it():
    packaged = (Path(__file__).parents[3] / "packaging" / "orchestrator-tray.desktop").read_text()

    ours = entry_text(["/opt/tray"])

    assert 'Exec="/opt/tray"\nTryExec=/opt/tray\n' in ours
    assert [line for line in ours.splitlines() if "Exec" not in line] == [
        line for line in packaged.splitlines() if "Exec" not in line
    ]


def test_a_command_of_odd_characters_is_read_as_it_was_meant():
    parsed = configparser.RawConfigParser(strict=True)
    parsed.read_string(entry_text(COMMAND))

    executed = parsed["Desktop Entry"]["Exec"].replace("\\\\", "\\")
    # within double quotes a shell takes the same escapes as the specification of entries
    assert [
        word.replace("%%", "%") for word in shlex.split(executed.replace("\\$", "$").replace("\\`", "`"))
    ] == (COMMAND)


def test_the_entry_passes_the_desktops_own_check(tmp_path):
    if not shutil.which("desktop-file-validate"):
        pytest.skip("desktop-file-validate is not installed")
    entry = write_entry(tmp_path, COMMAND)

    done = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


def test_pictures_come_with_the_entry_and_go_with_it(tmp_path):
    entry = write_entry(tmp_path, ["/opt/tray"])
    picture = tmp_path / "icons" / "hicolor" / "48x48" / "apps" / "orchestrator-tray.png"
    assert picture.read_bytes().startswith(b"\x89PNG")

    assert [*remove_entry(tmp_path)] == [entry]

    assert not picture.exists()
    assert not entry_file(tmp_path).exists()


def test_removing_what_is_not_there_is_nothing(tmp_path):
    assert [*remove_entry(tmp_path)] == []
