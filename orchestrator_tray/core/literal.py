"""What is dangerous as it is written: texts that press for an answer, commands and paths, production."""

from collections.abc import Collection, Sequence

from orchestrator_tray.core import harmless
from orchestrator_tray.core.danger_machine import MACHINE_COMMANDS
from orchestrator_tray.core.danger_patterns import COMMANDS, Command
from orchestrator_tray.core.danger_reach import REACHING
from orchestrator_tray.core.danger_turns import TURNS
from orchestrator_tray.core.deed_words import BESIDE_THE_POINT, INDUSTRY, LIVE_PLACES, PRODUCTION
from orchestrator_tray.core.deeds import raw_words
from orchestrator_tray.core.pressing import PRESSING
from orchestrator_tray.core.signs import Signs

DONE: Sequence[Command] = (*COMMANDS, *MACHINE_COMMANDS, *TURNS, *REACHING)
"""What counts where the session says what it would do."""
GIVEN = tuple(one for one in DONE if one.given)
"""What counts in the description of the option that would be given."""
SAID = tuple(one for one in DONE if one.told or one.given)
"""What counts in what is said of any option, where the session says what it would do."""
TOLD = tuple(one for one in DONE if one.told)
"""What counts in all that a design is said to do."""
DESIGNED = tuple(one for one in TOLD if one.kind != "messages")
"""What counts where a product certainly is designed: whom it writes to, nobody writes to now."""
_SIGNS = Signs(*(signs for signs, _ in PRESSING), *(one.signs for one in DONE))


def danger(lower: str, among: Sequence[Command] = DONE) -> str | None:
    """Name the kind of danger that a text in lower case spells out."""
    return command(lower, among) or production(lower)


def command(lower: str, among: Sequence[Command] = DONE) -> str | None:
    """Name what a text commands literally, or that it presses for an answer."""
    found = _SIGNS.within(lower)
    if _presses(lower, found):
        return "instructions"
    for one in among:
        if not found.isdisjoint(one.signs) and one.pattern.search(lower):
            return one.kind
    return None


def pressing(lower: str) -> str | None:
    """Tell whether a text presses for an answer, whatever else it says."""
    return "instructions" if _presses(lower, _SIGNS.within(lower)) else None


def production(lower: str) -> str | None:
    """Tell whether a text names what people work with at this moment."""
    if "prod" not in lower and "live" not in lower:
        return None
    words = raw_words(harmless.without_comparison(lower))
    for before, word, behind, then in zip(
        ("", *words), words, (*words[1:], ""), (*words[2:], "", ""), strict=False
    ):
        if word in PRODUCTION and behind not in BESIDE_THE_POINT and before not in INDUSTRY:
            return "production"
        if word == "live" and (behind in LIVE_PLACES or then in LIVE_PLACES or behind == "on"):
            return "production"
    return None


def _presses(lower: str, found: Collection[str]) -> bool:
    return any(
        not signs.isdisjoint(found) and pattern.search(lower) is not None for signs, pattern in PRESSING
    )
