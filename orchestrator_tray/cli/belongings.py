"""Checks of what is the program's own: settings, data, model, log, and the history it can learn from."""

import os
import platform
from collections.abc import Mapping
from pathlib import Path
from time import monotonic
from typing import Any

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.findings import Finding, usable_settings
from orchestrator_tray.cli.stored import is_stored, reading
from orchestrator_tray.core.display import counted
from orchestrator_tray.core.settings import DEFAULTS
from orchestrator_tray.errors import ConfigError, ModelError, StoreError, TrayError
from orchestrator_tray.logs import LOG_NAME
from orchestrator_tray.version import version_text

_HISTORY_SECONDS = 3.0
_NO_HISTORY_MEND = "it comes with Claude Code's first session; CLAUDE_CONFIG_DIR names another place"


class _Enough(Exception):  # noqa: N818 - no error, but the end of a patience
    pass


def program(_: Context) -> Finding:
    return Finding(ok=True, text=f"{version_text()}, Python {platform.python_version()}, {_system()}")


def _system() -> str:
    return f"{platform.system()} {platform.release()} {platform.machine()}"


def settings(context: Context) -> Finding:
    try:
        found = context.settings
    except ConfigError as error:
        return Finding(ok=False, text=str(error), mend="correct that, or name another file with --config")
    changed = [name for name, default in DEFAULTS.items() if getattr(found, name) != default]
    path = context.paths.config_file
    where = str(path) if path.exists() else f"no file at {path}"
    return Finding(ok=True, text=f"{where}; differs from the defaults: {', '.join(changed) or 'nothing'}")


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
            found = opened.stats()
        with Connection(path, read_only=True) as connection:
            damage = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(3)")]
            schema = connection.value("PRAGMA user_version")
            engine = connection.value("SELECT sqlite_version() || ', sqlite-vec ' || vec_version()")
    except StoreError as error:
        return Finding(ok=False, text=f"{error.path}: {error.problem}", mend=error.mend)
    except TrayError as error:
        return Finding(ok=False, text=str(error), mend="check what it is, and who may read it")
    if damage != ["ok"]:
        return Finding(ok=False, text=f"{path} is damaged: {'; '.join(damage)}", mend="restore a backup")
    return Finding(ok=True, text=f"{_counts(found, schema)}; SQLite {engine}")


def _counts(found: Mapping[str, Any], schema: int) -> str:
    answers, vectors = counted(found["patterns"], "answer"), counted(found["vectors"], "vector")
    return f"{answers}, {vectors}, schema {schema}, {found['file_bytes'] / 1e6:.1f} MB, nothing damaged"


def model(context: Context) -> Finding:
    from orchestrator_tray.adapters.embedder import Embedder

    name = usable_settings(context).model
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


def history(context: Context) -> Finding:
    """Count what an import would learn, as far as a few seconds of reading tell."""
    from orchestrator_tray.importer import history_folder

    folder = history_folder()
    if not folder.is_dir():
        return Finding(ok=None, text=f"no history of Claude Code in {folder}", mend=_NO_HISTORY_MEND)
    answers, is_all = _answers_to_learn(context, folder)
    if not answers and is_all:
        return Finding(ok=True, text=f"all of {folder} is learned")
    text = f"{'' if is_all else 'at least '}{answers} answers in {folder} can be learned"
    return Finding(ok=None, text=text, mend="run: orchestrator-tray import")


def _answers_to_learn(context: Context, folder: Path) -> tuple[int, bool]:
    """Return how many answers an import would find, and whether these are all."""
    from orchestrator_tray.adapters.transcripts import Filters, Scan
    from orchestrator_tray.importer import seen_files

    deadline = monotonic() + _HISTORY_SECONDS

    def be_brief(_: int, __: int) -> None:
        if monotonic() > deadline:
            raise _Enough

    filters = Filters(excluded=usable_settings(context).excluded_projects)
    count = 0
    with reading(context) as database:
        try:
            for found in Scan([folder], filters, seen=seen_files(database), progress=be_brief):
                count += database.is_new(found.key)
        except _Enough:
            return count, False
    return count, True


def log_file(context: Context) -> Finding:
    folder = context.paths.log_dir
    if not folder.exists():
        return Finding(ok=None, text=f"no log yet; it will be in {folder}", mend="start the tray")
    if not os.access(folder, os.W_OK | os.X_OK):
        return Finding(
            ok=None, text=f"{folder} cannot be written, so no log is kept", mend="check who owns it"
        )
    return Finding(ok=True, text=str(folder / LOG_NAME))
