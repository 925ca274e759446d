"""The whole app under a real mouse, in a real notification daemon, with a server of the real manners."""

from tests.desktop.app import eventually, know
from tests.desktop.popups import BODY, LAST, LAST_BUT_ONE, click, gone, popup

ACCEPT = SEND_AGAIN = OPTION = LAST_BUT_ONE
IGNORE = STOP = SHOW = LAST


async def test_accept_sends_the_suggested_answer_which_arrives_and_teaches(app, notifyd, server, data_dir):
    know(data_dir)
    tray = await app()
    server.send_input("S", "go")
    await popup(notifyd)
    notifyd.screenshot("suggestion")

    await click(notifyd, ACCEPT)

    await eventually(lambda: server.received["S"] == ["go", "SQLite"], "the answer")
    await gone(notifyd)
    await tray.until_history(delivery="delivered", closed="delivered", action="suggest")


async def test_ignore_sends_nothing(app, notifyd, server, data_dir):
    know(data_dir)
    tray = await app()
    server.send_input("S", "go")

    await click(notifyd, IGNORE)

    await tray.until_history(closed="ignored", delivery=None)
    await gone(notifyd)
    assert server.received["S"] == ["go"]
    assert not server.dropped["S"]


async def test_an_option_of_a_question_without_a_suggestion_is_a_button(app, notifyd, server):
    await app()
    server.send_input("S", "go")
    await popup(notifyd)
    notifyd.screenshot("options")

    await click(notifyd, OPTION)  # PostgreSQL, SQLite, Ignore

    await eventually(lambda: server.received["S"] == ["go", "SQLite"], "the answer")


async def test_a_question_that_is_answered_elsewhere_leaves_the_screen(app, notifyd, server, data_dir):
    know(data_dir)
    tray = await app()
    server.send_input("S", "go")
    await popup(notifyd)

    server.send_input("S", "PostgreSQL, please")

    await gone(notifyd)
    assert server.received["S"] == ["go", "PostgreSQL, please"]
    await tray.until_history(closed="answered_elsewhere")


async def test_stop_keeps_an_automatic_answer_from_being_sent(app, notifyd, server, data_dir):
    know(data_dir)
    tray = await app(auto_answer=True, grace=20.0)
    server.send_input("S", "go")
    await popup(notifyd)
    notifyd.screenshot("announcement")

    await click(notifyd, STOP)

    await tray.until_history(delivery="stopped", closed=None)
    await popup(notifyd)  # it is a suggestion now
    assert server.received["S"] == ["go"]
    await click(notifyd, ACCEPT)
    await eventually(lambda: server.received["S"] == ["go", "SQLite"], "the answer")


async def test_several_questions_are_one_summary_and_then_reviewed(app, notifyd, server, data_dir):
    know(data_dir)
    await app()
    server.send_input("S", "go")
    first = await popup(notifyd)
    server.send_input("T", "go")
    await popup(notifyd, after=first)  # of both; the other one is withdrawn
    notifyd.screenshot("summary")

    await click(notifyd, SHOW)
    await popup(notifyd)
    await click(notifyd, ACCEPT)
    await eventually(lambda: server.received["S"] == ["go", "SQLite"], "the first answer")
    await popup(notifyd)
    await click(notifyd, ACCEPT)

    await eventually(lambda: server.received["T"] == ["go", "SQLite"], "the second answer")
    await gone(notifyd)


async def test_a_question_that_is_put_aside_stays_open(app, notifyd, server, data_dir):
    know(data_dir)
    tray = await app()
    server.send_input("S", "go")

    await click(notifyd, BODY)
    await gone(notifyd)
    server.send_input("T", "go")

    await click(notifyd, ACCEPT)  # of the other question alone: no summary
    await eventually(lambda: server.received["T"] == ["go", "SQLite"], "the answer")
    assert server.received["S"] == ["go"]
    assert {entry["slug"]: entry["closed"] for entry in tray.history()} == {"S": None, "T": "delivered"}


async def test_markup_direction_marks_and_endless_text_are_shown_literally_and_cut(app, notifyd, server):
    await app()
    text = 'Do <b>this</b> & <a href="http://x.test">that</a> \x1b[31m\u202e1 < 2?' + " and so on" * 1000
    server.send_input("S", f"go {text}")

    place = await popup(notifyd)
    notifyd.screenshot("markup")

    assert place["HEIGHT"] < 300


async def test_a_failed_delivery_is_told_and_can_be_sent_again(app, notifyd, server, turns, data_dir):
    know(data_dir)
    turns.may_start.clear()
    tray = await app()
    server.send_input("S", "go")
    await click(notifyd, ACCEPT)
    await eventually(lambda: server.is_running("S"), "the answer's process")
    await server.stop()  # it dies with its processes before they have said a word
    turns.may_start.set()
    await server.start()

    await tray.until_history(delivery="failed", closed=None)
    await popup(notifyd)
    notifyd.screenshot("failed")
    await click(notifyd, SEND_AGAIN)

    await tray.until_history(delivery="delivered", closed="delivered")
    assert server.received["S"][-1] == "SQLite"


async def test_a_quit_leaves_an_empty_screen(app, notifyd, server, data_dir):
    know(data_dir)
    tray = await app()
    server.send_input("S", "go")
    await popup(notifyd)

    assert await tray.stop() == 0

    await gone(notifyd)
