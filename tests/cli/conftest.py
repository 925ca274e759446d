"""What the tests of the commands share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestrator_tray.adapters.embedder import client
from tests.support.commands import Commands
from tests.support.lending import Lender


@pytest.fixture
def command(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    """Calls the command line on the test's own data folder."""
    return Commands(data_dir, capsys)


@pytest.fixture(scope="session")
def lender() -> Iterator[Lender]:
    lender = Lender()
    yield lender
    lender.close()


@pytest.fixture(scope="module", autouse=True)
def model_stays_loaded(lender: Lender) -> Iterator[None]:
    """Commands that are called in this process share a model; a program that is run loads its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client, "Child", lender)
        yield
