"""Memory: the pattern store and the embedder as one, for the listener and for the commands alike.

Synchronous. Embedding and the database belong to one thread each, so the listener calls `see` and
`vectors_of` in one and everything else in the other; commands call all of it in theirs.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from orchestrator_tray.core.actions import Correct, Learn, Learned
from orchestrator_tray.core.decision import Decision
from orchestrator_tray.core.normal import match_answer
from orchestrator_tray.core.pattern import DecisionPattern, Origin, Recall, Remembered
from orchestrator_tray.core.question import Part, Question
from orchestrator_tray.core.second_opinion import looks_dangerous, whole_text
from orchestrator_tray.core.secrets import masked
from orchestrator_tray.errors import InputError, ModelError


class Record(Protocol):
    """What the journal knows of a question."""

    @property
    def question(self) -> Question: ...
    @property
    def decision(self) -> Decision | None: ...


class Store(Protocol):
    """What is needed of the database."""

    def recall(self, part: Part, *, project: str, vector: bytes | None, limit: int = 50) -> Recall: ...
    def remember(self, entries: Sequence[Remembered]) -> list[str]: ...
    def confirm(self, ids: Sequence[str]) -> None: ...
    def demote(self, ids: Sequence[str]) -> None: ...
    def unembedded(self, limit: int) -> list[tuple[str, str]]: ...
    def set_vectors(self, vectors: Sequence[tuple[str, bytes]]) -> None: ...
    def use_model(self, name: str, dimension: int) -> int: ...
    def record_of(self, question_id: str) -> Record | None: ...
    def drop(self, ids: Sequence[str]) -> None: ...
    def learned_from(self, question_id: str) -> list[str]: ...
    def mark_corrected(self, question_id: str) -> None: ...


class Embedder(Protocol):
    """What is needed of the embedding model."""

    @property
    def name(self) -> str: ...
    @property
    def dimension(self) -> int: ...
    def embed(self, texts: Sequence[str]) -> list[bytes]: ...
    def start(self) -> None: ...
    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """What the model says of a question's parts."""

    vectors: Sequence[bytes | None]
    """Of their texts; None where the model failed."""
    dangerous: Sequence[bool]
    """Whether each looks dangerous, options and all."""
    problem: str
    """What is wrong where the model failed; "" where it did not."""


