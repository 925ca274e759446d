"""The vectors of the remembered questions, in a vec0 table beside the patterns.

The table holds exactly the patterns whose `has_vector` is set; both change in one transaction. It is made for
one embedding model: vectors of another are dropped, since the two cannot be compared.
"""

import math
from array import array
from collections.abc import Sequence

from orchestrator_tray.adapters.store.meta import Meta
from orchestrator_tray.adapters.store.rows import pattern_id, pattern_number
from orchestrator_tray.errors import StoreError

_MAX_KNN = 4096
"""vec0 refuses to look for more neighbours."""


class Vectors(Meta):
    """Vectors are float32, little-endian, L2-normalised, as long as the model's dimension."""

    _model: tuple[str, int] | None = None

    def _is_model_current(self) -> bool:
        """Tell whether the stored vectors are still of our model: another process may have changed it."""
        return self._model is not None and self._model == self._recorded_model()

    def _recorded_model(self) -> tuple[str, int] | None:
        dimension = self.get_meta("embedding_dimension")
        return (self.get_meta("embedding_model") or "", int(dimension)) if dimension else None

    def use_model(self, name: str, dimension: int) -> int:
        """Make the model's vectors the ones that count; return how many patterns lack one.

        Vectors of another model are dropped; in a database opened read-only they are only left aside.
        """
        self._model = (name, dimension)
        if not self._is_model_current():
            if self._db.read_only:
                return int(self._db.value("SELECT count(*) FROM patterns"))
            with self._db.transaction():
                if not self._is_model_current():  # another process may have been faster
                    self._start_over(name, dimension)
        return int(self._db.value("SELECT count(*) FROM patterns WHERE NOT has_vector"))

    def _start_over(self, name: str, dimension: int) -> None:
        self._db.execute("DROP TABLE IF EXISTS vectors")
        self._db.execute(
            f"CREATE VIRTUAL TABLE vectors USING vec0 (pattern_id INTEGER PRIMARY KEY,"
            f" embedding float[{dimension:d}] distance_metric=cosine, chunk_size=256)"
        )
        self._db.execute("UPDATE patterns SET has_vector = 0 WHERE has_vector")
        self._set_meta("embedding_model", name)
        self._set_meta("embedding_dimension", str(dimension))

    def unembedded(self, limit: int) -> list[tuple[str, str]]:
        """Return id and question text of patterns that lack a vector, the newest first."""
        rows = self._db.execute(
            "SELECT id, question_text FROM patterns WHERE NOT has_vector ORDER BY id DESC LIMIT ?", (limit,)
        )
        return [(pattern_id(number), text) for number, text in rows]

    def set_vectors(self, vectors: Sequence[tuple[str, bytes]]) -> None:
        """Set the vectors of patterns by id; one that was forgotten meanwhile is passed over."""
        with self._db.transaction():
            if not self._is_model_current():
                return
            for identifier, vector in vectors:
                number = pattern_number(identifier)
                if number and self._db.execute("SELECT 1 FROM patterns WHERE id = ?", (number,)):
                    self._put_vector(number, vector)

    def vectors_of(self, ids: Sequence[str]) -> dict[str, bytes]:
        """Return the vectors of patterns by id, of those that have one."""
        found: dict[str, bytes] = {}
        for identifier in ids if self._is_model_current() else ():
            number = pattern_number(identifier)
            vector = self._db.value("SELECT embedding FROM vectors WHERE pattern_id = ?", (number,))
            if vector is not None:
                found[identifier] = vector
        return found

    def _put_vector(self, number: int, vector: bytes) -> None:
        self._check(vector)
        self._drop_vector(number)  # vec0 knows no upsert
        self._db.execute("INSERT INTO vectors (pattern_id, embedding) VALUES (?, ?)", (number, vector))
        self._db.execute("UPDATE patterns SET has_vector = 1 WHERE id = ?", (number,))

    def _drop_vector(self, number: int) -> None:
        self._db.execute("DELETE FROM vectors WHERE pattern_id = ?", (number,))

    def _check(self, vector: bytes) -> None:
        """Refuse what vec0 would take but could never compare."""
        path, dimension = str(self._db.path), self._model[1] if self._model else 0
        if len(vector) != 4 * dimension:
            raise StoreError(path, f"a vector of {len(vector)} bytes does not fit the dimension {dimension}")
        length = math.fsum(number * number for number in array("f", vector))
        if not math.isfinite(length) or length == 0:
            raise StoreError(path, "a vector without a direction cannot be compared")

    def _knn(self, vector: bytes, limit: int, within: str = "", **bindings: str) -> dict[int, float]:
        """Return the similarity of the nearest patterns by row, nearest first; `within` narrows the rows."""
        self._check(vector)
        rows = self._db.execute(
            f"SELECT pattern_id, distance FROM vectors WHERE embedding MATCH :vector AND k = :k {within}"  # noqa: S608
            " ORDER BY distance",
            {"vector": vector, "k": max(0, min(limit, _MAX_KNN)), **bindings},
        )
        return {number: _similarity(distance) for number, distance in rows}

    def _similarities(self, vector: bytes, numbers: Sequence[int]) -> dict[int, float]:
        """Return the similarity of the given rows, of those that have a vector."""
        self._check(vector)
        marks = ", ".join("?" * len(numbers))
        # CROSS JOIN: row by row. With IN alone, vec0 reads every vector that there is.
        rows = self._db.execute(
            "SELECT pattern_id, vec_distance_cosine(embedding, ?) FROM patterns"  # noqa: S608
            f" CROSS JOIN vectors ON pattern_id = id WHERE id IN ({marks})",
            (vector, *numbers),
        )
        return {number: _similarity(distance) for number, distance in rows}


def _similarity(distance: float) -> float:
    return max(-1.0, min(1.0, 1.0 - distance))
