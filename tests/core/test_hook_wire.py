import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_tray.core.hook_gate import is_sound
from orchestrator_tray.core.hook_wire import (
    EVENTS,
    TOOL_EVENTS,
    Answers,
    Defer,
    HookCall,
    decision,
    parse_call,
    print_mode,
)
from orchestrator_tray.core.question import Option, Part
from orchestrator_tray.core.terminal import Terminal

DB = {
    "question": "Which database?",
    "header": "DB",
    "multiSelect": False,
    "options": [
        {"label": "SQLite", "description": "one file"},
        {"label": "MySQL", "description": "", "preview": "+"},
    ],
}
FEATURES = {"question": "Which features?", "header": "", "multiSelect": True, "options": [{"label": "Auth"}]}
PRINT = {"entrypoint": "sdk-cli", "argv": ["claude", "-p", "go"], "agent": "claude-code_2-1-330_harness"}
TERMINAL = {"entrypoint": "cli", "agent": "claude-code_2-1-185_harness"}


def line(event="PreToolUse", *questions: object, seen=PRINT, **more: object):
    payload = {
        "session_id": "s1",
        "transcript_path": "/home/me/.claude/projects/-shop/s1.jsonl",
        "cwd": "/home/me/shop/",
        "hook_event_name": event,
        **more,
    }
    if event in TOOL_EVENTS:
        payload |= {"tool_name": "AskUserQuestion", "tool_input": {"questions": [*questions] or [DB]}}
        if event != "PermissionRequest":
            payload["tool_use_id"] = "toolu_1"
    return json.dumps({"payload": payload | more, "seen": seen}).encode()


def test_a_call_tells_session_question_and_surroundings():
    call = parse_call(line("PreToolUse", DB, FEATURES))

    assert call == HookCall(
        event="PreToolUse",
        session_id="s1",
        cwd="/home/me/shop",
        transcript_path="/home/me/.claude/projects/-shop/s1.jsonl",
        tool_use_id="toolu_1",
        parts=(
            Part("Which database?", "DB", (Option("SQLite", "one file"), Option("MySQL"))),
            Part("Which features?", "", (Option("Auth"),), multi_select=True),
        ),
        questions=(DB, FEATURES),
        is_print_mode=True,
        version=(2, 1, 330),
    )
    assert call.is_asking and call.is_answerable and call.is_deferrable and not call.is_subagent


def test_a_permission_request_has_no_tool_use_id_and_is_not_deferred():
    call = parse_call(line("PermissionRequest"))

    assert call.tool_use_id == ""
    assert call.is_asking and call.is_answerable and not call.is_deferrable


@pytest.mark.parametrize("event", ["UserPromptSubmit", "Stop", "SessionEnd"])
def test_an_event_of_the_session_has_no_question(event):
    call = parse_call(line(event, seen=None))

    assert call == HookCall(event, "s1", "/home/me/shop", "/home/me/.claude/projects/-shop/s1.jsonl")
    assert not call.is_asking and not call.is_answerable


def test_where_the_terminal_is_counts_only_where_a_person_may_sit_before_it():
    where = {"pids": [9, 8], "WINDOWID": "77"}

    assert parse_call(line(seen=TERMINAL | {"terminal": where})).terminal == Terminal((9, 8), 77)
    assert parse_call(line(seen={"terminal": where})).terminal == Terminal((9, 8), 77)
    assert parse_call(line(seen=PRINT | {"terminal": where})).terminal is None


def test_a_sub_agents_call_is_known():
    assert parse_call(line(agent_id="a1")).is_subagent


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b"null",
        b"{}",
        b'{"payload": []}',
        line("Notification"),
        line(session_id=""),
        line(session_id=1),
        line(tool_name="Bash"),
        line(tool_input=None),
        line(tool_input={"questions": []}),
        line(tool_input={"questions": [{"question": ""}]}),
        line(tool_input={"questions": [DB, "Which?"]}),
        line("PostToolUse", tool_input={}),
    ],
)
def test_what_makes_no_sense_is_no_call(bad):
    assert parse_call(bad) is None


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
    st.sampled_from([*EVENTS, "Other"]),
    st.sampled_from(["payload", "seen", "tool_input", "tool_response", "questions", "agent", "argv"]),
)
def test_no_message_is_too_odd(value, event, where):
    message = json.loads(line(event, seen=dict(PRINT)))
    if where == "questions":
        message["payload"]["tool_input"] = {"questions": value}
    elif where.startswith("tool"):
        message["payload"][where] = value
    elif where in {"payload", "seen"}:
        message[where] = value
    else:
        message["seen"][where] = value

    call = parse_call(json.dumps(message).encode())

    assert call is None or len(call.parts) == len(call.questions)


def test_only_what_hides_no_question_may_wait():
    assert parse_call(line()).may_wait
    assert parse_call(line("PermissionRequest", seen=None)).may_wait
    assert not parse_call(line(seen=TERMINAL)).may_wait
    assert not parse_call(line(seen=None)).may_wait
    assert not parse_call(line("Stop")).may_wait


def test_an_answer_stands_beside_the_unchanged_questions():
    call = parse_call(line("PreToolUse", DB, FEATURES))

    assert decision(call, Answers(("SQLite", "Auth, Search"))) == {
        "hookSpecificOutput": {
            "hookEventName": "PreToolUse",
            "permissionDecision": "allow",
            "updatedInput": {
                "questions": [DB, FEATURES],
                "answers": {"Which database?": "SQLite", "Which features?": "Auth, Search"},
            },
        }
    }


