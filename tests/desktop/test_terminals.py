"""Real terminals under a real window manager, brought to the front of a real screen."""

import asyncio
import json
import logging
import shlex

import pytest

from orchestrator_tray.adapters.terminals import CannotShow, check, show, terminals
from orchestrator_tray.ancestry import ancestors
from orchestrator_tray.core.terminal import Terminal
from tests.desktop.app import QUESTION, ROOT, command, eventually
from tests.desktop.harness import need, until

pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"  # sockets of python-xlib
)
ODD_LABEL = "$(touch /tmp/never); `id`"
PAYLOAD = {
    "hook_event_name": "PermissionRequest",
    "session_id": "s1",
    "cwd": "/home/me/shop",
    "tool_name": "AskUserQuestion",
    "tool_input": {"questions": [{"question": QUESTION, "header": "DB", "options": [{"label": ODD_LABEL}]}]},
}


@pytest.fixture
def managed(screen, monkeypatch):
    """A screen with a window manager, which is this process's screen, too."""
    need("openbox", "xterm", "xprop")
    screen.start("openbox")
    until(lambda: "ACTIVE_WINDOW" in screen.run("xprop", "-root", "_NET_SUPPORTED"), "a window manager")
    monkeypatch.setenv("DISPLAY", screen.environ["DISPLAY"])
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    terminals._say.cache_clear()
    return screen


class Window:
    """An xterm and what runs in it."""

    def __init__(self, screen, name, *inside: str) -> None:
        self._screen = screen
        self._told = screen.folder / f"{name}.told"
        script = (
            f'echo "$WINDOWID $$" >{shlex.quote(str(self._told))}.new; mv {self._told}.new {self._told}; '
        )
        run = shlex.join(inside) if inside else "sleep 1000"
        self.process = screen.start(
            "xterm", "-T", name, "-e", "sh", "-c", f"{script} {run}; sleep 1000", name=name
        )
        until(self._told.exists, f"the terminal {name}")
        self.number = int(until(lambda: screen.run("xdotool", "search", "--name", f"^{name}$"), name))
        until(self.is_in_front, f"{name} in front")

    @property
    def window_id(self):
        """What the terminal says its window is; in fact it lies within that."""
        return int(self._told.read_text().split()[0])

    @property
    def pids(self):
        return tuple(ancestors(int(self._told.read_text().split()[1])))

    def is_in_front(self):
        stack = self._screen.run("xprop", "-root", "-notype", "_NET_CLIENT_LIST_STACKING").rpartition(" ")[2]
        active = self._screen.run("xdotool", "getactivewindow")
        return active == str(self.number) and int(stack, 16) == self.number

    def comes_to_front(self):
        until(self.is_in_front, "the terminal in front")


@pytest.fixture
def first(managed):
    return Window(managed, "first")


@pytest.fixture
def second(managed, first):
    """Another one, in front of it."""
    return Window(managed, "second")


@pytest.mark.usefixtures("second")
def test_the_window_of_the_process_above_comes_to_the_front(first):
    assert not first.is_in_front()

    show(Terminal(pids=first.pids))

    first.comes_to_front()


def test_the_window_that_the_terminal_names_is_meant_even_among_several_of_one_process(
    managed, first, second
):
    for window in (first, second):
        managed.run(
            "xprop", "-id", str(window.number), "-f", "_NET_WM_PID", "32c", "-set", "_NET_WM_PID", "77"
        )

    show(Terminal(pids=(77,), window=first.window_id))
    first.comes_to_front()
    show(Terminal(pids=(77,), window=second.window_id))
    second.comes_to_front()


def test_a_window_of_somebody_else_is_not_believed(first, second):
    show(Terminal(pids=first.pids, window=second.window_id))

    first.comes_to_front()


@pytest.mark.usefixtures("second")
def test_a_window_that_has_gone_does_no_harm(first):
    show(Terminal(pids=first.pids, window=12345))

    first.comes_to_front()


@pytest.mark.usefixtures("second")
def test_a_hidden_window_is_shown(managed, first):
    managed.run("xdotool", "windowminimize", str(first.number))
    until(lambda: "Iconic" in managed.run("xprop", "-id", str(first.number), "WM_STATE"), "the hidden window")

    show(Terminal(pids=first.pids))

    first.comes_to_front()
    assert "Normal" in managed.run("xprop", "-id", str(first.number), "WM_STATE")


@pytest.mark.usefixtures("second")
def test_a_window_on_another_desktop_is_gone_to(managed, first):
    managed.run("xdotool", "set_desktop_for_window", str(first.number), "2")
    assert managed.run("xdotool", "get_desktop") == "0"

    show(Terminal(pids=first.pids))

    first.comes_to_front()
    assert managed.run("xdotool", "get_desktop") == "2"


def test_a_panel_above_the_terminal_is_not_taken_for_it(managed, first, second, caplog):
    kind = "_NET_WM_WINDOW_TYPE"
    managed.run("xprop", "-id", str(first.number), "-f", kind, "32a", "-set", kind, f"{kind}_DOCK")
    caplog.set_level(logging.DEBUG, terminals.__name__)

    for _ in range(3):
        show(Terminal(pids=first.pids))

    assert second.is_in_front()
    assert caplog.messages == [
        f"a terminal is not brought to the front: there is no window of it on {managed.environ['DISPLAY']}"
    ]


