import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from orchestrator_tray.demo.standin import StandIn
from tests.desktop.harness import Desktop, until

if sys.platform == "linux":
    from tests.desktop.app import CONFIGURATION, PROJECT, App, Turns
    from tests.desktop.client import Host
    from tests.desktop.daemons import FakeDaemon
else:
    collect_ignore_glob = ["test_*.py"]  # this desktop is Linux's

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Mark every test of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.desktop)


@pytest.fixture
def desktop(tmp_path):
    """A private session bus and an empty home; no screen, no panel, no notification daemon."""
    opened = Desktop(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def screen(desktop):
    """The same with an X display."""
    desktop.open_screen()
    return desktop


@pytest.fixture
def watcher(desktop):
    """A StatusNotifierWatcher without anything to see."""
    return start_watcher(desktop)


def start_watcher(desktop):
    process = desktop.start(sys.executable, str(HERE / "watcher.py"), name="watcher")
    desktop.wait_for_name("org.kde.StatusNotifierWatcher")
    return process


@pytest.fixture
async def host(desktop):
    """What a tray host sees."""
    opened = await Host.open(desktop.environ["DBUS_SESSION_BUS_ADDRESS"])
    yield opened
    opened.close()


@pytest.fixture
def notifyd(screen):
    """A screen with a real notification daemon, which has real buttons."""
    screen.start_notifyd()
    return screen


@pytest.fixture
async def daemon(desktop):
    """Makes a notification daemon of our own, with some capabilities."""
    started = []

    async def start(*capabilities: str, name="fake"):
        address = desktop.environ["DBUS_SESSION_BUS_ADDRESS"]
        started.append(await FakeDaemon.open(address, *capabilities, name=name))
        return started[-1]

    yield start
    for each in started:
        each._bus.disconnect()


@pytest.fixture
def turns():
    return Turns()


@pytest.fixture
async def server(turns):
    """A CBOS server with the real one's manners and two sessions."""
    async with StandIn(turns=turns, sessions={"S": PROJECT, "T": PROJECT}) as opened:
        yield opened


@pytest.fixture
async def app(desktop, server, data_dir):
    """Starts the tray app with some settings; what a test leaves running must end well and leave nothing."""
    started = []

    async def start(**settings: object) -> App:
        data_dir.mkdir(exist_ok=True)
        if settings:
            lines = [f"{name} = {json.dumps(value)}\n" for name, value in settings.items()]
            (data_dir / "config.toml").write_text(CONFIGURATION + "".join(lines))
        started.append(App(desktop, data_dir, server))
        await started[-1].connects()
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            assert await each.stop() == 0


class TrayProcess:
    """The tray in a process of its own, as tests/desktop/tray_app.py says."""

    def __init__(self, desktop, view) -> None:
        command = (sys.executable, "-X", "dev", "-m", "tests.desktop.tray_app")
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = desktop.start(*command, name="tray", cwd=HERE.parents[1], **pipes)
        self._desktop = desktop
        self.show(view)
        self.unavailable = self.read()["unavailable"]

    def show(self, view):
        self._write({"view": view})

    def stop(self):
        """End it as the program would; returns the exit code."""
        self._write({"stop": True})
        return self.process.wait(10)

    def _write(self, order):
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()

    def read(self):
        line = self.process.stdout.readline()
        assert line, self.log()
        return json.loads(line)

    def event(self):
        """Return the next event that was posted."""
        said = self.read()
        assert said["main_thread"]
        return said["event"]

    def log(self):
        return self._desktop.log("tray")

    def wait_for_log(self, text):
        until(lambda: text in self.log(), repr(text))

    def resident(self):
        """Return the resident memory in MB."""
        return self._status("VmRSS") / 1024

    def wakeups(self, seconds):
        """Return how often the main thread woke up in so many seconds."""
        before = self._status("voluntary_ctxt_switches")
        time.sleep(seconds)  # what is measured is what happens in it
        return self._status("voluntary_ctxt_switches") - before

    def _status(self, name):
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))

    def close(self):
        self._desktop.stop(self.process)
        self.process.stdin.close()
        self.process.stdout.close()


@pytest.fixture
def tray(desktop):
    """Starts a tray with a view."""
    started = []

    def start(view):
        started.append(TrayProcess(desktop, view))
        return started[-1]

    yield start
    for process in started:
        process.close()
