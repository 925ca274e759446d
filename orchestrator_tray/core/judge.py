"""What the past says about a question part: one answer in the words offered now, and how sure that is.

Three layers, each leaning on the one below where it knows little: how the person chooses by place and mark,
what they answer to questions of this family (`habit`), and what they answered to this very question, in these
words or others (`evidence`). The confidence is the probability of the answer under all three. Only the upper
two, and only where nothing contradicts, let a machine answer by itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from orchestrator_tray.core import weights
from orchestrator_tray.core.evidence import Precedent, precedents
from orchestrator_tray.core.habit import Habit, habit_of
from orchestrator_tray.core.meaning import compare
from orchestrator_tray.core.pattern import Judgement, Neighbour, Recall
from orchestrator_tray.core.place import place_reason
from orchestrator_tray.core.question import Part

NOTHING = "nothing like it was answered before"

_ONLY_SUGGESTED = 0.94
"""The most that is claimed where an automatic answer must not rest on it."""
_AS_NEAR = 0.15
"""What is less near than the nearest by this is not what is asked again."""
_SUBJECTS = frozenset(("", "numbers", "names", "paths", "subject"))
"""What may differ between the members of a family."""
_DIFFERS = {
    "length": "is too long to be compared",
    "numbers": "has other numbers",
    "paths": "names other files or folders",
    "environments": "is about another environment",
    "negation": 'has one "not" more or less',
    "opposites": "says the opposite somewhere",
    "direction": "has it the other way round",
    "names": "names something else",
    "scope": "covers more or less",
    "kind of question": "asks for something else, such as who instead of where",
    "grammar": "differs in a small word that matters",
    "subject": "is about something else",
}
"""What the conflicts of `meaning.compare` are called for a person."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A question part with all that speaks about it."""

    part: Part
    recall: Recall
    precedents: Sequence[Precedent]
    sound: Sequence[Precedent]
    """The questions that are known to ask the same."""
    habit: Habit

    def likely(self) -> list[Precedent]:
        """Return the one question that most likely asks the same without being known to, if any does."""
        unsure = [one for one in self.precedents if not one.is_sound]
        nearest = max((one.similarity for one in unsure), default=0.0)
        return [one for one in unsure if one.similarity > nearest - _AS_NEAR][:1]

    def is_beside_look_alike(self) -> bool:
        """Tell whether an earlier question could be taken for this one but is probably another.

        Its answer must not slip in by mere habit, unless the habit is known not to care for the subject.
        """
        return (
            all(one.same < weights.LIKELY_SAME for one in self.likely())
            and any(one.is_look_alike for one in self.precedents)
            and not self.habit.is_known()
        )


def judge(part: Part, recall: Recall, *, project: str, now: datetime) -> Judgement:
    """Judge one part by what memory brings up. `project` is the asking session's, "" where unknown.

    The answer is the likeliest, however unlikely; None where nothing is known at all.
    """
    if not recall.neighbours and not recall.choices.latest:
        return Judgement(reason=NOTHING)
    found = precedents(part, recall.neighbours, project)
    habit = habit_of(part, recall, project=project, now=now)
    case = _Case(part, recall, found, _sound(found), habit)
    chances = _chances(case)
    if not chances:
        return Judgement(reason=NOTHING)
    answer = max(chances, key=chances.__getitem__)
    return _judgement(case, answer, min(1.0, chances[answer]), project)


def _sound(found: Sequence[Precedent]) -> Sequence[Precedent]:
    """Return the questions that are known to ask the same.

    Options that tell the matter may be those of a family: what is asked again is the nearest of it.
    """
    least = max((one.similarity for one in found), default=0.0) - _AS_NEAR
    return [one for one in found if one.is_sound and (one.is_literal or one.similarity > least)]


def _chances(case: _Case) -> dict[str, float]:
    """Return the probability of every answer that can be given in the words offered now."""
    chances = _with_precedents(dict(case.habit.chances), case.likely())
    return _with_precedents(chances, case.sound)


