"""What past answers say about a question that may be the same."""

import pytest

from orchestrator_tray.core.evidence import Precedent, precedents
from orchestrator_tray.core.pattern import Neighbour
from orchestrator_tray.core.question import Part
from tests.support.playbook import PROJECT
from tests.support.remembering import near, offered, past

LABELS = ("SQLite", "MySQL")
ASKED = offered("Which database should I use?", LABELS)
REWORDED = offered("Which database do you want to use?", LABELS)


def only(part: Part, *neighbours: Neighbour) -> Precedent:
    (found,) = precedents(part, neighbours, PROJECT)
    return found


def test_the_same_text_and_options_are_the_very_same_question():
    found = only(ASKED, near(past(ASKED, "SQLite")))
    assert (found.is_literal, found.is_sound, found.same, found.conflict) == (True, True, 1.0, "")
    assert found.agreed() == "SQLite"


def test_the_same_text_with_other_options_is_only_alike():
    other = offered(ASKED.text, ("SQLite", "Files"))
    found = only(ASKED, near(past(other, "SQLite")))
    assert (found.is_literal, found.is_sound, found.is_look_alike) == (False, False, True)
    assert 0 < found.same < 1


def test_all_answers_to_one_question_are_gathered_and_the_likeliest_question_comes_first():
    found = precedents(
        ASKED,
        [
            near(past(REWORDED, "MySQL"), 0.9),
            near(past(ASKED, "SQLite")),
            near(past(ASKED, "MySQL", days=2)),
        ],
        PROJECT,
    )
    assert [len(one.answers) for one in found] == [2, 1]
    assert [one.is_literal for one in found] == [True, False]


def test_ticking_one_and_ticking_many_are_different_questions():
    many = offered(ASKED.text, LABELS, multi=True)
    assert precedents(ASKED, [near(past(many, "SQLite"))], PROJECT) == []


def test_the_same_in_other_words_is_sound_without_being_literal():
    found = only(ASKED, near(past(REWORDED, "SQLite"), 0.9))
    assert (found.is_sound, found.is_literal) == (True, False)
    assert 0.9 < found.same < 1


def test_words_that_match_do_not_count_where_the_meaning_is_far():
    assert not only(ASKED, near(past(REWORDED, "SQLite"), 0.5)).is_sound


@pytest.mark.parametrize(
    ("before", "conflict"),
    [
        ("Which database should I drop?", "opposites"),
        ("Which database should I use on staging?", "environments"),
        ("Which 2 databases should I use?", "numbers"),
    ],
)
def test_what_decides_and_differs_makes_a_look_alike(before: str, conflict: str):
    found = only(ASKED, near(past(offered(before, LABELS), "SQLite"), 0.9))
    assert (found.conflict, found.is_sound, found.is_look_alike) == (conflict, False, True)
    assert found.same < 0.5


def test_a_contrary_is_a_look_alike_from_farther_off():
    contrary = offered("Disable all nightly imports of orders?", ("Yes", "No"))
    asked = offered("Turn on the orders import that runs every night?", ("Yes", "No"))
    found = only(asked, near(past(contrary, "Yes"), 0.55))
    assert (found.conflict, found.is_look_alike) == ("opposites", True)


def test_mostly_matched_words_with_a_conflict_are_a_look_alike():
    before = offered("Keep nightly exports of orders for 30 days?", ("Yes", "No"))
    asked = offered("Should exports of orders done nightly be kept for 90 days?", ("Yes", "No"))
    found = only(asked, near(past(before, "Yes"), 0.5))
    assert (found.conflict, found.is_look_alike) == ("numbers", True)


def test_what_is_far_is_only_compared_where_the_words_are_the_same():
    asked = offered("Should I use this database?", ("Yes", "No"))
    far = offered("Shall the editor get its darkest theme?", ("Yes", "No"))
    assert precedents(asked, [near(past(far, "Yes"), 0.1)], PROJECT) == []
    assert precedents(asked, [near(past(far, "Yes"), 0.35)], PROJECT) == []
    close = offered("Should I drop this database?", ("Yes", "No"))
    assert len(precedents(asked, [near(past(close, "Yes"), 0.35)], PROJECT)) == 1


