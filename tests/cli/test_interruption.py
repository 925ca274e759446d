"""What Ctrl-C does to a command that runs a loop."""

import asyncio
import os
import signal
import sys

import pytest

from orchestrator_tray.cli import interruption

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")


def press_ctrl_c() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_what_runs_may_tidy_up_however_often_ctrl_c_comes():
    tidied = []

    async def work() -> None:
        asyncio.get_running_loop().call_soon(press_ctrl_c)
        try:
            await asyncio.Event().wait()
        finally:
            press_ctrl_c()
            await asyncio.sleep(0.05)
            tidied.append("all")

    with pytest.raises(KeyboardInterrupt):
        interruption.run(work())

    assert tidied == ["all"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_results_and_errors_come_out_as_they_are():
    async def work(fails: bool) -> str:
        if fails:
            raise LookupError("as it is")
        return "done"

    assert interruption.run(work(fails=False)) == "done"
    with pytest.raises(LookupError, match="as it is"):
        interruption.run(work(fails=True))


def test_a_cancellation_of_its_own_is_no_interruption():
    async def work() -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        interruption.run(work())
