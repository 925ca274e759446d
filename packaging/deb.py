"""Makes a Debian package out of the folder build, by dpkg-deb: `python packaging/deb.py`."""

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import glibc_floor
import stamp

NAME = "orchestrator-tray"
DIST = stamp.ROOT / "dist"
METAINFO = "io.github.orchestrator_tray.metainfo.xml"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: The Orchestrator Tray authors <maintainers@orchestrator-tray.invalid>
Installed-Size: {kibibytes}
Depends: libc6 (>= {glibc}), libgcc-s1, libstdc++6, zlib1g
Recommends: xdg-utils
Section: devel
Priority: optional
Description: answers the questions of your Claude Code sessions
 Listens to every Claude Code session on your computer, notices when one asks
 you something, and answers, suggests or learns, by how you answered before.
 Nothing leaves the computer; the language model is inside.
"""


def make(folder: Path, target: Path) -> Path:
    """Write the package into the target folder and return its file."""
    architecture = _said("dpkg", "--print-architecture")
    package = target / f"{NAME}_{stamp.version()}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "root"
        _fill(root, folder)
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN" / "control").write_text(_control(root, folder, architecture), encoding="utf-8")
        _same_times(root)
        build = ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", str(root), str(package)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    return package


def _fill(root: Path, folder: Path) -> None:
    lib, share = root / "usr" / "lib" / NAME, root / "usr" / "share"
    shutil.copytree(folder, lib, symlinks=True)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    _copy(stamp.ROOT / "packaging" / f"{NAME}.desktop", share / "applications")
    _copy(stamp.ROOT / "packaging" / METAINFO, share / "metainfo")
    for size in ICON_SIZES:
        icon = share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png"
        icon.parent.mkdir(parents=True)
        shutil.copy(stamp.ROOT / "icons" / "png" / f"app-{size}.png", icon)
    _copy(lib / "_internal" / "orchestrator_tray" / "_licences.txt", share / "doc" / NAME, "copyright")
    changes = (stamp.ROOT / "CHANGELOG.md").read_bytes()
    (share / "doc" / NAME / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))


def _copy(file: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, folder / (name or file.name))


def _control(root: Path, folder: Path, architecture: str) -> str:
    size = sum(file.stat().st_size for file in root.rglob("*") if file.is_file() and not file.is_symlink())
    version, _ = glibc_floor.floor(folder)
    return CONTROL.format(
        name=NAME,
        version=stamp.version(),
        architecture=architecture,
        kibibytes=size // 1024,
        glibc=".".join(map(str, version)),
    )


def _same_times(root: Path) -> None:
    """Give every file the commit's time and plain permissions: the same sources give the same package."""
    os.environ["SOURCE_DATE_EPOCH"] = str(stamp.epoch())
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():  # libraries are no programs, whatever their wheels say
            path.chmod(0o755 if path.is_dir() or path.name == NAME else 0o644)
        os.utime(path, (stamp.epoch(), stamp.epoch()), follow_symlinks=False)


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    begun = time.monotonic()
    made = make(DIST / f"{NAME}-folder", DIST)
    print(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB in {time.monotonic() - begun:.0f} s")
    sys.exit(0)