def test_what_offers_the_same_telling_options_is_compared_from_farther_off():
    far = offered("Where should the rows of the shop be kept?", LABELS)
    assert precedents(ASKED, [near(past(far, "SQLite"), 0.25)], PROJECT) == []
    assert len(precedents(ASKED, [near(past(far, "SQLite"), 0.35)], PROJECT)) == 1


@pytest.mark.parametrize(
    ("labels", "conflict"), [(("Yes, stop it", "No"), "scope"), (("Stop now", "Wait for it"), "")]
)
def test_how_much_is_meant_only_options_that_name_it_can_tell(labels: tuple[str, ...], conflict: str):
    before = offered("Should I stop the worker that holds the port?", labels)
    now = offered("To free the port, am I allowed to stop every worker here?", labels)
    assert only(now, near(past(before, labels[0]), 0.8)).conflict == conflict


def test_only_so_many_questions_are_compared():
    many = [
        near(past(offered(f"Which database should shop {i} use?", LABELS), "SQLite"), 0.7) for i in range(40)
    ]
    assert len(precedents(ASKED, many, PROJECT)) < 20


def test_another_environment_in_the_header_makes_it_another_question():
    before = offered(ASKED.text, LABELS, header="Production")
    now = offered(ASKED.text, LABELS, header="Staging")
    found = only(now, near(past(before, "SQLite")))
    assert (found.is_literal, found.is_sound, found.conflict) == (False, False, "environments")


def test_another_word_in_the_header_changes_nothing():
    before, now = (offered(ASKED.text, LABELS, header=header) for header in ("Storage", "DB"))
    assert only(now, near(past(before, "SQLite"))).is_literal


@pytest.mark.parametrize(
    ("labels", "is_sound"), [(("Spread over files", "One large file"), True), (("Yes", "No"), False)]
)
def test_one_word_more_is_another_wording_only_where_the_options_name_the_subject(
    labels: tuple[str, ...], is_sound: bool
):
    before = offered("How should the fixtures be arranged?", labels)
    asked = offered("What arrangement do you prefer for the test fixtures?", labels)
    assert only(asked, near(past(before, labels[0]), 0.95)).is_sound is is_sound


ENGINES = ("Prettier", "Biome", "dprint")


@pytest.mark.parametrize(
    ("now", "similarity", "is_sound"),
    [
        ("By what means do you wish the sources to be formatted?", 0.7, True),
        ("By what means do you wish the sources to be formatted?", 0.5, False),
        ("The sheets want some order. What lays out their rules?", 0.62, False),
        ("Which formatter should the style sheets get?", 0.95, False),
    ],
    ids=["other words", "far", "another subject", "nearly literal"],
)
def test_options_that_name_the_matter_tell_what_is_asked(now: str, similarity: float, is_sound: bool):
    before = offered("Which formatter should the sources get?", ENGINES)
    found = precedents(offered(now, ENGINES), [near(past(before, "Biome"), similarity)], PROJECT)
    assert any(one.is_sound for one in found) is is_sound


@pytest.mark.parametrize(
    ("labels", "is_sound"),
    [
        (("Prettier", "Biome", "dprint"), False),
        (("Prettier with strict rules", "Biome with its defaults", "dprint and an editor plugin"), True),
    ],
)
def test_the_more_the_options_say_the_less_alike_the_questions_need_be(
    labels: tuple[str, ...], is_sound: bool
):
    before = offered("Which formatter should the sources get?", labels)
    asked = offered("What do you want the sources laid out with?", labels)
    assert only(asked, near(past(before, labels[0]), 0.55)).is_sound is is_sound


def test_options_that_fit_any_question_do_not():
    before = offered("Should the sources be formatted by the hook?", ("Yes", "No"))
    asked = offered("Do you wish a hook that lays out what I wrote?", ("Yes", "No"))
    assert not only(asked, near(past(before, "Yes"), 0.9)).is_sound


def test_what_a_header_says_is_no_news_where_the_question_says_it_too():
    text = "Should I squash the commits before I merge them?"
    before, now = (offered(text, ("Yes", "No"), header=header) for header in ("Squash", "Merge"))
    assert only(now, near(past(before, "Yes"))).is_literal


