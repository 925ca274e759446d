"""What all tests share: they read nothing of the person who runs them and write to scratch folders only."""

import os
import sys
from collections.abc import Generator
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import pytest
from hypothesis import is_hypothesis_test

# Hundreds of programs are started here. Told so by its surroundings, each would compile every module anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, and an environment that names no other place and no setting."""
    folder = tmp_path_factory.mktemp("home")
    for name in os.environ:
        if name.startswith(("ORCHESTRATOR_TRAY_", "CLAUDE_", "CBOS_")) or name in _FOLDERS:
            monkeypatch.delenv(name)
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    for name, value in {"HOME": folder, "USERPROFILE": folder, "XDG_RUNTIME_DIR": runtime}.items():
        monkeypatch.setenv(name, str(value))
    return folder


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data folder of the test's own, which does not exist yet."""
    return tmp_path / "data"


def pytest_itemcollected(item: pytest.Item) -> None:
    """What only chance reaches does not count as covered."""
    if is_hypothesis_test(getattr(item, "obj", None)):
        item.add_marker("untraced")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Let coverage count no line of an untraced test. (Its own `no_cover` fails in xdist's workers.)"""
    if not item.get_closest_marker("untraced") or not item.config.pluginmanager.hasplugin("_cov"):
        return (yield)
    tracing = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracing)
        _empty_caches()


def _empty_caches() -> None:
    """Let later tests compute anew, and count, what untraced ones left there."""
    for name, module in sys.modules.items():
        if name.startswith("orchestrator_tray.core."):
            for value in vars(module).values():
                if isinstance(value, _lru_cache_wrapper):
                    value.cache_clear()


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """Tests run in several processes, and no lone surrogate that one logs or prints may end these."""
    return _encodable((yield))


def _encodable(value: Any) -> Any:
    match value:
        case str():
            return value.encode(errors="backslashreplace").decode()
        case list() | tuple():
            return type(value)(_encodable(item) for item in value)
        case dict():
            return {key: _encodable(item) for key, item in value.items()}
        case _:
            return value
