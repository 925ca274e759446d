"""The whole app and its menu, as a tray host on the bus sees it; no screen is there at all."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from orchestrator_tray.demo.standin import StandIn
from tests.desktop.app import CHECKS, LABELS, PROJECT, QUESTION, eventually, hours_around_now, know, run
from tests.desktop.conftest import start_watcher

pytestmark = pytest.mark.usefixtures("watcher")
ROW = f"S: {QUESTION}"
STATUS = "Connected, 2 sessions"


async def below(host, label):
    """Return the labels below a row."""
    row = await host.row(label)
    return [each.label for each in (await host.rows(row.number))[1:]]


async def suggestion(host):
    """Return the label of the suggested answer, once memory has brought it up."""

    async def find():
        return next((label for label in await below(host, ROW) if label.endswith("%)")), None)

    return await host.until(find, "a suggestion")


async def is_checked(host, label):
    return (await host.row(label)).properties["toggle-state"] == 1


async def test_the_menu_lists_an_open_question_and_an_option_answers_it(app, host, server, data_dir):
    know(data_dir)
    tray = await app()
    await host.row(STATUS)
    calm = await host.properties()
    server.send_input("S", "go")

    suggested = await suggestion(host)
    assert suggested.startswith("SQLite (")
    assert await below(host, ROW) == [suggested, "PostgreSQL", "Ignore"]
    await host.row(f"{STATUS}, 1 question")
    asking = await host.properties()
    assert (calm["Status"], asking["Status"]) == ("Active", "NeedsAttention")
    assert calm["IconPixmap"] != asking["IconPixmap"]
    assert asking["ToolTip"][3] == f"{STATUS}, 1 question"
    await host.click("PostgreSQL")

    await tray.until_history(delivery="delivered", closed="delivered")
    assert server.received["S"] == ["go", "PostgreSQL"]
    await host.row(STATUS)
    await host.until(lambda: _pixmaps_are(host, calm["IconPixmap"]), "the icon of before")


async def _pixmaps_are(host, pixmaps):
    return (await host.properties())["IconPixmap"] == pixmaps


async def test_several_questions_of_one_call_are_answered_in_the_menu(app, host, server):
    tray = await app()
    server.send_input("S", "both")
    assert await below(host, ROW) == [
        QUESTION, "PostgreSQL", "SQLite", CHECKS, "Tests", "Linter", "Types", "Send", "Ignore"
    ]  # fmt: skip

    for label in ("Types", "Tests", "SQLite"):
        await host.click(label)
        await host.until(lambda label=label: is_checked(host, label), "the mark")
    await host.click("Send: SQLite · Tests, Types")

    await tray.until_history(delivery="delivered", closed="delivered")
    assert server.received["S"] == ["both", f'"{QUESTION}" = "SQLite"\n"{CHECKS}" = "Tests, Types"']


async def test_a_plain_click_on_the_icon_sends_nothing(app, host, server, data_dir):
    know(data_dir)
    await app()
    server.send_input("S", "go")
    await host.row(ROW)

    assert (await host.properties())["ItemIsMenu"]


async def test_auto_answer_switched_on_in_the_menu_holds_for_the_next_question_and_after_a_restart(
    app, host, server, data_dir
):
    know(data_dir)
    tray = await app(grace=0.0)
    before = tray.settings()
    await host.click("Auto-answer")
    await host.until(lambda: is_checked(host, "Auto-answer"), "the mark")
    await eventually(lambda: tray.settings() != before, "the settings file")
    assert tray.settings().replace("auto_answer = true\n", "") == before
    server.send_input("S", "go")
    await tray.until_history(delivery="delivered", action="answer")
    assert server.received["S"] == ["go", "SQLite"]
    assert await tray.stop() == 0

    await app()
    await host.until(lambda: is_checked(host, "Auto-answer"), "the mark")
    server.send_input("T", "go")
    await eventually(lambda: server.received["T"] == ["go", "SQLite"], "the answer")


async def test_a_threshold_chosen_in_the_menu_holds_for_the_next_decision(app, host, server, data_dir):
    know(data_dir, "SQLite", age=3)
    know(data_dir, "SQLite", age=2)
    know(data_dir, "PostgreSQL", age=1)
    tray = await app()
    server.send_input("S", "go")
    record = await tray.until_history(action="record")
    assert 0.6 < record["confidence"] < 0.8

    await host.click("60%")
    await eventually(lambda: "suggest_threshold = 0.6\n" in tray.settings(), "the settings file")
    server.send_input("T", "go")

    await tray.until_history(slug="T", action="suggest")


async def test_an_answer_threshold_chosen_in_the_menu_holds_for_the_next_decision(
    app, host, server, data_dir
):
    know(data_dir)
    tray = await app(auto_answer=True, grace=60.0, auto_threshold=1.0, suggest_threshold=0.8)
    server.send_input("S", "go")
    await tray.until_history(slug="S", action="suggest")

    await host.click("95%")
    await eventually(lambda: "auto_threshold = 0.95\n" in tray.settings(), "the settings file")
    server.send_input("T", "go")

    await tray.until_history(slug="T", action="answer")


async def test_edits_of_the_settings_file_are_picked_up_and_bad_ones_only_told(app, host, data_dir):
    tray = await app(grace=60.0)
    file = data_dir / "config.toml"
    good = file.read_text()
    file.write_text(good + "auto_answer = perhaps\n")
    await tray.logs("config.toml: line 5")
    assert not await is_checked(host, "Auto-answer")

    file.write_text(good + "auto_answer = true\nauto_threshold = 0.97\n")

    await host.until(lambda: is_checked(host, "Auto-answer"), "the mark")
    await host.until(lambda: is_checked(host, "97%"), "the threshold")


async def test_a_choice_in_the_menu_outlives_the_look_at_the_file(app, host, desktop, data_dir):
    desktop.environ["ORCHESTRATOR_TRAY_AUTO_ANSWER"] = "false"  # overrides the file at every start
    tray = await app()
    await host.click("Auto-answer")
    await eventually(tray.settings, "the settings file")

    (data_dir / "config.toml").write_text(tray.settings() + "auto_threshold = 0.97\n")
    await host.until(lambda: is_checked(host, "97%"), "the edit")

    assert await is_checked(host, "Auto-answer")


async def test_another_address_in_the_settings_file_is_gone_to(app, host, server, desktop, data_dir):
    async with StandIn(sessions={"A": PROJECT, "B": PROJECT, "C": PROJECT}) as other:
        tray = await app(url=server.url)
        file = data_dir / "config.toml"
        file.write_text(tray.settings().replace(server.url, other.url))

        await host.row("Connected, 3 sessions")
        assert not server._clients


async def test_quit_ends_it_within_two_seconds_and_leaves_nothing(app, host, server, data_dir):
    know(data_dir)
    tray = await app()
    server.send_input("S", "go")
    await host.row(ROW)
    children = tray.children()
    assert children  # the embedding model's

    await host.click("Quit")
    code, seconds = await tray.ended()

    assert code == 0
    assert seconds < 2
    tray.leaves_nothing(children)


async def test_an_answer_is_called_wrong_and_the_right_one_learned(app, host, server, desktop, data_dir):
    know(data_dir)
    tray = await app(auto_answer=True, grace=0.0)
    server.send_input("S", "go")
    await tray.until_history(delivery="delivered")

    await host.click("That was wrong: PostgreSQL")

    await host.row(f"S: {QUESTION} → SQLite (wrong)")
    server.send_input("T", "go")
    await tray.until_history(slug="T", action="suggest", answers=["PostgreSQL"])
    learned = run(desktop, data_dir, "query", QUESTION, "--json").stdout
    assert '"origin": "corrected"' in learned


async def test_a_pause_lasts_an_hour_from_the_click_and_is_ended_by_resume(app, host, server, data_dir):
    know(data_dir)
    tray = await app(auto_answer=True, grace=0.0)
    await host.click("For an hour")
    await eventually(lambda: "paused_until" in tray.settings(), "the settings file")
    line = next(line for line in tray.settings().splitlines() if line.startswith("paused_until"))
    until = datetime.fromisoformat(line.split('"')[1])
    assert timedelta(minutes=59) < until - datetime.now(UTC) <= timedelta(hours=1)
    end, day = until.astimezone(), datetime.now().astimezone().date()
    await host.row(f"{STATUS}, paused until {'' if end.date() == day else 'tomorrow '}{end:%H:%M}")
    server.send_input("S", "go")
    await tray.until_history(action="suggest", delivery=None)

    await host.click("Resume")

    await host.row("Pause")
    server.send_input("T", "go")
    await eventually(lambda: server.received["T"] == ["go", "SQLite"], "the answer")
    assert server.received["S"] == ["go"]


async def test_a_pause_that_was_begun_before_a_restart_ends_in_time(app, host, data_dir):
    end = datetime.now(UTC) + timedelta(seconds=12)
    await app(paused_until=end.isoformat())
    await host.row("Resume")

    await host.row("Pause")

    assert datetime.now(UTC) >= end


async def test_start_on_login_is_switched_in_the_menu(app, host, desktop, data_dir):
    await app()
    await host.click("Start on login")
    await host.until(lambda: is_checked(host, "Start on login"), "the mark")
    status = run(desktop, data_dir, "autostart", "status").stdout
    assert "starts at login" in status
    assert str(data_dir) in status

    await host.click("Start on login")
    await host.until(lambda: _is_unchecked(host, "Start on login"), "no mark")
    assert "does not start at login" in run(desktop, data_dir, "autostart", "status").stdout


async def _is_unchecked(host, label):
    return not await is_checked(host, label)


async def test_files_and_folders_are_opened(app, host, desktop, data_dir):
    opened = desktop.folder / "opened"
    opener = desktop.folder / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\ntest -e "$1" && echo "$1" >> {opened}\n')
    opener.chmod(0o755)
    desktop.environ["PATH"] = f"{opener.parent}:{desktop.environ['PATH']}"
    await app()

    for label in ("Settings file", "Log", "Data folder", "Help"):
        await host.click(label)
    names = ("config.toml", "logs/orchestrator-tray.log", "", "cache/help.txt")
    expected = {str(data_dir / name) if name else str(data_dir) for name in names}
    await eventually(lambda: set(opened.read_text().split()) == expected, "all four")


async def test_the_score_of_auto_answer_is_kept_while_it_is_off(app, host, server, data_dir):
    know(data_dir)
    await app()
    assert not any(label.startswith("Auto-answer would") for label in await host.labels())
    server.send_input("S", "go")
    await host.click(await suggestion(host))

    await host.row("Auto-answer would have answered 1, 1 right")


async def test_quiet_hours_keep_it_from_answering_and_end_by_themselves(app, host, server, data_dir):
    know(data_dir)
    hours = hours_around_now()
    tray = await app(auto_answer=True, grace=0.0, quiet_hours=hours)
    server.send_input("S", "go")

    entry = await tray.until_history(action="suggest", delivery=None)
    assert "quiet hours" in entry["reason"]
    file = data_dir / "config.toml"
    file.write_text(tray.settings().replace(hours, ""))
    await _until_taken(tray, server)


async def _until_taken(tray, server):
    """The next question is answered, as soon as the edit of the file is taken."""
    deadline = time.monotonic() + 40
    for number in range(100):
        server.send_input("T", "go")
        entry = await tray.until_history(slug="T")
        if entry["action"] == "answer" or time.monotonic() > deadline:
            break
        server.send_input("T", f"no, {number}")
        await eventually(lambda: server.state("T") == "idle", "idle")
    assert entry["action"] == "answer"


async def test_a_watcher_that_restarts_has_the_icon_again(app, host, desktop, watcher):
    await app()
    first = await host.item()
    desktop.stop(watcher)
    start_watcher(desktop)

    assert await host.item() == first
    await host.row(STATUS)


async def test_labels_of_the_agent_cannot_act_in_the_menu(app, host, server):
    await app()
    server.send_input("S", "go _Do_ <b>this</b>\x1b[31m & \u202ethat?" + "x" * 10_000)

    await host.row(f"{STATUS}, 1 question")

    label = next(label for label in await host.labels() if label.startswith("S: "))
    assert label.startswith("S: _Do_ <b>this</b> & that?xxx")
    assert len(label) < 70
    assert await below(host, label) == [*LABELS, "Ignore"]
