"""Words of a question as they are compared."""

import pytest

from orchestrator_tray.core.tokens import Token, is_negation, tokenise


def tokens(text: str) -> tuple[Token, ...]:
    return tokenise(text)[0]


def keys(text: str, kind: str = "") -> list[str]:
    return [token.key for token in tokens(text) if kind in {"", token.kind}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("migrate the rows", "migrated a row"),
        ("roll back", "rollback"),
        ("keep a 30s limit", "keep a 30 second limit"),
        ("1,000 rows", "1000 rows"),
        ("10k rows", "10000 rows"),
        ("version 2.0", "version 2"),
        ("v2 layout", "2 layout"),
        ("two workers", "2 workers"),
        ("the 3rd attempt", "third attempt"),
        ("16GB of memory", "16 GB of memory"),
        ("user-facing text", "user facing text"),
        ("a 22-minute build", "a 22 minute build"),
        ("train on the A100s", "train on an A100"),
        ("undo/redo in the editor", "undo redo in the editor"),
        ("the 2,400-line class", "the 2400 line class"),
        ("read/write access", "read write access"),
        ("Bob's branch", "branch of Bob's"),
    ],
)
def test_two_writings_of_one_thing_have_the_same_keys(one: str, other: str):
    assert {*keys(one)} - {"of"} == {*keys(other)} - {"of"}


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("open src/app/main.py first", "path", ["src/app/main.py"]),
        ("read .env and notes.txt now", "path", [".env", "notes.txt"]),
        ("split src/v2/app.py", "path", ["src/v2/app.py"]),
        ("ignore data/out* there", "path", ["data/out*"]),
        ("add `left-pads` there", "name", ["left-pads"]),
        ("memoise getBoxes there", "name", ["getboxes"]),
        ("deploy it to k8s now", "number", []),
        ("call parse_line there", "name", ["parse_line"]),
        ("call parseBlock there", "name", ["parseblock"]),
        ("pass --quiet to it", "name", ["--quiet"]),
        ("should we ask Kafka here", "name", ["kafka"]),
        ("should it be `frobnic`", "name", ["frobnic"]),
        ("should it be 'Remove'", "name", []),
        ("Kafka is at the start", "name", []),
        ("Kafka Topic Layout Review", "name", []),
        ("release 3.2.1a today", "number", ["3.2.1a"]),
        ("deploy to prod and to uat", "environment", ["production", "staging"]),
        ("on the live server", "environment", ["production"]),
        ("go live with the test suite", "environment", []),
    ],
)
def test_names_paths_numbers_and_environments_are_told_apart(text: str, kind: str, found: list[str]):
    assert keys(text, kind) == found


def test_articles_vanish_grammar_weighs_nothing_and_plain_words_weigh_most():
    assert keys("the parser") == keys("parser")
    weights = {token.key: token.weight for token in tokens("should this parser file wait")}
    assert weights["should"] == 0
    assert 0 < weights["file"] < weights["parser"] == 1


def test_a_clause_ends_at_its_punctuation():
    assert [token.ends for token in tokens("first tests, well-known docs; done")] == [
        False, True, False, False, True, False,
    ]  # fmt: skip


def test_marks_alone_are_words_of_their_own():
    assert len(tokens("tests - docs")) == 3


@pytest.mark.parametrize(
    ("text", "is_whole"), [("word " * 100, True), ("word " * 400, False), ("w" * 9000, False)]
)
def test_a_very_long_text_is_cut_and_says_so(text: str, is_whole: bool):
    found, whole = tokenise(text)
    assert whole is is_whole
    assert len(found) < 200


def test_negations_are_known_in_full_and_contracted():
    assert is_negation("not")
    assert is_negation("shouldn't")
    assert not is_negation("note")


def test_to_is_kept_where_it_says_where_to_and_dropped_where_it_begins_a_deed():
    keys = [token.key for token in tokenise("Do you want me to redirect /old to /new?")[0]]
    assert keys.count("to") == 1
    assert "to" not in [token.key for token in tokenise("Should users be able to sort it?")[0]]


def test_deeds_are_told_from_things():
    tokens = {token.key: token.is_deed for token in tokenise("Should we lock the cached rows quickly?")[0]}
    assert {key for key, is_deed in tokens.items() if is_deed} == {"lock", "cach", "quick"}
    assert tokenise("Sort the rows?")[0][0].is_deed
    assert not tokenise("Rows first?")[0][0].is_deed


def test_a_capital_a_within_a_sentence_is_a_name():
    assert "a" in [token.key for token in tokenise("Should we take plan A?")[0]]
    assert "a" not in [token.key for token in tokenise("A plan?")[0]]
