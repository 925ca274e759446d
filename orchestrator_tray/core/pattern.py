"""What is remembered: one human answer to one question part, and how like another question it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from orchestrator_tray.core.choices import NO_CHOICES, Choices
from orchestrator_tray.core.question import Option, Part

Origin = Literal["accepted", "typed", "chosen", "taught", "transcript", "hook", "upstream", "corrected"]
"""Where a human's answer came from. The machine's own answers are never patterns."""


@dataclass(frozen=True, slots=True)
class DecisionPattern:
    """One remembered human answer. The attribute names are those of the upstream `cbos-patterns`."""

    question_text: str
    user_answer: str
    """As the person gave it: a label, several labels joined by ", ", or own words."""
    question_header: str = ""
    options: tuple[Option, ...] = ()
    multi_select: bool = False
    project: str = ""
    session_id: str = ""
    tool_use_id: str = ""
    context_before: str = ""
    is_selected_option: bool = False
    """Whether the answer was one (or several) of the options."""
    timestamp: datetime | None = None
    """When the person answered; timezone-aware, UTC."""
    origin: Origin = "taught"
    confirmations: int = 0
    """How often a person accepted an answer that rested on this pattern."""
    corrections: int = 0
    """How often a person said that an answer which rested on this pattern was wrong."""
    id: str = ""
    """Opaque; "" before it is stored."""

    @property
    def part(self) -> Part:
        """The question as it was asked then."""
        return Part(self.question_text, self.question_header, self.options, self.multi_select)


@dataclass(frozen=True, slots=True)
class Remembered:
    """One answer to remember."""

    pattern: DecisionPattern
    key: str
    """What makes it the same answer when it is met again, such as "toolu_x:0"; unique in the database."""
    vector: bytes | None = None
    """Of the question's text; None to embed it later."""
    question_id: str = ""
    """The question of the journal that it was an answer to; "" where it was none."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A remembered answer beside a question that is asked now."""

    pattern: DecisionPattern
    similarity: float
    """Cosine of the two question texts' embeddings, from -1 to 1; 1.0 for the same text."""

    @property
    def moment(self) -> float:
        """When the person answered, to sort by: what has no time counts as the oldest."""
        at = self.pattern.timestamp
        return at.timestamp() if at else 0.0


@dataclass(frozen=True, slots=True)
class Recall:
    """All that memory brings up for one question part."""

    neighbours: tuple[Neighbour, ...] = ()
    """Nearest first: the same text, the nearest by vector, and those of the same question frame."""
    choices: Choices = NO_CHOICES
    """How the person chose lately, whatever it was about."""
    looks_dangerous: bool = False
    """The second opinion on the part as a whole; False where the model is not at hand."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the past says about one question part."""

    answer: str | None = None
    """In the words offered now, verbatim; several ticks in option order joined by ", "; None without one."""
    confidence: float = 0.0
    """The probability that this person would give this answer now."""
    similarity: float = 0.0
    """Of the nearest pattern that speaks for the answer; 0 without one."""
    pattern_ids: tuple[str, ...] = ()
    """The past answers that it rests on, the weightiest first."""
    may_answer: bool = False
    """Whether it rests on past answers to this question or an established habit of its family, as automatic
    answers must; a mere preference for a position does not count."""
    reason: str = ""
    """One plain sentence for a person."""
