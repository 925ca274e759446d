import asyncio
import json
import os
import socket
import stat
import struct
import sys
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from orchestrator_tray.adapters.hooks import Heard, Heartbeat, HookServer, server
from orchestrator_tray.core.hook_gate import LONGEST_LINE
from orchestrator_tray.core.hook_wire import Answers, Defer
from orchestrator_tray.errors import TrayError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="socket files")

PRINT = {"entrypoint": "sdk-cli", "argv": ["claude", "-p", "go"], "agent": "claude-code_2-1-330_harness"}
TERMINAL = {"entrypoint": "cli", "agent": "claude-code_2-1-330_harness"}
ABSTAIN = {"decision": None}


def message(event="PreToolUse", seen=PRINT, question="Which?"):
    payload = {"hook_event_name": event, "session_id": "s1", "cwd": "/shop"}
    if event in {"PreToolUse", "PermissionRequest", "PostToolUse"}:
        tool_input = {"questions": [{"question": question, "options": [{"label": "A"}]}]}
        payload |= {"tool_name": "AskUserQuestion", "tool_use_id": "t1", "tool_input": tool_input}
    return json.dumps({"payload": payload, "seen": seen}).encode() + b"\n"


def answer_of(reply):
    return reply["decision"]["hookSpecificOutput"]["updatedInput"]["answers"]


class Tray:
    """What the tray does about a call: here, what the test says."""

    def __init__(self, reply=None) -> None:
        self.reply = reply
        self.calls = []
        self.cancelled = asyncio.Event()
        self.called = asyncio.Event()

    async def __call__(self, call) -> object:
        self.calls.append(call)
        self.called.set()
        try:
            return await self.reply(call) if callable(self.reply) else self.reply
        except asyncio.CancelledError:
            self.cancelled.set()
            raise


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "run" / "hook.sock")


@asynccontextmanager
async def serving(path, tray, **options: object):
    hooks = HookServer(path, tray, **options)
    running = asyncio.get_running_loop().create_task(hooks.run())
    listening = asyncio.get_running_loop().create_task(hooks.listening.wait())
    await asyncio.wait({running, listening}, return_when="FIRST_COMPLETED")
    listening.cancel()
    try:
        yield
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def told(path, line):
    """Return every line that the server sends until it closes; none where it breaks off."""
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(line)
    try:
        async with asyncio.timeout(10):
            lines = (await reader.read()).split(b"\n")
    except ConnectionError:
        return []
    finally:
        writer.close()
    return [json.loads(one) for one in lines if one]


async def for_ever(_):
    await asyncio.get_running_loop().create_future()


async def test_an_answer_reaches_the_hook(path):
    tray = Tray(Answers(("A",)))

    async with serving(path, tray):
        [reply] = await told(path, message())

    assert answer_of(reply) == {"Which?": "A"}
    assert [call.tool_use_id for call in tray.calls] == ["t1"]


async def test_the_longest_line_that_the_hook_sends_is_read(path):
    text = "x" * (LONGEST_LINE - len(message(question="")))
    line = message(question=text)
    assert len(line) == LONGEST_LINE

    async with serving(path, Tray(Answers(("A",)))):
        [reply] = await told(path, line)

    assert answer_of(reply) == {text: "A"}


async def test_a_sign_of_life_comes_before_anything_is_asked(path):
    async with serving(path, Tray()):
        reader, writer = await asyncio.open_unix_connection(path)
        async with asyncio.timeout(10):
            assert await reader.readline() == b"\n"
        writer.close()


async def test_a_question_can_be_deferred_or_left(path):
    async with serving(path, Tray(Defer())):
        [reply] = await told(path, message())
        assert reply["decision"]["hookSpecificOutput"]["permissionDecision"] == "defer"
        assert await told(path, message("PermissionRequest")) == [ABSTAIN]
    async with serving(path, Tray(None)):
        assert await told(path, message()) == [ABSTAIN]


async def test_calls_are_answered_each_in_its_own_time(path):
    gate = asyncio.Event()

    async def reply(call):
        if call.parts[0].text == "slow":
            await gate.wait()
        return Answers((call.parts[0].text,))

    async with serving(path, Tray(reply)):
        async with asyncio.TaskGroup() as clients:
            slow = [clients.create_task(told(path, message(question="slow"))) for _ in range(5)]
            [quick] = await told(path, message(question="quick"))
            gate.set()

        assert answer_of(quick) == {"quick": "quick"}
        assert [answer_of(reply) for [reply] in map(asyncio.Task.result, slow)] == [{"slow": "slow"}] * 5


