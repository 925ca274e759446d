"""`doctor`: what works here, what does not, and how to mend it."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.findings import Finding, found
from orchestrator_tray.cli.options import add_json, add_server
from orchestrator_tray.core.display import plain

DOCTOR_DETAILS = """\
"broken" has to be mended (exit code 1); "absent" may be as you want it: all else works without.

examples:
  orchestrator-tray doctor
  orchestrator-tray doctor --json | jq '.model.ok'
"""
_WORDS = {True: "ok", None: "absent", False: "broken"}
_LONGEST = 1_000


def add_doctor(parser: argparse.ArgumentParser) -> None:
    add_server(parser)
    add_json(parser)


def doctor(context: Context) -> int:
    """Print what each check found. Fails where something is broken, not where something is absent."""
    from orchestrator_tray.cli.checks import CHECKS

    findings: dict[str, Finding] = {}
    for name, check in CHECKS.items():
        findings[name] = found(context, check)
        if not context.args.json:
            print(*_lines(name, findings[name]), sep="\n", flush=True)
    if context.args.json:
        print(json.dumps({name: asdict(finding) for name, finding in findings.items()}, indent=2))
    return 1 if any(finding.ok is False for finding in findings.values()) else 0


def _lines(name: str, finding: Finding) -> Iterator[str]:
    yield f"{_WORDS[finding.ok]:8}{name:14}{plain(finding.text, _LONGEST)}"
    if finding.mend and finding.ok is not True:
        yield f"{'':22}-> {plain(finding.mend, _LONGEST)}"


COMMANDS = (("doctor", "check what works here", DOCTOR_DETAILS, add_doctor, doctor),)
