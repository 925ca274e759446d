"""How fast a history is scanned for answers, beside reading it line by line, and how much memory that takes.

python benchmarks/import_speed.py [--megabytes 1000] [--folder FOLDER]

A synthetic history in Claude Code's layout is written to a temporary folder and removed afterwards: sessions
of prompts, tool calls with results of all sizes, closing questions, calls of the question tool with answers.
Each measurement runs in a process of its own, so that its peak of memory is its own; the best of three
counts. Embedding is not part of this.
"""

import argparse
import itertools
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RUNS = 3
FILE_BYTES = 2_500_000
COUNTER = itertools.count()
WORDS = (
    "the",
    "user",
    '"quoted"',
    "import",
    "def run(self):\n    return",
    "path/to/file.py",
    "\\n",
    "error",
    "ok \u2014 fine",
)


def history(folder: Path, megabytes: int) -> None:
    """Write sessions of about FILE_BYTES each until there is enough."""
    rng = random.Random(7)
    sizes = (20, 60, 200, 600, 2_000, 8_000)
    filler = [" ".join(rng.choices(WORDS, k=size)) for size in sizes for _ in range(2_000 // size + 2)]
    written = number = 0
    while written < megabytes * 1_000_000:
        project = folder / f"-home-ann-project-{number % 20}"
        project.mkdir(exist_ok=True)
        path = project / f"{number:08x}-0000-4000-8000-000000000000.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for line in session(rng, filler, number):
                file.write(json.dumps(line, separators=(",", ":"), ensure_ascii=False) + "\n")
                if file.tell() > FILE_BYTES:
                    break
        written += path.stat().st_size
        number += 1


def session(rng: random.Random, filler: list[str], number: int) -> Iterator[dict[str, Any]]:
    """Give the lines of one session without an end: every fourth turn asks, half of them by the tool."""
    place = {"cwd": f"/home/ann/project/{number % 20}", "sessionId": f"{number:08x}", "version": "2.1.330"}
    at, count = 0, 0
    while True:
        at += 1
        stamp = f"2026-{1 + number % 12:02}-01T{at // 3600 % 24:02}:{at // 60 % 60:02}:{at % 60:02}.000Z"
        common = {
            "isSidechain": False,
            "userType": "external",
            "entrypoint": "cli",
            **place,
            "timestamp": stamp,
        }
        prompt = f"Now do step {at} of {rng.choice(filler)[:200]}"
        yield {"parentUuid": "u", **common, "type": "user", "message": {"role": "user", "content": prompt},
               "promptSource": "typed", "origin": {"kind": "human"}}  # fmt: skip
        for _ in range(rng.randint(1, 30)):
            count += 1
            yield from call(f"toolu_{number:x}x{count}", rng.choice(filler), rng.choice(filler), common)
        if rng.random() < 1 / 8:
            count += 1
            if rng.random() < 2 / 3:
                yield said({"type": "text", "text": "One thing first."}, common, "tool_use")
            yield from question(f"toolu_{number:x}x{count}", f"Which way in step {at}?", rng, common)
        closing = rng.choice(filler)[:1500]
        if rng.random() < 1 / 8:
            closing += f"\n\nShall I go on with step {at + 1}?"
        yield said({"type": "text", "text": closing}, common)
        yield {"type": "system", "subtype": "turn_duration", **common}


def said(block: dict[str, Any], common: dict[str, Any], stop: str = "end_turn") -> dict[str, Any]:
    message = {"id": f"msg_{next(COUNTER)}", "type": "message", "role": "assistant", "content": [block],
               "stop_reason": stop, "usage": {"input_tokens": 10, "output_tokens": 20}}  # fmt: skip
    return {"parentUuid": "u", "message": message, "type": "assistant", **common}


def call(tool_use_id: str, given: str, told: str, common: dict[str, Any]) -> Iterator[dict[str, Any]]:
    block = {"type": "tool_use", "id": tool_use_id, "name": "Edit", "input": {"new_string": given}}
    yield said(block, common, "tool_use")
    result = {"tool_use_id": tool_use_id, "type": "tool_result", "content": told}
    yield {"parentUuid": "u", **common, "type": "user", "message": {"role": "user", "content": [result]},
           "toolUseResult": {"stdout": told, "stderr": ""}}  # fmt: skip


def question(
    tool_use_id: str, text: str, rng: random.Random, common: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    options = [
        {"label": label, "description": f"The {label.lower()} way"} for label in ("Short", "Safe", "Other")
    ]
    asked = {"questions": [{"question": text, "header": "Way", "options": options, "multiSelect": False}]}
    yield said(
        {"type": "tool_use", "id": tool_use_id, "name": "AskUserQuestion", "input": asked}, common, "tool_use"
    )
    answers = {text: rng.choice(options)["label"]}
    told = f'Your questions have been answered: "{text}"="{answers[text]}".'
    result = {"tool_use_id": tool_use_id, "type": "tool_result", "content": told}
    yield {"parentUuid": "u", **common, "type": "user", "message": {"role": "user", "content": [result]},
           "toolUseResult": {**asked, "answers": answers, "annotations": {}}}  # fmt: skip


# What is measured, each in its own process


def read_bytes(folder: Path, _: Path) -> int:
    """Read every line as bytes."""
    lines = 0
    for path in folder.rglob("*.jsonl"):
        with path.open("rb") as file:
            lines += sum(1 for line in file)
    return lines


def read_text(folder: Path, _: Path) -> int:
    """Read every line as text."""
    lines = 0
    for path in folder.rglob("*.jsonl"):
        with path.open(encoding="utf-8") as file:
            lines += sum(1 for line in file)
    return lines


def scan(folder: Path, state: Path) -> int:
    """Scan everything."""
    return scanned(folder, state, {})


def scan_again(folder: Path, state: Path) -> int:
    """Scan what has changed since, which is nothing."""
    return scanned(folder, state, json.loads(state.read_text(encoding="utf-8")))


def scanned(folder: Path, state: Path, seen: dict[str, list[Any]]) -> int:
    from orchestrator_tray.adapters.transcripts import FileState, Scan

    known = {path: FileState(*values) for path, values in seen.items()}
    whole = Scan([folder], seen=known)
    learned = sum(1 for _ in whole)
    state.write_text(json.dumps(whole.seen), encoding="utf-8")
    return learned


MEASURED: tuple[Callable[[Path, Path], int], ...] = (read_bytes, read_text, scan, scan_again)


def measure(folder: Path, state: Path, total: int) -> None:
    """Run each once in turn, several times, and print the best."""
    best: dict[str, tuple[float, int, int]] = {}
    for _ in range(RUNS):
        for function in MEASURED:
            name = function.__name__
            command = [
                sys.executable,
                __file__,
                "--run",
                name,
                "--folder",
                str(folder),
                "--state",
                str(state),
            ]
            ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
            seconds, count, kilobytes = json.loads(ran.stdout)
            best[name] = min(best.get(name, (seconds, count, kilobytes)), (seconds, count, kilobytes))
    print(f"{'':12} {'seconds':>8} {'MB/s':>7} {'count':>8} {'peak MB':>8}")
    for name, (seconds, count, kilobytes) in best.items():
        print(f"{name:12} {seconds:8.2f} {total / seconds / 1e6:7.0f} {count:8} {kilobytes / 1024:8.0f}")
    print(f"scan against read_bytes: {best['read_bytes'][0] / best['scan'][0]:.2f} of its speed")
    print(f"scan against read_text:  {best['read_text'][0] / best['scan'][0]:.2f} of its speed")
    print(f"scan_again: {best['scan'][0] / best['scan_again'][0]:.0f} times faster than scan")


def run(name: str, folder: Path, state: Path) -> None:
    """Measure one function in this process; print seconds, count and peak memory as JSON."""
    sys.path.insert(0, str(ROOT))
    import orchestrator_tray.adapters.transcripts  # noqa: F401 - starting up is not scanning

    function = next(each for each in MEASURED if each.__name__ == name)
    begun = time.perf_counter()
    count = function(folder, state)
    seconds = time.perf_counter() - begun
    print(json.dumps([seconds, count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=int, default=1_000)
    parser.add_argument("--folder", type=Path, help="measure this history instead")
    parser.add_argument("--state", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--run", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run:
        run(given.run, given.folder, given.state)
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch, "projects")
        if not given.folder:
            folder.mkdir()
            history(folder, given.megabytes)
        total = sum(path.stat().st_size for path in folder.rglob("*.jsonl"))
        print(f"{total / 1e6:.0f} MB in {sum(1 for _ in folder.rglob('*.jsonl'))} files")
        measure(folder, Path(scratch, "state.json"), total)


if __name__ == "__main__":
    main()
