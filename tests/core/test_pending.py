import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from orchestrator_tray.core.answers import ToolResult
from orchestrator_tray.core.entries import (
    AnsweredByHook,
    Asked,
    Cut,
    Entry,
    Origin,
    Prompted,
    Returned,
    Spoken,
    ToolRan,
)
from orchestrator_tray.core.pending import HumanAnswer, answer_to, open_at_end, prompt_verdict
from orchestrator_tray.core.question import Option, Part, Question
from orchestrator_tray.core.transcript_wire import read_entries

RECORDED = Path(__file__).parents[1] / "fixtures" / "transcripts" / "recorded"
START = datetime(2026, 3, 1, 10, tzinfo=UTC)
CACHE = Part("Which cache?", "Cache", (Option("Redis"), Option("Memory")))
LANGUAGE = Part("Which language?")


def at(seconds: float, **fields: Any) -> Origin:
    return Origin(START + timedelta(seconds=seconds), **fields)


def call(*parts: Part, **fields: Any) -> Question:
    return Question("s:toolu_1", "s", parts or (CACHE,), START, tool_use_id="toolu_1", **fields)


def closing(text: str) -> Question:
    return Question("s:x", "s", (Part(text),), START, source="text")


def asked(*parts: Part) -> Asked:
    return Asked("toolu_1", parts or (CACHE,), at(0))


def returned(text: str = "", seconds: float = 5, **result: Any) -> Returned:
    return Returned("toolu_1", ToolResult(text, **result), (), at(seconds))


def answered(seconds: float = 5, **answers: str) -> Returned:
    return returned(seconds=seconds, structured={"answers": {"Which cache?": "Redis", **answers}})


def prompted(text: str, seconds: float = 10, **fields: Any) -> Prompted:
    return Prompted(text, "program", at(seconds), **fields)


UNAVAILABLE = returned("Answer questions?", is_error=True)


def answer(question: Question, *entries: Entry, until: float | None = None, sent: str = "") -> HumanAnswer:
    end = START + timedelta(seconds=until) if until is not None else None
    return answer_to(question, entries, until=end, sent_texts=[sent] if sent else [])


# Whether a prompt arrived


@pytest.mark.parametrize(
    ("entries", "verdict"),
    [
        ([], "absent"),
        ([prompted("go", -60)], "absent"),
        ([prompted("Redis")], "found"),
        ([prompted("Redis", -1.5)], "found"),
        ([prompted("Redis", -60)], "absent"),
        ([prompted("Memory")], "other"),
        ([prompted("Memory", -1)], "absent"),
        ([prompted("Memory"), prompted("Redis", 20)], "found"),
        ([Prompted("Redis", "human", at(3))], "found"),
        ([Prompted("Redis", "human", Origin())], "absent"),
        ([Prompted("Redis", "human", at(3, is_side=True))], "absent"),
        ([asked(), UNAVAILABLE, Spoken("Redis", "m", at(6))], "absent"),
    ],
)
def test_a_prompt_is_found_by_its_text_and_its_time(entries: list[Entry], verdict: str):
    assert prompt_verdict(entries, "Redis\n", since=START) == verdict


def test_without_a_text_every_prompt_is_another_one():
    assert prompt_verdict([prompted("Redis")], "", since=START) == "other"


# What a person answered


def test_the_result_of_the_call_answers():
    assert answer(call(), asked(), answered()) == HumanAnswer(
        ("Redis",), at=START + timedelta(seconds=5), key="toolu_1"
    )


def test_all_parts_have_to_be_answered():
    question = call(CACHE, LANGUAGE)
    partly = answer(question, asked(CACHE, LANGUAGE), answered())
    wholly = answer(question, asked(CACHE, LANGUAGE), answered(**{"Which language?": "Rust"}))

    assert (partly.answers, partly.reason) == (None, "only some of its parts were answered")
    assert wholly.answers == ("Redis", "Rust")


@pytest.mark.parametrize(
    "entries",
    [
        [AnsweredByHook("toolu_1"), answered()],
        [returned(structured={"answers": {"Which cache?": "Redis"}}, is_by_program=True)],
    ],
)
def test_a_program_s_answer_is_not_a_person_s(entries: list[Entry]):
    found = answer(call(), asked(), *entries)
    assert (found.answers, found.reason) == (None, "the call was by program")


