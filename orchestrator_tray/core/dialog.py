"""Who answered which question in one session, followed entry by entry.

Calls are paired with results by tool_use id alone, whatever lies between. A question in closing text is
answered by the person's next words, where they were typed after it and are short enough for an answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from orchestrator_tray.core.answers import STILL_OPEN, TALKED, Answer, Refusal, read_result
from orchestrator_tray.core.closing import closing_question
from orchestrator_tray.core.entries import (
    AnsweredByHook,
    Asked,
    Cut,
    Entry,
    Origin,
    Prompted,
    Queued,
    Returned,
    Spoken,
    ToolRan,
    Unqueued,
)
from orchestrator_tray.core.pattern import DecisionPattern, Remembered
from orchestrator_tray.core.question import CONTEXT_KEPT, Part
from orchestrator_tray.core.typed import LONGEST, read_instead, read_typed

Unlearnable = Literal[
    "of unknown source",  # written by a version that does not say who typed it
    "typed before the question",
    "too long for an answer",
    "not only words",  # a picture or a file says the rest
    "a mere position",
]
_LEFT_OPEN = (*TALKED, *STILL_OPEN)
"""After such a refusal a person may still name an option."""
_MOST_OPEN = 64
"""Calls without a result that are remembered: far more than wait at once, unless a file is made up."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A call that no person decided."""

    tool_use_id: str
    parts: tuple[Part, ...]
    reason: Refusal
    words: str = ""
    """What the person said instead, then or with their next prompt."""


@dataclass(frozen=True, slots=True)
class Passed:
    """Words after a question in closing text that are not taken as its answer."""

    reason: Unlearnable


Outcome = Remembered | Refused | Passed


