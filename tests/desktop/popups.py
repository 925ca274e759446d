"""The popups of xfce4-notifyd on the screen, and a real mouse on their buttons."""

import asyncio
import time

from tests.desktop.harness import until

LAST, LAST_BUT_ONE, BODY = (-57, -30), (-150, -30), (150, 25)
"""Where to click, from the popup's top left or, where negative, bottom right."""


def popups(screen):
    return [window for window in screen.windows("xfce4-notifyd") if window["WIDTH"] > 40]


async def popup(screen, *, after=None):
    """Return where the one popup is, once it stands still: none that was clicked on, nor the one before."""

    def stands():
        found = popups(screen)
        if len(found) != 1 or found[0]["WINDOW"] in {*screen.clicked, (after or {}).get("WINDOW")}:
            return None
        time.sleep(0.5)  # it fades in, and takes no clicks before
        return popups(screen) == found and found[0]

    return await asyncio.to_thread(until, stands, "a popup")


async def click(screen, place):
    window = await popup(screen)
    screen.clicked.append(window["WINDOW"])
    x, y = (
        window[edge] + offset + (window[length] if offset < 0 else 0)
        for edge, length, offset in zip("XY", ("WIDTH", "HEIGHT"), place, strict=True)
    )
    await asyncio.to_thread(screen.click, x, y)


async def gone(screen):
    await asyncio.to_thread(until, lambda: not popups(screen), "an empty screen")
