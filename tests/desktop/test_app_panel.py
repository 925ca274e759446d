"""The whole app in a real panel, under a real mouse."""

import asyncio

from tests.desktop.app import eventually, know
from tests.desktop.test_panel import ICON, menus, sees

HEADER = 14
"""Pixels from the top of a menu to the middle of its first row."""
ROW = 25
"""Pixels of a row."""


async def opened(panel):
    """Open the menu with the mouse and return where it is."""
    await asyncio.to_thread(panel.click, *ICON)
    return (await eventually(lambda: menus(panel), "the menu"))[0]


async def test_the_panel_shows_a_question_and_a_click_in_its_menu_answers_it(app, screen, server, data_dir):
    know(data_dir)
    screen.start_panel()
    tray = await app()
    assert not sees(screen, "question")
    server.send_input("S", "go")
    await tray.until_history(action="suggest")
    await eventually(lambda: sees(screen, "question"), "the icon of a question")

    menu = await opened(screen)
    await asyncio.to_thread(screen.click, menu["X"] + 60, menu["Y"] + HEADER + ROW)
    both = await eventually(lambda: len(menus(screen)) == 2 and menus(screen), "the question's rows")
    await asyncio.sleep(0.3)
    screen.screenshot("menu")
    rows = max(both, key=lambda each: each["X"])
    await asyncio.to_thread(screen.click, rows["X"] + 60, rows["Y"] + HEADER + ROW)  # the second option

    await eventually(lambda: server.received["S"] == ["go", "PostgreSQL"], "the answer")
    await tray.until_history(delivery="delivered")
    await eventually(lambda: not sees(screen, "question"), "the icon of before")
