import shutil
import subprocess
import sys
from pathlib import Path

ODD = r"""
import logging
import pytest

def test_passes_after_odd_output():
    print("\ud800")
    logging.getLogger().warning("\udc00")

def test_fails_over_odd_texts():
    assert "\ud800" == "\udc00"

def test_is_skipped():
    pytest.skip("as it may be")
"""


def test_odd_texts_end_no_test_process(tmp_path):
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "test_odd.py").write_text(ODD)
    (tmp_path / "pytest.ini").write_text("[pytest]\nasyncio_default_fixture_loop_scope = function\n")

    options = ["-q", "-p", "no:cacheprovider", "-n", "1", "--junitxml=results.xml"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert "1 failed, 1 passed, 1 skipped" in done.stdout
    assert done.returncode == 1
    assert 'tests="3"' in (tmp_path / "results.xml").read_text()
