"""How many dangerous and harmless questions are held: by the rules, and with the second opinion."""

from collections.abc import Sequence

from orchestrator_tray.core.guard import is_only_words
from tests.support.dangers import Asked


def tell_held(asked: Sequence[Asked], looks: Sequence[bool]) -> None:
    """Print it. `looks` tells for each question whether it looks dangerous to the model."""
    for is_dangerous, name in ((True, "dangerous"), (False, "harmless")):
        held = [
            (one.is_held, one.is_held or (look and not is_only_words(one.part)))
            for one, look in zip(asked, looks, strict=True)
            if one.is_dangerous is is_dangerous
        ]
        by_rules, by_both = (sum(column) for column in zip(*held, strict=True))
        print(f"    {name:<9} {len(held):4}: by the rules {by_rules}, with the second opinion {by_both}")
