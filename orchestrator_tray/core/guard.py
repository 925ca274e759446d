"""What no machine may answer. It can only lower: what it names is at most suggested, whatever the confidence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from orchestrator_tray.core.normal import clean_text
from orchestrator_tray.core.question import Part

_KINDS = {
    "instructions": r"\balready approved\b|\banswer yes\b|\bignore (?:all|any|the|previous)\b",
    "destructive": r"\b(?:delete|drop|truncate|wipe|purge|erase|rm -\w*[rf])\b",
    "production": r"\b(?:prod|production|live (?:server|system|site))\b",
    "force": r"--force\b|\bforce[- ]push|--no-verify\b",
    "secrets": r"\b(?:secrets?|credentials?|passwords?|private keys?|api keys?)\b",
    "money": r"\b(?:pay|purchase|billing|invoice|refund)\b",
    "publishing": r"\b(?:publish|release to|npm publish|push to (?:main|master))\b",
    "permissions": r"\b(?:chmod|chown|sudo|grant|permissions?)\b",
    "security": r"\b(?:disable|bypass|skip)\b.{0,40}\b(?:auth\w*|security|tls|ssl|verification|checks?)\b",
    "messages": r"\b(?:send|post)\b.{0,40}\b(?:e-?mails?|messages?|slack|tweet)\b",
    "pipe to shell": r"\b(?:curl|wget)\b.*\|\s*(?:sudo )?(?:ba|z)?sh\b",
    "system paths": r"(?<![\w.])/(?:etc|usr|boot|dev|sys|bin|sbin)\b",
}
_DANGERS = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class GuardRules:
    """A person's own rules, beside the built-in ones that nothing lowers. Patterns are searched without case."""

    ask: tuple[str, ...] = ()
    """Regular expressions of what must not be answered automatically."""
    allow: tuple[str, ...] = ()
    """Regular expressions of what the person's own `ask` rules let pass all the same."""


DEFAULT = GuardRules()


def danger(parts: Sequence[Part], answers: Sequence[str] | None, rules: GuardRules = DEFAULT) -> str | None:
    """Name the kind of danger in the question, its header, any option or description, or the answer; or None."""
    text = clean_text("\n".join([*_texts(parts), *(answers or ())])).casefold()
    found = next((kind for kind, pattern in _DANGERS.items() if pattern.search(text)), None)
    return found or _own_rule(text, rules)


def _texts(parts: Sequence[Part]) -> list[str]:
    texts: list[str] = []
    for part in parts:
        texts += [part.text, part.header]
        for option in part.options:
            texts += [option.label, option.description]
    return texts


def _own_rule(text: str, rules: GuardRules) -> str | None:
    asked = any(re.search(pattern, text, re.IGNORECASE) for pattern in rules.ask)
    allowed = any(re.search(pattern, text, re.IGNORECASE) for pattern in rules.allow)
    return "your own rule" if asked and not allowed else None
