"""Who shows notifications on a Linux session bus: asked when needed, forgotten when another takes its place.

desktop-notifier asks once and for ever; this watches the name of the daemon on a connection of its own.
"""

from typing import Any

from dbus_fast import Message
from dbus_fast.aio import MessageBus

from orchestrator_tray.adapters.notifier.reach import Reach
from orchestrator_tray.session_bus import Peer, ask, close, connect, watch

DAEMON = Peer(
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
)
ROOM = 3
"""Buttons that every desktop shows: GNOME leaves out a fourth."""
WITHOUT_BUTTONS = {"dunst"}
"""Daemons that claim actions, but hide them behind a menu."""


class Daemon:
    """The notification daemon; to be used on one loop."""

    def __init__(self) -> None:
        self._bus: MessageBus | None = None
        self._reach: Reach | None = None

    async def reach(self) -> Reach:
        """Return what the present daemon can; the same object as long as it is the same daemon.

        Raises Refused where there is no bus, or no daemon on it and none that the bus can start.
        """
        if self._bus is None or not self._bus.connected:
            self._reach = None
            self._bus = await connect()
            self._bus.add_message_handler(self._heard)
            await watch(self._bus, DAEMON)
        if self._reach is None:
            self._reach = await _reach(self._bus)
        return self._reach

    async def close(self) -> None:
        if self._bus is not None:
            await close(self._bus)

    def _heard(self, message: Message) -> None:
        if message.member == "NameOwnerChanged" and message.body[0] == DAEMON.name:
            self._reach = None


async def _reach(bus: MessageBus) -> Reach:
    (capabilities,) = await ask(bus, DAEMON, "GetCapabilities", start=True)
    name, _, version, _ = await ask(bus, DAEMON, "GetServerInformation")
    return described(str(name), str(version), capabilities)


def described(name: str, version: str, capabilities: Any) -> Reach:
    """Return the reach of a daemon of this name with these capabilities."""
    buttons = 0 if "actions" not in capabilities or name in WITHOUT_BUTTONS else ROOM
    reply = "inline-reply" in capabilities
    parts = [
        "buttons" if buttons else "no buttons (choose in the tray menu)",
        "a reply field" if reply else "no reply field",
    ]
    text = f"{name} {version}: {', '.join(parts)}"
    return Reach(ok=True, text=text, buttons=buttons, reply=reply, markup="body-markup" in capabilities)
