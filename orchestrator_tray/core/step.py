"""One step of `decide` in the making: the next state and the actions, in order."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from orchestrator_tray.core.actions import Action, CancelTimer, Closed, Problem, Report, SessionReport
from orchestrator_tray.core.decision import Answered, CloseReason, Delivery, DeliveryState
from orchestrator_tray.core.events import TimerName
from orchestrator_tray.core.state import Card, Flight, Session, State

CLOSED_KEPT = 1000
RECENT_KEPT = 100
"""Enough that the latest automatic answers are among them, though a person accepts many more."""

_V = TypeVar("_V")


class Step:
    """Collects what one event leads to. `state` is always the state so far."""

    def __init__(self, state: State, now: datetime) -> None:
        self.state = state
        self.now = now
        self.actions: list[Action] = []

    def do(self, *actions: Action) -> None:
        self.actions.extend(actions)

    def problem(self, where: str, text: str) -> None:
        self.do(Report(Problem(where, text)))

    def put_card(self, card: Card) -> Card:
        self.state = replace(self.state, cards=_with(self.state.cards, card.question.id, card))
        return card

    def put_flight(self, flight: Flight) -> Flight:
        self.state = replace(self.state, flights=_with(self.state.flights, flight.slug, flight))
        return flight

    def drop_flight(self, slug: str) -> None:
        self.state = replace(self.state, flights=_without(self.state.flights, slug))

    def put_session(self, session: Session) -> Session:
        """Keep the session; tell where its state is new."""
        before = self.state.sessions.get(session.slug)
        self.state = replace(self.state, sessions=_with(self.state.sessions, session.slug, session))
        if session.state != "unknown" and (before is None or before.state != session.state):
            self.do(Report(SessionReport(session.slug, session.state, session.project)))
        return session

    def drop_session(self, slug: str) -> None:
        gone = self.state.sessions.get(slug)
        if gone is not None:
            self.state = replace(self.state, sessions=_without(self.state.sessions, slug))
            self.do(Report(SessionReport(slug, "deleted", gone.project)))

    def report_delivery(self, card: Card, state: DeliveryState, text: str, reason: str = "") -> None:
        delivery = Delivery(card.question.id, state, text, card.by, reason)
        self.do(Report(delivery, card.question.slug))

    def remember(self, answered: Answered) -> None:
        self.state = replace(self.state, recent=(answered, *self.state.recent)[:RECENT_KEPT])

    def close(self, card: Card, reason: CloseReason) -> None:
        """Take an open question off the table."""
        question = card.question
        closed = (*self.state.closed, question.id)[-CLOSED_KEPT:]
        cards = _without(self.state.cards, question.id)
        self.state = replace(
            self.state, cards=cards, closed=closed, is_reviewing=self.state.is_reviewing and bool(cards)
        )
        timers: tuple[TimerName, ...] = ("grace", "expire", "notify", "hold", "confirm")
        self.do(
            *(CancelTimer(name, question.id) for name in timers),
            Report(Closed(question.id, question.slug, reason)),
        )


def _with(values: Mapping[str, _V], key: str, value: _V) -> Mapping[str, _V]:
    return {**values, key: value}


def _without(values: Mapping[str, _V], key: str) -> Mapping[str, _V]:
    return {name: value for name, value in values.items() if name != key}
