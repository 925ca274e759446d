"""Which version this is."""

from importlib.metadata import PackageNotFoundError, version


def version_text() -> str:
    """Return the program's name and version."""
    try:
        return f"orchestrator-tray {version('orchestrator-tray')}"
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "orchestrator-tray (not installed)"
