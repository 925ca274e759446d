"""What is done about a question: the decision, the delivery of an answer, and how the question ended."""

from dataclasses import dataclass
from typing import Literal

from orchestrator_tray.core.question import Question

Action = Literal["answer", "suggest", "record"]
DeliveryState = Literal["queued", "sent", "delivered", "stopped", "failed"]
Sender = Literal["auto", "user"]
CloseReason = Literal["delivered", "answered_elsewhere", "ignored", "session_deleted", "moved_on", "expired"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What should happen with a question, by the past and the settings; a later one replaces it."""

    question_id: str
    action: Action
    answers: tuple[str, ...] | None
    """One per part; None exactly when `action` is "record"."""
    confidence: float
    """Of the least sure part."""
    similarity: float
    pattern_ids: tuple[str, ...]
    reason: str
    """One plain sentence; begins "guarded: <kind>" where the guard lowered it."""
    would_answer: bool = False
    """Whether only the person's switches kept it from being an automatic answer."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """How far the answer to a question has come."""

    question_id: str
    state: DeliveryState
    text: str
    """Exactly what is sent."""
    by: Sender
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that was delivered, as the person may want to correct it."""

    question: Question
    answers: tuple[str, ...]
    by: Sender
    is_corrected: bool = False
