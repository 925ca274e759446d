"""The hook command: Claude Code's payload on stdin, our decision on stdout.

Whatever goes wrong, it says nothing and exits with 0, and Claude Code shows its own dialog. It starts each
time Claude Code asks, is prompted or stops, so it imports what little it needs and nothing more.
"""

import json
import os
import sys

from orchestrator_tray.core.hook_gate import LONGEST_LINE, is_sound

ASKING = ("PreToolUse", "PermissionRequest")
_FORWARDED = (
    "hook_event_name",
    "session_id",
    "transcript_path",
    "cwd",
    "agent_id",
    "tool_name",
    "tool_use_id",
    "tool_input",
    "tool_response",
)
"""What the tray is told; not what the person types or Claude says."""


def main(arguments: list[str]) -> int:
    """Run the hook command and return 0, always: Claude Code takes 2 for an order to block."""
    try:
        told = _decided(arguments, sys.stdin.buffer.read())
        if told:
            os.write(1, told)
    except (Exception, KeyboardInterrupt):  # noqa: BLE001  # nothing may come between Claude Code and its user
        return 0
    return 0


def _decided(arguments: list[str], raw: bytes) -> bytes:
    """Return what to print, b"" to say nothing."""
    payload = json.loads(raw)
    if payload["hook_event_name"] in ASKING and payload["tool_name"] != "AskUserQuestion":
        return b""  # a matcher that somebody has widened
    from orchestrator_tray.hook.exchange import exchange
    from orchestrator_tray.hook.witness import seen

    event = payload["hook_event_name"]
    around = seen(payload["session_id"], is_asking=event in ASKING)
    # Beside an open dialog, and where nobody sits, it may take its time. All else keeps a person waiting.
    is_patient = event == "PermissionRequest" or (event == "PreToolUse" and around["entrypoint"] == "sdk-cli")
    message = {"payload": {key: payload[key] for key in _FORWARDED if key in payload}, "seen": around}
    line = json.dumps(message).encode() + b"\n"
    if len(line) > LONGEST_LINE:
        return b""
    reply = exchange(_socket(arguments), line, LONGEST_LINE, is_urgent=not is_patient)
    decision = json.loads(reply)["decision"]
    return json.dumps(decision).encode() if is_sound(payload, decision) else b""


def _socket(arguments: list[str]) -> str:
    """Return where the tray listens: what `--socket` names while it is there, else what the data folder says.

    The installed command names it, which spares the imports that finding it costs.
    """
    named = _option(arguments, "--socket")
    if named and os.path.exists(named):  # noqa: PTH110  # pathlib costs what this spares
        return named
    from orchestrator_tray.paths import locate

    return locate(_option(arguments, "--data-dir"), environment=os.environ).socket


def _option(arguments: list[str], name: str) -> str | None:
    for index, argument in enumerate(arguments):
        if argument == name:
            return arguments[index + 1] if index + 1 < len(arguments) else None
        if argument.startswith(f"{name}="):
            return argument.removeprefix(f"{name}=")
    return None
