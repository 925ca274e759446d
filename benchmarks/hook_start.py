"""How long Claude Code waits for the hook command, against a Python that does nothing.

python benchmarks/hook_start.py [COMMAND...]    the command to measure; default: this checkout's

Each run is the whole life of the command: started, payload read, a tray asked that answers at once, decision
printed. Runs of both kinds alternate, so that both meet the same load. Prints medians and their ratio.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 40
ROOT = Path(__file__).parents[1]
QUESTIONS = [
    {"question": "Which database?", "header": "DB", "options": [{"label": "SQLite"}, {"label": "MySQL"}]}
]
PAYLOAD = {
    "hook_event_name": "PreToolUse",
    "session_id": "s1",
    "cwd": "/shop",
    "tool_name": "AskUserQuestion",
    "tool_use_id": "t1",
    "tool_input": {"questions": QUESTIONS},
}
ANSWER = {
    "hookSpecificOutput": {
        "hookEventName": "PreToolUse",
        "permissionDecision": "allow",
        "updatedInput": {"questions": QUESTIONS, "answers": {"Which database?": "SQLite"}},
    }
}


def timed(command: list[str]) -> tuple[float, bytes]:
    """Return the milliseconds of one run and what it printed."""
    begun = time.perf_counter()
    ran = subprocess.run(
        command, input=json.dumps(PAYLOAD).encode(), stdout=subprocess.PIPE, cwd=ROOT, check=True
    )
    return (time.perf_counter() - begun) * 1000, ran.stdout


def measure(command: list[str]) -> None:
    """Print both medians."""
    ours, nothing = [], []
    for _ in range(RUNS):
        nothing.append(timed([sys.executable, "-c", "pass"])[0])
        took, printed = timed(command)
        if json.loads(printed) != ANSWER:
            sys.exit("the command did not print the answer")
        ours.append(took)
    median, base = statistics.median(ours), statistics.median(nothing)
    print(f"hook: median {median:.0f} ms of {RUNS} runs (fastest {min(ours):.0f}, slowest {max(ours):.0f})")
    print(f"python -c pass: median {base:.0f} ms; ratio {median / base:.2f}")


async def main(command: list[str]) -> None:
    """Serve as the tray meanwhile."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(json.dumps({"decision": ANSWER}).encode() + b"\n")
        writer.close()

    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/s.sock"
        async with await asyncio.start_unix_server(talk, path):
            await asyncio.to_thread(measure, [*command, "hook", "--socket", path])


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:] or [sys.executable, "-m", "orchestrator_tray"]))
