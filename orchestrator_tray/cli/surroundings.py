"""Checks of what the program works with: the server, the desktop, Claude Code, another tray or listener."""

import asyncio
import os
import sys

from orchestrator_tray.cli import interruption
from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.findings import Finding, usable_settings
from orchestrator_tray.cli.tray import start_arguments

_SERVER_SECONDS = 5.0
_BUS_MEND = "start the program inside a desktop session"
_NO_BUS = Finding(ok=None, text="needs the session bus", mend=_BUS_MEND)


def server(context: Context) -> Finding:
    url = usable_settings(context).url
    problem = interruption.run(server_problem(url))
    if problem:
        return Finding(ok=None, text=problem, mend="start the CBOS server, or say where it is with --url")
    return Finding(ok=True, text=f"{url} answers")


async def server_problem(url: str) -> str:
    """Return why the server cannot be used, "" where it answers as one."""
    from orchestrator_tray.adapters.listener import Listener

    problem: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def settle(found: str) -> None:
        if not problem.done():
            problem.set_result(found)

    def on_link(state: str, reason: str) -> None:
        if state == "lost":
            settle(reason)

    async with asyncio.TaskGroup() as tasks:
        listening = tasks.create_task(Listener(url, lambda _: settle(""), on_link).run())
        try:
            async with asyncio.timeout(_SERVER_SECONDS):
                return await problem
        except TimeoutError:
            return f"{url} takes connections, but says nothing: this is not a CBOS server"
        finally:
            listening.cancel()


def listener(context: Context) -> Finding:
    from orchestrator_tray.adapters.instance import InstanceLock

    lock = InstanceLock(context.paths.lock, "listen")
    holder = lock.holder()
    if holder is None or lock.acquire():
        lock.release()
        return Finding(
            ok=None, text="nothing listens in this data folder now", mend="start the tray, or run listen"
        )
    return Finding(ok=True, text=f"{holder} has this data folder")


def _bus_problem() -> str:
    """Return why nothing can be said on the session bus, "" where it works."""
    from orchestrator_tray.session_bus import Refused, adopt_session_bus, close, connect

    if adopt_session_bus(os.environ) is None:
        return "this session has no D-Bus session bus"

    async def problem() -> str:
        try:
            await close(await connect())
        except Refused as refusal:
            return str(refusal)
        return ""

    return interruption.run(problem())


def bus(_: Context) -> Finding:
    if sys.platform != "linux":
        return Finding(ok=True, text="not needed on this system")
    if problem := _bus_problem():
        return Finding(ok=None, text=f"no tray icon and no notifications: {problem}", mend=_BUS_MEND)
    return Finding(ok=True, text=os.environ["DBUS_SESSION_BUS_ADDRESS"])


def notifications(_: Context) -> Finding:
    if sys.platform == "linux" and _bus_problem():
        return _NO_BUS
    from orchestrator_tray.adapters.notifier import Notifier, Reach

    async def reach() -> Reach:
        notifier = Notifier(lambda _, __: None)
        await notifier.start()
        try:
            return await notifier.reach()
        finally:
            await notifier.close()

    found = interruption.run(reach())
    return Finding(ok=found.ok or None, text=found.text, mend=found.mend)


def tray(_: Context) -> Finding:
    if sys.platform != "linux":
        return Finding(ok=True, text="part of this system")
    if _bus_problem():
        return _NO_BUS
    from orchestrator_tray.adapters.tray.linux import look

    host = interruption.run(look())
    return Finding(ok=host.ok or None, text=host.text, mend=host.mend)


def terminals(_: Context) -> Finding:
    from orchestrator_tray.adapters.terminals import CannotShow, check

    try:
        return Finding(ok=True, text=f"a click on a question can show its terminal: {check()}")
    except CannotShow as reason:
        mend = "everything else works; show_terminal = false takes it out of the menu"
        return Finding(ok=None, text=f"a click on a question cannot show its terminal: {reason}", mend=mend)


def hooks(context: Context) -> Finding:
    from orchestrator_tray.adapters.claude_settings import settings_path
    from orchestrator_tray.cli.hook_state import hook_state

    state = hook_state(context, settings_path(os.environ, None))
    told = [f"registered in {state.path}" if state.installed else f"not registered in {state.path}"]
    told += [f"Claude Code {state.claude}" if state.claude else "Claude Code is not on the PATH"]
    is_fine = state.installed and not state.problems
    return Finding(ok=is_fine or None, text="; ".join(told), mend="; ".join(state.problems))


def autostart(context: Context) -> Finding:
    from orchestrator_tray.adapters.autostart import autostart as login

    entry = login(start_arguments(context)).status()
    if not entry.enabled:
        mend = "to start it at login, run: orchestrator-tray autostart enable"
        return Finding(ok=None, text="the tray does not start at login", mend=mend)
    if not entry.current:
        mend = "run: orchestrator-tray autostart enable"
        return Finding(ok=None, text=f"{entry.where} starts it from another place", mend=mend)
    return Finding(ok=True, text=f"at login ({entry.where})")
