"""The database as a file among others: made, shared, migrated, refused."""

import multiprocessing
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from threading import Barrier

import apsw
import pytest

from orchestrator_tray.adapters.store import Database, connection, patterns, rows, schema
from orchestrator_tray.core.pattern import DecisionPattern, Remembered
from orchestrator_tray.core.question import Part
from orchestrator_tray.errors import StoreError
from tests.support.embedding import HashEmbedder
from tests.support.privilege import unprivileged

AUTH = "Which authentication method should we use?"
EMBEDDER = HashEmbedder()
REPO = Path(__file__).parents[2]
posix_only = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "patterns.db"


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed database with one pattern."""
    with Database.open(path) as db:
        remember(db, "toolu_1:0")
    return path


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_BUSY_MILLISECONDS", 50)


@pytest.fixture
def plain(path: Path) -> Iterator[apsw.Connection]:
    """A connection to the same file without anything of ours."""
    path.parent.mkdir()
    db = apsw.Connection(str(path))
    yield db
    db.close()


def remember(db: Database, key: str) -> None:
    db.use_model(EMBEDDER.name, EMBEDDER.dimension)
    db.remember([Remembered(DecisionPattern(AUTH, "JWT"), key, EMBEDDER.vector(AUTH))])


def read_all(path: Path) -> None:
    with Database.open(path) as db:
        list(db.export())


def complaint(path: Path, *, read_only: bool = False) -> str:
    with pytest.raises(StoreError) as raised:
        Database.open(path, read_only=read_only)
    assert "\n" not in str(raised.value)
    return str(raised.value)


class TestMaking:
    def test_it_is_made_with_its_folder_and_keeps_what_it_is_given(self, filled):
        with Database.open(filled) as db:
            assert [one.user_answer for one in db.get(["p1"])] == ["JWT"]
            assert db._db.value("PRAGMA journal_mode") == "wal"

    @posix_only
    def test_only_its_owner_may_look_into_it(self, path):
        old = os.umask(0)
        try:
            with Database.open(path) as db:
                remember(db, "toolu_1:0")
                modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        finally:
            os.umask(old)

        assert modes == {"patterns.db": 0o600, "patterns.db-wal": 0o600, "patterns.db-shm": 0o600}
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700

    @posix_only
    def test_a_file_that_others_could_read_is_closed_to_them(self, filled):
        filled.chmod(0o644)

        with Database.open(filled):
            assert stat.S_IMODE(filled.stat().st_mode) == 0o600

    @posix_only
    def test_the_mode_of_a_folder_that_was_there_is_left_alone(self, path):
        path.parent.mkdir(mode=0o755)

        with Database.open(path):
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755

    def test_closing_leaves_one_file(self, filled):
        assert [file.name for file in filled.parent.iterdir()] == ["patterns.db"]

    def test_it_brings_no_numpy_into_the_process(self, path):
        script = (
            "import sys; from pathlib import Path; from orchestrator_tray.adapters.store import Database\n"
        )
        script += (
            "Database.open(Path(sys.argv[1])).close(); print({'numpy', 'sqlite_vec'} & set(sys.modules))"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, str(path)], cwd=REPO, capture_output=True, text=True, check=True
        )

        assert done.stdout.strip() == "set()"


class TestReadingOnly:
    def test_it_reads_and_changes_nothing(self, filled):
        before = filled.read_bytes()
        with Database.open(filled, read_only=True) as db:
            assert len(db.nearest(EMBEDDER.vector(AUTH))) == 1
            assert len(db.recall(Part(AUTH), project="", vector=EMBEDDER.vector(AUTH)).neighbours) == 1
            assert db.search("authentication")[0].user_answer == "JWT"
            with pytest.raises(StoreError, match="may not be written"):
                remember(db, "toolu_2:0")

        assert filled.read_bytes() == before
        assert [file.name for file in filled.parent.iterdir()] == ["patterns.db"]

    def test_vectors_of_another_model_are_left_aside(self, filled):
        with Database.open(filled, read_only=True) as db:
            assert db.use_model("another", 384) == 1
            assert db.nearest(EMBEDDER.vector(AUTH)) == []
            assert len(db.recall(Part(AUTH), project="", vector=EMBEDDER.vector(AUTH)).neighbours) == 1
        with Database.open(filled) as db:
            assert db.use_model(EMBEDDER.name, EMBEDDER.dimension) == 0

    def test_it_sees_what_is_written_meanwhile(self, filled):
        with Database.open(filled, read_only=True) as reader, Database.open(filled) as writer:
            remember(writer, "toolu_2:0")
            assert reader.count() == 2

    def test_a_file_that_is_not_there_is_not_made(self, path):
        assert "there is no such file" in complaint(path, read_only=True)
        assert not path.parent.exists()


class TestRefusing:
    @pytest.mark.parametrize("read_only", [False, True])
    def test_what_is_no_database(self, path, read_only):
        path.parent.mkdir()
        path.write_text("Dear diary, " * 500)

        assert "is not a database" in complaint(path, read_only=read_only)
        assert path.read_text().startswith("Dear diary")

    @pytest.mark.parametrize("read_only", [False, True])
    def test_a_folder_in_its_place(self, path, read_only):
        path.mkdir(parents=True)

        assert str(path) in complaint(path, read_only=read_only)

    def test_a_file_in_the_place_of_its_folder(self, tmp_path):
        (tmp_path / "data").touch()

        assert "cannot be opened" in complaint(tmp_path / "data" / "patterns.db")

    @pytest.mark.parametrize("read_only", [False, True])
    def test_a_file_without_permission(self, filled, read_only):
        filled.chmod(0)

        with unprivileged():
            assert "cannot be opened" in complaint(filled, read_only=read_only)

    @pytest.mark.parametrize("read_only", [False, True])
    def test_a_folder_without_permission(self, filled, read_only):
        filled.parent.chmod(0)
        try:
            with unprivileged():
                assert "cannot be opened" in complaint(filled, read_only=read_only)
        finally:
            filled.parent.chmod(0o700)

    def test_the_database_of_another_program(self, path, plain):
        plain.execute("CREATE TABLE photos (id)")

        before = path.read_bytes()

        assert "is the database of another program" in complaint(path)
        assert path.read_bytes() == before

    def test_a_newer_schema(self, filled):
        with Database.open(filled) as db:
            db._db.execute("PRAGMA user_version = 99")

        known = len(schema.MIGRATIONS)
        assert f"was written by a newer version (schema 99, known here: {known}); update" in complaint(filled)
        assert "update orchestrator-tray" in complaint(filled, read_only=True)

    def test_a_damaged_file(self, filled):
        with Database.open(filled) as db:
            db.remember(
                [Remembered(DecisionPattern("word " * 300, "x"), f"{number}") for number in range(200)]
            )
        with filled.open("r+b") as file:
            file.seek(8192)
            file.write(b"\xff" * (filled.stat().st_size - 8192))

        with pytest.raises(StoreError, match="is damaged"):
            read_all(filled)

    def test_a_missing_sqlite_vec_is_named_with_its_mend(self, path, monkeypatch):
        monkeypatch.setattr(connection, "find_spec", lambda _: None)

        assert complaint(path).endswith("sqlite-vec is not installed; run: pip install sqlite-vec")

    def test_a_sqlite_vec_that_does_not_load_is_named_with_its_mend(self, path, tmp_path, monkeypatch):
        (tmp_path / "sqlite_vec").mkdir()
        (tmp_path / "sqlite_vec" / "__init__.py").touch()
        for suffix in (".so", ".dll", ".dylib"):
            (tmp_path / "sqlite_vec" / f"vec0{suffix}").write_text("no library")
        monkeypatch.syspath_prepend(str(tmp_path))

        assert "sqlite-vec does not load from" in complaint(path)
        assert "pip install" in complaint(path)


class TestTrouble:
    def test_a_full_disk_is_said_and_loses_nothing(self, filled):
        with Database.open(filled) as db:
            pages = db._db.value("PRAGMA page_count")
            db._db.execute(f"PRAGMA max_page_count = {pages}")
            with pytest.raises(StoreError, match=r"the disk is full; free some space"):
                db.remember(
                    [Remembered(DecisionPattern("x" * 5000, "y"), f"{number}") for number in range(50)]
                )

            assert db.count() == 1
            db._db.execute(f"PRAGMA max_page_count = {pages + 1000}")
            remember(db, "toolu_2:0")
            assert db.count() == 2
            assert db._db.value("PRAGMA integrity_check") == "ok"

    def test_a_lock_that_does_not_end_is_said(self, filled, impatient):
        with Database.open(filled) as holder, Database.open(filled) as waiting, holder._db.transaction():
            with pytest.raises(StoreError, match="is in use by another program; try again"):
                remember(waiting, "toolu_2:0")
            assert waiting.count() == 1

    def test_after_an_error_the_next_write_works(self, filled):
        with Database.open(filled) as db:
            with pytest.raises(StoreError):
                db.remember([Remembered(DecisionPattern(AUTH, "x"), "bad", b"1234")])
            remember(db, "toolu_2:0")
            assert db.count() == 2

    def test_a_closed_database_says_so(self, filled):
        db = Database.open(filled)
        db.close()
        db.close()

        with pytest.raises(StoreError, match="SQLite says"):
            db.count()


class TestMigrating:
    def add_nickname(self, db: connection.Connection) -> None:
        db.execute("ALTER TABLE patterns ADD COLUMN nickname TEXT NOT NULL DEFAULT 'none'")

    def fail(self, db: connection.Connection) -> None:
        db.execute("ALTER TABLE patterns ADD COLUMN second TEXT")
        raise StoreError(str(db.path), "does not like it")

    def test_an_older_file_goes_through_the_steps_that_it_lacks(self, filled, monkeypatch):
        monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, self.add_nickname))
        with Database.open(filled) as db:
            assert db._db.execute("SELECT nickname, user_answer FROM patterns") == [("none", "JWT")]
            assert db._db.value("PRAGMA user_version") == len(schema.MIGRATIONS)
        with Database.open(filled) as db:
            assert db.count() == 1

    def test_a_step_that_fails_leaves_the_file_as_it_was(self, filled, monkeypatch):
        version = len(schema.MIGRATIONS)
        monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, self.add_nickname, self.fail))
        assert "does not like it" in complaint(filled)
        monkeypatch.undo()

        with Database.open(filled) as db:
            assert db.count() == 1
            assert db._db.value("PRAGMA user_version") == version

    def test_an_older_file_is_brought_up_to_date_also_where_it_is_only_read(self, filled, monkeypatch):
        monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, self.add_nickname))

        with Database.open(filled, read_only=True) as db:
            assert db._db.value("SELECT nickname FROM patterns") == "none"
            assert db.count() == 1

    def test_keys_are_computed_anew_when_the_normal_forms_change(self, filled, monkeypatch):
        monkeypatch.setattr(patterns, "KEYS_VERSION", 99)
        monkeypatch.setattr(rows, "normal_text", lambda text: f"new form of {text}")
        with Database.open(filled) as db:
            assert db._db.value("SELECT normal_text FROM patterns") == f"new form of {AUTH}"
            assert db.get_meta("keys_version") == "99"
        monkeypatch.undo()

        with Database.open(filled) as db:
            assert len(db.recall(Part(AUTH), project="", vector=None).neighbours) == 1


def write(path: Path, name: str, count: int) -> None:
    with Database.open(path) as db:
        for number in range(count):
            remember(db, f"{name}:{number}")
        db.forget(db.learned_from("none"))


def write_together(path: Path, key: str, together: Barrier) -> None:
    together.wait()
    with Database.open(path) as db:
        remember(db, key)


class TestSharing:
    def test_processes_that_write_at_once_all_succeed(self, path):
        """They also make the file at once: who comes first does it."""
        processes = multiprocessing.get_context("spawn")
        writers = [processes.Process(target=write, args=(path, f"w{number}", 25)) for number in range(4)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join(60)

        assert [writer.exitcode for writer in writers] == [0] * 4
        with Database.open(path) as db:
            assert (db.stats()["patterns"], db.stats()["vectors"]) == (100, 100)
            assert db._db.value("PRAGMA integrity_check") == "ok"

    def test_connections_that_make_the_file_at_once_all_succeed(self, tmp_path):
        with ThreadPoolExecutor(6) as pool:
            for number in range(20):
                together = Barrier(6)
                path = tmp_path / f"{number}" / "patterns.db"
                for written in [pool.submit(write_together, path, f"k{key}", together) for key in range(6)]:
                    written.result()
                with Database.open(path) as db:
                    assert (db.stats()["patterns"], db.stats()["vectors"]) == (6, 6)

    def test_a_reader_is_not_held_up_by_a_writer(self, filled, impatient):
        with Database.open(filled) as writer, Database.open(filled) as reader, writer._db.transaction():
            writer._db.execute("UPDATE patterns SET user_answer = 'changed'")
            assert reader.get(["p1"])[0].user_answer == "JWT"


def test_vec0_is_found_beside_its_package():
    assert connection.vec0_path() == Path(find_spec("sqlite_vec").origin).parent / "vec0"
