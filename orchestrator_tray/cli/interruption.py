"""Ctrl-C in commands that run a loop: it cancels what runs there, once, however often it comes."""

import asyncio
import signal
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

Result = TypeVar("Result")


def run(main: Coroutine[Any, Any, Result]) -> Result:
    """Run it to its end. After Ctrl-C it may tidy up undisturbed, then KeyboardInterrupt is raised."""
    results = asyncio.run(_results(main))
    if not results:
        raise KeyboardInterrupt
    return results[0]


async def _results(main: Coroutine[Any, Any, Result]) -> tuple[Result, ...]:
    """Return the one result; none where it was interrupted."""
    task = asyncio.current_task()
    is_interrupted = False

    def interrupt() -> None:
        nonlocal is_interrupted
        if task is not None and not is_interrupted:
            is_interrupted = True
            task.cancel()

    with suppress(NotImplementedError):  # on Windows, where asyncio's own way remains
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, interrupt)
    try:
        return (await main,)
    except asyncio.CancelledError:
        if is_interrupted:
            return ()
        raise
