import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import pytest

from orchestrator_tray.adapters.upstream import read_upstream
from orchestrator_tray.core.pattern import DecisionPattern, Remembered
from orchestrator_tray.core.question import Option
from orchestrator_tray.errors import StoreError

SCHEMA = """CREATE TABLE patterns (
    id INTEGER PRIMARY KEY AUTOINCREMENT, project TEXT NOT NULL, session_id TEXT NOT NULL,
    tool_use_id TEXT NOT NULL UNIQUE, question_text TEXT NOT NULL, question_header TEXT, question_type TEXT,
    options_json TEXT, context_before TEXT, thinking TEXT, user_answer TEXT NOT NULL,
    is_selected_option INTEGER DEFAULT 0, timestamp TEXT NOT NULL, extracted_at TEXT NOT NULL
)"""
OLD = "User has answered your questions: {}. You can now continue with the user's answers in mind."


def options(*labels: str) -> str:
    return json.dumps([{"label": label, "description": f"about {label}"} for label in labels])


def row(**values: Any) -> dict[str, Any]:
    return {
        "project": "home/ann/shop",
        "session_id": "c1",
        "tool_use_id": "toolu_1",
        "question_text": "[Cache] Which cache?",
        "question_header": "Cache",
        "question_type": "decision",
        "options_json": options("Redis", "Memory"),
        "context_before": "[User]: go",
        "thinking": None,
        "user_answer": OLD.format('"Which cache?"="Memory"'),
        "is_selected_option": 1,
        "timestamp": "2026-03-01T10:00:00+00:00",
        "extracted_at": "2026-03-02T10:00:00",
        **values,
    }


@pytest.fixture
def database(tmp_path: Path) -> Any:
    path = tmp_path / "patterns.db"

    def fill(*rows: dict[str, Any]) -> Path:
        with closing(apsw.Connection(str(path))) as db:
            db.execute(SCHEMA)
            for values in rows:
                names = ", ".join(values)
                db.execute(f"INSERT INTO patterns ({names}) VALUES (:{', :'.join(values)})", values)
        return path

    return fill


def read(path: Path) -> list[Remembered]:
    return list(read_upstream(path))


def outline(found: list[Remembered]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (each.key, each.pattern.question_text, each.pattern.user_answer, each.pattern.part.labels)
        for each in found
    ]


def test_a_row_becomes_a_pattern(database: Any):
    (found,) = read(database(row()))

    assert found == Remembered(
        DecisionPattern(
            question_text="Which cache?",
            user_answer="Memory",
            question_header="Cache",
            options=(Option("Redis", "about Redis"), Option("Memory", "about Memory")),
            project="/home/ann/shop",
            session_id="c1",
            tool_use_id="toolu_1",
            context_before="[User]: go",
            is_selected_option=True,
            timestamp=datetime(2026, 3, 1, 10, tzinfo=UTC),
            origin="upstream",
        ),
        "toolu_1:0",
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Memory", "Memory"),
        (" own words ", "own words"),
        (OLD.format('"Which cache?"="own, "quoted" words"'), 'own, "quoted" words'),
        ("Redis | Memory", "Redis | Memory"),
    ],
)
def test_an_answer_is_read_from_a_sentence_or_as_it_is(database: Any, answer: str, expected: str):
    (found,) = read(database(row(user_answer=answer)))
    assert found.pattern.user_answer == expected


@pytest.mark.parametrize(
    "answer",
    [
        "The user doesn't want to proceed with this tool use. The tool use was rejected",
        "Answer questions?",
        "No response after 60s",
        "<tool_use_error>InputValidationError: AskUserQuestion failed",
        OLD.format('"Another question?"="Memory"'),
        "  ",
    ],
)
def test_what_was_no_decision_is_not_read(database: Any, answer: str):
    assert read(database(row(user_answer=answer))) == []


def test_several_labels_are_ticks(database: Any):
    (found,) = read(database(row(user_answer=OLD.format('"Which cache?"="Memory, Redis"'))))

    assert found.pattern.multi_select
    assert found.pattern.is_selected_option


TWO = {
    "question_text": "[Cache] Which cache? | [Language] Which language | dialect?",
    "options_json": options("Redis", "Memory", "Python", "Rust"),
}


def test_several_questions_are_told_apart_by_headers_sentence_and_options(database: Any):
    sentence = OLD.format('"Which cache?"="Memory", "Which language | dialect?"="Rust"')

    assert outline(read(database(row(**TWO, user_answer=sentence)))) == [
        ("toolu_1:0", "Which cache?", "Memory", ("Redis", "Memory")),
        ("toolu_1:1", "Which language | dialect?", "Rust", ("Python", "Rust")),
    ]


