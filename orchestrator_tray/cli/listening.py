"""The commands that talk to a server."""

import argparse
import sys

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.options import add_json, add_server, add_thresholds, seconds

LISTEN_DETAILS = """\
Hears the sessions of the CBOS server and, after `hooks install`, the Claude Code in your terminals. What no
option says is as in the settings; in brackets stands what these are from the start. Ctrl-C ends it.

With --json, stdin takes one command per line:
  {"type":"accept","question_id":I}
  {"type":"ignore","question_id":I}
  {"type":"stop","question_id":I}
  {"type":"reply","question_id":I,"answers":[T,...]}
  {"type":"wrong","question_id":I,"answers":[T,...]}
  {"type":"set","auto_answer":true,"auto_threshold":0.9,"paused":false}
  {"type":"quit"}

examples:
  orchestrator-tray listen                              watch, suggest, learn; answer nothing by itself
  orchestrator-tray listen --auto-answer --grace 10     answer what is sure, 10 s after saying so
  orchestrator-tray listen --json -p 32300 | jq .       for programs
"""


def add_listen(parser: argparse.ArgumentParser) -> None:
    add_server(parser)
    parser.add_argument(
        "--auto-answer",
        action=argparse.BooleanOptionalAction,
        help="answer by itself what is sure (off)",
    )
    add_thresholds(parser)
    parser.add_argument(
        "--grace", type=seconds, metavar="SECONDS", help="how long an automatic answer can be stopped (5)"
    )
    parser.add_argument("--notify", action="store_true", default=None, help="show notifications, too")
    add_json(parser)


def listen(context: Context) -> int:
    """Listen until it is ended."""
    from orchestrator_tray import app

    settings = context.settings
    context.log_to_file()
    return app.listen(
        settings,
        context.paths,
        as_json=context.args.json,
        with_notifications=bool(context.args.notify),
        out=sys.stdout,
    )


COMMANDS = (("listen", "listen to all sessions, without a tray", LISTEN_DETAILS, add_listen, listen),)
