"""The exact bound on a rate of which only a few were seen."""

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_tray.core.binomial import upper_bound


@pytest.mark.parametrize("trials", [1, 10, 59, 300])
def test_without_a_single_one_seen_the_bound_is_known_exactly(trials: int):
    assert upper_bound(0, trials, 0.95) == pytest.approx(1 - 0.05 ** (1 / trials), abs=1e-9)


@pytest.mark.parametrize(("seen", "trials"), [(0, 0), (3, 3)])
def test_nothing_tried_and_all_of_them_seen_bound_nothing(seen: int, trials: int):
    assert upper_bound(seen, trials, 0.95) == 1.0


def test_who_wants_to_be_certain_gets_no_bound():
    assert upper_bound(0, 1, 1.0) == pytest.approx(1.0)


@pytest.mark.parametrize(("seen", "trials"), [(1, 10), (5, 10), (9, 10), (3, 200), (150, 200)])
def test_at_the_bound_so_few_are_seen_as_seldom_as_asked_for(seen: int, trials: int):
    rate = upper_bound(seen, trials, 0.95)
    tail = sum(comb(trials, k) * rate**k * (1 - rate) ** (trials - k) for k in range(seen + 1))
    assert tail == pytest.approx(0.05, abs=1e-8)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 200), st.data())
def test_the_bound_lies_above_what_was_seen_and_falls_with_more_trials(trials: int, data: st.DataObject):
    seen = data.draw(st.integers(0, trials))
    bound = upper_bound(seen, trials, 0.95)
    assert seen / trials <= bound <= 1.0
    assert upper_bound(seen, trials + 10, 0.95) < bound or bound == 1.0
