"""The pictures of the states, read from the rendered icons; how many questions wait is painted here."""

from functools import lru_cache
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from orchestrator_tray.core.view import TrayIcon
from orchestrator_tray.paths import icon_file

Panel = Literal["light", "dark", "any"]
"""What lies under the icon; "any" where it is not known: drawn to be seen on both."""

_INK = "#1d1300"
_MIDDLE = 10.7 / 24  # of the bubble, from the top
_FINER = 8


@lru_cache(maxsize=64)
def picture(icon: TrayIcon, count: int, panel: Panel, size: int) -> Image.Image:
    """Return the square picture of a state, `size` pixels wide; `count` is shown where questions wait."""
    if icon == "question" and count > 0:
        return _counted(_read(f"count-{panel}", size), str(count) if count < 10 else "9+")
    return _read(f"{icon}-{panel}", size)


def _read(name: str, size: int) -> Image.Image:
    with Image.open(icon_file(name, size)) as image:
        return image.convert("RGBA")


def _counted(bubble: Image.Image, text: str) -> Image.Image:
    """Write into the bubble, drawn finer first: fonts are too coarse at 16 pixels."""
    side = bubble.width * _FINER
    font = ImageFont.load_default(side * (0.66 if len(text) == 1 else 0.56))
    mask = Image.new("L", (side, side))
    ImageDraw.Draw(mask).text(
        (side / 2, side * _MIDDLE), text, fill=255, font=font, anchor="mm", stroke_width=side * 0.018
    )
    ink = Image.new("RGBA", bubble.size, _INK)
    return Image.composite(ink, bubble, mask.resize(bubble.size, Image.Resampling.BOX))
