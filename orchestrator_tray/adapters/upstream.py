"""The pattern database of the upstream `cbos-patterns`, read without changing it.

Its `patterns` table keeps one row for each call: the texts of several questions joined by " | ", each behind
its "[Header] ", and the options of all of them in one list. The answer is mostly the whole sentence
that the model was told, refusals included, else words joined by " | ". Whether several could be ticked is
lost.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import compress
from pathlib import Path

import apsw

from orchestrator_tray.core.answers import ToolResult, is_choice, read_result
from orchestrator_tray.core.claude_json import parts_of
from orchestrator_tray.core.pattern import DecisionPattern, Remembered
from orchestrator_tray.core.project import normal_project
from orchestrator_tray.core.question import Option, Part
from orchestrator_tray.core.secrets import masked
from orchestrator_tray.core.sentence import PREFIXES, read_sentence
from orchestrator_tray.core.transcript_wire import time_of
from orchestrator_tray.errors import StoreError

_COLUMNS = (
    "id", "project", "session_id", "tool_use_id", "question_text", "question_header", "options_json",
    "user_answer", "context_before", "timestamp",
)  # fmt: skip
_NEEDED = {"question_text", "user_answer"}
_JOINT = " | "
_NEXT_HEADER = re.compile(r" \| (?=\[[^\[\]\n]{1,60}\] )")
_HEADED = re.compile(r"(?:\[(?P<header>[^\[\]\n]{1,60})\] )?(?P<text>.*)", re.DOTALL)
_FEWEST, _MOST = 2, 4
"""Options of one question, as the tool's schema has it."""
_CONTEXT = 2_000


def read_upstream(path: Path) -> Iterator[Remembered]:
    """Give the answers in the order of the rows, secrets masked; StoreError if the file holds no such table.

    A row of several questions is split where headers, options and answers leave one way to do it, else it
    stays one pattern.
    """
    with _translated(path), closing(_opened(path)) as db:
        columns = [name for (name,) in db.execute("SELECT name FROM pragma_table_info('patterns')")]
        if not set(columns) >= _NEEDED:
            raise StoreError(str(path), "has no table of patterns", "name the database of cbos-patterns")
        known = [name for name in _COLUMNS if name in columns]
        for values in db.execute(f"SELECT {', '.join(known)} FROM patterns ORDER BY rowid"):  # noqa: S608 - ours
            row = {
                name: "" if value is None else str(value) for name, value in zip(known, values, strict=True)
            }
            yield from _remembered(row)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except apsw.Error as error:
        raise StoreError(
            str(path), f"cannot be read: {error}", "check that it is a whole database"
        ) from error


def _opened(path: Path) -> apsw.Connection:
    if not path.is_file():
        raise StoreError(str(path), "there is no such file", "name the database of cbos-patterns")
    # Immutable: nothing is written, not even the files of a write-ahead log; what waits in that is not seen.
    uri = f"{path.resolve().as_uri()}?immutable=1" if not _has_log(path) else path.resolve().as_uri()
    return apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def _remembered(row: Mapping[str, str]) -> Iterator[Remembered]:
    if not row["question_text"].strip() or not row["user_answer"].strip():
        return
    key = row.get("tool_use_id") or f"upstream-{row.get('id', row['question_text'])}"
    split = _split(row)
    for index, part, answer in split:
        yield Remembered(masked(_pattern(row, part, answer)), f"{key}:{index}")


def _split(row: Mapping[str, str]) -> list[tuple[int | str, Part, str]]:
    """Give the answered parts with their index; the whole row as one where it cannot be split."""
    parts = [_part(text) for text in _NEXT_HEADER.split(row["question_text"])]
    parts[0] = replace(parts[0], header=parts[0].header or row.get("question_header", ""))
    answers = _answers(row["user_answer"].strip(), parts)
    if not any(answers):
        return []
    options = _options(row.get("options_json", ""))
    shares = [options] if len(parts) == 1 else _shares(options, answers)
    if len(answers) != len(parts) or not shares:
        whole = Part(_JOINT.join(part.text for part in parts), parts[0].header, options)
        return [("all", whole, _JOINT.join(answer for answer in answers if answer))]
    return [
        (index, _with_options(part, share, answer), answer)
        for index, (part, share, answer) in enumerate(zip(parts, shares, answers, strict=True))
        if answer
    ]


def _part(text: str) -> Part:
    found = _HEADED.fullmatch(text)
    return Part(found["text"], found["header"] or "") if found else Part(text)


def _answers(told: str, parts: Sequence[Part]) -> list[str]:
    """Give the answers, "" for none; all of them "" where the person refused."""
    if told.startswith(PREFIXES):
        return [
            (said.answer or said.notes) if said else ""
            for said in read_sentence(told, [p.text for p in parts])
        ]
    if read_result(parts, ToolResult(told)).refusal != "unreadable":
        return [""] * len(parts)
    answers = [answer.strip() for answer in told.split(_JOINT)]
    return answers if len(parts) > 1 and len(answers) == len(parts) else [told]


def _options(text: str) -> tuple[Option, ...]:
    """Read the options as they were kept: objects or plain labels; () for anything else."""
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    parts = parts_of({"questions": [{"question": "?", "options": items}]})
    return parts[0].options


def _shares(options: Sequence[Option], answers: Sequence[str]) -> list[tuple[Option, ...]]:
    """Divide the options among the questions; [] where none or several ways fit the answers."""
    chosen = [_is_among(answer, options) for answer in answers]
    fitting = [
        shares
        for shares in _divisions(tuple(options), len(answers))
        if all(map(_is_among, compress(answers, chosen), compress(shares, chosen)))
    ]
    return fitting[0] if len(fitting) == 1 else []


def _divisions(options: tuple[Option, ...], count: int) -> Iterator[list[tuple[Option, ...]]]:
    if count == 0:
        if not options:
            yield []
        return
    for size in range(_FEWEST, min(_MOST, len(options)) + 1):
        for rest in _divisions(options[size:], count - 1):
            yield [options[:size], *rest]


def _is_among(answer: str, options: Sequence[Option]) -> bool:
    return is_choice(answer, Part("", options=tuple(options), multi_select=True))


def _with_options(part: Part, options: tuple[Option, ...], answer: str) -> Part:
    """Take several labels in one answer as ticks."""
    single = replace(part, options=options)
    is_ticked = _is_among(answer, options) and answer not in single.labels
    return replace(single, multi_select=is_ticked)


def _pattern(row: Mapping[str, str], part: Part, answer: str) -> DecisionPattern:
    return DecisionPattern(
        question_text=part.text,
        user_answer=answer,
        question_header=part.header,
        options=part.options,
        multi_select=part.multi_select,
        project=_project(row.get("project", "")),
        session_id=row.get("session_id", ""),
        tool_use_id=row.get("tool_use_id", ""),
        context_before=row.get("context_before", "")[-_CONTEXT:],
        is_selected_option=is_choice(answer, part),
        timestamp=time_of(row.get("timestamp")),
        origin="upstream",
    )


def _project(name: str) -> str:
    """Give back the leading slash that the upstream drops when it makes a path of a folder's name."""
    is_bare = name and name[0] not in "/\\~" and ":" not in name[:2] and "/" in name
    return normal_project(f"/{name}" if is_bare else name)
