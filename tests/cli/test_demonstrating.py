"""`demo` shows all three outcomes on any computer, and checks that they are true."""

import asyncio
import json
import signal
import sys

import pytest

from orchestrator_tray import cli
from orchestrator_tray.cli import performing
from orchestrator_tray.demo.story import SCENES
from tests.support.commands import run_program


@pytest.fixture
def nowhere(monkeypatch):
    """No desktop, and settings that must not matter."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ORCHESTRATOR_TRAY_PAUSED", "true")


def test_people_see_what_happened_and_why(nowhere, home):
    shown = run_program("demo")

    assert (shown.code, shown.err) == (0, "")
    for line in (
        "[BACKEND] Auto-answered: Yes, proceed with the refactor",
        "  The session received: Yes, proceed with the refactor",
        "[DOCS] Recorded: Which tone should the onboarding guide have?",
        "  Nothing was sent. Whatever you answer is learned.",
    ):
        assert line in shown.out.splitlines()
    assert "[DEPLOY] Suggestion (" in shown.out
    assert not any(home.rglob("patterns.db"))


def test_programs_get_facts_and_a_summary(nowhere):
    shown = run_program("demo", "--json")

    *facts, summary = [json.loads(line) for line in shown.out.splitlines()]
    assert (shown.code, facts[0]["type"], facts[0]["patterns"]) == (0, "ready", 12)
    assert {"question", "decision", "delivery", "closed"} <= {fact["type"] for fact in facts}
    assert (summary["type"], summary["ok"]) == ("demo", True)
    assert summary["seconds"] < 30
    outcomes = {outcome["slug"]: outcome for outcome in summary["outcomes"]}
    assert outcomes["BACKEND"]["action"] == "answer"
    assert outcomes["BACKEND"]["arrived"] == "Yes, proceed with the refactor"
    assert outcomes["DEPLOY"]["action"] == "suggest"
    assert outcomes["DEPLOY"]["reason"].startswith("guarded: ")
    assert (outcomes["DOCS"]["action"], outcomes["DOCS"]["answers"]) == ("record", None)
    assert [outcomes[slug]["arrived"] for slug in ("AUTH", "DEPLOY", "DOCS")] == [None] * 3


@pytest.mark.parametrize(
    ("called", "told"),
    [
        ("/x y/.venv/bin/orchestrator-tray", "'/x y/.venv/bin/orchestrator-tray'"),
        ("/x/orchestrator_tray/__main__.py", "orchestrator-tray"),
    ],
)
def test_what_to_do_next_can_be_typed_as_it_stands(called, told, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "argv", [called, "demo"])

    assert performing.own_command() == told


def test_an_outcome_that_does_not_come_is_a_failure(nowhere, monkeypatch, capsys):
    monkeypatch.setattr(performing, "HISTORY", ())
    monkeypatch.setattr(performing, "_PAUSE", 0)

    assert cli.run(["demo", "--json"]) == 1

    shown = capsys.readouterr()
    assert json.loads(shown.out.splitlines()[-1])["ok"] is False
    assert shown.err == (
        "orchestrator-tray: the demonstration is not as it should be: "
        "an automatic answer did not come; a suggestion did not come\n"
    )


KEPT_RUNNING = """
import sys
from orchestrator_tray.cli import performing, run
performing._PAUSE_KEPT = 0.3
sys.exit(run(["demo", "--keep-running"]))
"""


async def test_kept_running_the_sessions_go_on_asking_and_can_be_listened_to(nowhere):
    demo = await started("-c", KEPT_RUNNING)
    async with asyncio.timeout(60):
        shown = await until(demo, "Ctrl-C ends it.")
        invitation = shown[shown.index("  orchestrator-tray listen ") :].splitlines()[0]
        listener = await started("-m", "orchestrator_tray", *invitation.split()[1:])
        await until(listener, *(f"[{scene.slug}] Question: " for scene in SCENES))
        for process in (listener, demo):
            process.send_signal(signal.SIGINT)
            await process.communicate()
            assert process.returncode == 130


async def started(*arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, *arguments, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )


async def until(process: asyncio.subprocess.Process, *words: str) -> str:
    """Return what was printed until all these words were."""
    assert process.stdout is not None
    shown = ""
    while not all(word in shown for word in words):
        line = await process.stdout.readline()
        assert line, shown
        shown += line.decode()
    return shown
