"""A person's own guard rules: deny before ask before allow, and nothing lowers the built-in ones."""

import time

import pytest

from orchestrator_tray.core.decision import Decision
from orchestrator_tray.core.own_rules import match
from orchestrator_tray.core.pattern import DecisionPattern, Neighbour, Recall
from orchestrator_tray.core.question import Option, Part
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.core.weigh import weigh
from tests.support.playbook import PROJECT, START, ask, part


def verdict(text: str, answer: str = "Yes", **rules: tuple[str, ...]) -> str | None:
    asked = Part(text, "Head", (Option("Yes", "with a note"), Option("No")))
    found = match([asked], [answer], Settings(**rules))  # type: ignore[arg-type]
    return found and found.verdict


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("deploy plan", "Change the Deploy  Plan?"),
        ("deploy*plan", "Deploy the new plan?"),
        ("deploy * plan", "Deploy the new plan?"),
        ("translat*", "Translate it?"),
        ("*plan", "Show the floorplan?"),
        ("db:migrate", "Run rake db:migrate now?"),
        ("head", "Which colour?"),
        ("with a note", "Which colour?"),
        ("plan * plan", "plan of the plan"),
        ("(now)", "Start (now)?"),
        ("aplan", "A plana aplan"),
    ],
)
def test_words_are_found_whole_and_a_star_is_any_text(pattern: str, text: str):
    assert verdict(text, guard_ask=(pattern,)) == "ask"


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("plan", "Show the floorplan or the planet?"),
        ("deploy * plan", "Plan the deploy?"),
        ("plan*plan", "The plan?"),
        ("de.loy", "Deploy it?"),
    ],
)
def test_parts_of_words_and_another_order_are_not_found(pattern: str, text: str):
    assert verdict(text, guard_ask=(pattern,)) is None


def test_deny_goes_before_ask_and_ask_before_allow():
    every = {"guard_deny": ("billing",), "guard_ask": ("plan",), "guard_allow": ("draft", "billing")}
    assert verdict("The billing plan?", **every) == "deny"
    assert verdict("The plan?", **every) == "ask"
    assert verdict("The draft plan?", **every) is None
    assert verdict("The draft?", **every) is None
    assert verdict("Which colour?", "billing red", **every) == "deny"
    assert verdict("The draft plan?", guard_allow=("draft",)) is None


def decided(text: str, **rules: tuple[str, ...]) -> Decision:
    question = ask("q", "S", part(text, ("Yes", "No")))
    past = DecisionPattern(text, "Yes", options=question.parts[0].options, project=PROJECT, timestamp=START)
    recall = Recall((Neighbour(past, 1.0),))
    return weigh(question, [recall], Settings(**rules), now=START)  # type: ignore[arg-type]


def test_what_is_asked_is_suggested_and_what_is_denied_is_not():
    free = decided("Write the plan?")
    asked = decided("Write the plan?", guard_ask=("plan",))
    denied = decided("Write the plan?", guard_deny=("plan",))

    assert free.action == "answer"
    assert (asked.action, asked.answers, asked.confidence) == ("suggest", free.answers, free.confidence)
    assert asked.reason.startswith('guarded: your own rule "plan"; ')
    assert (denied.action, denied.answers, denied.confidence) == ("record", None, free.confidence)
    assert denied.reason == 'guarded: your own rule "plan"'


def test_allow_never_lowers_the_guard_itself():
    decision = decided("Force push to main?", guard_ask=("force",), guard_allow=("*push*", "main"))

    assert decision.action == "suggest"
    assert decision.reason.startswith("guarded: force; ")


def test_no_pattern_keeps_the_guard_busy():
    started = time.perf_counter()
    assert verdict("a" * 10_000, guard_ask=("a*" * 100 + "b",)) is None

    assert time.perf_counter() - started < 5
