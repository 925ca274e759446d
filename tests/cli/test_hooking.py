import json
import os
import shlex
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from orchestrator_tray.adapters.hooks import Heartbeat
from orchestrator_tray.cli import run
from orchestrator_tray.core.hook_wire import EVENTS, HookCall

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts and sockets")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project's folder to be in, and a PATH without Claude Code."""
    (tmp_path / "project").mkdir()
    (tmp_path / "bin").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    return tmp_path / "project"


@pytest.fixture
def ran(capsys, data_dir, folder):
    """Runs a command on the test's own data folder; returns what it printed."""

    def run_command(*arguments: str, code: int = 0):
        assert run(["--data-dir", str(data_dir), *arguments]) == code
        printed = capsys.readouterr()
        return printed.err if code else printed.out

    return run_command


def claude(folder, version="2.1.330 (Claude Code)"):
    program = folder.parent / "bin" / "claude"
    program.write_text(f"#!/bin/sh\necho '{version}'\n")
    program.chmod(0o700)
    return program


def test_the_hook_is_registered_for_the_user_and_taken_back(ran, home):
    settings = home / ".claude" / "settings.json"

    printed = ran("hooks", "install")
    assert f"+++ {settings}\n" in printed
    assert printed.endswith("may need a restart.\n")
    assert set(json.loads(settings.read_text())["hooks"]) == set(EVENTS)
    assert "registered already; nothing was changed" in ran("hooks", "install")
    assert "the hook is not registered" in ran("hooks", "remove")

    assert not settings.exists()
    assert "nothing was changed" in ran("hooks", "remove")


def test_the_hook_is_registered_for_one_project(ran, home, folder):
    told = json.loads(ran("hooks", "install", "--project", "--json"))

    assert told["path"] == str(folder / ".claude" / "settings.json")
    assert told["changed"] and told["diff"] and not told["backup"]
    assert not (home / ".claude").exists()


def test_the_registered_command_works_in_any_folder(ran, home, folder, data_dir):
    ran("hooks", "install")
    (folder / "json.py").write_text("raise SystemExit(9)")
    (folder / "orchestrator_tray.py").write_text("raise SystemExit(9)")

    command = json.loads(ran("hooks", "status", "--json"))["command"]
    called = subprocess.run(
        command, shell=True, input="{}", capture_output=True, text=True, cwd=folder, check=True
    )

    assert (called.stdout, called.stderr) == ("", "")
    words = shlex.split(command)
    assert words[words.index("--data-dir") + 1] == str(data_dir)
    assert words[words.index("--socket") + 1].endswith(".sock")


def test_the_data_folder_may_stand_before_the_hook_command(ran, monkeypatch):
    with Path("/dev/null").open() as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        assert ran("hook") == ""


def test_claude_codes_own_folder_is_honoured(ran, tmp_path, monkeypatch):
    monkeypatch.setenv("CLAUDE_CONFIG_DIR", str(tmp_path / "elsewhere"))

    ran("hooks", "install")

    assert (tmp_path / "elsewhere" / "settings.json").exists()


def test_a_file_that_is_no_json_is_one_clear_line(ran, home):
    (home / ".claude").mkdir()
    (home / ".claude" / "settings.json").write_text("{")

    for change in ("install", "remove", "status"):
        error = ran("hooks", change, code=1)
        assert error.startswith("orchestrator-tray: ")
        assert error.count("\n") == 1


def test_a_file_that_claude_code_ignores_is_warned_about(ran, home, capsys):
    (home / ".claude").mkdir()
    (home / ".claude" / "settings.json").write_text("{} // nothing\n")

    assert run(["hooks", "install"]) == 0
    assert "ignores a settings file with comments" in capsys.readouterr().err


def problems(ran):
    return json.loads(ran("hooks", "status", "--json"))["problems"]


def test_the_state_says_what_to_do(ran, home, folder, data_dir):
    assert problems(ran) == ["nothing asks the tray: run `orchestrator-tray hooks install`"]
    ran("hooks", "install")
    [problem] = problems(ran)
    assert problem.startswith("no heartbeat")
    data_dir.mkdir()
    Heartbeat(data_dir).beat(HookCall("Stop", "s1", "/x"), datetime.now(UTC) - timedelta(days=8))
    [problem] = problems(ran)
    assert problem.startswith("no heartbeat")
    Heartbeat(data_dir).beat(HookCall("Stop", "s1", "/x", version=(2, 1, 330)), datetime.now(UTC))
    assert problems(ran) == []


def test_the_state_is_told_in_words(ran, folder):
    claude(folder)
    ran("hooks", "install")

    lines = ran("hooks", "status").splitlines()

    assert lines[0].endswith("settings.json: the hook is registered")
    assert lines[1:3] == ["not heard from yet", "Claude Code: 2.1.330"]
    assert lines[3].startswith("-> no heartbeat")


def test_an_older_registration_is_told(ran, home, tmp_path, capsys):
    ran("hooks", "install")

    assert run(["--data-dir", str(tmp_path / "other"), "hooks", "status"]) == 0
    assert "an older form of the hook" in capsys.readouterr().out


def test_what_overrules_the_hook_is_told(ran, home, folder):
    ran("hooks", "install")
    rival = {"PreToolUse": [{"matcher": "*", "hooks": [{"type": "command", "command": "theirs"}]}]}
    (folder / ".claude").mkdir()
    (folder / ".claude" / "settings.json").write_text(json.dumps({"hooks": rival}))
    (folder / ".claude" / "settings.local.json").write_text('{"disableAllHooks": true}')
    claude(folder, "2.1.85 (Claude Code)")

    told = "\n".join(problems(ran))

    assert "another hook for questions; one may overrule the other: theirs" in told
    assert "settings.local.json switches hooks off" in told
    assert "Claude Code 2.1.85 cannot keep a question open" in told


def test_the_wrapper_is_written_beside_the_data(ran, folder, data_dir):
    program = claude(folder)

    printed = ran("wrapper")

    assert printed.splitlines()[0] == str(data_dir / "claude-for-cbos")
    assert f"export CBOS_CLAUDE_COMMAND={data_dir / 'claude-for-cbos'}" in printed
    assert os.access(data_dir / "claude-for-cbos", os.X_OK)
    told = json.loads(ran("wrapper", "--json"))
    assert told == {"path": str(data_dir / "claude-for-cbos"), "claude": str(program), "version": "2.1.330"}


def test_a_claude_that_needs_no_wrapper_is_told(ran, folder):
    program = claude(folder, "2.1.185 (Claude Code)")

    assert "asks questions without it" in ran("wrapper", "--claude", os.path.relpath(program))


def test_without_claude_code_there_is_no_wrapper(ran, data_dir):
    assert "there is no `claude` on the PATH" in ran("wrapper", code=1)
    assert not Path(data_dir).exists()


def test_a_wrapper_of_a_program_that_is_not_there_is_refused(ran, data_dir, folder):
    assert f"{folder / 'nowhere'} is not a program" in ran(
        "wrapper", "--claude", str(folder / "nowhere"), code=1
    )
    assert not Path(data_dir).exists()
