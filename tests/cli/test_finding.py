"""`query` and `search` find remembered answers, for people and for programs."""

import json
import re
import shutil
from pathlib import Path

import pytest

from orchestrator_tray.adapters.embedder import Embedder
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.memory import Memory
from tests.support.commands import pattern, stored

DATABASE = "Which database should I use?"
SHOP, BLOG = "/home/me/shop", "/home/me/blog"
FIELDS = {
    *("id", "project", "header", "question", "options", "multi_select", "answer", "origin"),
    *("timestamp", "confirmations", "corrections"),
}


@pytest.fixture(scope="module")
def known_folder(tmp_path_factory) -> Path:
    """A data folder with three answers and the real model's vectors."""
    folder = tmp_path_factory.mktemp("known")
    stored(
        folder,
        [
            pattern(DATABASE, "SQLite", "SQLite", "MySQL", project=SHOP, question_header="DB"),
            pattern(DATABASE, "SQLite", "SQLite", "MySQL", minutes=1, project=SHOP),
            pattern("Proceed with the refactor?", "Yes", "Yes", "No", project=BLOG),
        ],
    )
    with Database.open(folder / "patterns.db") as database, Embedder() as embedder:
        Memory(database, embedder).embed_missing()
    return folder


@pytest.fixture
def known(known_folder, data_dir) -> list[str]:
    """The ids of three answers that are remembered."""
    shutil.copytree(known_folder, data_dir)
    return ["p1", "p2", "p3"]


class TestQuery:
    def test_programs_get_the_nearest_first(self, command, known):
        shown = command("query", "What database shall we take?", "--json")

        found = json.loads(shown.out)
        assert [each["id"] for each in found] == [known[1], known[0], known[2]]
        assert {*found[0]} == {*FIELDS, "similarity"}
        assert 1 >= found[0]["similarity"] > 0.7 > found[2]["similarity"] >= 0
        assert (found[1]["options"], found[1]["answer"]) == (["SQLite", "MySQL"], "SQLite")
        assert (found[1]["project"], found[1]["header"]) == (SHOP, "DB")
        assert found[1]["timestamp"] == "2026-03-01T12:00:00.000Z"

    def test_threshold_limit_and_project_leave_out(self, command, known):
        def ids(*options: str) -> list[str]:
            return [each["id"] for each in json.loads(command("query", DATABASE, "--json", *options).out)]

        assert ids("--threshold", "0.9") == [known[1], known[0]]
        assert len(ids("--limit", "1")) == 1
        assert ids("--project", "/home/me") == [known[1], known[0], known[2]]
        assert ids("--project", f"{BLOG}/") == [known[2]]

    def test_people_see_a_table_and_what_would_be_done(self, command, known):
        shown = command("query", DATABASE, "--option", "MySQL", "--option", "SQLite", "--project", SHOP)

        head, first, *_ = shown.out.splitlines()
        assert head.split() == ["SIMILAR", "ID", "QUESTION", "ANSWER", "PROJECT"]
        assert first.split() == ["100%", known[1], *DATABASE.split(), "SQLite", SHOP]
        assert re.search(r"\n\nWould answer \(\d+%\): SQLite\n  because you ", shown.out)

    def test_without_options_nothing_is_foretold(self, command, known):
        assert "Would" not in command("query", DATABASE).out

    def test_nothing_near_is_said(self, command, known):
        shown = command("query", DATABASE, "--project", "/elsewhere")

        assert (shown.code, shown.out) == (0, "Nothing like it is remembered.\n")

    def test_answers_without_vectors_are_told(self, command, known, data_dir):
        stored(data_dir, [pattern("New?", "Yes")])

        shown = command("query", DATABASE, "--json")

        assert len(json.loads(shown.out)) == 3
        assert "1 answers cannot be found by meaning yet" in shown.err

    def test_an_empty_question_is_refused(self, command):
        assert command("query", " ").err == "orchestrator-tray: the question is empty\n"


class TestSearch:
    def test_words_or_their_beginnings_must_all_be_there(self, command, known):
        found = json.loads(command("search", "data use", "--json").out)

        assert {each["id"] for each in found} == {known[0], known[1]}
        assert {*found[0]} == FIELDS

    def test_answers_and_options_are_searched_too(self, command, known):
        assert len(json.loads(command("search", "mysql", "--json", "--limit", "1").out)) == 1

    def test_syntax_of_the_index_is_just_words(self, command, known):
        assert json.loads(command("search", 'NOT "database* OR (', "--json").out) == []

    @pytest.mark.parametrize("text", ["", " \t"])
    def test_no_words_are_refused(self, command, known, text):
        shown = command("search", text, "--json")

        assert (shown.code, shown.out) == (1, "")
        assert shown.err == (
            "orchestrator-tray: there are no words to search for; "
            "`orchestrator-tray export` prints all answers\n"
        )

    def test_agent_text_cannot_act_on_the_terminal(self, command, data_dir):
        stored(data_dir, [pattern("Evil \x1b]0;title\x07 question\r\nhere?", "Yes\x1b[2J")])

        shown = command("search", "evil")

        assert shown.out.splitlines()[1].split() == ["p1", "Evil", "question", "here?", "Yes"]


@pytest.mark.parametrize("name", ["query", "search"])
class TestWithoutMemory:
    def test_people_are_told_how_to_begin(self, command, name):
        assert command(name, "database").out.startswith(
            "Nothing is remembered yet. `orchestrator-tray import`"
        )

    def test_programs_get_an_empty_array_and_no_folder_is_made(self, command, name, data_dir):
        assert command(name, "database", "--json").out == "[]\n"
        assert not data_dir.exists()
