"""Choosing by place and mark alone."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_tray.core.choices import Choice, Choices
from orchestrator_tray.core.place import Shares, marked_option, place_reason, place_shares
from orchestrator_tray.core.question import Part
from tests.support.playbook import part


def choice(
    position: int | None,
    *,
    recommended: int | None = None,
    count: int = 2,
    header: str = "",
    multi: bool = False,
) -> Choice:
    return Choice(count, position, recommended, multi, "/p", header, None)


def shares_of(asked: Part, choices: Sequence[Choice]) -> Shares:
    return place_shares(asked, Choices(tuple(choices)))


LABELS = ("A", "B")
MARKED = ("A", "B (Recommended)")


def test_who_always_takes_the_first_is_expected_to_do_so_again():
    before = shares_of(part("x?", LABELS), [])[0]
    assert shares_of(part("x?", LABELS), [choice(0)] * 20)[0] > before
    assert shares_of(part("x?", LABELS), [choice(1)] * 20)[0] < before


def test_who_follows_the_mark_is_expected_to_follow_it_wherever_it_stands():
    shares = shares_of(part("x?", MARKED), [choice(0, recommended=0)] * 20)
    assert shares[1] > shares[0]
    against = shares_of(part("x?", MARKED), [choice(1, recommended=0)] * 40)
    assert against[1] < shares[1]


def test_who_uses_own_words_is_expected_to_do_so_again():
    assert shares_of(part("x?", LABELS), [choice(None)] * 20)[-1] > shares_of(part("x?", LABELS), [])[-1]


def test_own_words_beside_a_mark_say_most_about_questions_with_one():
    past = [choice(None)] * 20 + [choice(0, recommended=0)] * 20
    without, beside = (shares_of(part("x?", labels), past)[-1] for labels in (LABELS, MARKED))
    assert without > 2 * beside
    turned = [choice(0)] * 20 + [choice(None, recommended=0)] * 20
    without, beside = (shares_of(part("x?", labels), turned)[-1] for labels in (LABELS, MARKED))
    assert beside > 2 * without


def test_answers_with_ticks_and_without_options_tell_nothing_about_places():
    assert shares_of(part("x?", LABELS), [choice(None, multi=True), choice(None, count=0)]) == shares_of(
        part("x?", LABELS), ()
    )


def test_the_same_header_and_the_same_number_of_options_count_more():
    same = shares_of(part("x?", LABELS), [choice(0, header="DB")] * 5)[0]
    other = shares_of(part("x?", LABELS), [choice(0, header="UI")] * 5)[0]
    longer = shares_of(part("x?", LABELS), [choice(0, header="UI", count=4)] * 5)[0]
    assert same > other > longer


def test_a_single_option_has_all_that_own_words_leave():
    only, own = shares_of(part("x?", ("A",)), [])
    assert only + own == pytest.approx(1)


@settings(max_examples=50, deadline=None)
@given(
    st.integers(1, 6),
    st.integers(0, 5),
    st.lists(st.builds(choice, st.none() | st.integers(0, 3), recommended=st.none() | st.integers(0, 3))),
)
def test_shares_are_probabilities_that_add_up_to_one(count: int, marked: int, choices: list[Choice]):
    labels = [f"{i} (Recommended)" if i == marked else f"{i}" for i in range(count)]
    shares = shares_of(part("x?", labels), choices)
    assert len(shares) == count + 1
    assert all(share >= 0 for share in shares)
    assert sum(shares) == pytest.approx(1)


def test_only_one_mark_marks():
    assert marked_option(part("x?", MARKED)) == 1
    assert marked_option(part("x?", LABELS)) is None
    assert marked_option(part("x?", ("A (Recommended)", "B (Recommended)"))) is None


@pytest.mark.parametrize(
    ("asked", "choices", "answer", "reason"),
    [
        (part("x?", LABELS), [choice(0), choice(1)], "A", "you took option 1 in 1 of 2 cases"),
        (
            part("x?", MARKED),
            [choice(0, recommended=0), choice(1, recommended=0), choice(0)],
            "B (Recommended)",
            "you took the recommended option in 1 of 2 cases",
        ),
        (part("x?", LABELS), [], "A", ""),
        (part("x?", LABELS), [choice(0)], "own words", ""),
        (part("x?", LABELS, multi=True), [choice(0)], "A", ""),
    ],
)
def test_the_reason_counts_how_often_that_place_was_taken(
    asked: Part, choices: list[Choice], answer: str, reason: str
):
    assert place_reason(asked, Choices(tuple(choices)), answer) == reason
