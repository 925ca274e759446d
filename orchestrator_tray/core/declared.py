"""What the description of the option that would be given says is then done: "Prints the token in the log".

Of the options that are not given only the clearest counts (`guard`). What is given is done: where its
description declares a deed, that counts as one that the session asks for.
"""

import re
from functools import lru_cache

from orchestrator_tray.core import literal
from orchestrator_tray.core.deeds import RULES, deed, words_of
from orchestrator_tray.core.things import thing

_BETWEEN = re.compile(r"[.;!?]\s+|\n+|,\s+(?=(?:and|then|but)\s)")
_DECLARING = re.compile(
    r"""
    \W*(?:(?:also | but | then | only | just | simply | first | quietly | silently | permanently | immediately
        | directly | completely | it | this | which | and)\s+)*
    (?: (?!(?:was | does | has | always | needs | means | costs | looks | works
            | sometimes | prs | users | customers | members | admins | clients | owners | rates)\b)
        [a-z-]{2,}(?<![sui])s\s+
        (?!(?:is | are | was | were | be | must | can | may | should | will | would | could | have | has | had
            | do | of | per | as | or | only | not | no | than | who | that | which | with | for | in | at)\b)
        [^\W_]
    | (?:will | may | can | would)\s+(?!be\b)[a-z] )
    """,
    re.VERBOSE,
)
"""A verb of the third person at the beginning: "Deletes the rows", not "Rows are"."""

_HARMLESS = re.compile(
    r"\W*(?:check|validat|verifi|detect|compar|count|cover|test|describ|explain|mention|support|handl|display"
    r"|list|sort)[a-z]*s\b"
)
"""What is only looked at is not touched: "Checks the permissions"."""


@lru_cache(maxsize=256)
def declared(lower: str) -> str | None:
    """Name the kind of danger in a description in lower case."""
    deeds = map(_deed, _BETWEEN.split(lower))
    return literal.command(lower, literal.GIVEN) or next(filter(None, deeds), None)


def _deed(sentence: str) -> str | None:
    if not _DECLARING.match(sentence):
        return None
    words = words_of(sentence)
    return deed(words, RULES) or (None if _HARMLESS.match(sentence) else thing([words]))
