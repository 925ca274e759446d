"""The Run key of the Windows registry."""

import contextlib
import subprocess
import sys
from collections.abc import Sequence
from typing import Any, Protocol

from orchestrator_tray.adapters.autostart.entry import NAME, Entry, translated

RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED_KEY = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


class Registry(Protocol):
    """What is needed of the current user's part of the Windows registry."""

    def read(self, key: str, name: str) -> Any:
        """Return a value, None where there is none."""

    def write(self, key: str, name: str, value: str) -> None:
        """Set a string."""

    def delete(self, key: str, name: str) -> None:
        """Remove a value, if it is there."""


class RunKey:
    """The Run key of a Windows user, and the key by which the Task Manager overrules it."""

    def __init__(self, command: Sequence[str], registry: Registry) -> None:
        self._text = subprocess.list2cmdline(command)
        self._registry = registry
        self._where = rf"HKEY_CURRENT_USER\{RUN_KEY}\{NAME}"

    def enable(self) -> Entry:
        with translated(self._where):
            self._registry.write(RUN_KEY, NAME, self._text)
            self._registry.delete(APPROVED_KEY, NAME)
        return self.status()

    def disable(self) -> Entry:
        with translated(self._where):
            self._registry.delete(RUN_KEY, NAME)
            self._registry.delete(APPROVED_KEY, NAME)
        return self.status()

    def status(self) -> Entry:
        with translated(self._where):
            text = self._registry.read(RUN_KEY, NAME) or ""
            approved = self._registry.read(APPROVED_KEY, NAME)
        off = bool(approved) and approved[0] % 2 == 1  # odd: switched off in the Task Manager
        return Entry(bool(text) and not off, self._where, text, text == self._text)


class WindowsRegistry:
    """The real registry, HKEY_CURRENT_USER."""

    def read(self, key: str, name: str) -> Any:
        if sys.platform != "win32":
            raise NotImplementedError
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                return winreg.QueryValueEx(opened, name)[0]
        except FileNotFoundError:
            return None

    def write(self, key: str, name: str, value: str) -> None:
        if sys.platform != "win32":
            raise NotImplementedError
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

    def delete(self, key: str, name: str) -> None:
        if sys.platform != "win32":
            raise NotImplementedError
        import winreg

        with (
            contextlib.suppress(FileNotFoundError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened,
        ):
            winreg.DeleteValue(opened, name)
