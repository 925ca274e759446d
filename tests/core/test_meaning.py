"""Whether two questions ask the same: what speaks against it, and what is left over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_tray.core.meaning import compare, verbatim
from orchestrator_tray.core.offers import offer_of
from orchestrator_tray.core.question import Option


def keys_of(*labels: str) -> frozenset[str]:
    return offer_of(tuple(map(Option, labels))).keys


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
        ("Should the bot wait for the reply?", "Should the bot await the reply?"),
        ("Should I drop the fonts that are not used?", "Should I remove the unused fonts?"),
    ],
)
def test_the_same_in_other_words_is_explained(old: str, new: str):
    assert compare(old, new).is_explained
    assert compare(new, old).is_explained


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rewrite the parser tests?", "Rewrite the lexer tests?"),
        ("Should I round off the totals?", "Should I finish the totals?"),
        ("Merge the branches before the release, tests first?", "Merge the branches before the release?"),
    ],
)
def test_a_subject_without_counterpart_is_not_explained(old: str, new: str):
    assert not compare(old, new).is_explained


def test_two_subjects_in_one_place_are_a_family():
    assert compare("Rewrite the parser tests?", "Rewrite the lexer tests?").slot
    assert not compare("Rewrite the tests?", "Rewrite the lexer tests?").slot


@pytest.mark.parametrize(
    ("old", "new", "conflict"),
    [
        ("Should I move it out of the bundle?", "Should I move it into the bundle?", "grammar"),
        ("Are guests able to comment on it?", "Should guests be able to comment on it?", "grammar"),
        ("Are they going to rotate the key?", "Are we going to rotate the key?", "grammar"),
        ("In which markup is the wiki written?", "In which markup is the wiki to be written?", "grammar"),
        ("Stop when it is full and cold?", "Stop when it is full or cold?", "grammar"),
        ("Should I clear the failed runs of the day?", "Should I clear the runs of the day?", "subject"),
        ("How do I load the lists the user has chosen?", "How do I load the lists?", "grammar"),
        ("May guests post on any board here?", "May guests post on their own board here?", "scope"),
        ("Should a table hold the key of a row?", "Should a row hold the key of a table?", "direction"),
        ("Keep the red one and drop the blue one?", "Keep the blue one and drop the red one?", "direction"),
        ("Did you write it in plain text?", "Should I write it in plain text?", "kind of question"),
        ("Do you know why it is kept twice?", "Do you want it to be kept twice?", "kind of question"),
        ("Would you mind if I moved it?", "Would you like it if I moved it?", "negation"),
        ("Could we split the index by day?", "Should we split the index by day?", "grammar"),
    ],
)  # fmt: skip
def test_where_nearly_all_words_stayed_what_changed_was_meant(old: str, new: str, conflict: str):
    for one, other in ((old, new), (new, old)):
        assert compare(one, other).conflict == conflict


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Should I remove the old adapter?", "Do you want me to remove the old adapter?"),
        ("Should guests see the price?", "Do you want guests to see the price?"),
        ("Which theme should the site have?", "What theme should the site have?"),
        ("Should I delete the old adapter?", "Shall I remove the old adapter?"),
        ("Should I squash the commits of the branch?", "Should I squash its commits of the branch?"),
    ],
)
def test_how_one_asks_may_differ_where_all_else_stayed(old: str, new: str):
    assert compare(old, new).is_explained
    assert compare(new, old).is_explained


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Where do the logs of release 4 go?", "For release 5, in which folder shall I put what it logs?"),
        ("Which of the adapters should run?", "Tell me what adapters you want me to skip."),
        ("Which one do we test before the build?", "Of these, what shall be tested after we have built?"),
        ("Which files should not be copied?", "Of all these files, what do you want to have copied?"),
        ("Who should build the docs?", "Where do you want the docs to be built?"),
        ("Which formats did the old tool read?", "What formats do you want the tool to read?"),
        ("Where should the reports go?", "From where do I read the reports of last year?"),
        ("The cache is stale. Go on?", "A user waits for the page that you broke. Go on?"),
        ("When should the index be rebuilt?", "Which step tends to break that index of ours?"),
        ("Should a test cover the export?", "Is that export already covered by a test of yours?"),
        ("How many codes should a user get?", "Of how many characters shall each code of a user be made?"),
        (
            "Should the sheet overwrite the code?",
            "For these values, may what's in the code overwrite it, the sheet?",
        ),
        ("Who may edit the plans?", "Whose changes to a plan have to be approved?"),
    ],
)
def test_what_turns_a_question_round_does_so_in_any_words(old: str, new: str):
    for one, other in ((old, new), (new, old)):
        assert not compare(one, other).is_rephrased


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Nothing calls the exporter any more. What shall I do?",
            "How do you want the dead exporter handled?",
        ),
        ("Should times be in UTC or in local time?", "In what zone do we keep times, local or UTC?"),
        ("All tests are green. Shall I go on?", "The suite passes now. Do you want me to continue?"),
        (
            "What should the app do when its connection drops?",
            "If the phone loses the link, how do you want it to react?",
        ),
        ("What should the bot do with mail it cannot sort?", "How shall unsortable mail be treated by it?"),
        ("When should the output be coloured?", "In which cases do we emit colours?"),
        (
            "The old disk is slow. Where shall it write?",
            "To what place did you want it written, on a new one?",
        ),
    ],
)
def test_what_only_leads_up_to_a_question_turns_nothing_round(old: str, new: str):
    assert compare(old, new).is_rephrased
    assert compare(new, old).is_rephrased


def test_a_contrary_that_the_options_offer_is_no_other_question():
    old, new = "Should the outputs be committed?", "Do the outputs belong in git, or should I ignore them?"
    offered = keys_of("Commit them", "Ignore them")
    assert not compare(old, new).is_rephrased
    assert compare(old, new, offered, offered).is_rephrased


def test_what_the_surroundings_of_the_other_question_say_is_no_news():
    old, new = "Rewrite the tests?", "Rewrite the lexer tests?"
    assert not compare(old, new).is_explained
    assert compare(old, new, old_context=keys_of("The lexer", "Everything")).is_explained


def test_no_surroundings_hide_another_number():
    likeness = compare("Keep 3 copies?", "Keep 5 copies?", keys_of("5"), keys_of("3"))
    assert likeness.conflict == "numbers"


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
