import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from orchestrator_tray.adapters import claude_settings
from orchestrator_tray.adapters.claude_settings import (
    Look,
    install,
    look,
    managed_path,
    remove,
    settings_path,
)
from orchestrator_tray.core.hook_wire import EVENTS
from orchestrator_tray.errors import TrayError

COMMAND = "/opt/orchestrator-tray hook --socket /run/user/1000/x.sock"
USUAL = b"""{
  "model": "opus",
  "hooks": {
    "Stop": [{"hooks": [{"type": "command", "command": "ring"}]}]
  }
}
"""
FILES = {
    "usual": USUAL,
    "comments": b'// mine\n{\n  "model": "opus", // best\n  /* here */ "a": 1\n}\n',
    "tabs": b'{\n\t"model": "opus",\n\t"hooks": {}\n}',
    "odd": b'\xef\xbb\xbf {"model":\r\n"opus" , "hooks":{"PreToolUse" :[ ] } }\r\n\r\n',
    "one line": b'{"model":"opus"}',
    "empty": b"",
    "last comma": b'{"a": 1,}\n',
}
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes and links")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / ".claude" / "settings.json"


def written(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def events(path):
    hooks = json.loads(path.read_bytes().decode("utf-8-sig"))["hooks"]
    return {
        event
        for event, groups in hooks.items()
        for group in groups
        for hook in group["hooks"]
        if hook["command"] == COMMAND
    }


@pytest.mark.parametrize("name", FILES)
def test_what_was_installed_is_removed_to_the_byte(path, name):
    written(path, FILES[name])

    change = install(path, COMMAND)
    assert change.diff
    assert look(path).is_complete
    assert change.backup.read_bytes() == FILES[name]
    assert remove(path).diff

    assert path.read_bytes() == FILES[name]
    assert [*path.parent.iterdir()] == [path]


def test_without_a_file_there_is_none_afterwards(path):
    change = install(path, COMMAND)

    assert events(path) == set(EVENTS)
    assert (change.before, change.backup) == (None, None)
    assert change.diff.count("\n+") > 50
    remove(path)
    assert [*path.parent.iterdir()] == []


def test_installing_twice_changes_nothing(path):
    written(path, USUAL)
    install(path, COMMAND)
    first = path.read_bytes()

    change = install(path, COMMAND)

    assert change.diff == ""
    assert change.backup.read_bytes() == USUAL
    assert path.read_bytes() == first
    assert remove(path).diff
    assert remove(path).diff == ""
    assert path.read_bytes() == USUAL


def test_an_older_place_of_ours_is_replaced(path):
    written(path, USUAL)
    install(path, "/old/orchestrator-tray hook")

    install(path, COMMAND)

    assert look(path).commands == (COMMAND,)
    remove(path)
    assert path.read_bytes() == USUAL


def test_what_changed_meanwhile_is_kept(path):
    written(path, USUAL)
    install(path, COMMAND)
    path.write_bytes(path.read_bytes().replace(b"opus", b"sonnet"))

    remove(path)

    assert path.read_bytes() == USUAL.replace(b"opus", b"sonnet")


def test_removing_without_a_file_or_a_hook_does_nothing(path):
    assert remove(path).diff == ""
    assert not path.exists()
    written(path, b"{}")
    assert remove(path).diff == ""
    assert path.read_bytes() == b"{}"


@posix
def test_a_symbolic_link_stays_one(path, tmp_path):
    target = written(tmp_path / "dotfiles" / "claude.json", USUAL)
    path.parent.mkdir(parents=True)
    path.symlink_to(target)

    install(path, COMMAND)
    assert path.is_symlink()
    assert events(target) == set(EVENTS)
    remove(path)

    assert path.is_symlink()
    assert target.read_bytes() == USUAL
    assert [*target.parent.iterdir()] == [target]


@posix
def test_a_link_that_leads_nowhere_yet_is_followed(path, tmp_path):
    path.parent.mkdir(parents=True)
    path.symlink_to(tmp_path / "dotfiles" / "claude.json")

    install(path, COMMAND)
    assert events(tmp_path / "dotfiles" / "claude.json") == set(EVENTS)
    remove(path)

    assert path.is_symlink()
    assert not path.exists()


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_the_mode_is_kept(path, mode):
    written(path, USUAL).chmod(mode)

    change = install(path, COMMAND)

    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert stat.S_IMODE(change.backup.stat().st_mode) == mode


@posix
def test_a_new_file_is_the_owners_only(path):
    install(path, COMMAND)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"{", "line 1: a name in double quotes is missing; nothing was changed"),
        (b"[]", "the file is not a JSON object; nothing was changed"),
        (b'{"hooks": 3}', '"hooks" is not a JSON object; nothing was changed'),
        (b"\xff{}", "is not UTF-8; nothing was changed"),
    ],
)
def test_a_file_that_is_not_understood_is_left_alone(path, data, problem):
    written(path, data)

    with pytest.raises(TrayError, match=problem):
        install(path, COMMAND)

    assert path.read_bytes() == data
    assert [*path.parent.iterdir()] == [path]


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from orchestrator_tray.adapters.claude_settings import install
from orchestrator_tray.errors import TrayError
if os.geteuid() == 0:
    os.setegid(65534)
    os.seteuid(65534)
