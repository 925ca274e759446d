"""How many wrong there may be behind the few that were seen: the exact bound (Clopper-Pearson)."""

from math import exp, lgamma, log

_STEPS = 60
"""Halvings until the bound is as exact as a float can tell."""


def upper_bound(seen: int, trials: int, sureness: float) -> float:
    """Return the rate that is, with this sureness, not exceeded where `seen` of `trials` were counted.

    1.0 without trials, and where all were counted.
    """
    if seen >= trials:
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _beta_cdf(middle, seen + 1, trials - seen) < sureness:
            low = middle
        else:
            high = middle
    return high


def _beta_cdf(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function, by its continued fraction (Lentz's method)."""
    if x <= 0 or x >= 1:
        return min(max(x, 0.0), 1.0)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_cdf(1 - x, b, a)
    return exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) * _fraction(x, a, b) / a


_ENOUGH = 1e-14


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    value, change, step = d, 0.0, 0
    while abs(change - 1) > _ENOUGH:
        step += 1
        double = 2 * step
        even = step * (b - step) * x / ((a - 1 + double) * (a + double))
        odd = -(a + step) * (a + b + step) * x / ((a + double) * (a + 1 + double))
        for term in (even, odd):
            d, c = 1 / (1 + term * d), 1 + term / c
            change = c * d
            value *= change
    return value
