"""Real notifications of a real daemon, under a real mouse."""

import asyncio

import pytest

from orchestrator_tray.adapters.notifier import Notifier
from orchestrator_tray.core.view import NotificationContent
from tests.desktop.popups import BODY, LAST, LAST_BUT_ONE, click, gone, popup

SUGGESTION = NotificationContent(
    "q1",
    "auth (~/work/shop) asks",
    "Which authentication method should we use?\nSuggestion (87 %): Use JWT with refresh tokens",
    (("accept", "Accept"), ("ignore", "Ignore")),
)
ACCEPT, IGNORE = LAST_BUT_ONE, LAST


@pytest.fixture
async def notifier(screen, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", screen.environ["DBUS_SESSION_BUS_ADDRESS"])
    choices = asyncio.Queue()
    opened = Notifier(lambda key, choice: choices.put_nowait((key, choice)))
    opened.choices = choices
    await opened.start()
    yield opened
    await opened.close()


@pytest.mark.parametrize(("place", "choice"), [(ACCEPT, "accept"), (IGNORE, "ignore")])
async def test_a_click_on_a_button_is_told_and_closes_the_popup(notifyd, notifier, place, choice):
    assert await notifier.show(SUGGESTION)

    await click(notifyd, place)

    async with asyncio.timeout(10):
        assert await notifier.choices.get() == ("q1", choice)
    await gone(notifyd)


async def test_a_click_beside_the_buttons_dismisses(notifyd, notifier):
    await notifier.show(SUGGESTION)

    await click(notifyd, BODY)

    async with asyncio.timeout(10):
        assert await notifier.choices.get() == ("q1", "dismissed")


async def test_a_withdrawn_popup_leaves_the_screen(notifyd, notifier):
    await notifier.show(SUGGESTION)
    await popup(notifyd)

    await notifier.withdraw("q1")

    await gone(notifyd)
    assert notifier.choices.empty()


async def test_a_popup_that_expires_leaves_the_screen(notifyd, notifier):
    await notifier.show(NotificationContent("q1", "title", "body", urgency="critical", timeout=4))
    await popup(notifyd)

    await gone(notifyd)
    assert notifier.choices.empty()


async def test_markup_is_drawn_as_text(notifyd, notifier):
    """The text with its marks takes more room than without them, if both are drawn."""
    await notifier.show(NotificationContent("q1", "title", "<b>i</b>" * 5))
    literal = await popup(notifyd)
    notifyd.screenshot("markup")
    await notifier.withdraw("q1")
    await gone(notifyd)

    await notifier.show(NotificationContent("q1", "title", "i" * 5))
    bare = await popup(notifyd)

    assert literal["WIDTH"] > bare["WIDTH"] or literal["HEIGHT"] > bare["HEIGHT"]


async def test_a_daemon_that_restarts_shows_the_next(screen, notifier):
    first = screen.start_notifyd()
    assert await notifier.show(SUGGESTION)
    await popup(screen)

    screen.stop(first)
    await gone(screen)
    screen.start_notifyd()

    assert await notifier.show(SUGGESTION)
    await click(screen, ACCEPT)
    async with asyncio.timeout(10):
        assert await notifier.choices.get() == ("q1", "accept")
