"""`import`: learn from what a person answered elsewhere, before or on another computer."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from orchestrator_tray.cli.context import Context, log
from orchestrator_tray.cli.options import add_json
from orchestrator_tray.cli.progress import Bar
from orchestrator_tray.cli.stored import folder
from orchestrator_tray.core.display import counted, plain
from orchestrator_tray.errors import InputError, ModelError

if TYPE_CHECKING:
    from orchestrator_tray.importer import Importer, Report

IMPORT_DETAILS = """\
Without a path: all of Claude Code's own transcripts (~/.claude/projects). Only what a person answered is
learned, secrets are masked, and nothing leaves this computer. Ctrl-C is safe: the next import goes on, and
what is known already stays as it is.

examples:
  orchestrator-tray import                                  your whole history
  orchestrator-tray import --project ~/shop --after 2026-01-01
  orchestrator-tray import answers.jsonl                    what `export` wrote on another computer
  orchestrator-tray import --cbos-db ~/.cbos/patterns.db    what `cbos-patterns` has learned
"""
_LONGEST_PROBLEM = 1_000
_REASONS = {
    "clarified": "you wanted to talk about the question first",
    "rejected": "you dismissed the question",
    "timed out": "nobody answered in time",
    "unanswered": "sent off without an answer",
    "by program": "answered by a program",
    "unavailable": "never shown: the question tool was not offered",
    "invalid": "never shown: the question had a wrong shape",
    "interrupted": "the session ended with the question open",
    "unreadable": "in a form that is not known",
}
"""What a person reads of the transcript's refusals; --json keeps their names."""


def add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="transcripts, folders of them, exported lines"
    )
    parser.add_argument(
        "--cbos-db", type=Path, metavar="FILE", help="the database of the upstream `cbos-patterns`"
    )
    parser.add_argument(
        "--project",
        action="append",
        default=[],
        type=folder,
        metavar="DIR",
        help="only answers given in this folder or below; repeatable",
    )
    parser.add_argument("--after", type=moment, metavar="DATE", help="only answers from this day or time on")
    parser.add_argument("--before", type=moment, metavar="DATE", help="only answers before this day or time")
    add_json(parser)


def moment(text: str) -> datetime:
    """Return a time in UTC; a day begins at the local midnight, and anything else is wrong usage."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2026-01-31") from None


def import_(context: Context) -> int:
    """Learn, then embed what was learned; print what became of it."""
    from orchestrator_tray.adapters.transcripts import Filters
    from orchestrator_tray.data_folder import opened_memory
    from orchestrator_tray.importer import Importer

    args, settings = context.args, context.settings
    filters = Filters(args.after, args.before, tuple(args.project), settings.excluded_projects)
    exports, transcripts = _sorted_sources(args)
    with opened_memory(context.paths, settings) as (database, memory):
        importer = Importer(database, memory, filters)
        try:
            _learn(importer, args.cbos_db, exports, transcripts)
            _embed(importer)
        except KeyboardInterrupt:
            print(f"Interrupted after {importer.report.learned} new answers; run it again to go on.")
            raise
        _print(importer.report, database.count(), as_json=args.json)
    return 0


def _sorted_sources(args: argparse.Namespace) -> tuple[list[Path], list[Path]]:
    """Return the exports and the transcripts that are meant; InputError for a path that is not there."""
    from orchestrator_tray.importer import history_folder, is_export

    paths: list[Path] = args.paths or ([] if args.cbos_db else [history_folder()])
    for path in paths:
        try:
            path.stat()
        except OSError as error:
            what = "" if args.paths else ": no history of Claude Code; name its folder or file"
            raise InputError(f"{path}: {error.strerror}{what}") from None
    exports = [path for path in paths if path.is_file() and is_export(path)]
    return exports, [path for path in paths if path not in exports]


def _learn(importer: "Importer", cbos_db: Path | None, exports: list[Path], transcripts: list[Path]) -> None:
    with Bar("Reading  ") as bar:
        if cbos_db is not None:
            importer.learn_upstream(cbos_db)
        for path in exports:
            importer.learn_export(path, bar.advance)
        if transcripts:
            importer.learn_transcripts(transcripts, bar.advance)


def _embed(importer: "Importer") -> None:
    try:
        with Bar("Embedding") as bar:
            importer.embed(bar.advance)
    except ModelError as error:
        log.warning("%s; what was learned is remembered and will be embedded later", error)


def _print(report: "Report", patterns: int, *, as_json: bool) -> None:
    if as_json:
        counted = {each.name: getattr(report, each.name) for each in fields(report)}
        print(json.dumps({**counted, "patterns": patterns}))
    else:
        print(*_summary(report, patterns), sep="\n")


def _summary(report: "Report", patterns: int) -> Iterator[str]:
    unchanged = f", {report.unchanged} unchanged since the last import" if report.unchanged else ""
    yield f"Read {counted(report.files, 'file')} ({report.bytes / 1e6:,.1f} MB){unchanged}."
    known = f", {report.known} were known" if report.known else ""
    yield f"Learned {counted(report.learned, 'new answer')}{known}; {patterns} are remembered now."
    if report.skipped:
        yield "Not learned:"
        for reason, count in report.skipped.most_common():
            yield f"{count:7}  {_REASONS.get(reason, reason)}"
    for number, what in ((report.broken_lines, "broken line"), (report.overlong_lines, "endless line")):
        if number:
            yield f"{counted(number, what)} skipped."
    if report.unreadable:
        yield f"{counted(report.unreadable, 'file')} could not be read."
    for problem in report.problems:
        yield f"  {plain(problem, _LONGEST_PROBLEM)}"


COMMANDS = (
    ("import", "learn from what you answered Claude Code before", IMPORT_DETAILS, add_import, import_),
)