class Dialog:
    """Takes a session's entries in the order of the file and gives what came of its questions.

    Entries that tell nothing may be left out, as long as the assistant's latest words come before the
    question or the prompt that follows them.
    """

    def __init__(self) -> None:
        self._said: Spoken | None = None
        self._closing: Spoken | None = None
        self._asked: dict[str, tuple[Asked, str]] = {}
        self._by_hook: set[str] = set()
        self._queued: set[str] = set()
        self._is_unqueued = False
        self._refused: list[tuple[Refused, str]] = []

    @property
    def open_ids(self) -> frozenset[str]:
        """The tool_use ids of calls without a result."""
        return frozenset(self._asked)

    @property
    def left_open_ids(self) -> frozenset[str]:
        """The tool_use ids of the refused calls that the person's next words may answer."""
        return frozenset(refused.tool_use_id for refused, _ in self._refused if refused.reason in _LEFT_OPEN)

    def feed(self, entry: Entry) -> Iterator[Outcome]:
        """Take the next entry; give what it settles."""
        match entry:
            case Spoken():
                self._said = entry
                self._queued, self._is_unqueued = set(), False
                self._closing = entry if entry.is_final and not entry.origin.is_side else None
            case Asked():
                yield from self._give_up()
                self._asked[entry.tool_use_id] = (
                    entry,
                    self._said.text[-CONTEXT_KEPT:] if self._said else "",
                )
                if len(self._asked) > _MOST_OPEN:
                    yield self._interrupted(next(iter(self._asked)))
            case Returned():
                self._closing = None
                yield from self._returned(entry)
            case AnsweredByHook(tool_use_id):
                self._by_hook.add(tool_use_id)
            case Queued(text):
                self._queued.add(text)
            case Unqueued():
                self._is_unqueued = True
            case Prompted():
                yield from self._prompted(entry)
            case ToolRan():
                yield from self._give_up()
            case Cut():
                self._closing = self._said = None
            case _:
                assert_never(entry)

    def finish(self) -> Iterator[Outcome]:
        """Give what stays without an answer at the end of the file."""
        yield from self._give_up()
        for tool_use_id in tuple(self._asked):
            yield self._interrupted(tool_use_id)

    def _interrupted(self, tool_use_id: str) -> Refused:
        asked, _ = self._asked.pop(tool_use_id)
        return Refused(tool_use_id, asked.parts, "interrupted")

    def _give_up(self) -> Iterator[Outcome]:
        """The session goes on: what the person says next belongs to nothing before."""
        yield from (refused for refused, _ in self._refused)
        self._refused, self._closing = [], None

    def _returned(self, entry: Returned) -> Iterator[Outcome]:
        asked, context = self._asked.pop(entry.tool_use_id, (None, ""))
        parts = (asked.parts if asked else ()) or entry.parts
        if asked is None and not parts:
            return  # the result of another tool
        reading = read_result(parts, entry.judged(by_hook=entry.tool_use_id in self._by_hook))
        if reading.refusal:
            refused = Refused(entry.tool_use_id, parts, reading.refusal, reading.words)
            self._refused.append((refused, context))
        for answer in reading.answers:
            pattern = _pattern(parts[answer.index], answer, entry.origin, entry.tool_use_id, context)
            yield Remembered(pattern, f"{entry.tool_use_id}:{answer.index}")

    def _prompted(self, entry: Prompted) -> Iterator[Outcome]:
        if entry.origin.is_side:
            return
        closing, self._closing, self._said = self._closing, None, None
        is_taken = any(refused.reason in TALKED for refused, _ in self._refused)
        if entry.source == "human" or (entry.source == "unknown" and is_taken):
            outcomes = [self._instead(refused, context, entry) for refused, context in self._refused]
            is_taken = is_taken or any(isinstance(outcome, Remembered) for outcome in outcomes)
            self._refused = []
            yield from outcomes
        if closing and entry.source != "program" and not is_taken:
            yield from self._answered(closing, entry)
        self._queued, self._is_unqueued = set(), False

    def _instead(self, refused: Refused, context: str, entry: Prompted) -> Outcome:
        """Take an option that the person names after all as the answer."""
        refused = replace(refused, words=refused.words or entry.text)
        is_answer = refused.reason in _LEFT_OPEN and len(refused.parts) == 1 and not self._is_too_early(entry)
        answer = read_instead(refused.words, refused.parts[0]) if is_answer and entry.is_whole else None
        if answer is None:
            return refused
        pattern = _pattern(refused.parts[0], answer, entry.origin, refused.tool_use_id, context)
        return Remembered(pattern, f"{refused.tool_use_id}:{answer.index}")

    def _is_too_early(self, entry: Prompted) -> bool:
        return self._is_unqueued and entry.text not in self._queued

    def _answered(self, closing: Spoken, entry: Prompted) -> Iterator[Outcome]:
        part = closing_question(closing.text)
        if part:
            yield self._typed(closing, part, entry)

    def _typed(self, closing: Spoken, part: Part, entry: Prompted) -> Outcome:
        if entry.source == "unknown":
            return Passed("of unknown source")
        if self._is_too_early(entry):
            return Passed("typed before the question")
        if len(entry.text) > LONGEST:
            return Passed("too long for an answer")
        answer = read_typed(entry.text, part) if entry.is_whole else None
        if answer is None:
            return Passed("a mere position" if entry.is_whole else "not only words")
        pattern = _pattern(part, answer, entry.origin, "", closing.text)
        return Remembered(pattern, f"{closing.key}:{answer.index}")


def _pattern(part: Part, answer: Answer, origin: Origin, tool_use_id: str, context: str) -> DecisionPattern:
    return DecisionPattern(
        question_text=part.text,
        user_answer=answer.text,
        question_header=part.header,
        options=part.options,
        multi_select=part.multi_select,
        project=origin.project,
        session_id=origin.session_id,
        tool_use_id=tool_use_id,
        context_before=context[-CONTEXT_KEPT:],
        is_selected_option=answer.is_selected_option,
        timestamp=origin.at,
        origin="transcript",
    )
