"""A curve drawn with characters."""

from collections.abc import Iterator, Sequence

_HEIGHT = 12
_MARGIN = 6

Point = tuple[float, float]
"""Both from 0 to 1."""


def curve(points: Sequence[Point], *, width: int, x_label: str, y_label: str) -> Iterator[str]:
    """Yield the lines of a chart of y over x, both shown as percentages.

    Of several points in one column the mean is drawn.
    """
    columns = max(10, width - _MARGIN)
    heights = _by_column(points, columns)
    yield y_label
    for row in range(_HEIGHT, -1, -1):
        scale = f"{row / _HEIGHT:4.0%} " if row % 3 == 0 else " " * 5
        marks = ["*" if height is not None and round(height * _HEIGHT) == row else " " for height in heights]
        yield f"{scale}|{''.join(marks)}".rstrip()
    yield " " * 5 + "+" + "-" * columns
    yield f"{'':5}0%{x_label:^{columns - 5}}100%"


def _by_column(points: Sequence[Point], columns: int) -> list[float | None]:
    sums = [(0.0, 0)] * columns
    for x, y in points:
        column = min(columns - 1, int(x * columns))
        total, count = sums[column]
        sums[column] = (total + y, count + 1)
    return [total / count if count else None for total, count in sums]
