"""`teach` and `decide`: question/answer pairs in, decisions out, one JSON line each."""

import argparse
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from orchestrator_tray.cli.context import Context, log
from orchestrator_tray.cli.options import add_json_anyway, add_thresholds
from orchestrator_tray.core.question import Question
from orchestrator_tray.errors import InputError, ModelError

SHAPE = """\
Each line of stdin is one JSON object in the shape of Claude Code's tool, here on several lines:
  {"questions":[{"question":"Which database?","header":"DB",
                 "options":[{"label":"SQLite"},{"label":"MySQL"}],
                 "multiSelect":false}],
   "project":"/home/me/shop"}
"""
TEACH_DETAILS = f"""{SHAPE}
with the answers beside "questions": "answers":{{"Which database?":"SQLite"}} and, if known, "timestamp" and
"id". Only the question's text and its answer have to be there.

examples:
  orchestrator-tray teach < answers.jsonl
"""
DECIDE_DETAILS = f"""{SHAPE}
Nothing is changed; `answer` is printed where auto-answer would answer if it were on.

examples:
  orchestrator-tray decide < questions.jsonl
  orchestrator-tray decide --suggest-threshold 0.7 < questions.jsonl
"""


def add_decide(parser: argparse.ArgumentParser) -> None:
    add_thresholds(parser)
    add_json_anyway(parser)


def teach(context: Context) -> int:
    """Remember the answered parts of each line; vectors follow at the end, in one go."""
    from orchestrator_tray.core.lines import json_line
    from orchestrator_tray.data_folder import opened_memory

    failed = False
    with opened_memory(context.paths, context.settings) as (_, memory):
        for number, line in enumerate(context.lines(), 1):
            try:
                lesson = _lesson(line, number)
            except InputError as error:
                failed = True
                context.tell(_problem("teach", number, error))
                continue
            for fact in memory.teach(lesson.question, lesson.answers):
                context.tell(json_line(replace(fact, question_id=lesson.id), "", _now()))
        try:
            memory.embed_missing()
        except ModelError as error:
            log.warning("%s; what was taught is remembered and will be embedded later", error)
    return 1 if failed else 0


def decide(context: Context) -> int:
    """Print what would be done with each question."""
    from orchestrator_tray.core.lines import json_line
    from orchestrator_tray.core.weigh import weigh
    from orchestrator_tray.data_folder import reading_memory

    failed = False
    settings = context.settings
    with reading_memory(context.paths, settings) as memory:
        for number, line in enumerate(context.lines(), 1):
            try:
                question = _question(_fields(line), number)
            except InputError as error:
                failed = True
                context.tell(_problem("decide", number, error))
                continue
            recalls, problem = memory.consult(question)
            if problem:
                log.warning("%s", problem)
            decision = weigh(question, recalls, settings, now=question.asked_at)
            context.tell(json_line(decision, None, _now()))
    return 1 if failed else 0


@dataclass(frozen=True, slots=True)
class _Lesson:
    id: str
    question: Question
    answers: Mapping[int, str]
    """By part."""


def _lesson(line: str, number: int) -> _Lesson:
    import uuid

    fields = _fields(line)
    question = _question(fields, number)
    given = fields.get("answers")
    if not isinstance(given, dict):
        raise InputError("no answers: give an object that maps each question to its answer")
    if given and not any(part.text in given for part in question.parts):
        raise InputError("no answer is to one of the questions: repeat the question's text as its key")
    answers = {
        index: answer
        for index, part in enumerate(question.parts)
        if part.text in given and (answer := _answer(given[part.text]))
    }
    named = fields.get("tool_use_id") or fields.get("id")
    key = (
        named if isinstance(named, str) else uuid.uuid4().hex
    )  # without a name, each line is an answer of its own
    return _Lesson(question.id, replace(question, tool_use_id=key), answers)


def _answer(value: object) -> str:
    """Return an answer as Claude Code writes it: the ticks of a multi-select joined; "" for none."""
    if isinstance(value, list) and all(isinstance(tick, str) for tick in value):
        return ", ".join(tick for tick in value if tick.strip())
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError("an answer is neither a text nor a list of texts")
    return value.strip()


def _question(fields: Mapping[str, Any], number: int) -> Question:
    from orchestrator_tray.core.claude_json import parts_of
    from orchestrator_tray.core.project import normal_project

    parts = parts_of(fields)
    if not parts:
        raise InputError("no questions: give a list of objects with a question each")
    project, identity = fields.get("project"), fields.get("id")
    return Question(
        id=identity if isinstance(identity, str) and identity else f"line-{number}",
        slug="",
        parts=parts,
        asked_at=_time(fields.get("timestamp")),
        project=normal_project(project) if isinstance(project, str) else "",
    )


def _fields(line: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from None
    if not isinstance(fields, dict):
        raise InputError(f"not a JSON object but {type(fields).__name__}")
    return fields


def _time(value: object) -> datetime:
    if value is None:
        return _now()
    try:
        time = datetime.fromisoformat(str(value))
        return time.replace(tzinfo=time.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        raise InputError(f"timestamp {str(value)[:40]!r} is not ISO 8601") from None


def _problem(where: str, number: int, error: InputError) -> Mapping[str, Any]:
    from orchestrator_tray.core.actions import Problem
    from orchestrator_tray.core.lines import json_line

    return json_line(Problem(where, f"line {number}: {error}"), "", _now())


def _now() -> datetime:
    return datetime.now(UTC)


COMMANDS = (
    ("teach", "remember question/answer pairs", TEACH_DETAILS, add_json_anyway, teach),
    ("decide", "print what would be done with questions", DECIDE_DETAILS, add_decide, decide),
)
