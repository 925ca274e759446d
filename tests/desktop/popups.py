"""The popups of xfce4-notifyd on the screen, and a real mouse on their buttons."""

import asyncio

from tests.desktop.harness import until

LAST, LAST_BUT_ONE, BODY = (-57, -30), (-150, -30), (150, 25)
"""Where to click, from the popup's top left or, where negative, bottom right."""


def popups(screen):
    return [window for window in screen.windows("xfce4-notifyd") if window["WIDTH"] > 40]


async def popup(screen):
    """Return where the one popup is, once it stands still."""
    found = await asyncio.to_thread(until, lambda: popups(screen), "a popup")
    await asyncio.sleep(0.5)  # it fades in, and takes no clicks before
    return found[0]


async def click(screen, place):
    window = await popup(screen)
    x, y = (
        window[edge] + offset + (window[length] if offset < 0 else 0)
        for edge, length, offset in zip("XY", ("WIDTH", "HEIGHT"), place, strict=True)
    )
    await asyncio.to_thread(screen.click, x, y)


async def gone(screen):
    await asyncio.to_thread(until, lambda: not popups(screen), "an empty screen")
