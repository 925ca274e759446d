"""A desktop's side, over D-Bus alone: takes a tray icon and chooses a row of its menu, takes notifications.

Needs dbus-fast.
"""

import asyncio
import contextlib
import queue
import threading
from collections.abc import Iterator
from typing import Annotated, Any

from dbus_fast import Message, MessageType, NameFlag, PropertyAccess, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusBool, DBusDict, DBusInt32, DBusSignature, DBusStr, DBusUInt32
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = ("/StatusNotifierItem", "org.kde.StatusNotifierItem")
MENU = ("/MenuBar", "com.canonical.dbusmenu")
PROPERTIES = "org.freedesktop.DBus.Properties"
NOTIFICATIONS = "org.freedesktop.Notifications"
SECONDS = 30.0

Strings = Annotated[list[str], DBusSignature("as")]


class Watcher(ServiceInterface):
    """Where tray icons register; shows none."""

    def __init__(self) -> None:
        super().__init__(WATCHER)
        self.item: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    @dbus_method("RegisterStatusNotifierItem")
    def register_item(self, service: DBusStr) -> None:
        if not self.item.done():
            self.item.set_result(service)

    @dbus_property(PropertyAccess.READ, "RegisteredStatusNotifierItems")
    def registered_items(self) -> Strings:
        return [self.item.result()] if self.item.done() else []

    @dbus_property(PropertyAccess.READ, "IsStatusNotifierHostRegistered")
    def has_host(self) -> DBusBool:
        return True


async def look_and_choose(address: str, label: str) -> tuple[int, list[str]]:
    """Wait for an icon, choose this row of its menu; return the number of its pictures and its rows.

    Raises TimeoutError where no icon comes, and ValueError where the menu has no such row.
    """
    bus = MessageBus(bus_address=address)
    try:
        async with asyncio.timeout(SECONDS):
            await bus.connect()
            watcher = Watcher()
            bus.export("/StatusNotifierWatcher", watcher)
            await bus.request_name(WATCHER, NameFlag.DO_NOT_QUEUE)
            name = (await watcher.item).partition("/")[0]
            (pictures,) = await _ask(bus, name, ITEM[0], PROPERTIES, "Get", "ss", ITEM[1], "IconPixmap")
            _, root = await _ask(bus, name, *MENU, "GetLayout", "iias", 0, -1, [])
            rows = {_label(node.value): node.value[0] for node in root[2]}
            if label not in rows:
                raise ValueError(f"no {label!r} in the menu: {[*rows]}")
            await _ask(bus, name, *MENU, "Event", "isvu", rows[label], "clicked", Variant("i", 0), 0)
            return len(pictures.value), [*rows]
    finally:
        bus.disconnect()


class Daemon(ServiceInterface):
    """Takes notifications with buttons; shows none."""

    def __init__(self, shown: "queue.Queue[tuple[str, list[str]]]") -> None:
        super().__init__(NOTIFICATIONS)
        self._shown = shown

    @dbus_method("GetCapabilities")
    def capabilities(self) -> Strings:
        return ["actions", "body"]

    @dbus_method("GetServerInformation")
    def information(self) -> Annotated[list[str], DBusSignature("ssss")]:
        return ["probe", "tests", "1", "1.2"]

    @dbus_method("Notify")
    def notify(  # noqa: PLR0917  # the protocol's signature
        self,
        app: DBusStr,  # noqa: ARG002
        replaces: DBusUInt32,  # noqa: ARG002
        icon: DBusStr,  # noqa: ARG002
        title: DBusStr,
        body: DBusStr,  # noqa: ARG002
        actions: Strings,
        hints: DBusDict,  # noqa: ARG002
        timeout: DBusInt32,  # noqa: ARG002
    ) -> DBusUInt32:
        self._shown.put((title, [label for label in actions[1::2] if label]))
        return 1

    @dbus_method("CloseNotification")
    def close(self, number: DBusUInt32) -> None:
        """Take it: nothing is shown anyway."""


@contextlib.contextmanager
def notifications(address: str) -> Iterator["queue.Queue[tuple[str, list[str]]]"]:
    """Be the bus's notification daemon; yield title and buttons of what is to be shown, as it comes."""
    shown: queue.Queue[tuple[str, list[str]]] = queue.Queue()
    ready, done = threading.Event(), threading.Event()

    async def serve() -> None:
        bus = await MessageBus(bus_address=address).connect()
        bus.export("/org/freedesktop/Notifications", Daemon(shown))
        await bus.request_name(NOTIFICATIONS, NameFlag.DO_NOT_QUEUE)
        ready.set()
        await asyncio.to_thread(done.wait)
        bus.disconnect()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    try:
        ready.wait(SECONDS)
        yield shown
    finally:
        done.set()
        thread.join()


def _label(node: Any) -> str:
    _, properties, _ = node
    return str(properties["label"].value) if "label" in properties else ""


async def _ask(bus: MessageBus, name: str, path: str, interface: str, member: str, *rest: Any) -> Any:
    signature, *body = rest
    reply = await bus.call(Message(name, path, interface, member, signature=signature, body=body))
    if reply.message_type is MessageType.ERROR:
        raise OSError(f"{member}: {reply.error_name}")
    return reply.body
