"""The tray item as a host on the bus sees it."""

import os
import signal

import pytest

from tests.desktop.client import CallError
from tests.desktop.conftest import start_watcher
from tests.desktop.views import ALL, LINE, QUIT, STATUS, auto, item, question, threshold, view


async def test_the_item_appears_with_picture_title_and_tooltip(watcher, host, tray):
    process = tray(ALL)

    properties = await host.properties()

    assert (await host.item()).startswith(f"org.kde.StatusNotifierItem-{process.process.pid}-")
    assert properties["Id"] == "orchestrator-tray"
    assert properties["Title"] == "Orchestrator Tray"
    assert properties["ToolTip"] == ["", [], "Orchestrator Tray", "Connected, 4 sessions"]
    assert properties["Category"] == "ApplicationStatus"
    assert properties["Menu"] == "/MenuBar"
    assert [pixmap[:2] for pixmap in properties["IconPixmap"]] == [
        [size, size] for size in (16, 22, 24, 32, 48)
    ]
    assert all(len(data) == 4 * width * height for width, height, data in properties["IconPixmap"])
    await host.until(lambda: _has_status(host, "Active"), "an active item")


async def _has_status(host, status):
    return (await host.properties())["Status"] == status


async def test_the_menu_lists_every_kind_of_row(watcher, host, tray):
    tray(ALL)

    rows = {row.label: row.properties for row in await host.rows()}

    assert rows["Connected, 4 sessions"]["enabled"] is False
    assert rows[""]["type"] == "separator"
    assert rows["Question q1"]["children-display"] == "submenu"
    assert rows["Auto_answer & more"]["label"] == "Auto__answer & more"
    assert (rows["Auto_answer & more"]["toggle-type"], rows["Auto_answer & more"]["toggle-state"]) == (
        "checkmark",
        1,
    )
    assert (rows["95 %"]["toggle-type"], rows["95 %"]["toggle-state"]) == ("radio", 1)
    assert (rows["90 %"]["toggle-type"], rows["90 %"]["toggle-state"]) == ("radio", 0)
    assert rows["Quit"]["enabled"] is True


@pytest.mark.parametrize(
    ("label", "event"),
    [("Quit", "quit"), ("JWT", ["q1", "JWT"]), ("Auto_answer & more", "auto"), ("90 %", 90)],
)
async def test_a_click_posts_the_event_on_the_main_thread(watcher, host, tray, label, event):
    process = tray(ALL)

    await host.click(label)

    assert process.event() == event


async def test_a_click_on_a_row_that_cannot_be_chosen_posts_nothing(watcher, host, tray):
    process = tray(ALL)

    await host.click("Connected, 4 sessions")
    await host.menu("Event", "isvu", (await host.row("Quit")).number, "hovered", host.nothing, 0)
    await host.click("Quit")

    assert process.event() == "quit"


async def test_many_events_come_in_one_call(watcher, host, tray):
    process = tray(ALL)
    numbers = [(await host.row(label)).number for label in ("JWT", "Quit")]

    (unknown,) = await host.menu(
        "EventGroup", "a(isvu)", [[n, "clicked", host.nothing, 0] for n in [*numbers, 999]]
    )

    assert unknown == [999]
    assert [process.event(), process.event()] == [["q1", "JWT"], "quit"]


async def test_a_plain_click_is_the_menu(watcher, host, tray):
    tray(ALL)

    assert (await host.properties())["ItemIsMenu"] is True
    with pytest.raises(CallError, match="UnknownMethod"):
        await host.activate()


async def test_a_change_of_state_changes_picture_tooltip_and_status(watcher, host, tray):
    process = tray(ALL)
    await host.until(lambda: _has_status(host, "Active"), "an active item")
    before = await host.properties()
    host.signals.clear()

    process.show(ALL | {"icon": "question", "count": 2, "tooltip": "2 questions"})

    assert await host.heard("NewStatus") == ["NeedsAttention"]
    assert await host.heard("NewIcon") == []
    assert await host.heard("NewToolTip") == []
    after = await host.properties()
    assert after["IconPixmap"] != before["IconPixmap"]
    assert after["AttentionIconPixmap"] == after["IconPixmap"]
    assert after["ToolTip"][3] == "2 questions"
    assert "LayoutUpdated" not in dict(host.signals)


