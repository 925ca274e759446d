"""A project is the working directory of a session: its one form, and whether it lies in a folder."""

import posixpath
from collections.abc import Iterable


def normal_project(path: str) -> str:
    """Return a session's path in the one form that projects are compared in; "" stays ""."""
    return posixpath.normpath(path.replace("\\", "/")) if path.strip() else ""


def lies_in(project: str, folders: Iterable[str]) -> bool:
    """Tell whether a project is one of these folders, or lies below one."""
    return any(project == folder or project.startswith(f"{folder.rstrip('/')}/") for folder in folders)
