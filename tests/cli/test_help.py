"""Every command explains itself, with examples that are themselves right."""

import re
import shlex
import subprocess
import sys

import pytest

from orchestrator_tray import cli
from orchestrator_tray.cli.parser import build_parser

COMMANDS = (
    *(
        "listen",
        "demo",
        "import",
        "query",
        "search",
        "decide",
        "teach",
        "forget",
        "export",
        "history",
        "wrong",
    ),
    *("stats", "watch", "autostart", "hook", "hooks", "wrapper", "doctor", "backtest"),
)
JSON_ANYWAY = {"decide", "teach", "export"}
REPORTING = {*COMMANDS} - {"hook", *JSON_ANYWAY}


@pytest.fixture
def help_of(capsys, monkeypatch):
    def shown(*arguments: str, columns: int = 80) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        assert cli.run([*arguments, "--help"]) == 0
        return capsys.readouterr().out

    return shown


def test_the_overview_names_every_command(help_of):
    overview = help_of()

    for name in COMMANDS:
        assert re.search(rf"^    {name} ", overview, re.MULTILINE), name
    assert "exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted" in overview


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_shows_how_it_is_called(help_of, name):
    shown = help_of(name)

    assert shown.startswith(f"usage: orchestrator-tray {name} [-h]")
    assert "--data-dir DIR" in shown and "--config FILE" in shown and "--verbose" in shown
    assert f"orchestrator-tray {name}" in shown.partition("\nexamples:\n")[2] or name == "hook"


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_a_help_fits_the_terminal(help_of, name):
    for columns in (80, 120):
        shown = help_of(*filter(None, [name]), columns=columns)
        assert all(len(line) <= columns for line in shown.splitlines())


def test_remarks_on_examples_stand_beside_them_where_there_is_room(help_of):
    example, remark = "  orchestrator-tray autostart enable", "start the tray at every login"

    assert f"{example}     {remark}" in help_of("autostart", columns=120)
    assert f"{example}\n      {remark}" in help_of("autostart", columns=60)


@pytest.mark.parametrize("name", sorted(REPORTING))
def test_what_reports_can_report_as_json(help_of, name):
    assert "--json" in help_of(name)


@pytest.mark.parametrize("name", sorted(JSON_ANYWAY))
def test_what_prints_json_anyway_can_be_told_to(name):
    build_parser().parse_args([name, "--json"])


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_examples_are_accepted_as_they_stand(help_of, name, capsys):
    shown = help_of(*filter(None, [name]))
    lines = shown.partition("\nexamples:\n")[2].partition("\n\n")[0].splitlines()
    for line in lines:
        if "orchestrator-tray" not in line:
            continue
        example = re.split(r"\s{3,}| \| | < | > ", line.strip())[0]
        arguments = shlex.split(example[example.index("orchestrator-tray") :])[1:]

        build_parser().parse_args(arguments)


def test_an_option_may_stand_before_or_after_the_command():
    before = build_parser().parse_args(["--data-dir", "x", "-v", "stats"])
    after = build_parser().parse_args(["stats", "--data-dir", "x", "-v"])

    assert (before.data_dir, before.verbose) == (after.data_dir, after.verbose) == ("x", 1)


def test_a_command_waits_for_no_part_that_only_others_need():
    script = "import sys, orchestrator_tray.cli; print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    loaded = set(done.stdout.split())
    assert "orchestrator_tray.cli.teaching" in loaded
    assert loaded.isdisjoint({"asyncio", "apsw", "numpy", "uuid"})
    parts = ("actions", "events", "wire", "hook_settings")
    assert loaded.isdisjoint({f"orchestrator_tray.core.{part}" for part in parts})
