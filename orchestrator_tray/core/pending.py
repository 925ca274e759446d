"""What a session's last entries say: which question is open, who answered it, whether our prompt arrived."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from orchestrator_tray.core.answers import STILL_OPEN, TALKED, Reading, read_result
from orchestrator_tray.core.closing import closing_question
from orchestrator_tray.core.entries import (
    AnsweredByHook,
    Asked,
    Cut,
    Entry,
    Prompted,
    Returned,
    Spoken,
    ToolRan,
)
from orchestrator_tray.core.events import Verdict
from orchestrator_tray.core.normal import normal_text
from orchestrator_tray.core.question import CONTEXT_KEPT, Part, Question
from orchestrator_tray.core.typed import LONGEST, read_instead, read_typed
from orchestrator_tray.core.wire import text_question_id

_SKEW = timedelta(seconds=2)
UNANSWERED = "nobody has answered yet"
"""The one reason that may change by waiting."""


@dataclass(frozen=True, slots=True)
class HumanAnswer:
    """What a person answered, or why that is not known."""

    answers: tuple[str, ...] | None
    """One per part."""
    reason: str = ""
    """For the log; "" where there are answers."""
    at: datetime | None = None
    key: str = ""
    """Of the call, or of the message that asked, in every copy; "" where there are no answers."""


def prompt_verdict(entries: Iterable[Entry], text: str, *, since: datetime) -> Verdict:
    """Tell whether `text` arrived as a prompt since then, or another one did.

    Ours may be stamped up to two seconds early. Another may not: it may have begun the turn that asked.
    """
    verdict: Verdict = "absent"
    for prompt in _prompts(entries):
        at = prompt.origin.at
        if at and at >= since - _SKEW and text and prompt.text == text.strip():
            return "found"
        if at and at >= since:
            verdict = "other"
    return verdict


def _prompts(entries: Iterable[Entry]) -> Iterator[Prompted]:
    return (entry for entry in entries if isinstance(entry, Prompted) and not entry.origin.is_side)


def answer_to(
    question: Question, entries: Sequence[Entry], *, until: datetime | None, sent_texts: Collection[str]
) -> HumanAnswer:
    """Find a person's answer to a question: in the result of its call, else in the next prompt.

    Args:
        question: As it was asked.
        entries: In the order of the file, from before the question on.
        until: What is stamped later is another matter; None for no end.
        sent_texts: What we sent ourselves.

    """
    start, key = _place(question, entries)
    if key is None:
        return HumanAnswer(None, "the question is not in the transcript")
    by_hook = AnsweredByHook(question.tool_use_id) in entries
    found = _first_answer(question, entries[start + 1 :], sent_texts, by_hook=by_hook)
    if _is_late(found, until):
        return HumanAnswer(None, "it came too late")
    return replace(found, key=key) if found.answers else found


def _first_answer(
    question: Question, entries: Iterable[Entry], sent_texts: Collection[str], *, by_hook: bool
) -> HumanAnswer:
    is_past, refusal = question.source == "text", None
    for entry in entries:
        match entry:
            case ToolRan() | Asked() if refusal:
                return refusal
            case Cut() if not refusal:
                return HumanAnswer(None, "the session went on without an answer")
            case ToolRan() if is_past:
                return HumanAnswer(None, "the session went on without an answer")
            case Returned(tool_use_id) if tool_use_id == question.tool_use_id:
                is_past, reading = True, read_result(question.parts, entry.judged(by_hook=by_hook))
                found = _from_result(entry, question.parts, reading)
                if reading.refusal in TALKED and len(question.parts) == 1:
                    refusal = found
                elif found:
                    return found
            case Prompted() if not entry.origin.is_side and refusal:
                return _from_talk(entry, question.parts[0]) or refusal
            case Prompted() if not entry.origin.is_side:
                return _from_prompt(entry, question.parts, sent_texts)
            case _:
                pass
    return HumanAnswer(None, UNANSWERED)


def _is_late(found: HumanAnswer, until: datetime | None) -> bool:
    return until is not None and found.at is not None and found.at > until


def _place(question: Question, entries: Sequence[Entry]) -> tuple[int, str | None]:
    """Find the call by its id, or the latest closing text that asks the same; the key is None for nowhere."""
    keys = ((at, _asking_key(entries[at], question)) for at in reversed(range(len(entries))))
    return next((found for found in keys if found[1] is not None), (0, None))


def _asking_key(entry: Entry, question: Question) -> str | None:
    if isinstance(entry, Asked):
        return entry.tool_use_id if entry.tool_use_id == question.tool_use_id != "" else None
    if not isinstance(entry, Spoken) or question.source != "text" or entry.origin.is_side:
        return None
    part = closing_question(entry.text)
    is_same = part is not None and normal_text(part.text) == normal_text(question.parts[0].text)
    return entry.key if is_same else None


def _from_result(entry: Returned, parts: Sequence[Part], reading: Reading) -> HumanAnswer | None:
    """Give what the call's result says; None where the person can still answer by a prompt."""
    if reading.refusal in STILL_OPEN:
        return None
    if reading.refusal:
        return HumanAnswer(None, f"the call was {reading.refusal.replace('_', ' ')}", entry.origin.at)
    if len(reading.answers) < len(parts):
        return HumanAnswer(None, "only some of its parts were answered", entry.origin.at)
    return HumanAnswer(tuple(answer.text for answer in reading.answers), at=entry.origin.at)


