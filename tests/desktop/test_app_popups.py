"""The whole app with a real notification daemon, a real mouse, and a server with the real manners."""

import pytest

from orchestrator_tray.demo.standin import StandIn
from tests.desktop.app import PROJECT, App, Turns, eventually, know
from tests.desktop.popups import LAST, LAST_BUT_ONE, click, gone, popup

ACCEPT, IGNORE, STOP = LAST_BUT_ONE, LAST, LAST


@pytest.fixture
def turns():
    return Turns()


@pytest.fixture
async def server(turns):
    async with StandIn(turns=turns, sessions={"S": PROJECT, "T": PROJECT}) as opened:
        yield opened


@pytest.fixture
async def app(screen, server, data_dir):
    """Starts the app beside a notification daemon; at its end nothing may be left."""
    screen.start_notifyd()
    started = []

    async def start(**settings: object) -> App:
        data_dir.mkdir(exist_ok=True)
        lines = [f"{name} = {str(value).lower()}\n" for name, value in settings.items()]
        (data_dir / "config.toml").write_text("".join(lines))
        started.append(App(screen, data_dir, server.url))
        await eventually(lambda: server._clients, "a connection")
        return started[-1]

    yield start
    for each in started:
        assert await each.stop() == 0


async def test_accept_sends_the_suggested_answer_which_arrives(app, screen, server, data_dir):
    know(data_dir)
    await app()
    server.send_input("S", "go")

    await popup(screen)
    screen.screenshot("suggestion")
    await click(screen, ACCEPT)

    await eventually(lambda: server.received["S"] == ["go", "SQLite"], "the answer")
    await gone(screen)
