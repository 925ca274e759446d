"""What a tray host does, over D-Bus alone."""

import asyncio
from dataclasses import dataclass, field

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

WATCHER = ("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher")
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"
BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
PATIENCE = 40


class CallError(Exception):
    """Raised when the other side answers with an error."""


@dataclass
class Row:
    number: int
    depth: int
    properties: dict[str, object]

    @property
    def label(self):
        return str(self.properties.get("label", "")).replace("__", "_")


@dataclass
class Host:
    """A host on the bus; `signals` has what it heard since it was cleared."""

    bus: MessageBus
    signals: list[tuple[str, list]] = field(default_factory=list)
    nothing = Variant("i", 0)

    @classmethod
    async def open(cls, address) -> "Host":
        bus = await MessageBus(bus_address=address).connect()
        host = cls(bus)
        bus.add_message_handler(host._heard)
        for interface in (ITEM, MENU):
            await host._call(*BUS, "AddMatch", "s", f"type='signal',interface='{interface}'")
        return host

    def close(self):
        self.bus.disconnect()

    def _heard(self, message):
        if message.message_type is MessageType.SIGNAL and message.interface in {ITEM, MENU}:
            self.signals.append((message.member, plain(message.body)))

    async def _call(self, name, path, interface, member, signature, *body: object):
        reply = await self.bus.call(Message(name, path, interface, member, signature=signature, body=[*body]))
        if reply.message_type is MessageType.ERROR:
            raise CallError(reply.error_name, *reply.body)
        return reply.body

    async def items(self):
        """Return what is registered; nothing where no watcher is."""
        try:
            (found,) = await self._call(
                *WATCHER, PROPERTIES, "Get", "ss", WATCHER[0], "RegisteredStatusNotifierItems"
            )
        except CallError:
            return []
        return [name.partition("/")[0] for name in found.value]

    async def item(self):
        """Return the one item, as soon as it is there."""
        return (await self.until(self.items, "a registered item"))[0]

    async def properties(self):
        (found,) = await self._call(await self.item(), "/StatusNotifierItem", PROPERTIES, "GetAll", "s", ITEM)
        return plain(found)

    async def menu(self, member, types, *body: object):
        return plain(await self._call(await self.item(), "/MenuBar", MENU, member, types, *body))

    async def rows(self, parent=0, depth=-1):
        await self.menu("AboutToShow", "i", parent)
        _, root = await self.menu("GetLayout", "iias", parent, depth, [])
        return [*flat(root, 0)]

    async def labels(self):
        return [row.label for row in await self.rows()]

    async def row(self, label):
        """Return the row of this label, as soon as the menu has it."""

        async def find():
            return next((row for row in await self.rows() if row.label == label), None)

        return await self.until(find, f"a row {label!r}")

    async def click(self, label):
        await self.click_number((await self.row(label)).number)

    async def click_number(self, number):
        await self.menu("Event", "isvu", number, "clicked", self.nothing, 0)

    async def activate(self):
        await self._call(await self.item(), "/StatusNotifierItem", ITEM, "Activate", "ii", 0, 0)

    async def until(self, condition, what):
        """Return the first true value of a coroutine function or a function."""
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    value = condition()
                    if asyncio.iscoroutine(value):
                        value = await value
                    if value:
                        return value
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"{what} did not come; heard {self.signals}") from None

    async def heard(self, member):
        """Return the first signal of this name, as soon as it came."""
        return (await self.until(lambda: [body for name, body in self.signals if name == member], member))[0]


def flat(node, depth):
    number, properties, children = node
    yield Row(number, depth, properties)
    for child in children:
        yield from flat(child, depth + 1)


def plain(value):
    """Return a value without D-Bus's variants."""
    match value:
        case Variant():
            return plain(value.value)
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
    return value
