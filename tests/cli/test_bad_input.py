"""Whatever a command is given, it ends with the right exit code and one clear line, never a traceback.

Most is given to the command line within this process; a sample of it, and what only an operating system can
hand over, to the program itself.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from orchestrator_tray import cli
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.adapters.store.connection import Connection
from tests.support.commands import Outcome, pattern, run_program, stored
from tests.support.privilege import unprivileged

READERS = [
    ("query", "x"),
    ("search", "x"),
    ("stats",),
    ("history",),
    ("export",),
    ("decide",),
]
WRITERS = [("teach",), ("forget", "p1"), ("wrong", "S:1")]
LESSON = json.dumps(
    {
        "questions": [{"question": "Which one?", "header": "", "options": [{"label": "This"}]}],
        "answers": {"Which one?": "This"},
    }
).encode()
ODD_LINES = [b"", b"\n \n\r\n", b"\xff\xfe\x00\n", b"\0\n", b"{}\n", b"[" * 100_000, LESSON[:-9]]


def assert_refused(outcome: Outcome, *words: str) -> None:
    """One line on stderr, with these words, and exit code 1."""
    assert outcome.code == 1, outcome
    (line,) = outcome.err.splitlines()
    assert line.startswith("orchestrator-tray: ")
    for word in words:
        assert word in line


class TestWrongUsage:
    @pytest.mark.parametrize(
        "arguments",
        [
            ("nonsense",),
            ("stats", "--nonsense"),
            ("query",),
            ("query", "x", "--limit", "0"),
            ("query", "x", "--limit", "many"),
            ("query", "x", "--threshold", "1.5"),
            ("query", "x", "--threshold", "nan"),
            ("query", "x", "--project", ""),
            ("search", "x", "--limit", "-1"),
            ("history", "--limit", "1e3"),
            ("forget",),
            ("wrong",),
            ("watch", "-p", "0"),
            ("watch", "-p", "65536"),
            ("watch", "-p", "٣"),
            ("watch", "-p", "80", "--url", "ws://localhost:1"),
            ("listen", "--url", "nonsense"),
            ("listen", "--url", "http://localhost:1"),
            ("doctor", "-p", "x"),
            ("decide", "--auto-threshold", "-0.1"),
            ("demo", "extra"),
        ],
        ids=" ".join,
    )
    def test_is_exit_code_2_with_the_usage(self, arguments, capsys):
        assert cli.run([*arguments]) == 2

        err = capsys.readouterr().err
        assert err.startswith("usage: orchestrator-tray")
        assert ": error: " in err.splitlines()[-1]

    @pytest.mark.parametrize("name", ["listen", "decide", "backtest"])
    def test_may_lie_in_thresholds_that_contradict_each_other(self, command, name):
        outcome = command(name, "--suggest-threshold", "0.9", "--auto-threshold", "0.8")

        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err == (
            "orchestrator-tray: --suggest-threshold: suggest_threshold (0.9) must not be above "
            "auto_threshold (0.8): lower it or raise the other\n"
        )


@pytest.mark.parametrize("arguments", [*READERS, *WRITERS], ids=" ".join)
class TestTheDatabase:
    def test_may_be_no_database(self, command, arguments):
        command.data_dir.mkdir()
        (command.data_dir / "patterns.db").write_bytes(b"I am a text file. " * 400)

        assert_refused(command(*arguments, stdin=LESSON), "patterns.db", "is not a database")

    def test_may_be_of_a_newer_version(self, command, arguments):
        stored(command.data_dir, [pattern("A?", "Yes")])
        with Connection(command.data_dir / "patterns.db", read_only=False) as connection:
            connection.execute("PRAGMA user_version = 9999")

        assert_refused(command(*arguments, stdin=LESSON), "newer version", "update orchestrator-tray")

    def test_may_be_a_folder(self, command, arguments):
        (command.data_dir / "patterns.db").mkdir(parents=True)

        assert_refused(command(*arguments, stdin=LESSON), "patterns.db")

    def test_may_lie_in_what_is_no_folder(self, command, arguments):
        command.data_dir.write_text("a file")

        assert_refused(command(*arguments, stdin=LESSON), str(command.data_dir))


@pytest.mark.parametrize("arguments", [("query", "x"), ("decide",), ("teach",), ("listen",), ("watch",)])
class TestTheSettings:
    def test_may_be_wrong_in_the_file(self, command, arguments):
        stored(command.data_dir, [pattern("A?", "Yes")])
        (command.data_dir / "config.toml").write_text("suggest_threshold = 7\n")

        outcome = command(*arguments, stdin=LESSON)

        assert_refused(outcome, "config.toml: suggest_threshold must be from 0 to 1, not 7")

    def test_may_be_no_settings(self, command, arguments):
        command.data_dir.mkdir()
        (command.data_dir / "config.toml").write_bytes(b"\xff\xfe")

        outcome = command(*arguments, stdin=LESSON)

        assert_refused(outcome, "config.toml: line 1 is not UTF-8")

    def test_may_be_wrong_in_the_environment(self, command, arguments, monkeypatch):
        monkeypatch.setenv("ORCHESTRATOR_TRAY_URL", "ws://example.com:32205")

        outcome = command(*arguments, stdin=LESSON)

        assert_refused(outcome, "ORCHESTRATOR_TRAY_URL", "is not on this computer")


@pytest.mark.parametrize(
    "arguments",
    [
        *READERS,
        *WRITERS,
        *(("listen",), ("watch",), ("demo",), ("import",), ("backtest",), ("autostart", "status")),
        *(("hooks", "status"), ("wrapper",), ("install",), ("--self-test",), ("--licenses",)),
    ],
    ids=" ".join,
)
class TestASettingsFileThatIsNamed:
    def test_must_be_there(self, command, arguments):
        assert_refused(
            command("--config", "/nowhere/config.toml", *arguments),
            "/nowhere/config.toml: the file does not exist: make it, or leave out --config",
        )

    def test_must_be_usable(self, command, arguments, tmp_path):
        (tmp_path / "own.toml").write_text("grace = -1\n")

        assert_refused(command("--config", str(tmp_path / "own.toml"), *arguments), "own.toml: grace must be")


def test_doctor_tells_of_a_missing_settings_file_beside_all_else(command):
    shown = command("--config", "/nowhere/config.toml", "doctor", "--json")

    findings = json.loads(shown.out)
    assert (shown.code, findings["settings"]["ok"], findings["data"]["ok"]) == (1, False, None)
    assert findings["settings"]["text"].startswith("/nowhere/config.toml: the file does not exist")


class TestOutput:
    def test_may_be_closed_early(self, command):
        stored(command.data_dir, [pattern(f"Question {n}?", "Yes" * 50) for n in range(2_000)])

        program = f"{sys.executable} -m orchestrator_tray --data-dir {command.data_dir} export"
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {program} | head -n 1"], capture_output=True, check=False
        )

        assert json.loads(done.stdout)["question"] == "Question 0?"
        assert (done.stderr, done.returncode) == (b"", 1)

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize("unbuffered", ["", "1"])
    @pytest.mark.parametrize("arguments", [("stats",), ("export",), ("history", "--json")])
    def test_may_have_no_room(self, command, arguments, unbuffered):
        stored(command.data_dir, [pattern("A?", "Yes")])

        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "orchestrator_tray", "--data-dir", command.data_dir, *arguments],
                stdout=full,
                stderr=subprocess.PIPE,
                env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
                check=False,
            )

        assert done.returncode == 1
        assert done.stderr == b"orchestrator-tray: No space left on device\n"

    def test_may_be_in_an_encoding_that_lacks_letters(self, command):
        stored(command.data_dir, [pattern("\u6570 what?", "Ja")])

        shown = command.run("search", "what", env={**os.environ, "PYTHONIOENCODING": "ascii"})

        assert (shown.code, shown.err) == (0, "")
        assert "\\u6570 what?" in shown.out

    @pytest.mark.parametrize("descriptor", [0, 1, 2])
    def test_may_be_missing_altogether(self, command, descriptor):
        stored(command.data_dir, [pattern("A?", "Yes")])
        program = f"{sys.executable} -m orchestrator_tray --data-dir {command.data_dir}"

        for arguments in ("decide", "stats"):
            done = subprocess.run(
                ["bash", "-c", f"{program} {arguments} {descriptor}>&-"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )

            assert (done.returncode, done.stderr) == (0, b"")


class TestText:
    def test_arguments_may_be_no_text(self, command):
        stored(command.data_dir, [pattern("A?", "Yes")])

        assert command("search", "\udcff\udcfe").code == 0
        assert command("query", "\udcff which?", "--option", "\udcf0", "--json").code == 0
        assert command("forget", "p\udcff").code == 1
        assert command("wrong", "\udcff", "--answer", "\udcff").code == 1
        assert command("export", "--project", "/\udcff").code == 0
        assert command("stats", "\udcff").code == 2

    @pytest.mark.parametrize("arguments", [("teach",), ("stats",), ("listen",)])
    def test_a_folder_whose_name_is_no_text_is_refused(self, command, tmp_path, arguments):
        outcome = replace(command, data_dir=tmp_path / "\udcff odd")(*arguments)

        assert_refused(outcome, "use another --data-dir")

    def test_a_folder_may_have_any_other_name(self, command, tmp_path):
        called = replace(command, data_dir=tmp_path / "\N{SNOWMAN} ?#%41&mode=memory 'x'")

        taught = called("teach", stdin=LESSON)
        counted = called("stats", "--json")

        assert (taught.code, json.loads(counted.out)["patterns"]) == (0, 1)

    @pytest.mark.parametrize("name", ["teach", "decide"])
    @pytest.mark.parametrize("stdin", ODD_LINES)
    def test_stdin_may_hold_anything(self, command, name, stdin):
        outcome = command(name, stdin=stdin)

        lines = [json.loads(line) for line in outcome.out.splitlines()]
        assert [line["type"] for line in lines] == ["problem"] * len(lines)
        assert (outcome.code, outcome.err) == (1 if lines else 0, "")
        assert bool(lines) == bool(stdin.strip())

    def test_answers_to_no_question_of_the_line_are_told(self, command):
        lesson = json.dumps({"questions": [{"question": "Which one?"}], "answers": {"Which": "This"}})
        outcome = command("teach", stdin=lesson.encode())

        assert (outcome.code, json.loads(outcome.out)["type"]) == (1, "problem")
        assert "repeat the question's text as its key" in outcome.out


class TestTheProgram:
    @pytest.mark.parametrize("arguments", [("query", "x"), ("teach",)], ids=" ".join)
    def test_refuses_what_is_no_database(self, command, arguments):
        command.data_dir.mkdir()
        (command.data_dir / "patterns.db").write_bytes(b"I am a text file. " * 400)

        assert_refused(command.run(*arguments, stdin=LESSON), "patterns.db", "is not a database")

    def test_refuses_wrong_settings(self, command):
        command.data_dir.mkdir()
        (command.data_dir / "config.toml").write_text("suggest_threshold = 7\n")

        assert_refused(command.run("listen"), "config.toml: suggest_threshold must be from 0 to 1, not 7")

    def test_takes_arguments_that_are_no_text(self, command):
        assert (found := command.run(b"search", b"\xff\xfe")).code == 0, found
        assert (wrong := command.run(b"stats", b"\xff")).code == 2, wrong
        assert "Traceback" not in wrong.err

    def test_refuses_a_folder_whose_name_is_no_text(self, tmp_path):
        folder = os.fsencode(tmp_path) + b"/\xff odd"

        assert_refused(run_program("--data-dir", folder, "stats"), "use another --data-dir")

    @pytest.mark.parametrize("name", ["teach", "decide"])
    def test_takes_anything_on_stdin(self, command, name):
        outcome = command.run(name, stdin=b"\n".join(ODD_LINES))

        lines = [json.loads(line) for line in outcome.out.splitlines()]
        assert [line["type"] for line in lines] == ["problem"] * 5
        assert (outcome.code, outcome.err) == (1, "")


def test_a_full_disk_is_told_and_loses_nothing(tmp_path):
    if shutil.which("unshare") is None:
        pytest.skip("needs unshare")
    lessons = tmp_path / "lessons.jsonl"
    lessons.write_bytes((LESSON + b"\n") * 20_000)
    program = f"{sys.executable} -m orchestrator_tray --data-dir {tmp_path}/small"
    script = f"""
        mkdir {tmp_path}/small && mount -t tmpfs -o size=2m none {tmp_path}/small || exit 77
        {program} teach < {lessons} > {tmp_path}/told; echo $? > {tmp_path}/code
        cp {tmp_path}/small/patterns.db* {tmp_path}
    """

    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", script], capture_output=True, check=False
    )

    if done.returncode in {1, 77} and not (tmp_path / "code").exists():
        pytest.skip("cannot make a small disk here")
    assert_refused(
        Outcome(int((tmp_path / "code").read_text()), "", done.stderr.decode()), "the disk is full", "free"
    )
    learned = (tmp_path / "told").read_text().count('"learned"')
    with Database.open(tmp_path / "patterns.db") as database:
        assert database.count() >= learned > 0


def test_a_read_only_folder_is_told(command):
    command.data_dir.mkdir(mode=0o500)

    with unprivileged():
        outcome = command.run("teach", stdin=LESSON)

    assert_refused(outcome, str(command.data_dir))


def test_an_unexpected_error_is_one_line_too(monkeypatch, capsys):
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by\nnothing")

    monkeypatch.setattr("orchestrator_tray.cli.build_parser", broken)

    assert cli.run(["stats"]) == 1
    assert capsys.readouterr().err == (
        "orchestrator-tray: unexpected ZeroDivisionError: by\\nnothing; -v shows where it happened\n"
    )


def test_an_interrupt_is_exit_code_130(monkeypatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("orchestrator_tray.cli.build_parser", interrupted)

    assert cli.run(["stats"]) == 130
