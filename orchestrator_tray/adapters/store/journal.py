"""What was asked, decided, sent, and how it ended: the part of the store that must survive a crash."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from orchestrator_tray.adapters.store.connection import Row
from orchestrator_tray.adapters.store.meta import Meta
from orchestrator_tray.adapters.store.rows import (
    masked_json,
    question_body,
    question_of,
    time_text,
    to_json,
)
from orchestrator_tray.core.decision import Answered, CloseReason, Decision, Delivery
from orchestrator_tray.core.display import stated
from orchestrator_tray.core.moment import iso
from orchestrator_tray.core.normal import normal_label, normal_text
from orchestrator_tray.core.question import Question, part_fields
from orchestrator_tray.core.secrets import mask
from orchestrator_tray.errors import StoreError

_LATEST = 20
_SAME_TIME = timedelta(minutes=2)
_WRITTEN = (
    ("questions", "body", "id"),
    ("decisions", "answers", "question_id"),
    ("deliveries", "text", "question_id"),
)
"""Where the words of a question and its answers stand: verbatim while it is open, since they are sent so."""
_QUESTION = "SELECT id, slug, project, asked_at, body, closed FROM questions"


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A question with all that is known of it."""

    question: Question
    decision: Decision | None
    """The latest one."""
    deliveries: tuple[tuple[Delivery, datetime], ...]
    """Every step of every answer, oldest first."""
    closed: CloseReason | None = None
    """None while the question is open."""


class Journal(Meta):
    """Every write is on the disk when the call returns."""

    def save_question(self, question: Question) -> None:
        """Store a question as open; a known one is brought up to date, and stays closed if it was."""
        with self._db.transaction():
            self._db.execute(
                "INSERT INTO questions (id, slug, project, asked_at, body) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, project = excluded.project,"
                " asked_at = excluded.asked_at, body = excluded.body",
                (
                    question.id,
                    question.slug,
                    question.project,
                    time_text(question.asked_at),
                    question_body(question),
                ),
            )

    def save_decision(self, decision: Decision, at: datetime) -> None:
        """Add a decision, which replaces the question's earlier one; StoreError for an unknown question."""
        with self._db.transaction():
            self._require(decision.question_id)
            answers = None if decision.answers is None else to_json(decision.answers)
            self._db.execute(
                "INSERT INTO decisions"
                " (question_id, at, action, answers, confidence, similarity, pattern_ids, reason,"
                " would_answer)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    decision.question_id,
                    time_text(at),
                    decision.action,
                    answers,
                    decision.confidence,
                    decision.similarity,
                    to_json(decision.pattern_ids),
                    decision.reason,
                    decision.would_answer,
                ),
            )

    def save_delivery(self, delivery: Delivery, at: datetime) -> None:
        """Add a step of an answer's way; StoreError for an unknown question."""
        with self._db.transaction():
            self._require(delivery.question_id)
            self._db.execute(
                "INSERT INTO deliveries (question_id, at, state, text, by, reason) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    delivery.question_id,
                    time_text(at),
                    delivery.state,
                    delivery.text,
                    delivery.by,
                    delivery.reason,
                ),
            )

    def close_question(self, question_id: str, reason: CloseReason, at: datetime) -> None:
        """Note how a question ended, and keep no secrets of it; the first end counts.

        StoreError for an unknown question.
        """
        with self._db.transaction():
            self._require(question_id)
            self._db.execute(
                "UPDATE questions SET closed = ?, closed_at = ? WHERE id = ? AND closed IS NULL",
                (reason, time_text(at), question_id),
            )
            for table, column, owner in _WRITTEN:
                self._mask(table, column, owner, question_id)

    def _mask(self, table: str, column: str, owner: str, question_id: str) -> None:
        sql = f"SELECT rowid, {column} FROM {table} WHERE {owner} = ? AND {column} NOTNULL"  # noqa: S608
        rows = self._db.execute(sql, (question_id,))
        for number, text in rows:
            masked = mask(text) if column == "text" else masked_json(text)
            if masked != text:
                self._db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (masked, number))  # noqa: S608

    def _require(self, question_id: str) -> None:
        if not self._db.execute("SELECT 1 FROM questions WHERE id = ?", (question_id,)):
            raise StoreError(str(self._db.path), f"knows no question {question_id!r}")

    def open_questions(self) -> list[OpenRecord]:
        """Return the questions that have not ended, oldest first."""
        rows = self._db.execute(f"{_QUESTION} WHERE closed IS NULL ORDER BY asked_at, rowid")
        return list(map(self._record, rows))

    def record_of(self, question_id: str) -> OpenRecord | None:
        """Return what is known of a question, open or closed."""
        rows = self._db.execute(f"{_QUESTION} WHERE id = ?", (question_id,))
        return self._record(rows[0]) if rows else None

    def mark_corrected(self, question_id: str) -> None:
        """Note that a person called the answer to a question wrong."""
        with self._db.transaction():
            self._db.execute("UPDATE questions SET corrected = 1 WHERE id = ?", (question_id,))

    def recent_answers(self, limit: int) -> tuple[Answered, ...]:
        """Return the answers that were delivered last, the latest first."""
        rows = self._db.execute(
            f"{_QUESTION} WHERE closed = 'delivered' ORDER BY closed_at DESC, rowid DESC LIMIT ?", (limit,)
        )
        return tuple(self._answered(self._record(row)) for row in rows)

    def _answered(self, record: OpenRecord) -> Answered:
        question, (delivery, _) = record.question, record.deliveries[-1]
        is_corrected = self._db.value("SELECT corrected FROM questions WHERE id = ?", (question.id,))
        proposed = record.decision.answers if record.decision is not None else None
        answers = proposed if delivery.by == "auto" and proposed else (delivery.text,)
        return Answered(question, answers, delivery.by, bool(is_corrected))

    def shadow_score(self) -> tuple[int, int]:
        """Return how many questions auto-answer would have answered while it was off, and how many rightly.

        Only questions count that a person has answered since.
        """
        rows = self._db.execute(
            "SELECT answers, json_group_array(user_answer) FROM ("
            "  SELECT decisions.question_id AS question_id, answers, user_answer FROM decisions"
            "  JOIN learned ON learned.question_id = decisions.question_id"
            "  JOIN patterns ON patterns.id = learned.pattern_id"
            "  WHERE would_answer ORDER BY patterns.id"
            ") GROUP BY question_id"
        )
        right = sum(_is_same_answer(json.loads(given), json.loads(meant)) for given, meant in rows)
        return len(rows), right

    def knows(self, question: Question) -> bool:
        """Tell whether this question was met before, under its id or as the same text at about that time."""
        if self.record_of(question.id) is not None:
            return True
        rows = self._db.execute(
            f"{_QUESTION} WHERE slug = ? ORDER BY asked_at DESC, rowid DESC LIMIT {_LATEST}", (question.slug,)
        )
        return question.source == "text" and any(
            _is_same_text(question, self._record(row).question) for row in rows
        )

    def history(self, limit: int) -> list[dict[str, Any]]:
        """Return the latest questions, newest first, in the shape of `history --json`.

        `delivery` is the state of the latest delivery, `closed` the reason; None where there is none.
        """
        rows = self._db.execute(f"{_QUESTION} ORDER BY asked_at DESC, rowid DESC LIMIT ?", (limit,))
        return [_history_entry(self._record(row)) for row in rows]

    def _record(self, row: Row) -> OpenRecord:
        *question, closed = row
        decided = self._db.execute(
            "SELECT question_id, action, answers, confidence, similarity, pattern_ids, reason, would_answer"
            " FROM decisions"
            " WHERE question_id = ? ORDER BY id DESC LIMIT 1",
            (row[0],),
        )
        steps = self._db.execute(
            "SELECT question_id, state, text, by, reason, at FROM deliveries WHERE question_id = ?"
            " ORDER BY id",
            (row[0],),
        )
        deliveries = tuple((Delivery(*step[:5]), datetime.fromisoformat(step[5])) for step in steps)
        return OpenRecord(
            question_of(tuple(question)), _decision_of(decided[0]) if decided else None, deliveries, closed
        )


