"""The command line: parses, calls, prints, and alone decides on exit codes.

0 done, 1 failed (one clear line on stderr), 2 wrong usage, 130 interrupted.
"""

import os
import sys
from collections.abc import Sequence

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.parser import build_parser
from orchestrator_tray.errors import TrayError
from orchestrator_tray.logs import printable


def run(argv: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    args = build_parser().parse_args(argv)
    try:
        return int(args.handler(Context(args)))
    except TrayError as error:
        print(f"orchestrator-tray: {printable(str(error))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has left; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
