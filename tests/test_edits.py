"""What becomes of edits of the settings file, by hand and by the menu."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from orchestrator_tray import config
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.edits import SettingsFile
from orchestrator_tray.errors import ConfigError


def opened(path: Path, **environment: str) -> SettingsFile:
    reload = partial(config.load, path, environment=environment)
    return SettingsFile(path, reload, reload())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text("grace = 7.0\n")
    return path


def test_an_edit_is_found_once_when_the_file_has_come_to_rest(path: Path):
    file = opened(path)
    assert file.edits() is None
    path.write_text("grace = 8.0\nauto_answer = true\n")
    assert file.edits() is None
    assert file.edits() == {"grace": 8.0, "auto_answer": True}
    assert file.edits() is None


def test_a_setting_that_is_taken_out_has_its_default_again(path: Path):
    file = opened(path)
    path.write_text("# none\n")
    file.edits()
    assert file.edits() == {"grace": Settings().grace}


def test_a_file_that_is_gone_for_a_moment_changes_nothing(path: Path):
    file = opened(path)
    path.unlink()
    assert file.edits() is None
    assert file.edits() is None
    path.write_text("grace = 9.0\n")
    file.edits()
    assert file.edits() == {"grace": 9.0}


def test_a_file_that_cannot_be_used_is_told_once_and_the_next_edit_counts(path: Path):
    file = opened(path)
    path.write_text("grace = soon\n")
    file.edits()
    with pytest.raises(ConfigError, match="line 1"):
        file.edits()
    assert file.edits() is None
    path.write_text("grace = 10.0\n")
    file.edits()
    assert file.edits() == {"grace": 10.0}


def test_a_file_that_says_again_what_it_said_was_edited_all_the_same(path: Path):
    file = opened(path)
    path.write_text("grace = soon\n")
    file.edits()
    with pytest.raises(ConfigError):
        file.edits()
    path.write_text("grace = 7.0\n")
    file.edits()
    assert file.edits() == {}


def test_what_the_environment_overrides_is_no_edit(path: Path):
    file = opened(path, ORCHESTRATOR_TRAY_GRACE="3")
    path.write_text("grace = 8.0\nnotify = false\n")
    file.edits()
    assert file.edits() == {"notify": False}


def test_saves_at_once_end_with_what_holds_then(path: Path):
    file, now = opened(path), Settings()

    def choose(number: int) -> None:
        nonlocal now
        now = replace(now, grace=float(number), auto_answer=number % 2 == 0)
        file.save(["grace", "auto_answer"], lambda: now)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(choose, range(40)))

    assert config.load(path, environment={}) == now
