"""`import` learns from transcripts, exports and the upstream's database, again and again without harm."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from orchestrator_tray.adapters.store import Database
from orchestrator_tray.cli.importing import moment
from orchestrator_tray.cli.progress import Bar, bar_line
from tests.support.commands import Commands, pattern, stored

QUESTION = "Which cache?"


def session(
    path: Path, *numbers: int, project: str = "/home/ann/shop", at: str = "2026-03-01T10:00:00Z"
) -> None:
    """Add calls of the question tool, each with a person's answer, to a transcript."""
    place = {"cwd": project, "sessionId": "c1", "timestamp": at, "entrypoint": "cli", "isSidechain": False}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        for number in numbers:
            text = f"{QUESTION} Number {number}?"
            options = [{"label": "Redis", "description": ""}, {"label": "Memory", "description": ""}]
            asked = {"questions": [{"question": text, "header": "Cache", "options": options}]}
            call = {"type": "tool_use", "id": f"toolu_{number}", "name": "AskUserQuestion", "input": asked}
            told = f'User has answered your questions: "{text}"="Memory".'
            result = {"tool_use_id": f"toolu_{number}", "type": "tool_result", "content": told}
            lines: list[dict[str, Any]] = [
                {
                    "type": "assistant",
                    "message": {"id": f"m{number}", "role": "assistant", "content": [call]},
                },
                {
                    "type": "user",
                    "message": {"role": "user", "content": [result]},
                    "toolUseResult": {"answers": {text: "Memory"}},
                },
            ]
            file.writelines(json.dumps({**place, **line}) + "\n" for line in lines)


def report(command: Commands, *arguments: object) -> dict[str, Any]:
    shown = command("import", *map(str, arguments), "--json")
    assert (shown.code, shown.err) == (0, "")
    return json.loads(shown.out)


def remembered(data_dir: Path) -> list[tuple[str, str]]:
    with Database.open(data_dir / "patterns.db") as database:
        return [(found.project, found.user_answer) for _, found in database.export()]


