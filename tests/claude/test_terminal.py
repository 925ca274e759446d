"""A person at a terminal: the hook answers first, or the dialog opens and the first of two answers wins."""

import asyncio

import pytest

from tests.claude.program import until
from tests.claude.scripted_api import DATABASE
from tests.claude.tray import answering, holding

DIALOG = "Type something"
DOWN, ENTER, ESCAPE = b"\x1b[B", b"\r", b"\x1b"


@pytest.fixture
def begin(claude, terminals):
    """Opens a terminal with a first prompt."""

    async def opened(prompt="Ask me [[one]]", **environment: str):
        terminal = await claude.terminal(prompt, **environment)
        terminals.append(terminal)
        return terminal

    return opened


async def result(api):
    """Return the only tool result, once the model has got it."""
    await until(api.results, "a tool result")
    [found] = api.results().values()
    return found


async def test_a_sure_answer_is_given_before_any_dialog(api, tray, begin):
    tray.script["PreToolUse"] = answering("SQLite")

    terminal = await begin()
    text, is_error = await result(api)
    call = await tray.heard("PostToolUse")

    assert '"Which database should I use?"="SQLite"' in text
    assert not is_error
    assert tray.of("PreToolUse")[0].is_print_mode is False
    assert call.tool_use_id == tray.of("PreToolUse")[0].tool_use_id
    assert (call.answers, call.is_by_person) == (("SQLite",), False)
    assert tray.of("PermissionRequest") == []
    assert not terminal.shows(DIALOG)


async def test_several_answers_and_ticks_arrive(api, tray, begin):
    tray.script["PreToolUse"] = answering("MySQL", "Auth, Export")

    await begin("Ask me [[two]]")
    text, is_error = await result(api)

    assert '"Which database should I use?"="MySQL"' in text
    assert '"Which features do you want?"="Auth, Export"' in text
    assert not is_error


async def test_what_the_person_chooses_in_the_dialog_is_told(api, tray, begin):
    tray.script["PermissionRequest"] = holding

    terminal = await begin()
    asked = await tray.heard("PermissionRequest")
    await terminal.until_shown(DIALOG)
    await terminal.press(DOWN, ENTER)
    call = await tray.heard("PostToolUse")
    text, is_error = await result(api)

    assert '"Which database should I use?"="SQLite"' in text
    assert not is_error
    assert (call.answers, call.is_by_person) == (("SQLite",), True)
    before = tray.of("PreToolUse")[0]
    assert call.tool_use_id == before.tool_use_id
    assert (asked.session_id, asked.questions, asked.tool_use_id) == (before.session_id, before.questions, "")
    assert tray.cancelled == []  # Claude Code does not end the hook that lost


async def test_an_accepted_answer_closes_the_open_dialog(api, tray, begin):
    answer = asyncio.Event()

    async def hold(call):
        await answer.wait()
        return await answering("MySQL")(call)

    tray.script["PermissionRequest"] = hold
    terminal = await begin()
    await tray.heard("PermissionRequest")
    await terminal.until_shown(DIALOG)
    answer.set()
    text, is_error = await result(api)
    call = await tray.heard("PostToolUse")

    assert '"Which database should I use?"="MySQL"' in text
    assert not is_error
    assert (call.answers, call.is_by_person) == (("MySQL",), False)


async def test_escape_in_the_dialog_lets_the_held_question_go(api, tray, begin):
    tray.script["PermissionRequest"] = holding

    terminal = await begin()
    await tray.heard("PermissionRequest")
    await terminal.until_shown(DIALOG)
    await terminal.press(ESCAPE)

    await until(lambda: tray.cancelled == ["PermissionRequest"], "the end of the held call")
    assert tray.of("PostToolUse") == []
    await terminal.press(b"Go on", ENTER)
    await tray.heard("UserPromptSubmit", 2)


async def test_escape_while_the_tray_thinks_lets_the_question_go(tray, begin):
    tray.script["PreToolUse"] = holding

    terminal = await begin()
    await tray.heard("PreToolUse")
    await terminal.press(ESCAPE)
    await until(lambda: tray.cancelled == ["PreToolUse"], "the end of the held call")

    assert tray.of("PermissionRequest") == []


async def test_two_questions_with_the_same_text_are_never_answered(tray, begin):
    tray.script["PreToolUse"] = answering("SQLite", "SQLite")

    await begin("Ask me [[twice]]")
    await until(lambda: tray.of("PermissionRequest") or tray.of("Stop"), "a dialog or a refusal")

    assert all(not call.is_answerable for call in tray.of("PreToolUse"))
    assert tray.of("PostToolUse") == []


async def test_without_a_tray_the_dialog_opens(api, begin):
    terminal = await begin()

    await terminal.until_shown(DIALOG)
    await terminal.press(ENTER)
    text, is_error = await result(api)

    assert '"Which database should I use?"="PostgreSQL"' in text
    assert not is_error


async def test_a_tray_that_is_killed_leaves_the_dialog(api, begin, killed_tray):
    terminal = await begin()

    await killed_tray.holds("PermissionRequest")
    await terminal.until_shown(DIALOG)
    killed_tray.kill()
    await terminal.press(DOWN, DOWN, ENTER)
    text, is_error = await result(api)

    assert '"Which database should I use?"="MySQL"' in text
    assert not is_error


async def test_a_session_below_a_print_run_is_in_doubt_and_not_held(tray, begin):
    await begin(CLAUDE_CODE_ENTRYPOINT="sdk-cli", CLAUDECODE="1", CLAUDE_CODE_SESSION_ATTENDED="0")

    call = await tray.heard("PreToolUse")

    assert call.is_print_mode is None
    assert call.parts[0].text == DATABASE["question"]
