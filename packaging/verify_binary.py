"""Verifies a frozen program as its users meet it: `python packaging/verify_binary.py dist/orchestrator-tray`.

With a home of its own, an empty PATH (so no Python) and an empty folder for temporary files. `--root DIR`
runs it inside another system's folder, `--offline` where there is no network but the loopback.
"""

import argparse
import asyncio
import contextlib
import json
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""
INTO_ROOT = 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"'
OFFLINE = 'ip link set lo up && exec "$@"'
SECONDS = 60.0
QUICK_END = 2.0


class Unverified(Exception):  # noqa: N818  # what was found, not a fault of this script
    """Raised when the program does something else than it should."""


@dataclass(frozen=True)
class Place:
    """Where the program runs: its file and a scratch folder, as we see them and as the program does."""

    file: Path
    scratch: Path
    root: Path | None

    def seen(self, path: Path) -> str:
        """Return the path as the program sees it."""
        return f"/{path.relative_to(self.root)}" if self.root else str(path)

    @property
    def environment(self) -> dict[str, str]:
        folders = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run", "PATH": "empty"}
        if sys.platform == "win32":
            folders |= dict.fromkeys(("USERPROFILE", "APPDATA", "LOCALAPPDATA"), "home")
            folders |= dict.fromkeys(("TEMP", "TMP"), "tmp")
        places = {name: self.seen(self.scratch / folder) for name, folder in folders.items()}
        system = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        return places | system | {"LANG": "C.UTF-8"}

    def on_bus(self, socket: Path) -> dict[str, str]:
        return {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.seen(socket)}"}

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        command = [self.seen(self.file), *arguments]
        if self.root:
            command = ["unshare", "--mount", "sh", "-c", INTO_ROOT, str(self.root), *command]
        return subprocess.Popen(
            command,
            env=self.environment | variables | ({"PATH": os.environ["PATH"]} if self.root else {}),
            cwd=self.scratch / "home",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **variables: str) -> str:
        """Return what the program prints; it must end with 0 and complain of nothing."""
        with self.start(*arguments, **variables) as process:
            out, err = process.communicate(timeout=SECONDS)
        if process.returncode or err:
            raise Unverified(f"{' '.join(arguments)}: exit code {process.returncode}\n{out}\n{err}".strip())
        return out


def version(place: Place) -> str:
    told = place.run("--version").strip()
    if not re.fullmatch(r"orchestrator-tray \d+\.\d+\.\d+ \(commit \w+\+?, built \d{4}-\d\d-\d\d\)", told):
        raise Unverified(f"--version prints {told!r}")
    return told


def self_test(place: Place) -> str:
    found = json.loads(place.run("--self-test"))
    broken = {name: finding for name, finding in found.items() if finding["ok"] is False}
    if broken:
        raise Unverified(json.dumps(broken, indent=2))
    absent = [name for name, finding in found.items() if finding["ok"] is None]
    return f"{len(found)} checks" + (f", absent here: {', '.join(absent)}" if absent else "")


def demo(place: Place) -> str:
    *_, last = place.run("demo", "--json").splitlines()
    told = json.loads(last)
    if not told["ok"]:
        raise Unverified(last)
    return ", ".join(f"{outcome['slug']} {outcome['action']}" for outcome in told["outcomes"])


def listen(place: Place) -> str:
    """Have one program serve and another listen; end both by signals."""
    with served(place) as url, running(place, *listening(place, url)) as listener:
        for fields in ({"type": "ready"}, {"type": "link", "state": "connected"}, {"type": "question"}):
            next_line(listener, **fields)
        decision = next_line(listener, type="decision")
        took = ended(listener, signal.SIGTERM, 0)
    return f"connected, decided ({decision['action']}), ended in {took:.1f} s"


def notify(place: Place) -> str:
    """Have it notify of a question, to a desktop made of D-Bus alone."""
    import tray_probe

    with (
        served(place) as url,
        session_bus(place.scratch) as bus,
        tray_probe.notifications(f"unix:path={bus}") as shown,
        running(place, *listening(place, url), "--notify", **place.on_bus(bus)),
    ):
        title, buttons = shown.get(timeout=SECONDS)
    return f"{title!r} with {', '.join(buttons)}"


def tray(place: Place) -> str:
    """Show the tray to such a desktop, and quit it by its menu."""
    import tray_probe

    with session_bus(place.scratch) as bus, running(place, **place.on_bus(bus)) as program:
        pictures, rows = asyncio.run(tray_probe.look_and_choose(f"unix:path={bus}", "Quit"))
        code = program.wait(SECONDS)
    if code or not pictures:
        raise Unverified(f"exit code {code}, {pictures} pictures")
    return f"{pictures} pictures, {len(rows)} rows, quit"