def test_a_project_speaks_alone_for_its_own_question():
    found = only(ASKED, near(past(ASKED, "MySQL", project="/other")), near(past(ASKED, "SQLite")))
    assert [answer for _, answer in found.answers] == ["SQLite"]


def test_answers_of_other_projects_leave_a_doubt_and_one_leaves_more():
    elsewhere = [near(past(ASKED, "SQLite", project=project)) for project in ("/a", "/b")]
    one, two = only(ASKED, elsewhere[0]), only(ASKED, *elsewhere)
    assert one.same < two.same < 1
    assert not one.is_of(PROJECT)


def told(description: str, text: str = ASKED.text) -> Part:
    return offered(text, LABELS, told={"SQLite": description})


def test_an_option_that_is_told_for_another_environment_is_doubted():
    found = only(told("On production"), near(past(told("On staging"), "SQLite")))
    assert not found.is_sound
    assert found.same < 1


@pytest.mark.parametrize(
    ("before", "now"), [("One file", "Just one file."), ("One file", ""), ("", "One file")]
)
def test_an_option_that_is_told_in_other_words_or_not_at_all_is_not(before: str, now: str):
    assert only(told(now), near(past(told(before), "SQLite"))).is_sound


def test_in_a_reworded_question_a_contrary_description_is_doubted_too():
    found = only(
        told("Enable the cache"), near(past(told("Disable the cache", REWORDED.text), "SQLite"), 0.9)
    )
    assert not found.is_sound


OPAQUE = ("Option A", "Option B")


def lettered(first: str, second: str) -> Part:
    return offered("Which way?", OPAQUE, told={"Option A": first, "Option B": second})


def test_a_letter_that_stands_for_something_else_by_now_is_no_answer():
    found = only(lettered("files", "rows"), near(past(lettered("rows", "files"), "Option A")))
    assert found.agreed() is None


@pytest.mark.parametrize("now", [lettered("Files.", "rows"), lettered("", "")])
def test_a_letter_that_stands_for_the_same_or_for_nothing_known_is_one(now: Part):
    assert only(now, near(past(lettered("files", "rows"), "Option A"))).agreed() == "Option A"


def test_own_words_are_no_answer_where_options_are_offered_and_are_one_where_none_are():
    assert only(ASKED, near(past(ASKED, "both of them"))).agreed() is None
    free = offered("Name of the branch?")
    assert only(free, near(past(free, "feature/x"))).agreed() == "feature/x"


def test_answers_that_conflict_agree_on_nothing():
    assert only(ASKED, near(past(ASKED, "SQLite")), near(past(ASKED, "MySQL", days=2))).agreed() is None


def test_after_a_correction_it_takes_several_answers_to_agree_again():
    wrong = near(past(ASKED, "SQLite", days=9, corrections=1, confirmations=50))
    again = [near(past(ASKED, "MySQL", days=days)) for days in range(1, 6)]
    assert only(ASKED, wrong).agreed() is None
    assert only(ASKED, again[0], wrong).agreed() is None
    assert only(ASKED, *again, wrong).agreed() == "MySQL"


def weight(found: Precedent, answer: str) -> float:
    return sum(weight for given, weight in found.votes() if given == answer)


def test_a_correction_outweighs_any_number_of_confirmations():
    found = only(
        ASKED,
        near(past(ASKED, "SQLite", corrections=1, confirmations=1000)),
        near(past(ASKED, "MySQL", days=2)),
    )
    assert weight(found, "MySQL") > weight(found, "SQLite")


def test_a_correcting_and_a_confirmed_answer_count_more_than_a_plain_one():
    for more in ({"origin": "corrected"}, {"confirmations": 3}):
        found = only(ASKED, near(past(ASKED, "SQLite", **more)), near(past(ASKED, "MySQL")))
        assert weight(found, "SQLite") > weight(found, "MySQL") > 0


def test_the_latest_answer_counts_most_and_one_of_unknown_date_least():
    found = only(ASKED, near(past(ASKED, "SQLite", days=None)), near(past(ASKED, "MySQL", days=900)))
    assert weight(found, "MySQL") > weight(found, "SQLite")


def test_supporters_are_those_who_gave_the_answer():
    one, other = near(past(ASKED, "SQLite")), near(past(ASKED, "MySQL"))
    assert only(ASKED, one, other).supporters("MySQL") == (other,)
