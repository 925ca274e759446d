"""The shape of the database file, as the ordered list of steps that lead to it.

A file knows its version (`user_version`) and whose it is (`application_id`). A step is never changed once
released: what a later version needs is a new function at the end of MIGRATIONS, run once for each older file.
"""

from collections.abc import Callable, Sequence

from orchestrator_tray.adapters.store.connection import Connection
from orchestrator_tray.errors import StoreError

APPLICATION_ID = 0x4F545241
"""The letters OTRA."""


def m001_initial(db: Connection) -> None:
    for statement in _INITIAL:
        db.execute(statement)


def m002_forgotten(db: Connection) -> None:
    """What was forgotten is known by a keyed hash of its key alone, so that no import brings it back."""
    db.execute("CREATE TABLE forgotten (mark BLOB PRIMARY KEY) WITHOUT ROWID, STRICT")


MIGRATIONS: Sequence[Callable[[Connection], None]] = (m001_initial, m002_forgotten)


def migrate(db: Connection) -> None:
    """Bring the file to the newest version; StoreError for a newer or a foreign one."""
    _check(db)
    if not db.read_only:
        db.be_durable()
    if _version(db) == len(MIGRATIONS):
        return
    if db.read_only:
        with Connection(db.path, read_only=False) as writing:
            migrate(writing)
        return
    with db.transaction():
        _check(db)  # another process may have been faster
        for migration in MIGRATIONS[_version(db) :]:
            migration(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _version(db: Connection) -> int:
    return int(db.value("PRAGMA user_version"))


def _check(db: Connection) -> None:
    # In this order: another process may be making the file, and does all of it in one commit.
    is_empty = not db.value("SELECT count(*) FROM sqlite_schema")
    owner = db.value("PRAGMA application_id")
    if owner != APPLICATION_ID and (owner or not is_empty):
        raise StoreError(str(db.path), "is the database of another program", "name another --data-dir")
    if _version(db) > len(MIGRATIONS):
        problem = f"was written by a newer version (schema {_version(db)}, known here: {len(MIGRATIONS)})"
        raise StoreError(str(db.path), problem, "update orchestrator-tray")


_INITIAL = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT",
    # AUTOINCREMENT: the id of a forgotten pattern never comes back as another one's.
    """CREATE TABLE patterns (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        question_text TEXT NOT NULL,
        question_header TEXT NOT NULL,
        options TEXT NOT NULL,           -- JSON: [[label, description], ...]
        option_labels TEXT NOT NULL,     -- the labels alone, for the search by words
        multi_select INTEGER NOT NULL,
        user_answer TEXT NOT NULL,
        is_selected_option INTEGER NOT NULL,
        project TEXT NOT NULL,
        session_id TEXT NOT NULL,
        tool_use_id TEXT NOT NULL,
        context_before TEXT NOT NULL,
        timestamp TEXT NOT NULL,         -- ISO 8601, UTC, microseconds: sorts by time; '' where unknown
        origin TEXT NOT NULL,
        confirmations INTEGER NOT NULL,
        corrections INTEGER NOT NULL,
        has_vector INTEGER NOT NULL DEFAULT 0,
        -- computed from the above by core.normal; meta.keys_version says by which version of it
        normal_text TEXT NOT NULL,
        frame_key TEXT NOT NULL,
        position INTEGER,
        recommended INTEGER,
        option_count INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX patterns_by_time ON patterns (timestamp, id)",
    "CREATE INDEX patterns_by_text ON patterns (normal_text, timestamp, id)",
    "CREATE INDEX patterns_by_frame ON patterns (frame_key, timestamp, id)",
    "CREATE INDEX patterns_without_vector ON patterns (id) WHERE NOT has_vector",
    """CREATE VIRTUAL TABLE words USING fts5 (
        question_text, question_header, option_labels, user_answer,
        content = 'patterns', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
    )""",
    # Forgotten words leave the index at once, not at some later merge.
    "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)",
    """CREATE TRIGGER words_added AFTER INSERT ON patterns BEGIN
        INSERT INTO words (rowid, question_text, question_header, option_labels, user_answer)
        VALUES (new.id, new.question_text, new.question_header, new.option_labels, new.user_answer);
    END""",
    """CREATE TRIGGER words_removed AFTER DELETE ON patterns BEGIN
        INSERT INTO words (words, rowid, question_text, question_header, option_labels, user_answer)
        VALUES ('delete', old.id, old.question_text, old.question_header, old.option_labels, old.user_answer);
    END""",
    """CREATE TABLE questions (
        id TEXT PRIMARY KEY,
        slug TEXT NOT NULL,
        project TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        body TEXT NOT NULL,              -- JSON: everything else of the question
        closed TEXT,                     -- the reason; NULL while open
        closed_at TEXT,
        corrected INTEGER NOT NULL DEFAULT 0  -- whether a person called the answer wrong
    ) STRICT""",
    "CREATE INDEX questions_by_time ON questions (asked_at)",
    "CREATE INDEX questions_open ON questions (asked_at) WHERE closed IS NULL",
    """CREATE TABLE decisions (
        id INTEGER PRIMARY KEY,
        question_id TEXT NOT NULL REFERENCES questions ON DELETE CASCADE,
        at TEXT NOT NULL,
        action TEXT NOT NULL,
        answers TEXT,                    -- JSON: [text per part]
        confidence REAL NOT NULL,
        similarity REAL NOT NULL,
        pattern_ids TEXT NOT NULL,       -- JSON
        reason TEXT NOT NULL,
        would_answer INTEGER NOT NULL    -- whether auto-answer would have sent it, had it been on
    ) STRICT""",
    "CREATE INDEX decisions_by_question ON decisions (question_id, id)",
    """CREATE TABLE deliveries (
        id INTEGER PRIMARY KEY,
        question_id TEXT NOT NULL REFERENCES questions ON DELETE CASCADE,
        at TEXT NOT NULL,
        state TEXT NOT NULL,
        text TEXT NOT NULL,
        by TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX deliveries_by_question ON deliveries (question_id, id)",
    """CREATE TABLE learned (
        question_id TEXT NOT NULL,
        pattern_id INTEGER NOT NULL REFERENCES patterns ON DELETE CASCADE,
        PRIMARY KEY (question_id, pattern_id)
    ) WITHOUT ROWID, STRICT""",
    "CREATE INDEX learned_by_pattern ON learned (pattern_id)",
)
