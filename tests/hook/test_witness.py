"""Processes that stand where Claude Code would: they start a shell that starts the look around."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from orchestrator_tray.hook import witness

ROOT = Path(__file__).parents[2]
LOOK = "import json, orchestrator_tray.hook.witness as w; print(json.dumps(w.seen('s1', is_asking=True)))"
# Like Claude Code: sets variables for its children that its own environment does not have.
CLAUDE = """
import os, subprocess, sys
env = os.environ | {"CLAUDE_CODE_SESSION_ID": "s1", "CLAUDE_CODE_ENTRYPOINT": "sdk-cli", "AI_AGENT": "agent"}
if "--tells-pid" in sys.argv:
    env |= {"CLAUDE_PID": str(os.getpid()), "CLAUDE_CODE_SESSION_ATTENDED": "0"}
command = sys.argv[1]
print(subprocess.run(["/bin/sh", "-c", command + "; true"], env=env, stdout=-1, text=True, check=True).stdout)
"""

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")


def looked(*options: str, look=LOOK, **environment: str):
    """Return what is seen below a Claude Code that was started with these options."""
    command = f'"{sys.executable}" -c "{look}"'
    clean = {name: value for name, value in os.environ.items() if "CLAUDE" not in name and name != "AI_AGENT"}
    ran = subprocess.run(
        [sys.executable, "-c", CLAUDE, command, *options],
        env=clean | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout)


@linux
def test_claude_codes_own_options_are_seen_through_the_shell():
    around = looked("-p", "go", "--tells-pid")

    assert around["argv"][-3:] == ["-p", "go", "--tells-pid"]
    assert (around["entrypoint"], around["agent"], around["attended"]) == ("sdk-cli", "agent", "0")


@linux
def test_what_a_process_further_up_said_of_itself_is_not_believed():
    around = looked(
        "-p", CLAUDE_PID="1", CLAUDE_CODE_SESSION_ATTENDED="1", CLAUDE_CODE_SESSION_ID="s0", AI_AGENT="older"
    )

    assert around["argv"][-1] == "-p"
    assert "attended" not in around


@linux
def test_prompts_stay_where_they_are():
    around = looked("-p", "secret" * 100)

    assert max(map(len, around["argv"])) == 64


@linux
def test_a_session_that_is_not_this_environments_is_not_looked_for():
    assert "argv" not in looked("-p", look=LOOK.replace("s1", "s2"))


@linux
def test_an_unlikely_distance_is_given_up(monkeypatch):
    monkeypatch.setenv("CLAUDE_CODE_SESSION_ID", "s1")
    monkeypatch.setenv("CLAUDE_CODE_ENTRYPOINT", "sdk-cli")
    monkeypatch.setattr(witness, "_GENERATIONS", 0)

    assert "argv" not in witness.seen("s1", is_asking=True)


@pytest.mark.parametrize(("entrypoint", "is_asking"), [("cli", True), ("sdk-cli", False), ("sdk-ts", True)])
def test_the_command_line_is_read_only_where_it_decides(monkeypatch, entrypoint, is_asking):
    monkeypatch.setenv("CLAUDE_CODE_ENTRYPOINT", entrypoint)
    monkeypatch.setenv("AI_AGENT", "claude-code_2-1-330_harness")

    around = witness.seen("s1", is_asking=is_asking)

    assert (around.pop("terminal", None) is not None) is is_asking
    assert around == {"entrypoint": entrypoint, "agent": "claude-code_2-1-330_harness"}


@linux
def test_the_terminal_is_told_by_the_processes_above_and_what_it_says_of_itself():
    around = looked(TMUX="/tmp/tmux-0/default,1,0", TMUX_PANE="%3", WINDOWID="", SECRET="no")

    pids = around["terminal"].pop("pids")
    assert os.getpid() in pids
    assert pids[-1] == 1
    told = {"TMUX": "/tmp/tmux-0/default,1,0", "TMUX_PANE": "%3", "WINDOWID": ""}
    assert told.items() <= around["terminal"].items()
    assert "SECRET" not in around["terminal"]


@pytest.mark.skipif(sys.platform == "win32", reason="ps")
def test_ps_tells_the_same(monkeypatch):
    monkeypatch.setenv("CLAUDE_PID", str(os.getppid()))

    pid, argv = witness._claude_by_ps()

    assert pid == os.getppid()
    assert argv


@pytest.mark.skipif(sys.platform == "win32", reason="ps")
def test_ps_believes_only_an_ancestor(monkeypatch):
    monkeypatch.setenv("CLAUDE_PID", str(os.getpid()))

    with pytest.raises(LookupError):
        witness._claude_by_ps()
