"""The real command against real sockets. A test that ends early would hide a hang: all have a deadline."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from orchestrator_tray.core.hook_gate import LONGEST_LINE
from orchestrator_tray.paths import locate

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="socket files")

ROOT = Path(__file__).parents[2]
QUESTIONS = [{"question": "Which?", "header": "H", "options": [{"label": "A"}], "multiSelect": False}]
PAYLOAD = {
    "hook_event_name": "PreToolUse",
    "session_id": "s1",
    "cwd": "/shop",
    "transcript_path": "/t.jsonl",
    "permission_mode": "default",
    "tool_name": "AskUserQuestion",
    "tool_use_id": "t1",
    "tool_input": {"questions": QUESTIONS},
}
ANSWER = {
    "hookSpecificOutput": {
        "hookEventName": "PreToolUse",
        "permissionDecision": "allow",
        "updatedInput": {"questions": QUESTIONS, "answers": {"Which?": "A"}},
    }
}


def reply_line(decision=ANSWER):
    return json.dumps({"decision": decision}).encode() + b"\n"


@asynccontextmanager
async def tray(path, *replies: bytes, holds=False):
    """Serve raw bytes; yield the list of what was asked."""
    asked, done = [], asyncio.Event()

    async def talk(reader, writer):
        asked.append(await reader.readline())
        with suppress(ConnectionError):
            for reply in replies:
                writer.write(reply)
                await writer.drain()
            if holds:
                await reader.read()
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
        done.set()

    async with await asyncio.start_unix_server(talk, path):
        yield asked, done
        if asked:
            await asyncio.wait_for(done.wait(), 30)


async def started(*arguments: str, **environment: str):
    env = os.environ | environment
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "orchestrator_tray", "hook", *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=env,
    )


async def said(*arguments: str, payload=PAYLOAD, **environment: str):
    """Return what the command prints; it always ends with 0 and never complains."""
    process = await started(*arguments, **environment)
    raw = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    async with asyncio.timeout(30):
        out, err = await process.communicate(raw)
    assert (process.returncode, err) == (0, b"")
    return out


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "s.sock")


async def test_the_trays_answer_is_printed(path):
    async with tray(path, reply_line()) as (asked, _):
        assert json.loads(await said("--socket", path)) == ANSWER

    message = json.loads(asked[0])
    assert message["payload"] == {key: PAYLOAD[key] for key in PAYLOAD if key != "permission_mode"}


async def test_empty_lines_only_say_that_the_tray_lives(path):
    async with tray(path, b"\n", b"\n\n", reply_line()[:9], reply_line()[9:]):
        assert json.loads(await said(f"--socket={path}")) == ANSWER


async def test_the_socket_is_found_by_the_data_folder(tmp_path):
    found = locate(tmp_path, environment={}).socket
    Path(found).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        async with tray(found, reply_line(), reply_line()):
            assert json.loads(await said("--data-dir", str(tmp_path))) == ANSWER
            assert json.loads(await said(ORCHESTRATOR_TRAY_DATA_DIR=str(tmp_path))) == ANSWER
            gone = str(tmp_path / "gone.sock")
            assert json.loads(await said("--socket", gone, "--data-dir", str(tmp_path))) == ANSWER
    finally:
        Path(found).unlink()


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"\n",
        b"no JSON\n",
        b"[]\n",
        b"{}\n",
        reply_line()[:-1],
        reply_line(None),
        reply_line("allow"),
        reply_line({"hookSpecificOutput": {"hookEventName": "PreToolUse", "permissionDecision": "allow"}}),
        reply_line({"decision": "block"}),
        b"x" * (2 << 20),
    ],
)
async def test_a_bad_reply_is_not_printed(path, reply):
    async with tray(path, reply):
        assert await said("--socket", path) == b""


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        {},
        {**PAYLOAD, "hook_event_name": None},
        {**PAYLOAD, "tool_name": "Bash"},
        {**PAYLOAD, "tool_input": {"questions": [{"question": "x" * LONGEST_LINE}]}},
        {**PAYLOAD, "tool_input": {"questions": [*QUESTIONS, *QUESTIONS]}},
    ],
)
async def test_a_payload_that_is_not_for_us_gets_no_answer(path, payload):
    async with tray(path, reply_line()):
        assert await said("--socket", path, payload=payload) == b""


async def test_what_a_person_types_stays_with_claude_code(path):
    prompt = {"hook_event_name": "UserPromptSubmit", "session_id": "s1", "cwd": "/x", "prompt": "my words"}

    async with tray(path, reply_line(None)) as (asked, _):
        assert await said("--socket", path, payload=prompt) == b""

    assert b"my words" not in asked[0]
    assert json.loads(asked[0])["payload"]["hook_event_name"] == "UserPromptSubmit"


async def test_without_a_tray_nothing_is_said(tmp_path, path):
    assert await said("--data-dir", str(tmp_path)) == b""
    assert await said("--socket", path, "--data-dir", str(tmp_path)) == b""
    Path(path).write_text("no socket")
    assert await said("--socket", path) == b""
    assert await said("--no-such-option", "--socket", "--data-dir", str(tmp_path)) == b""
    assert await said("--socket") == b""


async def test_a_tray_that_dies_meanwhile_is_no_answer(path):
    async with tray(path, b"\n", b"\n"):
        assert await said("--socket", path) == b""


async def test_the_tray_hears_that_claude_code_ended_the_hook(path):
    async with tray(path, b"\n", holds=True) as (asked, done):
        process = await started("--socket", path)
        process.stdin.write(json.dumps(PAYLOAD).encode())
        process.stdin.close()
        async with asyncio.timeout(30):
            while not asked:
                await asyncio.sleep(0.01)
            process.send_signal(signal.SIGTERM)
            await done.wait()
            await process.wait()


async def test_a_hook_whose_claude_code_was_killed_lets_go(path):
    async with tray(path, b"\n", holds=True) as (asked, done):
        read, write = os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-m", "orchestrator_tray", "hook", "--socket", path],
            stdin=subprocess.PIPE,
            stdout=write,
            cwd=ROOT,
        )
        os.close(write)
        process.stdin.write(json.dumps(PAYLOAD).encode())
        process.stdin.close()
        async with asyncio.timeout(30):
            while not asked:
                await asyncio.sleep(0.01)
            os.close(read)
            await done.wait()
        assert process.wait(30) == 0


async def test_another_users_socket_is_not_asked(path, monkeypatch):
    from orchestrator_tray.hook import exchange

    async with tray(path, reply_line()):
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
        with pytest.raises(exchange.NoReply):
            await asyncio.to_thread(exchange.exchange, path, b"{}\n", 100, is_urgent=False)


async def test_a_tray_that_hangs_is_given_up(path, monkeypatch):
    from orchestrator_tray.hook import exchange

    monkeypatch.setattr(exchange, "SILENCE_SECONDS", 0.2)
    async with tray(path, b"\n", holds=True):
        for is_urgent in (True, False):
            with pytest.raises(exchange.NoReply):
                await asyncio.to_thread(exchange.exchange, path, b"{}\n", 100, is_urgent=is_urgent)


@pytest.mark.parametrize(
    ("event", "entrypoint", "waits"),
    [
        ("PreToolUse", "cli", False),
        ("PreToolUse", "sdk-cli", True),
        ("PermissionRequest", "cli", True),
        ("UserPromptSubmit", "sdk-cli", False),
        ("Stop", "cli", False),
    ],
)
async def test_a_tray_that_gives_no_sign_keeps_nobody_waiting(path, event, entrypoint, waits):
    payload = PAYLOAD | {"hook_event_name": event}
    async with tray(path, holds=True):
        process = await started("--socket", path, CLAUDE_CODE_ENTRYPOINT=entrypoint)
        saying = asyncio.get_running_loop().create_task(process.communicate(json.dumps(payload).encode()))
        is_waiting = not (await asyncio.wait({saying}, timeout=2.5))[0]
        if is_waiting:
            process.kill()

        assert await saying == (b"", b"")
    assert is_waiting is waits


async def test_the_command_line_knows_the_command_too(path):
    async with tray(path, reply_line()):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "orchestrator_tray", "hook", "--help"), stdout=subprocess.PIPE, cwd=ROOT
        )
        out, _ = await process.communicate()

    assert process.returncode == 0
    assert b"Claude Code" in out


def test_it_imports_nothing_heavy(tmp_path):
    code = (
        "import sys; sys.argv = ['x', 'hook', '--socket', '/etc/hostname'];"
        "import orchestrator_tray.__main__ as m; assert m.main() == 0; print(*sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code],
        input=json.dumps(PAYLOAD),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )

    loaded = set(ran.stdout.split())
    assert "orchestrator_tray.hook.exchange" in loaded
    assert loaded.isdisjoint(
        {"argparse", "asyncio", "dataclasses", "hashlib", "inspect", "logging", "pathlib", "typing"}
    )
    assert loaded.isdisjoint(
        {"orchestrator_tray.cli", "orchestrator_tray.paths", "platformdirs", "websockets"}
    )
