"""What other programs are started with."""

import os
import sys

import pytest

from orchestrator_tray.environment import system_environment


def test_other_programs_do_not_load_the_frozen_programs_libraries(monkeypatch: pytest.MonkeyPatch):
    frozen = {"LD_LIBRARY_PATH": "/ours", "LD_LIBRARY_PATH_ORIG": "/theirs", "PATH": os.defpath}
    assert system_environment(frozen)["LD_LIBRARY_PATH"] == "/theirs"
    assert system_environment({"LD_LIBRARY_PATH": "/theirs"}) == {"LD_LIBRARY_PATH": "/theirs"}
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert system_environment({"LD_LIBRARY_PATH": "/ours", "_PYI_APPLICATION_HOME_DIR": "/ours"}) == {}
