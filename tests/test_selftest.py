"""The self-test finds what is broken, and nothing else."""

import json

import pytest

from orchestrator_tray import selftest
from orchestrator_tray.selftest import findings
from tests.support.commands import run_program


def test_it_tells_of_every_part_and_none_is_broken_here():
    done = run_program("--self-test")

    found = json.loads(done.out)
    assert done.code == 0
    assert {*found} == {*selftest.CHECKS}
    assert all({*finding} == {"ok", "text", "mend"} for finding in found.values())
    assert not [name for name, finding in found.items() if finding["ok"] is False]


def test_a_model_that_gives_other_vectors_is_broken(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(selftest, "KNOWN_VECTOR", (0.5,) * 6)

    found = dict(findings())

    assert [name for name, finding in found.items() if finding.ok is False] == ["model"]


def test_a_missing_library_is_told_and_the_other_checks_go_on(monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.setattr("orchestrator_tray.adapters.store.connection.vec0_path", lambda: tmp_path / "vec0")

    found = dict(findings())

    assert {name for name, finding in found.items() if finding.ok is False} == {"database", "search"}
    assert "vec0" in found["search"].text
    assert found["search"].mend
