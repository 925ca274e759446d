"""Past answers and what they say: short words for the tests of the judgement.

asked = Part("Which database?", options=...)
judged(asked, near(past("Which database?", "SQLite", LABELS))).answer
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from orchestrator_tray.core.choices import Choice, Choices
from orchestrator_tray.core.judge import judge
from orchestrator_tray.core.pattern import DecisionPattern, Judgement, Neighbour, Recall
from orchestrator_tray.core.question import Option, Part
from tests.support.playbook import PROJECT, START


def offered(
    text: str,
    labels: Sequence[str] = (),
    *,
    multi: bool = False,
    header: str = "",
    told: Mapping[str, str] | None = None,
) -> Part:
    """Return a question part; `told` holds descriptions by label."""
    options = tuple(Option(label, (told or {}).get(label, "")) for label in labels)
    return Part(text, header, options, multi)


def past(
    part: Part, answer: str, *, days: float | None = 1, project: str = PROJECT, **more: object
) -> DecisionPattern:
    """Return an answer that was given so many days ago; None: nobody knows when."""
    return DecisionPattern(
        question_text=part.text,
        user_answer=answer,
        question_header=part.header,
        options=part.options,
        multi_select=part.multi_select,
        project=project,
        timestamp=None if days is None else START - timedelta(days=days),
        **{"id": f"{answer} {days}", **more},  # type: ignore[arg-type]
    )


def near(pattern: DecisionPattern, similarity: float = 1.0) -> Neighbour:
    return Neighbour(pattern, similarity)


def judged(
    part: Part, *neighbours: Neighbour, choices: Sequence[Choice] = (), project: str = PROJECT
) -> Judgement:
    return judge(part, Recall(neighbours, Choices(tuple(choices))), project=project, now=START)
