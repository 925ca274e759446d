"""What is remembered in a data folder, opened to change it or to read it: no command needs more to start."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from orchestrator_tray.adapters.embedder import Embedder
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.memory import Memory
from orchestrator_tray.paths import Paths, made


@contextmanager
def opened_memory(paths: Paths, settings: Settings) -> Iterator[tuple[Database, Memory]]:
    """Yield the database of that data folder, made if need be, and the memory over it. Raises TrayError."""
    with ExitStack() as stack:
        made(paths.data_dir)
        database = stack.enter_context(Database.open(paths.db))
        embedder = stack.enter_context(Embedder(settings.model, cache_dir=paths.cache_dir))
        yield database, Memory(database, embedder)


@contextmanager
def reading_memory(paths: Paths, settings: Settings) -> Iterator[Memory]:
    """Yield the memory of that data folder and change nothing there; without one, an empty memory."""
    with ExitStack() as stack:
        if paths.db.exists():
            database = stack.enter_context(Database.open(paths.db, read_only=True))
        else:
            scratch = stack.enter_context(TemporaryDirectory(prefix="orchestrator-tray-"))
            database = stack.enter_context(Database.open(Path(scratch) / "patterns.db"))
        embedder = stack.enter_context(Embedder(settings.model, cache_dir=paths.cache_dir))
        yield Memory(database, embedder)
