import pytest

from orchestrator_tray.core.link import FIRST_DELAY, LONGEST_DELAY, STEADY, backoff, failures_after


def test_the_first_attempt_is_made_at_once() -> None:
    assert backoff(0, jitter=1.0) == 0.0


def test_each_failure_doubles_the_delay_up_to_the_longest() -> None:
    delays = [backoff(failures, jitter=1.0) for failures in range(1, 9)]

    assert delays == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]


def test_jitter_takes_off_up_to_a_half() -> None:
    assert [backoff(3, jitter=jitter) for jitter in (0.0, 0.5, 1.0)] == [1.0, 1.5, 2.0]


@pytest.mark.parametrize("failures", [10, 1_000, 10**9])
def test_the_delay_stays_within_bounds_however_long_the_server_is_away(failures: int) -> None:
    assert LONGEST_DELAY / 2 == backoff(failures, jitter=0.0) < backoff(failures, jitter=1.0) == LONGEST_DELAY


def test_a_failed_attempt_counts() -> None:
    assert failures_after(4, lasted=0.0) == 5


def test_a_brief_connection_counts_like_a_failed_attempt() -> None:
    assert failures_after(4, lasted=STEADY - 0.1) == 5


def test_a_steady_connection_forgives_the_failures_before_it() -> None:
    assert failures_after(4, lasted=STEADY) == 1
    assert backoff(1, jitter=1.0) == FIRST_DELAY
