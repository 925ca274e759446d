"""The stand-in server against conversations recorded from the real one, frame by frame."""

import ast
import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosedError

from orchestrator_tray.demo.scenario import (
    Exit,
    Hold,
    Json,
    OnInterrupt,
    Prompt,
    Step,
)
from orchestrator_tray.demo.standin import StandIn

TRACES = Path(__file__).parents[1] / "fixtures" / "cbos"
REPLAYED = sorted(
    str(path.relative_to(TRACES).with_suffix(""))
    for path in TRACES.rglob("*.jsonl")
    if path.stem != "crash_null_line"  # the line that kills the server left no frame to play it from
)
MOMENTS = {"createdAt", "lastActivity", "timestamp"}


class Replay:
    """Plays a trace's client frames to a stand-in whose processes print what the recorded ones printed.

    Every line waits until the trace has come to it, so that frames of both sides fall as they fell then. Each
    text is printed twice: the second one must leave no trace.
    """

    def __init__(self, trace: str) -> None:
        self.rows = [json.loads(line) for line in (TRACES / f"{trace}.jsonl").read_text().splitlines()]
        self.usual_signal_code = 129 if trace.startswith("real_claude") else 0
        self.gates: dict[int, asyncio.Event] = {}
        self.turns: dict[Any, list[list[Step]]] = {}
        self.clients: dict[str, ClientConnection] = {}
        self.server = self._new_server()
        self._collect_turns()

    def _new_server(self) -> StandIn:
        return StandIn(turns=self._next_turn, start_up=0, wind_down=0)

    def _next_turn(self, prompt: Prompt) -> list[Step]:
        how = {"sighup=exit129": 129, "sighup=ignore": None}
        code = next((how[word] for word in prompt.text.split() if word in how), self.usual_signal_code)
        never = Hold(asyncio.Event())  # where the recorded process outlived the server
        return [OnInterrupt(code, seconds=0.25), *self.turns[prompt.slug].pop(0), never]

    def _collect_turns(self) -> None:
        running: dict[Any, list[Step]] = {}
        last: dict[Any, Any] = {}
        for number, row in enumerate(self.rows):
            if row["dir"] == "meta" and row["frame"].get("close_code") == 1006:
                running.clear()
            if row["dir"] != "in" or row["client"] == "B":  # B always saw what A saw, or less
                continue
            frame = row["frame"]
            slug = frame.get("slug", frame.get("session", {}).get("slug"))
            match frame["type"]:
                case "session_update" if slug not in running:
                    running[slug] = []
                    self.turns.setdefault(slug, []).append(running[slug])
                case "session_update" if frame["session"]["state"] in ("idle", "error"):
                    running.pop(slug).extend(self._gated(number, Exit(frame["session"]["state"] == "error")))
                case "formatted_event":
                    event = frame["event"]
                    line = last[slug] = event.get("raw", event.get("details"))
                    twice = event["category"] in ("text", "thinking")
                    running[slug].extend([*self._gated(number, line), *([line] if twice else [])])
                case "claude_event" if frame["event"] != last.get(slug):
                    running[slug].extend(self._gated(number, frame["event"]))

    def _gated(self, number: int, step: Step) -> list[Step]:
        self.gates[number] = asyncio.Event()
        return [Hold(self.gates[number]), step]

    async def play(self) -> None:
        await self.server.start()
        try:
            for number, row in enumerate(self.rows):
                await self._step(number, row["dir"], row["client"], row["frame"])
            for client in self.clients.values():
                assert await self._next_frame_is_an_answer(client)
        finally:
            await self.server.stop()

    async def _step(self, number: int, direction: str, client: str, frame: Json) -> None:
        if direction == "out":
            await self.clients[client].send(
                ast.literal_eval(frame["<raw>"]) if "<raw>" in frame else json.dumps(frame)
            )
        elif direction == "in":
            if number in self.gates:
                self.gates[number].set()
            async with asyncio.timeout(5):
                seen = json.loads(await self.clients[client].recv())
            assert without_moments(seen) == without_moments(frame), f"line {number + 1} of the trace"
        elif frame.get("event") == "connected":
            await self._connect(number, client)
        elif frame.get("event") == "closed":
            await self._close(self.clients.pop(client), frame["close_code"])
        elif "SIGTERM" in frame.get("note", "") or "SIGKILL" in frame.get("note", ""):
            await self.server.stop()
        elif frame.get("note") == "binary frame":
            await self.clients[client].send(b'{"type":"list_sessions"}')

    async def _connect(self, number: int, client: str) -> None:
        greeting = next(
            row["frame"] for row in self.rows[number:] if row["dir"] == "in" and row["client"] == client
        )
        if not self.clients:
            await self.server.stop()
            if not greeting["sessions"]:  # that server began without a past
                self.server = self._new_server()
            await self.server.start()
        self.clients[client] = await connect(self.server.url, compression=None)

    async def _close(self, client: ClientConnection, code: int) -> None:
        if code == 1000:
            assert await self._next_frame_is_an_answer(client)
            await client.close()
        else:
            with pytest.raises(ConnectionClosedError) as caught:
                await client.recv()
            assert caught.value.rcvd is None

    async def _next_frame_is_an_answer(self, client: ClientConnection) -> bool:
        """Whether nothing comes but the answer: the stand-in said no more than the real server."""
        await client.send('{"type":"list_sessions"}')
        async with asyncio.timeout(5):
            return bool(json.loads(await client.recv())["type"] == "sessions")


def without_moments(frame: Any) -> Any:
    """The frame without times of the server; those inside Claude's own lines stay."""
    if isinstance(frame, dict):
        kept = {key: value for key, value in frame.items() if key not in MOMENTS}
        return {
            key: without_moments(value) if key in ("session", "sessions") else value
            for key, value in kept.items()
        } | ({"event": without_moments(kept["event"])} if frame.get("type") == "formatted_event" else {})
    return [without_moments(entry) for entry in frame] if isinstance(frame, list) else frame


@pytest.mark.parametrize("trace", REPLAYED)
async def test_says_what_the_real_server_said(trace: str) -> None:
    await Replay(trace).play()
