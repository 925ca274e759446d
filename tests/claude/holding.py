"""A tray that holds every question and tells which: python -m tests.claude.holding SOCKET"""

import asyncio
import sys

from orchestrator_tray.adapters.hooks import HookServer
from orchestrator_tray.core.hook_wire import HookCall, Reply


async def on_call(call: HookCall) -> Reply | None:
    if not call.may_wait:
        return None
    print(call.event, flush=True)  # noqa: T201  # told to the test
    await asyncio.get_running_loop().create_future()
    return None


async def main(path: str) -> None:
    server = HookServer(path, on_call)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(server.run())
        await server.listening.wait()
        print("listening", flush=True)  # noqa: T201  # told to the test


asyncio.run(main(sys.argv[1]))
