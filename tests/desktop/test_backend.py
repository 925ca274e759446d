"""Which tray is chosen, and what a person is told where none is."""

import asyncio
import importlib.util
import subprocess
import sys

import pytest

from orchestrator_tray.adapters.tray.backend import Native, NoTray, choose
from orchestrator_tray.adapters.tray.linux import look, xembed_tray
from tests.desktop.harness import lacking, need, until
from tests.desktop.views import QUIT, view


@pytest.fixture
def session(desktop, monkeypatch):
    """The desktop as this process's own."""
    for name in ("DISPLAY", "XDG_CURRENT_DESKTOP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.environ["DBUS_SESSION_BUS_ADDRESS"])
    return desktop


def test_a_watcher_is_a_host_that_shows_the_icon(session, watcher):
    assert asyncio.run(look()).ok


@pytest.mark.parametrize(
    ("desktop_name", "mend"), [("XFCE", "to the panel"), ("ubuntu:GNOME", "AppIndicator")]
)
def test_without_a_watcher_it_is_told_what_to_add(session, monkeypatch, desktop_name, mend):
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop_name)

    host = asyncio.run(look())

    assert not host.ok
    assert mend in host.mend


@pytest.mark.parametrize("address", ["unix:path=/nonexistent", "nonsense", ""])
def test_without_a_bus_it_is_told(session, monkeypatch, address):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)

    host = asyncio.run(look())

    assert not host.ok
    assert "session bus" in host.text


@pytest.mark.usefixtures("watcher")
def test_on_a_bus_with_a_watcher_the_item_is_chosen(session):
    native = choose()

    assert isinstance(native, Native)
    assert native.name == "StatusNotifierItem"


def test_on_a_bus_without_a_watcher_the_item_waits_for_one(session):
    native = choose()

    assert isinstance(native, Native)
    assert native.name == "StatusNotifierItem"


def test_without_a_bus_there_is_no_tray(session, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")

    native = choose()

    assert isinstance(native, NoTray)
    assert "everything else works" in native.reason


def test_an_xembed_tray_is_found_on_the_screen(session, screen, monkeypatch):
    monkeypatch.setenv("DISPLAY", screen.environ["DISPLAY"])
    assert not xembed_tray()

    screen.start_panel()

    until(xembed_tray, "the panel's XEMBED tray")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # sockets of python-xlib
def test_a_screen_that_is_not_there_has_no_tray(session, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4711")

    assert not xembed_tray()


@pytest.fixture
def gtk(screen, tmp_path):
    """PyGObject, an optional install: ours, or the system's lent to programs that start here."""
    if not importlib.util.find_spec("gi"):
        (tmp_path / "gi").symlink_to(system_gtk())
        screen.environ["PYTHONPATH"] = str(tmp_path)


def system_gtk() -> str:
    """Return the folder of the system's PyGObject, if GTK 3 is there and this Python can use it."""
    code = (
        """import gi, sys; gi.require_version("Gtk", "3.0"); print(gi.__path__[0], *sys.version_info[:2])"""
    )
    asked = ["/usr/bin/python3", "-c", code]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.split()
    if told[1:] != [str(number) for number in sys.version_info[:2]]:
        lacking("PyGObject and GTK 3 for this Python (Debian: python3-gi gir1.2-gtk-3.0)")
    return told[0]


def test_where_only_an_xembed_tray_is_gtk_draws_the_icon(screen, gtk, tray):
    need("trayer")
    screen.start("trayer", "--edge", "top", "--align", "left", "--width", "20", "--height", "32")
    until(lambda: screen.windows("trayer"), "trayer")
    process = tray(view(QUIT, icon="auto"))
    until(lambda: screen.windows("tray_app"), "the icon")

    screen.click(16, 16, button=3)
    menu = until(lambda: [each for each in screen.windows("tray_app") if each["WIDTH"] > 40], "the menu")[0]
    screen.click(menu["X"] + 20, menu["Y"] + menu["HEIGHT"] // 2)

    assert process.event() == "quit"
    assert process.stop() == 0