def _from_prompt(entry: Prompted, parts: Sequence[Part], sent_texts: Collection[str]) -> HumanAnswer:
    at = entry.origin.at
    if entry.text in {text.strip() for text in sent_texts}:
        return HumanAnswer(None, "the next prompt is our own", at)
    if len(parts) > 1:
        return HumanAnswer(None, "one prompt for several parts", at)
    if not entry.is_whole or len(entry.text) > LONGEST:
        return HumanAnswer(None, "the next prompt is more than an answer", at)
    answer = read_typed(entry.text, parts[0])
    if answer is None:
        return HumanAnswer(None, "the next prompt is a mere position", at)
    return HumanAnswer((answer.text,), at=at)


def _from_talk(entry: Prompted, part: Part) -> HumanAnswer | None:
    answer = read_instead(entry.text, part) if entry.source != "program" and entry.is_whole else None
    return HumanAnswer((answer.text,), at=entry.origin.at) if answer else None


def open_at_end(entries: Iterable[Entry], slug: str) -> tuple[Question, ...]:
    """Give what is still asked after the entries, which begin with the latest turn.

    A call whose tool was not offered is open while only text follows it. A tool's question outdoes that of
    the closing text.
    """
    ending = _Ending(slug)
    for entry in entries:
        ending.feed(entry)
    return ending.questions()


class _Ending:
    def __init__(self, slug: str) -> None:
        self._slug = slug
        self._calls: dict[str, Question] = {}
        self._failed: set[str] = set()
        self._said = ""
        self._closing: Spoken | None = None

    def feed(self, entry: Entry) -> None:
        match entry:
            case Spoken() if not entry.origin.is_side:
                self._said, self._closing = entry.text, entry if entry.is_final else None
            case Asked():
                self._closing = None
                self._ask(entry)
            case Returned():
                self._closing = None
                self._return(entry)
            case ToolRan():
                self._closing = None
                self._calls = {each: self._calls[each] for each in self._calls if each not in self._failed}
            case Cut() | Prompted():
                self._closing = None
                self._calls = {}
            case _:
                pass

    def _ask(self, entry: Asked) -> None:
        if entry.parts and entry.origin.at:
            self._calls[entry.tool_use_id] = Question(
                id=f"{self._slug}:{entry.tool_use_id}",
                slug=self._slug,
                parts=entry.parts,
                asked_at=entry.origin.at,
                tool_use_id=entry.tool_use_id,
                is_subagent=entry.origin.is_side,
                context=self._said[-CONTEXT_KEPT:],
                session_id=entry.origin.session_id,
                project=entry.origin.project,
            )

    def _return(self, entry: Returned) -> None:
        call = self._calls.get(entry.tool_use_id)
        if call is None:
            return
        if read_result(call.parts, entry.result).refusal in STILL_OPEN:
            self._failed.add(entry.tool_use_id)
        else:
            del self._calls[entry.tool_use_id]

    def questions(self) -> tuple[Question, ...]:
        closing = self._closing
        part = closing_question(closing.text) if closing and not self._calls else None
        if closing is None or part is None or closing.origin.at is None:
            return tuple(self._calls.values())
        asked_at = closing.origin.at
        question = Question(
            id=text_question_id(self._slug, closing.text, asked_at.isoformat()),
            slug=self._slug,
            parts=(part,),
            asked_at=asked_at,
            source="text",
            session_id=closing.origin.session_id,
            project=closing.origin.project,
        )
        return (question,)
