import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import tasks

ROOT = Path(tasks.__file__).parent


@pytest.fixture
def outcome() -> tasks.Outcome:
    return tasks.Outcome()


def make_test(folder: Path, name: str = "test_x.py") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("")


def run_tasks(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    code = (
        f"import runpy, sys\n{before}\nsys.argv[1:] = {list(arguments)!r}\n"
        "runpy.run_path('tasks.py', run_name='__main__')"
    )
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_an_older_python_gets_one_line_that_says_which_is_needed():
    done = run_tasks("--help", before="sys.version_info = (3, 9, 2, 'final', 0)")

    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr
        == "tasks.py: needs Python 3.11 or newer, not 3.9: try `python3.12 tasks.py` or the like\n"
    )


def test_help_names_every_task():
    done = run_tasks("--help")

    assert done.returncode == 0
    for name in ("demo", "test", "setup", "lint", "coverage", "binary", "lock", "bench"):
        assert f"    {name} " in done.stdout


@pytest.mark.parametrize("arguments", [[], ["tests"], ["test", "--tier", "fast"], ["lint", "--fast"]])
def test_wrong_usage_ends_with_code_2(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        tasks.main(arguments)

    assert caught.value.code == 2
    assert "usage: tasks.py" in capsys.readouterr().err


def test_an_unknown_benchmark_is_told_with_those_that_there_are(capsys):
    assert tasks.main(["bench", "judgment"]) == 1
    assert capsys.readouterr().err.startswith("tasks.py: no such benchmark: judgment; there are binary, ")


def test_folders_are_tiers_and_a_tier_without_tests_is_not_listed(tmp_path):
    for folder in ("core", "adapters", "demo/deep", "desktop"):
        make_test(tmp_path / folder)
    make_test(tmp_path, "test_config.py")
    (tmp_path / "binary").mkdir()
    (tmp_path / "support").mkdir()
    (tmp_path / "support" / "peer.py").write_text("")

    assert tasks.tiers(tmp_path) == {
        "unit": [str(tmp_path / "core"), str(tmp_path / "test_config.py")],
        "integration": [str(tmp_path / "adapters"), str(tmp_path / "demo")],
        "desktop": [str(tmp_path / "desktop")],
    }


def test_every_test_of_this_project_is_in_a_tier():
    found = [Path(path) for paths in tasks.tiers().values() for path in paths]

    for file in (ROOT / "tests").rglob("test_*.py"):
        assert any(file == path or path in file.parents for path in found)


def test_programs_that_are_missing_are_named(monkeypatch):
    monkeypatch.setenv("PATH", "")

    assert {"Xvfb", "xdotool"} <= set(tasks.desktop_needs()) or sys.platform != "linux"
    assert tasks.claude_needs() == ["node", "npm"]


def test_a_failed_step_is_remembered_and_the_next_still_runs(outcome, capfd):
    assert outcome.step("first", sys.executable, "-c", "raise SystemExit(3)") is False
    assert outcome.step("second", sys.executable, "-c", "print('hello')") is True

    assert outcome.broken == ["first"]
    assert "== first: FAILED in" in capfd.readouterr().out


def test_the_counts_of_several_runs_add_up(outcome, tmp_path):
    suite = '<testsuites><testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/></testsuites>'
    for number, counts in enumerate([(10, 1, 2, 3), (5, 0, 0, 0)]):
        (tmp_path / f"{number}.xml").write_text(suite.format(*counts))
        outcome.count(tmp_path / f"{number}.xml")

    assert (outcome.passed, outcome.failed) == (9, 3)


def test_tests_that_never_came_to_an_end_count_as_a_failure(outcome, tmp_path):
    outcome.count(tmp_path / "missing.xml")

    assert outcome.failed == 1


class TestSetup:
    """With a project of no dependencies in the place of this one, so that nothing is fetched."""

    @pytest.fixture
    def installs(self, tmp_path, monkeypatch) -> list[tuple[str, ...]]:
        project = (
            '[project]\ndependencies = ["one"]\n[dependency-groups]\ndev = ["two"]\nbinary = ["three"]\n'
        )
        (tmp_path / "pyproject.toml").write_text(project)
        monkeypatch.setattr(tasks, "ROOT", tmp_path)
        monkeypatch.setattr(tasks, "VENV", tmp_path)
        monkeypatch.setattr(tasks, "PYTHON", Path(sys.executable))
        monkeypatch.setattr(tasks, "CONSTRAINTS", tmp_path / "constraints.txt")
        calls: list[tuple[str, ...]] = []
        monkeypatch.setattr(tasks, "pip", lambda _, *arguments: calls.append(arguments))
        return calls

    def test_the_second_time_nothing_is_installed(self, installs):
        tasks.ensure("dev")
        tasks.ensure("dev")
        tasks.ensure()

        assert installs == [
            ("install", *tasks.BUILD_TOOLS, "one", "two"),
            ("install", "--no-deps", "--no-build-isolation", "-e", str(tasks.ROOT)),
        ]

    def test_another_group_is_added_to_those_that_are_there(self, installs):
        tasks.ensure("dev")
        tasks.ensure("binary")

        assert installs[2] == ("install", *tasks.BUILD_TOOLS, "one", "three", "two")

    def test_new_versions_are_installed_but_a_changed_lint_rule_is_no_reason(self, installs):
        tasks.ensure()
        with (tasks.ROOT / "pyproject.toml").open("a") as file:
            file.write("[tool.ruff]\nline-length = 110\n")
        tasks.ensure()
        tasks.CONSTRAINTS.write_text("one==2\n")
        tasks.ensure()

        assert len(installs) == 4
        assert installs[2] == ("install", "-c", str(tasks.CONSTRAINTS), *tasks.BUILD_TOOLS, "one")

    def test_an_installation_that_failed_is_tried_again(self, installs, monkeypatch):
        working = tasks.pip

        def failing(*_: object) -> str:
            raise tasks.TaskError("no network")

        monkeypatch.setattr(tasks, "pip", failing)
        with pytest.raises(tasks.TaskError):
            tasks.ensure()
        monkeypatch.setattr(tasks, "pip", working)
        tasks.ensure()

        assert len(installs) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="uses a shell script as Python")
