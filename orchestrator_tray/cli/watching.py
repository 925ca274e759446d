"""`watch`: what the server says, as it says it. Answers nothing and remembers nothing."""

import argparse
import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Final

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.frames import Json, frame_line, parsed
from orchestrator_tray.cli.options import add_server
from orchestrator_tray.cli.table import terminal_width

if TYPE_CHECKING:
    from orchestrator_tray.core.events import LinkState

WATCH_DETAILS = """\
Only looks: nothing is answered or remembered. Ctrl-C ends it; a server that is away is waited for.

examples:
  orchestrator-tray watch -q                    without the many session updates
  orchestrator-tray watch -p 32300 --raw | jq .type
"""
_TIME_WIDTH: Final = len("12:34:56  ")


def add_watch(parser: argparse.ArgumentParser) -> None:
    add_server(parser)
    parser.add_argument(
        "--raw", "--json", action="store_true", help="print each frame as it came, one JSON object per line"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="leave out session updates")


def watch(context: Context) -> int:
    """Print every frame until it is ended."""
    from orchestrator_tray.adapters.listener import Listener
    from orchestrator_tray.cli import interruption
    from orchestrator_tray.core.lines import LinkLines

    args = context.args
    printer = _Printer(is_raw=args.raw, is_quiet=args.quiet)
    url = context.settings.url
    link = LinkLines(url)

    def print_link(state: "LinkState", reason: str) -> None:
        for line in link.of(state, reason):
            print(line, file=sys.stderr, flush=True)

    print(f"Connecting to: {url}", file=sys.stderr, flush=True)
    interruption.run(Listener(url, printer.take, print_link).run())
    return 0


class _Printer:
    """Prints each frame at once."""

    def __init__(self, *, is_raw: bool, is_quiet: bool) -> None:
        self._is_raw = is_raw
        self._is_quiet = is_quiet

    def take(self, raw: str | bytes) -> None:
        frame = parsed(raw)
        if self._is_quiet and isinstance(frame, dict) and frame.get("type") == "session_update":
            return
        if self._is_raw:
            print(_one_line(raw, frame), flush=True)
        else:
            line = frame_line(frame, width=terminal_width() - _TIME_WIDTH)
            print(f"{datetime.now():%H:%M:%S}  {line}", flush=True)  # noqa: DTZ005  # the clock on the wall


def _one_line(raw: str | bytes, frame: Json | str) -> str:
    """Return the frame as it came, unless it could not be read line by line or is no JSON."""
    if isinstance(frame, str):
        return json.dumps({"type": "problem", "where": "frame", "text": frame})
    if isinstance(raw, str) and raw.isascii() and len(raw.splitlines()) == 1:
        return raw
    return json.dumps(frame)


COMMANDS = (("watch", "print every frame of the server", WATCH_DETAILS, add_watch, watch),)
