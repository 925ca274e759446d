"""The demonstration itself: a stand-in server, a listener that hears it, and words for what happened."""

import asyncio
import shlex
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from orchestrator_tray.app import Output, compose
from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.table import fitted, wrapped
from orchestrator_tray.core.actions import Ready
from orchestrator_tray.core.display import percent, stated
from orchestrator_tray.core.events import QuitRequested
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.data_folder import opened_memory
from orchestrator_tray.demo.stage import Outcome, Stage, shortcomings
from orchestrator_tray.demo.standin import StandIn
from orchestrator_tray.demo.story import HISTORY, SCENES, SESSIONS, turns
from orchestrator_tray.errors import TrayError
from orchestrator_tray.memory import Memory
from orchestrator_tray.paths import Paths

_OPENING = """\
Four scripted Claude Code sessions on a stand-in server, and twelve answers that you could have given before.
Nothing is real, nothing is kept, nothing leaves this computer. The listener and the model are the real ones.
"""
_CLOSING = """
All of this was checked against what the sessions received; it took {seconds:.1f} s.
Next, let it learn from your own answers:
  {program} import
"""
_GRACE = 1.0
_SECONDS = 25.0
_PAUSE = 0.5
"""Between the sessions' questions, so that a person can follow."""
_PAUSE_KEPT = 10.0
"""The same while `--keep-running`."""


async def demonstrate(context: Context, paths: Paths) -> None:
    """Play it all in an empty data folder; TrayError where an outcome does not come as it was told."""
    as_json = context.args.json
    if not as_json:
        print(_OPENING)
    async with StandIn(turns=turns, sessions=SESSIONS) as server:
        start = monotonic()
        outcomes = await _perform(server, paths, as_json=as_json)
        problems = shortcomings(outcomes)
        seconds = round(monotonic() - start, 2)
        if as_json:
            context.tell({**_summary(outcomes), "ok": not problems, "url": server.url, "seconds": seconds})
        else:
            print(*_explanation(outcomes), sep="\n", flush=True)
        if problems:
            raise TrayError(f"the demonstration is not as it should be: {'; '.join(problems)}")
        if not as_json:
            print(_CLOSING.format(seconds=seconds, program=own_command()), end="", flush=True)
        if context.args.keep_running:
            await _keep_running(server, paths, as_json=as_json)


async def _perform(server: StandIn, paths: Paths, *, as_json: bool) -> tuple[Outcome, ...]:
    """Let the listener hear the sessions until all is settled, or for so long."""
    settings = Settings(url=server.url, auto_answer=True, grace=_GRACE)
    with opened_memory(paths, settings) as (database, memory):
        await asyncio.to_thread(_teach, memory)
        output = Output(sys.stdout, as_json=as_json, on_broken=lambda: runtime.post(QuitRequested()))
        stage = Stage(SCENES, output.tell)
        runtime, link = compose(settings, database, memory, stage.tell)
        output.tell(Ready(settings, database.count()), "", datetime.now(UTC))
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(runtime.run(link))
            with suppress(TimeoutError):
                async with asyncio.timeout(_SECONDS):
                    await stage.connected.wait()
                    for scene in SCENES:
                        server.send_input(scene.slug, scene.prompt)
                        await asyncio.sleep(_PAUSE)
                    await stage.complete.wait()
            runtime.post(QuitRequested())
        return stage.outcomes(server.received)


def _teach(memory: Memory) -> None:
    now = datetime.now(UTC)
    for past in HISTORY:
        memory.teach(past.question(now), {0: past.answer})
    memory.embed_missing()


async def _keep_running(server: StandIn, paths: Paths, *, as_json: bool) -> None:
    """Let one session after the other ask anew, until somebody interrupts."""
    if not as_json:
        print(*_invitation(server.url, paths), sep="\n", flush=True)
    while True:
        for scene in SCENES:
            await asyncio.sleep(_PAUSE_KEPT)
            server.send_input(scene.slug, scene.prompt)


def _summary(outcomes: Sequence[Outcome]) -> dict[str, object]:
    told = [
        {
            "slug": outcome.scene.slug,
            "question": outcome.scene.part.text,
            "action": outcome.decision.action,
            "answers": outcome.decision.answers,
            "confidence": stated(outcome.decision.confidence),
            "reason": outcome.decision.reason,
            "arrived": outcome.arrived,
        }
        for outcome in outcomes
    ]
    return {"type": "demo", "outcomes": told}


def _explanation(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "\nWhat happened:"
    for outcome in outcomes:
        yield ""
        yield fitted(f"[{outcome.scene.slug}] asked: {outcome.scene.part.text}")
        for line in _account(outcome):
            yield from wrapped(line, indent=2)


def _account(outcome: Outcome) -> Iterator[str]:
    decision = outcome.decision
    answer, sure = ", ".join(decision.answers or ()), percent(decision.confidence)
    match decision.action:
        case "answer":
            yield f"It was answered automatically ({sure}): {answer}"
            yield f"because {decision.reason}."
            yield f"For {_GRACE:.0f} second it could be stopped."
            yield f"The session received: {outcome.arrived}"
        case "suggest":
            yield f"It was suggested ({sure}), for you to accept or ignore: {answer}"
            yield f"because {decision.reason}."
            yield "Nothing was sent."
        case "record":
            yield f"It was only recorded, because no answer was sure enough ({sure}):"
            yield f"{decision.reason}."
            yield "Nothing was sent. Whatever you answer is learned."


def own_command() -> str:
    """Return what a person can type to call this program, which from a checkout is not on the PATH."""
    called = sys.argv[0]
    is_unknown = shutil.which("orchestrator-tray") is None and Path(called).stem == "orchestrator-tray"
    return shlex.quote(called) if is_unknown else "orchestrator-tray"


def _invitation(url: str, paths: Paths) -> Iterator[str]:
    where = f"--url {url} --data-dir {paths.data_dir}"
    yield f"\nThe server stays at {url}; a session asks every {_PAUSE_KEPT:.0f} seconds. In another terminal:"
    yield f"  {own_command()} listen {where} --auto-answer"
    yield f"  {own_command()} watch --url {url} -q"
    yield "Ctrl-C ends it."