def nothing_left(place: Place) -> str:
    """Look for what the program, or a library in it, has left anywhere but in the program's own folders."""
    files = [path for name in ("tmp", "home") for path in (place.scratch / name).rglob("*") if path.is_file()]
    left = [str(path.relative_to(place.scratch)) for path in files if "orchestrator-tray" not in path.parts]
    if left:
        raise Unverified(f"left behind: {', '.join(left)}")
    return "no temporary file, nothing in the home but its own folders"


@contextlib.contextmanager
def running(place: Place, *arguments: str, **variables: str) -> Iterator[subprocess.Popen[str]]:
    process = place.start(*arguments, **variables)
    try:
        yield process
    finally:
        if process.poll() is None:
            kill(process)
        process.communicate()


@contextlib.contextmanager
def served(place: Place) -> Iterator[str]:
    """Yield the address of a server whose sessions ask a question every ten seconds."""
    with running(place, "demo", "--json", "--keep-running") as server:
        yield str(next_line(server, type="demo")["url"])
        ended(server, signal.SIGINT, 130)


def listening(place: Place, url: str) -> list[str]:
    return ["--data-dir", place.seen(place.scratch / "data"), "listen", "--json", "--url", url]


def kill(process: subprocess.Popen[str]) -> None:
    if sys.platform == "win32":  # where the loader's child would live on
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True)
    else:
        process.kill()


def next_line(process: subprocess.Popen[str], **fields: object) -> dict[str, object]:
    """Read on to the next JSON line with these fields."""
    assert process.stdout
    for text in process.stdout:
        line: dict[str, object] = json.loads(text)
        if line.items() >= fields.items():
            return line
    raise Unverified(f"ended without {fields}: {process.stderr and process.stderr.read()}")


def ended(process: subprocess.Popen[str], number: signal.Signals, code: int) -> float:
    """End a program by a signal; return the seconds that it took."""
    begun = time.monotonic()
    if sys.platform == "win32":  # has none that another program could send
        kill(process)
        return time.monotonic() - begun
    process.send_signal(number)
    found = process.wait(SECONDS)
    took = time.monotonic() - begun
    if found != code or took > QUICK_END:
        raise Unverified(f"{number.name}: exit code {found} after {took:.1f} s")
    return took


@contextlib.contextmanager
def session_bus(folder: Path) -> Iterator[Path]:
    """Yield the socket of a bus of our own, in that folder."""
    socket, configuration = folder / "bus", folder / "bus.conf"
    configuration.write_text(BUS.format(socket=socket))
    command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as bus:
        try:
            assert bus.stdout
            bus.stdout.readline()
            yield socket
        finally:
            bus.terminate()


STEPS: tuple[Callable[[Place], str], ...] = (version, self_test, demo, listen, notify, tray, nothing_left)
LEFT_OUT: dict[str, tuple[Callable[[Place], str], ...]] = {
    "darwin": (notify, tray),  # D-Bus is Linux's
    "win32": (notify, tray, nothing_left),  # and there the programs above are killed
}


@contextlib.contextmanager
def prepared(file: Path, root: Path | None) -> Iterator[Place]:
    """Copy the program, alone, to where it is to run."""
    bundle = next((folder for folder in file.parents if folder.suffix == ".app"), None)
    with tempfile.TemporaryDirectory(prefix="verify-", dir=root / "tmp" if root else None) as folder:
        scratch = Path(folder)
        scratch.chmod(0o755)
        for name in ("home", "tmp", "empty", "alone"):
            (scratch / name).mkdir()
        (scratch / "run").mkdir(mode=0o700)
        if bundle:
            shutil.copytree(bundle, scratch / "alone" / bundle.name, symlinks=True)
            yield Place(scratch / "alone" / file.relative_to(bundle.parent), scratch, root)
        else:
            yield Place(Path(shutil.copy(file, scratch / "alone")), scratch, root)


def verify(place: Place) -> bool:
    """Take every step, tell of each, and return whether all went well."""
    all_well = True
    for step in STEPS:
        if step in LEFT_OUT.get(sys.platform, ()):
            print(f"{step.__name__:13} left out", flush=True)
            continue
        begun = time.monotonic()
        try:
            told = step(place)
        except (Unverified, OSError, ValueError, queue.Empty, subprocess.TimeoutExpired) as error:
            told, all_well = f"FAILED: {error}", False
        print(f"{step.__name__:13} {time.monotonic() - begun:5.1f} s  {told}", flush=True)
    return all_well


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--root", type=Path, help="another system's folder, to run in (needs root)")
    parser.add_argument("--offline", action="store_true", help="without network (needs root)")
    parser.add_argument(
        "--no-desktop", action="store_true", help="leave out what needs D-Bus (tried on Linux)"
    )
    options = parser.parse_args()
    if options.offline:
        again = [word for word in sys.argv if word != "--offline"]
        os.execvp("unshare", ["unshare", "--net", "sh", "-c", OFFLINE, "sh", sys.executable, *again])
    root = options.root.resolve() if options.root else None
    with prepared(options.file.resolve(), root) as place:
        return 0 if verify(place) else 1


if __name__ == "__main__":
    sys.exit(main())
