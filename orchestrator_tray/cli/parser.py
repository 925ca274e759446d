"""The commands, their options and their help."""

import argparse
from collections.abc import Callable

from orchestrator_tray.cli import (
    backtesting,
    correcting,
    demonstrating,
    diagnosing,
    exporting,
    finding,
    hooking,
    importing,
    installing,
    listening,
    reviewing,
    teaching,
    tray,
    watching,
)
from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.layout import HelpFormatter
from orchestrator_tray.version import version_text

Handler = Callable[[Context], int]
Entry = tuple[str, str, str, Callable[[argparse.ArgumentParser], None], Handler]
"""Of a module's COMMANDS: name, what it does, details and examples, what adds its options, what runs it."""

_MODULES = (
    demonstrating,
    listening,
    importing,
    reviewing,
    backtesting,
    finding,
    correcting,
    exporting,
    teaching,
    watching,
    tray,
    hooking,
    installing,
    diagnosing,
)
"""In the order of the help."""

PROGRAM = "orchestrator-tray"
EXAMPLES = """\
Without a command it is the tray app: icon, notifications, listener.

examples:
  orchestrator-tray demo                   see it at work, nothing to set up
  orchestrator-tray import                 learn from what you answered before
  orchestrator-tray backtest               how well it would have answered
  orchestrator-tray listen                 watch your sessions in a terminal
  orchestrator-tray listen --auto-answer   and answer what is sure
  orchestrator-tray                        the tray app

exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted
"""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; each command leaves its handler in `handler`."""
    common = _common()
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        usage="%(prog)s [OPTION ...] [COMMAND ...]",
        description="Answers the questions of your Claude Code sessions the way you answered them before.",
        epilog=EXAMPLES,
        formatter_class=HelpFormatter,
        parents=[common],
    )
    parser.add_argument("--version", action="version", version=version_text())
    for flag, about, handler in installing.FLAGS:
        parser.add_argument(flag, help=about, dest="handler", action="store_const", const=handler)
    parser.set_defaults(handler=tray.tray)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", prog=PROGRAM)
    for module in _MODULES:
        for command in module.COMMANDS:
            _add_command(commands, command)
    parser.set_defaults(help_text=parser.format_help())
    return parser


def _add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", entry: Entry) -> None:
    name, about, details, add_options, handler = entry
    command = commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog=details,
        formatter_class=HelpFormatter,
        parents=[_common(default=argparse.SUPPRESS)],
    )
    add_options(command)
    command.set_defaults(handler=handler)


def _common(default: object = None) -> argparse.ArgumentParser:
    """Return the options that every command has, before or after its name."""
    common = argparse.ArgumentParser(add_help=False)
    group = common.add_argument_group("everywhere")
    group.add_argument(
        "--data-dir",
        metavar="DIR",
        default=default,
        help="keep data, settings and logs there (also ORCHESTRATOR_TRAY_DATA_DIR)",
    )
    group.add_argument("--config", metavar="FILE", default=default, help="read the settings from there")
    group.add_argument(
        "-v",
        "--verbose",
        action="count",
        default=0 if default is None else default,
        help="say more on stderr; twice: everything, texts included",
    )
    return common
