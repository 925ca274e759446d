"""Summaries of lines that no recorded conversation holds; the real server showed the same."""

from typing import Any

import pytest

from orchestrator_tray.demo.formatting import cut, dump, format_text, format_value
from orchestrator_tray.demo.scenario import Json, ask_several, message, question, tool_block, use_tool


def shown(line: Any) -> tuple[str, str]:
    event = format_value(line)
    assert event is not None
    return event["category"], event["summary"]


def text_line(text: str) -> Json:
    return message({"type": "text", "text": text})


@pytest.mark.parametrize(
    ("line", "category", "summary"),
    [
        ({"type": "system", "subtype": "status", "status": "compacting"}, "system", "Status: compacting"),
        ({"type": "system", "subtype": "compact_boundary"}, "compact", "── Context compacted ──"),
        ({"type": "system", "subtype": "hook_started"}, "system", "System: hook_started"),
        ({"type": "system"}, "system", "System: info"),
        ({"type": "system", "subtype": "init"}, "init", "Session started: unknown..."),
        ({"type": "user", "message": {"content": "own words"}}, "user_msg", "own words"),
        ({"type": "user"}, "unknown", '[user] {"type":"user"}'),
        ({"type": "assistant"}, "thinking", "◐ Thinking..."),
        ({"type": "assistant", "message": {"content": "bare"}}, "text", "bare"),
        ({"type": "result", "subtype": "end_turn"}, "result", "✓ Complete (0.0s, $0.0000)"),
        ({"type": "result", "is_error": True}, "error", "✗ Error: undefined"),
        ({"type": "error", "message": "boom"}, "error", "✗ boom"),
        ({"type": "error"}, "error", "✗ Unknown error"),
        ({}, "unknown", "[unknown] {}"),
        (42, "unknown", "[unknown] 42"),
        ([1, 2], "unknown", "[unknown] [1,2]"),
    ],
)
def test_every_kind_of_line_has_its_summary(line: Any, category: str, summary: str) -> None:
    assert shown(line) == (category, summary)


def test_a_null_status_is_not_summed_up() -> None:
    assert format_value({"type": "system", "subtype": "status", "status": None}) is None


def test_the_first_tool_gives_the_name_but_a_question_beats_every_other_tool() -> None:
    bash, asking = tool_block("Bash", {"command": "ls"}), tool_block("AskUserQuestion", {"questions": []})

    assert shown(message(bash, tool_block("Read", {})))[1] == "Bash"
    assert shown(message({"type": "text", "text": "lost"}, bash, asking))[0] == "question"


def test_a_tool_without_input_shows_none() -> None:
    event = format_value(message({"type": "tool_use", "name": "X"}))

    assert event is not None
    assert (event["details"], event["toolInput"]) == ("", "")


def test_an_ask_call_without_questions_is_a_plain_tool() -> None:
    assert shown(use_tool("AskUserQuestion", {})) == ("tool_use", "AskUserQuestion")


def test_several_questions_lose_their_borders() -> None:
    event = format_value(ask_several(question("A | b?", "H", ["x"]), question("C?", "H", ["y | z", "w"])))

    assert event is not None
    assert event["details"] == "A | b? | C?"
    assert event["questionOptions"] == ["x", "y | z", "w"]
    assert event["summary"] == "A | b? | C? [x | y | z | w]"
    assert not {"toolName", "toolInput"} & event.keys()


def test_a_cut_counts_utf_16_units_and_may_split_an_emoji() -> None:
    assert cut("z" * 60, 60) == "z" * 60
    assert cut("z" * 61, 60) == "z" * 57 + "..."
    assert cut("z" * 56 + "🎉🎉🎉", 60) == "z" * 56 + "\ud83c..."


def test_half_an_emoji_is_the_only_thing_that_is_escaped() -> None:
    assert dump({"k": "ü🎉\ud83c"}) == '{"k":"ü🎉\\ud83c"}'


def test_summaries_lose_terminal_codes_and_frames() -> None:
    event = format_value(text_line("a\x07b\x1b]0;title\x07c\x1b[31md\x1b[0m\r\n│ framed\n  ┃ two"))

    assert event is not None
    assert event["summary"] == "abcd\nframed\ntwo"
    assert "\x1b[31m" in event["details"]


def test_a_bare_terminal_line_is_a_text_without_raw() -> None:
    event = format_text("\x1b[31mError: no key\x1b[0m")

    assert event is not None
    assert (event["category"], event["details"], event["priority"]) == ("text", "Error: no key", "low")
    assert "raw" not in event


def test_a_terminal_line_without_anything_visible_is_not_summed_up() -> None:
    assert format_text("\x1b[2J  ") is None
