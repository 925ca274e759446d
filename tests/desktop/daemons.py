"""A notification daemon of the test's own, for what the real ones lack: reply fields, odd capabilities."""

import asyncio
from dataclasses import dataclass
from typing import Annotated, Any

from dbus_fast import NameFlag
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusDict, DBusInt32, DBusSignature, DBusStr, DBusUInt32
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

Strings = Annotated[list[str], DBusSignature("as")]
Information = Annotated[list[str], DBusSignature("ssss")]
Closed = Annotated[tuple[int, int], DBusSignature("uu")]
Told = Annotated[tuple[int, str], DBusSignature("us")]


@dataclass
class Popup:
    number: int
    icon: str
    title: str
    body: str
    actions: list[str]
    hints: dict[str, Any]
    timeout: int

    @property
    def labels(self):
        return [label for label in self.actions[1::2] if label]

    def action(self, label):
        return self.actions[self.actions.index(label) - 1]


class FakeDaemon(ServiceInterface):
    def __init__(self, bus, name, capabilities) -> None:
        super().__init__(NAME)
        self._bus = bus
        self._name = name
        self._capabilities = capabilities
        self._last = 0
        self.popups: list[Popup] = []
        self.closed: list[int] = []
        self.answers = asyncio.Event()
        self.answers.set()

    @classmethod
    async def open(cls, address, *capabilities: str, name="fake") -> "FakeDaemon":
        bus = await MessageBus(bus_address=address).connect()
        daemon = cls(bus, name, [*capabilities])
        bus.export(PATH, daemon)
        await bus.request_name(NAME, NameFlag.DO_NOT_QUEUE)
        return daemon

    async def quit(self):
        """Leave the bus, as a daemon that ends."""
        self._bus.disconnect()
        await self._bus.wait_for_disconnect()

    def press(self, label):
        """Press a button of the last popup."""
        popup = self.popups[-1]
        self.action_invoked(popup.number, popup.action(label))
        self.notification_closed(popup.number, 2)

    def click(self):
        """Click beside the buttons of the last popup."""
        self.action_invoked(self.popups[-1].number, "default")

    def reply(self, text):
        self.notification_replied(self.popups[-1].number, text)

    def end(self, reason):
        """Close the last popup: 1 it expired, 2 the user dismissed it."""
        self.notification_closed(self.popups[-1].number, reason)

    @dbus_method("GetCapabilities")
    def get_capabilities(self) -> Strings:
        return self._capabilities

    @dbus_method("GetServerInformation")
    def get_server_information(self) -> Information:
        return [self._name, "tests", "1.0", "1.2"]

    @dbus_method("Notify")
    async def notify(  # noqa: PLR0917  # the protocol's signature
        self,
        app: DBusStr,
        replaces: DBusUInt32,
        icon: DBusStr,
        title: DBusStr,
        body: DBusStr,
        actions: Strings,
        hints: DBusDict,
        timeout: DBusInt32,  # the protocol's name
    ) -> DBusUInt32:
        await self.answers.wait()
        self._last += 1
        values = {name: value.value for name, value in hints.items()}
        self.popups.append(Popup(self._last, icon, title, body, actions, values, timeout))
        return self._last

    @dbus_method("CloseNotification")
    def close_notification(self, number: DBusUInt32) -> None:
        self.closed.append(number)
        self.notification_closed(number, 3)

    @dbus_signal("NotificationClosed")
    def notification_closed(self, number, reason) -> Closed:
        return number, reason

    @dbus_signal("ActionInvoked")
    def action_invoked(self, number, key) -> Told:
        return number, key

    @dbus_signal("NotificationReplied")
    def notification_replied(self, number, text) -> Told:
        return number, text
