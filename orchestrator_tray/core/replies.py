"""The wording of plain replies: "Yes", "Yes, proceed" and "Go ahead" say one thing, "Yes, but later" another.

Works on normal forms (`normal.normal_label`). Never guesses: a reply with unknown words is no plain one.
"""

import re
from functools import lru_cache
from typing import Literal

Reply = Literal["yes", "go", "no"]
"""`yes` and `no` agree with the question or not; `go` means the same whatever was asked."""

_YES = re.compile(r"(?:yes|yep|yeah|yup|sure|correct|ja|oui|sí|si)\b[\s,.:!-]*(?:please\b)?[\s,.:!-]*")
_NO = re.compile(r"(?:no|nope|nah|nein|non)\b[\s,.:!-]*(?:thanks\b|thank you\b)?[\s,.:!-]*")
_GO = re.compile(
    r"(?:(?:please |let's |lets |just )?"
    r"(?:go ahead|proceed|continue|go on|carry on|do it|do that|do so|approve|approved|lgtm|ok|okay|"
    r"looks good|sounds good|looks good to me|that works|that's right|that is right|go for it|go)"
    r"(?: with (?:it|this|that)| now| as is| as planned| as proposed| please| to me)?[\s,.:!-]*(?:and )?)+"
)
_REFUSE = re.compile(
    r"(?:(?:do not|don't|dont)(?: do (?:it|that|so)| proceed| go ahead| continue)?|reject|decline)[\s,.:!-]*"
)
_QUALIFIED = re.compile(
    r"\b(?:but|only|except|unless|without|with|after|before|later|then|if|until|always|all|every|partly|partially|"
    r"for now|for this|once|just|and|or|not|don't|no|yes|instead|first)\b"
)
_HALTING = re.compile(
    r"\b(?:stop|abort|cancel|halt|wait|pause|hold|skip|quit|exit|defer|postpone|revert|undo|reject|not|don't|"
    r"without|instead|or)\b"
)


def same_reply(given: str, offered: str, question: str) -> bool:
    """Tell whether two replies are the same plain yes or no to this question, all three in normal form.

    "Yes" fits "Yes, migrate it": what is added only repeats the question. "Yes, all" adds a choice.
    """
    reply, rest = _reading(given)
    other, other_rest = _reading(offered)
    if reply is None or other is None or (rest and other_rest and rest != other_rest):
        return False
    if reply == other:
        return True
    return {reply, other} == {"yes", "go"} and _HALTING.search(question) is None


@lru_cache(maxsize=2048)
def _reading(text: str) -> tuple[Reply | None, str]:
    """Give what a reply says, and the words it adds to that; None where it is no plain reply."""
    for reply, opening in (("yes", _YES), ("no", _NO)):
        if begun := opening.match(text):
            rest = text[begun.end() :]
            plain = (_GO if reply == "yes" else _REFUSE).fullmatch(rest) is not None
            rest = "" if plain else rest
            return (None, "") if _QUALIFIED.search(rest) else (reply, rest)  # type: ignore[return-value]
    if _REFUSE.fullmatch(text):
        return "no", ""
    return ("go", "") if _GO.fullmatch(text) else (None, "")


def is_plain_reply(text: str) -> bool:
    """Tell whether a label in normal form is a plain yes, no or go-ahead that fits any question."""
    reply, rest = _reading(text)
    return reply is not None and not rest
