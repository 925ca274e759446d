"""What the tray app costs while nothing happens: its memory, and how often it wakes up.

python benchmarks/idle.py [SECONDS]    how long it is watched; default: 30

A private bus with a tray host and a notification daemon, a CBOS stand-in with two sessions. One question is
asked and answered first, so that everything is loaded that is ever loaded; then the embedding model's process
is ended, as it ends by itself after five minutes without a question.
"""

import asyncio
import os
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from orchestrator_tray.demo.standin import StandIn  # noqa: E402 - found beside this folder
from tests.desktop.app import App, Turns, eventually, know  # noqa: E402
from tests.desktop.conftest import start_watcher  # noqa: E402
from tests.desktop.daemons import FakeDaemon  # noqa: E402
from tests.desktop.harness import Desktop  # noqa: E402

MEGABYTES = 60
WAKEUPS = 1.0
SETTLE_SECONDS = 5.0


def resident(pid: int) -> float:
    """Return the resident memory in MB."""
    return _status(Path(f"/proc/{pid}"))["VmRSS"] / 1024


def wakeups(pid: int) -> Counter[str]:
    """Return how often each thread has woken up since it began, the main one first."""
    tasks = sorted(Path(f"/proc/{pid}/task").iterdir())
    return Counter({f"thread {task.name}": _status(task)["voluntary_ctxt_switches"] for task in tasks})


def _status(folder: Path) -> dict[str, int]:
    lines = (line.partition(":") for line in (folder / "status").read_text().splitlines())
    words = {name: value.split() for name, _, value in lines}
    return {name: int(value[0]) for name, value in words.items() if value and value[0].isdigit()}


async def measure(folder: Path, seconds: float) -> None:
    """Print both, with their limits."""
    desktop = Desktop(folder)
    try:
        start_watcher(desktop)
        daemon = await FakeDaemon.open(desktop.environ["DBUS_SESSION_BUS_ADDRESS"], "actions", "body")
        async with StandIn(turns=Turns(), sessions={"S": "/home/me/shop", "T": "/home/me/shop"}) as server:
            data_dir = folder / "data"
            know(data_dir)
            app = App(desktop, data_dir, server)
            await app.connects()
            server.send_input("S", "go")
            await eventually(lambda: daemon.popups, "a notification")
            daemon.press("Accept")
            await eventually(lambda: server.received["S"] == ["go", "SQLite"], "the answer")
            await _print(app.process.pid, "with the embedding model's process", seconds=0)
            for child in app.children():
                os.kill(child, signal.SIGTERM)
            await asyncio.sleep(SETTLE_SECONDS)
            await _print(app.process.pid, "idle", seconds=seconds)
            await app.stop()
            await daemon.quit()
    finally:
        desktop.close()


async def _print(pid: int, when: str, *, seconds: float) -> None:
    memory = resident(pid)
    print(f"{when}: {memory:.1f} MB resident, limit {MEGABYTES}: {memory / MEGABYTES:.0%}")
    if not seconds:
        return
    before = wakeups(pid)
    await asyncio.sleep(seconds)
    woken = wakeups(pid) - before
    rate = woken.total() / seconds
    print(f"{when}: {rate:.2f} wake-ups a second, limit {WAKEUPS:g}: {rate / WAKEUPS:.0%}")
    for thread, count in woken.most_common():
        print(f"  {count:5} in {seconds:g} s: {thread}")


def main() -> None:
    """Measure in a folder that goes afterwards."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder), seconds))


if __name__ == "__main__":
    main()
