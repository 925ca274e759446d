"""A copy of the frozen program, alone in a folder, and clean systems to run it in."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.binary.frozen import DIST, NAME, ROOT, Program, need

# `packaging` is a folder of scripts, not a package
sys.path.insert(0, str(ROOT / "packaging"))


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("binary")


@pytest.fixture(scope="session")
def built() -> Path:
    """The one file of the last build."""
    need((DIST / NAME).exists(), f"{DIST / NAME}: run `python3 tasks.py binary`")
    return DIST / NAME


@pytest.fixture
def program(built: Path, tmp_path: Path) -> Program:
    for name in ("alone", "home", "tmp"):
        (tmp_path / name).mkdir()
    (tmp_path / "home" / "run").mkdir(mode=0o700)
    return Program(Path(shutil.copy(built, tmp_path / "alone")), tmp_path / "home", tmp_path / "tmp")


@pytest.fixture
def listening(program: Program) -> Iterator[subprocess.Popen[str]]:
    """A `listen` that has said that it is ready; there is no server."""
    process = program.start("listen", "--json")
    try:
        assert process.stdout
        assert '"ready"' in process.stdout.readline()
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.fixture(scope="session", params=["bookworm", "trixie"])
def clean_root(request: pytest.FixtureRequest) -> Path:
    """The smallest Debian system of a release, without Python; kept from one run of the tests to the next."""
    need(sys.platform == "linux" and os.geteuid() == 0, "root on Linux")
    need(shutil.which("debootstrap") and shutil.which("ip"), "debootstrap and iproute2")
    root = ROOT / "build" / "roots" / request.param
    if not (root / "complete").exists():
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(parents=True)
        subprocess.run(["debootstrap", "--variant=minbase", request.param, str(root)], check=True)
        (root / "complete").touch()
    assert not [*root.glob("usr/bin/python*")]
    return root
