"""Every chore of this project, by Python 3.11 and nothing else: `python3 tasks.py --help`.

Works in `.venv` beside this file, which it makes and keeps in step with pyproject.toml and constraints.txt.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

if sys.version_info < (3, 11):  # noqa: UP036  # an older Python reads this file, but must not run it
    found = ".".join(map(str, sys.version_info[:2]))
    sys.exit(f"tasks.py: needs Python 3.11 or newer, not {found}: try `python3.12 tasks.py` or the like")

import tomllib  # unknown to an older Python

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
CONSTRAINTS = ROOT / "constraints.txt"
RESULTS = ROOT / "build" / "test-results"
BUILD_TOOLS = ["hatchling", "editables"]
PLATFORMS = ("linux", "win32", "darwin")
FREEZE = (str(PYTHON), "packaging/build.py")
CORE = "orchestrator_tray/core/*"

LOCK_HEADER = """\
# The versions that are tested, of everything that runs, checks, tests or freezes this program.
# Written by `python3 tasks.py lock` on Linux, from an empty environment; not edited by hand.
# What only other platforms need (pyobjc, winrt, colorama...) is bounded by pyproject.toml alone.
"""


class TaskError(Exception):
    """Ends the run with one line that says what is missing and what to do."""


# -- The environment ----------------------------------------------------------------------------------------


def ensure(*groups: str) -> None:
    """Make .venv hold the program and the named dependency groups, unless it does already."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    state = _state(project)
    stamp = VENV / "tasks-stamp.json"
    held = json.loads(stamp.read_text()) if stamp.exists() and PYTHON.exists() else {}
    known = set(held.get("groups", ())) if held.get("state") == state else set()
    if held.get("state") == state and known >= set(groups):
        return
    wanted = sorted({*groups, *known})
    if not PYTHON.exists():
        _make_venv(VENV)
    say(f"Installing into .venv: {' + '.join(['the program', *wanted])} (a minute the first time)")
    stamp.unlink(missing_ok=True)
    with_constraints = ["-c", str(CONSTRAINTS)] if CONSTRAINTS.exists() else []
    pip(PYTHON, "install", *with_constraints, *BUILD_TOOLS, *_requirements(project, wanted))
    # its build tools are installed and pinned by now: no isolated build that would fetch others
    pip(PYTHON, "install", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    stamp.write_text(json.dumps({"state": state, "groups": wanted}))


def _state(project: dict[str, Any]) -> str:
    """What an installation depends on: its place, and what names packages."""
    parts = [project.get(table) for table in ("build-system", "project", "dependency-groups")]
    pins = CONSTRAINTS.read_text(encoding="utf-8") if CONSTRAINTS.exists() else ""
    text = json.dumps([str(ROOT), parts, pins])
    return hashlib.sha256(text.encode()).hexdigest()


def _requirements(project: dict[str, Any], groups: Sequence[str]) -> list[str]:
    # read here, since the pip that comes with Python 3.11 does not know dependency groups
    named = project["dependency-groups"]
    return [*project["project"]["dependencies"], *(item for group in groups for item in named[group])]


def _make_venv(folder: Path) -> None:
    say(f"Making {folder.name} with Python {sys.version.split()[0]}")
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    made = subprocess.run(command, check=False, capture_output=True, text=True)
    if made.returncode:
        shutil.rmtree(folder, ignore_errors=True)  # half of one would pass for whole
        if "ensurepip" in made.stdout + made.stderr:
            raise TaskError("this Python has no venv with pip: on Debian, `sudo apt install python3-venv`")
        raise TaskError(f"cannot make {folder}: {_last_line(made.stderr or made.stdout)}")


def pip(python: Path, *arguments: str) -> str:
    """What pip prints, which nobody sees unless it fails."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        raise TaskError(f"pip failed, see above: {_last_line(done.stderr)}")
    return done.stdout


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1].strip() if lines else "it does not say why"


# -- Tiers of tests -----------------------------------------------------------------------------------------


def tiers(tests: Path = ROOT / "tests") -> dict[str, list[str]]:
    """The tiers that have tests, and where these lie. A new folder is of the integration tier."""
    found: dict[str, list[str]] = {tier: [] for tier in ("unit", "integration", *NEEDS)}
    for path in sorted(tests.iterdir()):
        if path.is_dir() and any(path.rglob("test_*.py")):
            tier = "unit" if path.name == "core" else path.name if path.name in NEEDS else "integration"
            found[tier].append(str(path))
        elif path.match("test_*.py"):
            found["unit"].append(str(path))
    return {tier: paths for tier, paths in found.items() if paths}


def desktop_needs() -> list[str]:
    if not sys.platform.startswith("linux"):
        return ["Linux"]
    programs = ["Xvfb", "dbus-daemon", "gdbus", "xdotool", "xprop", "import", "xfce4-panel"]
    missing = [name for name in programs if not shutil.which(name)]
    # these lie outside the path: below /usr/lib/<architecture> on Debian, /usr/lib or /usr/lib64 elsewhere
    daemons = [
        path.name for place in ("lib*", "lib/*") for path in Path("/usr").glob(f"{place}/xfce4/*/xf*d")
    ]
    return missing + [name for name in ("xfce4-notifyd", "xfconfd") if name not in daemons]


def binary_needs() -> list[str]:
    missing = [] if (ROOT / "build.spec").exists() else ["build.spec"]
    if sys.platform.startswith("linux") and not shutil.which("objdump"):
        missing.append("objdump (Debian: binutils)")
    return missing


def claude_needs() -> list[str]:
    return [name for name in ("node", "npm") if not shutil.which(name)]


NEEDS: dict[str, Callable[[], list[str]]] = {
    "desktop": desktop_needs,
    "binary": binary_needs,
    "claude": claude_needs,
}
"""What the special tiers look for on this machine, and do not find."""

TIERS = ("unit", "integration", *NEEDS)


class Outcome:
    """What a run came to: counts of tests, and the names of the steps that failed."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0
        self.broken: list[str] = []

    def step(self, name: str, *command: str) -> bool:
        """Run one command, tell how long it took, and remember a failure."""
        say(f"== {name}")
        begun = time.monotonic()
        done = run(*command) == 0
        say(f"== {name}: {'done' if done else 'FAILED'} in {time.monotonic() - begun:.0f} s")
        if not done:
            self.broken.append(name)
        return done

    def count(self, results: Path) -> None:
        """Add what pytest wrote down; without that, it ended before its tests and counts as one failure."""
        if not results.exists():
            self.failed += 1
            return
        for suite in ET.parse(results).getroot().iter("testsuite"):
            number = {name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")}
            bad = number["failures"] + number["errors"]
            self.failed += bad
            self.passed += number["tests"] - bad - number["skipped"]


def test_tiers(chosen: Sequence[str], outcome: Outcome, *, coverage: bool) -> None:
    """Run these tiers: the quick ones together on all processors, the others one by one."""
    where = tiers()
    # from the slowest folder to the fastest, so that no processor waits for the others at the end
    quick = [
        path for tier in ("integration", "unit") if tier in chosen for path in reversed(where.get(tier, []))
    ]
    if quick:
        # by file, so that what the tests of a module share is made once
        parallel = ["-n", str(min(os.cpu_count() or 1, 8)), "--dist", "loadfile", "--no-loadscope-reorder"]
        cover = ["--cov", "--cov-branch", "--cov-report="] if coverage else []
        _pytest("quick tests", [*parallel, *cover, *quick], outcome)
    for tier in NEEDS:
        if tier in chosen and tier in where:
            if tier == "binary":
                outcome.step("freeze", *FREEZE)
            _pytest(f"{tier} tests", where[tier], outcome)


def _pytest(name: str, arguments: Sequence[str], outcome: Outcome) -> None:
    results = RESULTS / f"{name.split(maxsplit=1)[0]}.xml"
    results.unlink(missing_ok=True)
    options = ["-q", "-rs", "--timeout=120", f"--junitxml={results}"]
    done = outcome.step(name, str(PYTHON), "-m", "pytest", *options, *arguments)
    failed_before = outcome.failed
    outcome.count(results)
    if not done and results.exists():
        _try_again(name, outcome, outcome.failed - failed_before)


def _try_again(name: str, outcome: Outcome, failed: int) -> None:
    """Run what failed once more, one test at a time: real processes on a busy machine can miss a deadline.

    What passes then counts as passed, and is told; what fails twice has failed.
    """
    again = f"{name} that failed, alone"
    if outcome.step(
        again, str(PYTHON), "-m", "pytest", "-v", "--timeout=240", "--lf", "--lfnf=none", "tests"
    ):
        say(f"== {failed} of the {name} failed at first and passed alone")
        outcome.broken.remove(name)
        outcome.passed += failed
        outcome.failed -= failed


# -- The tasks ----------------------------------------------------------------------------------------------


def setup(_: argparse.Namespace) -> int:
    """Make or refresh .venv with all that development needs."""
    ensure("dev", "binary")
    say(f"Ready: {BIN / 'orchestrator-tray'}")
    return 0


def demo(options: argparse.Namespace) -> int:
    """See the program at work, with a stand-in server and a sample history; takes the demo's own options."""
    ensure()
    return run(str(BIN / "orchestrator-tray"), "demo", *options.rest)


def lint(_: argparse.Namespace) -> int:
    """Check style, types on every platform, and the direction of imports."""
    ensure("dev")
    outcome = Outcome()
    _lint(outcome)
    return _ended(outcome)


def test(options: argparse.Namespace) -> int:
    """Check all that this machine can: lint, every tier of tests, coverage of the core."""
    begun = time.monotonic()
    ensure("dev", "binary")
    outcome = Outcome()
    existing = tiers()
    asked = options.tier or list(TIERS)
    lacks = {tier: NEEDS[tier]() for tier in asked if tier in NEEDS and tier in existing}
    left_out = {tier: missing for tier, missing in lacks.items() if missing}
    if not options.tier:
        _lint(outcome)
    test_tiers([tier for tier in asked if tier not in left_out], outcome, coverage=not options.tier)
    if not options.tier:
        _coverage(outcome)
    _tell_gaps(asked, existing, left_out)
    if options.tier or os.environ.get("CI") == "true":
        outcome.broken += [f"{tier} tests, left out" for tier in left_out]
    code = _ended(outcome)
    say(f"== all in {time.monotonic() - begun:.0f} s")
    say(f"{outcome.passed} passed, {outcome.failed} failed")
    return code


def coverage(_: argparse.Namespace) -> int:
    """Run the quick tests and show what they leave uncovered, here and in build/coverage."""
    ensure("dev")
    outcome = Outcome()
    test_tiers(["unit", "integration"], outcome, coverage=True)
    outcome.step("coverage", str(PYTHON), "-m", "coverage", "report", "--skip-covered")
    outcome.step("pages", str(PYTHON), "-m", "coverage", "html", "-q", "-d", str(ROOT / "build" / "coverage"))
    return _ended(outcome)


def binary(_: argparse.Namespace) -> int:
    """Freeze the program into dist, with what is released beside it: checksums, SBOM, on Debian a package."""
    missing = binary_needs()
    if missing:
        raise TaskError(f"no binary can be made here: {', '.join(missing)} is missing")
    ensure("binary")
    return run(*FREEZE)


def benchmarks() -> list[str]:
    return sorted(path.stem for path in (ROOT / "benchmarks").glob("[!_]*.py"))


def bench(options: argparse.Namespace) -> int:
    """Run the benchmarks, or those named."""
    unknown = set(options.names) - set(benchmarks())
    if unknown:
        raise TaskError(
            f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(benchmarks())}"
        )
    ensure("dev")
    names = options.names or benchmarks()
    outcome = Outcome()
    for name in names:
        outcome.step(name, str(PYTHON), str(ROOT / "benchmarks" / f"{name}.py"))
    return _ended(outcome)


def lock(_: argparse.Namespace) -> int:
    """Write constraints.txt anew: the newest versions that pyproject.toml allows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        venv = Path(folder) / "venv"
        _make_venv(venv)
        python = venv / PYTHON.relative_to(VENV)
        say("Installing the newest versions (some minutes)")
        pip(python, "install", *BUILD_TOOLS, *_requirements(project, ["dev", "binary"]))
        CONSTRAINTS.write_text(LOCK_HEADER + pip(python, "freeze"), encoding="utf-8")
    say(f"Wrote {CONSTRAINTS.name}")
    return 0


def _lint(outcome: Outcome) -> None:
    outcome.step("ruff check", str(BIN / "ruff"), "check", "--output-format", "concise", ".")
    outcome.step("ruff format", str(BIN / "ruff"), "format", "--check", ".")
    for platform in PLATFORMS:  # each sees the branches of its own
        cache = str(ROOT / ".mypy_cache" / platform)
        outcome.step(f"mypy ({platform})", str(BIN / "mypy"), "--platform", platform, "--cache-dir", cache)
    outcome.step("import-linter", str(BIN / "lint-imports"), "--no-logo")


def _coverage(outcome: Outcome) -> None:
    report = [str(PYTHON), "-m", "coverage", "report", "--skip-covered"]
    outcome.step("coverage of all", *report)
    outcome.step("coverage of the core", *report, f"--include={CORE}", "--fail-under=100")


def _tell_gaps(asked: Sequence[str], existing: dict[str, list[str]], left_out: dict[str, list[str]]) -> None:
    for tier in asked:
        if tier not in existing:
            say(f"{tier} tests: there are none yet")
        elif tier in left_out:
            say(f"{tier} tests: LEFT OUT, this machine lacks {', '.join(left_out[tier])}")


def _ended(outcome: Outcome) -> int:
    if outcome.broken:
        say(f"Failed: {', '.join(outcome.broken)}")
    return 1 if outcome.broken else 0


def say(text: str) -> None:
    """Print at once: the output of the programs started here comes in between."""
    print(text, flush=True)


def run(*command: str) -> int:
    """The exit code of a program that runs in this project's folder. Ctrl-C is its own to handle first."""
    interrupted = False
    with subprocess.Popen(command, cwd=ROOT) as process:
        while process.poll() is None:
            try:
                process.wait()
            except KeyboardInterrupt:
                interrupted = True
    if interrupted:
        raise KeyboardInterrupt
    return process.returncode


TASKS = (demo, test, setup, lint, coverage, binary, bench, lock)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="tasks.py", description="Every chore of this project.")
    commands = top.add_subparsers(required=True, metavar="TASK")
    for task in TASKS:
        command = commands.add_parser(task.__name__, help=task.__doc__, description=task.__doc__)
        command.set_defaults(task=task)
        if task is test:
            command.add_argument("--tier", action="append", choices=TIERS, help="only this one (repeatable)")
        if task is bench:
            command.add_argument("names", nargs="*", help=f"only these: {', '.join(benchmarks())}")
    return top


def main(arguments: Sequence[str]) -> int:
    top = parser()
    options, rest = top.parse_known_args(arguments)
    if rest and options.task is not demo:
        top.error(f"unknown arguments: {' '.join(rest)}")
    options.rest = rest
    try:
        code: int = options.task(options)
    except TaskError as error:
        print(f"tasks.py: {error}", file=sys.stderr)
        code = 1
    except KeyboardInterrupt:
        code = 130
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
