"""Whether two questions ask the same: what speaks against it, and what is left over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_tray.core.meaning import compare, context_keys, verbatim


@pytest.mark.parametrize(
    ("old", "new", "conflict"),
    [
        ("Should the timeout be 30 seconds?", "Should the timeout be 60 seconds?", "numbers"),
        ("Upgrade to Python 3.11?", "Upgrade to Python 3.12?", "numbers"),
        ("Should src/app.py be split?", "Should src/api.py be split?", "paths"),
        ("Deploy to staging?", "Deploy to production?", "environments"),
        ("Should I run the migration?", "Should I not run the migration?", "negation"),
        ("Retries not logged, failures kept?", "Retries logged, failures not kept?", "negation"),
        ("Enable the cache?", "Disable the cache?", "opposites"),
        ("Should the lamp be on?", "Should the lamp be off?", "opposites"),
        ("Run the linter?", "Skip the linter?", "opposites"),
        ("Migrate from MySQL to SQLite?", "Migrate from SQLite to MySQL?", "direction"),
        ("Should the tests run before the build?", "Should the build run before the tests?", "direction"),
        ("Should tabs win over spaces?", "Should spaces win over tabs?", "direction"),
        ("Ask the server first, then the cache?", "Ask the cache first, then the server?", "direction"),
        ("Should the parser call the lexer?", "Should the lexer call the parser?", "direction"),
        ("Tests? Or docs? Which first?", "Docs? Or tests? Which first?", "direction"),
        ("Should the session use Kafka here?", "Should the session use Rabbit here?", "names"),
        ("Should we use React for the page?", "Should we use Vue for the page?", "names"),
        ("Keep only the newest report?", "Keep the newest report?", "scope"),
        ("Rename all the helpers?", "Rename the current helper?", "scope"),
        ("Rename all helpers?", "Rename helpers of parser?", "scope"),
        ("When should the report be sent?", "Should the report be sent?", "kind of question"),
        ("Where should the report be sent?", "Who should get the report sent?", "kind of question"),
        ("Log to the file?", "Log to the file " + "again " * 300 + "?", "length"),
    ],
)
def test_what_decides_the_meaning_and_differs_is_named_both_ways(old: str, new: str, conflict: str):
    for one, other in ((old, new), (new, old)):
        likeness = compare(one, other)
        assert likeness.conflict == conflict
        assert not likeness.is_explained


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Which cache should be used?", "Which cache do you want to use?"),
        ("Remove the old adapter?", "Should I delete the old adapter?"),
        ("Where should logs go?", "Where do you want the logs to go?"),
        ("Tea or coffee?", "Coffee or tea?"),
        ("When should the cleanup run?", "At what time should the cleanup run?"),
        ("Deploy to prod?", "Should I deploy to production?"),
        ("Should the lint run before the build?", "Should lint run prior to the build?"),
    ],
)
def test_the_same_in_other_words_is_explained(old: str, new: str):
    assert compare(old, new).is_explained
    assert compare(new, old).is_explained


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rewrite the parser tests?", "Rewrite the lexer tests?"),
        ("Merge the branches before the release, tests first?", "Merge the branches before the release?"),
    ],
)
def test_a_subject_without_counterpart_is_not_explained(old: str, new: str):
    assert not compare(old, new).is_explained


def test_two_subjects_in_one_place_are_a_family():
    assert compare("Rewrite the parser tests?", "Rewrite the lexer tests?").slot
    assert not compare("Rewrite the tests?", "Rewrite the lexer tests?").slot


def test_what_the_surroundings_of_the_other_question_say_is_no_news():
    old, new = "Rewrite the tests?", "Rewrite the lexer tests?"
    assert not compare(old, new).is_explained
    assert compare(old, new, old_context=context_keys(["The lexer", "Everything"])).is_explained


def test_no_surroundings_hide_another_number():
    likeness = compare("Keep 3 copies?", "Keep 5 copies?", context_keys(["5"]), context_keys(["3"]))
    assert likeness.conflict == "numbers"


def test_nothing_around_a_question_has_no_keys():
    assert context_keys([]) == frozenset()


def test_verbatim_is_one_for_the_same_words_and_less_for_fewer():
    assert verbatim("Split the parser?", "split the parser") == 1
    assert verbatim("Split the parser?", "Name a colour") == 0
    assert 0 < verbatim("Split the parser?", "Split the lexer?") < 1


WORDS = (
    *("should", "the", "parser", "lexer", "not", "enable", "disable", "before", "after", "from", "to"),
    *("all", "only", "3", "5", "prod", "when", "migrate"),
)
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_every_question_asks_the_same_as_itself(text: str):
    assert compare(text, text).is_explained


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES)
def test_leftovers_change_sides_when_the_questions_do(one: str, other: str):
    there, back = compare(one, other), compare(other, one)
    assert (there.old_only, there.new_only, there.filling) == (back.new_only, back.old_only, back.filling)
