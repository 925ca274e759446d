"""The item used as any pystray icon: a dynamic menu, an image, a title; "Quit" ends it."""

from PIL import Image

from orchestrator_tray.adapters.tray.sni import Icon
from orchestrator_tray.adapters.tray.vocabulary import Menu, MenuItem

state = {"on": False}


def toggle(icon):
    state["on"] = not state["on"]
    icon.title = f"on: {state['on']}"
    icon.icon = Image.new("RGBA", (64, 64), "green")


def rows():
    yield MenuItem("Toggle", toggle, checked=lambda _: state["on"])
    if state["on"]:
        yield MenuItem("Only when on", None)
    yield MenuItem("Hide", lambda icon: setattr(icon, "visible", False))
    yield MenuItem("Quit", lambda icon: icon.stop())


if __name__ == "__main__":
    Icon("plain", Image.new("RGBA", (64, 64), "red"), "off", Menu(rows)).run()
