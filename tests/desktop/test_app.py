"""The whole app when its surroundings fail: no bus, no tray, no daemon, signals, a second start, a crash."""

import asyncio
import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.desktop.app import PATIENCE, QUESTION, ROOT, App, command, eventually, hours_around_now, know, run
from tests.desktop.client import Host
from tests.desktop.conftest import start_watcher

ROW = f"S: {QUESTION}"
STATUS = "Connected, 2 sessions"
RECORDED = ROOT / "tests" / "fixtures" / "transcripts" / "recorded"


async def answers_by_itself(tray, server):
    """Check that the listener works, whatever became of the desktop."""
    server.send_input("S", "go")
    await tray.until_history(slug="S", delivery="delivered", action="answer")
    assert server.received["S"] == ["go", "SQLite"]


@pytest.mark.usefixtures("watcher")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
async def test_a_signal_ends_it_within_two_seconds(app, host, server, number, code):
    tray = await app()
    server.send_input("S", "go")
    await host.row(ROW)

    begun = time.monotonic()
    assert await tray.stop(number) == code

    assert time.monotonic() - begun < 2
    assert await host.items() == []


async def test_a_signal_at_any_moment_of_the_start_ends_it(desktop, server, data_dir, watcher):
    for delay in (0.05, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2):
        tray = App(desktop, data_dir, server)
        await asyncio.sleep(delay)
        tray.process.terminate()

        code, _ = await tray.ended()

        assert code in {0, -signal.SIGTERM}
        tray.leaves_nothing()


async def test_without_a_bus_it_says_so_once_and_the_rest_works(app, desktop, server, data_dir):
    desktop.environ["DBUS_SESSION_BUS_ADDRESS"] = ""
    know(data_dir)

    tray = await app(auto_answer=True, grace=0.0)

    await answers_by_itself(tray, server)
    assert tray.log().count("no tray icon and no notifications") == 1
    assert tray.log().count("no notifications: ") <= 1


async def test_a_bus_address_where_nobody_listens_does_no_harm(app, desktop, server, data_dir):
    desktop.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/bus"
    know(data_dir)

    tray = await app(auto_answer=True, grace=0.0)

    await answers_by_itself(tray, server)


async def test_without_watcher_and_daemon_it_says_so_and_the_rest_works(app, server, data_dir):
    know(data_dir)

    tray = await app(auto_answer=True)
    server.send_input("S", "go")

    await tray.until_history(delivery="delivered")
    await tray.logs("no program here shows tray icons")
    await tray.logs("no notifications: ")
    assert tray.log().count("no notifications: ") == 1


async def test_a_bus_that_is_killed_and_comes_back_has_the_icon_again(
    app, desktop, watcher, server, data_dir
):
    know(data_dir)
    tray = await app(auto_answer=True, grace=0.0)
    await shows_its_icon(desktop)

    desktop.kill_bus()
    await tray.logs("the session bus went away")
    await answers_by_itself(tray, server)
    desktop.start_bus()
    desktop.stop(watcher)
    start_watcher(desktop)

    await shows_its_icon(desktop)


async def shows_its_icon(desktop):
    host = await Host.open(desktop.environ["DBUS_SESSION_BUS_ADDRESS"])
    await host.row(STATUS)
    host.close()


@pytest.mark.usefixtures("watcher")
async def test_a_bus_that_hangs_does_not_hold_up_the_end(app, desktop, daemon, server):
    fake = await daemon("actions", "body")
    tray = await app()
    await shows_its_icon(desktop)
    server.send_input("S", "go")
    await eventually(lambda: fake.popups, "a notification")
    desktop._bus.send_signal(signal.SIGSTOP)
    try:
        tray.process.terminate()
        code, seconds = await tray.ended()
        assert code == 0
        assert seconds < 2
        assert "Traceback" not in tray.log()
    finally:
        desktop._bus.send_signal(signal.SIGCONT)


async def test_a_notification_daemon_that_hangs_holds_up_neither_the_listener_nor_the_end(
    app, daemon, server, data_dir
):
    know(data_dir)
    fake = await daemon("actions", "body")
    fake.answers.clear()
    tray = await app(auto_answer=True, grace=0.5)

    await answers_by_itself(tray, server)
    assert await tray.stop() == 0


async def test_a_daemon_that_comes_later_shows_the_next_question(app, daemon, server):
    tray = await app()
    server.send_input("S", "go")
    await tray.logs("no notifications: ")

    fake = await daemon("actions", "body")
    server.send_input("T", "go")

    await eventually(
        lambda: fake.popups and fake.popups[-1].title == "2 questions are waiting", "a notification of both"
    )


