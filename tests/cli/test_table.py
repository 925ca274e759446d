"""Tables fit the terminal and stay aligned, whatever stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_tray.cli.table import Column, cut, shown_width, table, terminal_width, wrapped

COLUMNS = (Column("id", is_whole=True), Column("n", is_number=True), Column("text"))


@pytest.fixture(autouse=True)
def narrow(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")


def test_columns_are_aligned_and_numbers_stand_at_the_right():
    rows = [("p1", "7", "short"), ("p123", "42", "a longer one")]

    assert list(table(COLUMNS, rows)) == [
        "ID     N  TEXT",
        "p1     7  short",
        "p123  42  a longer one",
    ]


def test_the_widest_column_gives_way():
    rows = [("p1", "7", "word " * 30)]

    (_, row) = table(COLUMNS, rows)

    assert len(row) <= 40
    assert row.endswith("...")


def test_an_id_is_never_cut():
    long = "p" * 60

    (_, row) = table(COLUMNS, [(long, "7", "word " * 30)])

    assert row.startswith(f"{long}  7  word...")


def test_wide_characters_take_two_columns():
    lines = list(table((Column("a"), Column("b")), [("数据库", "x"), ("abcdef", "y")]))

    assert lines[1] == "数据库  x"
    assert lines[2] == "abcdef  y"


@given(st.text(max_size=80), st.integers(4, 60))
def test_what_is_cut_fits_and_is_one_printable_line(text, width):
    shown = cut(text, width)

    assert shown_width(shown) <= width
    assert "\n" not in shown and "\x1b" not in shown


def test_nothing_that_acts_on_a_terminal_gets_into_a_table():
    (_, row) = table((Column("text"),), [("\x1b[31mred\x1b[0m\r\nnext\u202e",)])

    assert row == "red next"


def test_the_terminal_is_never_taken_for_too_narrow(monkeypatch):
    monkeypatch.setenv("COLUMNS", "3")

    assert terminal_width() == 40


def test_sentences_are_wrapped_behind_their_blanks():
    lines = list(wrapped("word " * 20, indent=4))

    assert len(lines) > 1
    assert all(line.startswith("    word") and len(line) <= 40 for line in lines)
