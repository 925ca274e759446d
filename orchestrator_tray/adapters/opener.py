"""Opens a file, a folder or a page with whatever the person uses for it."""

import os
import subprocess
import sys

from orchestrator_tray.errors import TrayError


def open_path(place: str) -> None:
    """Hand a path or an address to the desktop. Raises TrayError where there is none that takes it."""
    if sys.platform == "win32":
        try:
            os.startfile(place)  # noqa: S606 - a place of our own, chosen in our own menu
        except OSError as error:
            raise TrayError(f"{place}: cannot be opened ({error.strerror})") from None
        return
    command = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.run(
            [command, place],
            check=True,
            timeout=10,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=system_environment(os.environ),
        )
    except (OSError, subprocess.SubprocessError):
        raise TrayError(f"{place}: {command} cannot open it; open it yourself") from None


def system_environment(environment: os._Environ[str] | dict[str, str]) -> dict[str, str]:
    """Return the environment without the frozen program's libraries, which other programs must not load."""
    names = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
    clean = {name: value for name, value in environment.items() if name not in names}
    for name in names:
        if (original := environment.get(f"{name}_ORIG")) is not None:
            clean[name] = original
        elif not getattr(sys, "frozen", False) and name in environment:
            clean[name] = environment[name]
    return clean