def test_several_answers_may_be_joined_like_the_questions(database: Any):
    assert outline(read(database(row(**TWO, user_answer="Memory | whatever")))) == [
        ("toolu_1:0", "Which cache?", "Memory", ("Redis", "Memory")),
        ("toolu_1:1", "Which language | dialect?", "whatever", ("Python", "Rust")),
    ]


def test_a_question_without_an_answer_is_left_out(database: Any):
    sentence = OLD.format('"Which language | dialect?"="Rust"')
    assert [each.key for each in read(database(row(**TWO, user_answer=sentence)))] == ["toolu_1:1"]


@pytest.mark.parametrize(
    ("labels", "answer", "shares"),
    [
        (("A", "B", "C", "D", "E"), "C | D", [("A", "B", "C"), ("D", "E")]),
        (("A", "B", "C", "D", "E"), "A, B | C", [("A", "B"), ("C", "D", "E")]),
        (("A", "B", "C", "D", "E"), "A | E", None),
        (("A", "B", "C"), "A | C", None),
        (("A", "B", "C", "D"), "A", None),
    ],
)
def test_options_are_divided_where_there_is_one_way_only(
    database: Any, labels: tuple[str, ...], answer: str, shares: list[tuple[str, ...]] | None
):
    texts = {
        "question_text": "[X] First? | [Y] Second?",
        "options_json": options(*labels),
        "user_answer": answer,
    }
    found = outline(read(database(row(**texts))))

    if shares is None:
        assert found == [("toolu_1:all", "First? | Second?", answer, labels)]
    else:
        assert [each[3] for each in found] == shares


@pytest.mark.parametrize(
    ("kept", "labels"),
    [
        ('["Redis", {"label": "Memory"}, {"description": "x"}, 7]', ("Redis", "Memory")),
        ("[]", ()),
        ("null", ()),
        ("no JSON", ()),
        (None, ()),
        ("[" * 100_000, ()),
    ],
)
def test_options_of_odd_shapes_are_read_as_far_as_possible(database: Any, kept: str, labels: tuple[str, ...]):
    (found,) = read(database(row(options_json=kept)))
    assert found.pattern.part.labels == labels


@pytest.mark.parametrize(
    ("text", "header", "expected"),
    [
        ("[Cache] Which cache?", "Cache", ("Which cache?", "Cache")),
        ("Which cache?", "Cache", ("Which cache?", "Cache")),
        ("Which cache?", None, ("Which cache?", "")),
        ("Which\ncache? | any", "", ("Which\ncache? | any", "")),
    ],
)
def test_headers_are_taken_off_the_text(database: Any, text: str, header: str, expected: tuple[str, str]):
    (found,) = read(database(row(question_text=text, question_header=header, user_answer="Memory")))
    assert (found.pattern.question_text, found.pattern.question_header) == expected


@pytest.mark.parametrize(
    ("name", "project"),
    [
        ("home/ann/shop", "/home/ann/shop"),
        ("/home/ann/shop/", "/home/ann/shop"),
        ("C:\\shop", "C:/shop"),
        ("shop", "shop"),
        ("", ""),
    ],
)
def test_a_project_gets_its_slash_back(database: Any, name: str, project: str):
    (found,) = read(database(row(project=name)))
    assert found.pattern.project == project


def test_secrets_are_masked(database: Any):
    (found,) = read(database(row(user_answer="password=hunter2")))
    assert found.pattern.user_answer == "password=[secret]"


def test_older_tables_with_fewer_columns_are_read(tmp_path: Path):
    path = tmp_path / "old.db"
    with closing(apsw.Connection(str(path))) as db:
        db.execute("CREATE TABLE patterns (question_text, user_answer)")
        db.execute("INSERT INTO patterns VALUES ('Which?', 'This'), ('', 'x'), (7, 8)")

    assert outline(read(path)) == [
        ("upstream-Which?:0", "Which?", "This", ()),
        ("upstream-7:0", "7", "8", ()),
    ]


def test_nothing_is_written_beside_the_database(database: Any):
    path = database(row())
    before = path.read_bytes()
    path.chmod(0o400)
    read(path)

    assert [each.name for each in path.parent.iterdir()] == ["patterns.db"]
    assert path.read_bytes() == before


def test_rows_that_wait_in_a_write_ahead_log_are_read(database: Any):
    path = database()
    with closing(apsw.Connection(str(path))) as db:
        db.execute("PRAGMA journal_mode = WAL")
        values = row()
        db.execute(f"INSERT INTO patterns ({', '.join(values)}) VALUES (:{', :'.join(values)})", values)

        assert len(read(path)) == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "there is no such file"),
        (b"not a database" * 100, "cannot be read"),
        (b"", "has no table of patterns"),
    ],
)
def test_what_is_no_such_database_is_told(tmp_path: Path, content: bytes | None, problem: str):
    path = tmp_path / "x.db"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(StoreError, match=problem):
        read(path)
