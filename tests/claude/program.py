"""The real Claude Code from its package registry, in a home of its own, talking to loopback only."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CACHE = Path(os.environ.get("TRAY_TESTS_CACHE") or Path.home() / ".cache" / "orchestrator-tray-tests")
"""Read at import: later a test's home is another. The programs, some 300 MB each, are kept there."""
PATIENCE = 45.0
"""Seconds that a slow computer may take for one step."""
NEWEST, OLDER = "2.1.330", "2.1.185"
"""The newest that was looked at; and the last kind that asks in print mode without a prompt tool."""
newest = pytest.mark.parametrize("claude", [NEWEST], indirect=True)
KEY = "sk-ant-not-a-key"
_ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[@-_]")


def installed(version: str) -> Path:
    """Return the native program of that version, fetched by npm once. Its install script is not needed."""
    folder = CACHE / f"claude-{version}"
    if not folder.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as fresh:
            options = ["--prefix", fresh, "--ignore-scripts", "--no-audit", "--no-fund"]
            subprocess.run(
                ["npm", "install", *options, f"@anthropic-ai/claude-code@{version}"],
                check=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
            with suppress(OSError):  # another test run was faster
                Path(fresh).rename(folder)
            Path(fresh).mkdir(exist_ok=True)
    [program] = folder.glob("node_modules/@anthropic-ai/claude-code-*/claude")
    return program


async def until(condition: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
    """Return what the condition returns once it is true; fail with `what` after the deadline."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not (found := condition()):
        assert asyncio.get_running_loop().time() < deadline, f"never seen: {what}"
        await asyncio.sleep(0.05)
    return found


@dataclass
class Claude:
    """One version in one scratch home, with one working folder."""

    program: Path
    version: str
    home: Path
    work: Path
    environment: dict[str, str]

    @classmethod
    def prepare(cls, program: Path, version: str, folder: Path, api: str) -> "Claude":
        home, work = folder / "home", folder / "work"
        (home / ".claude").mkdir(parents=True)
        work.mkdir()
        state = {
            "hasCompletedOnboarding": True,
            "lastOnboardingVersion": version,
            "theme": "dark",
            "bypassPermissionsModeAccepted": True,
            "customApiKeyResponses": {"approved": [KEY[-20:]], "rejected": []},
            "projects": {str(work): {"hasTrustDialogAccepted": True, "hasCompletedProjectOnboarding": True}},
        }
        (home / ".claude.json").write_text(json.dumps(state))
        (home / ".claude" / "settings.json").write_text('{\n  "skipDangerousModePermissionPrompt": true\n}\n')
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "XDG_RUNTIME_DIR": os.environ.get("XDG_RUNTIME_DIR", str(home)),
            "ANTHROPIC_BASE_URL": api,
            "ANTHROPIC_API_KEY": KEY,
            "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
            "DISABLE_AUTOUPDATER": "1",
            "IS_SANDBOX": "1",
            "HTTPS_PROXY": "http://127.0.0.1:9",  # nothing but loopback is reached, whatever it tries
            "HTTP_PROXY": "http://127.0.0.1:9",
            "NO_PROXY": "127.0.0.1",
            "CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL": "1",  # nor by git and ssh
        }
        return cls(program, version, home, work, environment)

    def tray(self, *arguments: str) -> str:
        """Run a command of ours as this home's user and return what it prints."""
        ran = subprocess.run(
            [sys.executable, "-m", "orchestrator_tray", *arguments],
            env=self.environment | {"PATH": f"{self.program.parent}:{self.environment['PATH']}"},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        return ran.stdout

    async def printed(
        self, *arguments: str, program: Path | None = None, stdin: bytes = b""
    ) -> list[dict[str, Any]]:
        """Run print mode to its end; return the lines that it prints."""
        process = await self.started(*arguments, program=program)
        async with asyncio.timeout(PATIENCE):
            out, _ = await process.communicate(stdin)
        assert process.returncode == 0, out
        return [json.loads(line) for line in out.splitlines()]

    async def started(self, *arguments: str, program: Path | None = None) -> asyncio.subprocess.Process:
        """Start print mode as CBOS does."""
        return await asyncio.create_subprocess_exec(
            *(program or self.program, *arguments, "--output-format", "stream-json", "--verbose"),
            "--dangerously-skip-permissions",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment,
            cwd=self.work,
        )

    async def terminal(self, prompt: str, **environment: str) -> "Terminal":
        """Start it as a person does, with a first prompt."""
        return await Terminal.start(
            [str(self.program), "--dangerously-skip-permissions", prompt],
            self.environment | environment,
            self.work,
        )


class Terminal:
    """A program in a pseudo-terminal: keys go in, and what was shown is kept."""

    def __init__(self, process: asyncio.subprocess.Process, side: int) -> None:
        self.process = process
        self._side = side
        self._shown = b""
        asyncio.get_running_loop().add_reader(side, self._read)

    @classmethod
    async def start(cls, command: list[str], environment: dict[str, str], folder: Path) -> "Terminal":
        import fcntl
        import struct
        import termios

        ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 150, 0, 0))
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            cwd=folder,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)
        return cls(process, ours)

    def _read(self) -> None:
        try:
            chunk = os.read(self._side, 65_536)
        except OSError:
            chunk = b""
        if not chunk:
            asyncio.get_running_loop().remove_reader(self._side)
        self._shown += chunk

    def shows(self, text: str) -> bool:
        """Whether the text was ever shown; blanks do not count, since they are often cursor movements."""
        shown = _ESCAPES.sub(b"", self._shown).decode("utf-8", "replace")
        return "".join(text.split()) in "".join(shown.split())

    async def until_shown(self, text: str) -> None:
        await until(lambda: self.shows(text), f"{text!r} in {_ESCAPES.sub(b' ', self._shown)[-3000:]!r}")

    async def press(self, *keys: bytes) -> None:
        """Type, a key at a time as a person would."""
        for key in keys:
            os.write(self._side, key)
            await asyncio.sleep(0.3)

    async def end(self) -> None:
        """End the program and whatever it started in its session."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        await self.process.wait()
        asyncio.get_running_loop().remove_reader(self._side)
        os.close(self._side)
