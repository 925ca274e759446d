"""The notifier against daemons of every kind, on a bus of its own."""

import asyncio

import pytest

from orchestrator_tray.adapters.notifier import Notifier
from orchestrator_tray.core.view import NotificationContent

ALL = ("actions", "body", "body-markup", "inline-reply")
SUGGESTION = NotificationContent(
    "q1", "auth asks", "Use JWT?", (("accept", "Accept"), ("ignore", "Ignore")), reply_placeholder="Answer"
)


@pytest.fixture
async def notifier(desktop, monkeypatch, caplog):
    """A notifier whose choices are in `notifier.choices`; nothing may be logged as a warning."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.environ["DBUS_SESSION_BUS_ADDRESS"])
    choices = asyncio.Queue()
    opened = Notifier(lambda key, choice: choices.put_nowait((key, choice)))
    opened.choices = choices
    await opened.start()
    yield opened
    await opened.close()
    assert [record for record in caplog.records if record.levelname != "DEBUG"] == []


async def choice(notifier):
    async with asyncio.timeout(10):
        return await notifier.choices.get()


async def until(condition):
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


async def test_a_notification_has_title_body_buttons_and_reply(notifier, daemon):
    fake = await daemon(*ALL)

    assert await notifier.show(SUGGESTION)

    (popup,) = fake.popups
    assert (popup.title, popup.body, popup.labels) == (
        "auth asks",
        "Use JWT?",
        ["Accept", "Ignore", "Answer"],
    )
    assert popup.hints["urgency"] == 1
    assert popup.timeout == 0


@pytest.mark.parametrize(("label", "key"), [("Accept", "accept"), ("Ignore", "ignore")])
async def test_a_button_is_told_by_its_key(notifier, daemon, label, key):
    fake = await daemon(*ALL)
    await notifier.show(SUGGESTION)

    fake.press(label)

    assert await choice(notifier) == ("q1", key)


async def test_a_reply_is_told_with_its_text(notifier, daemon):
    fake = await daemon(*ALL)
    await notifier.show(SUGGESTION)

    fake.reply("yes, <go> & see")

    assert await choice(notifier) == ("q1", ("reply", "yes, <go> & see"))


async def test_a_click_beside_the_buttons_is_told(notifier, daemon):
    fake = await daemon(*ALL)
    await notifier.show(SUGGESTION)

    fake.click()

    assert await choice(notifier) == ("q1", "clicked")


async def test_a_dismissal_is_told_and_an_expiry_is_not(notifier, daemon):
    fake = await daemon(*ALL)
    await notifier.show(SUGGESTION)
    fake.end(1)
    await notifier.show(NotificationContent("q2", "t", "b"))

    fake.end(2)

    assert await choice(notifier) == ("q2", "dismissed")
    assert notifier.choices.empty()


async def test_a_second_choice_on_one_notification_is_none(notifier, daemon):
    fake = await daemon(*ALL)
    await notifier.show(SUGGESTION)

    fake.press("Accept")
    fake.press("Ignore")
    assert await choice(notifier) == ("q1", "accept")

    await notifier.show(NotificationContent("q2", "t", "b"))
    fake.end(2)
    assert await choice(notifier) == ("q2", "dismissed")


async def test_a_withdrawn_notification_is_closed_and_its_buttons_are_dead(notifier, daemon):
    fake = await daemon(*ALL)
    await notifier.show(SUGGESTION)

    await notifier.withdraw("q1")
    fake.press("Accept")
    await notifier.show(NotificationContent("q2", "t", "b"))
    fake.end(2)

    assert fake.closed == [1]
    assert await choice(notifier) == ("q2", "dismissed")


async def test_withdrawing_what_has_ended_or_never_was_is_no_trouble(notifier, daemon):
    fake = await daemon(*ALL)
    await notifier.show(SUGGESTION)
    fake.end(1)

    await notifier.withdraw("q1")
    await notifier.withdraw("q1")
    await notifier.withdraw("never")


async def test_the_same_key_takes_the_place_of_the_first(notifier, daemon):
    fake = await daemon(*ALL)
    await notifier.show(SUGGESTION)

    await notifier.show(NotificationContent("q1", "auth asks", "Really?", (("accept", "Accept"),)))

    assert fake.closed == [1]
    assert fake.popups[-1].body == "Really?"
    fake.press("Accept")
    assert await choice(notifier) == ("q1", "accept")


async def test_it_is_taken_away_when_its_time_is_over(notifier, daemon):
    fake = await daemon(*ALL)

    await notifier.show(NotificationContent("q1", "t", "b", timeout=0.05))

    await until(lambda: fake.closed == [1])
    assert notifier.choices.empty()


async def test_closing_takes_all_away(notifier, daemon):
    fake = await daemon(*ALL)
    await notifier.show(SUGGESTION)
    await notifier.show(NotificationContent("q2", "t", "b", timeout=60))

    await notifier.close()

    assert sorted(fake.closed) == [1, 2]


async def test_markup_is_escaped_where_it_would_be_rendered(notifier, daemon):
    fake = await daemon(*ALL)
    text = "<b>File</b> & <a href='x'>link</a> 1 < 2"

    await notifier.show(NotificationContent("q1", text, text))

    popup = fake.popups[-1]
    assert popup.title == text
    assert popup.body == "&lt;b&gt;File&lt;/b&gt; &amp; &lt;a href='x'&gt;link&lt;/a&gt; 1 &lt; 2"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://evil.example", "https:\u2060//evil.example"),
        ("WWW.evil.example", "WWW\u2060.evil.example"),
        ("www3.evil.example", "www\u20603.evil.example"),
        ("evil.com/install", "evil.com\u2060/install"),
    ],
)
async def test_an_address_is_broken_so_that_no_desktop_makes_a_link_of_it(notifier, daemon, address, shown):
    fake = await daemon("body")

    await notifier.show(NotificationContent("q1", "t", f"see {address}: ok"))

    assert fake.popups[-1].body == f"see {shown}: ok"


async def test_markup_is_left_alone_where_it_is_not_rendered(notifier, daemon):
    fake = await daemon("body", "actions")

    await notifier.show(NotificationContent("q1", "t", "1 < 2 & <b>"))

    assert fake.popups[-1].body == "1 < 2 & <b>"


async def test_without_buttons_the_body_says_where_to_choose(notifier, daemon):
    fake = await daemon("body")

    await notifier.show(SUGGESTION)

    assert fake.popups[-1].body == "Use JWT?\nIn the tray menu: Accept · Ignore"
    assert fake.popups[-1].labels == []


async def test_buttons_beyond_the_room_are_named_in_the_body(notifier, daemon):
    fake = await daemon("body", "actions")
    buttons = tuple((str(number), f"Option {number}") for number in range(5))

    await notifier.show(NotificationContent("q1", "t", "Which?", buttons))

    assert fake.popups[-1].labels == ["Option 0", "Option 1", "Option 2"]
    assert fake.popups[-1].body == "Which?\nIn the tray menu: Option 3 · Option 4"


async def test_what_no_button_can_say_is_said_to_be_in_the_menu(notifier, daemon):
    fake = await daemon("body", "actions")

    await notifier.show(NotificationContent("q1", "t", "Which?", (("ignore", "Ignore"),), needs_menu=True))

    assert fake.popups[-1].body == "Which?\nChoose in the tray menu."


@pytest.mark.parametrize(("urgency", "level"), [("low", 0), ("normal", 1), ("critical", 2)])
async def test_the_urgency_is_told(notifier, daemon, urgency, level):
    fake = await daemon("body")

    await notifier.show(NotificationContent("q1", "t", "b", urgency=urgency))

    assert fake.popups[-1].hints["urgency"] == level


async def test_no_daemon_is_a_reason_and_one_that_comes_later_shows_the_next(notifier, daemon):
    shown = await notifier.show(SUGGESTION)
    assert not shown
    assert shown.reason == "no notifications: no program here offers org.freedesktop.Notifications"
    assert (await notifier.reach()).mend.startswith("start a notification daemon, such as ")

    fake = await daemon(*ALL)

    assert await notifier.show(SUGGESTION)
    fake.press("Accept")
    assert await choice(notifier) == ("q1", "accept")


async def test_another_daemon_is_asked_anew_what_it_can(notifier, daemon):
    first = await daemon("body", "actions")
    await notifier.show(SUGGESTION)
    assert first.popups[-1].labels == ["Accept", "Ignore"]
    assert (await notifier.reach()).reply is False

    await first.quit()
    second = await daemon(*ALL, name="second")
    await until_known(notifier, "second")

    assert await notifier.show(SUGGESTION)
    assert second.popups[-1].labels == ["Accept", "Ignore", "Answer"]
    second.reply("typed")
    assert await choice(notifier) == ("q1", ("reply", "typed"))


async def until_known(notifier, name):
    async with asyncio.timeout(10):
        while name not in (await notifier.reach()).text:
            await asyncio.sleep(0.01)


async def test_a_bus_that_dies_is_a_reason_and_works_again_when_it_is_back(desktop, notifier, daemon):
    await daemon(*ALL)
    await notifier.show(SUGGESTION)

    desktop.kill_bus()
    assert not await notifier.show(NotificationContent("q2", "t", "b"))
    await notifier.withdraw("q1")
    desktop.start_bus()
    assert not await notifier.show(NotificationContent("q2", "t", "b"))

    fake = await daemon(*ALL)
    assert await notifier.show(SUGGESTION)
    fake.press("Ignore")
    assert await choice(notifier) == ("q1", "ignore")


async def test_a_connection_of_the_library_alone_that_ends_is_made_anew(notifier, daemon):
    fake = await daemon(*ALL)
    await notifier.show(SUGGESTION)

    notifier._bus().disconnect()
    await notifier._bus().wait_for_disconnect()

    assert await notifier.show(SUGGESTION)
    fake.press("Accept")
    assert await choice(notifier) == ("q1", "accept")


async def test_a_bus_that_dies_does_not_hold_up_withdrawals_and_the_end(desktop, notifier, daemon):
    await daemon(*ALL)
    await notifier.show(SUGGESTION)

    desktop.kill_bus()

    async with asyncio.timeout(5):
        await notifier.withdraw("q1")
        await notifier.close()


@pytest.mark.parametrize("address", ["", "unix:path=/nonexistent", "nonsense"])
async def test_no_bus_is_a_reason(desktop, notifier, monkeypatch, address):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)

    shown = await notifier.show(SUGGESTION)

    assert not shown
    assert "session bus" in shown.reason
    reach = await notifier.reach()
    assert (reach.ok, reach.mend) == (False, "start the program inside a desktop session")


async def test_a_daemon_that_hangs_is_a_reason(notifier, daemon, monkeypatch):
    monkeypatch.setattr("orchestrator_tray.adapters.notifier.notifier.PATIENCE", 0.2)
    fake = await daemon(*ALL)
    fake.answers.clear()

    shown = await notifier.show(SUGGESTION)

    assert not shown
    assert "does not answer" in shown.reason
    fake.answers.set()
    assert await notifier.show(SUGGESTION)


async def test_the_reach_names_the_daemon_and_what_it_can(notifier, daemon):
    await daemon("body", "actions")

    reach = await notifier.reach()

    assert reach.ok
    assert reach.text == "fake 1.0: buttons, no reply field"
    assert (reach.buttons, reach.reply) == (3, False)


async def test_dunst_hides_its_buttons(notifier, daemon):
    await daemon("body", "actions", name="dunst")

    assert (await notifier.reach()).buttons == 0
