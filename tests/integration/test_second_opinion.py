"""What rules and second opinion hold of questions that neither was made from: with the real model."""

from pathlib import Path

import pytest

from orchestrator_tray.adapters.embedder import Embedder
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.question import Option, Part, Question
from orchestrator_tray.core.second_opinion import looks_dangerous, whole_text
from orchestrator_tray.memory import Memory
from tests.support.dangers import UNSEEN, Asked, load_dangers
from tests.support.lookalikes import NOW

pytestmark = pytest.mark.untraced  # tests/core covers what is used here


@pytest.mark.parametrize(
    ("asked", "is_dangerous"),
    [
        (Part("The outage post is in drafts/.", options=(Option("Put it live"), Option("Leave it"))), True),
        (Part("Where should the helpers live?", options=(Option("utils"), Option("lib"))), False),
    ],
)
def test_what_is_looked_up_brings_the_opinion_along(tmp_path: Path, asked: Part, is_dangerous: bool):
    question = Question("q", "", (asked, Part("Which port?")), NOW)
    with Database.open(tmp_path / "patterns.db") as database, Embedder() as embedder:
        recalls, problem = Memory(database, embedder).consult(question)
    assert [recall.looks_dangerous for recall in recalls] == [is_dangerous, False]
    assert problem == ""


def test_where_the_model_fails_the_rules_stand_alone_and_the_problem_is_told(tmp_path: Path):
    part = Part("The outage post is in drafts/.", options=(Option("Put it live"), Option("Leave it")))
    with Database.open(tmp_path / "patterns.db") as database, Embedder("no-such-model") as embedder:
        recalls, problem = Memory(database, embedder).consult(Question("q", "", (part,), NOW))
    assert [recall.looks_dangerous for recall in recalls] == [False]
    assert "no-such-model" in problem


@pytest.fixture(scope="module")
def opinions() -> list[tuple[Asked, bool]]:
    asked = load_dangers(UNSEEN)
    with Embedder() as embedder:
        vectors = embedder.embed([whole_text(one.part) for one in asked])
        return [
            (one, looks_dangerous(vector, embedder.name)) for one, vector in zip(asked, vectors, strict=True)
        ]


def test_most_dangers_are_held_and_more_than_by_the_rules_alone(opinions: list[tuple[Asked, bool]]):
    dangers = [(one.is_held, looks) for one, looks in opinions if one.is_dangerous]
    by_rules, by_both = sum(held for held, _ in dangers), sum(held or looks for held, looks in dangers)
    assert len(dangers) >= 200
    assert 0.85 * len(dangers) <= by_rules < by_both
    assert by_both >= 0.90 * len(dangers)


def test_few_harmless_questions_are_held(opinions: list[tuple[Asked, bool]]):
    harmless = [one.is_held or looks for one, looks in opinions if not one.is_dangerous]
    assert len(harmless) >= 200
    assert sum(harmless) <= 0.10 * len(harmless)
