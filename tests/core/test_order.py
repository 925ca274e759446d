"""The same words the other way round are another question; a mere change of order is not."""

import pytest

from orchestrator_tray.core.order import is_permuted, is_turned
from orchestrator_tray.core.reading import read

TURNED = [
    ("Rename rows to lines?", "Rename lines to rows?"),
    ("Should it move from the wiki to the site?", "Should it move from the site to the wiki?"),
    ("Should the parser run before the linter?", "Do you want the linter to run before the parser?"),
    ("Test the build first and then the docs?", "Test the docs first and then the build?"),
    ("Should readability win over speed?", "Do you want speed to win over readability?"),
    ("Should the panel contain the form?", "Do you want the form to contain the panel?"),
    ("Should the shop call the stock service?", "Do you want the stock service to call the shop?"),
    ("Should module A import module B?", "Do you want module B to import module A?"),
    ("Use the index as a mirror of the table?", "Should I use the table as a mirror of the index?"),
    ("Docs? Or tests? Which first?", "Tests? Or docs? Which first?"),
    (
        "The form and the panel differ. Should the form contain the panel?",
        "Form and panel are not equal. Do you want the panel to contain the form?",
    ),
]  # fmt: skip

ONLY_REORDERED = [
    ("Should the form have a title?", "Do you want a title on the form?"),
    ("Should I sort the rows or the columns?", "Should I sort the columns or the rows?"),
    ("Should the worker cache the results?", "Should the results be cached by the worker?"),
    ("Should responses be cached?", "Should we cache the responses?"),
    ("Should contacts be merged automatically?", "Do you want us to automatically merge contacts?"),
    ("On small screens, should the menu be hidden?", "Should the menu be hidden on small screens?"),
    ("Before we merge, should I squash the commits?", "Should I squash the commits before merging?"),
    ("Which tool should draw the chart in the report?", "For the report, which tool should draw the chart?"),
    ("How should the site store the dates?", "How should dates be stored by the site?"),
    ("Should the row and the row header be bold?", "Should the row header and the row be bold?"),
    ("Should I add it?", "Do you want me to add it?"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), TURNED)
def test_what_changed_places_around_the_same_link_is_turned(old: str, new: str):
    assert is_turned(read(old), read(new))
    assert is_turned(read(new), read(old))


@pytest.mark.parametrize(("old", "new"), ONLY_REORDERED)
def test_what_only_stands_elsewhere_in_the_sentence_is_not_turned(old: str, new: str):
    assert not is_turned(read(old), read(new))
    assert not is_turned(read(new), read(old))


def test_a_word_that_means_the_same_stands_for_the_one_that_changed_places():
    assert is_turned(
        read("Should errors come before notes?"), read("Do you want notes to come before failures?")
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Promote the model if it beats the old one?", "Promote the model if the old one beats it?"),
        ("Keep the red one and drop the blue one?", "Keep the blue one and drop the red one?"),
        ("Remove what imports the helper?", "Remove what the helper imports?"),
        ("Show the buyer the seller's number?", "Show the seller the buyer's number?"),
        ("Run the first over the second?", "Run the second over the first?"),
    ],
)
def test_the_same_words_in_another_order_say_something_else(old: str, new: str):
    assert is_permuted(read(old), read(new))
    assert is_permuted(read(new), read(old))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Should I sort rows or columns?", "Should I sort columns or rows?"),
        ("Before we merge, should I squash it?", "Should I squash it before we merge?"),
        ("Should I sort the rows?", "Should I sort the rows?"),
        ("Should I sort the rows?", "Should I sort the columns?"),
    ],
)
def test_a_clause_that_moved_and_a_list_in_another_order_say_the_same(old: str, new: str):
    assert not is_permuted(read(old), read(new))
    assert not is_permuted(read(new), read(old))


def test_the_same_words_one_of_them_twice_on_either_side_are_not_merely_permuted():
    assert not is_permuted(
        read("Copy the log to the log of the job?"), read("Copy the job to the log of the job?")
    )
