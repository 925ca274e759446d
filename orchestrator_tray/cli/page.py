"""The backtest as one HTML page: no script, nothing loaded from elsewhere, light and dark."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from orchestrator_tray.cli.retrospect import HEADS, Retrospect, cells
from orchestrator_tray.core.backtest import Manner, Outcome, Row, calibration_error
from orchestrator_tray.core.display import percent, plain

_LONGEST = 400
_WIDTH, _HEIGHT = 640, 300
_LEFT, _BOTTOM = 46, 34
_QUARTERS = [(share / 4, f"{share / 4:.0%}") for share in range(5)]
_POINTS = 400
"""More points than these make a curve no smoother."""

_POLICY = "default-src 'none';style-src 'unsafe-inline'"
_STYLE = """
:root{color-scheme:light dark;--ink:#1c2430;--soft:#5d6b7e;--line:#d9e0e8;--page:#f6f8fa;--card:#fff;
--blue:#2f6fde;--green:#1f9d63;--red:#cc4b37}
@media(prefers-color-scheme:dark){:root{--ink:#e6ebf2;--soft:#94a3b8;--line:#2c3644;--page:#12171e;
--card:#1a212b;--blue:#6ea2ff;--green:#4fc68d;--red:#ff8a75}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:980px;margin:0 auto;padding:40px 20px 64px}
h1{font-size:28px;line-height:1.2;margin:0 0 6px}h2{font-size:18px;margin:0 0 4px}
p{margin:0 0 12px}.soft{color:var(--soft)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:16px;margin:28px 0}
section,.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px}
section{margin:0 0 20px;overflow-x:auto}
.card b{display:block;font-size:28px;line-height:1.2}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th{font-weight:600;font-size:13px;color:var(--soft)}
th,td{text-align:right;padding:6px 10px;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{text-align:left}tr.now td{font-weight:700}
svg{width:100%;height:auto;display:block;margin-top:8px}
svg text{fill:var(--soft);font-size:12px}
.grid{stroke:var(--line)}.right{fill:none;stroke:var(--blue);stroke-width:2.5;stroke-linejoin:round}
.area{fill:var(--blue);opacity:.1}
.covered{fill:none;stroke:var(--green);stroke-width:2.5;stroke-dasharray:6 4}
.mark{stroke:var(--red);stroke-dasharray:3 4}
dl{margin:0}dt{font-weight:600;margin-top:14px}dd{margin:0 0 0 16px}
"""


def page(found: Retrospect) -> str:
    """Return the whole page."""
    body = "\n".join(_body(found))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>Backtest - Orchestrator Tray</title><style>{_STYLE}</style></head>\n"
        f"<body><main>\n{body}\n</main></body></html>\n"
    )


def _body(found: Retrospect) -> Iterator[str]:
    yield "<h1>How it would have answered for you</h1>"
    yield f'<p class="soft">{found.about}</p>'
    yield from _cards(found)
    yield _section(
        "How often it is right",
        "The surest questions come first: how many of all up to each point it gets right.",
        _chart(found.curve, "covered", "right"),
    )
    yield _section(
        "What each threshold means",
        "Blue line: how many of its answers and suggestions are right. Green dashes: how many of your"
        " questions get one. Red: your thresholds.",
        _threshold_chart(found),
    )
    yield _section("Answered automatically", _advice(found, "answer"), _table(found, "answer"))
    yield _section("At least suggested", _advice(found, "suggest"), _table(found, "suggest"))
    if found.mistakes:
        about = "With your thresholds, the surest first."
        yield _section("What would have been answered wrongly", about, _mistakes(found.mistakes))


def _advice(found: Retrospect, manner: Manner) -> str:
    told = str(found.advice(manner))
    return f"{told[0].upper()}{told[1:]}."


def _section(title: str, about: str, inside: str) -> str:
    return f'<section><h2>{title}</h2><p class="soft">{escape(about)}</p>{inside}</section>'


def _cards(found: Retrospect) -> Iterator[str]:
    sent, offered = found.now("answer"), found.now("suggest")
    yield '<div class="cards">'
    yield _card(f"{sent.right:,} of {sent.given:,}", f"automatic answers right at {sent.threshold:.2f}")
    yield _card(f"{offered.right:,} of {offered.given:,}", f"suggestions right at {offered.threshold:.2f}")
    yield _card(f"{found.guarded:,}", "questions that the guard leaves to you")
    yield _card(f"{calibration_error(found.outcomes):.3f}", "average gap between confidence and being right")
    yield "</div>"


def _card(number: str, what: str) -> str:
    return f'<div class="card"><b>{number}</b><span class="soft">{what}</span></div>'


def _table(found: Retrospect, manner: Manner) -> str:
    now = found.now(manner).threshold
    rows = "".join(_table_row(row, is_now=row.threshold == now) for row in found.rows(manner))
    head = "".join(f"<th>{head.capitalize()}</th>" for head in HEADS)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _table_row(row: Row, *, is_now: bool) -> str:
    marked = ' class="now"' if is_now else ""
    return f"<tr{marked}>{''.join(f'<td>{cell}</td>' for cell in cells(row))}</tr>"


def _chart(points: Sequence[tuple[float, float]], x_label: str, y_label: str) -> str:
    if not points:
        return ""
    drawn = points[:: max(1, len(points) // _POINTS)]
    line = _path(drawn)
    area = f"{line}L{_x(drawn[-1][0])},{_y(0)}L{_x(drawn[0][0])},{_y(0)}Z"
    drawing = f'<path class="area" d="{area}"/><path class="right" d="{line}"/>'
    return _svg(drawing, x_label, y_label, _QUARTERS)


def _threshold_chart(found: Retrospect) -> str:
    """Draw the upper half of the thresholds over the whole width."""
    rows = found.rows("suggest")
    right = _path([(_spread(row.threshold), row.precision) for row in rows if row.given])
    covered = _path([(_spread(row.threshold), row.coverage) for row in rows])
    marks = (found.settings.suggest_threshold, found.settings.auto_threshold)
    drawing = "".join(map(_mark, marks))
    drawing += f'<path class="right" d="{right}"/><path class="covered" d="{covered}"/>'
    labels = [(_spread(share), f"{share:.2f}") for share in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)]
    return _svg(drawing, "threshold", "share", labels)


def _spread(threshold: float) -> float:
    return max(0.0, 2 * threshold - 1)


def _mark(threshold: float) -> str:
    at = _x(_spread(threshold))
    return f'<line class="mark" x1="{at}" x2="{at}" y1="{_y(0)}" y2="{_y(1)}"/>'


def _svg(drawing: str, x_label: str, y_label: str, x_labels: Sequence[tuple[float, str]]) -> str:
    grid = "".join(_grid_line(share, label) for share, label in _QUARTERS)
    below = "".join(
        f'<text x="{_x(at)}" y="{_HEIGHT - 16}" text-anchor="middle">{label}</text>' for at, label in x_labels
    )
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{y_label} by {x_label}">{grid}{below}'
        f'<text x="{_WIDTH - 8}" y="{_HEIGHT - 2}" text-anchor="end">{x_label}</text>{drawing}</svg>'
    )


def _grid_line(share: float, label: str) -> str:
    return (
        f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - 8}" y1="{_y(share)}" y2="{_y(share)}"/>'
        f'<text x="{_LEFT - 8}" y="{_y(share) + 4:.1f}" text-anchor="end">{label}</text>'
    )


def _path(points: Iterable[tuple[float, float]]) -> str:
    return "".join(f"{'L' if index else 'M'}{_x(x)},{_y(y)}" for index, (x, y) in enumerate(points))


def _x(share: float) -> float:
    return round(_LEFT + share * (_WIDTH - _LEFT - 20), 1)


def _y(share: float) -> float:
    return round(12 + (1 - share) * (_HEIGHT - _BOTTOM - 12), 1)


def _mistakes(mistakes: Sequence[Outcome]) -> str:
    return f"<dl>{''.join(map(_mistake, mistakes))}</dl>"


def _mistake(one: Outcome) -> str:
    return (
        f"<dt>{_text(one.pattern.question_text)}</dt>"
        f"<dd>{percent(one.judgement.confidence)} sure of: {_text(one.judgement.answer or '')}</dd>"
        f"<dd>your answer was: {_text(one.pattern.user_answer)}</dd>"
    )


def _text(text: str) -> str:
    return escape(plain(text, _LONGEST))