class TestTranscripts:
    def test_answers_are_learned_and_embedded(self, command, data_dir, tmp_path):
        session(tmp_path / "history" / "a.jsonl", 1, 2)

        done = report(command, tmp_path / "history")

        assert (done["files"], done["learned"], done["known"], done["patterns"]) == (1, 2, 0, 2)
        assert done["embedded"] == 2
        assert remembered(data_dir) == [("/home/ann/shop", "Memory")] * 2
        assert (
            json.loads(command("query", "Which cache, number 1?", "--json").out)[0]["origin"] == "transcript"
        )

    def test_a_second_time_changes_nothing_and_reads_nothing(self, command, tmp_path):
        session(tmp_path / "a.jsonl", 1, 2)
        report(command, tmp_path / "a.jsonl")

        done = report(command, tmp_path / "a.jsonl")

        assert (done["files"], done["unchanged"], done["bytes"], done["learned"]) == (0, 1, 0, 0)
        assert done["patterns"] == 2

    def test_of_a_file_that_grew_the_new_lines_are_learned(self, command, tmp_path):
        session(tmp_path / "a.jsonl", 1)
        report(command, tmp_path)
        session(tmp_path / "a.jsonl", 2)

        done = report(command, tmp_path)

        assert (done["files"], done["learned"], done["known"]) == (1, 1, 0)

    def test_claude_codes_own_history_is_meant_without_a_path(self, command, home):
        session(home / ".claude" / "projects" / "-home-ann-shop" / "a.jsonl", 1)

        assert report(command)["learned"] == 1

    def test_filters_leave_out_and_say_so(self, command, tmp_path):
        session(tmp_path / "a.jsonl", 1)
        session(tmp_path / "b.jsonl", 2, project="/home/ann/blog")
        session(tmp_path / "c.jsonl", 3, at="2026-05-01T10:00:00Z")
        session(tmp_path / "d.jsonl", 4, at="2025-05-01T10:00:00Z")

        options = ("--project", "/home/ann/shop", "--after", "2026-01-01", "--before", "2026-04-01")
        done = report(command, tmp_path, *options)

        assert done["learned"] == 1
        assert done["skipped"] == {"of another project": 1, "outside the dates": 2}

    def test_excluded_projects_are_not_learned(self, command, tmp_path, monkeypatch):
        monkeypatch.setenv("ORCHESTRATOR_TRAY_EXCLUDED_PROJECTS", "/home/ann")
        session(tmp_path / "a.jsonl", 1)

        assert report(command, tmp_path)["skipped"] == {"of an excluded project": 1}

    def test_what_was_forgotten_does_not_come_back(self, command, data_dir, tmp_path):
        session(tmp_path / "a.jsonl", 1, 2)
        report(command, tmp_path / "a.jsonl")
        export = tmp_path / "answers.jsonl"
        export.write_text(command("export").out)
        assert command("forget", "p1").code == 0

        for source in (("--after", "2020-01-01", tmp_path / "a.jsonl"), (export,)):
            done = report(command, *source)
            assert (done["learned"], done["known"], done["skipped"]) == (0, 1, {"forgotten": 1})
        assert len(remembered(data_dir)) == 1

    def test_people_read_a_summary(self, command, tmp_path):
        session(tmp_path / "a.jsonl", 1, 2)
        (tmp_path / "b.jsonl").write_bytes(b"\0\1\2" * 500)

        shown = command("import", str(tmp_path), "--project", "/home/ann")

        first, second, *rest = shown.out.splitlines()
        assert first.startswith("Read 1 file (0.0 MB)")
        assert second == "Learned 2 new answers; 2 are remembered now."
        assert rest[0] == "1 file could not be read."
        assert rest[1].endswith("b.jsonl: no text file")

    def test_reasons_are_listed(self, command, tmp_path):
        session(tmp_path / "a.jsonl", 1)

        shown = command("import", str(tmp_path), "--project", "/elsewhere")

        assert "Not learned:\n      1  of another project\n" in shown.out

    def test_refusals_are_told_in_plain_words(self, command, tmp_path):
        session(tmp_path / "a.jsonl", 1)
        asking = (tmp_path / "a.jsonl").read_text().splitlines()[0]
        (tmp_path / "a.jsonl").write_text(asking + "\n")

        shown = command("import", str(tmp_path))

        assert "      1  the session ended with the question open\n" in shown.out

    def test_another_model_embeds_all_anew(self, command, data_dir, tmp_path):
        session(tmp_path / "a.jsonl", 1, 2)
        report(command, tmp_path)
        with Database.open(data_dir / "patterns.db") as database:
            database.use_model("another", 8)

        assert report(command, tmp_path)["embedded"] == 2

    def test_without_a_model_the_answers_are_kept(self, command, data_dir, tmp_path, monkeypatch):
        monkeypatch.setenv("ORCHESTRATOR_TRAY_MODEL", "no-such-model")
        session(tmp_path / "a.jsonl", 1)

        shown = command("import", str(tmp_path))

        assert shown.code == 0
        assert "will be embedded later" in shown.err
        assert len(remembered(data_dir)) == 1


class TestExports:
    def test_what_was_exported_comes_back_once(self, command, data_dir, tmp_path, capsys):
        stored(data_dir, [pattern("A?", "Yes", "Yes", "No", project="/p"), pattern("B?", "No")])
        export = tmp_path / "answers.jsonl"
        export.write_text(command("export").out)
        other = Commands(tmp_path / "other", capsys)

        first, second = report(other, export), report(other, export)

        assert (first["learned"], first["embedded"], second["learned"], second["known"]) == (2, 2, 0, 2)
        moved = [{**json.loads(line), "id": ""} for line in other("export").out.splitlines()]
        assert moved == [{**json.loads(line), "id": ""} for line in export.read_text().splitlines()]

    def test_broken_lines_are_counted_and_told(self, command, data_dir, tmp_path):
        stored(data_dir, [pattern("A?", "Yes")])
        export = tmp_path / "answers.jsonl"
        whole = command("export").out
        export.write_text(f"{whole}no JSON\n{{}}\n{whole.replace('taught', 'machine')}")

        done = report(command, export)

        assert (done["known"], done["broken_lines"]) == (1, 3)
        assert done["problems"] == [
            f"{export}: line 2: not JSON",
            f"{export}: line 3: no exported answer",
            f"{export}: line 4: origin 'machine' is not known",
        ]

    def test_an_endless_line_is_broken(self, command, data_dir, tmp_path):
        stored(data_dir, [pattern("A?", "Yes")])
        export = tmp_path / "answers.jsonl"
        export.write_text(f"{command('export').out}{'x' * 9_000_000}\n")

        done = report(command, export)

        assert (done["known"], done["broken_lines"]) == (1, 3)


