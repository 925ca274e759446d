"""The program as its users start it: a process of its own, JSON lines in and out."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

DEADLINE = 40.0

Line = dict[str, Any]


class Process:
    """`orchestrator-tray listen --json`, running."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.lines: list[Line] = []

    async def until(self, **fields: object) -> Line:
        """Read on to the next line that has these fields; fail after the deadline with all that came."""
        assert self.process.stdout is not None
        try:
            async with asyncio.timeout(DEADLINE):
                while raw := await self.process.stdout.readline():
                    line = json.loads(raw)
                    self.lines.append(line)
                    if line.items() >= fields.items():
                        return line
        except TimeoutError:
            pass
        raise AssertionError(f"no {fields}, only\n" + "\n".join(map(str, self.lines)))

    def send(self, **command: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command).encode() + b"\n")

    async def end(self) -> int:
        async with asyncio.timeout(DEADLINE):
            return await self.process.wait()

    def resident_mb(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        kib = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
        return int(kib) / 1024


@asynccontextmanager
async def started(
    *arguments: str, data_dir: Path, environment: Mapping[str, str] | None = None
) -> AsyncIterator[Process]:
    """Start `listen --json` with these arguments; kill it where the block leaves it running."""
    process = await asyncio.create_subprocess_exec(
        *(
            sys.executable,
            "-m",
            "orchestrator_tray",
            "--data-dir",
            str(data_dir),
            "listen",
            "--json",
            *arguments,
        ),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env=environment,
        limit=2**26,
    )
    try:
        yield Process(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        process._transport.close()  # type: ignore[attr-defined]  # else it warns when the loop has ended
