import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from orchestrator_tray.adapters.transcripts import find_prompt, human_answer, open_questions, transcript_path
from orchestrator_tray.adapters.transcripts.lines import LONGEST
from orchestrator_tray.adapters.transcripts.places import folder_name
from orchestrator_tray.core.question import Part, Question

RECORDED = Path(__file__).parents[1] / "fixtures" / "transcripts" / "recorded"
START = datetime(2026, 3, 1, 10, tzinfo=UTC)
SESSION = "2deb50dd-8a28-4801-8abd-3b6b1df44ec9"


def line(kind: str, content: Any, seconds: float = 0, **fields: Any) -> str:
    stamp = (START + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")
    return json.dumps(
        {"type": kind, "message": {"role": kind, "content": content}, "timestamp": stamp, **fields}
    )


def user(text: str, seconds: float = 0) -> str:
    return line("user", text, seconds, promptSource="sdk", entrypoint="sdk-cli")


def said(text: str, seconds: float = 0) -> str:
    return line("assistant", [{"type": "text", "text": text}], seconds)


def result(size: int, seconds: float = 0) -> str:
    return line("user", [{"type": "tool_result", "tool_use_id": "toolu_b", "content": "x" * size}], seconds)


def write(path: Path, *lines: str) -> Path:
    path.write_text("".join(text + "\n" for text in lines), encoding="utf-8")
    return path


# Where a transcript lies


@pytest.mark.parametrize(
    ("directory", "name"),
    [
        ("/home/ann/my.shop_2", "-home-ann-my-shop-2"),
        ("C:\\Users\\ann", "C--Users-ann"),
        ("C:/Users/ann", "C--Users-ann"),
        ("/home/\u00e4nn/\U0001f600", "-home--nn---"),
    ],
)
def test_a_folder_s_name_has_a_dash_for_all_but_letters_and_digits(directory: str, name: str):
    assert folder_name(directory) == name


def place(claude_dir: Path, folder: str) -> Path:
    path = claude_dir / "projects" / folder / f"{SESSION}.jsonl"
    path.parent.mkdir(parents=True)
    path.touch()
    return path


def test_a_transcript_is_found_by_project_and_session(tmp_path: Path):
    expected = place(tmp_path, "-home-ann-shop")
    place(tmp_path, "-home-ann-copy")

    assert transcript_path(tmp_path, "/home/ann/shop", SESSION) == expected


def test_a_project_behind_a_link_is_found_where_it_really_lies(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    expected = place(tmp_path, folder_name(str((tmp_path / "real").resolve())))
    place(tmp_path, "-elsewhere")

    assert transcript_path(tmp_path, str(tmp_path / "link"), SESSION) == expected


@pytest.mark.parametrize("project", ["", "/home/ann/shop"])
def test_a_session_of_an_unexpected_folder_is_found_by_its_id(tmp_path: Path, project: str):
    expected = place(tmp_path, "-home-ann-shop-abc123")

    assert transcript_path(tmp_path, project, SESSION) == expected


def test_two_unexpected_folders_are_one_too_many(tmp_path: Path):
    place(tmp_path, "-a")
    place(tmp_path, "-b")

    assert transcript_path(tmp_path, "/home/ann/shop", SESSION) is None


@pytest.mark.parametrize("session_id", [SESSION, "", "../../etc/passwd", "*", "a/b"])
def test_what_is_not_there_is_not_found(tmp_path: Path, session_id: str):
    place(tmp_path, "-a").rename(tmp_path / "projects" / "-a" / "other.jsonl")

    assert transcript_path(tmp_path, "/a", session_id) is None


# Whether our text arrived


def test_our_prompt_is_found_among_the_last_lines(tmp_path: Path):
    path = write(
        tmp_path / "t.jsonl", user("go", -100), said("Which?", -90), user("Redis", 1), said("Fine.", 2)
    )

    assert find_prompt(path, "Redis", since=START) == "found"
    assert find_prompt(path, "Memory", since=START) == "other"
    assert find_prompt(path, "Redis", since=START + timedelta(seconds=30)) == "absent"


def test_a_prompt_before_the_last_minute_is_not_looked_for(tmp_path: Path):
    path = write(tmp_path / "t.jsonl", user("Redis", 5), said("x", -300), said("Which?", 3))

    assert find_prompt(path, "Redis", since=START) == "absent"


def test_what_cannot_be_read_is_told(tmp_path: Path):
    assert find_prompt(tmp_path / "none.jsonl", "x", since=START) == "unreadable"


def test_broken_and_unfinished_lines_are_passed_over(tmp_path: Path):
    path = write(tmp_path / "t.jsonl", "{", user("Redis", 1), "\0\0", '{"type":"user"', "[" * 100_000)

    assert find_prompt(path, "Redis", since=START) == "found"


def test_the_end_of_a_long_file_is_enough(tmp_path: Path):
    huge = result(3 << 20)
    overlong = result(LONGEST + 10)
    path = write(tmp_path / "t.jsonl", *[huge] * 12, user("Redis", 1), huge, overlong, said("y" * 200_000, 2))

    assert find_prompt(path, "Redis", since=START) == "found"


def test_the_first_line_of_a_file_is_read_from_behind(tmp_path: Path):
    assert find_prompt(write(tmp_path / "t.jsonl", user("Redis", 1)), "Redis", since=START) == "found"


def test_recorded_prompts_are_found():
    since = datetime(2026, 11, 22, 20, 21, 49, tzinfo=UTC)
    path = RECORDED / "cbos_auq_330.jsonl"

    assert find_prompt(path, "Re: Which database should I use? -> SQLite [[plain]]", since=since) == "found"
    assert find_prompt(path, "SQLite", since=since) == "other"


# What a person answered


def recorded_question(recording: str) -> Question:
    path = RECORDED / f"{recording}.jsonl"
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    index = next(number for number, each in enumerate(lines) if '"name":"AskUserQuestion"' in each)
    call = json.loads(lines[index])
    block = call["message"]["content"][0]
    parts = tuple(Part(each["question"]) for each in block["input"]["questions"])
    asked_at = datetime.fromisoformat(call["timestamp"])
    return Question("s:x", "s", parts, asked_at, tool_use_id=block["id"])


@pytest.mark.parametrize(
    ("recording", "answers", "reason"),
    [
        ("single_330", ("SQLite",), ""),
        ("several_330", ("PostgreSQL", "Auth, Search", "Rust"), ""),
        ("other_330", ('DuckDB, "please" = yes',), ""),
        ("cbos_auq_330", ("Re: Which database should I use? -> SQLite [[plain]]",), ""),
        ("dangling_then_p_resume_330", ("Use SQLite [[plain]]",), ""),
        ("partial_185", None, "only some of its parts were answered"),
        ("hook_answer_185", None, "the call was by program"),
        ("p_prompttool_answer_330", None, "the call was by program"),
        ("esc_330", None, "the call was rejected"),
        ("afk_330", None, "the call was timed out"),
        ("ctrlc_330", None, "nobody has answered yet"),
    ],
)
def test_recorded_answers_are_found(recording: str, answers: tuple[str, ...] | None, reason: str):
    question = recorded_question(recording)
    path = RECORDED / f"{recording}.jsonl"
    found = human_answer(path, question, since=question.asked_at, until=None, sent_texts=())

    assert (found.answers, found.reason) == (answers, reason)


def test_our_own_words_are_not_a_person_s():
    question = recorded_question("cbos_auq_330")
    sent = ["Re: Which database should I use? -> SQLite [[plain]]"]
    path = RECORDED / "cbos_auq_330.jsonl"
    found = human_answer(path, question, since=question.asked_at, until=None, sent_texts=sent)

    assert (found.answers, found.reason) == (None, "the next prompt is our own")


def test_a_missing_transcript_answers_nothing(tmp_path: Path):
    question = Question("s:x", "s", (Part("Which?"),), START, source="text")
    found = human_answer(tmp_path / "none.jsonl", question, since=START, until=None, sent_texts=())

    assert found.answers is None
    assert found.reason == "the transcript cannot be read: No such file or directory"


def test_a_question_in_closing_text_is_answered_by_the_next_prompt(tmp_path: Path):
    path = write(tmp_path / "t.jsonl", user("go", -9), said("Shall I commit?"), user("yes, squashed", 30))
    question = Question("s:x", "s", (Part("Shall I commit?"),), START, source="text")
    found = human_answer(path, question, since=START, until=None, sent_texts=("no",))

    assert (found.answers, found.at) == (("yes, squashed",), START + timedelta(seconds=30))


# What is still open


@pytest.mark.parametrize(
    ("recording", "is_open"),
    [
        ("ctrlc_330", True),
        ("p_defer_open_330", True),
        ("p_plain_error_330", True),
        ("cbos_auq_330", False),
        ("single_330", False),
        ("esc_330", False),
    ],
)
def test_what_is_open_at_the_end_is_found(recording: str, is_open: bool):
    questions = open_questions(RECORDED / f"{recording}.jsonl", "api")

    assert [question.tool_use_id != "" for question in questions] == [True] * is_open


def test_closing_text_of_the_last_turn_is_open(tmp_path: Path):
    path = write(
        tmp_path / "t.jsonl", said("Which one?", -60), user("go", -9), result(10), said("Shall I commit?")
    )
    (question,) = open_questions(path, "api")

    assert (question.source, question.parts) == ("text", (Part("Shall I commit?"),))


def test_nothing_is_open_where_nothing_can_be_read(tmp_path: Path):
    assert open_questions(tmp_path / "none.jsonl", "api") == ()
