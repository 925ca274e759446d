import os
import stat
import sys
from pathlib import Path

import pytest

from orchestrator_tray.errors import TrayError
from orchestrator_tray.paths import locate, made


def test_the_usual_folders_lie_in_the_home_folder_and_carry_the_apps_name(home):
    paths = locate(environment={})

    for path in (paths.data_dir, paths.config_file, paths.log_dir, paths.cache_dir):
        assert path.is_relative_to(home)
        assert "orchestrator-tray" in path.parts


def test_a_data_dir_holds_everything(data_dir):
    paths = locate(data_dir, environment={})

    assert (paths.data_dir, paths.db, paths.lock) == (
        data_dir,
        data_dir / "patterns.db",
        data_dir / "instance.lock",
    )
    assert (paths.config_file, paths.log_dir, paths.cache_dir) == (
        data_dir / "config.toml",
        data_dir / "logs",
        data_dir / "cache",
    )


def test_the_option_wins_over_the_variable_and_an_empty_variable_is_none(data_dir, tmp_path, home):
    elsewhere = {"ORCHESTRATOR_TRAY_DATA_DIR": str(tmp_path / "elsewhere")}

    assert locate(environment=elsewhere).data_dir == tmp_path / "elsewhere"
    assert locate(data_dir, environment=elsewhere).data_dir == data_dir
    assert locate(environment={"ORCHESTRATOR_TRAY_DATA_DIR": ""}).data_dir.is_relative_to(home)


def test_an_own_config_file_moves_nothing_else(data_dir, tmp_path):
    paths = locate(data_dir, tmp_path / "mine.toml", environment={})

    assert paths.config_file == tmp_path / "mine.toml"
    assert paths.log_dir == data_dir / "logs"


def test_relative_paths_and_tildes_become_absolute(tmp_path, home, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert locate("here", "~/mine.toml", environment={}).data_dir == tmp_path / "here"
    assert locate("here", "~/mine.toml", environment={}).config_file == home / "mine.toml"


def test_looking_makes_no_folder(data_dir):
    assert locate(data_dir, environment={}).socket

    assert not data_dir.exists()


def test_each_data_folder_has_its_own_short_socket(tmp_path):
    deep = tmp_path / ("x" * 100)
    one, other = locate(deep, environment={}), locate(tmp_path, environment={})

    assert one.socket != other.socket
    assert one.socket == locate(deep, environment={}).socket
    assert Path(one.socket).name == f"{Path(one.socket).stem}.sock" or sys.platform == "win32"
    assert len(os.fsencode(Path(one.socket).name)) < 30


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no folder")
def test_a_link_to_the_data_folder_leads_to_the_same_socket(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    assert (
        locate(tmp_path / "link", environment={}).socket == locate(tmp_path / "real", environment={}).socket
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no folder")
def test_a_missing_runtime_folder_is_replaced_without_a_warning(data_dir, monkeypatch, recwarn):
    monkeypatch.delenv("XDG_RUNTIME_DIR")

    assert locate(data_dir, environment={}).socket.endswith(".sock")
    assert not recwarn.list


def test_a_folder_is_made_with_its_parents_for_its_owner_only(data_dir):
    assert made(data_dir / "deep") == data_dir / "deep"
    assert made(data_dir / "deep").is_dir()
    if sys.platform != "win32":
        assert stat.S_IMODE((data_dir / "deep").stat().st_mode) == 0o700


def test_a_folder_that_was_there_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)

    assert stat.S_IMODE(made(tmp_path).stat().st_mode) == 0o755


def test_a_file_in_the_way_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(
        TrayError, match=r"cannot be used \(.*\); mend that or name another with --data-dir"
    ) as caught:
        made(tmp_path / "file" / "data")

    assert "\n" not in str(caught.value)


@pytest.mark.skipif(sys.platform != "linux", reason="uses a file system that nobody can write to")
def test_a_folder_that_nobody_may_write_into_is_one_clear_line():
    with pytest.raises(TrayError, match="/proc/self: the folder cannot be used"):
        made(Path("/proc/self"))
