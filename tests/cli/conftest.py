"""What the tests of the commands share."""

from pathlib import Path

import pytest

from tests.support.commands import Commands


@pytest.fixture
def command(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    """Calls the command line on the test's own data folder."""
    return Commands(data_dir, capsys)
