"""Windows of Windows: that of the nearest process above the hook which has one."""

import sys
from collections.abc import Iterator, Mapping
from typing import Final

from orchestrator_tray.adapters.terminals.reason import CannotShow
from orchestrator_tray.core.terminal import Terminal

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _SNAPSHOT_PROCESSES: Final = 2
    _INVALID: Final = ctypes.c_void_p(-1).value
    _RESTORE: Final = 9

    class _Process(ctypes.Structure):
        _fields_ = (
            ("size", wintypes.DWORD),
            ("usage", wintypes.DWORD),
            ("pid", wintypes.DWORD),
            ("heap", ctypes.c_size_t),
            ("module", wintypes.DWORD),
            ("threads", wintypes.DWORD),
            ("parent", wintypes.DWORD),
            ("priority", wintypes.LONG),
            ("flags", wintypes.DWORD),
            ("name", wintypes.WCHAR * 260),
        )

    def find_out() -> str:
        """Return what answers here."""
        return "windows of consoles and terminals"

    def bring_forward(terminal: Terminal) -> None:
        """Show the window and give it the focus, as far as Windows lets us. Raises CannotShow."""
        windows = dict(_windows())
        parents = _parents()
        pids = (pid for first in terminal.pids for pid in _above(first, parents))
        window = next((windows[pid] for pid in pids if pid in windows), None)
        if window is None:
            raise CannotShow("there is no window of it")
        if ctypes.windll.user32.IsIconic(window):
            ctypes.windll.user32.ShowWindow(window, _RESTORE)
        if not ctypes.windll.user32.SetForegroundWindow(window):
            raise CannotShow("Windows keeps another window in front")

    def _windows() -> Iterator[tuple[int, int]]:
        """Yield process and handle of each window that can be seen, the topmost of a process last."""
        found: list[tuple[int, int]] = []

        @ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)  # type: ignore[untyped-decorator]
        def take(window: int, _: int) -> bool:
            pid = wintypes.DWORD()
            ctypes.windll.user32.GetWindowThreadProcessId(window, ctypes.byref(pid))
            if ctypes.windll.user32.IsWindowVisible(window):
                found.append((pid.value, window))
            return True

        ctypes.windll.user32.EnumWindows(take, 0)
        return reversed(found)

    def _parents() -> dict[int, int]:
        kernel = ctypes.windll.kernel32
        kernel.CreateToolhelp32Snapshot.restype = wintypes.HANDLE
        snapshot = kernel.CreateToolhelp32Snapshot(_SNAPSHOT_PROCESSES, 0)
        if snapshot == _INVALID:
            return {}
        process = _Process(size=ctypes.sizeof(_Process))
        found = {}
        try:
            more = kernel.Process32FirstW(wintypes.HANDLE(snapshot), ctypes.byref(process))
            while more:
                found[int(process.pid)] = int(process.parent)
                more = kernel.Process32NextW(wintypes.HANDLE(snapshot), ctypes.byref(process))
        finally:
            kernel.CloseHandle(wintypes.HANDLE(snapshot))
        return found

    def _above(pid: int, parents: Mapping[int, int]) -> Iterator[int]:
        seen: set[int] = set()
        while pid and pid not in seen:  # Windows gives numbers of ended processes to new ones
            seen.add(pid)
            yield pid
            pid = parents.get(pid, 0)
