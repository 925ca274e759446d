"""The inside of the stand-in: sessions, the processes that run for them, and the frames that tell of both."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

from orchestrator_tray.demo.formatting import format_text, format_value
from orchestrator_tray.demo.run import Run, as_argument, is_too_long
from orchestrator_tray.demo.scenario import Exit, Json, Line, Prompt, Step, Turns
from orchestrator_tray.demo.sessions import Sessions

_STATE_AFTER = {"tool_use": "working", "thinking": "thinking", "text": "thinking", "result": "waiting"}

Spawn = Callable[[Coroutine[Any, Any, None]], "asyncio.Task[None]"]


class Broadcast(Protocol):
    def __call__(self, frame: Json, slug: Any = None) -> None:
        """Send to those who subscribed to the slug; without one, to all."""


class Backend:
    """Takes what clients want, and broadcasts what becomes of it. It is never told who a client is."""

    def __init__(
        self,
        turns: Turns,
        broadcast: Broadcast,
        spawn: Spawn,
        die: Callable[[str], None],
        *,
        start_up: float,
        wind_down: float,
        home: Path | None,
    ) -> None:
        """`die(cause)` ends the whole server at once. The rest is explained in `StandIn`."""
        self.sessions = Sessions()
        self.received: dict[str, list[str]] = defaultdict(list)
        self.dropped: dict[str, list[str]] = defaultdict(list)
        self.stop_events: list[tuple[str, str]] = []
        self.runs: dict[Any, Run] = {}
        self._turns = turns
        self._broadcast = broadcast
        self._spawn = spawn
        self._die = die
        self._start_up = start_up
        self._wind_down = wind_down
        self._home = home

    def create_session(self, given: Json) -> bool:
        """Create a session for whatever slug and path are given; False if the slug is taken."""
        record = self.sessions.create(given)
        if record is not None:
            self._broadcast({"type": "session_created", "session": record})
        return record is not None

    def delete_session(self, given: Json) -> bool:
        """Delete a session, though not its process; False if there is none."""
        is_known = self.sessions.delete(given.get("slug"))
        if is_known:
            named = {"slug": given["slug"]} if "slug" in given else {}
            self._broadcast({"type": "session_deleted"} | named)
        return is_known

    def send_input(self, slug: Any, text: Any) -> bool:
        """Start a process; False, and nothing else, if one runs for the session or there is no such session.

        A text that is no string kills the server.
        """
        session = self.sessions.get(slug)
        is_free = session is not None and slug not in self.runs
        if not isinstance(text, str):
            if is_free or not isinstance(text, list):
                self._die(f"send_input with the text {text!r}")
            return False
        if session is None or not is_free:
            self.dropped[slug].append(text)
            return False
        self._start_run(session, text)
        return True

    def interrupt(self, slug: Any) -> None:
        """Signal the session's process, if there is one."""
        if run := self.runs.get(slug):
            run.interrupt()

    def show_waiting(self, slug: str, context: str) -> None:
        """Tell what Claude's Stop hook reported."""
        if self._update(slug, state="waiting", lastContext=context):
            self._broadcast({"type": "session_waiting", "slug": slug, "context": context}, slug)

    def _start_run(self, session: Json, text: str) -> None:
        slug: Any = session.get("slug")
        resume = session.get("claudeSessionId", "")
        prompt = Prompt(slug=slug, text=as_argument(text), path=session.get("path", ""), resume=resume)
        run = Run(prompt, resume or str(uuid4()), home=self._home)
        self.runs[slug] = run
        self._update(slug, state="working")
        if is_too_long(prompt.text):
            run.task = self._spawn(self._play(run, _refuse_exec))
        else:
            self.received[slug].append(prompt.text)
            run.task = self._spawn(self._play(run, self._turns))

    async def _play(self, run: Run, turns: Turns) -> None:
        slug = run.prompt.slug
        try:
            async for line in run.lines(turns(run.prompt), self._start_up, self._wind_down):
                self._read(run, line)
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            if not run.is_interrupted or self.runs.get(slug) is not run:
                raise  # the server ends: nobody is left to note the process's end
        del self.runs[slug]
        self._update(slug, state="error" if run.exit_code else "idle")

    def _read(self, run: Run, line: Line) -> None:
        is_json, value = _parse(line)
        if is_json and value is None:
            self._die("a line of Claude's output that is null")
            return
        event = format_value(value) if is_json else format_text(value)
        if event is not None:
            if run.has_just_said(event):
                return
            self._show(run.prompt.slug, event)
        if is_json:
            self._pass_on(run.prompt.slug, value)

    def _show(self, slug: str, event: Json) -> None:
        self._broadcast({"type": "formatted_event", "slug": slug, "event": event}, slug)
        if event.get("sessionId"):
            self.sessions.link(slug, event["sessionId"])
        if state := _STATE_AFTER.get(event["category"]):
            self._update(slug, state=state)

    def _pass_on(self, slug: str, value: Any) -> None:
        record = self.sessions.get(slug)
        if record is not None and isinstance(value, dict) and value.get("type") == "assistant":
            self._update(slug, state="thinking", messageCount=record["messageCount"] + 1)
        self._broadcast({"type": "claude_event", "slug": slug, "event": value}, slug)

    def _update(self, slug: Any, **changes: Any) -> bool:
        record = self.sessions.update(slug, **changes)
        if record is not None:
            self._broadcast({"type": "session_update", "session": record}, slug)
        return record is not None


def _parse(line: Line) -> tuple[bool, Any]:
    """Whether a line is JSON, and its value, or its text if not."""
    if isinstance(line, dict):
        return True, line
    try:
        return True, json.loads(line)
    except ValueError:
        return False, line


def _refuse_exec(_: Prompt) -> Iterable[Step]:
    return ("execvp(3) failed.: Argument list too long", Exit(1))
