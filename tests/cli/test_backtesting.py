"""`backtest` replays a person's past, and shows it to people, to programs and as a page."""

import json
import re
import stat
from datetime import timedelta
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest

from orchestrator_tray.adapters.embedder import Embedder
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.cli.charts import curve
from orchestrator_tray.cli.page import page
from orchestrator_tray.cli.retrospect import SHOWN, Retrospect
from orchestrator_tray.core.backtest import Outcome
from orchestrator_tray.core.pattern import DecisionPattern, Judgement
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.memory import Memory
from tests.support.commands import Commands, pattern, run_program, stored

HABIT = "Should I add tests for this function?"


@pytest.fixture(scope="module")
def past(tmp_path_factory) -> Path:
    """A data folder with ten equal answers to one question, the last one different, and two of no habit."""
    folder = tmp_path_factory.mktemp("past")
    answers = ["Yes"] * 9 + ["No"]
    patterns = [
        pattern(HABIT, answer, "Yes", "No", minutes=60 * number, project="/p", tool_use_id=f"t{number}")
        for number, answer in enumerate(answers)
    ]
    patterns += [pattern("Which colour?", "Blue", "Red", "Blue", minutes=5, tool_use_id="c", project="/p")]
    stored(folder, [*patterns, pattern("Why?", "Own words", minutes=7, tool_use_id="w")])
    with Database.open(folder / "patterns.db") as database, Embedder() as embedder:
        Memory(database, embedder).embed_missing()
    return folder


@pytest.fixture
def backtest(past, capsys):
    """Calls the command on that past."""
    return partial(Commands(past, capsys), "backtest")


def test_programs_get_every_number(past):
    shown = run_program("--data-dir", str(past), "backtest", "--json")

    found = json.loads(shown.out)
    assert (shown.code, found["answers"]) == (0, 12)
    assert (found["oldest"], found["newest"]) == ("2026-03-01T12:00:00.000Z", "2026-03-01T21:00:00.000Z")
    now = found["answer"]["now"]
    assert now["threshold"] == 0.95
    assert (now["given"] - now["right"], now["right"] >= 7) == (1, True)
    assert now["coverage"] == round(now["given"] / 12, 4)
    assert now["precision"] == round(now["right"] / now["given"], 4)
    assert now["wrong_at_most"] > 1 - now["precision"]
    assert [row["threshold"] for row in found["suggest"]["rows"]] == [*SHOWN]
    assert found["answer"]["advice"]["threshold"] is None
    assert found["answer"]["advice"]["text"].startswith("not enough history yet: ")
    assert 0 <= found["calibration_error"] <= 1
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in found["risk_coverage"])


def test_people_see_tables_a_chart_and_advice(backtest):
    shown = backtest("--target", "0.9").out

    assert shown.startswith("12 of your answers, all of 2026-03-01, each judged by")
    assert "\nAnswered automatically:\nFROM  QUESTIONS  OF ALL  RIGHT" in shown
    assert "\nAt least suggested:\n" in shown
    assert "\n100% |" in shown
    assert re.search(
        r"^Automatic answers: your threshold 0.95 gives \d+, \d+ right; 0.50 keeps to", shown, re.MULTILINE
    )
    assert "\nWhat would have been answered wrongly:\n  Should I add tests for this function?\n" in shown
    assert "your answer was: No" in shown


def test_a_past_of_which_nothing_could_be_said_needs_no_empty_tables(command, data_dir):
    stored(data_dir, [pattern("Which colour?", "Blue", "Red", "Blue", tool_use_id="c")])

    shown = command("backtest").out

    assert shown.splitlines() == [
        "1 of your answers, all of 2026-03-01, each judged by what came before it.",
        "",
        "Automatic answers: your threshold 0.95 gives 0; not enough history yet: 0 of 149.",
        "Suggestions: your threshold 0.80 gives 0; not enough history yet: 0 of 14.",
    ]


def test_the_thresholds_are_those_that_are_given(backtest):
    shown = backtest("--json", "--suggest-threshold", "0.6")

    assert json.loads(shown.out)["suggest"]["now"]["threshold"] == 0.6


def test_nothing_is_changed(past, backtest):
    before = {file.name: file.read_bytes() for file in past.iterdir()}

    backtest()

    assert {file.name: file.read_bytes() for file in past.iterdir()} == before


def test_vectors_that_are_missing_are_made_for_the_moment(command, data_dir):
    stored(data_dir, [pattern("A?", "Yes", "Yes", "No", minutes=n, tool_use_id=f"t{n}") for n in range(3)])

    assert json.loads(command("backtest", "--json").out)["answer"]["now"]["given"] == 2
    with Database.open(data_dir / "patterns.db") as database:
        assert database.stats()["vectors"] == 0


