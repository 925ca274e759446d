"""The journal in a real database file: what was asked, decided and sent is still known after a restart."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.core.pattern import DecisionPattern, Remembered
from orchestrator_tray.core.question import Option, Part, Question
from orchestrator_tray.errors import StoreError

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PARTS = (
    Part("Which method?", "Auth", (Option("JWT", "signed"), Option("Sessions")), multi_select=False),
    Part("What else?", "", (), multi_select=True),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "patterns.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    with Database.open(path) as database:
        yield database


def question(identifier: str = "auth:toolu_1", *, minutes: int = 0, **fields: Any) -> Question:
    return Question(identifier, "auth", PARTS, NOON + timedelta(minutes=minutes), **fields)


def decision(identifier: str = "auth:toolu_1", **fields: Any) -> Decision:
    given_ = {
        "action": "suggest", "answers": ("JWT", "Nothing"), "confidence": 0.87, "similarity": 0.91,
        "pattern_ids": ("p1", "p2"), "reason": "You chose this twice.",
    }  # fmt: skip
    return Decision(identifier, **given_ | fields)


def delivery(state: Any = "queued", identifier: str = "auth:toolu_1") -> Delivery:
    return Delivery(identifier, state, "JWT", "auto", "because")


class TestQuestions:
    def test_an_open_question_comes_back_whole_after_a_restart(self, db, path):
        asked = question(
            source="text", via="hook", tool_use_id="toolu_1", is_subagent=True,
            context="I looked at it.", session_id="s-1", project="/shop",
        )  # fmt: skip
        db.save_question(asked)
        db.save_decision(decision(), NOON)
        db.save_delivery(delivery("queued"), NOON)
        db.save_delivery(delivery("sent"), NOON + timedelta(seconds=1))
        db.close()

        with Database.open(path) as again:
            (record,) = again.open_questions()
        assert record.question == asked
        assert record.decision == decision()
        assert record.deliveries == (
            (delivery("queued"), NOON),
            (delivery("sent"), NOON + timedelta(seconds=1)),
        )
        assert record.closed is None

    def test_open_questions_come_oldest_first(self, db):
        for identifier, minutes in (("late", 2), ("early", 1), ("closed", 0)):
            db.save_question(question(identifier, minutes=minutes))
        db.close_question("closed", "ignored", NOON)

        assert [record.question.id for record in db.open_questions()] == ["early", "late"]

    def test_a_closed_question_is_still_known(self, db):
        db.save_question(question())
        db.close_question("auth:toolu_1", "delivered", NOON)

        assert db.open_questions() == []
        assert db.record_of("auth:toolu_1").closed == "delivered"
        assert db.record_of("never asked") is None

    def test_the_first_end_counts(self, db):
        db.save_question(question())
        db.close_question("auth:toolu_1", "delivered", NOON)
        db.close_question("auth:toolu_1", "expired", NOON)
        db.save_question(question())

        assert db.record_of("auth:toolu_1").closed == "delivered"

    def test_a_question_that_is_told_again_is_brought_up_to_date(self, db):
        db.save_question(question())
        db.save_decision(decision(), NOON)
        db.save_question(question(project="/shop"))

        (record,) = db.open_questions()
        assert record.question.project == "/shop"
        assert record.decision == decision()

    def test_a_later_decision_replaces_the_earlier_one(self, db):
        db.save_question(question())
        db.save_decision(decision(), NOON)
        later = decision(action="record", answers=None, pattern_ids=(), reason="")
        db.save_decision(later, NOON)

        assert db.record_of("auth:toolu_1").decision == later

    def test_what_belongs_to_no_known_question_is_refused(self, db):
        for call in (
            lambda: db.save_decision(decision("other"), NOON),
            lambda: db.save_delivery(delivery(identifier="other"), NOON),
            lambda: db.close_question("other", "expired", NOON),
        ):
            with pytest.raises(StoreError, match="knows no question 'other'"):
                call()

    @settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(text=st.text(max_size=30))
    def test_any_text_can_be_noted_and_is_kept_but_for_what_cannot_be_stored(self, db, text):
        parts = (Part(text, text, (Option(text, text),)),)
        db.save_question(Question(text, text, parts, NOON, context=text, project=text, session_id=text))
        db.save_decision(decision(text, answers=(text,), reason=text), NOON)
        db.save_delivery(Delivery(text, "sent", text, "user", text), NOON)
        db.close_question(text, "expired", NOON)

        plain = "".join("\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)
        record = db.record_of(text)
        assert record.question.parts == (Part(plain, plain, (Option(plain, plain),)),)
        assert (record.question.id, record.decision.reason, record.deliveries[-1][0].text) == (plain,) * 3


class TestHistory:
    def test_an_entry_tells_the_whole_story(self, db):
        db.save_question(question(project="/shop"))
        db.save_decision(decision(), NOON)
        for state in ("queued", "sent", "delivered"):
            db.save_delivery(delivery(state), NOON)
        db.close_question("auth:toolu_1", "delivered", NOON)

        assert db.history(10) == [
            {
                "question_id": "auth:toolu_1",
                "asked_at": "2026-03-01T12:00:00.000Z",
                "slug": "auth",
                "project": "/shop",
                "parts": [
                    {
                        "text": "Which method?",
                        "header": "Auth",
                        "options": ["JWT", "Sessions"],
                        "multi_select": False,
                    },
                    {"text": "What else?", "header": "", "options": [], "multi_select": True},
                ],
                "action": "suggest",
                "answers": ["JWT", "Nothing"],
                "confidence": 0.87,
                "reason": "You chose this twice.",
                "evidence": ["p1", "p2"],
                "delivery": "delivered",
                "closed": "delivered",
            }
        ]

    def test_what_has_not_happened_is_none(self, db):
        db.save_question(question())

        (entry,) = db.history(10)
        assert {
            entry[name] for name in ("action", "answers", "confidence", "reason", "delivery", "closed")
        } == {None}
        assert entry["evidence"] == []

    def test_the_latest_come_first_up_to_the_limit(self, db):
        for minutes in (1, 3, 2):
            db.save_question(question(f"q{minutes}", minutes=minutes))

        assert [entry["question_id"] for entry in db.history(2)] == ["q3", "q2"]


class TestLearning:
    def learn(self, db: Database, key: str) -> str:
        return db.remember([Remembered(DecisionPattern("Which method?", "JWT"), key, None, "auth:toolu_1")])[
            0
        ]

    def test_it_is_known_what_was_learned_from_a_question(self, db):
        first, second = self.learn(db, "toolu_1:0"), self.learn(db, "toolu_1:1")
        self.learn(db, "toolu_1:1")

        assert db.learned_from("auth:toolu_1") == [first, second]
        assert db.learned_from("other") == []

    def test_what_has_ended_keeps_no_secrets(self, db, path):
        part = Part('Is {"password": "hunter2"} fine?', options=(Option("pwd=hunter2", "token=hunter2"),))
        asked = replace(question(), parts=(part,), context="the password is hunter2")
        db.save_question(asked)
        db.save_decision(replace(decision(), answers=("pwd=hunter2",)), NOON)
        db.save_delivery(replace(delivery(), text="pwd=hunter2"), NOON)
        db.save_question(question("auth:toolu_2"))
        assert db.record_of(asked.id).question == asked

        db.close_question(asked.id, "delivered", NOON)

        assert "hunter2" not in repr(db.record_of(asked.id))
        assert "[secret]" in db.record_of(asked.id).deliveries[0][0].text
        assert db.record_of("auth:toolu_2").question == question("auth:toolu_2")

    def test_forgetting_a_pattern_removes_the_closed_question_that_taught_it(self, db):
        db.save_question(question())
        db.save_decision(decision(), NOON)
        db.save_delivery(delivery(), NOON)
        db.close_question("auth:toolu_1", "delivered", NOON)
        db.save_question(question("auth:toolu_2"))
        db.forget([self.learn(db, "toolu_1:0")])

        assert [entry["question_id"] for entry in db.history(10)] == ["auth:toolu_2"]
        assert db.learned_from("auth:toolu_1") == []

    def test_an_open_question_stays_when_its_pattern_is_forgotten(self, db):
        db.save_question(question())
        db.forget([self.learn(db, "toolu_1:0")])

        assert len(db.open_questions()) == 1
