"""The D-Bus object through which hosts draw the menu: com.canonical.dbusmenu, version 3.

Everything happens on the loop of the connection.
"""

from collections.abc import Callable, Iterable
from typing import Annotated, Any

from dbus_fast import DBusError, ErrorType, PropertyAccess, Variant
from dbus_fast.annotations import DBusBool, DBusInt32, DBusSignature, DBusStr, DBusUInt32, DBusVariant
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from orchestrator_tray.adapters.tray.layout import ROOT, Property, Row, change

MENU_PATH = "/MenuBar"
READ = PropertyAccess.READ

Strings = Annotated[list[str], DBusSignature("as")]
Numbers = Annotated[list[int], DBusSignature("ai")]
Events = Annotated[list[list[Any]], DBusSignature("a(isvu)")]
Properties = Annotated[list[list[Any]], DBusSignature("a(ia{sv})")]
Layout = Annotated[tuple[int, list[Any]], DBusSignature("u(ia{sv}av)")]
NumberPair = Annotated[tuple[list[int], list[int]], DBusSignature("aiai")]
Revision = Annotated[tuple[int, int], DBusSignature("ui")]
PropertyChanges = Annotated[tuple[list[Any], list[Any]], DBusSignature("a(ia{sv})a(ias)")]
Stamp = Annotated[tuple[int, int], DBusSignature("iu")]

_SIGNATURES = {str: "s", bool: "b", int: "i"}


class MenuService(ServiceInterface):
    """com.canonical.dbusmenu."""

    def __init__(self, root: Row, choose: Callable[[Row], None]) -> None:
        super().__init__("com.canonical.dbusmenu")
        self._choose = choose
        self._revision = 1
        self._root = root
        self._rows = {row.number: row for row in root}

    def show(self, root: Row) -> None:
        """Take the new rows; tell only what changed, so that an open menu stays open where it can."""
        difference = change(self._root, root)
        self._root = root
        self._rows = {row.number: row for row in root}
        if difference.set or difference.unset:
            self.items_properties_updated(
                [[number, _variants(values)] for number, values in difference.set.items()],
                [[number, names] for number, names in difference.unset.items()],
            )
        if difference.parent is not None:
            self._revision += 1
            self.layout_updated(self._revision, difference.parent)

    @dbus_property(READ, "Version")
    def version(self) -> DBusUInt32:
        return 3

    @dbus_property(READ, "TextDirection")
    def text_direction(self) -> DBusStr:
        return "ltr"

    @dbus_property(READ, "Status")
    def status(self) -> DBusStr:
        return "normal"

    @dbus_property(READ, "IconThemePath")
    def icon_theme_path(self) -> Strings:
        return []

    @dbus_method("GetLayout")
    def get_layout(self, parent: DBusInt32, depth: DBusInt32, names: Strings) -> Layout:
        return self._revision, _layout(self._row(parent), depth, names)

    @dbus_method("GetGroupProperties")
    def get_group_properties(self, numbers: Numbers, names: Strings) -> Properties:
        wanted = numbers or list(self._rows)
        rows = [self._rows[number] for number in wanted if number in self._rows]
        return [[row.number, _variants(row.properties, names)] for row in rows]

    @dbus_method("GetProperty")
    def get_property(self, number: DBusInt32, name: DBusStr) -> DBusVariant:
        properties = _variants(self._row(number).properties)
        if name not in properties:
            raise DBusError(ErrorType.INVALID_ARGS, f"row {number} has no property {name}")
        return properties[name]

    @dbus_method("Event")
    def event(self, number: DBusInt32, kind: DBusStr, data: DBusVariant, stamp: DBusUInt32) -> None:  # noqa: ARG002
        self._happened(self._row(number), kind)

    @dbus_method("EventGroup")
    def event_group(self, events: Events) -> Numbers:
        unknown = [event[0] for event in events if event[0] not in self._rows]
        for number, kind, *_ in events:
            if number in self._rows:
                self._happened(self._rows[number], kind)
        return unknown

    @dbus_method("AboutToShow")
    def about_to_show(self, number: DBusInt32) -> DBusBool:
        self._row(number)
        return False  # every change has been told already

    @dbus_method("AboutToShowGroup")
    def about_to_show_group(self, numbers: Numbers) -> NumberPair:
        return [], [number for number in numbers if number not in self._rows]

    @dbus_signal("LayoutUpdated")
    def layout_updated(self, revision: int, parent: int) -> Revision:
        return revision, parent

    @dbus_signal("ItemsPropertiesUpdated")
    def items_properties_updated(self, updated: list[Any], removed: list[Any]) -> PropertyChanges:
        return updated, removed

    @dbus_signal("ItemActivationRequested")
    def item_activation_requested(self, number: int, stamp: int) -> Stamp:
        return number, stamp

    def _row(self, number: int) -> Row:
        if number not in self._rows:
            raise DBusError(ErrorType.INVALID_ARGS, f"row {number} is gone")
        return self._rows[number]

    def _happened(self, row: Row, kind: str) -> None:
        if kind == "clicked" and row.number != ROOT and row.item is not None and row.item.enabled:
            self._choose(row)


def _layout(row: Row, depth: int, names: Iterable[str]) -> list[Any]:
    """Return a row as (ia{sv}av); a depth of 0 leaves out the rows below, -1 takes them all."""
    below = row.rows if depth else ()
    children = [Variant("(ia{sv}av)", _layout(child, depth - 1, names)) for child in below]
    return [row.number, _variants(row.properties, names), children]


def _variants(properties: dict[str, Property], names: Iterable[str] = ()) -> dict[str, Variant]:
    """Return the named properties, or all where none is named."""
    wanted = set(names) or properties.keys()
    return {
        name: Variant(_SIGNATURES[type(value)], value) for name, value in properties.items() if name in wanted
    }