async def test_the_count_is_in_the_picture(watcher, host, tray):
    process = tray(ALL | {"icon": "question", "count": 2})
    two = (await host.properties())["IconPixmap"]
    host.signals.clear()

    process.show(ALL | {"icon": "question", "count": 3})

    await host.heard("NewIcon")
    assert (await host.properties())["IconPixmap"] != two


async def test_a_toggled_row_is_told_alone_and_keeps_its_number(watcher, host, tray):
    process = tray(ALL)
    number = (await host.row("Auto_answer & more")).number
    host.signals.clear()

    process.show(
        view(STATUS, LINE, question("q1", "JWT", "Sessions"), auto(checked=False), threshold(95), QUIT)
    )

    updated, removed = await host.heard("ItemsPropertiesUpdated")
    assert updated == [[number, {"toggle-state": 0}]]
    assert removed == []
    assert "LayoutUpdated" not in dict(host.signals)
    assert (await host.row("Auto_answer & more")).number == number


async def test_a_new_row_is_told_with_the_row_above_it(watcher, host, tray):
    process = tray(ALL)
    parent = (await host.row("Question q1")).number
    old = {row.label: row.number for row in await host.rows()}
    host.signals.clear()

    process.show(
        view(
            STATUS,
            LINE,
            question("q1", "JWT", "Cookies", "Sessions"),
            auto(checked=True),
            threshold(95),
            QUIT,
        )
    )

    assert (await host.heard("LayoutUpdated"))[1] == parent
    new = {row.label: row.number for row in await host.rows()}
    assert {label: new[label] for label in old} == old
    assert new["Cookies"] not in old.values()


async def test_a_click_on_a_row_that_is_gone_reaches_no_other_row(watcher, host, tray):
    process = tray(ALL)
    gone = (await host.row("JWT")).number

    process.show(view(STATUS, LINE, question("q2", "Delete all", "Keep"), auto(checked=True), QUIT))
    await host.row("Delete all")

    with pytest.raises(CallError, match="is gone"):
        await host.click_number(gone)
    await host.click("Quit")
    assert process.event() == "quit"


async def test_the_same_view_again_is_no_change(watcher, host, tray):
    process = tray(ALL)
    await host.row("Quit")
    await host.until(lambda: _has_status(host, "Active"), "an active item")
    host.signals.clear()

    process.show(ALL)
    process.show(ALL | {"tooltip": "the end"})

    await host.heard("NewToolTip")
    assert {name for name, _ in host.signals} == {"NewToolTip"}


async def test_a_host_can_ask_for_parts_of_the_menu(watcher, host, tray):
    tray(ALL)
    question_row, answer = await host.row("Question q1"), await host.row("JWT")

    assert [row.label for row in await host.rows(depth=1)] == [
        "", "Connected, 4 sessions", "", "Question q1", "Auto_answer & more", "Answer from", "Quit"
    ]  # fmt: skip
    assert [row.label for row in await host.rows(question_row.number)] == ["Question q1", "JWT", "Sessions"]
    assert await host.menu("GetProperty", "is", answer.number, "label") == ["JWT"]
    (group,) = await host.menu(
        "GetGroupProperties", "aias", [0, answer.number, 999], ["label", "children-display"]
    )
    assert group == [[0, {"children-display": "submenu"}], [answer.number, {"label": "JWT"}]]
    (everything,) = await host.menu("GetGroupProperties", "aias", [], [])
    assert len(everything) == len(await host.rows())
    assert await host.menu("AboutToShowGroup", "ai", [0, 999]) == [[], [999]]


@pytest.mark.parametrize(
    "call",
    [
        ("GetLayout", "iias", 999, -1, []),
        ("GetProperty", "is", 999, "label"),
        ("GetProperty", "is", 0, "label"),
        ("AboutToShow", "i", 999),
    ],
)
async def test_what_does_not_exist_is_answered_with_an_error(watcher, host, tray, call):
    tray(ALL)

    with pytest.raises(CallError, match="InvalidArgs"):
        await host.menu(*call)


