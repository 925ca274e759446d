"""Whether every part of this program is there and works.

Made for the frozen program, whose parts come from many places; runs from source as well. Writes to a scratch
folder only, and asks no server. A desktop without tray or notifications is absent, not broken.
"""

import asyncio
import json
import math
from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, get_args

from orchestrator_tray.adapters.embedder import DEFAULT_MODEL, Embedder
from orchestrator_tray.adapters.notifier import Notifier, Reach
from orchestrator_tray.adapters.store import Database, Remembered
from orchestrator_tray.core.events import QuestionAsked
from orchestrator_tray.core.pattern import DecisionPattern
from orchestrator_tray.core.view import TrayIcon
from orchestrator_tray.core.wire import decode
from orchestrator_tray.version import LICENCES, read_build, version_text

KNOWN_TEXT: Final = "Which authentication method should we use?"
KNOWN_VECTOR: Final = (-0.04737, 0.06166, -0.08478, -0.11662, -0.06623, 0.05088)
"""How its vector begins, as other computers have found it."""
TOLERANCE: Final = 0.02
"""int8 kernels of other processors round differently."""

_PAST: Final = (
    "How should users log in?",
    "Which colour should the button have?",
    "May I delete this branch?",
)
_FRAME: Final = json.dumps(
    {
        "type": "formatted_event",
        "slug": "test",
        "event": {
            "category": "question",
            "timestamp": "2026-01-01T00:00:00.000Z",
            "summary": f"{KNOWN_TEXT} [Tokens | Sessions]",
            "details": KNOWN_TEXT,
            "questionOptions": ["Tokens", "Sessions"],
        },
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    ok: bool | None
    """True: works; None: absent on this computer; False: broken."""
    text: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the checks share."""

    folder: Path
    """For what they write."""
    embedder: Embedder
    """Loads the model once."""


Check = Callable[[Bench], Finding]


def findings() -> Iterator[tuple[str, Finding]]:
    """Yield each check's name and what it found; one that fails does not keep the others from being made."""
    with TemporaryDirectory(prefix="orchestrator-tray-test-") as folder, Embedder() as embedder:
        bench = Bench(Path(folder), embedder)
        for name, check in CHECKS.items():
            yield name, _found(check, bench)


def _found(check: Check, bench: Bench) -> Finding:
    try:
        return check(bench)
    except Exception as error:  # noqa: BLE001  # whatever a missing library raises is what is to be told
        text = " ".join(f"{type(error).__name__}: {error}".split())
        return Finding(ok=False, text=text, mend="download the program anew")


def _program(_: Bench) -> Finding:
    frozen = "" if read_build() else ", from source"
    return Finding(ok=True, text=version_text() + frozen)


def _model(bench: Bench) -> Finding:
    (vector,) = bench.embedder.embed([KNOWN_TEXT])
    numbers = array("f", vector)
    off = max(abs(number - known) for number, known in zip(numbers, KNOWN_VECTOR, strict=False))
    length = math.hypot(*numbers)
    ok = off < TOLERANCE and abs(length - 1) < 1e-3
    return Finding(ok, f"{DEFAULT_MODEL}: {len(numbers)} numbers, at most {off:.5f} off the known ones")


def _database(bench: Bench) -> Finding:
    past = [
        Remembered(DecisionPattern(text, "Yes", timestamp=datetime.now(UTC)), f"key-{number}")
        for number, text in enumerate(_PAST)
    ]
    with Database.open(bench.folder / "patterns.db") as written:
        ids = written.remember(past)
    with Database.open(bench.folder / "patterns.db", read_only=True) as read:
        texts = tuple(pattern.question_text for pattern in read.get(ids))
    return Finding(texts == _PAST, f"{len(texts)} of {len(_PAST)} answers written and read")


def _search(bench: Bench) -> Finding:
    with Database.open(bench.folder / "vectors.db") as database:
        database.use_model(bench.embedder.name, bench.embedder.dimension)
        vectors = bench.embedder.embed(_PAST)
        database.remember(
            [
                Remembered(DecisionPattern(text, "Yes", timestamp=datetime.now(UTC)), text, vector)
                for text, vector in zip(_PAST, vectors, strict=True)
            ]
        )
        (vector,) = bench.embedder.embed([KNOWN_TEXT])
        nearest = database.nearest(vector, threshold=-1, limit=2)
    ok = len(nearest) == 2 and nearest[0].pattern.question_text == _PAST[0]
    return Finding(ok, f"sqlite-vec: nearest of {len(_PAST)} by {nearest[0].similarity:.2f}")


def _frame(_: Bench) -> Finding:
    (event,) = decode(_FRAME, now=datetime.now(UTC))
    ok = isinstance(event, QuestionAsked) and event.question.parts[0].labels == ("Tokens", "Sessions")
    return Finding(ok, f"a question of the server is read as {type(event).__name__}")


def _icons(_: Bench) -> Finding:
    from orchestrator_tray.adapters.tray.pictures import Panel, picture
    from orchestrator_tray.paths import icon_file

    drawn = [
        picture(state, count, panel, size).getbbox()
        for state in get_args(TrayIcon)
        for panel in get_args(Panel)
        for size in (16, 22, 24, 32, 48, 64)
        for count in (0, 3)
    ]
    ok = all(drawn) and icon_file("app", 128).is_file()
    return Finding(ok, f"{len(drawn)} pictures drawn")


def _tray(_: Bench) -> Finding:
    from orchestrator_tray.adapters.tray.backend import NoTray, choose

    chosen = choose()
    if isinstance(chosen, NoTray):
        return Finding(ok=None, text=chosen.reason)
    return Finding(ok=True, text=chosen.name)


def _notifications(_: Bench) -> Finding:
    from desktop_notifier.main import get_backend_class

    reach = asyncio.run(_reach())
    text = f"{get_backend_class().__name__}; {reach.text}"
    return Finding(ok=True if reach.ok else None, text=text, mend=reach.mend)


async def _reach() -> Reach:
    notifier = Notifier(lambda *_: None)
    await notifier.start()
    try:
        return await notifier.reach()
    finally:
        await notifier.close()


def _licences(_: Bench) -> Finding:
    if not LICENCES.exists():
        return Finding(ok=None if read_build() is None else False, text="from source: with each package")
    return Finding(ok=True, text=f"{LICENCES.stat().st_size} bytes")


CHECKS: Final[Mapping[str, Check]] = {
    "program": _program,
    "model": _model,
    "database": _database,
    "search": _search,
    "frame": _frame,
    "icons": _icons,
    "tray": _tray,
    "notifications": _notifications,
    "licences": _licences,
}
