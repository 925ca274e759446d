"""From what memory brings up to a decision: thresholds, several parts, guards, excluded projects."""

from dataclasses import replace

import pytest

from orchestrator_tray.core.pattern import Recall
from orchestrator_tray.core.question import Part, Question
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.core.weigh import weigh
from tests.support.playbook import PROJECT, START, ask, part, recalled


def weighed(question: Question, *answers: str | None, **settings: object):
    recalls = recalled(question, *answers).recalls
    return weigh(question, recalls, Settings(**settings), now=START)  # type: ignore[arg-type]


def test_one_past_answer_to_the_very_same_question_is_enough():
    decision = weighed(ask(), "SQLite")
    assert (decision.action, decision.answers, decision.pattern_ids) == ("answer", ("SQLite",), ("p-SQLite",))
    assert decision.confidence >= 0.95
    assert decision.reason


def test_nothing_remembered_is_a_record():
    decision = weighed(ask(), None)
    assert (decision.action, decision.answers, decision.confidence) == ("record", None, 0.0)


def test_memory_that_failed_is_a_record():
    assert weigh(ask(), (), Settings(), now=START).action == "record"


def test_a_call_is_as_sure_as_its_least_sure_part():
    question = ask("q", "S", part(), part("Which cache?", ("Redis", "None")))
    assert weighed(question, "SQLite", "Redis").answers == ("SQLite", "Redis")
    decision = weighed(question, "SQLite", None)
    assert (decision.action, decision.answers, decision.confidence) == ("record", None, 0.0)


def test_below_the_automatic_threshold_it_suggests_and_below_the_other_it_records():
    assert weighed(ask(), "SQLite", auto_threshold=1.0).action == "suggest"
    decision = weighed(ask(), "SQLite", auto_threshold=1.0, suggest_threshold=1.0)
    assert (decision.action, decision.answers) == ("record", None)
    assert decision.confidence >= 0.95


@pytest.mark.parametrize(
    ("question", "answer", "kind"),
    [
        (ask(subagent=True), "SQLite", "sub-agent"),
        (ask("q", "S", part("Which file?", ("@src/a.py", "none"))), "@src/a.py", "command"),
        (ask("q", "S", part("Delete the production database?", ("Yes", "No"))), "Yes", ""),
    ],
)
def test_a_guarded_question_is_at_most_suggested_whatever_the_confidence(
    question: Question, answer: str, kind: str
):
    decision = weighed(question, answer)
    assert decision.action == "suggest"
    assert decision.confidence >= 0.95
    assert decision.reason.startswith(f"guarded: {kind}")


def test_what_the_model_finds_dangerous_is_at_most_suggested():
    question = ask()
    recalls = [replace(recall, looks_dangerous=True) for recall in recalled(question, "SQLite").recalls]
    decision = weigh(question, recalls, Settings(), now=START)
    assert (decision.action, decision.answers) == ("suggest", ("SQLite",))
    assert decision.reason.startswith("guarded: looks dangerous; ")


def test_the_model_is_not_asked_where_nothing_is_done_with_what_is_named():
    question = ask("q", "S", part("More questions about payments, or next area?", ("More", "Next area")))
    recalls = [replace(recall, looks_dangerous=True) for recall in recalled(question, "More").recalls]
    assert weigh(question, recalls, Settings(), now=START).action == "answer"


def test_an_excluded_project_is_a_record_that_says_so():
    decision = weighed(ask(), "SQLite", excluded_projects=("/home/me",))
    assert (decision.action, decision.reason) == ("record", "this project is excluded")


def test_a_question_without_options_takes_the_answer_as_it_was():
    question = Question("S:q", "S", (Part("Which port?"),), START, project=PROJECT)
    assert weighed(question, "8080").answers == ("8080",)
    assert weigh(question, (Recall(),), Settings(), now=START).answers is None
