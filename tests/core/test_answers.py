import pytest

from orchestrator_tray.core.answers import Reading, ToolResult, is_choice, read_result
from orchestrator_tray.core.question import Option, Part
from orchestrator_tray.core.sentence import Said, read_sentence


def part(text: str, *labels: str, multi_select: bool = False) -> Part:
    return Part(text, options=tuple(map(Option, labels)), multi_select=multi_select)


CACHE = part("Which cache?", "Redis", "Memory")


@pytest.mark.parametrize(
    ("answer", "labels", "is_chosen"),
    [
        ("A, B", ("A", "B"), True),
        ("B,A", ("A", "B"), True),
        ("A, B, C", ("A, B", "C"), True),
        ("A, B, C", ("A", "A, B, C"), True),
        ("A, own", ("A", "B"), False),
        ("A, ", ("A", "B"), False),
        ("AB", ("A", "B"), False),
        ("", ("A",), False),
        ("x", ("", " "), False),
        (" A ", ("A",), False),
    ],
)
def test_ticks_are_labels_and_nothing_else(answer: str, labels: tuple[str, ...], is_chosen: bool):
    assert is_choice(answer, part("?", *labels, multi_select=True)) is is_chosen


def test_two_labels_are_no_choice_where_one_was_asked_for():
    assert not is_choice("A, B", part("?", "A", "B"))


def test_many_labels_that_begin_alike_are_told_apart_fast():
    labels = [",".join(["a"] * count) for count in range(1, 40)]
    assert not is_choice("a," * 2_000 + "b", part("?", *labels, multi_select=True))


def test_answers_are_found_whatever_the_white_space_of_the_question():
    asked = part("Which\n  cache?", "Redis")
    result = ToolResult("", structured={"answers": {"Which cache?": " Redis "}})
    reading = read_result([asked], result)

    assert [answer.text for answer in reading.answers] == ["Redis"]


def test_answers_are_found_in_spite_of_half_an_emoji():
    structured = {"answers": {"Cut \ud83d here?": "Yes"}}
    told = 'The user answered: "Cut \ud83d here?"="No". Read the answers carefully'

    asked = [part("Cut \ufffd here?", "Yes", "No")]
    assert [answer.text for answer in read_result(asked, ToolResult("", structured=structured)).answers] == [
        "Yes"
    ]
    assert [answer.text for answer in read_result(asked, ToolResult(told)).answers] == ["No"]


def test_the_sentence_is_read_where_the_structure_is_of_another_call():
    told = 'The user answered: "Which cache?"="Redis". Read the answers carefully'
    result = ToolResult(told, structured={"answers": {"Which port?": "80"}})

    assert [answer.text for answer in read_result([CACHE], result).answers] == ["Redis"]


@pytest.mark.parametrize("stand_in", ["[User dismissed \u2014 do not proceed]", "(No answer provided)"])
def test_what_stands_in_an_answer_s_place_is_none(stand_in: str):
    asked = [CACHE, part("Which port?", "80")]
    result = ToolResult("", structured={"answers": {"Which cache?": stand_in, "Which port?": "80"}})

    assert [answer.index for answer in read_result(asked, result).answers] == [1]


def test_answers_of_unknown_questions_are_none():
    result = ToolResult("", structured={"answers": {"Which port?": "80"}})
    assert read_result([CACHE], result) == Reading(refusal="unanswered")


def test_a_refusing_phrase_inside_an_answer_refuses_nothing():
    told = 'The user answered: "Which cache?"="No response after 60s is fine". Read the answers carefully'
    reading = read_result([CACHE], ToolResult(told))

    assert [answer.text for answer in reading.answers] == ["No response after 60s is fine"]


def test_an_unattended_dialog_decides_nothing_even_half_filled():
    result = ToolResult("", structured={"answers": {"Which cache?": "Redis"}, "afkTimeoutMs": 60_000})
    assert read_result([CACHE], result) == Reading(refusal="timed_out")


def test_a_sentence_is_cut_at_the_known_questions_only():
    sentence = 'The user answered: "A?"="x, "B?"", "B?"="y". Read the answers carefully'
    assert read_sentence(sentence, ["A?", "B?"]) == [Said('x, "B?"'), Said("y")]


def test_own_words_that_quote_a_later_question_do_not_end_there():
    sentence = 'The user answered: "A?"="as I said: "B?"="y"", "B?"="z". Read the answers carefully'
    assert read_sentence(sentence, ["A?", "B?"]) == [Said('as I said: "B?"="y"'), Said("z")]


def test_a_sentence_without_quotes_or_tail_is_read_as_it_is():
    assert read_sentence('User has answered your questions: "A?"=x', ["A?", "B?"]) == [Said("x"), None]


def test_notes_stand_beside_an_answer():
    sentence = 'Your questions have been answered: "A?"="x" selected preview:\nbox" notes: fine'
    assert read_sentence(sentence, ["A?"]) == [Said("x", "fine")]
