"""A StatusNotifierWatcher with a host, and nothing to see: enough for tests that speak D-Bus alone."""

import asyncio
from typing import Annotated

from dbus_fast import Message, NameFlag, PropertyAccess
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusBool, DBusInt32, DBusSignature, DBusStr
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

NAME = "org.kde.StatusNotifierWatcher"
READ = PropertyAccess.READ


class Watcher(ServiceInterface):
    def __init__(self) -> None:
        super().__init__(NAME)
        self.items: list[str] = []

    @dbus_method("RegisterStatusNotifierItem")
    def register_item(self, service: DBusStr) -> None:
        if service not in self.items:
            self.items.append(service)
            self.item_registered(service)

    @dbus_method("RegisterStatusNotifierHost")
    def register_host(self, service: DBusStr) -> None:
        """Take any host: this one needs none."""

    @dbus_property(READ, "RegisteredStatusNotifierItems")
    def registered_items(self) -> Annotated[list[str], DBusSignature("as")]:
        return self.items

    @dbus_property(READ, "IsStatusNotifierHostRegistered")
    def has_host(self) -> DBusBool:
        return True

    @dbus_property(READ, "ProtocolVersion")
    def protocol_version(self) -> DBusInt32:
        return 0

    @dbus_signal("StatusNotifierItemRegistered")
    def item_registered(self, service: str) -> DBusStr:
        return service

    @dbus_signal("StatusNotifierItemUnregistered")
    def item_unregistered(self, service: str) -> DBusStr:
        return service

    def heard(self, message: Message) -> None:
        if message.member == "NameOwnerChanged" and not message.body[2] and message.body[0] in self.items:
            self.items.remove(message.body[0])
            self.item_unregistered(message.body[0])


async def main():
    bus = await MessageBus().connect()
    watcher = Watcher()
    bus.export("/StatusNotifierWatcher", watcher)
    bus.add_message_handler(watcher.heard)
    daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
    await bus.call(Message(*daemon, "AddMatch", signature="s", body=["member='NameOwnerChanged'"]))
    await bus.request_name(NAME, NameFlag.DO_NOT_QUEUE)
    await bus.wait_for_disconnect()


if __name__ == "__main__":
    asyncio.run(main())
