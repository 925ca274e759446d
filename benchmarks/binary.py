"""Size, start and memory of the frozen program, as a table for the README: `python3 tasks.py bench binary`.

Wants `python3 tasks.py binary` first. Linux only: it reads /proc. Builds, once more, a program that has the
same to unpack and nothing to run: what is left of a start is ours.
"""

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from verify_binary import session_bus  # noqa: E402

DIST = ROOT / "dist"
ONE_FILE = DIST / "orchestrator-tray"
FOLDER = DIST / "orchestrator-tray-folder"
BARE = ROOT / "build" / "bare"
SOURCE = [sys.executable, "-m", "orchestrator_tray"]
RUNS = 9
SETTLED = 6.0
HEAD = ("build", "download", "on disk", "`--version`", "`hook`", "tray, idle", "with the model loaded")


def main() -> int:
    if not ONE_FILE.exists():
        sys.exit(f"{ONE_FILE} is missing: run `python3 tasks.py binary` first")
    print(f"| {' | '.join(HEAD)} |\n|{' --- |' * len(HEAD)}")
    row("one file", [str(ONE_FILE)], ONE_FILE, ONE_FILE)
    row("installed, or .deb", [str(FOLDER / "orchestrator-tray")], next(DIST.glob("*.deb"), None), FOLDER)
    row("from source", SOURCE, None, None)
    alone, told = seconds([str(bare())], [str(ONE_FILE), "--version"])
    print(f"\nUnpacking alone takes {alone:.2f} s, the one file's `--version` {told / alone:.2f} times that.")
    return 0


def row(name: str, command: list[str], download: Path | None, disk: Path | None) -> None:
    idle, loaded = tray_megabytes(command), listen_megabytes(command)
    version, hook = seconds([*command, "--version"], [*command, "hook"])
    measured = (f"{version:.2f} s", f"{hook:.2f} s", f"{idle:.0f} MB", f"{loaded:.0f} MB")
    print(f"| {' | '.join((name, megabytes(download), megabytes(disk), *measured))} |", flush=True)


def megabytes(place: Path | None) -> str:
    if place is None:
        return "-"
    files = place.rglob("*") if place.is_dir() else [place]
    size = sum(file.lstat().st_size for file in files if not file.is_dir())
    return f"{size / 1e6:.0f} MB"


def seconds(*commands: Sequence[str]) -> list[float]:
    """Return the median time of each command's start. They take turns, so that all have the same weather."""
    took: list[list[float]] = [[] for _ in commands]
    with home() as folder:
        for turn in range(RUNS + 1):
            for command, times in zip(commands, took, strict=True):
                begun = time.perf_counter()
                subprocess.run(command, env=environment(folder), input=b"", capture_output=True, check=True)
                if turn:  # the first fills the system's caches
                    times.append(time.perf_counter() - begun)
    return [*map(statistics.median, took)]


def tray_megabytes(command: Sequence[str]) -> float:
    with (
        home() as folder,
        session_bus(folder) as bus,
        started(command, folder, f"unix:path={bus}") as process,
    ):
        time.sleep(SETTLED)
        return resident(process.pid)


def listen_megabytes(command: Sequence[str]) -> float:
    """Return what a listener takes when its embedder has just been used."""
    with home() as folder, started([*SOURCE, "demo", "--json", "--keep-running"], folder) as server:
        url = json.loads(line_with(server, '"type": "demo"'))["url"]
        with started([*command, "listen", "--json", "--url", url], folder) as listener:
            line_with(listener, '"type": "decision"')
            return resident(listener.pid)


def line_with(process: subprocess.Popen[str], text: str) -> str:
    assert process.stdout
    return next(line for line in process.stdout if text in line)


@contextlib.contextmanager
def started(command: Sequence[str], folder: Path, bus: str = "") -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        command,
        env=environment(folder) | ({"DBUS_SESSION_BUS_ADDRESS": bus} if bus else {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextlib.contextmanager
def home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "run").mkdir(mode=0o700)
        yield Path(folder)


def environment(folder: Path) -> dict[str, str]:
    return {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run"), "PATH": os.environ["PATH"]}


def resident(process: int) -> float:
    """Return the megabytes in memory of a process and all that it has started."""
    own = int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    threads = Path(f"/proc/{process}/task").iterdir()
    children = [child for thread in threads for child in (thread / "children").read_text().split()]
    return own + sum(resident(int(child)) for child in children)


def bare() -> Path:
    """Build the program that only unpacks."""
    build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "build.spec"]
    places = ["--distpath", str(BARE), "--workpath", str(BARE / "work")]
    subprocess.run([*build, *places, "--", "--bare"], cwd=ROOT, check=True, capture_output=True)
    shutil.rmtree(BARE / "orchestrator-tray-folder")
    return BARE / "bare"


if __name__ == "__main__":
    sys.exit(main())