async def test_a_watcher_that_restarts_gets_the_item_again(desktop, watcher, host, tray):
    process = tray(ALL)
    await host.item()

    desktop.stop(watcher)
    await host.until(lambda: _no_items(host), "no item")
    start_watcher(desktop)

    await host.click("Quit")
    assert process.event() == "quit"


async def _no_items(host):
    return not await host.items()


async def test_a_watcher_that_comes_later_gets_the_item(desktop, host, tray):
    process = tray(ALL)
    process.wait_for_log("no program here shows tray icons")
    process.show(ALL | {"tooltip": "changed while hidden"})

    start_watcher(desktop)

    assert (await host.properties())["ToolTip"][3] == "changed while hidden"
    process.wait_for_log("the tray icon is shown now")


async def test_a_bus_that_dies_and_comes_back_shows_the_item_again(desktop, watcher, host, tray):
    process = tray(ALL)
    await host.item()

    desktop.kill_bus()
    process.wait_for_log("the session bus went away")
    process.show(ALL | {"tooltip": "changed while away"})
    desktop.start_bus()
    start_watcher(desktop)

    again = await type(host).open(desktop.environ["DBUS_SESSION_BUS_ADDRESS"])
    assert (await again.properties())["ToolTip"][3] == "changed while away"
    await again.click("Quit")
    again.close()
    assert process.event() == "quit"
    assert process.stop() == 0
    assert "Traceback" not in process.log()


async def test_without_a_bus_the_reason_is_told_and_stop_still_ends_it(desktop, tray):
    del desktop.environ["DBUS_SESSION_BUS_ADDRESS"]

    process = tray(ALL)

    assert "no D-Bus session bus" in process.unavailable
    assert process.stop() == 0
    assert process.log() == ""


async def test_a_bus_address_that_nothing_answers_is_lived_with(desktop, tray):
    desktop.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/bus"

    process = tray(ALL)

    assert process.unavailable is None
    assert process.stop() == 0
    assert "Traceback" not in process.log()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_ends_it_cleanly(watcher, host, tray, number):
    process = tray(ALL)
    await host.item()

    os.kill(process.process.pid, number)

    assert process.read() == {"ended": True, "threads": ["MainThread"]}
    assert process.process.wait(5) == 0
    await host.until(lambda: _no_items(host), "no item")
    assert process.log() == ""


async def test_stop_ends_it_without_a_thread_or_a_file_left(desktop, watcher, host, tray):
    before = {*desktop.folder.rglob("*")}
    process = tray(ALL)
    await host.row("Quit")

    assert process.stop() == 0

    assert process.read() == {"ended": True, "threads": ["MainThread"]}
    assert {path.name for path in {*desktop.folder.rglob("*")} - before} == {"tray.log"}
    assert process.log() == ""


async def test_a_flood_of_views_ends_with_the_last(watcher, host, tray):
    process = tray(ALL)
    await host.item()

    for count in range(300):
        process.show(view(STATUS, question(f"q{count}", "Yes", "No"), QUIT, tooltip=str(count)))

    await host.row("Question q299")
    assert (await host.properties())["ToolTip"][3] == "299"


async def test_an_idle_tray_is_small(watcher, host, tray):
    process = tray(ALL)
    await host.row("Quit")

    assert process.resident() < 60


async def test_text_of_an_agent_is_shown_literally(watcher, host, tray):
    text = "<b>_File_</b> & 100 % „ok“ 日本語 🚀"
    tray(view(item("x", text, event=1)))

    assert (await host.row(text)).properties["label"] == text.replace("_", "__")


async def test_neither_idling_nor_waiting_for_a_bus_wakes_up_often(desktop, watcher, host, tray):
    process = tray(ALL)
    await host.row("Quit")

    assert process.wakeups(seconds=2) < 6
    desktop.kill_bus()
    process.wait_for_log("the session bus went away")
    assert process.wakeups(seconds=2) < 12
