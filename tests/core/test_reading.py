"""What a question's text says, apart from how it says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_tray.core.reading import read
from orchestrator_tray.core.stems import stem


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("When should the gate close?", "when"),
        ("Where will the logs go?", "where"),
        ("Who is to review it?", "who"),
        ("How many workers should run?", "how-many"),
        ("Should the menu close when it is clicked?", ""),
        ("Should the menu close?", ""),
        ("Whose changes need approval?", "whose"),
        ("Who needs the price rounded?", "who"),
        ("Why round it?", "why"),
    ],
)
def test_it_knows_what_kind_of_answer_is_asked_for(text: str, asks: str):
    assert read(text).asks == asks


def test_it_keeps_environments_and_negations_apart():
    found = read("Should the worker not migrate staging?")
    assert found.environments == {"staging"}
    assert found.negations == 1
    assert found.negated == {stem("migrate")}


def test_a_negation_at_the_very_end_negates_nothing():
    found = read("Migrate it, or would you rather not?")
    assert (found.negations, found.negated) == (1, frozenset())


@pytest.mark.parametrize(
    ("text", "word", "side"),
    [
        ("Migrate from MySQL to SQLite?", "sqlite", "to"),
        ("Migrate from MySQL to SQLite?", "mysql", "from"),
        ("Should the lint run before the build?", "lint", "early"),
        ("Should the lint run before the build?", "build", "late"),
        ("Before the build, lint it?", "build", "late"),
        ("Should tabs win over spaces?", "spaces", "less"),
    ],
)
def test_it_knows_what_comes_first_and_which_way_things_go(text: str, word: str, side: str):
    assert (stem(word), side) in read(text).roles


def test_to_and_from_say_a_direction_only_beside_a_verb_that_has_one():
    assert not read("Talk to the parser about tests?").roles


def test_what_stands_in_front_of_a_clause_is_found_behind_it():
    assert (stem("lint"), "early") in read("Before the build should it lint?").roles


def test_it_knows_what_is_counted_where_it_asks_how_many():
    assert read("How many worker threads should run?").counted == {stem("worker"), stem("threads")}
    assert not read("Which worker threads should run?").counted


def test_a_clause_in_front_is_read_to_its_end():
    roles = read("After the blog has moved, should the addresses stay?").roles
    assert {(stem("blog"), "early"), (stem("moved"), "early"), (stem("addresses"), "late")} <= roles


def test_words_behind_the_end_of_a_clause_play_no_role():
    assert (stem("docs"), "late") not in read("Lint before the build, docs too?").roles
    assert (stem("docs"), "early") not in read("Write docs, lint before the build?").roles


def test_two_words_can_be_written_as_one():
    assert stem("checkbox") in read("check box").said


def test_a_text_that_is_too_long_is_known_to_be_read_in_part():
    assert read("Log it?").is_whole
    assert not read("Log it? " * 200).is_whole


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Which people should see it?", "who"),
        ("What time should it run?", "when"),
        ("Which folder is right?", "where"),
        ("Which colour is right?", ""),
    ],
)
def test_which_and_what_ask_for_what_the_noun_behind_them_says(text: str, asks: str):
    assert read(text).asks == asks


def test_a_question_is_open_unless_a_yes_or_no_answers_it():
    assert read("Which colour should it have?").is_open
    assert not read("Should it be red?").is_open


@pytest.mark.parametrize(
    ("text", "is_of_facts"),
    [
        ("Have you rotated the keys?", True),
        ("How was the model evaluated?", True),
        ("Which two models were compared?", True),
        ("The job failed. Do you know whether it is retried?", True),
        ("How is the coupon tested today?", True),
        ("Where is the limit set?", True),
        ("Which port does it use now?", True),
        ("Are the keys rotated these days?", True),
        ("How is the coupon to be tested?", False),
        ("Where is the best place for the limit?", False),
        ("How do you do it?", False),
        ("When it has not been sent, what should users see?", False),
        ("Which port does it use?", False),
        ("Is it already time for a break?", False),
        ("Should I rotate the keys?", False),
        ("Which broker did you want?", False),
        ("How should the model be evaluated?", False),
        ("The model was evaluated. Which one do you want?", False),
    ],
)
def test_what_was_is_told_from_what_should_be(text: str, is_of_facts: bool):
    assert read(text).is_of_facts is is_of_facts


@pytest.mark.parametrize(
    ("text", "is_negated"),
    [
        ("Which files should not be copied?", True),
        ("Shouldn't I copy them?", True),
        ("If it can no longer be read, should I copy it?", False),
        ("Nothing is copied. Should I copy it?", False),
        ("If it is not there?", True),
    ],
)
def test_a_question_is_negated_by_its_own_clause_alone(text: str, is_negated: bool):
    assert read(text).asks_negated is is_negated


def test_phrases_by_which_one_asks_are_no_part_of_the_core():
    cores = {read(text).core for text in ("Should I merge it?", "Do you want me to merge it?", "Merge it?")}
    assert len(cores) == 1


def test_whom_asks_for_a_person():
    assert read("Whom should I ask?").asks == read("Who should I ask?").asks == "who"


def test_only_the_asking_sentence_asks():
    assert "green" not in read("All tests are green. Go on?").asking_keys


@pytest.mark.parametrize("text", ["", " ", "?", "\n", ", ", "?!", "when", "when? "])
def test_what_says_nothing_reads_as_nothing(text: str):
    found = read(text)
    assert found.is_whole
    assert not found.asks_negated
    assert not found.is_of_facts


@pytest.mark.untraced
@given(st.text(max_size=200))
def test_any_text_can_be_read_from_its_beginning_to_its_end(text: str):
    pairs = read(text).pairs
    assert {"^", "$"} <= {key for pair in pairs for key in pair}
