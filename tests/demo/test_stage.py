"""The demonstration tells the truth about itself."""

from datetime import UTC, datetime

import pytest

from orchestrator_tray.core.actions import LinkReport
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.demo.scenario import Prompt
from orchestrator_tray.demo.stage import Stage, shortcomings
from orchestrator_tray.demo.story import HISTORY, SCENES, SESSIONS, turns

NOW = datetime(2026, 3, 1, tzinfo=UTC)
AUTH, BACKEND, DEPLOY, DOCS = SCENES
RECEIVED = {"AUTH": ["go"], "BACKEND": ["go", "Yes"], "DEPLOY": ["go"], "DOCS": ["go"]}


def decision(slug: str, action: str, *answers: str) -> Decision:
    return Decision(f"{slug}:1", action, answers or None, 0.9, 1.0, (), "so")


def played(**delivered: str) -> Stage:
    """A stage that was told a suggestion, an answer, another suggestion and a record."""
    stage = Stage(SCENES, lambda *_: None)
    told = {
        "AUTH": ("suggest", "JWT"),
        "BACKEND": ("answer", "Yes"),
        "DEPLOY": ("suggest", "Yes"),
        "DOCS": ("record",),
    }
    for slug, (action, *answers) in told.items():
        stage.tell(decision(slug, action, *answers), slug, NOW)
    for slug, text in delivered.items():
        stage.tell(Delivery(f"{slug}:1", "delivered", text, "auto"), slug, NOW)
    return stage


def test_all_is_said_when_each_question_is_decided_and_each_answer_delivered():
    assert not played().complete.is_set()
    assert played(BACKEND="Yes").complete.is_set()


def test_the_three_outcomes_came():
    assert shortcomings(played(BACKEND="Yes").outcomes(RECEIVED)) == ()


@pytest.mark.parametrize(
    ("received", "told"),
    [
        ({"BACKEND": ["go"]}, ("an automatic answer did not come", "BACKEND received None")),
        ({"BACKEND": ["go", "No"]}, ("an automatic answer did not come", "BACKEND received 'No'")),
        (
            {"BACKEND": ["go", "Yes", "Yes"]},
            ("an automatic answer did not come", "BACKEND received 'Yes\\nYes'"),
        ),
        ({"DOCS": ["go", "Formal"]}, ("a record did not come", "DOCS received 'Formal'")),
    ],
)
def test_what_a_session_saw_counts_and_not_what_was_told(received, told):
    assert shortcomings(played(BACKEND="Yes").outcomes({**RECEIVED, **received})) == told


def test_nothing_told_is_nothing_shown():
    stage = Stage(SCENES, lambda *_: None)

    assert len(shortcomings(stage.outcomes(RECEIVED))) == 3


def test_the_link_and_everything_else_are_passed_on():
    told = []
    stage = Stage(SCENES, lambda fact, *_: told.append(fact))

    stage.tell(LinkReport("connected", ""), "", NOW)

    assert stage.connected.is_set()
    assert told == [LinkReport("connected", "")]


def test_each_session_asks_its_question_at_its_prompt_and_goes_on_at_any_other():
    for scene in SCENES:
        asked = str([*turns(Prompt(scene.slug, scene.prompt))])
        assert scene.part.text in asked
        assert scene.part.text not in str([*turns(Prompt(scene.slug, scene.part.labels[0]))])


def test_the_past_is_no_session_of_today_but_for_the_repeats():
    projects = {past.question(NOW).project for past in HISTORY}

    assert SESSIONS["AUTH"] not in projects
    assert SESSIONS["BACKEND"] in projects
    assert all(past.question(NOW).asked_at < NOW for past in HISTORY)