def test_a_python_without_venv_is_told_what_to_install(monkeypatch, tmp_path):
    fake = tmp_path / "python"
    fake.write_text(
        "#!/bin/sh\necho 'The virtual environment was not created: ensurepip is not available.'\nexit 1\n"
    )
    fake.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(fake))

    with pytest.raises(tasks.TaskError, match="on Debian, `sudo apt install python3-venv`"):
        tasks._make_venv(tmp_path / "venv")


def test_what_pip_says_is_shown_only_when_it_fails(capsys):
    assert "pip" in tasks.pip(Path(sys.executable), "--version")
    assert capsys.readouterr().out == ""

    with pytest.raises(tasks.TaskError, match="pip failed, see above: ERROR: unknown command"):
        tasks.pip(Path(sys.executable), "instal")
    assert "unknown command" in capsys.readouterr().err


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_a_tier_that_this_machine_cannot_run_fails_in_ci_only(monkeypatch, capsys, ci, code):
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(tasks, "ensure", lambda *_: None)
    monkeypatch.setattr(tasks, "tiers", lambda: {"desktop": ["tests/desktop"]})
    monkeypatch.setattr(tasks, "run", lambda *_: 0)
    monkeypatch.setitem(tasks.NEEDS, "desktop", lambda: ["Xvfb", "xdotool"])

    assert tasks.main(["test"]) == code
    lines = capsys.readouterr().out.splitlines()
    assert "desktop tests: LEFT OUT, this machine lacks Xvfb, xdotool" in lines
    assert "claude tests: there are none yet" in lines
    assert lines[-1] == "0 passed, 0 failed"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_lets_the_program_end_in_its_own_way_first():
    program = (
        "import time\n"
        "try: print('up', flush=True); time.sleep(60)\n"
        "except KeyboardInterrupt: print('in order')"
    )
    runner = (
        f"import sys, tasks\ntry: tasks.run(sys.executable, '-c', {program!r})\n"
        "except KeyboardInterrupt: sys.exit(130)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", runner], cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout.readline() == "up\n"
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to both

        assert process.communicate()[0] == "in order\n"
        assert process.returncode == 130


def test_constraints_pin_every_direct_requirement():
    project = tasks.tomllib.loads((ROOT / "pyproject.toml").read_text())
    pinned = {
        line.split("==")[0].lower().replace("_", "-") for line in tasks.CONSTRAINTS.read_text().splitlines()
    }

    for requirement in [*tasks.BUILD_TOOLS, *tasks._requirements(project, ["dev", "binary"])]:
        assert re.match(r"[\w.-]+", requirement)[0] in pinned
