"""`export` gives every remembered answer away as a JSON line."""

import json

from orchestrator_tray.core.exchange import imported
from tests.support.commands import pattern, stored


def test_each_answer_is_a_line_that_can_be_read_back(command, data_dir):
    stored(data_dir, [pattern(f"Q{n}?\x85 \U0001f600", "Ja", "Ja", "Nein", minutes=n) for n in range(3)])

    lines = command("export").out.splitlines()

    assert [imported(json.loads(line)).pattern.question_text for line in lines] == [
        f"Q{n}?\x85 \U0001f600" for n in range(3)
    ]


def test_a_project_is_a_folder_and_all_below(command, data_dir):
    stored(data_dir, [pattern("A?", "Yes", project=each) for each in ("/p", "/p/sub", "/pother", "")])

    lines = command("export", "--project", "/p/").out.splitlines()

    assert [json.loads(line)["project"] for line in lines] == ["/p", "/p/sub"]


def test_nothing_remembered_is_nothing_printed(command, data_dir):
    shown = command("export", "--json")

    assert (shown.code, shown.out, shown.err) == (0, "", "")
    assert not data_dir.exists()
