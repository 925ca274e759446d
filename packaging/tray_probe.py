"""A desktop's side of the tray, over D-Bus alone: takes the icon, reads its menu, chooses a row.

Needs dbus-fast.
"""

import asyncio
from typing import Annotated, Any

from dbus_fast import Message, MessageType, NameFlag, PropertyAccess, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusBool, DBusSignature, DBusStr
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = ("/StatusNotifierItem", "org.kde.StatusNotifierItem")
MENU = ("/MenuBar", "com.canonical.dbusmenu")
PROPERTIES = "org.freedesktop.DBus.Properties"
SECONDS = 30.0


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
    def registered_items(self) -> Annotated[list[str], DBusSignature("as")]:
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


def _label(node: Any) -> str:
    _, properties, _ = node
    return str(properties["label"].value) if "label" in properties else ""


async def _ask(bus: MessageBus, name: str, path: str, interface: str, member: str, *rest: Any) -> Any:
    signature, *body = rest
    reply = await bus.call(Message(name, path, interface, member, signature=signature, body=body))
    if reply.message_type is MessageType.ERROR:
        raise OSError(f"{member}: {reply.error_name}")
    return reply.body
