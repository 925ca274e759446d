"""Watches a demonstration: what the listener tells, and what really arrived at the sessions."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from orchestrator_tray.core.actions import Fact, LinkReport
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.demo.story import Scene


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one scene's question."""

    scene: Scene
    decision: Decision
    arrived: str | None
    """What reached the session after its question; None where nothing did."""

    @property
    def is_true(self) -> bool:
        """Whether what the listener told is what the session saw."""
        answers = self.decision.answers if self.decision.action == "answer" else None
        return self.arrived == (answers[0] if answers else None)


class Stage:
    """Collects outcomes by session. Used on the loop's thread."""

    def __init__(self, scenes: Sequence[Scene], tell: Callable[[Fact, str, datetime], None]) -> None:
        """`tell` is told everything first."""
        self.connected = asyncio.Event()
        self.complete = asyncio.Event()
        """Set when every question is decided and every automatic answer delivered."""
        self._scenes = scenes
        self._tell = tell
        self._decisions: dict[str, Decision] = {}
        self._delivered: set[str] = set()

    def tell(self, fact: Fact, slug: str, now: datetime) -> None:
        """Take a fact as the runtime tells it."""
        self._tell(fact, slug, now)
        match fact:
            case LinkReport("connected"):
                self.connected.set()
            case Decision():
                self._decisions[slug] = fact
            case Delivery(state="delivered"):
                self._delivered.add(slug)
            case _:
                return
        if all(map(self._is_settled, self._scenes)):
            self.complete.set()

    def _is_settled(self, scene: Scene) -> bool:
        decision = self._decisions.get(scene.slug)
        return decision is not None and (decision.action != "answer" or scene.slug in self._delivered)

    def outcomes(self, received: Mapping[str, Sequence[str]]) -> tuple[Outcome, ...]:
        """Return what became of each question so far; `received` holds by slug what reached the sessions."""
        return tuple(
            Outcome(scene, decision, _after_prompt(received[scene.slug]))
            for scene in self._scenes
            if (decision := self._decisions.get(scene.slug)) is not None
        )


def _after_prompt(texts: Sequence[str]) -> str | None:
    return "\n".join(texts[1:]) if len(texts) > 1 else None


def shortcomings(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """Return which of the three outcomes did not come, or came otherwise than it was told."""
    seen = {outcome.decision.action for outcome in outcomes if outcome.is_true}
    lost = [f"{name} did not come" for action, name in _NAMES.items() if action not in seen]
    untrue = [
        f"{outcome.scene.slug} received {outcome.arrived!r}" for outcome in outcomes if not outcome.is_true
    ]
    return (*lost, *untrue)


_NAMES = {"answer": "an automatic answer", "suggest": "a suggestion", "record": "a record"}
