"""What words typed after a question in prose mean: an option, by its label or its place, or themselves."""

import re

from orchestrator_tray.core.answers import Answer, is_choice
from orchestrator_tray.core.normal import match_answer
from orchestrator_tray.core.question import Part

LONGEST = 500
"""Characters; longer words after a question are a new task."""

_LEAD = re.compile(
    r"(?:(?:ok|okay|yes|sure|please|so|then|let's|let us|i'd|i would|i|we|use|take|choose|pick|prefer|select"
    r"|want|like|go|with|for|to|do|option|choice|number|the|answer)\b[\s,:]*|#)*",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"(?:[\s,]*\b(?:please|pls|thanks|thank you|one|option|then)\b)*[\s.!]*$", re.IGNORECASE)
_POSITION = r"\(?(?:[1-9]\d?|[a-h]|first|second|third|fourth|last)\)?"
_POSITIONS = re.compile(rf"{_POSITION}(?:\s*(?:,|&|\+|and|\s)\s*{_POSITION})*", re.IGNORECASE)
_ONE = re.compile(r"\b(?:[1-9]\d?|[a-h]|first|second|third|fourth|last)\b", re.IGNORECASE)
_MARKED = re.compile(r"\(?(?:[1-9]|[a-h])[.):]\)?\s+(?=\S)", re.IGNORECASE)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


def read_typed(text: str, part: Part) -> Answer | None:
    """Give the answer that typed words are, in the words of the options where they name any.

    None for a mere position ("2") that no option is known for: it means something else the next time.
    """
    bare = _TRAIL.sub("", text[_lead_length(text) :])
    if _POSITIONS.fullmatch(bare):
        return _positions(bare, part)
    if part.options:
        for words in (text, text[_marked_length(text) :], bare):
            label = match_answer(words, part)
            if label is not None:
                return Answer(0, label, is_selected_option=True)
    return Answer(0, text, is_choice(text, part))


def read_instead(text: str, part: Part) -> Answer | None:
    """Give the option that the words after a refused dialog name; None where they name none.

    Most such words ask back or set another task.
    """
    answer = read_typed(text, part) if "?" not in text and len(text) <= LONGEST else None
    return answer if answer and answer.is_selected_option else None


def _lead_length(text: str) -> int:
    lead = _LEAD.match(text)
    return lead.end() if lead else 0


def _marked_length(text: str) -> int:
    marked = _MARKED.match(text)
    return marked.end() if marked else 0


def _positions(text: str, part: Part) -> Answer | None:
    indices = [_index(found) for found in _ONE.findall(text)]
    if not indices or not all(-1 <= index < len(part.options) for index in indices) or not part.options:
        return None
    chosen = ", ".join(part.labels[index] for index in dict.fromkeys(indices))
    return Answer(0, chosen, is_selected_option=len(indices) == 1 or part.multi_select)


def _index(position: str) -> int:
    folded = position.casefold()
    if folded in _ORDINALS:
        return _ORDINALS[folded]
    return int(folded) - 1 if folded.isdigit() else ord(folded) - ord("a")
