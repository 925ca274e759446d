"""Normal forms, keys and past answers in the words offered now."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_tray.core.normal import (
    asking_sentence,
    choice_of,
    clean_text,
    frame_key,
    frame_units,
    is_recommended,
    match_answer,
    normal_label,
    normal_text,
)
from orchestrator_tray.core.pattern import DecisionPattern
from orchestrator_tray.core.question import Option, Part
from tests.support.playbook import part


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Which cache?", "  which   CACHE "),
        ("\u201cRedis\u201d or \u2018Valkey\u2019?", "\"redis\" or 'valkey'"),
        ("**Bold** move", "bold move"),
        ("\x1b[31mred\x1b[0m alert", "red alert"),
        ("zero\u200bwidth", "zerowidth"),
        ("one\ttwo", "one two"),
        ("full\uff37idth", "fullwidth"),
        ("first — second", "first second"),
    ],
)
def test_case_space_marks_and_hidden_characters_do_not_matter(one: str, other: str):
    assert normal_text(one) == normal_text(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("use 1.2", "use 12"),
        ("use a/b", "use ab"),
        ("push", "push --force"),
        ("read .env", "read env"),
        ("C++", "C"),
        ("Not now", "Now"),
    ],
)
def test_marks_that_carry_meaning_stay(one: str, other: str):
    assert normal_text(one) != normal_text(other)


def test_a_text_of_mere_marks_stays_itself():
    assert normal_text("???") == "???"
    assert normal_text(" -- ") == "--"


def test_a_very_long_text_is_folded_like_a_short_one():
    assert normal_text("Word " * 400) == ("word " * 400).strip()
    assert normal_label("Word " * 400 + "(Recommended)") == ("word " * 400).strip()


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_normal_form_has_no_hidden_characters_and_no_odd_white_space(text: str):
    assert "".join(normal_text(text).split()).isprintable()
    assert normal_text(text) == " ".join(normal_text(text).split())


def test_a_clean_text_keeps_its_lines_and_loses_its_escapes():
    assert clean_text("one\x1b]0;title\x07\n\ttwo\u00ad") == "one\n two"


@pytest.mark.parametrize(
    "label", ["Redis (Recommended)", "Redis [recommended]", "Recommended: Redis", "Redis - recommended"]
)
def test_a_recommended_mark_is_seen_and_set_aside(label: str):
    assert is_recommended(label)
    assert normal_label(label) == "redis"


def test_a_label_that_only_speaks_of_recommendations_carries_no_mark():
    assert not is_recommended("Recommended settings")
    assert normal_label("(Recommended)") == "recommended"


def test_questions_of_one_family_share_their_frame_key():
    one = frame_key(part("How should the parser be tested?"))
    assert one == frame_key(part("How should the lexer be tested?"))
    assert one != frame_key(part("Which database?"))
    assert one != frame_key(part("How should the parser be tested?", multi=True))


def test_a_frame_keeps_common_words_and_folds_each_run_of_others_into_one():
    assert frame_units("Should the big parser rewrite be done?") == ("should", "_", "be", "done")
    assert frame_units("Should src/a.py change?") == ("should", "_", "change")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("The tests fail. Fix them now?", "fix them now?"),
        ("Fix them now? I can wait.", "fix them now?"),
        ("First line\nFix them?", "fix them?"),
        ("Name the branch", "name the branch"),
        ("Only one?", "only one?"),
    ],
)
def test_the_last_sentence_with_a_question_mark_asks(text: str, asks: str):
    assert asking_sentence(text) == asks


def pattern(answer: str, *labels: str, multi: bool = False) -> DecisionPattern:
    return DecisionPattern(
        "Which one?", answer, options=tuple(map(Option, labels)), multi_select=multi, project="/p"
    )


def test_the_outline_of_an_answer_tells_its_place_and_the_mark():
    choice = choice_of(pattern("b", "A (Recommended)", "B"))
    assert (choice.option_count, choice.position, choice.recommended, choice.project) == (2, 1, 0, "/p")


def test_own_words_and_doubled_labels_have_no_place_and_two_marks_count_as_none():
    assert choice_of(pattern("none of them", "A", "B")).position is None
    assert choice_of(pattern("A", "A", "a")).position is None
    assert choice_of(pattern("A", "A (Recommended)", "B (Recommended)")).recommended is None


@pytest.mark.parametrize(
    ("answer", "labels", "now"),
    [
        ("sqlite", ("SQLite (Recommended)", "MySQL"), "SQLite (Recommended)"),
        ("SQLite (Recommended)", ("MySQL", "SQLite"), "SQLite"),
        ("Yes", ("Go ahead", "No"), "Go ahead"),
        ("Yes, proceed", ("Yes", "No"), "Yes"),
        ("PostgreSQL", ("SQLite", "MySQL"), None),
        ("Yes", ("Yes", "yes"), None),
        ("Yes", ("SQLite", "MySQL"), None),
    ],
)
def test_a_past_answer_comes_back_in_the_words_offered_now_or_not_at_all(
    answer: str, labels: tuple[str, ...], now: str | None
):
    assert match_answer(answer, part("Add a cache?", labels)) == now


@pytest.mark.parametrize(
    ("answer", "now"),
    [
        ("Docs, Tests", "Tests, Docs"),
        ("docs", "Docs"),
        ("Lint, format, and types, Docs", "Docs, Lint, format, and types"),
        ("Docs, Docs", "Docs"),
        ("Docs, Benchmarks", None),
        ("", None),
    ],
)
def test_ticks_come_back_in_option_order_and_only_if_each_is_offered(answer: str, now: str | None):
    labels = ("Tests", "Docs", "Lint, format, and types")
    assert match_answer(answer, part("What to add?", labels, multi=True)) == now


def test_where_nothing_is_offered_own_words_fit_as_they_are():
    assert match_answer("feature/login", Part("Branch name?")) == "feature/login"
    assert match_answer("  ", Part("Branch name?")) is None
