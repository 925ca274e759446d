"""`export`: every remembered answer as a JSON line."""

import argparse
import json
import sys

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.options import add_json_anyway
from orchestrator_tray.cli.stored import add_project, reading

EXPORT_DETAILS = """\
`orchestrator-tray import FILE` reads the lines back, here or on another computer; what is known there already
stays as it is. Vectors are made anew there.

examples:
  orchestrator-tray export > answers.jsonl
  orchestrator-tray export --project ~/shop | wc -l
"""


def add_export(parser: argparse.ArgumentParser) -> None:
    add_project(parser, "only answers given in this folder or below")
    add_json_anyway(parser)


def export(context: Context) -> int:
    """Print every pattern, the oldest first."""
    from orchestrator_tray.core.exchange import exported
    from orchestrator_tray.core.project import lies_in

    chosen = context.args.project
    with reading(context) as database:
        for key, pattern in database.export():
            if chosen is None or lies_in(pattern.project, (chosen,)):
                sys.stdout.write(json.dumps(exported(key, pattern)) + "\n")
    return 0


COMMANDS = (("export", "print remembered answers as JSON lines", EXPORT_DETAILS, add_export, export),)
