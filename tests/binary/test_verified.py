"""The whole list of `packaging/verify_binary.py`, inside systems that have neither Python nor network."""

import subprocess
import sys

import pytest

from tests.binary.frozen import ROOT, need


@pytest.mark.timeout(600)
def test_everything_works_alone_in_a_clean_system_without_python_and_without_network(built, clean_root):
    need(sys.platform == "linux", "Linux")
    script = str(ROOT / "packaging" / "verify_binary.py")

    done = subprocess.run(
        [sys.executable, script, str(built), "--offline", "--root", str(clean_root)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    steps = [line.split()[0] for line in done.stdout.splitlines()]
    assert steps == ["version", "self_test", "demo", "listen", "notify", "tray", "nothing_left"]
