"""Renders every picture of icon.svg into png/, app.ico and app.icns.

Run it after editing the drawing: `pip install resvg-py pillow && python icons/make_icons.py`.
"""

# ruff: noqa: INP001

import io
import xml.etree.ElementTree as ET
from pathlib import Path
from string import Template

import resvg_py
from PIL import Image

HERE = Path(__file__).parent
SVG = "{http://www.w3.org/2000/svg}"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
STATES = ("offline", "connected", "question", "auto", "paused")
PANELS = {
    "light": {"ink": "#2b2f36", "faint": "#6d7480", "fill": "none", "amber": "#f59e0b", "teal": "#0b8f7a"},
    "dark": {"ink": "#f4f5f7", "faint": "#a3a9b4", "fill": "none", "amber": "#fbb024", "teal": "#12a58d"},
    "any": {"ink": "#2b2f36", "faint": "#868d9a", "fill": "#f4f5f7", "amber": "#f8a71a", "teal": "#0e9a84"},
}


def main() -> None:
    template = Template((HERE / "icon.svg").read_text(encoding="utf-8"))
    for panel, colours in PANELS.items():
        drawing = template.substitute(colours)
        for state in STATES:
            write(drawing, state, f"{state}-{panel}")
        write(drawing, "question", f"count-{panel}", without="mark")
    program = template.substitute(PANELS["any"])
    write(program, "app", "app")
    bundle(program)


def write(drawing: str, group: str, name: str, *, without: str = "") -> None:
    for size in SIZES:
        picture = render(only(drawing, group, without), size)
        picture.save(HERE / "png" / f"{name}-{size}.png", optimize=True)


def bundle(drawing: str) -> None:
    """Write the formats that Windows and macOS want for the program itself."""
    pictures = {size: render(only(drawing, "app", ""), size) for size in (*SIZES, 1024)}
    small = [pictures[size] for size in (16, 24, 32, 48, 64, 128, 256)]
    small[-1].save(HERE / "app.ico", sizes=[picture.size for picture in small], append_images=small[:-1])
    pictures[1024].save(HERE / "app.icns", append_images=[pictures[size] for size in (32, 64, 128, 256, 512)])


def only(drawing: str, group: str, without: str) -> str:
    """Return the drawing with one of its groups, and without a part of that."""
    root = ET.fromstring(drawing)  # noqa: S314  # our own file
    for child in root.findall(f"{SVG}g"):
        if child.get("id") != group:
            root.remove(child)
        for part in [part for part in child if without and part.get("id") == without]:
            child.remove(part)
    return ET.tostring(root, encoding="unicode")


def render(svg: str, size: int) -> Image.Image:
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size, skip_system_fonts=True))
    return Image.open(io.BytesIO(png)).convert("RGBA")


if __name__ == "__main__":
    main()