class TestUpstream:
    def test_its_database_is_read(self, command, tmp_path):
        path = tmp_path / "upstream.db"
        with closing(sqlite3.connect(path)) as database:
            database.execute("CREATE TABLE patterns (id INTEGER, tool_use_id, question_text, user_answer)")
            database.execute("INSERT INTO patterns VALUES (1, 'toolu_9', 'Which one?', 'This')")
            database.commit()

        done = report(command, "--cbos-db", path)

        assert (done["files"], done["learned"]) == (1, 1)

    def test_what_is_no_such_database_is_refused(self, command, tmp_path):
        path = tmp_path / "upstream.db"
        path.write_text("no database")

        shown = command("import", "--cbos-db", str(path))

        assert shown.code == 1
        assert shown.err.startswith(f"orchestrator-tray: {path}: cannot be read")
        assert len(shown.err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [("/no/such/folder",), ("--cbos-db", "/no/such/file"), ()])
def test_what_is_not_there_is_told_in_one_line(command, arguments):
    shown = command("import", *arguments)

    assert shown.code == 1
    assert len(shown.err.splitlines()) == 1
    assert "o such file" in shown.err


@pytest.mark.parametrize("wrong", ["yesterday", "2026-13-01", "0001-01-01", ""])
def test_a_date_must_be_one(command, wrong):
    assert command("import", "--after", wrong).code == 2 or wrong == "0001-01-01"


def test_a_day_begins_at_the_local_midnight(monkeypatch):
    monkeypatch.setenv("TZ", "UTC-2")
    time.tzset()

    assert moment("2026-03-01") == datetime(2026, 2, 28, 22, tzinfo=UTC)
    assert moment("2026-03-01T00:00:00Z") == datetime(2026, 3, 1, tzinfo=UTC)

    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGKILL])
def test_an_import_that_was_ended_goes_on_and_doubles_nothing(command, data_dir, tmp_path, signum):
    for number in range(6):  # several batches of vectors
        session(tmp_path / f"{number:02}.jsonl", *range(number * 50, number * 50 + 50))
    program = [
        sys.executable,
        "-m",
        "orchestrator_tray",
        "--data-dir",
        str(data_dir),
        "import",
        str(tmp_path),
    ]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and not is_begun(data_dir):
            time.sleep(0.02)
        process.send_signal(signum)
        told, _ = process.communicate(timeout=30)

    assert process.returncode == (130 if signum == signal.SIGINT else -signal.SIGKILL)
    if signum == signal.SIGINT:
        assert told.startswith("Interrupted after ")
    done = report(command, tmp_path)
    assert done["patterns"] == 300
    assert 0 < done["embedded"] < 300
    with Database.open(data_dir / "patterns.db") as database:
        assert database.stats()["vectors"] == 300


def is_begun(data_dir: Path) -> bool:
    """Tell whether some, but not all vectors are there."""
    if not (data_dir / "patterns.db").exists():
        return False
    with Database.open(data_dir / "patterns.db") as database:
        return database.stats()["vectors"] > 0


class TestProgress:
    @pytest.mark.parametrize(
        ("done", "total", "seconds", "line"),
        [
            (0, 100, 0.0, "Reading  [------------------------------]   0%"),
            (50, 100, 1.0, "Reading  [###############---------------]  50%"),
            (50, 100, 90.0, "Reading  [###############---------------]  50%  1 min 30 s left"),
            (100, 100, 9.0, "Reading  [##############################] 100%  0 s left"),
            (0, 0, 0.0, "Reading  [##############################] 100%"),
            (7, 5, 0.0, "Reading  [##############################] 100%"),
        ],
    )
    def test_a_bar_tells_how_far_and_how_long(self, done, total, seconds, line):
        assert bar_line("Reading", done, total, seconds=seconds) == line

    def test_it_is_seen_on_a_terminal_and_gone_afterwards(self):
        primary, secondary = os.openpty()
        with os.fdopen(secondary, "w") as terminal, Bar("Reading", terminal) as bar:
            bar.advance(1, 2)
            bar.advance(2, 2)
        shown = ""
        with suppress(OSError):  # so a terminal ends whose other side is closed
            while chunk := os.read(primary, 4_096).decode():
                shown += chunk
        os.close(primary)

        assert shown.startswith("\rReading  [###############---------------]  50% ")
        assert shown.count("Reading") == 1
        assert shown.endswith(" \r")

    def test_elsewhere_nothing_is_written(self, capsys):
        with Bar("Reading") as bar:
            bar.advance(1, 2)

        assert capsys.readouterr() == ("", "")