def test_where_no_window_manager_is_the_reason_is_said(screen, monkeypatch):
    monkeypatch.setenv("DISPLAY", screen.environ["DISPLAY"])

    with pytest.raises(CannotShow, match="no window manager on :"):
        check()


@pytest.mark.parametrize(
    ("display", "wayland", "reason"),
    [
        ("", "", "there is no screen"),
        ("", "wayland-0", "Wayland lets no program"),
        (":4999", "", "does not answer"),
    ],
)
def test_where_no_screen_is_the_reason_is_said(monkeypatch, display, wayland, reason):
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)

    with pytest.raises(CannotShow, match=reason):
        check()
    show(Terminal(pids=(7,)))


def test_under_wayland_windows_of_x_can_be_shown(managed, monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")

    assert check() == f"windows on {managed.environ['DISPLAY']} that use X, not Wayland"


class Tmux:
    """A tmux of the test's own."""

    def __init__(self, screen) -> None:
        need("tmux")
        self._screen = screen
        self.socket = str(screen.folder / "tmux")
        self.command = ("tmux", "-S", self.socket, "-f", "/dev/null")

    def __call__(self, *arguments: str) -> str:
        return self._screen.run(*self.command, *arguments)

    def terminal(self, pane: str) -> Terminal:
        return Terminal(pids=(7,), window=12345, tmux_socket=self.socket, tmux_pane=pane)

    def shown(self, client: str = "") -> str:
        target = ("-c", client) if client else ()
        return self("display-message", "-p", *target, "#{pane_id}")


@pytest.fixture
def tmux(managed):
    opened = Tmux(managed)
    opened("new-session", "-d", "-s", "work", "sleep 1000")
    yield opened
    opened("kill-server")


def test_the_pane_is_chosen_in_tmux_and_the_window_of_its_client_comes_to_the_front(managed, tmux):
    pane = tmux.shown()
    tmux("new-window", "-t", "work", "sleep 1000")
    tmux("split-window", "-t", "work", "sleep 1000")
    client = Window(managed, "client", *tmux.command, "attach", "-t", "work")
    other = Window(managed, "other")
    assert tmux.shown() != pane

    show(tmux.terminal(pane))

    client.comes_to_front()
    assert tmux.shown() == pane
    assert not other.is_in_front()


def test_a_client_that_looks_at_another_session_is_switched(managed, tmux):
    pane = tmux.shown()
    tmux("new-session", "-d", "-s", "other", "sleep 1000")
    client = Window(managed, "client", *tmux.command, "attach", "-t", "other")
    until(lambda: tmux("list-clients", "-F", "#{session_name}") == "other", "the client")
    Window(managed, "in-front")

    show(tmux.terminal(pane))

    client.comes_to_front()
    assert tmux("list-clients", "-F", "#{session_name}") == "work"


def test_a_tmux_that_nobody_sees_or_that_has_ended_is_said_so(tmux, caplog, tmp_path):
    caplog.set_level(logging.DEBUG, terminals.__name__)
    pane = tmux.shown()

    show(tmux.terminal(pane))
    show(tmux.terminal("%99"))
    show(Terminal(tmux_socket=str(tmp_path / "none"), tmux_pane="%1"))

    said = [message.rpartition(": ")[2] for message in caplog.messages]
    assert said == [
        "nobody is attached to its tmux",
        "tmux select-window fails (CalledProcessError)",
        "its tmux has ended",
    ]


@pytest.fixture
async def asking(managed, app, daemon, data_dir):
    """The tray app, a notification daemon, and a terminal in which the real hook asks, behind another one."""
    fake = await daemon("actions", "body")
    tray = await app()
    file = managed.folder / "payload.json"
    file.write_text(json.dumps(PAYLOAD))
    hook = shlex.join(command(data_dir, "hook"))
    inside = ("sh", "-c", f"cd {ROOT}; CLAUDE_CODE_ENTRYPOINT=cli {hook} <{file}")
    terminal = await asyncio.to_thread(Window, managed, "asking", *inside)
    await eventually(lambda: fake.popups, "a notification")
    await asyncio.to_thread(Window, managed, "in-front")
    return fake, tray, terminal


async def test_a_click_on_the_notification_shows_the_terminal_that_asks(managed, asking):
    fake, tray, terminal = asking
    assert fake.popups[-1].title == "shop (terminal) asks"
    assert not terminal.is_in_front()

    fake.click()

    await asyncio.to_thread(terminal.comes_to_front)
    managed.screenshot("shown")
    assert tray.history()[0]["closed"] is None  # the question stays open


@pytest.mark.usefixtures("watcher")
async def test_the_menu_shows_the_terminal_that_asks(asking, host):
    _, _, terminal = asking

    await host.click("Show terminal")

    await asyncio.to_thread(terminal.comes_to_front)


@pytest.mark.usefixtures("watcher")
async def test_who_does_not_want_it_keeps_their_window_in_front(asking, host, data_dir):
    fake, tray, terminal = asking
    await host.row("Show terminal")
    (data_dir / "config.toml").write_text("show_terminal = false\n")

    async def is_gone():
        return "Show terminal" not in await host.labels()

    await host.until(is_gone, "the menu without it")
    fake.click()

    assert await tray.stop() == 0
    assert not terminal.is_in_front()