def test_an_answer_to_a_permission_request_is_a_decision():
    assert decision(parse_call(line("PermissionRequest")), Answers(("MySQL",))) == {
        "hookSpecificOutput": {
            "hookEventName": "PermissionRequest",
            "decision": {
                "behavior": "allow",
                "updatedInput": {"questions": [DB], "answers": {"Which database?": "MySQL"}},
            },
        }
    }


def test_a_call_is_deferred_in_print_mode_where_claude_code_knows_that():
    assert decision(parse_call(line()), Defer()) == {
        "hookSpecificOutput": {"hookEventName": "PreToolUse", "permissionDecision": "defer"}
    }
    old, unknown = ({**PRINT, "agent": agent} for agent in ("claude-code_2-1-88_harness", None))
    for seen in (TERMINAL, old, unknown):
        assert decision(parse_call(line(seen=seen)), Defer()) is None


@pytest.mark.parametrize(
    "texts", [(), ("SQLite",), ("SQLite", ""), ("SQLite", " "), ("SQLite", "Auth", "more")]
)
def test_a_partial_answer_is_none_at_all(texts):
    assert decision(parse_call(line("PreToolUse", DB, FEATURES)), Answers(texts)) is None


def test_two_questions_with_the_same_text_are_left_to_the_person():
    call = parse_call(line("PreToolUse", DB, DB))

    assert not call.is_answerable
    assert decision(call, Answers(("SQLite", "SQLite"))) is None


def test_no_reply_is_no_decision():
    assert decision(parse_call(line()), None) is None
    assert decision(parse_call(line("Stop")), Answers(())) is None


@settings(deadline=None)
@given(st.text().filter(str.strip), st.text().filter(str.strip))
def test_whatever_is_told_is_sound(text, answer):
    call = parse_call(line("PreToolUse", {**DB, "question": text}))
    told = decision(call, Answers((answer,)))
    payload = {"hook_event_name": "PreToolUse", "tool_input": {"questions": [{**DB, "question": text}]}}

    assert is_sound(payload, json.loads(json.dumps(told)))


def answered(answers, seen=TERMINAL, **response: object):
    return parse_call(
        line("PostToolUse", DB, FEATURES, seen=seen, tool_response={"answers": answers, **response})
    )


def test_answers_come_in_the_order_of_the_parts():
    call = answered({"Which features?": "Auth, Search", "Which database?": " SQLite\n"}, annotations={})

    assert call.answers == ("SQLite", "Auth, Search")
    assert not call.is_asking


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("MySQL", "MySQL"),
        (["a", 1, "b"], "a, b"),
        (None, ""),
        (7, ""),
        ("(notes only)", "my own"),
        ("\ud83d!", "\ufffd!"),
    ],
)
def test_an_answer_is_read_however_it_is_written(given, answer):
    call = answered({"Which database?": given}, annotations={"Which database?": {"notes": " my own "}})

    assert call.answers == (answer, "")


def test_a_person_answered_where_the_dialog_of_a_terminal_did():
    assert answered({"Which database?": "MySQL"}, annotations={}).is_by_person
    assert not answered({"Which database?": "MySQL"}).is_by_person
    assert not answered({"Which database?": "MySQL"}, annotations={}, seen=PRINT).is_by_person
    assert not answered({"Which database?": "MySQL"}, annotations={}, seen=None).is_by_person


def test_a_failed_call_has_no_answers():
    call = parse_call(line("PostToolUseFailure", tool_response={"answers": {"Which database?": "x"}}))

    assert call.answers == ()
    assert call.tool_use_id == "toolu_1"


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ({"entrypoint": "cli"}, False),
        ({"entrypoint": "cli", "argv": ["claude", "-p"]}, False),
        ({"entrypoint": "sdk-cli", "argv": ["claude", "-p", "go"]}, True),
        ({"entrypoint": "sdk-cli", "argv": ["node", "cli.js", "--print", "go"], "attended": "0"}, True),
        ({"entrypoint": "sdk-cli", "argv": ["claude", "-p", "go"], "attended": "1"}, None),
        ({"entrypoint": "sdk-cli", "argv": ["claude", "go"]}, None),
        ({"entrypoint": "sdk-cli", "argv": ["claude", "--", "-p"]}, None),
        ({"entrypoint": "sdk-cli", "argv": ["-p"]}, None),
        ({"entrypoint": "sdk-cli", "argv": []}, None),
        ({"entrypoint": "sdk-cli", "argv": None}, None),
        ({"entrypoint": "sdk-cli", "argv": ["claude", "-p", "--input-format", "stream-json"]}, None),
        ({"entrypoint": "sdk-cli", "argv": ["claude", "-p", "--input-format=stream-json"]}, None),
        ({"entrypoint": "sdk-cli", "argv": ["claude", "-p", "--sdk-url", "ws://x"]}, None),
        ({"entrypoint": "sdk-ts", "argv": ["claude", "-p", "go"]}, None),
        ({"entrypoint": "claude-vscode"}, None),
        ({}, None),
    ],
)
def test_print_mode_is_believed_only_where_it_is_certain(seen, expected):
    assert print_mode(seen) is expected


@pytest.mark.parametrize(
    ("agent", "version"),
    [
        ("claude-code_2-1-330_harness", (2, 1, 330)),
        ("claude-code/2.1.85/agent", (2, 1, 85)),
        ("claude-code_2-1", None),
        ("claude-code_2-1-3.5_x", None),
        ("other", None),
        (330, None),
    ],
)
def test_the_version_is_read_from_claude_codes_own_name(agent, version):
    assert parse_call(line(seen={"agent": agent})).version == version
