"""Frames in, events out: the real server's shapes, flat ones, and whatever a broken one may send."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_tray.core import events as e
from orchestrator_tray.core.question import Option, Part
from orchestrator_tray.core.wire import (
    SUBSCRIBE,
    decode,
    send_input,
    text_question_id,
)
from tests.support.playbook import START


def decoded(frame: object) -> tuple[e.Event, ...]:
    return decode(json.dumps(frame), now=START)


def formatted(**event: Any) -> tuple[e.Event, ...]:
    return decoded({"type": "formatted_event", "slug": "S", "event": event})


def call(*questions: object, name: str = "AskUserQuestion", block_id: object = "t1") -> dict[str, Any]:
    return {"type": "tool_use", "id": block_id, "name": name, "input": {"questions": list(questions)}}


def line(*blocks: object, **fields: Any) -> dict[str, Any]:
    return {"type": "assistant", "message": {"content": list(blocks)}, "parent_tool_use_id": None, **fields}


def only_question(events: tuple[e.Event, ...]):
    (event,) = events
    assert isinstance(event, e.QuestionAsked)
    return event.question


DB = {
    "question": "Which database?",
    "header": "DB",
    "multiSelect": True,
    "options": [{"label": "SQLite", "description": "one file"}, {"label": "MySQL"}],
}
DB_PART = Part("Which database?", "DB", (Option("SQLite", "one file"), Option("MySQL")), multi_select=True)


def test_a_question_is_read_from_the_raw_line():
    raw = line({"type": "text", "text": "So:"}, call(DB), session_id="c1")
    question = only_question(formatted(category="question", details="flat", raw=raw))
    assert question.parts == (DB_PART,)
    assert (question.id, question.tool_use_id, question.session_id) == ("S:t1", "t1", "c1")
    assert (question.context, question.asked_at, question.source, question.via) == (
        "So:",
        START,
        "tool",
        "cbos",
    )


def test_two_calls_in_one_line_are_two_questions():
    events = formatted(category="question", raw=line(call(DB), call(DB, block_id="t2")))
    assert [event.question.id for event in events if isinstance(event, e.QuestionAsked)] == ["S:t1", "S:t2"]


def test_a_sub_agents_question_is_marked():
    raw = line(call(DB), parent_tool_use_id="toolu_parent")
    assert only_question(formatted(category="question", raw=raw)).is_subagent


def test_a_call_without_an_id_still_has_an_identity_of_its_own():
    raw = line(call(DB, block_id=None), uuid="u1")
    first = only_question(formatted(category="question", timestamp="t", raw=raw))
    again = only_question(formatted(category="question", timestamp="t", raw=raw))
    later = only_question(formatted(category="question", timestamp="t2", raw=raw))
    assert first.id == again.id != later.id
    assert first.tool_use_id == ""


def test_the_flat_fields_do_where_raw_is_missing():
    options = ["A", "B"]
    question = only_question(
        formatted(category="question", summary="Cut...", details="Which one?", questionOptions=options)
    )
    assert question.parts == (Part("Which one?", options=(Option("A"), Option("B"))),)


def test_the_plans_shape_is_a_question_too():
    question = only_question(
        formatted(
            category="tool_use",
            toolName="AskUserQuestion",
            summary="AskUserQuestion: Which approach? [JWT | Cookies]",
            questionOptions=["JWT", "Cookies"],
        )
    )
    assert question.parts[0].text == "Which approach?"
    assert question.parts[0].labels == ("JWT", "Cookies")


def test_a_flat_tool_input_that_is_whole_is_read():
    tool_input = json.dumps({"questions": [DB]})
    assert only_question(formatted(category="question", toolInput=tool_input)).parts == (DB_PART,)


def test_a_flat_tool_input_that_was_cut_is_passed_over():
    events = formatted(category="question", details="Which?", toolInput='{"questions":[{"ques')
    assert only_question(events).parts == (Part("Which?"),)


def test_a_flat_summary_without_options_is_the_question():
    assert only_question(formatted(toolName="AskUserQuestion", summary="AskUserQuestion: Go on?")).parts == (
        Part("Go on?"),
    )


@pytest.mark.parametrize(
    "event",
    [
        {"category": "question", "raw": line(call())},
        {"category": "tool_use", "toolName": "AskUserQuestion", "raw": line({**call(), "input": {}})},
        {"category": "question", "raw": line(call({"question": " "}, {"header": "H"}, "no object"))},
        {"category": "question", "details": "", "summary": ""},
        {"category": "tool_use", "toolName": "AskUserQuestion", "summary": "AskUserQuestion", "details": ""},
    ],
)
def test_a_call_that_asks_nothing_is_only_a_sign_of_life(event: dict[str, Any]):
    assert formatted(**event) == (e.Heard("S"),)


def test_lone_surrogates_are_replaced_and_whole_emoji_stay():
    event = '{"category":"question","details":"a\\ud83d b\\ud83d\\ude00"}'
    raw = f'{{"type":"formatted_event","slug":"S","event":{event}}}'
    assert only_question(decode(raw, now=START)).parts[0].text == "a\ufffd b\U0001f600"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"category": "init", "sessionId": "c1"}, e.RunStarted("S", "c1")),
        ({"category": "init", "raw": {"session_id": "c2"}}, e.RunStarted("S", "c2")),
        ({"category": "text", "details": "all", "summary": "a", "raw": line()}, e.TextSaid("S", "all")),
        ({"category": "text", "summary": "npm notice"}, e.TextSaid("S", "npm notice", is_spoken=False)),
        ({"category": "text", "details": "x", "raw": line(parent_tool_use_id="p")}, e.Heard("S")),
        ({"category": "tool_use", "toolName": "Bash"}, e.ToolUsed("S")),
        ({"category": "thinking"}, e.Heard("S")),
        ({"category": "brand_new"}, e.Heard("S")),
        ({}, e.Heard("S")),
        (
            {"category": "result", "timestamp": "t", "raw": {"result": "Done?", "is_error": False}},
            e.RunEnded("S", succeeded=True, text="Done?", timestamp="t"),
        ),
        ({"category": "result", "raw": {"is_error": True}}, e.RunEnded("S", succeeded=False)),
        ({"category": "error"}, e.RunEnded("S", succeeded=False)),
        ({"category": "unknown", "raw": {"type": "result"}}, e.RunEnded("S", succeeded=False)),
        ({"category": "result", "raw": "odd"}, e.RunEnded("S", succeeded=True)),
    ],
)
def test_every_category_is_understood(event: dict[str, Any], expected: e.Event):
    assert formatted(**event) == (expected,)


def test_a_tool_result_tells_which_calls_succeeded():
    blocks = [
        {"type": "tool_result", "tool_use_id": "ok"},
        {"type": "tool_result", "tool_use_id": "bad", "is_error": True},
        {"type": "tool_result"},
        {"type": "text"},
        "odd",
    ]
    assert formatted(category="tool_result", raw=line(*blocks)) == (e.ToolReturned("S", ("ok",)),)
    assert formatted(category="tool_result", raw={"message": "odd"}) == (e.ToolReturned("S", ()),)
    assert formatted(category="tool_result") == (e.ToolReturned("S", ()),)


def test_sessions_are_read_as_far_as_they_can_be_used():
    whole = {"slug": "S", "path": "/a/b/", "state": "idle", "messageCount": 3, "claudeSessionId": "c1"}
    listed = decoded(
        {"type": "sessions", "sessions": [whole, {"slug": 7}, {}, {"slug": "T", "messageCount": "x"}]}
    )
    assert listed == (
        e.SessionsListed((e.SessionInfo("S", "idle", "/a/b", "c1", 3), e.SessionInfo("T", "unknown"))),
    )
    assert decoded({"type": "session_created", "session": {"slug": "S"}}) == (
        e.SessionCreated(e.SessionInfo("S", "unknown")),
    )
    assert decoded({"type": "session_update", "session": {"slug": "S"}}) == (
        e.SessionChanged(e.SessionInfo("S", "unknown")),
    )
    assert decoded({"type": "session_update", "session": {"slug": 5}}) == ()
    assert decoded({"type": "session_deleted", "slug": "S"}) == (e.SessionDeleted("S"),)
    assert decoded({"type": "session_deleted"}) == ()


def test_an_error_of_the_server_is_told():
    assert decoded({"type": "error", "message": "no"}) == (e.ServerComplained("no"),)
    assert decoded({"type": "error"}) == (e.ServerComplained("an error without a message"),)


@pytest.mark.parametrize("kind", ["claude_event", "session_waiting", "output", "brand_new"])
def test_what_tells_nothing_new_is_let_pass(kind: str):
    assert decoded({"type": kind, "slug": "S"}) == ()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        (b"\xff\xfe\xfd", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "list"),
        ("null", "NoneType"),
        ("{}", "no type"),
        ('{"type":7}', "no type"),
        ('{"type":"sessions"}', "sessions is not a list"),
        ('{"type":"sessions","sessions":[7]}', "session is not an object"),
        ('{"type":"session_update"}', "session is not an object"),
        ('{"type":"session_deleted","slug":""}', "no slug"),
        ('{"type":"formatted_event","slug":"S"}', "event is not an object"),
        ('{"type":"formatted_event","event":{}}', "no slug"),
    ],
)
def test_a_frame_that_makes_no_sense_says_why(raw: str | bytes, says: str):
    (event,) = decode(raw, now=START)
    assert isinstance(event, e.FrameRejected)
    assert says in event.text


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["type", "slug", "event", "category", "raw", "message", "content", "input", "questions"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(_JSON)
def test_no_frame_raises(frame: object):
    events = decode(json.dumps(frame), now=START)
    assert all(isinstance(event, e.Event) for event in events)


def test_what_is_sent_is_one_json_object():
    assert json.loads(send_input("S", "a\nb")) == {"type": "send_input", "slug": "S", "text": "a\nb"}
    assert json.loads(SUBSCRIBE) == {"type": "subscribe", "sessions": ["*"]}


def test_a_text_question_is_known_by_slug_text_and_time():
    one = text_question_id("S", "Go on?", "t")
    assert one == text_question_id("S", "Go on?", "t")
    assert len({one, text_question_id("S", "Go on?", "t2"), text_question_id("T", "Go on?", "t")}) == 3
