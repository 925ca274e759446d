"""What the result of an AskUserQuestion call says: a person's answers, or why there are none.

Shapes of Claude Code 2.1.4 to 2.1.330. Structured answers are preferred; the sentence for the model is read
where they are missing. A refusal, a time-out, an error, an answer given by a program: no person's decisions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from orchestrator_tray.core.claude_json import without_surrogates
from orchestrator_tray.core.normal import clean_text
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.sentence import PREFIXES, Said, read_sentence

Refusal = Literal[
    "clarified",  # the person chose to talk about the question first
    "rejected",  # the person dismissed it
    "timed_out",  # nobody was there
    "unanswered",  # the dialog was sent off empty
    "by_program",  # a hook or a prompt tool answered
    "unavailable",  # the tool was not offered: nobody saw a dialog
    "invalid",  # the call had a wrong shape: nobody saw a dialog
    "interrupted",  # the session ended with the question open
    "unreadable",  # an unknown shape
]
TALKED = ("clarified", "rejected")
"""A person was there: their next words speak to the call, and may still name an option."""
STILL_OPEN = ("unavailable", "interrupted")
"""Errors of a call after which the person can still answer, by a prompt."""
_NOTES_ONLY = "(notes only)"
"""Claude Code's own words in the place of an answer that is written in the notes."""
_NO_ANSWERS = ("[User dismissed", "(No answer provided)")
"""What stands in an answer's place where the person gave none begins so."""
_WORDS_FOLLOW = "To tell you how to proceed, the user said:\n"

_REFUSALS: tuple[tuple[str, Refusal], ...] = (
    ("The user wants to clarify these questions", "clarified"),
    ("[Tool call interrupted", "interrupted"),
    ("InputValidationError", "invalid"),
    ("failed schema validation", "invalid"),
    ("hook error", "by_program"),
    ("asked for confirmation for this tool", "by_program"),
    ("The user doesn't want to proceed with this tool use", "rejected"),
    ("User rejected tool use", "rejected"),
    ("[User dismissed", "rejected"),
    ("User declined to answer", "rejected"),
    ("Answer questions?", "unavailable"),
    ("No such tool available", "unavailable"),
    ("not enabled in this context", "unavailable"),
    ("Tool permission request failed", "unavailable"),
    ("No response after", "timed_out"),
    ("The user did not answer the questions", "unanswered"),
)


@dataclass(frozen=True, slots=True)
class ToolResult:
    """The result of a call, as far as the transcript tells it."""

    text: str
    """What the model was told."""
    is_error: bool = False
    structured: Mapping[str, Any] | None = None
    """`toolUseResult` where that is an object."""
    is_by_program: bool = False
    """Whether a hook, a prompt tool or a permission rule decided."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answered to one part of a call."""

    index: int
    text: str
    """As given: a label, several in the order of ticking joined by ", ", or own words."""
    is_selected_option: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a result says; `refusal` is set exactly where there are no answers."""

    answers: tuple[Answer, ...] = ()
    """Of the parts that were answered, in their order."""
    refusal: Refusal | None = None
    words: str = ""
    """What the person said when refusing."""


def read_result(parts: Sequence[Part], result: ToolResult) -> Reading:
    """Read a call's result. Two parts of the same text cannot be told apart and count as unanswered."""
    refusal = _refusal(result)
    if refusal is not None:
        return Reading(refusal=refusal, words=_words(result.text) if refusal == "rejected" else "")
    given = _structured(parts, result.structured)
    if not any(given):
        given = _spoken(parts, result.text)
    texts = [part.text for part in parts]
    answers = tuple(
        Answer(index, text, is_choice(text, part))
        for index, (part, text) in enumerate(zip(parts, given, strict=True))
        if text and not text.startswith(_NO_ANSWERS) and texts.count(part.text) == 1
    )
    return Reading(answers) if answers else Reading(refusal=_emptiness(result))


def _refusal(result: ToolResult) -> Refusal | None:
    if result.is_error or not _has_answers(result.structured):
        head = result.text[:_HEAD]
        for phrase, refusal in _REFUSALS:
            if phrase in head and not head.startswith(PREFIXES):
                return refusal
    if result.is_by_program:
        return "by_program"
    if result.structured is not None and "afkTimeoutMs" in result.structured:
        return "timed_out"
    return "unreadable" if result.is_error else None


_HEAD = 400


def _has_answers(structured: Mapping[str, Any] | None) -> bool:
    return structured is not None and bool(structured.get("answers"))


def _emptiness(result: ToolResult) -> Refusal:
    answers = result.structured.get("answers") if result.structured else None
    return "unanswered" if isinstance(answers, dict) else "unreadable"


def _words(text: str) -> str:
    return text.partition(_WORDS_FOLLOW)[2].strip()


def _structured(parts: Sequence[Part], structured: Mapping[str, Any] | None) -> list[str]:
    """Give the answers by question text, "" for none; [] where the result is not structured."""
    answers = _by_question(structured, "answers")
    notes = _by_question(structured, "annotations")
    if not answers:
        return []
    return [given_answer(answers.get(_key(part.text)), notes.get(_key(part.text))) for part in parts]


def _by_question(structured: Mapping[str, Any] | None, name: str) -> dict[str, Any]:
    found = structured.get(name) if structured is not None else None
    return {_key(key): value for key, value in found.items()} if isinstance(found, dict) else {}


def _key(text: str) -> str:
    return " ".join(clean_text(without_surrogates(text)).split())


def given_answer(answer: object, annotation: object) -> str:
    """Return what Claude Code writes as the answer to one question: labels, or the notes in their place."""
    if isinstance(answer, list):
        answer = ", ".join(label for label in answer if isinstance(label, str))
    text = _text(answer)
    if text != _NOTES_ONLY:
        return text
    return _text(annotation.get("notes")) if isinstance(annotation, dict) else ""


def _text(value: object) -> str:
    return without_surrogates(value).strip() if isinstance(value, str) else ""


def _spoken(parts: Sequence[Part], sentence: str) -> list[str]:
    said = read_sentence(without_surrogates(sentence), [part.text for part in parts])
    return [_of(each) for each in said]


def _of(said: Said | None) -> str:
    return "" if said is None else (said.answer or said.notes).strip()


def is_choice(answer: str, part: Part) -> bool:
    """Tell whether the answer is a label, or for a multi-select labels joined by commas, and nothing else."""
    labels = {label.strip() for label in part.labels}
    return answer in labels or (part.multi_select and _is_joined(answer, labels))


def _is_joined(answer: str, labels: set[str]) -> bool:
    """Look from each reachable start for every label, since labels may hold commas themselves."""
    starts, seen = [0], {0}
    while starts:
        start = starts.pop()
        for label in labels:
            end = start + len(label)
            if not label or not answer.startswith(label, start):
                continue
            if end == len(answer):
                return True
            if answer[end] == ",":
                end += 2 if answer[end + 1 : end + 2] == " " else 1
                if end not in seen:
                    seen.add(end)
                    starts.append(end)
    return False