def _with_precedents(chances: dict[str, float], told: Sequence[Precedent]) -> dict[str, float]:
    """Mix in what the answers to one question say, as far as that question is the same."""
    if not told:
        return chances
    same = max(one.same for one in told)
    votes = [vote for one in told for vote in one.votes()]
    doubt = _doubt(told)
    total = sum(weight for _, weight in votes) + doubt
    mixed = {answer: chance * (same * doubt / total + 1 - same) for answer, chance in chances.items()}
    for answer, weight in votes:
        if answer is not None:
            mixed[answer] = mixed.get(answer, 0.0) + same * weight / total
    return mixed


def _doubt(told: Sequence[Precedent]) -> float:
    """Return what the rest weighs against the answers: a whole one, unless they always were the same."""
    agreed = {one.agreed() for one in told}
    if len(agreed) > 1 or None in agreed:
        return 1.0
    if told[0].is_sound:
        return weights.DOUBT
    return weights.DOUBT_UNSOUND if len(told[0].answers) >= weights.TWICE else 1.0


def _judgement(case: _Case, answer: str, confidence: float, project: str) -> Judgement:
    told = [one for one in case.sound if one.agreed() == answer]
    if _may_rest_on(told, case.sound, project):
        grounds = _supporters(told, answer)
        asked = "exactly this" if any(one.is_literal for one in told) else "the same in other words"
        reason = f"you gave this answer {_every_time(len(grounds))} you were asked {asked}"
        return _built(answer, confidence, grounds, reason, may_answer=True)
    if _is_habit(case, answer):
        grounds = case.habit.supporters(answer)
        return _built(answer, confidence, grounds, case.habit.reason(answer), may_answer=True)
    grounds, reason = _grounds(case, answer)
    most = weights.LOOK_ALIKE if case.is_beside_look_alike() else _ONLY_SUGGESTED
    return _built(answer, min(confidence, most), grounds, reason, may_answer=False)


def _may_rest_on(told: Sequence[Precedent], sound: Sequence[Precedent], project: str) -> bool:
    """Tell whether one literal answer of this project, or two of any, say so, and none says otherwise."""
    if not told or len(told) < len(sound):
        return False
    if any(one.is_literal and one.is_of(project) for one in told):
        return True
    return sum(len(one.answers) for one in told) >= weights.TWICE


def _is_habit(case: _Case, answer: str) -> bool:
    if not case.habit.is_established(answer):
        return False
    near = case.habit.supporters(answer)[:3]
    return all(compare(one.pattern.question_text, case.part.text).conflict in _SUBJECTS for one in near)


def _supporters(told: Iterable[Precedent], answer: str) -> tuple[Neighbour, ...]:
    return tuple(neighbour for one in told for neighbour in one.supporters(answer))


def _built(
    answer: str, confidence: float, grounds: Sequence[Neighbour], reason: str, *, may_answer: bool
) -> Judgement:
    return Judgement(
        answer=answer,
        confidence=confidence,
        similarity=max((ground.similarity for ground in grounds), default=0.0),
        pattern_ids=tuple(ground.pattern.id for ground in grounds),
        may_answer=may_answer,
        reason=reason,
    )


def _every_time(count: int) -> str:
    return {1: "the one time", 2: "both times"}.get(count, f"all {count} times")


def _grounds(case: _Case, answer: str) -> tuple[tuple[Neighbour, ...], str]:
    """Return what a mere suggestion rests on, and say so."""
    likely = [one for one in case.precedents if one.same >= weights.LIKELY_SAME]
    said, asked = _supporters(likely, answer), sum(len(one.answers) for one in likely)
    if len(said) == asked > 0:
        return said, f"you gave this answer {_every_time(asked)} you were asked much the same"
    if said:
        return said, f"you gave this answer {len(said)} of {asked} times you were asked much the same"
    if len(supporters := case.habit.supporters(answer)) > 1:
        return supporters, case.habit.reason(answer)
    alike = next((one for one in case.precedents if one.is_look_alike and one.conflict), None)
    if alike is not None:
        return (), f"a question that looks like it {_DIFFERS[alike.conflict]}"
    return (), place_reason(case.part, case.recall.choices, answer) or NOTHING
