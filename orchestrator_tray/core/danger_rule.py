"""What the guard knows of a deed: a verb with the objects that make it dangerous.

The words are in lower case and base forms; `deeds` folds the endings. Two words that are one object are
joined by "-".
"""

from typing import NamedTuple

from orchestrator_tray.core.word_set import word_set


class Rule(NamedTuple):
    """A verb that acts on one of the objects near it."""

    kind: str
    verbs: frozenset[str]
    objects: frozenset[str]
    """Empty where the verb alone is enough."""
    unless: frozenset[str]
    """Objects that make it harmless, such as the import that is deleted."""
    told: bool
    """Whether it holds for the descriptions of a design, too: they say much that nobody asks to do."""
    named: bool
    """Whether something has to be named, whatever it is: "reset the simulator", not a button "Reset"."""


def rule(
    kind: str, verbs: str, objects: str = "", *, unless: str = "", told: bool = False, named: bool = False
) -> Rule:
    """Return the rule that these words, parted by blanks, make up."""
    return Rule(kind, word_set(verbs), word_set(objects), word_set(unless), told, named)
