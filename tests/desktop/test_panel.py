"""The tray in a real panel, under a real mouse."""

import pytest
from PIL import Image

from tests.desktop.harness import until
from tests.desktop.views import auto, item, question, threshold, view

ICON = (17, 16)
COLOURS = {"question": (0xF8, 0xA7, 0x1A), "auto": (0x0E, 0x9A, 0x84), "paused": (0x86, 0x8D, 0x9A)}
ROWS = (
    question("q1", "JWT", "Sessions"),
    auto(checked=True),
    threshold(95),
    item("quit", "Quit", event="quit"),
)


@pytest.fixture
def panel(screen):
    screen.start_panel()
    return screen


def sees(panel, icon):
    """Tell whether the colour of a state is among the pixels of the tray."""
    with Image.open(panel.screenshot("panel")) as image:
        pixels = image.convert("RGB").crop((0, 0, 34, 33)).get_flattened_data()
    return any(max(abs(a - b) for a, b in zip(pixel, COLOURS[icon], strict=True)) < 6 for pixel in pixels)


def open_menu(panel, button):
    """Open the menu with a mouse button and return where it is."""
    panel.click(*ICON, button)
    return until(lambda: menus(panel), "the menu")[0]


def menus(panel):
    """Return where the open menus are."""
    return [place for place in panel.windows("[wW]rapper") if place["HEIGHT"] > 40 and place["Y"] > 0]


def middle(menu, number, count):
    """Return the middle of a row of a menu without separators."""
    return menu["X"] + menu["WIDTH"] // 2, menu["Y"] + menu["HEIGHT"] * (2 * number + 1) // (2 * count)


@pytest.mark.parametrize("icon", COLOURS)
def test_the_panel_shows_the_state(panel, tray, icon):
    process = tray(view(*ROWS, icon="connected"))

    process.show(view(*ROWS, icon=icon, count=2))

    until(lambda: sees(panel, icon), icon)


@pytest.mark.parametrize("button", [1, 3])
def test_either_button_opens_the_menu_and_a_click_chooses(panel, tray, button):
    process = tray(view(*ROWS, icon="auto"))
    until(lambda: sees(panel, "auto"), "the icon")

    menu = open_menu(panel, button)
    panel.screenshot("menu")
    panel.click(*middle(menu, 3, 4))

    assert process.event() == "quit"


def test_a_check_row_is_clicked(panel, tray):
    process = tray(view(*ROWS, icon="auto"))
    until(lambda: sees(panel, "auto"), "the icon")

    panel.click(*middle(open_menu(panel, 1), 1, 4))

    assert process.event() == "auto"


@pytest.mark.parametrize(("rows", "event"), [(((0, 4), (1, 2)), ["q1", "Sessions"]), (((2, 4), (0, 3)), 80)])
def test_a_row_of_a_submenu_is_clicked(panel, tray, rows, event):
    process = tray(view(*ROWS, icon="auto"))
    until(lambda: sees(panel, "auto"), "the icon")

    panel.click(*middle(open_menu(panel, 1), *rows[0]))
    found = until(lambda: len(both := menus(panel)) == 2 and both, "the submenu")
    panel.click(*middle(max(found, key=lambda menu: menu["X"]), *rows[1]))

    assert process.event() == event


def test_a_menu_that_is_open_while_it_changes_chooses_what_it_shows(panel, tray):
    process = tray(view(*ROWS, icon="auto"))
    until(lambda: sees(panel, "auto"), "the icon")

    menu = open_menu(panel, 1)
    process.show(view(*ROWS[:-1], item("quit", "Leave", event="quit"), icon="question", count=1))
    until(lambda: sees(panel, "question"), "the change")
    panel.click(*middle(menu, 3, 4))

    assert process.event() == "quit"


def test_a_panel_that_starts_later_shows_the_icon(screen, tray):
    process = tray(view(*ROWS, icon="auto"))
    process.wait_for_log("no program here shows tray icons")

    screen.start_panel()

    until(lambda: sees(screen, "auto"), "the icon")


def test_a_panel_that_restarts_shows_the_icon_again(screen, tray):
    panel = screen.start_panel()
    tray(view(*ROWS, icon="auto"))
    until(lambda: sees(screen, "auto"), "the icon")

    screen.stop(panel)
    until(lambda: not sees(screen, "auto"), "an empty screen")
    screen.start_panel()

    until(lambda: sees(screen, "auto"), "the icon")