def _is_same_answer(given: list[str], meant: list[str]) -> bool:
    return [normal_label(one) for one in given] == [normal_label(one) for one in meant]


def _is_same_text(one: Question, other: Question) -> bool:
    """Tell whether two closing texts are one: the server and the transcript stamp it differently."""
    same_text = normal_text(one.parts[0].text) == normal_text(other.parts[0].text)
    return other.source == "text" and same_text and abs(one.asked_at - other.asked_at) < _SAME_TIME


def _decision_of(row: Row) -> Decision:
    question_id, action, answers, confidence, similarity, pattern_ids, reason, would_answer = row
    given = None if answers is None else tuple(json.loads(answers))
    return Decision(
        question_id,
        action,
        given,
        confidence,
        similarity,
        tuple(json.loads(pattern_ids)),
        reason,
        bool(would_answer),
    )


def _history_entry(record: OpenRecord) -> dict[str, Any]:
    question, decision = record.question, record.decision
    return {
        "question_id": question.id,
        "asked_at": iso(question.asked_at),
        "slug": question.slug,
        "project": question.project,
        "parts": [part_fields(part) for part in question.parts],
        "action": decision.action if decision else None,
        "answers": list(decision.answers) if decision and decision.answers is not None else None,
        "confidence": stated(decision.confidence) if decision else None,
        "reason": decision.reason if decision else None,
        "evidence": list(decision.pattern_ids) if decision else [],
        "delivery": record.deliveries[-1][0].state if record.deliveries else None,
        "closed": record.closed,
    }
