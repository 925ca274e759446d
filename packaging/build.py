"""Builds everything that is released for this platform into dist: `python packaging/build.py`.

The same commit, the same versions and the same system give the same bytes.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import deb
import dmg
import glibc_floor
import stamp

DIST = stamp.ROOT / "dist"
LINUX = sys.platform == "linux"


def freeze() -> None:
    for old in _ours():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(stamp.epoch()), "PYTHONHASHSEED": "1"}
    command = [
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--clean",
        "--log-level",
        "WARN",
        "build.spec",
    ]
    subprocess.run(command, cwd=stamp.ROOT, env=environment, check=True)


def released() -> list[Path]:
    """Return the files that people download."""
    return sorted(path for path in _ours() if path.is_file())


def _ours() -> list[Path]:
    patterns = (f"{deb.NAME}*", "OrchestratorTray*", "Orchestrator Tray*")
    return [path for pattern in patterns for path in DIST.glob(pattern)]


def write_checksums(files: list[Path]) -> None:
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def main() -> int:
    freeze()
    if LINUX and shutil.which("dpkg-deb"):
        deb.make(DIST / f"{deb.NAME}-folder", DIST)
    if sys.platform == "darwin":
        dmg.make(DIST / "Orchestrator Tray.app", DIST)
    write_checksums(released())
    for file in released():
        print(f"{file.stat().st_size / 1e6:6.1f} MB  {file.name}")
    if LINUX:
        version, who = glibc_floor.floor(DIST / f"{deb.NAME}-folder")
        print(f"glibc {'.'.join(map(str, version))} or newer, because of {', '.join(who)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