async def test_a_held_call_hears_that_the_tray_lives(path):
    async with serving(path, Tray(for_ever), keepalive=0.01):
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(message())

        assert await reader.readexactly(3) == b"\n\n\n"
        writer.close()


@pytest.mark.parametrize("keepalive", [0.01, 60])
async def test_a_call_is_cancelled_when_the_hook_goes_away(path, keepalive):
    tray = Tray(for_ever)

    async with serving(path, tray, keepalive=keepalive):
        _, writer = await asyncio.open_unix_connection(path)
        writer.write(message())
        await tray.called.wait()
        writer.close()

        await asyncio.wait_for(tray.cancelled.wait(), 10)


async def test_a_person_before_a_spinner_does_not_wait_long(path):
    tray = Tray(for_ever)

    async with serving(path, tray, quick=0.01):
        assert await told(path, message(seen=TERMINAL)) == [ABSTAIN]

    assert tray.cancelled.is_set()


async def test_what_happened_is_told_after_claude_code_went_on(path):
    gate = asyncio.Event()
    tray = Tray(lambda _: gate.wait())

    async with serving(path, tray):
        for event in ("PostToolUse", "UserPromptSubmit", "Stop", "SessionEnd"):
            assert await told(path, message(event)) == [ABSTAIN]
        await tray.called.wait()
        gate.set()

    assert {call.event for call in tray.calls} == {"PostToolUse", "UserPromptSubmit", "Stop", "SessionEnd"}
    assert not tray.cancelled.is_set()


async def test_an_error_is_an_abstention(path, caplog):
    async def fail(_):
        raise ValueError("broken")

    async with serving(path, Tray(fail)):
        assert await told(path, message()) == [ABSTAIN]
        assert await told(path, message("Stop")) == [ABSTAIN]
        assert await told(path, message()) == [ABSTAIN]

    assert "broken" in caplog.text


@pytest.mark.parametrize(
    "line", [b"\n", b"{}\n", b"\xff\xfe\n", b'{"payload":{"hook_event_name":"PreToolUse"}}\n']
)
async def test_nonsense_is_told_nothing(path, line):
    tray = Tray(Answers(("A",)))

    async with serving(path, tray):
        assert await told(path, line) == [ABSTAIN]

    assert tray.calls == []


async def test_a_long_reply_arrives_whole_and_nothing_is_complained_of(path, caplog):
    text = "x" * 800_000
    tray = Tray(Answers(("A",)))
    async with serving(path, tray):
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(message(question=text))
        async with asyncio.timeout(30):
            await tray.called.wait()  # most of the reply has to wait for us, who take a little at a time
            reply = (await reader.read()).strip()
        writer.close()
    await asyncio.sleep(0)

    assert answer_of(json.loads(reply)) == {text: "A"}
    assert caplog.messages == []


async def test_a_bad_client_hurts_nobody_else(path, monkeypatch):
    monkeypatch.setattr(server, "READ_SECONDS", 0.01)

    async with serving(path, Tray(Answers(("A",)))):
        assert await told(path, b"x" * (2 * LONGEST_LINE)) in ([ABSTAIN], [])
        silent = await asyncio.open_unix_connection(path)
        reset = socket.socket(socket.AF_UNIX)
        reset.connect(path)
        reset.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        reset.send(message())
        reset.close()

        assert await told(path, b"half") == [ABSTAIN]
        [reply] = await told(path, message())

        assert answer_of(reply) == {"Which?": "A"}
        silent[1].close()


async def test_too_many_calls_are_turned_away(path, monkeypatch):
    monkeypatch.setattr(server, "MAX_CALLS", 1)
    tray = Tray(for_ever)

    async with serving(path, tray):
        _, writer = await asyncio.open_unix_connection(path)
        writer.write(message())
        await tray.called.wait()

        assert await told(path, message()) == []
        writer.close()
        await tray.cancelled.wait()
        tray.reply = Answers(("A",))
        async with asyncio.timeout(10):
            while not (replies := await told(path, message())):
                await asyncio.sleep(0)

        assert answer_of(replies[0]) == {"Which?": "A"}


