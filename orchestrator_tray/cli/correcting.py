"""`forget` and `wrong`: take back what was learned."""

import argparse
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from orchestrator_tray import config
from orchestrator_tray.cli.context import Context, log
from orchestrator_tray.cli.options import add_json
from orchestrator_tray.cli.stored import changing
from orchestrator_tray.cli.table import fitted
from orchestrator_tray.core.display import plain
from orchestrator_tray.errors import InputError

if TYPE_CHECKING:
    from orchestrator_tray.adapters.store import Database
    from orchestrator_tray.core.actions import Learned

FORGET_DETAILS = """\
What is forgotten is overwritten in the file, with its vector and the questions that taught it, and no later
import brings it back. `query`, `search` and `export` show the ids.

examples:
  orchestrator-tray forget p12 p13
  orchestrator-tray forget p12 --vacuum        and make the file smaller
"""
WRONG_DETAILS = """\
What the answer rested on counts less from now on, and the right answer is remembered. The session is not
told. Three automatic answers in a row that were wrong switch auto-answer off. `history` shows the ids.

examples:
  orchestrator-tray wrong AUTH:toolu_01X
  orchestrator-tray wrong AUTH:toolu_01X --answer "Use sessions"
  orchestrator-tray wrong SHOP:toolu_02Y --answer SQLite --answer No     one for each part of the question
"""


def add_forget(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="PATTERN_ID", help="which answers")
    parser.add_argument("--vacuum", action="store_true", help="then rebuild the file without the room left")
    add_json(parser)


def add_wrong(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question_id", metavar="QUESTION_ID", help="which question")
    parser.add_argument(
        "--answer", action="append", default=[], metavar="TEXT", help="what would have been right"
    )
    add_json(parser)


def forget(context: Context) -> int:
    """Remove patterns for good. Unknown ids are told, and nothing else is lost by them."""
    ids = tuple(dict.fromkeys(context.args.ids))
    with changing(context) as database:
        gone = database.forget(ids)
        if context.args.vacuum:
            database.vacuum()
    unknown = [each for each in ids if each not in gone]
    if context.args.json:
        print(json.dumps({"forgotten": gone, "unknown": unknown}))
    elif gone:
        print(f"Forgotten: {', '.join(gone)}")
    if unknown:
        raise InputError(
            f"no answer has the id {', '.join(plain(each, 40) for each in unknown)};"
            " `orchestrator-tray search` shows the ids"
        )
    return 0


def wrong(context: Context) -> int:
    """Count against what an answer rested on, and remember the right one."""
    from orchestrator_tray.core.person import TRUST_LOST, has_lost_trust
    from orchestrator_tray.core.step import RECENT_KEPT

    args = context.args
    with changing(context) as database:
        demoted = _evidence(database, args.question_id)
        if not demoted and not args.answer:
            raise InputError(f"{args.question_id} was answered by nothing learned: give the right --answer")
        had_trust = not has_lost_trust(database.recent_answers(RECENT_KEPT))
        learned = _corrected(context, database)
        is_off = had_trust and has_lost_trust(database.recent_answers(RECENT_KEPT))
    is_off = is_off and context.settings.auto_answer
    if is_off:
        config.save(context.paths.config_file, {"auto_answer": False})
    if args.json:
        answers = [{"pattern_id": fact.pattern_id, "answer": fact.answer} for fact in learned]
        switched = {"auto_answer": False} if is_off else {}
        print(
            json.dumps({"question_id": args.question_id, "demoted": demoted, "learned": answers, **switched})
        )
        return 0
    if demoted:
        print(f"Counts less from now on: {', '.join(demoted)}")
    for fact in learned:
        print(fitted(f"Learned instead ({fact.pattern_id}): {fact.answer}"))
    if is_off:
        print(fitted(TRUST_LOST))
    return 0


def _evidence(database: "Database", question_id: str) -> list[str]:
    """Return what the answer to a question rested on. Raises InputError for an unknown one."""
    record = database.record_of(question_id)
    if record is None:
        raise InputError(f"no question {question_id!r} is known; `orchestrator-tray history` shows the ids")
    rested_on = record.decision.pattern_ids if record.decision else ()
    return list(dict.fromkeys((*database.learned_from(question_id), *rested_on)))


def _corrected(context: Context, database: "Database") -> "list[Learned]":
    """Correct it as the listener does; without an answer the model is not even started."""
    from orchestrator_tray.adapters.embedder import Embedder
    from orchestrator_tray.core.actions import Correct
    from orchestrator_tray.memory import Memory

    args, settings = context.args, context.settings
    with Embedder(settings.model, cache_dir=context.paths.cache_dir) as embedder:
        memory = Memory(database, embedder)
        lesson = memory.demote(Correct(args.question_id, tuple(args.answer)))
        if lesson is None:
            return []
        vectors, problem = memory.vectors_of(lesson.question.parts)
        if problem:
            log.warning("%s; the answer is remembered and will be embedded later", problem)
        return memory.learn(lesson, vectors, now=datetime.now(UTC))


COMMANDS = (
    ("forget", "remove remembered answers for good", FORGET_DETAILS, add_forget, forget),
    ("wrong", "say that an answer was wrong", WRONG_DETAILS, add_wrong, wrong),
)
