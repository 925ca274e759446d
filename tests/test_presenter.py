"""What is shown, withdrawn and shown again as the state changes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from orchestrator_tray.core import events as e
from orchestrator_tray.core.notices import trouble_notice
from orchestrator_tray.core.view import NotificationContent
from orchestrator_tray.presenter import Presenter
from tests.support.playbook import RUN, Play, ask, asked, recalled


@dataclass(frozen=True)
class Taken:
    ok: bool
    reason: str = ""


class Screen:
    """A notifier that keeps what it is told."""

    def __init__(self) -> None:
        self.on_it: dict[str, NotificationContent] = {}
        self.shown: list[str] = []
        self.refusal = ""
        self.is_closed = False
        self.hangs = False

    async def start(self) -> None:
        """Nothing to prepare."""

    async def show(self, content: NotificationContent) -> Taken:
        if self.refusal:
            return Taken(ok=False, reason=self.refusal)
        self.on_it[content.key] = content
        self.shown.append(content.key)
        return Taken(ok=True)

    async def withdraw(self, key: str) -> None:
        self.on_it.pop(key, None)

    async def close(self) -> None:
        if self.hangs:
            await asyncio.sleep(60)
        self.on_it.clear()
        self.is_closed = True


def asking() -> Play:
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"))
    return play


@asynccontextmanager
async def presenting(screen: Screen | None) -> AsyncIterator[tuple[Presenter, list[str]]]:
    """Run a presenter; yields it and what it complains of, "painted" for each painting."""
    said: list[str] = []
    presenter = Presenter(screen, lambda _: said.append("painted"), said.append)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(presenter.run())
        yield presenter, said
        running.cancel()


async def until(condition) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


async def test_a_notice_comes_and_goes_with_the_state():
    screen, play = Screen(), asking()
    async with presenting(screen) as (presenter, _):
        presenter.update(play.state)
        await until(lambda: set(screen.on_it) == {"ask S:q"})
        play(e.Ignored("S:q"))
        presenter.update(play.state)
        await until(lambda: not screen.on_it)
    assert screen.is_closed


async def test_many_states_in_a_row_are_painted_once_and_an_unchanged_notice_is_not_repeated():
    screen, play = Screen(), asking()
    async with presenting(screen) as (presenter, said):
        for _ in range(20):
            presenter.update(play.state)
        await until(lambda: screen.shown)
        presenter.update(play.state)
        await until(lambda: said == ["painted", "painted"])
    assert screen.shown == ["ask S:q"]


async def test_why_nothing_is_shown_is_told_once_and_tried_again():
    screen, play = Screen(), asking()
    screen.refusal = "no daemon"
    async with presenting(screen) as (presenter, said):
        presenter.update(play.state)
        await until(lambda: "no daemon" in said)
        presenter.update(play.state)
        await until(lambda: said.count("painted") == 2)
        assert said.count("no daemon") == 1
        screen.refusal = ""
        presenter.update(play.state)
        await until(lambda: screen.on_it)


async def test_what_is_told_beside_the_state_is_shown_once_for_each_time():
    screen = Screen()
    notice = trouble_notice("settings", "line 3 is no TOML")
    async with presenting(screen) as (presenter, _):
        presenter.update(Play().state)
        presenter.tell(notice)
        await until(lambda: screen.on_it == {notice.key: notice})
        presenter.tell(notice)
        await until(lambda: len(screen.shown) == 2)
        presenter.retract(notice.key)
        await until(lambda: not screen.on_it)


async def test_a_notifier_that_hangs_does_not_hold_up_the_end():
    screen = Screen()
    screen.hangs = True
    async with asyncio.timeout(10), presenting(screen) as (presenter, said):
        presenter.update(Play().state)
        await until(lambda: said)


async def test_without_notifications_the_tray_is_painted():
    async with presenting(None) as (presenter, said):
        presenter.update(Play().state)
        await until(lambda: said == ["painted"])
