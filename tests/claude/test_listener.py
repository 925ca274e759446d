"""The listener itself behind the hook of the real Claude Code: it judges, waits for a person, and learns."""

import json

import pytest

from tests.claude.program import until
from tests.support.process import started

DIALOG = "Type something"
DOWN, RIGHT, ENTER = b"\x1b[B", b"\x1b[C", b"\r"
NO_SERVER = "ws://127.0.0.1:9"
DATABASE = "Which database should I use?"


@pytest.fixture
def listen(folder):
    """Starts the listener in the data folder that the hook was registered for."""

    def starting(*arguments: str):
        return started("--url", NO_SERVER, *arguments, data_dir=folder / "data")

    return starting


@pytest.fixture
def begin(claude, terminals):
    async def opened(prompt="Ask me [[one]]"):
        terminal = await claude.terminal(prompt)
        terminals.append(terminal)
        return terminal

    return opened


@pytest.fixture
def command(claude, folder):
    """Claude Code as CBOS should start it."""
    return claude.tray(
        "wrapper", "--data-dir", str(folder / "data"), "--claude", str(claude.program)
    ).splitlines()[0]


async def answer_of(api):
    """Return the text of the only tool result, once the model has got it."""
    await until(api.results, "a tool result")
    [(text, is_error)] = api.results().values()
    assert not is_error
    return text


async def test_a_person_answers_in_the_dialog_and_the_listener_the_next_time(api, listen, claude, begin):
    async with listen("--auto-answer", "--grace", "0") as program:
        await program.until(type="ready")
        first = await begin()
        question = await program.until(type="question", via="hook")
        assert (question["parts"][0]["text"], question["project"]) == (DATABASE, str(claude.work))
        await first.until_shown(DIALOG)
        await first.press(DOWN, ENTER)
        await program.until(type="closed", reason="answered_elsewhere")
        learned = await program.until(type="learned", origin="hook")
        assert learned["answer"] == "SQLite"
        assert '="SQLite"' in await answer_of(api)

        second = await begin("Ask me again [[one]]")
        await program.until(type="decision", action="answer")
        await program.until(type="closed", reason="delivered")
        assert not second.shows(DIALOG)
        await until(lambda: len(api.results()) == 2, "the second result")
        assert all('="SQLite"' in text for text, _ in api.results().values())


async def test_a_reply_closes_the_open_dialog(api, listen, begin):
    async with listen() as program:
        await program.until(type="ready")
        terminal = await begin()
        record = await program.until(type="decision", action="record")
        await terminal.until_shown(DIALOG)
        program.send(type="reply", question_id=record["question_id"], answers=["MySQL"])
        await program.until(type="closed", reason="delivered")
        assert '="MySQL"' in await answer_of(api)
        assert [line["state"] for line in program.lines if line["type"] == "delivery"] == [
            "queued",
            "sent",
            "delivered",
        ]


@pytest.mark.parametrize(
    ("keys", "learned"),
    [((ENTER, RIGHT), ["PostgreSQL", "Auth"]), ((RIGHT,), ["PostgreSQL"])],
    ids=["both", "one of two"],
)
async def test_each_question_that_a_person_answers_in_the_dialog_is_learned(
    api, listen, begin, keys, learned
):
    async with listen() as program:
        await program.until(type="ready")
        terminal = await begin("Ask me [[two]]")
        await program.until(type="decision", action="record")
        await terminal.until_shown(DIALOG)
        await terminal.press(ENTER)
        await terminal.until_shown("[ ]")  # the second question is one of ticks
        await terminal.press(*keys)
        await terminal.until_shown("Submit answers")
        await terminal.press(ENTER)
        await program.until(type="closed", reason="answered_elsewhere")
        for answer in learned:
            await program.until(type="learned", origin="hook", answer=answer)
        await answer_of(api)
        told = [line["answer"] for line in program.lines if line["type"] == "learned"]
        assert told == learned


async def test_print_mode_waits_for_the_person(api, listen, claude, command):
    async with listen() as program:
        await program.until(type="ready")
        run = await claude.started("-p", "Ask me [[one]]", program=command)
        record = await program.until(type="decision", action="record")
        program.send(type="reply", question_id=record["question_id"], answers=["SQLite"])
        await program.until(type="closed", reason="delivered")
        out, _ = await run.communicate()
        assert json.loads(out.splitlines()[-1])["subtype"] == "success"
        assert '="SQLite"' in await answer_of(api)


async def test_a_question_that_nobody_answers_is_kept_open_and_answered_when_it_is_resumed(
    api, listen, claude, command, monkeypatch
):
    monkeypatch.setenv("ORCHESTRATOR_TRAY_HOOK_HOLD", "1")
    async with listen() as program:
        await program.until(type="ready")
        lines = await claude.printed("-p", "Ask me [[one]]", program=command)
        last = [line for line in lines if line["type"] == "result"][-1]
        assert last["stop_reason"] == "tool_deferred"
        record = await program.until(type="decision")
        program.send(type="reply", question_id=record["question_id"], answers=["PostgreSQL"])
        await program.until(type="delivery", state="queued")
        await claude.printed("-p", "", "--resume", last["session_id"], program=command)
        await program.until(type="closed", reason="delivered")
        assert '="PostgreSQL"' in await answer_of(api)
