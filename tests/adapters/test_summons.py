"""How a second start calls the first one."""

from pathlib import Path

from orchestrator_tray.adapters.summons import Summons


def test_each_call_is_heard_once(tmp_path: Path):
    first, second = Summons(tmp_path), Summons(tmp_path)
    assert not first.is_heard()
    second.call()
    second.call()
    assert first.is_heard()
    assert not first.is_heard()
    assert not [*tmp_path.iterdir()]


def test_what_is_no_file_is_no_call(tmp_path: Path):
    (tmp_path / "show-status").mkdir()
    assert not Summons(tmp_path).is_heard()
