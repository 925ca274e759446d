"""`stats` counts what is remembered, `history` shows what became of the questions."""

import json

import pytest

from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.core.display import stated
from orchestrator_tray.core.question import Option, Part, Question
from tests.support.commands import NOON, pattern, stored

PART = Part("Which database?", "DB", (Option("SQLite"), Option("MySQL")))


def ask(database: Database, question_id: str, *parts: Part) -> None:
    database.save_question(Question(question_id, "SHOP", parts or (PART,), NOON, project="/home/me/shop"))


def decide(database: Database, question_id: str, action: str, *answers: str, evidence: tuple[str, ...] = ()):
    given = answers or None
    reason = "you gave this answer to this question once"
    database.save_decision(Decision(question_id, action, given, 0.96, 1.0, evidence, reason), NOON)


@pytest.fixture
def journal(data_dir):
    with Database.open(data_dir / "patterns.db") as database:
        yield database


class TestStats:
    def test_programs_get_one_object(self, command, data_dir):
        stored(data_dir, [pattern("A?", "Yes", project="/p"), pattern("B?", "No", project="/p", minutes=60)])

        counted = json.loads(command("stats", "--json").out)

        assert (counted["patterns"], counted["by_project"], counted["by_origin"]) == (
            2,
            {"/p": 2},
            {"taught": 2},
        )
        assert (counted["vectors"], counted["by_header"]) == (0, {"": 2})
        assert counted["oldest"] < counted["newest"]
        assert counted["file_bytes"] > 0

    def test_people_get_tables(self, command, data_dir):
        stored(data_dir, [pattern(f"Q{n}?", "Yes", project=f"/p/{n % 12}") for n in range(24)])

        shown = command("stats").out

        assert shown.startswith(
            "24 answers remembered, all of 2026-03-01\n0 vectors of no model yet; 24 still"
        )
        assert "\nANSWERS  PROJECT\n      2  /p/0\n" in shown
        assert "... and 2 more (--json lists all)" in shown
        assert "\nANSWERS  ORIGIN\n     24  taught\n" in shown

    def test_one_answer_is_one_answer(self, command, data_dir):
        stored(data_dir, [pattern("Q?", "Yes")])

        assert command("stats").out.startswith("1 answer remembered, all of 2026-03-01\n")

    def test_nothing_is_counted_where_nothing_is(self, command, data_dir):
        assert command("stats").out.startswith("Nothing is remembered yet.")
        assert json.loads(command("stats", "--json").out)["patterns"] == 0
        assert not data_dir.exists()


class TestHistory:
    def test_programs_get_the_newest_first(self, command, journal):
        ask(journal, "S:1")
        ask(journal, "S:2")
        decide(journal, "S:2", "answer", "SQLite", evidence=("p1",))
        journal.save_delivery(Delivery("S:2", "delivered", "SQLite", "auto"), NOON)
        journal.close_question("S:2", "delivered", NOON)

        latest, first = json.loads(command("history", "--json").out)

        assert {*latest} == {
            *("question_id", "asked_at", "slug", "project", "parts", "action", "answers", "confidence"),
            *("reason", "evidence", "delivery", "closed"),
        }
        assert (latest["question_id"], latest["answers"], latest["evidence"]) == ("S:2", ["SQLite"], ["p1"])
        assert (latest["delivery"], latest["closed"]) == ("delivered", "delivered")
        assert (first["action"], first["answers"], first["closed"]) == (None, None, None)
        assert len(json.loads(command("history", "--json", "--limit", "1").out)) == 1

    def test_a_confidence_is_what_the_listener_told(self, command, journal):
        ask(journal, "S:1")
        journal.save_decision(Decision("S:1", "suggest", ("SQLite",), 0.94996, 1.0, (), "so"), NOON)

        (entry,) = json.loads(command("history", "--json").out)

        assert entry["confidence"] == stated(0.94996)

    def test_people_see_what_an_answer_rests_on(self, command, journal, data_dir):
        (evidence,) = stored(data_dir, [pattern("Which database?", "SQLite")])
        ask(journal, "S:1")
        decide(journal, "S:1", "answer", "SQLite", evidence=(evidence,))
        journal.close_question("S:1", "delivered", NOON)

        lines = command("history").out.splitlines()

        assert lines[0].endswith(" [SHOP] Which database?")
        assert lines[1:] == [
            "  Answered (96%): SQLite - delivered",
            "  because you gave this answer to this question once",
            f"    {evidence}: Which database? -> SQLite",
            "  S:1",
        ]

    def test_each_part_of_a_question_has_its_line(self, command, journal):
        ask(journal, "S:1", PART, Part("And which port?"))

        assert command("history").out.count("[SHOP]") == 2

    @pytest.mark.parametrize(
        ("state", "told"),
        [
            ("queued", "waits to be sent"),
            ("sent", "sent, not yet confirmed"),
            ("stopped", "stopped before it was sent"),
            ("failed", "not delivered"),
        ],
    )
    def test_how_far_an_answer_came_is_told(self, command, journal, state, told):
        ask(journal, "S:1")
        decide(journal, "S:1", "suggest", "SQLite")
        journal.save_delivery(Delivery("S:1", state, "SQLite", "user"), NOON)

        assert f"Suggested (96%): SQLite - {told}" in command("history").out

    def test_an_open_question_is_open(self, command, journal):
        ask(journal, "S:1")
        decide(journal, "S:1", "record")

        assert "  Recorded - still open\n" in command("history").out

    def test_the_id_is_whole_on_a_narrow_terminal(self, command, journal, monkeypatch):
        monkeypatch.setenv("COLUMNS", "40")
        ask(journal, "S:" + "x" * 70, Part("word " * 40))

        *cut, last = command("history").out.splitlines()

        assert all(len(line) <= 40 for line in cut)
        assert last == "  S:" + "x" * 70

    def test_nothing_heard_is_said(self, command, data_dir):
        assert command("history").out.startswith("No question was heard yet.")
        assert command("history", "--json").out == "[]\n"
        assert not data_dir.exists()