try:
    install(Path(sys.argv[1]), "orchestrator-tray hook")
except TrayError as error:
    print(error)
"""


@posix
@pytest.mark.parametrize(
    ("folder", "file", "problem"), [(0o555, 0o444, "be written"), (0o755, 0o000, "be read")]
)
def test_without_permission_it_is_one_clear_line(folder, file, problem):
    import tempfile

    with tempfile.TemporaryDirectory() as home:  # pytest's own folders are closed to other users
        path = written(Path(home) / ".claude" / "settings.json", USUAL)
        path.chmod(file)
        path.parent.chmod(folder)
        Path(home).chmod(0o755)
        ran = subprocess.run(
            [sys.executable, "-c", UNPRIVILEGED, path],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
        )
        path.parent.chmod(0o755)

        assert ran.stdout == f"{path}: cannot {problem} (Permission denied); nothing was changed\n"
        assert [*path.parent.iterdir()] == [path]


def test_a_folder_in_the_place_of_the_file_is_one_clear_line(path):
    path.mkdir(parents=True)

    with pytest.raises(TrayError, match=r"cannot be read \(Is a directory\)"):
        install(path, COMMAND)


def test_a_change_by_somebody_else_in_between_is_not_lost(path, monkeypatch):
    written(path, USUAL)
    make = claude_settings._write

    def write_and_interfere(where, text, **options: object):
        make(where, text, **options)
        path.write_bytes(b'{"theirs": 1}')

    monkeypatch.setattr(claude_settings, "_write", write_and_interfere)
    with pytest.raises(TrayError, match="was changed by somebody else"):
        install(path, COMMAND)

    assert [*path.parent.iterdir()] == [path]
    assert path.read_bytes() == b'{"theirs": 1}'


def test_a_file_that_claude_code_ignores_is_warned_about(path):
    assert install(written(path, FILES["usual"]), COMMAND).warning == ""
    assert "with comments" in install(written(path, FILES["comments"]), COMMAND).warning
    assert "a comma after the last item" in look(written(path, FILES["last comma"])).warning


def test_a_look_tells_what_stands_in_the_way(path):
    assert look(path) == Look(path)
    rival = {"matcher": "*", "hooks": [{"type": "command", "command": "theirs"}]}
    written(path, json.dumps({"hooks": {"PreToolUse": [rival]}, "disableAllHooks": True}).encode())
    assert look(path) == Look(path, rivals=("theirs",), is_disabled=True)
    install(path, COMMAND)
    assert look(path) == Look(
        path, is_complete=True, commands=(COMMAND,), rivals=("theirs",), is_disabled=True
    )
    assert look(written(path, b"{")).problem == f"{path}: line 1: a name in double quotes is missing"
    assert "is not UTF-8" in look(written(path, b"\xff")).problem
    assert look(written(path, b'{"allowManagedHooksOnly": true}')).is_disabled
    assert look(written(path, b"[]")) == Look(path)


def test_the_file_is_where_claude_code_looks(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert settings_path({}) == tmp_path / ".claude" / "settings.json"
    assert settings_path({"CLAUDE_CONFIG_DIR": "/x"}) == Path("/x/settings.json")
    assert settings_path({"CLAUDE_CONFIG_DIR": "/x"}, tmp_path) == tmp_path / ".claude" / "settings.json"
    assert {os.fspath(managed_path(name))[-21:] for name in ("linux", "darwin", "win32", "freebsd")} == {
        "managed-settings.json"
    }
