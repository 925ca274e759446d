"""A person's own history, replayed: what would have been answered, and how wrong it can be."""

import pytest

from orchestrator_tray.core.backtest import (
    SURENESS,
    THRESHOLDS,
    Outcome,
    Row,
    advice,
    calibration_error,
    is_right,
    replay,
    risk_coverage,
    table,
)
from orchestrator_tray.core.binomial import upper_bound
from orchestrator_tray.core.pattern import DecisionPattern, Judgement, Neighbour, Recall
from orchestrator_tray.core.settings import Settings
from tests.support.remembering import offered, past

LABELS = ("SQLite", "MySQL")
ASKED = offered("Which database should I use?", LABELS)


class Notebook:
    """Remembers all answers and brings up those to the same text."""

    def __init__(self) -> None:
        self.patterns: list[DecisionPattern] = []

    def recall(self, pattern: DecisionPattern) -> Recall:
        same = (one for one in self.patterns if one.question_text == pattern.question_text)
        return Recall(tuple(Neighbour(one, 1.0) for one in same))

    def learn(self, pattern: DecisionPattern) -> None:
        self.patterns.append(pattern)


def replayed(*patterns: DecisionPattern) -> list[Outcome]:
    return list(replay(patterns, Notebook()))


def test_each_question_is_judged_by_what_was_known_before_it():
    first, second = replayed(past(ASKED, "MySQL", days=2), past(ASKED, "MySQL", days=1))
    assert (first.judgement.answer, first.is_right, first.may_answer) == (None, False, False)
    assert (second.judgement.answer, second.is_right, second.may_answer) == ("MySQL", True, True)


@pytest.mark.parametrize("call", ["toolu_1", ""])
def test_the_questions_of_one_call_do_not_help_each_other(call: str):
    outcomes = replayed(*(past(ASKED, "MySQL", days=2, tool_use_id=call, session_id="s") for _ in range(2)))
    assert [one.judgement.answer for one in outcomes] == [None, None]


def test_own_guard_rules_hold_in_the_past_too():
    asked = (past(ASKED, "MySQL", days=2), past(ASKED, "MySQL", days=1))
    word = ASKED.text.split()[0]

    _, held = replay(asked, Notebook(), Settings(guard_ask=(word,)))
    assert (held.judgement.answer, held.may_answer) == ("MySQL", False)

    _, denied = replay(asked, Notebook(), Settings(guard_deny=(word,)))
    assert (denied.judgement.answer, denied.judgement.confidence, denied.is_right) == (None, 0.0, False)


def test_another_answer_than_before_is_wrong():
    assert [
        one.is_right for one in replayed(past(ASKED, "MySQL", days=2), past(ASKED, "SQLite", days=1))
    ] == [
        False,
        False,
    ]


def test_what_the_guard_names_may_not_be_answered():
    dangerous = offered("Should I delete the backups?", ("Yes", "No"))
    last = replayed(*(past(dangerous, "Yes", days=days) for days in (3, 2, 1)))[-1]
    assert (last.is_right, last.may_answer) == (True, False)
    assert last.danger


def test_answers_without_a_date_can_be_replayed():
    assert replayed(past(ASKED, "MySQL", days=None, session_id="a"), past(ASKED, "MySQL", days=None))[
        1
    ].is_right


TICKS = offered("What to add?", ("Tests", "Docs"), multi=True)


@pytest.mark.parametrize(
    ("answer", "pattern", "right"),
    [
        ("SQLite", past(ASKED, "sqlite (Recommended)"), True),
        ("SQLite", past(ASKED, "MySQL"), False),
        ("SQLite", past(ASKED, "whatever you like"), False),
        (None, past(ASKED, "SQLite"), False),
        ("Tests, Docs", past(TICKS, "Docs, Tests"), True),
        ("Tests, Docs", past(TICKS, "Docs"), False),
        ("feat/x", past(offered("Name of the branch?"), "feat/x"), True),
    ],
)
def test_right_is_what_the_person_did(answer: str | None, pattern: DecisionPattern, right: bool):
    assert is_right(answer, pattern) is right


def outcome(confidence: float, *, right: bool = True, may: bool = True, danger: str | None = None) -> Outcome:
    judgement = Judgement("SQLite", confidence, may_answer=may)
    return Outcome(past(ASKED, "SQLite"), judgement, right, danger)


UNKNOWN = Outcome(past(ASKED, "SQLite"), Judgement(), is_right=False, danger=None)
OUTCOMES = [
    outcome(0.99),
    outcome(0.95),
    outcome(0.9, right=False),
    outcome(0.9, may=False),
    outcome(0.9, danger="money"),
    UNKNOWN,
]


def test_a_table_counts_what_each_threshold_would_have_answered():
    loose, strict = table(OUTCOMES, "answer", (0.5, 0.95))
    assert (loose.total, loose.given, loose.right) == (6, 3, 2)
    assert (strict.total, strict.given, strict.right) == (6, 2, 2)
    assert loose.coverage == 0.5
    assert strict.precision == 1.0


def test_a_table_of_suggestions_counts_what_may_not_be_answered_too():
    (row,) = table(OUTCOMES, "suggest", (0.5,))
    assert (row.given, row.right) == (5, 4)


def test_a_table_asks_about_rising_thresholds_by_default():
    assert [row.threshold for row in table(OUTCOMES, "answer")] == sorted(THRESHOLDS)


def test_a_row_of_nothing_proves_nothing():
    (row,) = table([], "answer", (0.9,))
    assert (row.coverage, row.precision, row.wrong_at_most) == (0.0, 0.0, 1.0)


def test_a_row_says_how_wrong_it_is_at_worst():
    assert Row(0.9, 200, 100, 98).wrong_at_most == upper_bound(2, 100, SURENESS) > 0.02


def test_the_advice_is_the_lowest_threshold_that_keeps_to_the_target():
    rows = [Row(0.5, 900, 400, 300), Row(0.8, 900, 300, 300), Row(0.9, 900, 250, 250)]
    found = advice(rows, 0.02)
    assert found.row == rows[1]
    assert str(found) == "0.80 keeps to at most 2% wrong"


def test_too_little_history_is_said_so_with_what_is_missing():
    found = advice([Row(0.5, 40, 20, 20)], 0.05)
    assert found.row is None
    assert str(found) == "not enough history yet: 20 of 59"


def test_the_history_that_is_asked_for_is_just_enough():
    needed = advice([], 0.05).needed
    assert advice([Row(0.5, needed, needed, needed)], 0.05).row is not None
    assert advice([Row(0.5, needed, needed - 1, needed - 1)], 0.05).row is None


def test_enough_history_that_is_too_wrong_has_no_threshold():
    assert str(advice([Row(0.5, 200, 100, 60)], 0.05)) == "no threshold keeps to at most 5% wrong"


def test_risk_grows_along_the_coverage_from_the_surest_answer_on():
    points = risk_coverage([outcome(0.7, right=False), outcome(0.99), UNKNOWN, outcome(0.8)])
    assert points == [(1 / 4, 0.0), (2 / 4, 0.0), (3 / 4, 1 / 3)]


def test_calibration_is_off_by_as_much_as_confidence_is_from_being_right():
    assert calibration_error([]) == 0
    assert calibration_error([outcome(1.0), outcome(1.0)]) == 0
    assert calibration_error([outcome(1.0, right=False)]) == 1
    assert calibration_error([outcome(0.5), outcome(0.5, right=False)]) == pytest.approx(0)
    assert calibration_error([outcome(0.9), outcome(0.1)]) == pytest.approx(0.5)
