"""Puts the macOS app into a disk image, beside a link to the folder that it is dragged into."""

import subprocess
import tempfile
from pathlib import Path

import stamp


def make(app: Path, target: Path) -> Path:
    """Write the image into the target folder and return its file."""
    image = target / "OrchestratorTray.dmg"
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["ditto", str(app), f"{scratch}/{app.name}"], check=True)
        Path(scratch, "Applications").symlink_to("/Applications")
        name = f"Orchestrator Tray {stamp.version()}"
        make_image = ["hdiutil", "create", "-volname", name, "-srcfolder", scratch, "-ov", "-format", "UDZO"]
        subprocess.run([*make_image, str(image)], check=True)
    return image
