import json
from pathlib import Path

import pytest

from orchestrator_tray.core.dialog import Dialog, Outcome, Passed, Refused
from orchestrator_tray.core.entries import Asked, Origin, Prompted, Returned, Spoken
from orchestrator_tray.core.pattern import Remembered
from orchestrator_tray.core.transcript_wire import read_entries

FIXTURES = Path(__file__).parents[1] / "fixtures" / "transcripts"
SHAPES = json.loads((FIXTURES / "shapes" / "expected.json").read_text(encoding="utf-8"))


def outcomes(path: Path) -> list[Outcome]:
    dialog = Dialog()
    found: list[Outcome] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        for entry in read_entries(json.loads(line or "null")):
            found += dialog.feed(entry)
    return [*found, *dialog.finish()]


def as_expected(outcome: Outcome, expected: dict[str, object]) -> dict[str, object]:
    """What of the outcome the expectation speaks about."""
    match outcome:
        case Refused():
            return {"refused": outcome.reason.replace("_", " "), "words": outcome.words}
        case Passed():
            return {"passed": outcome.reason}
        case Remembered(pattern, key):
            said = {
                "key": key if expected.get("key") else None,
                "answer": pattern.user_answer,
                "selected": pattern.is_selected_option,
                "question": pattern.question_text,
                "header": pattern.question_header,
                "context": pattern.context_before,
                "options": len(pattern.options),
                "multi": pattern.multi_select,
                "dialog_only": True,
            }
            return {name: said[name] for name in expected if name in said}


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_gives_what_is_expected_of_it(name: str):
    found = outcomes(FIXTURES / "shapes" / f"{name}.jsonl")

    assert len(found) == len(SHAPES[name])
    for outcome, expected in zip(found, SHAPES[name], strict=True):
        assert as_expected(outcome, expected) == expected


@pytest.mark.parametrize(
    ("recording", "answers"),
    [
        ("single_330", ["SQLite"]),
        ("single_185", ["SQLite"]),
        ("multi_330", ["Auth, Export"]),
        ("mo_plain_330", ["Auth, own words"]),
        ("multi_other_185", ["Auth, my own, feature"]),
        ("other_330", ['DuckDB, "please" = yes']),
        ("several_330", ["PostgreSQL", "Auth, Search", "Rust"]),
        ("partial_185", ["PostgreSQL"]),
        ("hook_abstain_330", ["PostgreSQL"]),
        ("idefer_330", ["PostgreSQL"]),
        ("pr_race_user_185", ["PostgreSQL"]),
    ],
)
def test_what_a_person_answered_is_found_in_recordings(recording: str, answers: list[str]):
    found = outcomes(FIXTURES / "recorded" / f"{recording}.jsonl")

    assert [outcome.pattern.user_answer for outcome in found if isinstance(outcome, Remembered)] == answers
    assert not any(isinstance(outcome, Refused) for outcome in found)


@pytest.mark.parametrize(
    ("recording", "reason"),
    [
        ("esc_330", "rejected"),
        ("chat_185", "clarified"),
        ("ctrlc_330", "interrupted"),
        ("dangling_then_p_resume_330", "interrupted"),
        ("afk_330", "timed_out"),
        ("hook_answer_330", "by_program"),
        ("hook_answer_185", "by_program"),
        ("hook_deny_330", "by_program"),
        ("pr_answer_330", "by_program"),
        ("pr_slow_185", "by_program"),
        ("p_prompttool_answer_330", "by_program"),
        ("p_defer_then_resume_330", "by_program"),
        ("p_prompttool_allow_noanswer_330", "unanswered"),
        ("p_plain_error_330", "unavailable"),
        ("p_plain_error_185", "unavailable"),
        ("p_plain_error_85", "unavailable"),
        ("p_defer_open_330", "interrupted"),
    ],
)
def test_what_nobody_decided_is_no_decision_in_recordings(recording: str, reason: str):
    found = outcomes(FIXTURES / "recorded" / f"{recording}.jsonl")

    assert [type(outcome) for outcome in found] == [Refused]
    assert found[0].reason == reason


def test_a_pattern_knows_where_and_when_it_was_learned():
    (found,) = outcomes(FIXTURES / "recorded" / "single_330.jsonl")

    assert isinstance(found, Remembered)
    pattern = found.pattern
    assert found.key == "toolu_fake0dfa2ef36d334621:0"
    assert pattern.tool_use_id == "toolu_fake0dfa2ef36d334621"
    assert pattern.session_id == "2deb50dd-8a28-4801-8abd-3b6b1df44ec9"
    assert pattern.project == "/home/dev/work/single_330"
    assert pattern.origin == "transcript"
    assert pattern.timestamp is not None
    assert pattern.timestamp.isoformat() == "2026-11-22T20:15:09.589000+00:00"
    assert pattern.context_before == "I need one decision."
    assert [option.description for option in pattern.options] == [
        "Server database",
        "One file",
        "Other server",
    ]


def test_a_file_full_of_open_calls_fills_no_memory():
    dialog = Dialog()
    found = [outcome for number in range(100) for outcome in dialog.feed(Asked(f"t{number}", (), Origin()))]

    assert [outcome.tool_use_id for outcome in found if isinstance(outcome, Refused)] == [
        f"t{number}" for number in range(36)
    ]
    assert len(dialog.open_ids) == 64


def test_open_calls_are_those_without_a_result():
    dialog = Dialog()
    assert list(dialog.feed(Asked("toolu_1", (), Origin()))) == []

    assert dialog.open_ids == {"toolu_1"}


def test_a_program_s_prompt_leaves_a_refusal_waiting_for_the_person():
    dialog = Dialog()
    call, refusal = read_lines("11_rejected", 0, 1)
    found = [*dialog.feed(call), *dialog.feed(refusal)]
    found += dialog.feed(Prompted("tick", "program", Origin()))
    assert found == []
    assert dialog.left_open_ids

    (refused,) = dialog.feed(Prompted("mine", "human", Origin()))
    assert isinstance(refused, Refused)
    assert refused.words == "mine"
    assert not dialog.left_open_ids


def test_words_after_a_question_that_was_no_refusal_still_answer():
    dialog = Dialog()
    for entry in read_lines("12_timed_out", 0, 1):
        assert isinstance(entry, Asked | Returned)
        assert list(dialog.feed(entry)) == []
    assert list(dialog.feed(Spoken("Shall I take Redis?", "msg_x", Origin()))) == []

    refused, remembered = dialog.feed(Prompted("yes", "human", Origin()))
    assert isinstance(refused, Refused)
    assert isinstance(remembered, Remembered)
    assert remembered.key == "msg_x:0"


def read_lines(name: str, *numbers: int) -> list[object]:
    lines = (FIXTURES / "shapes" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [entry for number in numbers for entry in read_entries(json.loads(lines[number]))]
