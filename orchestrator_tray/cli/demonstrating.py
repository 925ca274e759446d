"""`demo`: the real listener and the real model before a stand-in server, with sample answers of the past."""

import argparse
from tempfile import TemporaryDirectory

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.options import add_json
from orchestrator_tray.paths import locate

DEMO_DETAILS = """\
Nothing has to be set up, nothing is kept: a server with scripted sessions, a scratch folder with a dozen
sample answers, and the same listener and model that `listen` uses. Fails if an outcome does not come.

examples:
  orchestrator-tray demo
  orchestrator-tray demo --keep-running        the sessions go on asking: try `listen` and `watch` on them
"""


def add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--keep-running", action="store_true", help="keep the server up until Ctrl-C")
    add_json(parser)


def demo(context: Context) -> int:
    """Show an automatic answer, a suggestion and a record; fail where one does not come as told."""
    from orchestrator_tray.cli import interruption
    from orchestrator_tray.cli.performing import demonstrate

    with TemporaryDirectory(prefix="orchestrator-tray-demo-") as scratch:
        interruption.run(demonstrate(context, locate(scratch, environment={})))
    return 0


COMMANDS = (("demo", "show all it does, with nothing to set up", DEMO_DETAILS, add_demo, demo),)
