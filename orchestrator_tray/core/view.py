"""What the desktop shows, as values: the tray's picture and menu, and one notification.

Adapters paint these and post `MenuItem.event` back; they know no more of the product. All text here is ready
to be shown: cut and made plain by `display.plain`.
"""

from dataclasses import dataclass
from typing import Literal

TrayIcon = Literal["offline", "connected", "question", "auto", "paused"]
ItemKind = Literal["action", "submenu", "separator", "check", "radio", "info"]
Urgency = Literal["low", "normal", "critical"]


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One row of the menu."""

    key: str
    """Names the row among its siblings and stays the same while the row means the same, whatever its label
    says: a click on a menu that is open while it changes then reaches the row that was shown, or none."""
    label: str
    kind: ItemKind
    checked: bool = False
    """Only of "check" and "radio"."""
    enabled: bool = True
    children: tuple["MenuItem", ...] = ()
    """Only of "submenu"."""
    event: object | None = None
    """Posted when the row is chosen."""


@dataclass(frozen=True, slots=True)
class TrayView:
    """The whole tray at one moment."""

    icon: TrayIcon
    count: int
    """How many questions wait; painted into the picture of "question"."""
    title: str
    """The program's name."""
    tooltip: str
    """One line about the state; some desktops cut it at about 60 characters."""
    items: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class NotificationContent:
    """One notification; another one with the same key takes its place."""

    key: str
    title: str
    body: str
    """Plain text; line breaks are kept, markup in it is shown literally."""
    buttons: tuple[tuple[str, str], ...] = ()
    """Key and label of each, the weightiest first: a desktop with little room shows only the first ones."""
    needs_menu: bool = False
    """Whether there is more to choose than one button can say, and the menu has it."""
    reply_placeholder: str | None = None
    """What the field for an answer in own words is called; None for no field."""
    urgency: Urgency = "normal"
    timeout: float | None = None
    """Seconds until it is taken away; None: it stays until it is withdrawn."""
