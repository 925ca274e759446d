import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_tray.core.display import counted, percent, plain, stated


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Use JWT?", "Use JWT?"),
        ("two\nlines\tand  blanks ", "two lines and blanks"),
        ("<b>bold</b> & 1 < 2", "<b>bold</b> & 1 < 2"),
        ("\x1b[31mred\x1b[0m text", "red text"),
        ("a\x1b]8;;https://evil.example\x07link\x1b]8;;\x07b", "a link b"),
        ("\x9b2Jgone", "gone"),
        ("tail \x1b", "tail"),
        ("pay\u202egnp.exe\u202c now", "paygnp.exe now"),
        ("zero\u200bwidth\u2060and\ufeffmore", "zerowidthandmore"),
        ("line\u2028separator", "line separator"),
        ("non\u00a0breaking", "non breaking"),
        ("half \ud800 a pair", "half a pair"),
        ("private \ue000 use", "private use"),
        ("filler\u3164\u115f", "filler"),
        ("non\ufffecharacter\ufdd0", "noncharacter"),
        ("null\x00byte\x07", "null byte"),
        ("Überprüfung für 日本語 🚀", "Überprüfung für 日本語 🚀"),
        ("שלום עולם", "שלום עולם"),
        ("", ""),
    ],
)
def test_text_is_made_plain(text, shown):
    assert plain(text, 100) == shown


def test_long_text_is_cut_with_dots():
    assert plain("x" * 10_000, 60) == "x" * 60 + "..."


def test_text_of_exactly_the_limit_is_whole():
    assert plain("x" * 60, 60) == "x" * 60


def test_a_cut_leaves_no_blank_before_the_dots():
    assert plain("word " * 10, 5) == "word..."


@given(st.text(st.characters()), st.integers(0, 80))
def test_nothing_that_acts_or_hides_is_left(text, limit):
    line = plain(text, limit)
    assert len(line) <= limit + 3
    assert not {unicodedata.category(character) for character in line} & {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    line.encode()  # D-Bus takes nothing else


@given(st.text(st.characters()))
def test_plain_text_stays_plain(text):
    line = plain(text, 1000)
    assert plain(line, 1003) == line


@pytest.mark.parametrize("opening", ["\x1b]", "\x9d", "\x1b[", "\x1b"])
def test_an_unfinished_sequence_hides_no_text(opening):
    assert plain(opening + " delete it all?", 100).endswith("delete it all?")


@pytest.mark.parametrize("opening", ["\x1b]8;;", "\x9d", "\x1b[1;"])
def test_a_flood_of_unfinished_sequences_is_read_once(opening):
    assert plain(opening * 200_000 + " end", 1_000_000).endswith("end")


@pytest.mark.parametrize(
    ("probability", "shown"),
    [(0.87, "87%"), (0.994, "99%"), (0.995, "99%"), (0.999999, "99%"), (1.0, "100%"), (0.0, "0%")],
)
def test_only_certainty_is_called_100_percent(probability, shown):
    assert percent(probability) == shown


@pytest.mark.parametrize(
    ("probability", "told"),
    [(0.87654, 0.8765), (0.87657, 0.8765), (0.94, 0.94), (0.94996, 0.9499), (0.999999, 0.9999), (1.0, 1.0)],
)
def test_a_probability_is_stated_to_four_digits_and_never_above_itself(probability, told):
    assert stated(probability) == told


@given(st.floats(0, 1), st.integers(0, 10_000))
def test_what_is_stated_passes_the_same_thresholds(probability, threshold):
    assert (stated(probability) >= threshold / 10_000) is (probability >= threshold / 10_000)


def test_things_are_counted_in_words():
    assert [counted(number, "answer") for number in (0, 1, 1_200)] == [
        "0 answers",
        "1 answer",
        "1,200 answers",
    ]