def test_without_a_model_it_still_tells(command, data_dir, monkeypatch):
    monkeypatch.setenv("ORCHESTRATOR_TRAY_MODEL", "no-such-model")
    stored(data_dir, [pattern("A?", "Yes", "Yes", "No", minutes=n, tool_use_id=f"t{n}") for n in range(3)])

    shown = command("backtest", "--json")

    assert (shown.code, json.loads(shown.out)["answer"]["now"]["given"]) == (0, 2)
    assert "judged without the meaning of the questions" in shown.err


def test_nothing_remembered_is_said(command, data_dir, tmp_path):
    shown = command("backtest", "--html", str(tmp_path / "page.html"))

    assert (shown.code, shown.out[:30]) == (0, "Nothing is remembered yet. `or")
    assert json.loads(command("backtest", "--json").out)["answers"] == 0
    assert not data_dir.exists()
    assert not (tmp_path / "page.html").exists()


class TestPage:
    def test_it_stands_alone_and_is_its_owners(self, backtest, tmp_path):
        path = tmp_path / "page.html"

        shown = backtest("--html", str(path))

        assert shown.out.endswith(f"\nThe page: {path}\n")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        text = path.read_text(encoding="utf-8")
        assert text.count("<svg") == 2
        assert "http://" not in text and "https://" not in text and "<script" not in text
        Balanced().feed(text)

    def test_agent_text_is_shown_and_never_rendered(self):
        hostile = "<img src=x onerror=alert(1)> \x1b[2J & 'quotes' \"too\"\x00\ud800"
        found = retrospect(asked(hostile, hostile))

        text = page(found)

        assert "<img" not in text
        assert "&lt;img src=x onerror=alert(1)&gt; &amp; &#x27;quotes&#x27;" in text
        assert "\x1b" not in text and "\ud800" not in text
        Balanced().feed(text)

    def test_a_place_where_nothing_can_be_written_is_told(self, backtest, tmp_path):
        shown = backtest("--html", str(tmp_path / "no" / "page.html"))

        assert shown.code == 1
        assert shown.err == f"orchestrator-tray: {tmp_path}/no/page.html: No such file or directory\n"


class Balanced(HTMLParser):
    """Fails where an element is closed that was not opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Nothing stays open."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def asked(question: str, answer: str) -> Outcome:
    given = DecisionPattern(question, "Other", timestamp=pattern("", "").timestamp)
    judgement = Judgement(answer, 0.99, 1.0, (), may_answer=True)
    return Outcome(given, judgement, is_right=False, danger=None)


def retrospect(*outcomes: Outcome) -> Retrospect:
    return Retrospect(outcomes, Settings(), 0.02, 0.2)


class TestRetrospect:
    def test_mistakes_are_what_would_have_been_sent_wrongly(self):
        wrong = asked("Q?", "A")
        guarded = Outcome(wrong.pattern, wrong.judgement, is_right=False, danger="production")
        right = Outcome(wrong.pattern, wrong.judgement, is_right=True, danger=None)

        assert retrospect(wrong, guarded, right).mistakes == [wrong]
        assert retrospect(wrong, guarded, right).guarded == 1

    def test_a_past_without_times_has_no_span(self):
        timeless = asked("Q?", "A")
        timeless = Outcome(DecisionPattern("Q?", "A"), timeless.judgement, is_right=True, danger=None)

        assert retrospect(timeless).span is None
        assert retrospect(timeless).about == "1 of your answers, each judged by what came before it."
        first, last = retrospect(timeless, asked("Q?", "A")).span or (None, None)
        assert last - first == timedelta(0)


class TestCurve:
    def test_points_stand_where_they_belong(self):
        lines = list(curve([(0.05, 1.0), (0.95, 0.0)], width=26, x_label="x", y_label="y"))

        assert lines[0] == "y"
        assert lines[1] == "100% | *"
        assert lines[13] == "  0% |" + " " * 19 + "*"
        assert lines[14] == "     +" + "-" * 20
        assert lines[15] == "     0%       x       100%"

    def test_nothing_is_an_empty_chart(self):
        assert not any("*" in line for line in curve([], width=40, x_label="x", y_label="y"))

    @pytest.mark.parametrize("width", [1, 30, 100])
    def test_it_keeps_to_its_width(self, width):
        lines = list(curve([(n / 50, n / 50) for n in range(51)], width=width, x_label="x", y_label="y"))

        assert max(map(len, lines)) <= max(width, 17)
