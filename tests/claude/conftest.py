import asyncio
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from orchestrator_tray.adapters.hooks import Heartbeat
from orchestrator_tray.paths import locate, made
from tests.claude.program import NEWEST, OLDER, PATIENCE, Claude, installed
from tests.claude.scripted_api import ScriptedApi
from tests.claude.tray import Tray

HERE = Path(__file__).parent

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]  # no pseudo-terminals there


def pytest_collection_modifyitems(items):
    """Mark every test of this folder; the first one may have to fetch the programs."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.claude)
            item.add_marker(pytest.mark.timeout(600))


@pytest.fixture(scope="session")
def programs():
    return {version: installed(version) for version in (NEWEST, OLDER)}


@pytest.fixture
def api():
    server = ScriptedApi()
    yield server
    server.close()


@pytest.fixture
def folder():
    """A folder in which some background work of Claude Code may still write at the end."""
    with tempfile.TemporaryDirectory(prefix="tray-", ignore_cleanup_errors=True) as name:
        yield Path(name)


@pytest.fixture(params=[NEWEST, OLDER])
def claude(request, programs, api, folder):
    """Claude Code with our hook registered by our own command, as each version that counts."""
    prepared = Claude.prepare(programs[request.param], request.param, folder, api.url)
    prepared.tray("hooks", "install", "--data-dir", str(folder / "data"))
    return prepared


@pytest.fixture
def socket_path(folder):
    return locate(folder / "data", environment={}).socket


@pytest.fixture
async def tray(folder, socket_path):
    """A tray that listens."""
    started = Tray(socket_path, Heartbeat(made(folder / "data")))
    running = asyncio.get_running_loop().create_task(started.server.run())
    await asyncio.wait_for(started.server.listening.wait(), 10)
    yield started
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


@pytest.fixture
async def terminals():
    """Those that a test opened end with it."""
    opened = []
    yield opened
    for terminal in opened:
        await terminal.end()


class KilledTray:
    """A tray in a process of its own that holds every question, to be killed in the middle of it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def holds(self, event: str) -> None:
        """Wait until it holds such a call."""
        async with asyncio.timeout(PATIENCE):
            while (await self._process.stdout.readline()).decode().strip() != event:
                pass

    def kill(self) -> None:
        self._process.kill()


@pytest.fixture
async def killed_tray(socket_path):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.claude.holding", socket_path),
        stdout=subprocess.PIPE,
        cwd=HERE.parents[1],
    )
    tray = KilledTray(process)
    await tray.holds("listening")
    yield tray
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()
