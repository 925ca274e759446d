"""Makes the one file say what to do where it cannot start.

PyInstaller's loader speaks when Python's library cannot be loaded, before any code of ours runs, mostly since
programs may not be started from the folder for temporary files. Its sentence is replaced in the built file by
one that is no longer than it.
"""

from pathlib import Path

OLD = b"Failed to load Python shared library '%s': %s\n\0"
NEW = b"%.0s%s (if noexec: TMPDIR=~ FILE install)\n\0"  # the first is in the second, too


def write(program: Path) -> None:
    content = program.read_bytes()
    if content.count(OLD) != 1 or len(NEW) > len(OLD):
        raise SystemExit(f"{program}: the loader's sentence is not there once; has PyInstaller changed it?")
    program.write_bytes(content.replace(OLD, NEW.ljust(len(OLD), b"\0")))