async def test_a_notification_shows_whose_it_is(app, daemon, server):
    fake = await daemon("actions", "body")
    await app()

    server.send_input("S", "go")

    await eventually(lambda: fake.popups, "a notification")
    icon = Path(unquote(urlsplit(fake.popups[-1].icon).path))
    assert icon.read_bytes().startswith(b"\x89PNG")


async def test_an_answer_in_own_words_is_typed_into_the_notification(app, daemon, server):
    fake = await daemon("actions", "body", "inline-reply")
    await app()
    server.send_input("S", "go")
    await eventually(lambda: fake.popups, "a notification")

    fake.reply("MySQL, as always")

    await eventually(lambda: server.received["S"] == ["go", "MySQL, as always"], "the answer")


@pytest.mark.usefixtures("watcher")
async def test_a_question_is_notified_only_if_it_is_not_answered_in_time(app, daemon, host, server):
    fake = await daemon("actions", "body")
    await app(notify_after=10.0)
    server.send_input("S", "go")
    await host.row(ROW)
    server.send_input("S", "SQLite")  # in the terminal, in time
    server.send_input("T", "go")

    await eventually(lambda: fake.popups, "a notification")

    assert [popup.title for popup in fake.popups] == ["T (shop) asks"]


@pytest.mark.usefixtures("watcher")
async def test_neither_in_a_pause_nor_in_quiet_hours_anything_is_shown(app, daemon, host, server, data_dir):
    fake = await daemon("actions", "body")
    tray = await app(paused=True)
    server.send_input("S", "go")
    await tray.until_history(slug="S", action="record")
    (data_dir / "config.toml").write_text(f'quiet_hours = "{hours_around_now()}"\n')
    await host.row("Pause")  # the pause is over
    server.send_input("T", "go")
    await tray.until_history(slug="T", action="record")
    assert fake.popups == []

    (data_dir / "config.toml").write_text("")

    await eventually(lambda: fake.popups, "a notification")


async def test_a_question_that_expires_leaves_the_screen(app, daemon, server):
    fake = await daemon("actions", "body")
    tray = await app(max_age=15.0)
    server.send_input("S", "go")
    await eventually(lambda: fake.popups, "a notification")

    await eventually(lambda: fake.closed == [fake.popups[-1].number], "its end")

    await tray.until_history(closed="expired")


async def test_a_settings_file_that_cannot_be_used_is_told_until_it_is_mended(app, daemon, data_dir):
    fake = await daemon("actions", "body")
    await app(grace=3.0)
    file = data_dir / "config.toml"
    good = file.read_text()
    file.write_text(good + "auto_answer = perhaps\n")
    await eventually(lambda: fake.popups, "a notification")
    assert "config.toml: line 5" in fake.popups[-1].body

    file.write_text(good)

    await eventually(lambda: fake.closed == [fake.popups[-1].number], "its end")


async def test_a_second_start_says_so_and_has_the_first_show_its_status(app, daemon, desktop, data_dir):
    fake = await daemon("actions", "body")
    tray = await app()

    for count in (1, 2):
        second = run(desktop, data_dir)

        assert (second.returncode, second.stderr) == (0, "")
        assert "already running" in second.stdout
        await eventually(lambda count=count: len(fake.popups) == count, "a notification")
        assert fake.popups[-1].title == "Orchestrator Tray is running"
        assert fake.popups[-1].body == STATUS
    assert tray.process.poll() is None


async def test_beside_a_headless_listener_it_says_who_is_at_work(desktop, server, data_dir):
    listener = desktop.start(*command(data_dir, "listen", "--url", server.url), name="listen", cwd=ROOT)
    await eventually(lambda: server._clients, "a connection")

    second = run(desktop, data_dir)

    assert (second.returncode, second.stderr) == (0, "")
    assert f"orchestrator-tray listen (process {listener.pid}) is at work" in second.stdout


async def test_what_a_killed_one_left_is_in_nobodys_way(app, desktop, watcher, host, server):
    killed = await app()
    await host.row(STATUS)
    killed.process.kill()
    await killed.ended()

    await app()

    await host.row(STATUS)


