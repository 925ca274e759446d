"""The remembered answers: written, counted, removed."""

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

from orchestrator_tray.adapters.store.connection import storable
from orchestrator_tray.adapters.store.rows import (
    PATTERN_COLUMNS,
    computed_values,
    iso_time,
    pattern_id,
    pattern_numbers,
    pattern_of,
    pattern_values,
)
from orchestrator_tray.adapters.store.vectors import Vectors
from orchestrator_tray.core.choices import Choices
from orchestrator_tray.core.normal import KEYS_VERSION
from orchestrator_tray.core.pattern import DecisionPattern, Remembered

_PAGE = 500
_SALT = "forgotten_salt"


class Patterns(Vectors):
    """One row for each remembered answer. Ids are opaque and never used again."""

    _latest: tuple[int, Choices] | None = None
    """How the person chose lately, with what `commits_of_others` was then; None after a change of ours."""

    def remember(self, entries: Sequence[Remembered]) -> list[str]:
        """Store the answers, all or none, and return their ids in order; a known key keeps its old row."""
        with self._db.transaction():
            return [pattern_id(self._remember(entry)) for entry in entries]

    def _remember(self, entry: Remembered) -> int:
        self._latest = None
        values = {"key": entry.key, **pattern_values(entry.pattern)}
        number: int | None = self._db.value(_insertion(values), values)
        if number is None:
            number = self._db.value("SELECT id FROM patterns WHERE key = ?", (entry.key,))
        elif entry.vector is not None and self._is_model_current():
            self._put_vector(number, entry.vector)
        if entry.question_id:
            self._db.execute("INSERT OR IGNORE INTO learned VALUES (?, ?)", (entry.question_id, number))
        return int(number)

    def get(self, ids: Sequence[str]) -> list[DecisionPattern]:
        """Return the patterns in the order of the ids; unknown ids are passed over."""
        found = self._by_number(pattern_numbers(ids))
        return list(found.values())

    def _by_number(self, numbers: Sequence[int]) -> dict[int, DecisionPattern]:
        found: dict[int, DecisionPattern] = {}
        for start in range(0, len(numbers), _PAGE):
            page = numbers[start : start + _PAGE]
            rows = self._db.execute(
                f"SELECT {PATTERN_COLUMNS} FROM patterns WHERE id IN ({', '.join('?' * len(page))})",  # noqa: S608
                page,
            )
            found |= {row[0]: pattern_of(row) for row in rows}
        return {number: found[number] for number in numbers if number in found}

    def forget(self, ids: Sequence[str]) -> list[str]:
        """Remove patterns for good, with the closed questions that taught them; return what was there.

        The bytes are overwritten in the file at once; `vacuum` gives the room back. `are_forgotten` knows
        their keys from now on.
        """
        with self._db.transaction():
            numbers = [number for number in pattern_numbers(ids) if self._forget(number)]
        # Old pages wait in the write-ahead log, until they are copied and the log is cut.
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return [pattern_id(number) for number in numbers]

    def _forget(self, number: int) -> bool:
        self._db.execute(
            "DELETE FROM questions WHERE closed IS NOT NULL"
            " AND id IN (SELECT question_id FROM learned WHERE pattern_id = ?)",
            (number,),
        )
        key = self._drop(number)
        if key is not None:
            mark = _mark(key, self._forgetting_salt())
            self._db.execute("INSERT OR IGNORE INTO forgotten VALUES (?)", (mark,))
        return key is not None

    def drop(self, ids: Sequence[str]) -> None:
        """Remove patterns whose place others take; they may be learned again."""
        with self._db.transaction():
            for number in pattern_numbers(ids):
                self._drop(number)

    def _drop(self, number: int) -> str | None:
        """Remove one row; return its key, None where there was none."""
        self._latest = None
        removed = self._db.execute("DELETE FROM patterns WHERE id = ? RETURNING key, has_vector", (number,))
        for _, has_vector in removed:
            if has_vector:
                self._drop_vector(number)
        return removed[0][0] if removed else None

    def are_forgotten(self, keys: Iterable[str]) -> set[str]:
        """Return which of these keys are those of forgotten patterns."""
        salt = self.get_meta(_SALT)
        if salt is None:
            return set()
        sql = "SELECT 1 FROM forgotten WHERE mark = ?"
        return {key for key in keys if self._db.execute(sql, (_mark(key, salt),))}

    def is_new(self, key: str) -> bool:
        """Tell whether no pattern of that key is remembered, nor ever was and is forgotten."""
        is_known = self._db.execute("SELECT 1 FROM patterns WHERE key = ?", (key,))
        return not is_known and not self.are_forgotten((key,))

    def _forgetting_salt(self) -> str:
        salt = self.get_meta(_SALT)
        if salt is None:
            salt = os.urandom(16).hex()
            self._set_meta(_SALT, salt)
        return salt

    def vacuum(self) -> None:
        """Rebuild the file without the room that forgotten patterns leave."""
        self._db.execute("VACUUM")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def confirm(self, ids: Sequence[str]) -> None:
        """Count one more answer that a person accepted and that rested on these patterns."""
        self._count_up("confirmations", ids)

    def demote(self, ids: Sequence[str]) -> None:
        """Count one more answer that a person called wrong and that rested on these patterns."""
        self._count_up("corrections", ids)

    def _count_up(self, column: str, ids: Sequence[str]) -> None:
        with self._db.transaction():
            for number in pattern_numbers(ids):
                self._db.execute(f"UPDATE patterns SET {column} = {column} + 1 WHERE id = ?", (number,))  # noqa: S608

    def learned_from(self, question_id: str) -> list[str]:
        """Return the ids of the patterns that were learned from the answer to a question."""
        rows = self._db.execute(
            "SELECT pattern_id FROM learned WHERE question_id = ? ORDER BY pattern_id", (question_id,)
        )
        return [pattern_id(number) for (number,) in rows]

    def count(self) -> int:
        return int(self._db.value("SELECT count(*) FROM patterns"))

    def export(self) -> Iterator[tuple[str, DecisionPattern]]:
        """Give every pattern with its key, oldest id first; writing meanwhile is allowed."""
        for rows in self._pages():
            for row in rows:
                yield row[-1], pattern_of(row[:-1])

    def _pages(self) -> Iterator[list[Any]]:
        last = 0
        sql = f"SELECT {PATTERN_COLUMNS}, key FROM patterns WHERE id > ? ORDER BY id LIMIT ?"  # noqa: S608
        while rows := self._db.execute(sql, (last, _PAGE)):
            last = rows[-1][0]
            yield rows

    def stats(self) -> dict[str, Any]:
        """Return counts, dates (ISO 8601 or None) and sizes: see the keys below."""
        patterns, vectors, oldest, newest = self._db.execute(
            "SELECT count(*), total(has_vector), min(nullif(timestamp, '')), max(nullif(timestamp, ''))"
            " FROM patterns"
        )[0]
        model = self._recorded_model()
        return {
            "patterns": patterns,
            "vectors": int(vectors),
            "by_project": self._counted_by("project"),
            "by_header": self._counted_by("question_header"),
            "by_origin": self._counted_by("origin"),
            "oldest": iso_time(oldest),
            "newest": iso_time(newest),
            "file_bytes": self._file_bytes(),
            "model": model[0] if model else None,
        }

    def _counted_by(self, column: str) -> dict[str, int]:
        sql = f"SELECT {column}, count(*) FROM patterns GROUP BY 1 ORDER BY 2 DESC, 1"  # noqa: S608
        return dict(self._db.execute(sql))

    def _file_bytes(self) -> int:
        path = self._db.path
        files = (path, path.with_name(path.name + "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    def _renew_keys(self) -> None:
        """Compute the lookup keys anew when another version of the normal forms made them."""
        if self.get_meta("keys_version") == str(KEYS_VERSION):
            return
        with self._db.transaction():
            for rows in self._pages():
                for row in rows:
                    self._db.execute(_RENEW, {"id": row[0], **computed_values(pattern_of(row[:-1]))})
            self._set_meta("keys_version", str(KEYS_VERSION))


def _mark(key: str, salt: str) -> bytes:
    """Give what tells a forgotten key again without telling anybody which it was."""
    return blake2b(storable(key).encode(), key=salt.encode(), digest_size=16).digest()


def _insertion(columns: Iterable[str]) -> str:
    names, marks = ", ".join(columns), ", ".join(f":{column}" for column in columns)
    return f"INSERT INTO patterns ({names}) VALUES ({marks}) ON CONFLICT (key) DO NOTHING RETURNING id"  # noqa: S608


_RENEW = (
    "UPDATE patterns SET normal_text = :normal_text, frame_key = :frame_key, position = :position,"
    " recommended = :recommended, option_count = :option_count WHERE id = :id"
)
