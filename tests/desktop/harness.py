"""A desktop of its own for a test: a private session bus and, where wanted, a screen."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import NoReturn

import pytest

# No <standard_session_servicedirs/>: the bus would start whichever notification daemon is installed
BUS_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""

PANEL_CONFIGURATION = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
 <property name="configver" type="int" value="2"/>
 <property name="panels" type="array"><value type="int" value="1"/>
  <property name="panel-1" type="empty">
   <property name="position" type="string" value="p=6;x=0;y=0"/>
   <property name="length" type="uint" value="100"/>
   <property name="position-locked" type="bool" value="true"/>
   <property name="size" type="uint" value="32"/>
   <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
  </property></property>
 <property name="plugins" type="empty">
  <property name="plugin-1" type="string" value="systray">
   <property name="square-icons" type="bool" value="true"/>
  </property>
 </property></channel>"""


def _xfce(program: str) -> str:
    """Return where a program lies that Xfce keeps beside its libraries."""
    return str(next(Path("/usr/lib").glob(f"*/xfce4/{program}"), program))


NOTIFYD = _xfce("notifyd/xfce4-notifyd")
XFCONFD = _xfce("xfconf/xfconfd")
PATIENCE = 40.0


def need(*programs: str) -> None:
    """Skip the test where a program is missing; in CI that is a failure."""
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        lacking(", ".join(missing))


def lacking(what: str) -> NoReturn:
    """Skip the test; in CI that is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"not installed: {what}")
    pytest.skip(f"not installed: {what}")


def until(condition, what="the condition", patience=PATIENCE):
    """Return the first true value of a condition; fails after a while."""
    deadline = time.monotonic() + patience
    while not (value := condition()):
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not come within {patience} s")
        time.sleep(0.02)
    return value


class Desktop:
    """A private session bus, a home and, after `open_screen`, an X display."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environ = _clean_environment(folder)
        self._processes: list[subprocess.Popen] = []
        self._bus: subprocess.Popen | None = None
        self.clicked: list[int] = []
        """Windows of popups that were clicked on: they go, and are not to be taken for new ones."""
        self._open_bus()

    def _open_bus(self) -> None:
        need("dbus-daemon")
        # A socket's path may have 107 bytes only, less than pytest's folders
        self._sockets = tempfile.TemporaryDirectory(prefix="bus-")
        self._socket = Path(self._sockets.name, "bus")
        (self.folder / "bus.conf").write_text(BUS_CONFIGURATION.format(socket=self._socket))
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={self._socket}"
        self.start_bus()

    def start_bus(self) -> None:
        """Start the bus, also again after `kill_bus`, at the same address."""
        command = ["dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork", "--nopidfile"]
        self._bus = self.start(*command, "--print-address=1", stdout=subprocess.PIPE)
        assert self._bus.stdout.readline()
        self._bus.stdout.close()

    def kill_bus(self) -> None:
        self._bus.kill()
        self._bus.wait()
        self._socket.unlink(missing_ok=True)

    def open_screen(self, size: str = "800x600x24") -> None:
        need("Xvfb", "xdotool", "import")
        reading, writing = os.pipe()
        options = ("-screen", "0", size, "-nolisten", "tcp", "-noreset")
        self.start("Xvfb", "-displayfd", str(writing), *options, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:  # up to its newline: closed earlier, Xvfb dies
            self.environ["DISPLAY"] = ":" + answer.readline().strip()

    def start(self, *command: str, name: str = "", **options: object) -> subprocess.Popen:
        """Start a program in this desktop; what it says is in `log`."""
        log = self._log(name or Path(command[0]).name)
        with log.open("ab") as output:
            options = {"stdin": subprocess.DEVNULL, "stdout": output, "stderr": output} | options
            process = subprocess.Popen(command, env=self.environ, **options)
        self._processes.append(process)
        return process

    def log(self, name: str) -> str:
        return self._log(name).read_text(errors="replace")

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"

    def stop(self, process: subprocess.Popen) -> None:
        if process.poll() is None:
            process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def run(self, *command: str) -> str:
        """Run a program of the desktop and return what it prints; it may fail."""
        done = subprocess.run(
            command, env=self.environ, capture_output=True, text=True, timeout=30, check=False
        )
        return done.stdout.strip()

    def wait_for_name(self, name: str) -> None:
        """Wait until a program owns a name on the bus."""
        until(lambda: "true" in self._ask_bus("NameHasOwner", f"string:{name}"), name)

    def _ask_bus(self, member: str, *arguments: str) -> str:
        send = (
            "dbus-send",
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus",
        )
        return self.run(*send, f"org.freedesktop.DBus.{member}", *arguments)

    def start_notifyd(self) -> subprocess.Popen:
        """Start a real notification daemon, with real buttons."""
        need(NOTIFYD)
        process = self.start(NOTIFYD)
        self.wait_for_name("org.freedesktop.Notifications")
        return process

    def start_panel(self) -> subprocess.Popen:
        """Start a real panel: a StatusNotifierWatcher, its host, and an XEMBED tray."""
        need("xfce4-panel", XFCONFD)
        settings = Path(self.environ["XDG_CONFIG_HOME"], "xfce4", "xfconf", "xfce-perchannel-xml")
        if not settings.exists():
            settings.mkdir(parents=True)
            (settings / "xfce4-panel.xml").write_text(PANEL_CONFIGURATION)
            self.start(XFCONFD)
            self.wait_for_name("org.xfce.Xfconf")
        process = self.start("xfce4-panel", "--disable-wm-check")
        self.wait_for_name("org.kde.StatusNotifierWatcher")
        return process

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Press a button of the real mouse."""
        self.run("xdotool", "mousemove", str(x), str(y), "sleep", "0.15", "click", str(button))

    def windows(self, class_name: str) -> list[dict[str, int]]:
        """Return where the visible windows of a program are."""
        found = self.run("xdotool", "search", "--onlyvisible", "--class", class_name).split()
        return [place for window in found if (place := self._geometry(window))]

    def _geometry(self, window: str) -> dict[str, int]:
        """Return where a window is; nothing where it has gone meanwhile."""
        lines = self.run("xdotool", "getwindowgeometry", "--shell", window).splitlines()
        return {name: int(value) for name, _, value in (line.partition("=") for line in lines)}

    def screenshot(self, name: str) -> Path:
        """Take a picture of the screen, for a person who wants to see what the test saw."""
        path = self.folder / f"{name}.png"
        self.run("import", "-window", "root", "-silent", str(path))
        return path

    def close(self) -> None:
        for process in reversed(self._processes):
            self.stop(process)
        self._sockets.cleanup()


def _clean_environment(folder: Path) -> dict[str, str]:
    foreign = {"DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "XAUTHORITY"}
    home, runtime = folder / "home", folder / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    return {name: value for name, value in os.environ.items() if name not in foreign} | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "NO_AT_BRIDGE": "1",
        "GTK_A11Y": "none",
        "GSETTINGS_BACKEND": "memory",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "LC_ALL": "C.UTF-8",
    }
