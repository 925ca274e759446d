"""What the remembered answers say about a question: the ways to find them again."""

from collections.abc import Iterable, Sequence

from orchestrator_tray.adapters.store.patterns import Patterns
from orchestrator_tray.adapters.store.rows import (
    CHOICE_COLUMNS,
    PATTERN_COLUMNS,
    choice_of_row,
    pattern_number,
    pattern_of,
)
from orchestrator_tray.core.choices import LATEST, Choices
from orchestrator_tray.core.normal import frame_key, normal_text
from orchestrator_tray.core.pattern import DecisionPattern, Neighbour, Recall
from orchestrator_tray.core.question import Part

_MAX_SEARCH_WORDS = 32


class Recollection(Patterns):
    """Looks patterns up by text, meaning, family and words. Judges nothing: corrected ones come back too."""

    def recall(self, part: Part, *, project: str, vector: bytes | None, limit: int = 50) -> Recall:
        """Return all that bears on a question part, nearest first.

        That is: the latest answers to the same text (similarity 1.0; up to `limit` of the same project and
        `limit` of any), the `limit` nearest by vector, and the latest `limit` of the same family of questions
        (similarity 0.0 without vectors). `vector` is None where the model is not at hand.
        """
        same = self._same_text(normal_text(part.text), project, limit)
        family = self._same_frame(frame_key(part), limit)
        similarities = dict.fromkeys(family, 0.0)
        if vector is not None and self._is_model_current():
            similarities |= self._similarities(vector, family)
            similarities |= self._knn(vector, limit)
        similarities |= dict.fromkeys(same, 1.0)
        return Recall(tuple(self._neighbours(similarities)), self._choices())

    def nearest(
        self, vector: bytes, *, threshold: float = 0.0, limit: int = 10, project: str | None = None
    ) -> list[Neighbour]:
        """Return the nearest patterns with at least that similarity, nearest first.

        `project` keeps only those of that folder and the folders below it.
        """
        if not self._is_model_current():
            return []
        if project is None:
            found = self._knn(vector, limit)
        else:
            found = self._knn(vector, limit, _IN_PROJECT, project=project.rstrip("/\\"))
        return self._neighbours({number: near for number, near in found.items() if near >= threshold})

    def _neighbours(self, similarities: dict[int, float]) -> list[Neighbour]:
        patterns = self._by_number(list(similarities))
        neighbours = [Neighbour(pattern, similarities[number]) for number, pattern in patterns.items()]
        return sorted(neighbours, key=_nearness, reverse=True)

    def _same_text(self, text: str, project: str, limit: int) -> Iterable[int]:
        latest = "ORDER BY timestamp DESC, id DESC LIMIT"
        everywhere = f"SELECT id FROM patterns WHERE normal_text = ? {latest} ?"  # noqa: S608
        here = f"SELECT id FROM patterns WHERE normal_text = ? AND project = ? {latest} ?"  # noqa: S608
        rows = self._db.execute(everywhere, (text, limit)) + self._db.execute(here, (text, project, limit))
        return dict.fromkeys(number for (number,) in rows)

    def _same_frame(self, key: str, limit: int) -> Sequence[int]:
        rows = self._db.execute(
            "SELECT id FROM patterns WHERE frame_key = ? ORDER BY timestamp DESC, id DESC LIMIT ?",
            (key, limit),
        )
        return [number for (number,) in rows]

    def _choices(self) -> Choices:
        """Return how the person chose lately; read anew only after the patterns changed."""
        others = self._db.commits_of_others()
        if self._latest is None or self._latest[0] != others:
            rows = self._db.execute(
                f"SELECT {CHOICE_COLUMNS} FROM patterns ORDER BY timestamp DESC, id DESC LIMIT ?",  # noqa: S608
                (LATEST,),
            )
            self._latest = others, Choices(tuple(map(choice_of_row, rows)))
        return self._latest[1]

    def search(self, text: str, *, limit: int = 10) -> list[DecisionPattern]:
        """Return the patterns that hold all words of the text, or words that begin so, the best first."""
        query = _word_query(text)
        if not query:
            return []
        columns = ", ".join(f"patterns.{column.strip()}" for column in PATTERN_COLUMNS.split(","))
        rows = self._db.execute(
            f"SELECT {columns} FROM words JOIN patterns ON patterns.id = words.rowid"  # noqa: S608
            " WHERE words MATCH ? ORDER BY rank, patterns.id DESC LIMIT ?",
            (query, limit),
        )
        return list(map(pattern_of, rows))


_IN_PROJECT = (
    "AND pattern_id IN (SELECT id FROM patterns WHERE project = :project"
    " OR substr(project, 1, length(:project) + 1) IN (:project || '/', :project || '\\'))"
)


def _nearness(neighbour: Neighbour) -> tuple[float, float, int]:
    return neighbour.similarity, neighbour.moment, pattern_number(neighbour.pattern.id) or 0


def _word_query(text: str) -> str:
    """Return the words as an FTS5 expression: each in quotes, so that none is read as its syntax."""
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    return " ".join('"' + word.replace('"', '""') + '"*' for word in words[:_MAX_SEARCH_WORDS])