async def test_the_end_of_the_tray_ends_held_calls(path):
    tray = Tray(for_ever)

    async with serving(path, tray):
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(message())
        await tray.called.wait()

    assert (await reader.read()).strip() == b""
    assert tray.cancelled.is_set()
    assert not Path(path).exists()
    writer.close()


async def test_only_the_owner_can_reach_the_socket(path):
    async with serving(path, Tray()):
        assert stat.S_IMODE(os.lstat(path).st_mode) == 0o600
        assert stat.S_IMODE(os.lstat(Path(path).parent).st_mode) == 0o700


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="SO_PEERCRED")
async def test_another_users_process_is_turned_away(path, monkeypatch):
    tray = Tray(Answers(("A",)))

    async with serving(path, tray):
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
        assert await told(path, message()) == []

    assert tray.calls == []


async def test_a_socket_that_a_dead_tray_left_is_replaced(path):
    Path(path).parent.mkdir()
    left = socket.socket(socket.AF_UNIX)
    left.bind(path)
    left.close()

    async with serving(path, Tray(Answers(("A",)))):
        [reply] = await told(path, message())

    assert answer_of(reply) == {"Which?": "A"}


async def test_a_living_trays_socket_is_left_alone(path):
    async with serving(path, Tray(Answers(("A",)))):
        with pytest.raises(TrayError, match="another process already hears the hook"):
            await HookServer(path, Tray()).run()
        [reply] = await told(path, message())

    assert answer_of(reply) == {"Which?": "A"}


async def test_a_file_in_the_way_is_one_clear_line(path):
    Path(path).parent.mkdir()
    Path(path).write_text("precious")

    with pytest.raises(TrayError, match="something is in the place of the hook's socket"):
        await HookServer(path, Tray()).run()

    assert Path(path).read_text() == "precious"


async def test_a_path_that_is_too_long_is_one_clear_line(tmp_path):
    with pytest.raises(TrayError, match="no hook can be heard there"):
        await HookServer(str(tmp_path / ("x" * 200)), Tray()).run()


async def test_anothers_socket_at_the_same_place_survives_our_end(path):
    async with serving(path, Tray()):
        Path(path).unlink()
        newer = socket.socket(socket.AF_UNIX)
        newer.bind(path)

    assert Path(path).exists()
    newer.close()


async def test_each_call_is_a_heartbeat(path, tmp_path):
    heartbeat = Heartbeat(tmp_path)
    assert heartbeat.last() is None

    async with serving(path, Tray(), heartbeat=heartbeat):
        before = datetime.now(UTC)
        await told(path, message("Stop"))

    heard = heartbeat.last()
    assert heard == Heard(heard.at, "Stop", (2, 1, 330))
    assert before <= heard.at <= datetime.now(UTC)
    assert [stat.S_IMODE(file.stat().st_mode) for file in tmp_path.glob("*.json")] == [0o600]


async def test_nonsense_is_no_heartbeat(path, tmp_path):
    async with serving(path, Tray(), heartbeat=Heartbeat(tmp_path)):
        await told(path, b"{}\n")

    assert Heartbeat(tmp_path).last() is None


async def test_a_heartbeat_that_cannot_be_kept_stops_nothing(path, tmp_path, caplog):
    async with serving(path, Tray(Answers(("A",))), heartbeat=Heartbeat(tmp_path / "none")):
        [reply] = await told(path, message())

    assert answer_of(reply) == {"Which?": "A"}
    assert "cannot be written" in caplog.text


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"at":1,"event":"Stop","version":null}', '{"at":"x","event":"","version":3}']
)
def test_an_unreadable_heartbeat_is_none(tmp_path, text):
    (tmp_path / "hook-heard.json").write_text(text)

    assert Heartbeat(tmp_path).last() is None


@pytest.mark.parametrize("steps", range(8))
async def test_a_client_that_comes_at_the_very_end_is_not_left_hanging(path, steps):
    clients = [socket.socket(socket.AF_UNIX) for _ in range(3)]

    async with serving(path, Tray(for_ever)):
        for client in clients:
            client.connect(path)
            client.send(message())
        for _ in range(steps):  # of the loop: each leaves the connections in another state
            await asyncio.sleep(0)

    for client in clients:
        client.settimeout(10)
        with suppress(ConnectionError):
            assert b"".join(iter(partial(client.recv, 64), b"")).strip() == b""
        client.close()
