"""What programs and people are told."""

from typing import Any

import pytest

from orchestrator_tray.core import actions as a
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.core.lines import PlainLines, json_line
from orchestrator_tray.core.question import Part, Question
from orchestrator_tray.core.settings import Settings
from tests.support.playbook import START, ask, part

QUESTION = ask("q", "AUTH", part("Which authentication method should we use?"), part("And the\nport?", ()))
ANSWER = Decision("AUTH:q", "answer", ("Use JWT with refresh tokens", "8080"), 0.96449, 1.0, ("p1",), "twice")
SETTINGS = Settings(auto_answer=True)
READY = a.Ready(Settings(), 0)
CONNECTING = a.LinkReport("connecting", "")


@pytest.mark.parametrize(
    ("fact", "fields"),
    [
        (
            a.Ready(SETTINGS, 3),
            {
                "type": "ready",
                "url": "ws://localhost:32205",
                "auto_answer": True,
                "auto_threshold": 0.95,
                "suggest_threshold": 0.8,
                "grace": 5.0,
                "patterns": 3,
            },
        ),
        (a.LinkReport("lost", "gone"), {"type": "link", "state": "lost", "reason": "gone"}),
        (
            a.SessionReport("S", "idle", "/a"),
            {"type": "session", "slug": "S", "state": "idle", "project": "/a"},
        ),
        (
            QUESTION,
            {
                "type": "question",
                "id": "AUTH:q",
                "slug": "AUTH",
                "project": "/home/me/shop",
                "source": "tool",
                "via": "cbos",
                "parts": [
                    {
                        "text": "Which authentication method should we use?",
                        "header": "DB",
                        "options": ["SQLite", "MySQL"],
                        "multi_select": False,
                    },
                    {"text": "And the\nport?", "header": "DB", "options": [], "multi_select": False},
                ],
            },
        ),
        (
            ANSWER,
            {
                "type": "decision",
                "question_id": "AUTH:q",
                "slug": "AUTH",
                "action": "answer",
                "answers": ["Use JWT with refresh tokens", "8080"],
                "confidence": 0.9644,
                "similarity": 1.0,
                "pattern_ids": ["p1"],
                "reason": "twice",
            },
        ),
        (
            Delivery("AUTH:q", "sent", "x", "auto", "r"),
            {
                "type": "delivery",
                "question_id": "AUTH:q",
                "slug": "AUTH",
                "state": "sent",
                "text": "x",
                "by": "auto",
                "reason": "r",
            },
        ),
        (
            a.Closed("AUTH:q", "AUTH", "expired"),
            {"type": "closed", "question_id": "AUTH:q", "slug": "AUTH", "reason": "expired"},
        ),
        (
            a.Learned("p1", "AUTH:q", "x", "typed"),
            {
                "type": "learned",
                "pattern_id": "p1",
                "question_id": "AUTH:q",
                "answer": "x",
                "origin": "typed",
            },
        ),
        (
            SETTINGS,
            {
                "type": "settings",
                "url": "ws://localhost:32205",
                "auto_answer": True,
                "auto_threshold": 0.95,
                "suggest_threshold": 0.8,
                "grace": 5.0,
                "paused": False,
            },
        ),
        (a.Problem("frame", "bad"), {"type": "problem", "where": "frame", "text": "bad"}),
    ],
)
def test_every_fact_has_its_json_line(fact: a.Fact, fields: dict[str, Any]):
    assert json_line(fact, "AUTH", START) == {**fields, "time": "2026-03-01T12:00:00.000Z"}


def test_a_record_has_no_answers():
    record = Decision("q", "record", None, 0.0, -0.1, (), "new")
    line = json_line(record, None, START)
    assert (line["answers"], line["slug"], line["similarity"]) == (None, None, 0.0)


def told(*facts: a.Fact) -> list[str]:
    lines = PlainLines()
    return [line for fact in facts for line in lines.of(fact, "AUTH")]


def test_the_plain_lines_are_those_of_the_plan():
    suggestion = Decision("AUTH:q", "suggest", ("Use JWT with refresh tokens",), 0.87, 0.9, ("p1",), "")
    delivered = Delivery("AUTH:q", "delivered", "Use JWT with refresh tokens", "auto")
    single = Question("AUTH:q", "AUTH", QUESTION.parts[:1], START)
    decided = Decision("AUTH:q", "answer", ("Use JWT with refresh tokens",), 0.97, 1.0, (), "")
    assert told(READY, single, suggestion, decided, delivered) == [
        "Starting orchestrator listener...",
        "Connecting to: ws://localhost:32205",
        "Auto-answer threshold: 95%",
        "Suggestion threshold: 80%",
        "[AUTH] Question: Which authentication method should we use?",
        "[AUTH] Suggestion (87%): Use JWT with refresh tokens",
        "[AUTH] Auto-answered: Use JWT with refresh tokens",
    ]


def test_several_parts_have_a_line_each_and_long_texts_are_cut():
    long = Question("AUTH:q", "AUTH", (Part("x" * 61), Part("y")), START)
    decided = Decision("AUTH:q", "answer", ("z" * 41, "w"), 0.97, 1.0, (), "")
    assert told(long, decided, Delivery("AUTH:q", "delivered", "...", "auto")) == [
        "[AUTH] Question: " + "x" * 60 + "...",
        "[AUTH] Question: y",
        "[AUTH] Auto-answered: " + "z" * 40 + "...",
        "[AUTH] Auto-answered: w",
    ]


def test_a_record_names_the_question():
    record = Decision("AUTH:q", "record", None, 0.0, 0.0, (), "new")
    lines = told(QUESTION, record, a.Closed("AUTH:q", "AUTH", "ignored"), record)
    assert lines[2:] == [
        "[AUTH] Recorded: Which authentication method should we use?",
        "[AUTH] Recorded: And the port?",
    ]


def test_the_rest_is_told_plainly_or_not_at_all():
    assert told(
        Delivery("AUTH:q", "delivered", "mine", "user"),
        Delivery("AUTH:q", "failed", "x", "auto", "it may have arrived"),
        Delivery("AUTH:q", "queued", "x", "auto"),
        a.Problem("frame", "bad \x1b[31mthing"),
        a.LinkReport("connected", ""),
        a.SessionReport("S", "idle", ""),
    ) == [
        "[AUTH] Answered: mine",
        "[AUTH] Not delivered: it may have arrived",
        "Problem (frame): bad thing",
    ]


def test_a_server_that_never_answered_is_not_called_lost():
    refused = a.LinkReport("lost", "nothing listens there")
    start = told(READY)
    assert told(READY, CONNECTING, refused, CONNECTING, refused, a.LinkReport("connected", "")) == [
        *start,
        "No server answers at ws://localhost:32205, trying again: nothing listens there",
        "Connected.",
    ]


def test_a_lost_connection_is_told_once_for_each_reason():
    assert told(
        READY,
        CONNECTING,
        a.LinkReport("connected", ""),
        a.LinkReport("lost", "it broke\x07 off"),
        *[CONNECTING, a.LinkReport("lost", "nothing listens")] * 3,
        CONNECTING,
        a.LinkReport("connected", ""),
        a.LinkReport("lost", "nothing listens"),
    )[4:] == [
        "Connection lost, trying again: it broke off",
        "Connection lost, trying again: nothing listens",
        "Connected.",
        "Connection lost, trying again: nothing listens",
    ]
