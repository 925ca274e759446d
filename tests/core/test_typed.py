import pytest

from orchestrator_tray.core.answers import Answer
from orchestrator_tray.core.question import Option, Part
from orchestrator_tray.core.typed import read_typed

CACHES = Part("Which cache?", options=(Option("Redis"), Option("Memory"), Option("Both of them")))
SEVERAL = Part("Which ones?", options=(Option("Lint"), Option("Types"), Option("Tests")), multi_select=True)
OPEN = Part("Should I go on?")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Memory", "Memory"),
        ("memory.", "Memory"),
        ("use memory please", "Memory"),
        ("Let's go with Redis!", "Redis"),
        ("2. Memory", "Memory"),
        ("b) Memory", "Memory"),
        ("2", "Memory"),
        ("(b)", "Memory"),
        ("option 2", "Memory"),
        ("#2", "Memory"),
        ("the second one", "Memory"),
        ("Number 1, thanks", "Redis"),
        ("last", "Both of them"),
    ],
)
def test_an_option_is_known_by_its_label_and_by_its_place(text: str, label: str):
    assert read_typed(text, CACHES) == Answer(0, label, is_selected_option=True)


@pytest.mark.parametrize("text", ["1 and 3", "1, 3", "a & c", "first and third"])
def test_several_places_are_several_ticks(text: str):
    assert read_typed(text, SEVERAL) == Answer(0, "Lint, Tests", is_selected_option=True)


def test_several_places_where_one_was_asked_for_are_own_words():
    assert read_typed("1, 2", CACHES) == Answer(0, "Redis, Memory", is_selected_option=False)


@pytest.mark.parametrize("text", ["2", "b", "the first one", "option 3", "1 and 2"])
def test_a_place_without_options_is_no_answer(text: str):
    assert read_typed(text, OPEN) is None


@pytest.mark.parametrize("text", ["9", "h", "1, 7"])
def test_a_place_beyond_the_options_is_no_answer(text: str):
    assert read_typed(text, CACHES) is None


@pytest.mark.parametrize("text", ["first make a backup", "a database", "neither", "go on with the rest"])
def test_other_words_are_the_answer_themselves(text: str):
    assert read_typed(text, CACHES) == Answer(0, text, is_selected_option=False)
    assert read_typed(text, OPEN) == Answer(0, text, is_selected_option=False)


def test_ticks_may_be_typed_as_labels():
    assert read_typed("types, lint", SEVERAL) == Answer(0, "Lint, Types", is_selected_option=True)
