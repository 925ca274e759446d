"""One process of a scripted Claude: it prints its turn's lines and exits."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

from orchestrator_tray.demo.scenario import Exit, Hold, Json, Line, OnInterrupt, Pause, Prompt, Step
from orchestrator_tray.demo.transcript import Transcript

ARGUMENT_LIMIT = 131_072
"""A prompt of so many UTF-8 bytes cannot be handed to a process (Linux: 32 pages with the final NUL)."""


class Run:
    """A turn under way for one session."""

    def __init__(self, prompt: Prompt, session_id: str, *, home: Path | None = None) -> None:
        """`home`: where a transcript is kept in Claude's layout; None keeps none."""
        self.prompt = prompt
        self.session_id = session_id
        self.exit_code = 0
        self.on_interrupt = OnInterrupt(129)
        self.is_interrupted = False
        self.task: asyncio.Task[None] | None = None
        self._last_text = ""
        self._transcript = Transcript(home, prompt, session_id) if home else None

    async def lines(self, steps: Iterable[Step], start_up: float, wind_down: float) -> AsyncIterator[Line]:
        """Play the steps, in real time; ends when the process exits."""
        await asyncio.sleep(start_up)
        if self._transcript:
            self._transcript.write_prompt()
        for step in steps:
            match step:
                case Pause(seconds):
                    await asyncio.sleep(seconds)
                case Hold(until):
                    await until.wait()
                case OnInterrupt():
                    self.on_interrupt = step
                case Exit(code):
                    self.exit_code = code
                    break
                case str():
                    yield step
                case _:
                    yield self._own(step)
        await asyncio.sleep(wind_down)

    def interrupt(self) -> None:
        """Send the signal. The process needs a moment to die, and takes no notice if it is to ignore it."""
        code = self.on_interrupt.code
        if self.task is not None and code is not None:
            self.is_interrupted = True
            self.exit_code = code
            asyncio.get_running_loop().call_later(self.on_interrupt.seconds, self.task.cancel)

    def has_just_said(self, event: Json) -> bool:
        """Whether a text or thinking event sums up to the same as the last one, and is to be passed over."""
        if event["category"] not in ("text", "thinking"):
            return False
        is_repeated: bool = event["summary"] == self._last_text
        self._last_text = event["summary"]
        return is_repeated

    def _own(self, line: Json) -> Json:
        """Fill in what only the process knows, and keep the transcript."""
        if line.get("session_id") == "":
            line = line | {"session_id": self.session_id}
        if line.get("subtype") == "init" and line.get("cwd") == "":
            line = line | {"cwd": self.prompt.path}
        if self._transcript:
            self._transcript.write_line(line)
        return line


def as_argument(text: str) -> str:
    """What a program finds in its arguments when it is started with `text`."""
    return text.split("\0", 1)[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_too_long(text: str) -> bool:
    return len(as_argument(text).encode()) >= ARGUMENT_LIMIT
