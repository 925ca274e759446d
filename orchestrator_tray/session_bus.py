"""The D-Bus session bus of a Linux desktop: where it is, and one question to one peer on it.

What the tray and the notifications share.
"""

import asyncio
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from dbus_fast import DBusError, Message, MessageFlag, MessageType
from dbus_fast.aio import MessageBus

PATIENCE = 10.0
"""Seconds that the bus or a peer has for its answer."""


class Peer(NamedTuple):
    """One interface of one object on the bus."""

    name: str
    path: str
    interface: str


BUS = Peer("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
WATCHER = Peer("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", "org.kde.StatusNotifierWatcher")


_NOBODY = {"org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner"}


class Refused(Exception):  # noqa: N818  # an answer, not a fault
    """Raised when a peer does not answer, or answers with an error."""


class Unreachable(Refused):
    """Raised when there is no bus to ask anybody on."""


def adopt_session_bus(environ: MutableMapping[str, str]) -> str | None:
    """Return the address of the session bus, or None where there is none.

    Where only the usual socket tells of it, as in a session over ssh, the address is put into the environment
    for those who look there alone.
    """
    socket = Path(environ.get("XDG_RUNTIME_DIR", "/nonexistent"), "bus")
    if not environ.get("DBUS_SESSION_BUS_ADDRESS") and socket.is_socket():
        environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
    return environ.get("DBUS_SESSION_BUS_ADDRESS") or None


async def connect() -> MessageBus:
    """Return a connection to the session bus; raises Unreachable where none can be made."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await MessageBus().connect()
    except Exception as error:  # dbus-fast raises many kinds: a missing HOME is a KeyError
        reason = getattr(error, "strerror", None) or repr(error)
        raise Unreachable(f"the session bus cannot be reached: {reason}") from error


async def watch(bus: MessageBus, peer: Peer) -> None:
    """Have the bus tell by NameOwnerChanged when a peer comes or goes; raises Refused."""
    await ask(bus, BUS, "AddMatch", f"sender='{BUS.name}',member='NameOwnerChanged',arg0='{peer.name}'")


async def ended(bus: MessageBus) -> None:
    """Wait until the connection has ended, for whatever reason."""
    with suppress(Exception):
        await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]


async def close(bus: MessageBus) -> None:
    bus.disconnect()
    await ended(bus)


async def ask(bus: MessageBus, peer: Peer, member: str, *strings: str, start: bool = False) -> list[object]:
    """Return what a peer answers to a call with strings; raises Refused. `start`: the bus may start it."""
    flags = MessageFlag.NONE if start else MessageFlag.NO_AUTOSTART
    call = Message(*peer, member, flags=flags, signature="s" * len(strings), body=[*strings])
    try:
        async with asyncio.timeout(PATIENCE):
            reply = await bus.call(call)
    except TimeoutError as error:
        raise Refused(f"{peer.name} does not answer {member}") from error
    except (DBusError, OSError, EOFError) as error:  # the connection ended
        raise Refused(f"{member}: {error!r}") from error
    if reply.error_name in _NOBODY:
        raise Refused(f"no program here offers {peer.name}")
    if reply.message_type is MessageType.ERROR:
        raise Refused(f"{peer.name} answers {member} with {reply.error_name}")
    return list(reply.body)
