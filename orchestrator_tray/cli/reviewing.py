"""`stats` and `history`: what is remembered, and what became of the questions."""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.options import add_json, count
from orchestrator_tray.cli.stored import NOTHING_YET, reading
from orchestrator_tray.cli.table import Column, fitted, table, wrapped
from orchestrator_tray.core.display import counted, percent
from orchestrator_tray.core.pattern import DecisionPattern

STATS_DETAILS = """\
Counts them by project, header and origin, and tells how auto-answer would have done so far while it was off.

examples:
  orchestrator-tray stats
  orchestrator-tray stats --json | jq .by_project
"""
HISTORY_DETAILS = """\
The newest question comes first. The id in the last line of each is what `wrong` takes.

examples:
  orchestrator-tray history
  orchestrator-tray history --limit 100 --json
"""
_GROUP_SHOWN = 10
_ENDS = {
    "delivered": "delivered",
    "answered_elsewhere": "you answered elsewhere",
    "ignored": "ignored",
    "session_deleted": "the session was deleted",
    "moved_on": "the session went on without an answer",
    "expired": "expired",
}
_ACTIONS = {"answer": "Answered", "suggest": "Suggested", "record": "Recorded"}
_STEPS = {
    "queued": "waits to be sent",
    "sent": "sent, not yet confirmed",
    "stopped": "stopped before it was sent",
    "failed": "not delivered",
}


def add_stats(parser: argparse.ArgumentParser) -> None:
    add_json(parser)


def add_history(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--limit", type=count, default=20, metavar="N", help="show so many at most (default: 20)"
    )
    add_json(parser)


def stats(context: Context) -> int:
    """Print what is remembered, counted."""
    with reading(context) as database:
        answered, right = database.shadow_score()
        found = {**database.stats(), "would_have_answered": answered, "would_have_been_right": right}
    if context.args.json:
        print(json.dumps(found, indent=2))
    elif not found["patterns"]:
        print(NOTHING_YET)
    else:
        print(*_summary(found), sep="\n")
    return 0


def _summary(found: Mapping[str, Any]) -> Iterator[str]:
    from orchestrator_tray.core.menu import score_text

    patterns, vectors = found["patterns"], found["vectors"]
    yield f"{counted(patterns, 'answer')} remembered" + _span(found["oldest"], found["newest"])
    missing = f"; {patterns - vectors} still to be embedded" if vectors < patterns else ""
    yield f"{counted(vectors, 'vector')} of {found['model'] or 'no model yet'}{missing}"
    yield f"{found['file_bytes'] / 1e6:.1f} MB on the disk"
    if score := score_text(found["would_have_answered"], found["would_have_been_right"]):
        yield score
    for title, key in (("project", "by_project"), ("header", "by_header"), ("origin", "by_origin")):
        yield ""
        yield from _group(title, found[key])


def _span(oldest: str | None, newest: str | None) -> str:
    if oldest is None or newest is None:
        return ""
    first, last = (f"{datetime.fromisoformat(each).astimezone():%Y-%m-%d}" for each in (oldest, newest))
    return f", from {first} to {last}" if first != last else f", all of {first}"


def _group(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    rows = [(str(number), name or "(none)") for name, number in counts.items()]
    yield from table((Column("answers", is_number=True), Column(title)), rows[:_GROUP_SHOWN])
    if len(rows) > _GROUP_SHOWN:
        yield f"     ... and {len(rows) - _GROUP_SHOWN} more (--json lists all)"


def history(context: Context) -> int:
    """Print the latest questions with what was done and how they ended."""
    with reading(context) as database:
        entries = database.history(context.args.limit)
        if context.args.json:
            print(json.dumps(entries, indent=2))
        elif not entries:
            print("No question was heard yet. `orchestrator-tray listen` hears them.")
        else:
            blocks = [_block(entry, database.get(entry["evidence"])) for entry in entries]
            print(*("\n".join(block) for block in blocks), sep="\n\n")
    return 0


def _block(entry: Mapping[str, Any], evidence: Sequence[DecisionPattern]) -> Iterator[str]:
    at = datetime.fromisoformat(entry["asked_at"]).astimezone()
    for part in entry["parts"]:
        yield fitted(f"{at:%Y-%m-%d %H:%M} [{entry['slug']}] {part['text']}")
    yield fitted(_outcome(entry), indent=2)
    if entry["reason"]:
        yield from wrapped(f"because {entry['reason']}", indent=2)
    for pattern in evidence[:3]:
        yield fitted(f"{pattern.id}: {pattern.question_text} -> {pattern.user_answer}", indent=4)
    if len(evidence) > 3:
        yield f"    ... and {len(evidence) - 3} more"
    yield f"  {entry['question_id']}"


def _outcome(entry: Mapping[str, Any]) -> str:
    if entry["action"] is None:
        done = "Not decided"
    elif entry["action"] == "record":
        done = _ACTIONS["record"]
    else:
        sure = f" ({percent(entry['confidence'])})"
        done = f"{_ACTIONS[entry['action']]}{sure}: {'; '.join(entry['answers'])}"
    return f"{done} - {_end(entry['closed'], entry['delivery'])}"


def _end(closed: str | None, delivery: str | None) -> str:
    if closed is not None:
        return _ENDS.get(closed, closed)
    return _STEPS.get(delivery or "", "still open")


COMMANDS = (
    ("stats", "count what is remembered", STATS_DETAILS, add_stats, stats),
    (
        "history",
        "show what was asked, decided, sent, and how it ended",
        HISTORY_DETAILS,
        add_history,
        history,
    ),
)
