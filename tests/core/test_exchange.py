"""A remembered answer leaves as JSON and comes back the same."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_tray.core.exchange import exported, imported, pattern_fields
from orchestrator_tray.core.pattern import DecisionPattern
from orchestrator_tray.core.question import Option
from orchestrator_tray.errors import InputError
from tests.support.commands import pattern

PATTERN = DecisionPattern(
    question_text="Which colours?",
    user_answer="Red, Blue",
    question_header="Colours",
    options=(Option("Red", "like roses"), Option("Blue")),
    multi_select=True,
    project="/home/me/shop",
    session_id="s-1",
    tool_use_id="toolu_1",
    context_before="I made three drafts.",
    is_selected_option=True,
    timestamp=pattern("", "").timestamp,
    origin="chosen",
    confirmations=3,
    corrections=1,
)


def line(**changes: object) -> dict[str, object]:
    return {**exported("toolu_1:0", PATTERN), **changes}


def test_an_export_is_read_back_whole():
    remembered = imported(json.loads(json.dumps(line())))

    assert remembered.pattern == PATTERN
    assert remembered.key == "toolu_1:0"
    assert remembered.vector is None


def test_an_answer_without_a_time_stays_without_one():
    fields = exported("k", DecisionPattern("Why?", "Because"))

    assert fields["timestamp"] is None
    assert imported(fields).pattern.timestamp is None


def test_a_time_without_zone_is_utc():
    assert imported(line(timestamp="2026-03-01T12:00:00")).pattern.timestamp == PATTERN.timestamp


def test_programs_are_shown_labels():
    assert pattern_fields(PATTERN)["options"] == ["Red", "Blue"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"question": ""}, "no question"),
        ({"question": " "}, "question is not a text"),
        ({"answer": 7}, "answer is not a text"),
        ({"key": None}, "no key"),
        ({"header": ["x"]}, "header is not a text"),
        ({"options": "Red"}, "options is not a list of objects"),
        ({"options": ["Red"]}, "options is not a list of objects"),
        ({"options": [{"description": "x"}]}, "no label"),
        ({"origin": "machine"}, "origin 'machine' is not known"),
        ({"origin": None}, "origin 'None' is not known"),
        ({"confirmations": -1}, "confirmations is not a count"),
        ({"corrections": "many"}, "corrections is not a count"),
        ({"timestamp": "yesterday"}, "timestamp 'yesterday' is not ISO 8601"),
    ],
)
def test_any_other_shape_is_refused_by_name(changes, problem):
    with pytest.raises(InputError, match=f"^{problem}$"):
        imported(line(**changes))


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=5))
def test_no_value_of_any_field_is_a_crash(value):
    for name in line():
        with suppress(InputError):
            imported(line(**{name: value}))
