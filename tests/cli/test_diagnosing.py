"""`doctor` tells what works, and fails only for what is broken."""

import json
import os
import re
import sys

import pytest

from orchestrator_tray.adapters.instance import InstanceLock
from orchestrator_tray.cli import checks
from orchestrator_tray.cli.surroundings import server_problem
from orchestrator_tray.demo.standin import StandIn
from tests.support.commands import Commands, pattern, run_program, stored


def diagnosis(command: Commands, *options: str) -> tuple[int, dict[str, dict[str, object]]]:
    shown = command("doctor", "--json", *options)
    return shown.code, json.loads(shown.out)


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)


def test_on_a_fresh_computer_much_is_absent_and_nothing_broken(command, data_dir):
    code, found = diagnosis(command, "-p", "1")

    assert code == 0
    assert all({*finding} == {"ok", "text", "mend"} for finding in found.values())
    assert (found["model"]["ok"], found["program"]["ok"], found["settings"]["ok"]) == (True, True, True)
    for absent in ("data", "database", "server", "listener", "log"):
        assert found[absent]["ok"] is None, absent
    assert found["server"]["text"] == "nothing listens at localhost:1"
    assert found["database"]["mend"] == "run: orchestrator-tray import"
    assert not data_dir.exists()


def test_what_is_absent_or_broken_has_its_mend(command):
    _, found = diagnosis(command, "-p", "1")

    assert [name for name, finding in found.items() if not finding["ok"] and not finding["mend"]] == []


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")
@pytest.mark.parametrize(
    ("address", "problem"),
    [("unix:path=/nonexistent/bus", "No such file or directory"), ("nonsense", "InvalidAddressError")],
)
def test_a_bus_that_cannot_be_reached_is_absent_and_so_is_what_needs_it(
    command, monkeypatch, address, problem
):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)

    code, found = diagnosis(command, "-p", "1")

    assert (code, found["bus"]["ok"]) == (0, None)
    assert problem in str(found["bus"]["text"])
    for name in ("bus", "notifications", "tray"):
        assert found[name]["mend"] == "start the program inside a desktop session"


def test_people_read_lines(command):
    shown = command("doctor", "-p", "1").out.splitlines()

    assert shown[0].startswith("ok      program       orchestrator-tray ")
    index = next(
        number for number, line in enumerate(shown) if line.startswith("absent  server        nothing")
    )
    assert shown[index + 1].startswith("                      -> start the CBOS server")


def test_what_is_there_is_counted(command, data_dir):
    stored(data_dir, [pattern("A?", "Yes"), pattern("B?", "Yes")])

    _, found = diagnosis(command, "-p", "1")

    assert found["database"]["ok"] is True
    text = str(found["database"]["text"])
    assert text.startswith("2 answers, 0 vectors, schema ")
    assert re.search(r"; SQLite \d+\.\d+\.\d+, sqlite-vec v\d+\.\d+\.\d+$", text)
    assert found["data"] == {"ok": True, "text": str(data_dir), "mend": ""}


def test_the_answers_that_an_import_would_learn_are_counted(command, home):
    history = home / ".claude" / "projects" / "-home-ann-shop" / "a.jsonl"
    told = 'User has answered your questions: "Which?"="This".'
    history.parent.mkdir(parents=True)
    with history.open("w") as file:
        for number in range(3):
            asked = {"type": "tool_use", "id": f"toolu_{number}", "name": "AskUserQuestion"}
            call = {**asked, "input": {"questions": [{"question": "Which?", "options": []}]}}
            answer = {"type": "tool_result", "tool_use_id": f"toolu_{number}", "content": told}
            file.write(json.dumps({"type": "assistant", "message": {"content": [call]}}) + "\n")
            file.write(json.dumps({"type": "user", "message": {"content": [answer]}}) + "\n")

    assert str(diagnosis(command, "-p", "1")[1]["history"]["text"]).startswith("3 answers in ")

    command("import", "--after", "2000-01-01", str(history))
    command("import", str(history), "--project", "/elsewhere")
    assert str(diagnosis(command, "-p", "1")[1]["history"]["text"]).startswith("3 answers in ")

    command("import", str(history))
    command("forget", "p1")
    history.touch()
    found = diagnosis(command, "-p", "1")[1]["history"]
    assert (found["ok"], str(found["text"]).startswith("all of ")) == (True, True)


async def test_a_server_that_answers_is_fine(data_dir):
    async with StandIn() as standin:
        finding = await server_problem(standin.url)

    assert finding == ""


def test_a_running_listener_is_named(command, data_dir):
    data_dir.mkdir()
    lock = InstanceLock(data_dir / "instance.lock", "tray")
    assert lock.acquire()

    _, found = diagnosis(command, "-p", "1")

    lock.release()
    assert found["listener"] == {
        "ok": True,
        "text": f"the tray (process {os.getpid()}) has this data folder",
        "mend": "",
    }


@pytest.mark.parametrize("damage", [b"no database at all, but a text", None])
def test_a_broken_database_is_exit_code_1(command, data_dir, damage):
    stored(data_dir, [pattern(f"Question {n}?", "Yes" * 100) for n in range(500)])
    path = data_dir / "patterns.db"
    whole = path.read_bytes()
    middle = len(whole) // 2
    path.write_bytes(damage or whole[:middle] + b"\xaa" * 20_000 + whole[middle + 20_000 :])

    code, found = diagnosis(command, "-p", "1")

    assert (code, found["database"]["ok"]) == (1, False)
    assert found["database"]["mend"]


def test_broken_settings_hide_nothing_else(command, data_dir):
    data_dir.mkdir()
    (data_dir / "config.toml").write_text("grace = -1\n")

    code, found = diagnosis(command, "-p", "1")

    assert code == 1
    assert (found["settings"]["ok"], found["model"]["ok"]) == (False, True)
    assert "grace must be 0 or more seconds" in str(found["settings"]["text"])


def test_a_model_that_does_not_exist_is_broken(command, data_dir):
    data_dir.mkdir()
    (data_dir / "config.toml").write_text('model = "no-such-model"\n')

    code, found = diagnosis(command, "-p", "1")

    assert (code, found["model"]["ok"]) == (1, False)
    assert "no-such-model: is not known to fastembed" in str(found["model"]["text"])


def test_a_data_folder_that_is_a_file_is_broken(command, data_dir):
    data_dir.write_text("")

    code, found = diagnosis(command, "-p", "1")

    assert (code, found["data"]["ok"], found["database"]["ok"]) == (1, False, False)


def test_a_check_that_fails_itself_hides_no_other(command, monkeypatch):
    def broken(_: object) -> None:
        raise ZeroDivisionError("odd")

    monkeypatch.setitem(checks.CHECKS, "server", broken)

    code, found = diagnosis(command)

    assert (code, found["model"]["ok"]) == (1, True)
    assert found["server"]["text"] == "cannot be checked: ZeroDivisionError: odd"
    assert "-v" in str(found["server"]["mend"])


def test_it_runs_as_a_program(data_dir):
    done = run_program("--data-dir", str(data_dir), "doctor", "--json", "-p", "1")

    assert (done.code, json.loads(done.out)["model"]["ok"], done.err) == (0, True, "")
