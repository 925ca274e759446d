"""What goes out arrives as plain words: no option, no command, no file is read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_tray.core.outgoing import (
    MAX_BYTES,
    is_sendable,
    needs_neutralising,
    neutralise,
    outgoing_text,
)
from orchestrator_tray.core.question import Part


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("SQLite", "SQLite"),
        ("-x do it", "Answer: -x do it"),
        ("--version", "Answer: --version"),
        ("/clear", "Answer: /clear"),
        (" \u200b/clear", "Answer: \u200b/clear"),
        ("  - item", "Answer: - item"),
        ("see @/etc/passwd", "see @ /etc/passwd"),
        ("@src/a.py", "@ src/a.py"),
        ("x@/etc/passwd", "x@ /etc/passwd"),
        ('("@a")', '("@ a")'),
        ("@@a", "@ @ a"),
        ("me@example.com", "me@example.com"),
        ("left-pad@1.3.0", "left-pad@1.3.0"),
        ("a @ b", "a @ b"),
        ("1 - 2 / 3", "1 - 2 / 3"),
        ("two\nlines", "two\nlines"),
        ("nul\0 esc\x1b[1m", "nul esc[1m"),
        ("ends with @", "ends with @"),
    ],
)
def test_a_text_is_neutralised_only_where_it_must_be(text: str, sent: str):
    assert neutralise(text) == sent
    assert needs_neutralising([(Part("q"), text)]) is (text != sent)


@given(st.text())
def test_a_neutralised_text_names_no_option_command_or_file(text: str):
    sent = neutralise(text)
    assert not re.match(r"\s*[-/]", sent)
    assert not re.search(r"(^|\s|[\"'(])@\S", sent)
    assert "\0" not in sent
    assert neutralise(sent) == sent


def test_one_part_is_answered_by_the_answer_itself():
    assert outgoing_text([(Part("Which?"), "SQLite")]) == "SQLite"


def test_several_parts_are_answered_line_by_line_with_their_questions():
    answered = [(Part("Which\n  database?"), "SQLite"), (Part("See @a.py?"), "no")]
    assert outgoing_text(answered) == '"Which database?" = "SQLite"\n"See @ a.py?" = "no"'
    assert needs_neutralising(answered)


@pytest.mark.parametrize(
    ("text", "sendable"),
    [
        ("x", True),
        ("", False),
        (" \n", False),
        ("x" * MAX_BYTES, True),
        ("x" * (MAX_BYTES + 1), False),
        ("é" * 65_536, False),
    ],
)
def test_a_text_is_sendable_if_it_says_something_and_fits_one_argument(text: str, sendable: bool):
    assert is_sendable(text) is sendable
