"""What notifications can do on this computer, and how a text is fitted to it."""

import html
import re
from dataclasses import dataclass

from orchestrator_tray.core.view import NotificationContent

_ADDRESS = re.compile(r":(?=//)|\bwww(?=\d{0,3}\.)|\.[a-z]{2,4}(?=/)", re.IGNORECASE)
_JOINER = "\u2060"
"""Drawn as nothing; inside an address, even evil.com/x, it keeps GNOME from making a link of it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What the desktop's notifications have room for."""

    ok: bool
    text: str
    """One line for a person: who shows them and what they can, or why none are shown."""
    mend: str = ""
    buttons: int = 0
    """How many buttons a notification shows."""
    reply: bool = False
    """Whether it has a field for an answer in own words."""
    markup: bool = False
    """Whether it renders markup in the body, so that plain text must be escaped."""

    def body(self, content: NotificationContent, *, has_menu: bool = True) -> str:
        """Return the body, literal and without links, with a hint at what only the menu has."""
        hint = self._hint(content) if has_menu else ""
        body = _ADDRESS.sub(rf"\g<0>{_JOINER}", "\n".join(filter(None, (content.body, hint))))
        return html.escape(body, quote=False) if self.markup else body

    def _hint(self, content: NotificationContent) -> str:
        if content.needs_menu:
            return "Choose in the tray menu."
        beyond = [label for _, label in content.buttons[self.buttons :]]
        return f"In the tray menu: {' · '.join(beyond)}" if beyond else ""


NOTHING = Reach(
    ok=False,
    text="this system shows no notifications of this program",
    mend="macOS: start the app bundle, not the bare program",
)
