"""The same question in other words is answered, one that only looks the same is not: with the real model."""

from collections import Counter
from pathlib import Path

import pytest

from orchestrator_tray.adapters.embedder import Embedder
from orchestrator_tray.core.decision import Decision
from orchestrator_tray.core.normal import match_answer
from orchestrator_tray.core.settings import Settings
from tests.support.lookalikes import FAR, UNSEEN, Pair, decided, load_pairs

Decided = list[tuple[Pair, Decision]]


@pytest.fixture(scope="module")
def all_decided(tmp_path_factory: pytest.TempPathFactory) -> Decided:
    with Embedder() as embedder:
        return list(decided(load_pairs(), tmp_path_factory.mktemp("memory"), embedder, Settings()))


def actions(rows: Decided) -> Counter[str]:
    return Counter(decision.action for _, decision in rows)


def test_the_set_has_traps_of_every_kind():
    kinds = Counter(pair.kind for pair in load_pairs())
    assert kinds.keys() >= {
        "numbers", "versions", "paths", "names", "environment", "negation", "direction", "opposites", "scope",
        "options", "kind of question",
    }  # fmt: skip
    assert kinds["reworded"] >= 75
    assert kinds.total() - kinds["reworded"] >= 75


def test_no_trap_is_answered_automatically(all_decided: Decided):
    answered = [
        (pair.kind, pair.new.text)
        for pair, decision in all_decided
        if decision.action == "answer" and pair.is_trap
    ]
    assert answered == []


def test_few_traps_are_suggested(all_decided: Decided):
    counts = actions([row for row in all_decided if row[0].is_trap])
    assert counts["suggest"] <= 0.05 * counts.total()


def test_most_rewordings_are_answered_and_nearly_all_answered_or_suggested(all_decided: Decided):
    counts = actions([row for row in all_decided if not row[0].is_trap])
    assert counts["answer"] >= 0.80 * counts.total()
    assert counts["record"] <= 0.05 * counts.total()


def test_what_is_answered_or_suggested_to_a_rewording_is_what_was_answered_before(all_decided: Decided):
    wrong = [
        (pair.new.text, decision.answers)
        for pair, decision in all_decided
        if not pair.is_trap
        and decision.answers
        and decision.answers[0] != match_answer(pair.answer, pair.new)
    ]
    assert wrong == []


@pytest.fixture(scope="module")
def unseen_decided(tmp_path_factory: pytest.TempPathFactory) -> Decided:
    with Embedder() as embedder:
        pairs = load_pairs(UNSEEN)
        return list(decided(pairs, tmp_path_factory.mktemp("unseen"), embedder, Settings()))


def test_of_pairs_that_nothing_was_tuned_on_no_trap_is_answered_and_few_are_suggested(
    unseen_decided: Decided,
):
    counts = actions([row for row in unseen_decided if row[0].is_trap])
    assert counts["answer"] == 0
    assert counts["suggest"] <= 0.15 * counts.total()


def test_of_these_most_rewordings_are_answered_and_nearly_all_answered_or_suggested(unseen_decided: Decided):
    counts = actions([row for row in unseen_decided if not row[0].is_trap])
    assert counts["answer"] >= 0.60 * counts.total()
    assert counts["record"] <= 0.10 * counts.total()


def test_no_trap_is_answered_that_others_wrote_to_break_the_judgement(tmp_path: Path):
    traps = [pair for pair in load_pairs(FAR) if pair.is_trap][::3]  # the benchmark takes them all
    with Embedder() as embedder:
        rows = list(decided(traps, tmp_path, embedder, Settings()))
    assert len(rows) >= 300
    assert [(pair.kind, pair.new.text) for pair, decision in rows if decision.action == "answer"] == []
    assert actions(rows)["suggest"] <= 0.20 * len(rows)
