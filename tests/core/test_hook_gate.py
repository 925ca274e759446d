import copy

import pytest

from orchestrator_tray.core.hook_gate import is_sound, question_texts

DB = {
    "question": "Which database?",
    "header": "DB",
    "options": [{"label": "SQLite", "description": "one file"}],
}
LANG = {"question": "Which language?", "header": "Lang", "options": [{"label": "Rust"}]}
ANSWERS = {"Which database?": "SQLite", "Which language?": "Rust"}


def payload(event="PreToolUse", questions=(DB, LANG)):
    return {"hook_event_name": event, "tool_input": {"questions": [*questions]}, "tool_use_id": "t1"}


def allowed(questions=(DB, LANG), answers=ANSWERS, **more: object):
    given = {"questions": copy.deepcopy([*questions]), "answers": answers}
    return told(permissionDecision="allow", updatedInput=given, **more)


def told(event="PreToolUse", **fields: object):
    return {"hookSpecificOutput": {"hookEventName": event, **fields}}


def requested(answers=ANSWERS, **inner: object):
    given = {"questions": [DB, LANG], "answers": answers}
    decision = {"behavior": "allow", "updatedInput": given, **inner}
    return told("PermissionRequest", decision=decision)


def test_an_answer_to_every_question_is_sound():
    assert is_sound(payload(), allowed())
    assert is_sound(payload("PermissionRequest"), requested())


def test_deferring_is_sound_before_the_tool_is_used_only():
    assert is_sound(payload(), told(permissionDecision="defer"))
    assert not is_sound(payload("PermissionRequest"), told("PermissionRequest", permissionDecision="defer"))
    assert not is_sound(payload(), told(permissionDecision="defer", permissionDecisionReason="later"))


@pytest.mark.parametrize(
    "decision",
    [
        None,
        [],
        {},
        {"hookSpecificOutput": None},
        {**allowed(), "continue": False},
        told(),
        told(permissionDecision="allow"),
        told(permissionDecision="ask"),
        told(permissionDecision="deny", permissionDecisionReason="no"),
        told(permissionDecision="allow", updatedInput=None),
        told(permissionDecision="allow", updatedInput={"answers": ANSWERS}),
        told(permissionDecision="allow", updatedInput={"questions": [DB, LANG]}),
        told(permissionDecision="allow", updatedInput={"questions": [DB, LANG], "answers": [*ANSWERS]}),
        allowed(more="fields"),
        allowed(questions=(LANG, DB)),
        allowed(questions=(DB,)),
        allowed(answers={}),
        allowed(answers={"Which database?": "SQLite"}),
        allowed(answers={**ANSWERS, "Which colour?": "red"}),
        allowed(answers={**ANSWERS, "Which language?": " "}),
        allowed(answers={**ANSWERS, "Which language?": ["Rust"]}),
        allowed(answers={**ANSWERS, "Which language?": None}),
        told("PermissionRequest", permissionDecision="allow"),
    ],
)
def test_anything_else_is_not_sound(decision):
    assert not is_sound(payload(), decision)


@pytest.mark.parametrize(
    "decision",
    [
        allowed(),
        requested(answers={}),
        requested(behavior="deny"),
        requested(message="go on"),
        told("PermissionRequest", decision={"behavior": "allow"}),
        told("PermissionRequest", decision="allow"),
        {"hookSpecificOutput": {**requested()["hookSpecificOutput"], "more": 1}},
    ],
)
def test_a_permission_request_wants_its_own_shape(decision):
    assert not is_sound(payload("PermissionRequest"), decision)


@pytest.mark.parametrize("event", ["PostToolUse", "Stop", None])
def test_other_events_are_told_nothing(event):
    assert not is_sound(payload(event), told(event))


def test_a_payload_without_questions_is_told_nothing():
    assert not is_sound({"hook_event_name": "PreToolUse"}, allowed())
    assert not is_sound(payload(questions=()), allowed((), {}))


def test_two_questions_with_the_same_text_cannot_be_answered():
    twice = (DB, {**DB, "header": "Other"})

    assert not is_sound(payload(questions=twice), allowed(twice, {"Which database?": "SQLite"}))


@pytest.mark.parametrize(
    ("tool_input", "texts"),
    [
        ({"questions": [DB, LANG]}, ["Which database?", "Which language?"]),
        ({"questions": [DB, DB]}, []),
        ({"questions": [DB, {"question": " "}]}, []),
        ({"questions": [DB, {"question": 1}]}, []),
        ({"questions": [DB, "Which?"]}, []),
        ({"questions": "Which?"}, []),
        ({}, []),
        (None, []),
    ],
)
def test_texts_are_told_of_calls_that_can_be_answered(tool_input, texts):
    assert question_texts(tool_input) == texts
