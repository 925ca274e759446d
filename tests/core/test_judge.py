"""One answer in the words offered now, how sure it is, and whether a machine may give it."""

import pytest

from orchestrator_tray.core.choices import Choice
from orchestrator_tray.core.pattern import Judgement, Neighbour
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.settings import DEFAULTS
from tests.support.remembering import judged, near, offered, past

LABELS = ("SQLite", "MySQL")
ASKED = offered("Which database should I use?", LABELS)
REWORDED = offered("Which database do you want to use?", LABELS)
AUTO = DEFAULTS["auto_threshold"]
SUGGEST = DEFAULTS["suggest_threshold"]


def is_automatic(judgement: Judgement) -> bool:
    return judgement.may_answer and judgement.confidence >= AUTO


@pytest.mark.parametrize(
    ("part", "answer"),
    [
        (ASKED, "MySQL"),
        (offered("Name of the branch?"), "feature/login"),
        (offered("What to add?", ("Tests", "Docs", "Types"), multi=True), "Tests, Types"),
        (offered("Go on?", ("Yes", "No")), "No"),
    ],
)
def test_one_answer_to_the_very_same_question_is_enough(part: Part, answer: str):
    judgement = judged(part, near(past(part, answer, id="p")))
    assert is_automatic(judgement)
    assert (judgement.answer, judgement.pattern_ids, judgement.similarity) == (answer, ("p",), 1.0)
    assert judgement.reason == "you gave this answer the one time you were asked exactly this"


def test_the_answer_comes_in_the_words_offered_now():
    now = offered(ASKED.text, ("MySQL", "SQLite (Recommended)"))
    assert judged(now, near(past(ASKED, "sqlite"))).answer == "SQLite (Recommended)"
    ticked = offered("What to add?", ("Docs", "Tests"), multi=True)
    before = offered("What to add?", ("Tests", "Docs"), multi=True)
    assert judged(ticked, near(past(before, "Tests, Docs"))).answer == "Docs, Tests"


def test_a_yes_fits_its_other_wordings():
    before, now = offered("Go on?", ("Yes", "No")), offered("Go on?", ("No", "Yes, go on"))
    assert judged(now, near(past(before, "Yes"))).answer == "Yes, go on"


def test_the_same_in_other_words_takes_two_answers():
    one, two = (near(past(REWORDED, "SQLite", days=days), 0.9) for days in (1, 2))
    assert judged(ASKED, one).answer == "SQLite"
    assert not is_automatic(judged(ASKED, one))
    both = judged(ASKED, one, two)
    assert is_automatic(both)
    assert both.reason == "you gave this answer both times you were asked the same in other words"


def test_the_very_same_question_of_another_project_takes_two_answers():
    one, two = (near(past(ASKED, "SQLite", project=project, id=project)) for project in ("/a", "/b"))
    assert not is_automatic(judged(ASKED, one))
    assert is_automatic(judged(ASKED, one, two))


@pytest.mark.parametrize(
    "neighbours",
    [
        [near(past(ASKED, "SQLite")), near(past(ASKED, "MySQL", days=2))],
        [near(past(ASKED, "SQLite")), near(past(REWORDED, "MySQL"), 0.9)],
        [near(past(ASKED, "SQLite")), near(past(ASKED, "neither of them", days=2))],
        [near(past(REWORDED, "SQLite"), 0.9), near(past(REWORDED, "MySQL", days=2), 0.9)],
    ],
    ids=["literal", "reworded against literal", "own words", "reworded"],
)
def test_conflicting_answers_are_a_veto(neighbours: list[Neighbour]):
    judgement = judged(ASKED, *neighbours)
    assert not judgement.may_answer
    assert judgement.confidence < AUTO


def test_a_correction_outweighs_any_number_of_confirmations():
    wrong = near(past(ASKED, "SQLite", days=3, corrections=1, confirmations=1000))
    assert not judged(ASKED, wrong).may_answer
    right = near(past(ASKED, "MySQL", origin="corrected"))
    judgement = judged(ASKED, right, wrong)
    assert judgement.answer == "MySQL"
    assert not judgement.may_answer


def test_after_a_correction_several_agreeing_answers_are_trusted_again():
    wrong = near(past(ASKED, "SQLite", days=9, corrections=1))
    again = [near(past(ASKED, "MySQL", days=days)) for days in range(1, 6)]
    assert is_automatic(judged(ASKED, *again, wrong))
    assert not judged(ASKED, again[0], wrong).may_answer


YES_NO = ("Yes", "No")


@pytest.mark.parametrize(
    ("before", "now", "difference"),
    [
        ("Keep the logs for 30 days?", "Keep the logs for 90 days?", "has other numbers"),
        ("Upgrade to Python 3.11?", "Upgrade to Python 3.12?", "has other numbers"),
        ("Split src/app.py in two?", "Split src/api.py in two?", "names other files or folders"),
        ("Seed the staging tables?", "Seed the production tables?", "is about another environment"),
        (
            "Should I log retries?",
            "Should I not log retries?",
            'has one "not" more or less',
        ),
        ("Enable the nightly cache?", "Disable the nightly cache?", "says the opposite somewhere"),
        ("Migrate from MySQL to SQLite?", "Migrate from SQLite to MySQL?", "has it the other way round"),
        ("Should the session use Kafka here?", "Should the session use Rabbit here?", "names something else"),
        (
            "Is the wiki written here?",
            "Is the wiki to be written here?",
            "differs in a small word that matters",
        ),
        ("Clear the failed runs now?", "Clear the runs now?", "is about something else"),
        ("Rename all the helpers?", "Rename the current helper?", "covers more or less"),
        ("Did you tag it?", "Should I tag it?", "asks for something else, such as who instead of where"),
    ],
)
def test_a_look_alike_is_not_even_suggested_and_named_as_such(before: str, now: str, difference: str):
    neighbours = [near(past(offered(before, YES_NO), "Yes", days=day), 0.97) for day in range(1, 6)]
    judgement = judged(offered(now, YES_NO), *neighbours)
    assert not judgement.may_answer
    assert judgement.confidence < SUGGEST
    assert judgement.reason == f"a question that looks like it {difference}"


