"""The command line: parses, calls, prints, and alone decides on exit codes.

0 done, 1 failed (one clear line on stderr), 2 wrong usage, 130 interrupted.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from orchestrator_tray.cli.context import Context, log
from orchestrator_tray.cli.diagnosing import doctor
from orchestrator_tray.cli.parser import build_parser
from orchestrator_tray.errors import TrayError, UsageError
from orchestrator_tray.logs import printable


def run(argv: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    try:
        code = _exit_code(argv)
        _flush(sys.stdout)
    except UsageError as error:
        code = _fail(str(error), code=2)
    except TrayError as error:
        code = _fail(str(error))
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        code = 1  # whoever read our output has left: nobody to tell
    except OSError as error:
        code = _fail(_worded(error))
    except Exception as error:  # noqa: BLE001 - a person is shown one line; with -v the whole
        log.info("the unexpected error in full", exc_info=error)
        code = _fail(f"unexpected {type(error).__name__}: {error}; -v shows where it happened")
    _give_up_unwritten(sys.stdout)
    return code


def _exit_code(argv: Sequence[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        _tolerate_any_text(stream)
    try:
        args = build_parser().parse_args(argv)
    except SystemExit as end:  # --help, --version, or wrong usage, which the parser has told
        return int(end.code or 0)
    context = Context(args)
    if args.handler is not doctor:  # which tells what is wrong with the settings beside all else
        context.check_named_settings()
    return int(args.handler(context))


def _tolerate_any_text(stream: TextIO | None) -> None:
    """Show characters that the terminal's encoding lacks as escapes, instead of failing at them."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _fail(text: str, *, code: int = 1) -> int:
    with suppress(OSError):
        print(f"orchestrator-tray: {printable(text)}", file=sys.stderr)
    return code


def _worded(error: OSError) -> str:
    problem = error.strerror or str(error)
    return f"{error.filename}: {problem}" if error.filename else problem


def _flush(stream: TextIO | None) -> None:
    if stream is not None:  # closed by whoever started us
        stream.flush()


def _give_up_unwritten(stream: TextIO | None) -> None:
    """Drop what cannot be written: the interpreter would complain of it once more at its end."""
    try:
        _flush(stream)
    except OSError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
