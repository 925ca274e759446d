"""The Claude Code that is installed here: where it is, which version, and a wrapper around it for CBOS."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from orchestrator_tray.core.hook_wire import Version
from orchestrator_tray.environment import system_environment
from orchestrator_tray.errors import TrayError

HIDDEN_SINCE: Final[Version] = (2, 1, 187)
"""From here on print mode offers AskUserQuestion only where a prompt tool is named."""
WRAPPER_NAME: Final = "claude-for-cbos"
_VERSION_SECONDS: Final = 10.0
_WRAPPER: Final = """\
#!/bin/sh
# Written by `orchestrator-tray wrapper`: Claude Code as CBOS should start it.
# From 2.1.187 on, print mode offers the tool that asks questions only where a prompt tool is named. Whom it
# would ask is of no matter: the hook answers first. All else is passed on as it is.
claude={claude}
[ -x "$claude" ] || claude=claude

prints=
for argument do
  case $argument in
    --) break ;;
    -p | --print) prints=yes ;;
    --permission-prompt-tool | --permission-prompt-tool=*) exec "$claude" "$@" ;;
  esac
done
[ "$prints" ] || exec "$claude" "$@"

version=$("$claude" --version 2>/dev/null)
version=${{version%% *}}
major=${{version%%.*}}
patch=${{version##*.}}
minor=${{version#*.}}
minor=${{minor%%.*}}
case $major.$minor.$patch in
  *[!0-9.]* | .* | *..* | *.) exec "$claude" "$@" ;;
esac
[ $((major * 1000000 + minor * 10000 + patch)) -ge {since} ] || exec "$claude" "$@"
exec "$claude" --permission-prompt-tool stdio "$@"
"""


def found_claude(environment: Mapping[str, str]) -> str | None:
    """Return the path of the command `claude`, as the user's PATH names it; None without one."""
    return shutil.which("claude", path=environment.get("PATH"))


def claude_version(claude: str) -> Version | None:
    """Ask the program for its version; None where it does not tell."""
    try:
        ran = subprocess.run(
            [claude, "--version"],
            env=system_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_VERSION_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.match(rb"(\d+)\.(\d+)\.(\d+)\b", ran.stdout)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def write_wrapper(folder: Path, claude: str) -> Path:
    """Write the wrapper into an existing folder and return its path. Raises TrayError."""
    if sys.platform == "win32":
        raise TrayError("the wrapper is a shell script, which CBOS cannot start on Windows")
    major, minor, patch = HIDDEN_SINCE
    since = major * 1_000_000 + minor * 10_000 + patch
    path = folder / WRAPPER_NAME
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(new, "w", encoding="utf-8", opener=_open_executable) as file:
            file.write(_WRAPPER.format(claude=shlex.quote(claude), since=since))
        new.replace(path)  # a shell that runs the old one goes on reading it
    except OSError as error:
        raise TrayError(f"{path}: cannot be written ({error.strerror})") from None
    return path


def _open_executable(path: str, flags: int) -> int:
    return os.open(path, flags, 0o700)
