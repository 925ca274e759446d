"""What is stamped into a build: version, commit and date, all of them functions of the sources."""

import json
import os
import subprocess
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UNKNOWN = "unknown"


def version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def commit() -> str:
    """Return the abbreviated commit, with "+" where a followed file differs; "unknown" outside a checkout."""
    found = _git("rev-parse", "--short=9", "HEAD")
    if not found:
        return UNKNOWN
    return found + ("+" if _git("status", "--porcelain", "--untracked-files=no") else "")


def epoch() -> int:
    """Return SOURCE_DATE_EPOCH: as it is set, else the commit's time, else that of the newest change told."""
    told = os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct")
    return int(told or (ROOT / "CHANGELOG.md").stat().st_mtime)


def date() -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(epoch()))


def write(folder: Path) -> Path:
    """Write the stamp that `orchestrator_tray.version` reads, and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "_build.json"
    file.write_text(json.dumps({"version": version(), "commit": commit(), "date": date()}), encoding="utf-8")
    return file


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:  # no git here
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
