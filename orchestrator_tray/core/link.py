"""How the link to the server is kept up: when the next attempt is made."""

FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
STEADY = 10.0
"""Seconds that a connection has to last until the failures before it are forgiven."""


def backoff(failures: int, *, jitter: float) -> float:
    """Seconds to wait after so many failures in a row: doubling, at most LONGEST_DELAY.

    `jitter` from 0 to 1 places it between half of that and the whole, so that clients do not come back
    in step.
    """
    if failures <= 0:
        return 0.0
    longest = min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** min(failures - 1, 16))
    return longest * (1 + jitter) / 2


def failures_after(failures: int, *, lasted: float) -> int:
    """Count a connection that was lost after `lasted` seconds, 0 for one that was never made."""
    return 1 if lasted >= STEADY else failures + 1