class Memory:
    """Looks up and remembers. Where the model fails, what needs no model still works."""

    def __init__(self, store: Store, embedder: Embedder) -> None:
        self.store = store
        self.embedder = embedder
        self._is_model_settled = False

    def vectors_of(self, parts: Sequence[Part]) -> tuple[list[bytes | None], str]:
        """Return one vector per part, and what is wrong where the model gives none."""
        try:
            return [*self.embedder.embed([part.text for part in parts])], ""
        except ModelError as error:
            return [None for _ in parts], str(error)

    def see(self, parts: Sequence[Part]) -> Seen:
        """Have the model read the parts of a question that is asked now."""
        wholes = [whole_text(part) for part in parts]
        texts = list(dict.fromkeys([*(part.text for part in parts), *wholes]))  # one where nothing is offered
        try:
            found = dict(zip(texts, self.embedder.embed(texts), strict=True))
        except ModelError as error:
            return Seen([None for _ in parts], [False for _ in parts], str(error))
        dangerous = [looks_dangerous(found[whole], self.embedder.name) for whole in wholes]
        return Seen([found[part.text] for part in parts], dangerous, "")

    def recall(self, question: Question, seen: Seen) -> tuple[Recall, ...]:
        """Return what each part brings up. Raises StoreError."""
        self._settle_model_of(seen.vectors)
        return tuple(
            replace(
                self.store.recall(part, project=question.project, vector=vector),
                looks_dangerous=is_dangerous,
            )
            for part, vector, is_dangerous in zip(question.parts, seen.vectors, seen.dangerous, strict=True)
        )

    def consult(self, question: Question) -> tuple[tuple[Recall, ...], str]:
        """Return what each part brings up, and what is wrong with the model. Raises StoreError."""
        seen = self.see(question.parts)
        return self.recall(question, seen), seen.problem

    def learn(self, lesson: Learn, vectors: Sequence[bytes | None], *, now: datetime) -> list[Learned]:
        """Remember a person's answers, one pattern for each part that has one. Raises StoreError."""
        self._settle_model_of(vectors)
        question = lesson.question
        given = [
            (index, answer, origin, vector)
            for index, (answer, origin, vector) in enumerate(
                zip(lesson.answers, lesson.origins, vectors, strict=True)
            )
            if answer
        ]
        entries = [
            remembered(question, index, answer, origin, now=now, vector=vector, key=lesson.key)
            for index, answer, origin, vector in given
        ]
        if "corrected" not in lesson.origins:
            self.store.drop(self.store.learned_from(question.id))  # the last word to a question counts
        ids = self.store.remember(entries)
        self.store.confirm(lesson.confirmed)
        return [
            Learned(pattern_id, question.id, answer, origin)
            for pattern_id, (_, answer, origin, _) in zip(ids, given, strict=True)
        ]

    def embed(self, pattern_ids: Sequence[str], vectors: Sequence[bytes | None]) -> None:
        """Give patterns that were learned without them their vectors. Raises StoreError."""
        self._settle_model_of(vectors)
        pairs = zip(pattern_ids, vectors, strict=True)
        self.store.set_vectors([(pattern_id, vector) for pattern_id, vector in pairs if vector is not None])

    def teach(self, question: Question, answers: Mapping[int, str]) -> list[Learned]:
        """Remember answers, by part, that a person gave elsewhere, without vectors yet. Raises StoreError."""
        entries = [
            replace(remembered(question, index, answer, "taught", now=question.asked_at), question_id="")
            for index, answer in answers.items()
        ]
        ids = self.store.remember(entries)
        return [
            Learned(pattern_id, question.id, answer, "taught")
            for pattern_id, answer in zip(ids, answers.values(), strict=True)
        ]

    def demote(self, correction: Correct) -> Learn | None:
        """Count against what an answer rested on; return what is to be learned instead, if the person said.

        Raises InputError where the question is unknown or has another number of parts; StoreError.
        """
        record = self.store.record_of(correction.question_id)
        if record is None:
            raise InputError(f"no question {correction.question_id!r} is known")
        question, answers = record.question, correction.answers
        is_whole = len(answers) == len(question.parts) and all(answer.strip() for answer in answers)
        if answers and not is_whole:
            raise InputError(f"{question.id} needs {len(question.parts)} answers, none of them empty")
        rested_on = record.decision.pattern_ids if record.decision is not None else ()
        self.store.demote(tuple(dict.fromkeys((*self.store.learned_from(question.id), *rested_on))))
        self.store.mark_corrected(question.id)
        return Learn(question, answers, tuple("corrected" for _ in answers)) if answers else None

    def embed_missing(self, batch: int = 64, *, advanced: Callable[[int], None] = lambda _: None) -> int:
        """Give a vector to every pattern that has none; return how many. Raises ModelError, StoreError.

        `advanced` is told after each batch how many that were so far.
        """
        done: set[str] = set()
        while missing := self.unembedded(batch, done):
            self.embed([*missing], self.embedder.embed([*missing.values()]))
            done.update(missing)
            advanced(len(done))
        return len(done)

    def unembedded(self, limit: int, done: AbstractSet[str]) -> dict[str, str]:
        """Return some patterns without a vector, by id the text that needs one; {} at the end of the work.

        Those `done` are met again where another process keeps vectors of another model: an end, too.
        """
        missing = dict(self.store.unembedded(limit))
        return {} if done >= missing.keys() else missing

    def settle_model(self) -> None:
        """Tell the store once which model the vectors are of; the model has shown its dimension before."""
        if not self._is_model_settled:
            self.store.use_model(self.embedder.name, self.embedder.dimension)
            self._is_model_settled = True

    def _settle_model_of(self, vectors: Sequence[bytes | None]) -> None:
        if any(vectors):
            self.settle_model()


def remembered(
    question: Question,
    index: int,
    answer: str,
    origin: Origin,
    *,
    now: datetime,
    vector: bytes | None = None,
    key: str = "",
) -> Remembered:
    """Return a person's answer to one part of a question as it is remembered; `key` is that of the call."""
    part = question.parts[index]
    pattern = DecisionPattern(
        question_text=part.text,
        user_answer=answer,
        question_header=part.header,
        options=part.options,
        multi_select=part.multi_select,
        project=question.project,
        session_id=question.session_id,
        tool_use_id=question.tool_use_id,
        context_before=question.context,
        is_selected_option=bool(part.options) and match_answer(answer, part) is not None,
        timestamp=now,
        origin=origin,
    )
    key = f"{key or question.tool_use_id or question.id}:{index}"
    if origin == "corrected":
        key += ":corrected"  # beside the wrong one, which keeps its key and is demoted
    return Remembered(masked(pattern), key, vector, question.id)
