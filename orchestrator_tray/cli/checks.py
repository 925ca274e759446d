"""What `doctor` looks at: each check says what it found and, where something is missing, how to mend it."""

import asyncio
import os
import platform
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.stored import is_stored
from orchestrator_tray.core.settings import DEFAULTS, Settings
from orchestrator_tray.errors import ConfigError, ModelError, StoreError, TrayError
from orchestrator_tray.logs import LOG_NAME
from orchestrator_tray.version import version_text

_SERVER_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    ok: bool | None
    """True: works; None: absent, and all else works without it; False: broken."""
    text: str
    mend: str = ""


Check = Callable[[Context], Finding]


def program(_: Context) -> Finding:
    return Finding(ok=True, text=f"{version_text()}, Python {platform.python_version()}, {_system()}")


def _system() -> str:
    return f"{platform.system()} {platform.release()} {platform.machine()}"


def settings(context: Context) -> Finding:
    try:
        found = context.settings
    except ConfigError as error:
        return Finding(ok=False, text=str(error), mend="correct that value, or take it out")
    changed = [name for name, default in DEFAULTS.items() if getattr(found, name) != default]
    path = context.paths.config_file
    where = str(path) if path.exists() else f"no file at {path}"
    return Finding(ok=True, text=f"{where}; differs from the defaults: {', '.join(changed) or 'nothing'}")


def _usable_settings(context: Context) -> Settings:
    """Return the settings, or the defaults where these are broken: that is told elsewhere."""
    try:
        return context.settings
    except ConfigError:
        return Settings()


def data_folder(context: Context) -> Finding:
    folder = context.paths.data_dir
    if not folder.exists():
        return Finding(ok=None, text=f"{folder} is not there yet", mend="it is made when it is needed")
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return Finding(
            ok=False, text=f"{folder} cannot be used", mend="check what it is, and who may write into it"
        )
    return Finding(ok=True, text=str(folder) + _openness(folder))


def _openness(folder: Path) -> str:
    is_open = os.name == "posix" and folder.stat().st_mode & 0o077
    return "; other users can see which files are in it, but cannot read them" if is_open else ""


def database(context: Context) -> Finding:
    from orchestrator_tray.adapters.store import Database
    from orchestrator_tray.adapters.store.connection import Connection

    path = context.paths.db
    try:
        if not is_stored(context):
            mend = "run: orchestrator-tray import"
            return Finding(ok=None, text="nothing is remembered yet", mend=mend)
        with Database.open(path, read_only=True) as opened:
            counted = opened.stats()
        with Connection(path, read_only=True) as connection:
            damage = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(3)")]
            schema = connection.value("PRAGMA user_version")
    except StoreError as error:
        return Finding(ok=False, text=f"{error.path}: {error.problem}", mend=error.mend)
    except TrayError as error:
        return Finding(ok=False, text=str(error), mend="check what it is, and who may read it")
    if damage != ["ok"]:
        return Finding(ok=False, text=f"{path} is damaged: {'; '.join(damage)}", mend="restore a backup")
    return Finding(ok=True, text=_counts(counted, schema))


def _counts(counted: Mapping[str, object], schema: int) -> str:
    size = float(str(counted["file_bytes"])) / 1e6
    return (
        f"{counted['patterns']} answers, {counted['vectors']} vectors, schema {schema}, {size:.1f} MB,"
        " nothing damaged"
    )


def model(context: Context) -> Finding:
    from orchestrator_tray.adapters.embedder import Embedder

    name = _usable_settings(context).model
    start = monotonic()
    try:
        with Embedder(name, cache_dir=context.paths.cache_dir) as embedder:
            (vector,) = embedder.embed(["Does it work?"])
    except ModelError as error:
        return Finding(ok=False, text=f"{error.model}: {error.problem}", mend=error.mend)
    took = monotonic() - start
    return Finding(
        ok=True, text=f"{name}: files verified, loads and embeds in {took:.1f} s, {len(vector) // 4} numbers"
    )


def server(context: Context) -> Finding:
    url = _usable_settings(context).url
    problem = asyncio.run(server_problem(url))
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
            return f"{url} takes connections, but says nothing: this is no CBOS server"
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


def tray(_: Context) -> Finding:
    if sys.platform != "linux":
        return Finding(ok=True, text="part of the system here")
    from orchestrator_tray.adapters.tray.linux import look

    host = asyncio.run(look())
    return Finding(ok=True if host.ok else None, text=host.text, mend=host.mend)


def log_file(context: Context) -> Finding:
    folder = context.paths.log_dir
    if not folder.exists():
        return Finding(ok=None, text=f"no log yet; it will be in {folder}")
    if not os.access(folder, os.W_OK | os.X_OK):
        return Finding(
            ok=None, text=f"{folder} cannot be written, so no log is kept", mend="check who owns it"
        )
    return Finding(ok=True, text=str(folder / LOG_NAME))


CHECKS: dict[str, Check] = {
    "program": program,
    "settings": settings,
    "data": data_folder,
    "database": database,
    "model": model,
    "server": server,
    "listener": listener,
    "tray": tray,
    "log": log_file,
}