def test_a_dismissed_call_is_not_answered_by_what_follows():
    rejected = returned("User rejected tool use", is_error=True)
    found = answer(call(), asked(), rejected, Cut(), prompted("go on"))
    assert (found.answers, found.reason) == (None, "the call was rejected")


def test_a_call_that_was_not_offered_is_answered_by_the_next_prompt():
    text = Spoken("I need a decision.", "m", at(6))
    assert answer(call(), asked(), UNAVAILABLE, text, prompted("use memory")).answers == ("Memory",)


def test_a_call_of_several_parts_is_not_answered_by_one_prompt():
    found = answer(call(CACHE, LANGUAGE), asked(CACHE, LANGUAGE), UNAVAILABLE, prompted("Redis"))
    assert (found.answers, found.reason) == (None, "one prompt for several parts")


def test_closing_text_is_answered_by_the_next_prompt():
    entries = [
        prompted("go", -3),
        Spoken("Done with A.\n\nShall I commit?", "m", at(0)),
        Prompted("agent", "program", at(4, is_side=True)),
        prompted("yes, but squash"),
    ]
    assert answer(closing("Shall I commit?"), *entries).answers == ("yes, but squash",)


def test_of_two_equal_questions_the_latest_is_meant():
    text = Spoken("Shall I commit?", "m", at(0))
    found = answer(closing("Shall I commit?"), text, prompted("no", 3), text, prompted("yes", 8))
    assert found.answers == ("yes",)


@pytest.mark.parametrize(
    ("prompt", "reason"),
    [
        (prompted("2"), "the next prompt is a mere position"),
        (prompted("see", is_whole=False), "the next prompt is more than an answer"),
        (prompted("new task " * 100), "the next prompt is more than an answer"),
        (prompted("ours"), "the next prompt is our own"),
        (prompted("late", 99), "it came too late"),
    ],
)
def test_what_may_be_no_answer_is_not_taken_for_one(prompt: Prompted, reason: str):
    spoken = Spoken("Shall I (1) stop or (2) go on?", "m", at(0))
    found = answer(closing("Shall I (1) stop or (2) go on?"), spoken, prompt, until=30, sent="ours")
    assert (found.answers, found.reason) == (None, reason)


@pytest.mark.parametrize(
    ("question", "entries"),
    [
        (call(), [asked(), UNAVAILABLE, ToolRan(), prompted("Redis")]),
        (call(), [asked(), Cut(), prompted("Redis")]),
        (closing("Shall I commit?"), [Spoken("Shall I commit?", "m", at(0)), ToolRan(), prompted("yes")]),
    ],
)
def test_words_after_a_question_that_was_left_behind_are_no_answer(question: Question, entries: list[Entry]):
    assert answer(question, *entries) == HumanAnswer(None, "the session went on without an answer")


REJECTED = returned("User rejected tool use", is_error=True)


def human(text: str, seconds: float = 10, **fields: Any) -> Prompted:
    return Prompted(text, "human", at(seconds), **fields)


@pytest.mark.parametrize(
    "entries",
    [
        [REJECTED, Cut(), human("use Redis")],
        [REJECTED, Cut(), Prompted("use Redis", "unknown", at(10))],
        [returned("The user wants to clarify these questions"), Spoken("What?", "m", at(7)), human("redis")],
    ],
)
def test_an_option_named_after_a_refusal_is_the_answer(entries: list[Entry]):
    assert answer(call(), asked(), *entries) == HumanAnswer(
        ("Redis",), at=START + timedelta(seconds=10), key="toolu_1"
    )


@pytest.mark.parametrize(
    "entry",
    [
        human("Redis?"),
        human("first explain it"),
        human("Redis", is_whole=False),
        prompted("Redis"),
        ToolRan(),
        Asked("toolu_2", (CACHE,), at(6)),
    ],
)
def test_after_a_refusal_nothing_else_is_one(entry: Entry):
    found = answer(call(), asked(), REJECTED, Cut(), entry, human("Redis", 20))
    assert (found.answers, found.reason) == (None, "the call was rejected")


def test_a_refusal_of_several_parts_is_the_end_of_them():
    found = answer(call(CACHE, LANGUAGE), asked(CACHE, LANGUAGE), REJECTED, human("Redis"))
    assert found.reason == "the call was rejected"


def test_an_answer_in_closing_text_has_the_key_of_the_message_that_asked():
    found = answer(closing("Shall I commit?"), Spoken("Shall I commit?", "msg_7", at(0)), human("yes"))
    assert (found.answers, found.key) == (("yes",), "msg_7")


