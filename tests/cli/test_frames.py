"""Every frame of the server has a line for a person, whatever is odd about it."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orchestrator_tray.cli.frames import frame_line, parsed
from orchestrator_tray.cli.table import shown_width

SESSION = {"slug": "AUTH", "state": "thinking", "messageCount": 3, "path": "/home/me/auth"}
QUESTION = {"category": "question", "summary": "Which? [A | B]"}
CALL = {"type": "assistant", "message": {"content": [{"type": "tool_use", "name": "Bash"}, {"type": "text"}]}}


def line(frame: object, width: int = 100) -> str:
    return frame_line(parsed(json.dumps(frame)), width=width)


@pytest.mark.parametrize(
    ("frame", "shown"),
    [
        ({"type": "sessions", "sessions": [SESSION]}, "sessions         1: AUTH thinking"),
        ({"type": "sessions", "sessions": []}, "sessions         none"),
        (
            {"type": "session_update", "session": SESSION},
            "session_update   [AUTH] thinking, 3 messages, /home/me/auth",
        ),
        (
            {"type": "session_created", "session": SESSION},
            "session_created  [AUTH] thinking, 3 messages, /home/me/auth",
        ),
        ({"type": "session_deleted", "slug": "AUTH"}, "session_deleted  [AUTH]"),
        ({"type": "session_waiting", "slug": "AUTH", "context": "So?"}, "session_waiting  [AUTH] So?"),
        (
            {
                "type": "formatted_event",
                "slug": "A",
                "event": {"category": "question", "summary": "Which? [A | B]"},
            },
            "formatted_event  [A] question: Which? [A | B]",
        ),
        (
            {"type": "claude_event", "slug": "A", "event": CALL},
            "claude_event     [A] assistant: tool_use Bash, text",
        ),
        (
            {"type": "claude_event", "slug": "A", "event": {"type": "system", "subtype": "init"}},
            "claude_event     [A] system init",
        ),
        ({"type": "error", "message": "Invalid"}, "error            Invalid"),
        ({"type": "new", "slug": "A", "x": 1}, 'new              [A] {"slug": "A", "x": 1}'),
        ([1], "?                not a JSON object but list"),
    ],
)
def test_each_type_has_its_line(frame, shown):
    assert line(frame) == shown


def test_many_sessions_are_counted():
    listed = [{"slug": f"S{n}", "state": "idle"} for n in range(25)]

    assert line({"type": "sessions", "sessions": listed}, 1_000).endswith(", S19 idle, ...")


def test_what_is_no_json_is_told():
    assert frame_line(parsed("{"), width=100).startswith("?                not JSON: ")
    assert frame_line(parsed(b"\xff"), width=100).startswith("?                not JSON: ")


def test_agent_text_cannot_act_on_the_terminal():
    event = {"category": "text", "summary": "\x1b[2Jgone\x07\r\nnext"}

    assert line({"type": "formatted_event", "slug": "\x1bA", "event": event}).endswith("text: gone next")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
)
TYPES = ["sessions", "session_update", "session_deleted", "formatted_event", "claude_event", "error"]
FIELDS = dict.fromkeys(["slug", "session", "sessions", "event"], JSON)


@example("\u2e80", {"slug": "x" * 60})  # a letter as wide as two
@example(None, {"slug": {"\u0591": None}, "session": "x" * 60})  # and one of no width
@given(st.sampled_from(TYPES) | JSON, st.fixed_dictionaries({}, optional=FIELDS))
def test_no_shape_of_a_frame_is_a_crash(kind, fields):
    shown = line({"type": kind, **fields}, 60)

    assert shown_width(shown) <= 60
    assert "\n" not in shown
