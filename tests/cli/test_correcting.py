"""`forget` and `wrong` take back what was learned, while a listener may be running."""

import json
from datetime import timedelta

import pytest

from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.core.question import Option, Part, Question
from tests.support.commands import NOON, pattern, stored

PART = Part("Which database?", "DB", (Option("SQLite"), Option("MySQL")))


@pytest.fixture
def evidence(data_dir) -> str:
    """The id of a pattern on which the answer to S:1 rested."""
    (rested_on,) = stored(data_dir, [pattern("Which database?", "SQLite", "SQLite", "MySQL")])
    with Database.open(data_dir / "patterns.db") as database:
        for question_id, parts in (("S:1", (PART,)), ("S:2", (PART, PART)), ("S:3", (PART,))):
            database.save_question(Question(question_id, "S", parts, NOON))
        database.save_decision(Decision("S:1", "answer", ("SQLite",), 0.96, 1.0, (rested_on,), "once"), NOON)
    return rested_on


def patterns(data_dir) -> dict[str, tuple[str, int, str]]:
    with Database.open(data_dir / "patterns.db") as database:
        found = [each for _, each in database.export()]
    return {each.id: (each.user_answer, each.corrections, each.origin) for each in found}


class TestForget:
    def test_what_is_forgotten_is_gone(self, command, data_dir):
        ids = stored(data_dir, [pattern("A?", "Yes"), pattern("B?", "Yes"), pattern("C?", "Yes")])

        shown = command("forget", ids[0], ids[2])

        assert (shown.code, shown.out) == (0, f"Forgotten: {ids[0]}, {ids[2]}\n")
        assert [*patterns(data_dir)] == [ids[1]]

    def test_an_unknown_id_is_told_and_the_known_ones_are_forgotten(self, command, data_dir):
        (known,) = stored(data_dir, [pattern("A?", "Yes")])

        shown = command("forget", "p99", known, "--json")

        assert json.loads(shown.out) == {"forgotten": [known], "unknown": ["p99"]}
        assert (shown.code, shown.err) == (
            1,
            "orchestrator-tray: no answer has the id p99; `orchestrator-tray search` shows the ids\n",
        )
        assert patterns(data_dir) == {}

    def test_the_words_are_no_longer_in_the_file(self, command, data_dir):
        (known,) = stored(data_dir, [pattern("Is the codename Quetzalcoatl?", "Quetzalcoatl it is")])

        assert command("forget", known, "--vacuum").code == 0

        assert not any(b"Quetzalcoatl" in file.read_bytes() for file in data_dir.iterdir())


class TestWrong:
    def test_the_evidence_counts_less_and_the_right_answer_is_learned(self, command, data_dir, evidence):
        shown = command("wrong", "S:1", "--answer", "MySQL", "--json")

        told = json.loads(shown.out)
        (learned,) = told["learned"]
        assert (told["question_id"], told["demoted"], learned["answer"]) == ("S:1", [evidence], "MySQL")
        assert patterns(data_dir) == {
            evidence: ("SQLite", 1, "taught"),
            learned["pattern_id"]: ("MySQL", 0, "corrected"),
        }

    def test_without_the_right_answer_the_wrong_one_still_counts_less(self, command, data_dir, evidence):
        shown = command("wrong", "S:1")

        assert shown.out == f"Counts less from now on: {evidence}\n"
        assert patterns(data_dir) == {evidence: ("SQLite", 1, "taught")}

    def test_each_part_needs_its_answer(self, command, evidence):
        assert command("wrong", "S:2", "--answer", "SQLite").err == (
            "orchestrator-tray: S:2 needs 2 answers, none of them empty\n"
        )
        assert command("wrong", "S:2", "--answer", "SQLite", "--answer", "MySQL").code == 0

    def test_there_must_be_something_to_correct(self, command, evidence):
        shown = command("wrong", "S:3")

        assert (shown.code, shown.err) == (
            1,
            "orchestrator-tray: S:3 was answered by nothing learned: give the right --answer\n",
        )

    def test_an_unknown_question_is_told(self, command, evidence):
        shown = command("wrong", "S:9", "--answer", "x")

        assert shown.code == 1
        assert shown.err.startswith("orchestrator-tray: no question 'S:9' is known")


class TestTrust:
    @pytest.fixture
    def answered(self, data_dir) -> None:
        """Three questions that were answered automatically, with auto-answer on."""
        (rested_on,) = stored(data_dir, [pattern("Which database?", "SQLite", "SQLite", "MySQL")])
        with Database.open(data_dir / "patterns.db") as database:
            for number in range(1, 4):
                at = NOON + timedelta(minutes=number)
                database.save_question(Question(f"S:{number}", "S", (PART,), at))
                decision = Decision(f"S:{number}", "answer", ("SQLite",), 0.96, 1.0, (rested_on,), "once")
                database.save_decision(decision, at)
                database.save_delivery(Delivery(f"S:{number}", "delivered", "SQLite", "auto"), at)
                database.close_question(f"S:{number}", "delivered", at)
        (data_dir / "config.toml").write_text("auto_answer = true\n")

    def test_the_third_correction_in_a_row_switches_auto_answer_off_and_says_so(
        self, command, data_dir, answered
    ):
        said = "3 automatic answers in a row were wrong: auto-answer is now off"

        assert said not in command("wrong", "S:1").out
        assert said not in command("wrong", "S:2").out
        assert said in command("wrong", "S:3").out
        assert (data_dir / "config.toml").read_text() == "auto_answer = false\n"

    def test_programs_are_told_and_a_repetition_changes_nothing(self, command, data_dir, answered):
        command("wrong", "S:1")
        command("wrong", "S:2")
        assert json.loads(command("wrong", "S:3", "--json").out)["auto_answer"] is False

        (data_dir / "config.toml").write_text("auto_answer = true\n")
        assert "auto_answer" not in json.loads(command("wrong", "S:3", "--json").out)
        assert (data_dir / "config.toml").read_text() == "auto_answer = true\n"


@pytest.mark.parametrize("arguments", [("forget", "p1"), ("wrong", "S:1")])
def test_without_a_database_there_is_nothing_to_take_back(command, data_dir, arguments):
    shown = command(*arguments)

    assert shown.code == 1
    assert shown.err.startswith(f"orchestrator-tray: {data_dir}/patterns.db: there is no such file")
    assert not data_dir.exists()