def test_an_answer_in_time_is_taken():
    assert answer(call(), asked(), answered(), until=30).answers == ("Redis",)


def test_an_answer_without_a_time_is_taken():
    entries = [asked(), Returned("toolu_1", answered().result, (), Origin())]
    assert answer(call(), *entries, until=30).answers == ("Redis",)


@pytest.mark.parametrize(
    ("question", "entries"),
    [
        (call(), [Asked("toolu_2", (CACHE,), at(0)), answered()]),
        (call(), [Spoken("Which cache?", "m", at(0)), prompted("Redis")]),
        (closing("Shall I commit?"), [Spoken("Done.", "m", at(0)), prompted("yes")]),
        (closing("Shall I commit?"), [Spoken("Shall I push?", "m", at(0)), prompted("yes")]),
        (closing("Shall I commit?"), [Spoken("Shall I commit?", "m", at(0, is_side=True)), prompted("yes")]),
    ],
)
def test_a_question_that_is_not_there_has_no_answer(question: Question, entries: list[Entry]):
    assert answer(question, *entries) == HumanAnswer(None, "the question is not in the transcript")


def test_an_open_question_has_no_answer_yet():
    assert answer(call(), asked(), ToolRan()) == HumanAnswer(None, "nobody has answered yet")


# What is open


def open_in(recording: str) -> tuple[Question, ...]:
    lines = (RECORDED / f"{recording}.jsonl").read_text(encoding="utf-8").splitlines()
    return open_at_end([entry for line in lines for entry in read_entries(json.loads(line))], "api")


@pytest.mark.parametrize(
    "recording",
    ["ctrlc_330", "p_defer_open_330", "p_plain_error_330", "p_plain_error_185", "p_plain_error_85"],
)
def test_recorded_calls_that_wait_are_open(recording: str):
    (question,) = open_in(recording)

    assert question.parts[0].text == "Which database should I use?"
    assert question.parts[0].labels == ("PostgreSQL", "SQLite", "MySQL")
    assert question.id == f"api:{question.tool_use_id}"
    assert question.context == "I need one decision."
    assert question.project.startswith("/home/dev/work/")
    assert question.session_id
    assert not question.is_subagent


@pytest.mark.parametrize(
    "recording", ["single_330", "esc_330", "chat_185", "afk_330", "hook_answer_330", "cbos_auq_330"]
)
def test_recorded_calls_that_are_done_with_are_not_open(recording: str):
    assert open_in(recording) == ()


def test_closing_text_that_asks_is_open():
    (question,) = open_at_end([Spoken("Shall I commit?", "m", at(0, project="/p", session_id="c"))], "api")

    assert (question.source, question.parts, question.asked_at) == ("text", (Part("Shall I commit?"),), START)
    assert (question.project, question.session_id, question.tool_use_id) == ("/p", "c", "")


@pytest.mark.parametrize(
    "entries",
    [
        [Spoken("Done.", "m", at(0))],
        [Spoken("Shall I commit?", "m", Origin())],
        [Spoken("Shall I commit?", "m", at(0), is_final=False)],
        [Spoken("Shall I commit?", "m", at(0, is_side=True))],
        [Spoken("Shall I commit?", "m", at(0)), ToolRan()],
        [Spoken("Shall I commit?", "m", at(0)), Returned("toolu_9", ToolResult(""), (), at(1))],
        [Spoken("Shall I commit?", "m", at(0)), Cut()],
        [Spoken("Shall I commit?", "m", at(0)), prompted("yes")],
        [asked(), Cut()],
        [asked(), UNAVAILABLE, ToolRan()],
        [asked(), answered()],
        [Asked("toolu_1", (), at(0))],
        [Asked("toolu_1", (CACHE,), Origin())],
    ],
)
def test_nothing_is_open_where_nobody_waits(entries: list[Entry]):
    assert open_at_end(entries, "api") == ()


def test_a_call_outdoes_the_closing_text_after_it():
    (question,) = open_at_end([asked(), UNAVAILABLE, Spoken("Redis or memory?", "m", at(6))], "api")
    assert question.source == "tool"


def test_a_call_that_still_runs_stays_open_beside_other_tools():
    (question,) = open_at_end([asked(), ToolRan(), AnsweredByHook("toolu_9")], "api")
    assert question.tool_use_id == "toolu_1"
