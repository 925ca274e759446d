"""One life of the tray item on one D-Bus connection: exported, named, registered with every watcher."""

import asyncio
import itertools
import logging
import os
from collections.abc import Callable

from dbus_fast import DBusError, Message, NameFlag
from dbus_fast.aio import MessageBus

from orchestrator_tray.adapters.tray.item import ITEM_PATH, Face, ItemService
from orchestrator_tray.adapters.tray.layout import Row
from orchestrator_tray.adapters.tray.menu import MENU_PATH, MenuService
from orchestrator_tray.session_bus import BUS, WATCHER, Peer, Refused, ask, close, connect, ended, watch

PORTAL = Peer(
    "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
)
SCHEME = ["org.freedesktop.appearance", "color-scheme"]

_numbers = itertools.count(1)
_log = logging.getLogger(__name__)


class Connection:
    """A tray item on the session bus; everything happens on the loop that runs `live`."""

    def __init__(
        self, face: Callable[[], Face], choose: Callable[[Row], None], scheme: Callable[[int], None]
    ) -> None:
        """`face` is what is shown at first, `scheme` hears the desktop's colour scheme."""
        self._face = face
        self._choose = choose
        self._scheme = scheme
        self._item: ItemService | None = None
        self._menu: MenuService | None = None
        self._came = asyncio.Event()
        self._hidden = False

    async def live(self) -> None:
        """Show the item until the connection ends or this is cancelled.

        Raises Refused where no connection can be made.
        """
        bus = await connect()
        try:
            await self._live(bus)
        finally:
            self._item = self._menu = None
            await close(bus)

    def show(self, face: Face) -> None:
        if self._item is not None and self._menu is not None:
            self._item.show(face)
            self._menu.show(face.menu)

    async def _live(self, bus: MessageBus) -> None:
        face = self._face()
        self._item, self._menu = ItemService(face), MenuService(face.menu, self._choose)
        bus.export(ITEM_PATH, self._item)
        bus.export(MENU_PATH, self._menu)
        bus.add_message_handler(self._heard)
        await watch(bus, WATCHER)
        await ask(bus, BUS, "AddMatch", f"interface='{PORTAL.interface}',arg0='{SCHEME[0]}'")
        name = await _own_name(bus)
        async with asyncio.TaskGroup() as tasks:
            others = [
                tasks.create_task(self._keep_registered(bus, name)),
                tasks.create_task(self._read_scheme(bus)),
            ]
            await ended(bus)
            for task in others:
                task.cancel()

    async def _keep_registered(self, bus: MessageBus, name: str) -> None:
        """Register now and whenever a watcher starts."""
        while True:
            self._came.clear()
            try:
                await ask(bus, WATCHER, "RegisterStatusNotifierItem", name)
            except Refused as refusal:
                _log.debug("not registered: %s", refusal)
                self._tell(hidden=True)
            else:
                self._tell(hidden=False)
            await self._came.wait()

    def _tell(self, *, hidden: bool) -> None:
        if hidden and not self._hidden:
            _log.warning("no program here shows tray icons; the icon appears as soon as one starts")
        elif self._hidden and not hidden:
            _log.info("the tray icon is shown now")
        self._hidden = hidden

    async def _read_scheme(self, bus: MessageBus) -> None:
        try:
            answer = await ask(bus, PORTAL, "Read", *SCHEME)
        except Refused as refusal:
            _log.debug("no colour scheme: %s", refusal)
        else:
            self._scheme_is(answer[0])

    def _scheme_is(self, value: object) -> None:
        while hasattr(value, "value"):  # a variant, in older portals one in another
            value = value.value
        if isinstance(value, int):
            self._scheme(value)

    def _heard(self, message: Message) -> None:
        match message.member, message.body:
            case "NameOwnerChanged", [WATCHER.name, str(), str(owner)] if owner:
                self._came.set()
            case "SettingChanged", [str(space), str(key), value] if [space, key] == SCHEME:
                self._scheme_is(value)


async def _own_name(bus: MessageBus) -> str:
    """Take the well-known name that hosts expect; where a sandbox forbids it, return the connection's own."""
    name = f"org.kde.StatusNotifierItem-{os.getpid()}-{next(_numbers)}"
    try:
        await bus.request_name(name, NameFlag.DO_NOT_QUEUE)
    except (DBusError, OSError, EOFError) as error:  # the latter two: the connection has ended
        _log.debug("%s is refused: %s", name, error)
        return str(bus.unique_name)
    return name
