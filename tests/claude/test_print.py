"""Print mode, as CBOS and scripts use it: held, answered, deferred, resumed."""

import asyncio
import json

import pytest

from orchestrator_tray.core.hook_wire import Defer
from tests.claude.program import newest
from tests.claude.tray import answering, holding


@pytest.fixture
def command(claude, folder):
    """Claude Code as CBOS should start it."""
    return claude.tray(
        "wrapper", "--data-dir", str(folder / "data"), "--claude", str(claude.program)
    ).splitlines()[0]


def last(lines):
    """Return the last result line."""
    return [line for line in lines if line["type"] == "result"][-1]


async def defer(_):
    return Defer()


async def test_a_held_question_is_answered_inside_the_call(api, tray, claude, command):
    tray.script["PreToolUse"] = answering("SQLite", after=1)

    lines = await claude.printed("-p", "Ask me [[one]]", program=command)

    [(tool_use_id, (text, is_error))] = api.results().items()
    assert '"Which database should I use?"="SQLite"' in text
    assert not is_error
    assert last(lines)["subtype"] == "success"
    call = tray.of("PreToolUse")[0]
    assert (call.tool_use_id, call.session_id) == (tool_use_id, last(lines)["session_id"])
    assert (call.is_print_mode, call.is_deferrable) == (True, True)
    assert ".".join(map(str, call.version)) == claude.version
    assert call.cwd == str(claude.work)
    done = await tray.heard("PostToolUse")
    assert (done.answers, done.is_by_person) == (("SQLite",), False)
    assert [call.event for call in tray.calls if not call.is_asking][-2:] == ["Stop", "SessionEnd"]


async def test_a_deferred_question_is_answered_when_the_session_is_resumed(api, tray, claude, command):
    tray.script["PreToolUse"] = defer
    first = last(await claude.printed("-p", "Ask me [[one]]", program=command))
    assert first["stop_reason"] == "tool_deferred"
    assert api.results() == {}

    tray.script["PreToolUse"] = answering("MySQL")
    lines = await claude.printed("-p", "", "--resume", first["session_id"], program=command)

    asked, again = tray.of("PreToolUse")
    assert first["deferred_tool_use"]["id"] == asked.tool_use_id == again.tool_use_id
    assert asked.session_id == again.session_id == last(lines)["session_id"]
    assert '="MySQL"' in api.results()[asked.tool_use_id][0]
    assert last(lines)["subtype"] == "success"


async def test_a_text_to_a_deferred_session_comes_after_the_answer(api, tray, claude, command):
    tray.script["PreToolUse"] = defer
    first = last(await claude.printed("-p", "Ask me [[one]]", program=command))

    tray.script["PreToolUse"] = answering("SQLite")
    tray.calls.clear()
    lines = await claude.printed("-p", "And then go on", "--resume", first["session_id"], program=command)

    assert len([line for line in lines if line["type"] == "result"]) == 2
    assert '="SQLite"' in api.results()[tray.of("PreToolUse")[0].tool_use_id][0]


async def test_an_abstention_leaves_the_question_to_nobody(api, tray, claude, command):
    lines = await claude.printed("-p", "Ask me [[one]]", program=command)

    [(_, is_error)] = api.results().values()
    assert is_error
    assert last(lines)["subtype"] == "success"
    assert tray.of("PostToolUse") == []


async def test_without_a_tray_a_run_goes_on(api, claude, command):
    lines = await claude.printed("-p", "Ask me [[one]]", program=command)

    assert last(lines)["subtype"] == "success"
    assert [is_error for _, is_error in api.results().values()] == [True]


async def test_a_tray_that_is_killed_while_it_holds_lets_the_run_go_on(api, claude, command, killed_tray):
    process = await claude.started("-p", "Ask me [[one]]", program=command)
    process.stdin.close()
    await killed_tray.holds("PreToolUse")
    killed_tray.kill()

    async with asyncio.timeout(45):
        out = await process.stdout.read()
        assert await process.wait() == 0
    assert json.loads(out.splitlines()[-1])["subtype"] == "success"
    assert [is_error for _, is_error in api.results().values()] == [True]


async def test_a_run_that_is_killed_lets_its_question_go(tray, claude, command):
    tray.script["PreToolUse"] = holding
    process = await claude.started("-p", "Ask me [[one]]", program=command)
    process.stdin.close()
    await tray.heard("PreToolUse")

    process.kill()
    async with asyncio.timeout(45):
        await process.communicate()
        while tray.cancelled != ["PreToolUse"]:
            await asyncio.sleep(0.05)


@newest
async def test_without_the_wrapper_this_version_is_not_offered_the_tool(api, tray, claude):
    await claude.printed("-p", "Ask me [[one]]")

    assert tray.of("PreToolUse") == []
    offered = [tool["name"] for request in api.requests for tool in request.get("tools", ())]
    assert offered and "AskUserQuestion" not in offered


async def test_a_program_with_a_dialog_of_its_own_is_in_doubt_and_not_held(tray, claude):
    message = {"type": "user", "message": {"role": "user", "content": "Ask me [[one]]"}}
    process = await claude.started("-p", "--input-format", "stream-json", "--permission-prompt-tool", "stdio")
    process.stdin.write(json.dumps(message).encode() + b"\n")
    await process.stdin.drain()

    call = await tray.heard("PreToolUse")

    assert call.is_print_mode is None
    process.stdin.close()
    async with asyncio.timeout(45):
        await process.communicate()


@newest
async def test_the_state_tells_that_the_hook_works(tray, claude, folder, command):
    await claude.printed("-p", "Hello", program=command)

    told = json.loads(claude.tray("hooks", "status", "--json", "--data-dir", str(folder / "data")))

    assert told["installed"] and told["heard"]
    assert (told["claude"], told["problems"]) == (claude.version, [])


@newest
async def test_after_remove_nothing_is_asked(tray, claude, folder, command):
    claude.tray("hooks", "remove", "--data-dir", str(folder / "data"))
    settings = (claude.home / ".claude" / "settings.json").read_text()

    await claude.printed("-p", "Ask me [[one]]", program=command)

    assert settings == '{\n  "skipDangerousModePermissionPrompt": true\n}\n'
    assert tray.calls == []
