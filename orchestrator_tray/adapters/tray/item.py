"""What a tray item shows, and the D-Bus object that tells it to hosts: org.kde.StatusNotifierItem.

Everything happens on the loop of the connection.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from dbus_fast import DBusError, ErrorType, PropertyAccess
from dbus_fast.annotations import DBusBool, DBusInt32, DBusObjectPath, DBusSignature, DBusStr
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from orchestrator_tray.adapters.tray.layout import EMPTY, Row
from orchestrator_tray.adapters.tray.menu import MENU_PATH

ITEM_PATH = "/StatusNotifierItem"
READ = PropertyAccess.READ

Pixmap = tuple[int, int, bytes]
"""Width, height, and ARGB32 in network byte order."""
Status = Literal["Passive", "Active", "NeedsAttention"]

Pixmaps = Annotated[list[list[Any]], DBusSignature("a(iiay)")]
ToolTip = Annotated[list[Any], DBusSignature("(sa(iiay)ss)")]


@dataclass(frozen=True, slots=True)
class Face:
    """All that an item shows at one moment."""

    name: str
    title: str = ""
    tooltip: str = ""
    status: Status = "Passive"
    pixmaps: tuple[Pixmap, ...] = ()
    menu: Row = EMPTY


class ItemService(ServiceInterface):
    """org.kde.StatusNotifierItem."""

    def __init__(self, face: Face) -> None:
        super().__init__("org.kde.StatusNotifierItem")
        self._face = face

    def show(self, face: Face) -> None:
        """Take the new face; tell only what changed."""
        old, self._face = self._face, face
        if old.pixmaps != face.pixmaps:
            self.new_icon()
            self.new_attention_icon()
        if old.title != face.title:
            self.new_title()
        if (old.title, old.tooltip) != (face.title, face.tooltip):
            self.new_tool_tip()
        if old.status != face.status:
            self.new_status(face.status)

    @dbus_property(READ, "Category")
    def category(self) -> DBusStr:
        return "ApplicationStatus"

    @dbus_property(READ, "Id")
    def id(self) -> DBusStr:
        return self._face.name

    @dbus_property(READ, "Title")
    def title(self) -> DBusStr:
        return self._face.title

    @dbus_property(READ, "Status")
    def status(self) -> DBusStr:
        return self._face.status

    @dbus_property(READ, "WindowId")
    def window_id(self) -> DBusInt32:
        return 0

    @dbus_property(READ, "IconName")
    def icon_name(self) -> DBusStr:
        return ""

    @dbus_property(READ, "IconThemePath")
    def icon_theme_path(self) -> DBusStr:
        return ""

    @dbus_property(READ, "IconPixmap")
    def icon_pixmap(self) -> Pixmaps:
        return [list(pixmap) for pixmap in self._face.pixmaps]

    @dbus_property(READ, "OverlayIconName")
    def overlay_icon_name(self) -> DBusStr:
        return ""

    @dbus_property(READ, "OverlayIconPixmap")
    def overlay_icon_pixmap(self) -> Pixmaps:
        return []

    @dbus_property(READ, "AttentionIconName")
    def attention_icon_name(self) -> DBusStr:
        return ""

    @dbus_property(READ, "AttentionIconPixmap")
    def attention_icon_pixmap(self) -> Pixmaps:
        return [list(pixmap) for pixmap in self._face.pixmaps]

    @dbus_property(READ, "AttentionMovieName")
    def attention_movie_name(self) -> DBusStr:
        return ""

    @dbus_property(READ, "ToolTip")
    def tool_tip(self) -> ToolTip:
        return ["", [], self._face.title, self._face.tooltip]

    @dbus_property(READ, "ItemIsMenu")
    def item_is_menu(self) -> DBusBool:
        return True  # a plain click opens the menu: it must not answer anything

    @dbus_property(READ, "Menu")
    def menu(self) -> DBusObjectPath:
        return MENU_PATH

    @dbus_method("Activate")
    def activate(self, x: DBusInt32, y: DBusInt32) -> None:  # noqa: ARG002  # the protocol's signature
        """Refuse, so that a host which asks all the same opens the menu instead."""
        raise DBusError(ErrorType.UNKNOWN_METHOD, "this item has a menu only")

    @dbus_method("SecondaryActivate")
    def secondary_activate(self, x: DBusInt32, y: DBusInt32) -> None:
        """Do nothing: the middle button has no meaning here."""

    @dbus_method("ContextMenu")
    def context_menu(self, x: DBusInt32, y: DBusInt32) -> None:
        """Do nothing: the host draws the menu itself."""

    @dbus_method("Scroll")
    def scroll(self, delta: DBusInt32, orientation: DBusStr) -> None:
        """Do nothing: the wheel has no meaning here."""

    @dbus_signal("NewIcon")
    def new_icon(self) -> None: ...

    @dbus_signal("NewAttentionIcon")
    def new_attention_icon(self) -> None: ...

    @dbus_signal("NewTitle")
    def new_title(self) -> None: ...

    @dbus_signal("NewToolTip")
    def new_tool_tip(self) -> None: ...

    @dbus_signal("NewStatus")
    def new_status(self, status: Status) -> DBusStr:
        return status
