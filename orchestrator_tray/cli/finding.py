"""`query` and `search`: find remembered answers by meaning and by words."""

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from orchestrator_tray.cli.context import Context, log
from orchestrator_tray.cli.options import add_json, count, share
from orchestrator_tray.cli.stored import NOTHING_YET, add_project, folder, reading
from orchestrator_tray.cli.table import Column, fitted, table
from orchestrator_tray.core.decision import Decision
from orchestrator_tray.core.display import percent
from orchestrator_tray.core.pattern import DecisionPattern, Neighbour
from orchestrator_tray.core.question import Option, Part, Question
from orchestrator_tray.errors import InputError, ModelError

if TYPE_CHECKING:
    from orchestrator_tray.adapters.store import Database
    from orchestrator_tray.memory import Memory

QUERY_DETAILS = """\
Compares meanings, so other words find it, too. With the options that are offered, it also says what would be
done if a session asked this in the folder (--project, or the current one); `decide` tells it to programs.

examples:
  orchestrator-tray query "Which database should we use?"
  orchestrator-tray query "Which database?" --option MySQL --option SQLite
  orchestrator-tray query "deploy?" --threshold 0.5 --limit 3 --json
"""
SEARCH_DETAILS = """\
Finds questions, options and answers that hold all the words, or words that begin so. Needs no model.

examples:
  orchestrator-tray search database
  orchestrator-tray search "refactor proceed" --json
"""
_PATTERN_COLUMNS = (Column("id", is_whole=True), Column("question"), Column("answer"), Column("project"))


def add_query(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help="the question")
    parser.add_argument(
        "--option", action="append", default=[], metavar="LABEL", help="an option that is offered; repeatable"
    )
    parser.add_argument(
        "--threshold",
        type=share,
        default=0.0,
        metavar="N",
        help="leave out what is less similar, 0 to 1 (default: 0)",
    )
    _add_limit(parser)
    add_project(parser, "only answers given in this folder or below")
    add_json(parser)


def add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help="the words")
    _add_limit(parser)
    add_json(parser)


def _add_limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--limit", type=count, default=10, metavar="N", help="show so many at most (default: 10)"
    )


def query(context: Context) -> int:
    """Print the nearest patterns, nearest first."""
    from orchestrator_tray.adapters.embedder import Embedder
    from orchestrator_tray.memory import Memory

    settings, args = context.settings, context.args
    if not args.text.strip():
        raise InputError("the question is empty")
    with (
        reading(context) as database,
        Embedder(settings.model, cache_dir=context.paths.cache_dir) as embedder,
    ):
        found = _nearest(context, database, Memory(database, embedder)) if database.count() else []
        if args.json:
            _print_array([*map(_neighbour_fields, found)])
            return 0
        _print_lines(_neighbour_table(found), found, database)
        if args.option and found:
            print(_outlook(_decided(context, Memory(database, embedder))))
    return 0


def _nearest(context: Context, database: "Database", memory: "Memory") -> list[Neighbour]:
    args = context.args
    (vector,) = memory.embedder.embed([args.text])
    missing = database.use_model(memory.embedder.name, memory.embedder.dimension)
    if missing:
        log.warning("%d answers cannot be found by meaning yet: their vectors are still to be made", missing)
    return database.nearest(vector, threshold=args.threshold, limit=args.limit, project=args.project)


def _decided(context: Context, memory: "Memory") -> Decision:
    from orchestrator_tray.core.weigh import weigh

    args = context.args
    options = tuple(Option(label) for label in dict.fromkeys(args.option) if label.strip())
    project = args.project or folder(".")
    question = Question("query", "", (Part(args.text, options=options),), datetime.now(UTC), project=project)
    recalls, problem = memory.consult(question)
    if problem:
        raise ModelError(context.settings.model, problem)
    return weigh(question, recalls, context.settings, now=question.asked_at)


def _outlook(decision: Decision) -> str:
    answer = ", ".join(decision.answers or ())
    said = {
        "answer": f"Would answer ({percent(decision.confidence)}): {answer}",
        "suggest": f"Would suggest ({percent(decision.confidence)}): {answer}",
        "record": "Would record it and learn your answer",
    }[decision.action]
    return f"\n{fitted(said)}\n{fitted(f'because {decision.reason}', indent=2)}"


def search(context: Context) -> int:
    """Print the patterns that hold the words, the best first."""
    from orchestrator_tray.core.exchange import pattern_fields

    if not context.args.text.strip():
        raise InputError("there are no words to search for; `orchestrator-tray export` prints all answers")
    with reading(context) as database:
        found = database.search(context.args.text, limit=context.args.limit)
        if context.args.json:
            _print_array([*map(pattern_fields, found)])
        else:
            _print_lines(table(_PATTERN_COLUMNS, map(_pattern_row, found)), found, database)
    return 0


def _neighbour_fields(neighbour: Neighbour) -> dict[str, object]:
    from orchestrator_tray.core.exchange import pattern_fields

    return {**pattern_fields(neighbour.pattern), "similarity": round(min(1.0, neighbour.similarity), 4)}


def _neighbour_table(found: Sequence[Neighbour]) -> Iterator[str]:
    columns = (Column("similar", is_number=True), *_PATTERN_COLUMNS)
    rows = [(f"{neighbour.similarity:.0%}", *_pattern_row(neighbour.pattern)) for neighbour in found]
    return table(columns, rows)


def _pattern_row(pattern: DecisionPattern) -> tuple[str, ...]:
    return pattern.id, pattern.question_text, pattern.user_answer, pattern.project


def _print_lines(lines: Iterator[str], found: Sequence[object], database: "Database") -> None:
    if found:
        print(*lines, sep="\n")
    else:
        print("Nothing like it is remembered." if database.count() else NOTHING_YET)


def _print_array(items: Sequence[object]) -> None:
    print(json.dumps(items, indent=2))


COMMANDS = (
    ("query", "find remembered answers by meaning", QUERY_DETAILS, add_query, query),
    ("search", "find remembered answers by words", SEARCH_DETAILS, add_search, search),
)
