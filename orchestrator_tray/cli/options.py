"""Options that several commands share. Their values are checked with the settings that they override."""

import argparse

from orchestrator_tray.core.settings import checked


def port(text: str) -> int:
    """Return a TCP port; anything else is wrong usage."""
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 0 < number < 65_536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: give a number from 1 to 65535")
    return number


def address(text: str) -> str:
    """Return a server's address; anything else is wrong usage. Where it leads is the settings' matter."""
    try:
        checked("url", text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None
    return text


def share(text: str) -> float:
    """Return a number from 0 to 1; anything else is wrong usage."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return number


def seconds(text: str) -> float:
    """Return a duration; anything else is wrong usage."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number < 1e9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds")
    return number


def count(text: str) -> int:
    """Return a number of things, at least one; anything else is wrong usage."""
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 0 < number <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 1000000")
    return number


def add_server(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--url",
        type=address,
        metavar="ws://HOST:PORT",
        help="the CBOS server (default: ws://localhost:32205)",
    )
    where.add_argument("-p", "--port", type=port, metavar="PORT", help="its port on this computer")


def add_thresholds(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--auto-threshold", type=share, metavar="N", help="answer automatically from this confidence (0.95)"
    )
    parser.add_argument(
        "--suggest-threshold", type=share, metavar="N", help="suggest from this confidence (0.80)"
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def add_json_anyway(parser: argparse.ArgumentParser) -> None:
    """Take --json where the output is JSON either way: every command that reports takes it."""
    parser.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
