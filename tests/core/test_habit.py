"""What a person answers to questions of one family."""

import pytest

from orchestrator_tray.core.habit import Habit, habit_of
from orchestrator_tray.core.pattern import DecisionPattern, Recall
from orchestrator_tray.core.question import Part
from tests.support.playbook import PROJECT, START
from tests.support.remembering import near, offered, past

SUBJECTS = ["alpha", "beta", "gamma", "delta", "omega", "sigma", "kappa", "theta"]
SUBJECTS += ["tau", "rho", "phi", "chi", "psi", "zeta", "eta", "iota"]
STYLES = ("Plain", "Fancy")


def about(subject: str, labels: tuple[str, ...] = STYLES, *, multi: bool = False) -> Part:
    return offered(f"Which style should module {subject} use?", labels, multi=multi)


ASKED = about("lambda")


def habit(part: Part, *patterns: DecisionPattern) -> Habit:
    recall = Recall(tuple(near(pattern, 0.7) for pattern in patterns))
    return habit_of(part, recall, project=PROJECT, now=START)


def family(answer: str, subjects: list[str], days: float = 1) -> list[DecisionPattern]:
    return [past(about(subject), answer, days=days + index) for index, subject in enumerate(subjects)]


def test_the_more_of_a_family_was_answered_so_the_likelier_it_is():
    chances = [habit(ASKED, *family("Fancy", SUBJECTS[:n])).chances["Fancy"] for n in (0, 1, 4, 12)]
    assert chances == sorted({*chances})
    assert chances[-1] > 0.8


def test_chances_and_what_is_left_for_own_words_are_probabilities():
    chances = habit(ASKED, *family("Plain", SUBJECTS[:3]), *family("both", SUBJECTS[3:6])).chances
    assert 0 < sum(chances.values()) < 1


def test_own_words_in_a_family_make_its_options_less_likely():
    plain = habit(ASKED, *family("Plain", SUBJECTS[:6])).chances["Plain"]
    assert habit(ASKED, *family("as you like", SUBJECTS[:6])).chances["Plain"] < plain


@pytest.mark.parametrize(
    "less", [{"days": 900}, {"corrections": 2}, {"project": "/other"}], ids=["old", "corrected", "elsewhere"]
)
def test_an_answer_that_is_old_or_corrected_or_from_elsewhere_counts_less(less: dict[str, object]):
    fresh, stale = (
        habit(ASKED, *(past(about(subject), "Fancy", **more) for subject in SUBJECTS[:3]))
        for more in ({}, less)
    )
    assert fresh.chances["Fancy"] > stale.chances["Fancy"]


def test_an_answer_without_a_date_counts():
    assert habit(ASKED, past(about("tau"), "Fancy", days=None)).members


def test_a_question_with_none_of_these_options_or_with_ticks_does_not_count():
    alone = habit(ASKED).chances
    assert habit(ASKED, past(about("tau", ("Tabs", "Spaces")), "Tabs")).chances == alone
    assert habit(ASKED, past(about("tau", multi=True), "Fancy")).chances == alone


def test_options_that_were_not_offered_before_are_not_counted_against():
    part = about("lambda", ("Plain", "Fancy", "Bare"))
    found = habit(part, *family("Plain", SUBJECTS[:4]))
    assert found.chances["Plain"] > found.chances["Bare"] > 0


def test_a_question_of_another_kind_is_no_member():
    other = offered("Shall we greet everyone at the door first?", STYLES, header="Door")
    assert not habit(offered(ASKED.text, ("Plain", "Fancy", "Bare")), past(other, "Plain")).members


def test_nothing_to_choose_from_is_no_habit():
    assert habit(offered("Name of the branch?")).chances == {}


def test_it_is_established_by_many_answers_to_several_subjects():
    assert habit(ASKED, *family("Plain", SUBJECTS)).is_established("Plain")
    assert not habit(ASKED, *family("Plain", SUBJECTS)).is_established("Fancy")
    assert not habit(ASKED, *family("Plain", SUBJECTS[:2])).is_established("Plain")
    assert not habit(ASKED, *family("Plain", SUBJECTS[:4] * 4)).is_established("Plain")
    assert not habit(ASKED, *family("Plain", ["alpha"] * 30)).is_established("Plain")


def test_one_late_answer_that_differs_ends_an_established_habit():
    broken = habit(ASKED, *family("Plain", SUBJECTS), past(about("nu"), "Fancy", days=0.5))
    assert not broken.is_established("Plain")
    assert broken.is_known()


def test_a_habit_that_was_ever_broken_takes_long_to_be_believed_again():
    def since(count: int) -> bool:
        agreeing = family("Plain", [f"module{number}" for number in range(count)])
        return habit(ASKED, *agreeing, past(about("nu"), "Fancy", days=count + 2)).is_established("Plain")

    assert not since(30)
    assert since(60)


def test_it_is_known_where_one_answer_was_mostly_given_to_several_subjects():
    assert habit(ASKED, *family("Plain", SUBJECTS[:6])).is_known()
    assert not habit(ASKED, *family("Plain", SUBJECTS[:1])).is_known()
    assert not habit(ASKED, *family("Plain", SUBJECTS[:5]), *family("Fancy", SUBJECTS[5:10])).is_known()


def test_it_says_how_often_and_names_who_supports_it_latest_first():
    found = habit(
        ASKED, *family("Plain", SUBJECTS[2:4], days=5), *family("Fancy", ["tau"]), *family("Plain", ["rho"])
    )
    assert found.reason("Plain") == "you chose this 3 of 4 times for questions like this"
    assert [one.pattern.timestamp for one in found.supporters("Plain")] == sorted(
        (one.pattern.timestamp for one in found.supporters("Plain")), reverse=True
    )


TICKS = ("Tests", "Docs", "Types")
EXTRAS = offered("Which extras should module lambda get?", TICKS, multi=True)


def extras(subject: str, answer: str, labels: tuple[str, ...] = TICKS) -> DecisionPattern:
    return past(offered(f"Which extras should module {subject} get?", labels, multi=True), answer)


def test_who_ticks_all_each_time_is_expected_to_tick_all_that_is_offered():
    found = habit(EXTRAS, *(extras(subject, "A, B", ("A", "B")) for subject in SUBJECTS[:5]))
    assert max(found.chances, key=found.chances.__getitem__) == "Tests, Docs, Types"


def test_who_ticks_the_same_each_time_is_expected_to_do_so_again():
    found = habit(EXTRAS, *(extras(subject, "Docs, Tests") for subject in SUBJECTS[:5]))
    assert max(found.chances, key=found.chances.__getitem__) == "Tests, Docs"
    assert len(found.supporters("Tests, Docs")) == 5


def test_ticks_that_are_not_offered_count_against_the_others():
    less = habit(EXTRAS, *(extras(subject, "Benchmarks", ("Benchmarks", "Docs")) for subject in SUBJECTS[:3]))
    assert less.chances["Tests, Docs, Types"] < habit(EXTRAS).chances["Tests, Docs, Types"]


def test_single_choices_and_free_answers_say_nothing_about_ticks():
    alone = habit(EXTRAS).chances
    free = past(offered(EXTRAS.text, multi=True), "Tests")
    assert habit(EXTRAS, free, past(offered(EXTRAS.text, TICKS), "Docs")).chances == alone