def test_own_words_are_never_turned_into_an_option():
    judgement = judged(ASKED, near(past(ASKED, "both of them")))
    assert judgement.confidence < 0.5
    assert not judgement.may_answer


def test_other_options_make_it_another_question():
    assert not judged(offered(ASKED.text, ("SQLite", "Files")), near(past(ASKED, "SQLite"))).may_answer


SUBJECTS = ["alpha", "beta", "gamma", "delta", "omega", "sigma", "kappa", "theta"]
SUBJECTS += ["tau", "rho", "phi", "chi", "psi", "zeta", "eta", "iota"]
STYLES = ("Plain", "Fancy")


def about(subject: str) -> Part:
    return offered(f"Which style should module {subject} use?", STYLES)


def family(answer: str, subjects: list[str], ask: str = "Which style should module {} use?") -> list:
    parts = [offered(ask.format(subject), STYLES) for subject in subjects]
    return [near(past(part, answer, days=day), 0.7) for day, part in enumerate(parts, 1)]


def test_an_established_habit_of_a_family_may_answer_for_a_new_subject():
    judgement = judged(about("lambda"), *family("Fancy", SUBJECTS))
    assert is_automatic(judgement)
    assert judgement.answer == "Fancy"
    assert judgement.reason == "you chose this 16 of 16 times for questions like this"


def test_a_young_habit_is_only_suggested():
    judgement = judged(about("lambda"), *family("Fancy", SUBJECTS[:4]))
    assert (judgement.answer, judgement.may_answer) == ("Fancy", False)
    assert judgement.confidence < AUTO
    assert judgement.reason == "you chose this 4 of 4 times for questions like this"


def test_a_habit_of_one_environment_does_not_answer_for_another():
    staging = family("Fancy", SUBJECTS, "Which style should the staging module {} use?")
    asked = offered("Which style should the production module lambda use?", STYLES)
    assert not judged(asked, *staging).may_answer


def test_what_is_much_the_same_says_how_often_it_was_answered_so():
    judgement = judged(ASKED, near(past(ASKED, "SQLite")), near(past(ASKED, "MySQL", days=400)))
    assert judgement.answer == "SQLite"
    assert judgement.reason == "you gave this answer 1 of 2 times you were asked much the same"
    assert judgement.pattern_ids == ("SQLite 1",)


@pytest.mark.parametrize(("count", "times"), [(1, "the one time"), (2, "both times"), (3, "all 3 times")])
def test_the_reason_counts_the_answers_it_rests_on(count: int, times: str):
    neighbours = [near(past(ASKED, "SQLite", days=day)) for day in range(count)]
    reason = judged(ASKED, *neighbours).reason
    assert reason == f"you gave this answer {times} you were asked exactly this"


def test_options_of_a_family_do_not_answer_for_what_is_less_like_than_another_of_it():
    levels = ("Debug", "Info", "Error")
    asked = offered("What log level do you want for the retail builds?", levels)
    other = past(offered("Which log level should the tracker use on a tablet?", levels), "Debug")
    told = [near(other, 0.7)] * 2
    assert is_automatic(judged(asked, *told))
    emulator = past(offered("What log level do you want for the emulator builds?", levels), "Debug")
    assert not is_automatic(judged(asked, near(emulator, 0.86), *told))


def test_a_place_alone_may_suggest_but_never_answer():
    choices = [Choice(2, 0, None, False, "", "", None)] * 400
    judgement = judged(ASKED, choices=choices)
    assert judgement.answer == "SQLite"
    assert judgement.confidence < AUTO
    assert not judgement.may_answer
    assert judgement.reason == "you took option 1 in 400 of 400 cases"


def test_nothing_remembered_is_no_answer():
    judgement = judged(ASKED)
    assert (judgement.answer, judgement.confidence, judgement.may_answer) == (None, 0.0, False)
    assert judgement.reason


def test_what_has_nothing_to_do_with_an_open_question_is_no_answer():
    colour = offered("Name a colour?", ("Red", "Blue"))
    judgement = judged(offered("Name of the branch?"), near(past(colour, "Red"), 0.1))
    assert (judgement.answer, judgement.confidence) == (None, 0.0)


def test_several_answers_that_agree_leave_less_doubt_though_the_question_only_probably_is_the_same():
    before = offered("Do you want a hook that runs the type checker?", ("Yes", "No"))
    asked = offered("Shall I set the type checker up as a hook for you?", ("Yes", "No"))
    once, twice = (
        judged(asked, *(near(past(before, "No", days=day), 0.9) for day in range(1, 1 + times)))
        for times in (1, 2)
    )
    assert once.answer == twice.answer == "No"
    assert once.confidence < 0.8 <= twice.confidence
    assert not twice.may_answer