@pytest.mark.usefixtures("watcher")
async def test_at_the_first_start_the_history_is_offered_and_learned_from(
    app, daemon, host, desktop, data_dir
):
    projects = Path(desktop.environ["HOME"], ".claude", "projects")
    shutil.copytree(RECORDED, projects / "-home-ann-shop")
    fake = await daemon("actions", "body")
    tray = await app()
    await eventually(lambda: fake.popups, "the offer")
    assert fake.popups[-1].labels == ["Learn", "Not now"]
    assert (await host.row("Learn from Claude Code's history")).properties["enabled"]

    fake.press("Learn")

    await eventually(lambda: fake.popups[-1].title == "Learned", "the end")
    stats = json.loads(run(desktop, data_dir, "stats", "--json").stdout)
    assert stats["patterns"] > 0
    await host.row(f"Learned from the history: {stats['patterns']} new answers")
    assert await tray.stop() == 0

    await app()
    await host.row(STATUS)
    assert "Learn from Claude Code's history" not in await host.labels()


async def test_a_quit_in_the_middle_of_learning_ends_that_as_well(app, watcher, host, desktop, data_dir):
    projects = Path(desktop.environ["HOME"], ".claude", "projects")
    shutil.copytree(RECORDED, projects / "-home-ann-shop")
    tray = await app()
    await host.click("Learn from Claude Code's history")
    await eventually(lambda: len(tray.children()) > 0, "the import")

    assert await tray.stop() == 0


async def test_what_lacks_a_vector_gets_it_at_the_start(app, desktop, data_dir):
    know(data_dir)
    await app()

    def embedded():
        stats = json.loads(run(desktop, data_dir, "stats", "--json").stdout)
        return stats["patterns"] == stats["vectors"] == 1

    await eventually(embedded, "a vector")


async def test_a_listener_that_fails_takes_the_icon_along(desktop, watcher, host, server, data_dir):
    sabotage = (
        "import sys, asyncio; from orchestrator_tray import app, cli\n"
        "async def fail(*_): await asyncio.sleep(1); raise RuntimeError('sabotage')\n"
        "app.hear_hooks = fail; sys.exit(cli.run(sys.argv[1:]))"
    )
    arguments = ["--data-dir", str(data_dir)]
    process = desktop.start(sys.executable, "-c", sabotage, *arguments, name="app", cwd=ROOT)
    await host.item()

    assert await asyncio.to_thread(process.wait, PATIENCE) == 1
    assert await host.items() == []
    assert "the listener failed: RuntimeError('sabotage')" in desktop.log("app")
    assert "Traceback" not in desktop.log("app")
    assert "Traceback" in (data_dir / "logs" / "orchestrator-tray.log").read_text()


async def test_the_headless_listener_finds_the_bus_where_only_its_socket_is(
    desktop, daemon, server, data_dir
):
    fake = await daemon("actions", "body")
    address = desktop.environ.pop("DBUS_SESSION_BUS_ADDRESS")
    Path(desktop.environ["XDG_RUNTIME_DIR"], "bus").symlink_to(address.removeprefix("unix:path="))
    arguments = ("listen", "--notify", "--json", "--url", server.url)
    desktop.start(*command(data_dir, *arguments), name="listen", cwd=ROOT)
    await eventually(lambda: server._clients, "a connection")

    server.send_input("S", "go")

    await eventually(lambda: fake.popups, "a notification")
    assert fake.popups[-1].title == "S (shop) asks"


async def test_the_headless_listener_sends_nobody_to_a_menu(desktop, daemon, server, data_dir):
    fake = await daemon("body")
    arguments = ("listen", "--notify", "--json", "--url", server.url)
    desktop.start(*command(data_dir, *arguments), name="listen", cwd=ROOT)
    await eventually(lambda: server._clients, "a connection")

    server.send_input("S", "go")

    await eventually(lambda: fake.popups, "a notification")
    assert fake.popups[-1].body == QUESTION


async def test_a_question_in_a_terminal_is_answered_in_the_notification(app, daemon, desktop, data_dir):
    fake = await daemon("actions", "body")
    tray = await app()
    questions = [{"question": QUESTION, "header": "DB", "options": [{"label": "A"}, {"label": "B"}]}]
    payload = {
        "hook_event_name": "PermissionRequest",
        "session_id": "s1",
        "cwd": "/home/me/shop",
        "permission_mode": "default",
        "tool_name": "AskUserQuestion",
        "tool_use_id": "t1",
        "tool_input": {"questions": questions},
    }
    hook = desktop.start(
        *command(data_dir, "hook"), name="hook", cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    hook.stdin.write(json.dumps(payload).encode())
    hook.stdin.close()
    await eventually(lambda: fake.popups, "a notification")

    fake.press("B")

    printed = await asyncio.to_thread(hook.stdout.read)
    hook.stdout.close()
    assert f'"{QUESTION}": "B"' in printed.decode()
    await tray.until_history(delivery="sent")
