"""The program in the user's folders: unpacked once, linked to, and in the menu."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from orchestrator_tray.adapters.installation.entries import NAME, remove_entry, write_entry
from orchestrator_tray.adapters.installation.payload import write_folder
from orchestrator_tray.adapters.installation.unpacked import one_file_folder
from orchestrator_tray.errors import TrayError

_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Installation:
    """Where the program is, or would be. Its path never changes, so hooks and autostart outlive an update."""

    folder: Path
    binaries: Path
    """The user's folder of commands."""
    share: Path
    """The user's folder of menu entries and icons."""
    arguments: tuple[str, ...] = ()
    """What the tray is started with."""

    @property
    def program(self) -> Path:
        return self.folder / (f"{NAME}.exe" if sys.platform == "win32" else NAME)

    @property
    def link(self) -> Path:
        return self.binaries / NAME

    @property
    def is_there(self) -> bool:
        return self.program.exists()

    def make(self) -> Iterator[Path]:
        """Put everything in its place and yield what was made. Raises TrayError where that cannot be."""
        source = one_file_folder()
        if source is None and Path(sys.executable) != self.program:
            raise TrayError(_not_the_download())
        self._refuse_foreign_link()
        if source is not None:
            self._refuse_while_running()
            self._unpack(source)
            yield self.program
        if sys.platform == "linux":
            self.binaries.mkdir(parents=True, exist_ok=True)
            self.link.unlink(missing_ok=True)
            self.link.symlink_to(self.program)
            yield self.link
            yield write_entry(self.share, [str(self.program), *self.arguments])

    def remove(self) -> Iterator[Path]:
        """Take everything away again and yield what was there."""
        self._refuse_while_running()
        if self._is_ours(self.link):
            self.link.unlink()
            yield self.link
        yield from remove_entry(self.share)
        if self.folder.exists():
            yield self.folder
            shutil.rmtree(self.folder)  # the last: this may be the very program that runs

    def call(self, *arguments: str) -> str:
        """Run the installed program to its end; return what it prints, "" where it fails."""
        command = [str(self.program), *self.arguments, *arguments]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                text=True,
                timeout=_SECONDS,
                check=False,
                stdin=subprocess.DEVNULL,
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout if done.returncode == 0 else ""

    def _unpack(self, source: Path) -> None:
        """Write the program beside its place, try it, and only then put it there."""
        self.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f"{self.folder.name}-", dir=self.folder.parent) as beside:
            new, old = Path(beside, "new"), Path(beside, "old")
            write_folder(source, new)
            if not Installation(new, self.binaries, self.share).call("--version"):
                raise TrayError(f"{new}: programs cannot be started there; name another folder by --data-dir")
            if self.folder.exists():
                self.folder.rename(old)
            new.rename(self.folder)

    def _refuse_foreign_link(self) -> None:
        if sys.platform == "linux" and os.path.lexists(self.link) and not self._is_ours(self.link):
            raise TrayError(f"{self.link}: is another program; move it away, then install again")

    def _is_ours(self, link: Path) -> bool:
        return link.is_symlink() and link.readlink() == self.program

    def _refuse_while_running(self) -> None:
        if running := " ".join(map(str, _processes_of(self.folder))):
            raise TrayError(
                f"{self.program}: is running; quit the tray and every `listen`, or end them all by"
                f" `kill {running}`, then try again"
            )


def installation(
    data_dir: Path,
    arguments: Sequence[str],
    *,
    environment: Mapping[str, str] = os.environ,
) -> Installation:
    """Return the place below a data folder."""
    home = Path(environment.get("HOME") or Path.home())
    share = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return Installation(data_dir / "program", home / ".local" / "bin", share, tuple(arguments))


def _not_the_download() -> str:
    if not getattr(sys, "frozen", False):
        return (
            "install is for the downloaded program; this one runs from Python and is installed by pip or pipx"
        )
    if sys.platform == "darwin":
        return "to install on macOS, drag Orchestrator Tray.app into the Applications folder"
    return f"{sys.executable}: is installed already"


def _processes_of(folder: Path) -> Iterator[int]:
    """Yield the other processes of this user that run a program of that folder; Linux tells."""
    for entry in Path("/proc").glob("[0-9]*/exe"):
        try:
            program = entry.readlink()
        except OSError:  # ended meanwhile, or of somebody else
            continue
        number = int(entry.parent.name)
        if program.is_relative_to(folder) and number != os.getpid():
            yield number
