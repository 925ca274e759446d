"""A tray that does what a test says: the real server of the hook, with a script behind it."""

import asyncio
from collections.abc import Awaitable, Callable

from orchestrator_tray.adapters.hooks import Heartbeat, HookServer
from orchestrator_tray.core.hook_wire import Answers, HookCall, Reply
from tests.claude.program import PATIENCE, until

Script = Callable[[HookCall], Awaitable[Reply | None]]


class Tray:
    """Keeps every call; `script` answers those that ask, by event."""

    def __init__(self, path: str, heartbeat: Heartbeat) -> None:
        self.calls: list[HookCall] = []
        self.cancelled: list[str] = []
        self.script: dict[str, Script] = {}
        # What ends a call here is Claude Code, not our own haste.
        self.server = HookServer(path, self._on_call, heartbeat=heartbeat, quick=PATIENCE)

    async def _on_call(self, call: HookCall) -> Reply | None:
        self.calls.append(call)
        script = self.script.get(call.event)
        try:
            return await script(call) if script else None
        except asyncio.CancelledError:
            self.cancelled.append(call.event)
            raise

    def of(self, event: str) -> list[HookCall]:
        return [call for call in self.calls if call.event == event]

    async def heard(self, event: str, count: int = 1) -> HookCall:
        """Wait for the call number `count` of that event."""
        await until(lambda: len(self.of(event)) >= count, f"{event} among {self.calls}")
        return self.of(event)[count - 1]


def answering(*texts: str, after: float = 0.0) -> Script:
    async def answer(_: HookCall) -> Reply | None:
        await asyncio.sleep(after)
        return Answers(texts)

    return answer


async def holding(_: HookCall) -> Reply | None:
    """Hold the question for ever."""
    await asyncio.get_running_loop().create_future()
    return None
