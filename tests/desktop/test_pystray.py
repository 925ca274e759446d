"""The item as a pystray backend like any other."""

import sys
from pathlib import Path

import pytest

RED, GREEN = bytes([255, 255, 0, 0]), bytes([255, 0, 128, 0])
"""One pixel in ARGB."""


@pytest.fixture
def process(desktop, watcher):
    return desktop.start(sys.executable, "-m", "tests.desktop.pystray_app", name="tray", cwd=Path.cwd())


async def test_image_title_and_menu_follow_what_a_callback_changes(process, host):
    before = await host.properties()
    await host.click("Toggle")
    await host.row("Only when on")
    after = await host.properties()

    assert (before["Title"], after["Title"]) == ("off", "on: True")
    assert before["IconPixmap"][0] == [16, 16, RED * 16 * 16]
    assert after["IconPixmap"][0] == [16, 16, GREEN * 16 * 16]
    assert (await host.row("Toggle")).properties["toggle-state"] == 1


async def test_an_invisible_icon_is_passive(process, host):
    await host.click("Hide")

    await host.until(lambda: ("NewStatus", ["Passive"]) in host.signals, "a passive item")
    assert (await host.properties())["Status"] == "Passive"


async def test_stop_from_a_callback_ends_it(process, host):
    await host.click("Quit")

    assert process.wait(10) == 0
