"""`backtest`: what would have been answered and suggested in a person's own past, and how well."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from orchestrator_tray.cli.context import Context, log
from orchestrator_tray.cli.options import add_json, add_thresholds, share
from orchestrator_tray.cli.progress import Bar
from orchestrator_tray.cli.stored import NOTHING_YET, reading
from orchestrator_tray.cli.table import Column, fitted, table, terminal_width
from orchestrator_tray.core.display import percent
from orchestrator_tray.paths import open_private

if TYPE_CHECKING:
    from orchestrator_tray.cli.retrospect import Retrospect
    from orchestrator_tray.core.backtest import Manner, Outcome
    from orchestrator_tray.core.pattern import DecisionPattern

BACKTEST_DETAILS = """\
Each question of your past is judged by what was known before it, and compared with your answer. "Wrong at
most" is the share of wrong answers that would not be exceeded in 95 of 100 such pasts: few answers prove
little. Nothing is changed or sent.

examples:
  orchestrator-tray backtest
  orchestrator-tray backtest --target 0.05 --html backtest.html
  orchestrator-tray backtest --json | jq .answer.advice
"""
_WIDEST_CHART = 76
_MISTAKES_SHOWN = 5


def add_backtest(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--target",
        type=share,
        default=0.02,
        metavar="N",
        help="the share of wrong automatic answers that you would accept (default: 0.02)",
    )
    parser.add_argument(
        "--suggest-target",
        type=share,
        default=0.2,
        metavar="N",
        help="the same for suggestions (default: 0.2)",
    )
    add_thresholds(parser)
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page that shows all of it")
    add_json(parser)


def backtest(context: Context) -> int:
    """Replay the history and print what it comes to."""
    from orchestrator_tray.cli.replica import history_of
    from orchestrator_tray.cli.retrospect import Retrospect

    args, settings = context.args, context.settings
    with reading(context) as database:
        patterns = history_of(database)
    outcomes = _replayed(context, patterns)
    found = Retrospect(outcomes, settings, args.target, args.suggest_target)
    if args.html is not None and patterns:
        _write_page(args.html, found)
    if args.json:
        print(json.dumps(found.fields(), indent=2))
    else:
        print(*(_told(found, args.html) if patterns else (NOTHING_YET,)), sep="\n")
    return 0


def _replayed(context: Context, patterns: "list[DecisionPattern]") -> "list[Outcome]":
    from orchestrator_tray.adapters.embedder import Embedder
    from orchestrator_tray.cli.replica import Replica, vectors_for
    from orchestrator_tray.core.backtest import replay

    if not patterns:
        return []
    with Embedder(context.settings.model, cache_dir=context.paths.cache_dir) as embedder:
        with reading(context) as database, Bar("Embedding") as bar:
            vectors, problem = vectors_for(patterns, database, embedder, bar.advance)
        if problem:
            log.warning("%s; judged without the meaning of the questions", problem)
        dimension = len(next(iter(vectors.values()), b"")) // 4 or 1
        outcomes: list[Outcome] = []
        with Replica(vectors, embedder.name, dimension) as replica, Bar("Replaying") as bar:
            for outcome in replay(patterns, replica, context.settings):
                outcomes.append(outcome)
                bar.advance(len(outcomes), len(patterns))
        return outcomes


def _told(found: "Retrospect", html: Path | None) -> Iterator[str]:
    yield found.about
    yield ""
    if found.curve:
        yield from _shape(found)
    yield from _advice("Automatic answers", found, "answer")
    yield from _advice("Suggestions", found, "suggest")
    yield from _mistakes(found)
    if html is not None:
        yield f"\nThe page: {html}"


def _shape(found: "Retrospect") -> Iterator[str]:
    from orchestrator_tray.cli.charts import curve

    yield from _rows("Answered automatically", found, "answer")
    yield ""
    yield from _rows("At least suggested", found, "suggest")
    yield ""
    width = min(_WIDEST_CHART, terminal_width())
    yield from curve(found.curve, width=width, x_label="covered, the surest first", y_label="right")
    yield ""


def _rows(title: str, found: "Retrospect", manner: "Manner") -> Iterator[str]:
    from orchestrator_tray.cli.retrospect import HEADS, cells

    yield f"{title}:"
    yield from table([Column(head, is_number=True) for head in HEADS], map(cells, found.rows(manner)))


def _advice(title: str, found: "Retrospect", manner: "Manner") -> Iterator[str]:
    now = found.now(manner)
    right = f", {now.right:,} right" if now.given else ""
    yield f"{title}: your threshold {now.threshold:.2f} gives {now.given:,}{right}; {found.advice(manner)}."


def _mistakes(found: "Retrospect") -> Iterator[str]:
    mistakes = found.mistakes
    if mistakes:
        yield "\nWhat would have been answered wrongly:"
    for one in mistakes[:_MISTAKES_SHOWN]:
        yield fitted(one.pattern.question_text, indent=2)
        yield fitted(f"{percent(one.judgement.confidence)} sure of: {one.judgement.answer}", indent=4)
        yield fitted(f"your answer was: {one.pattern.user_answer}", indent=4)
    if len(mistakes) > _MISTAKES_SHOWN:
        yield f"  ... and {len(mistakes) - _MISTAKES_SHOWN} more; --html shows all"


def _write_page(path: Path, found: "Retrospect") -> None:
    """Write the page, for its owner only: it shows what was asked and answered."""
    from orchestrator_tray.cli.page import page

    with open(path, "w", encoding="utf-8", errors="replace", opener=open_private) as file:
        file.write(page(found))


COMMANDS = (
    ("backtest", "replay your past: how often and how well it would have answered", BACKTEST_DETAILS,
     add_backtest, backtest),
)  # fmt: skip
