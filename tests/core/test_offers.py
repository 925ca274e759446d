"""What is offered beside a question."""

import pytest

from orchestrator_tray.core.offers import Offer, alike, offer_of
from orchestrator_tray.core.question import Option

DATABASES = ("SQLite", "MySQL")


def offer(*labels: str) -> Offer:
    return offer_of(tuple(map(Option, labels)))


def test_equal_labels_count_once():
    assert offer("Redis (Recommended)", "redis", "None").distinct == {"redis", "none"}


def test_descriptions_say_nothing_of_what_is_offered():
    assert offer_of((Option("Redis", "fast"), Option("None"))) == offer("Redis", "None")


@pytest.mark.parametrize(
    ("labels", "is_telling", "subjects"),
    [
        (DATABASES, True, 2),
        (("Yes", "No"), False, 0),
        (("Yes", "No, stay awake"), True, 1),
        (("Recorded cassettes", "In-process fake server"), True, 4),
    ],
)
def test_options_tell_the_matter_or_fit_any_question(
    labels: tuple[str, ...], is_telling: bool, subjects: int
):
    found = offer(*labels)
    assert (found.is_telling, found.subjects) == (is_telling, subjects)


@pytest.mark.parametrize(
    ("labels", "is_echo"),
    [
        (("Yes, stop it", "No"), True),
        (("Yes, stop the old worker", "No"), False),
        (("Stop it", "Leave it"), False),
        (DATABASES, False),
    ],
)
def test_a_yes_that_repeats_one_word_of_the_question_is_but_its_echo(labels: tuple[str, ...], is_echo: bool):
    assert offer(*labels).is_echo is is_echo


@pytest.mark.parametrize(
    ("before", "now", "least", "most"),
    [
        (DATABASES, ("mysql", "SQLite (Recommended)"), 1, 1),
        (("Yes", "No"), ("Go ahead", "No, thanks"), 1, 1),
        ((), (), 1, 1),
        ((), DATABASES, 0.1, 0.9),
        (DATABASES, ("SQLite", "Files"), 0.1, 0.9),
        (DATABASES, ("Files", "Nothing"), 0, 0),
    ],
)
def test_options_are_alike_as_far_as_they_are_the_same(
    before: tuple[str, ...], now: tuple[str, ...], least: float, most: float
):
    assert least <= alike(offer(*before), offer(*now), "go on") <= most
