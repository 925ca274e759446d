"""Plain replies: the many wordings of yes, no and go-ahead."""

import pytest

from orchestrator_tray.core.replies import is_plain_reply, same_reply

QUESTION = "shall i migrate the settings now"


@pytest.mark.parametrize(
    ("given", "offered"),
    [
        ("yes", "yes, proceed"),
        ("yes", "yes, migrate it"),
        ("go ahead", "yes"),
        ("looks good to me", "ok"),
        ("do it", "proceed as planned"),
        ("no", "nope"),
        ("no, thanks", "no, do not do it"),
        ("don't", "no"),
        ("yes, migrate it", "yes, migrate it"),
    ],
)
def test_two_wordings_of_one_reply_are_the_same(given: str, offered: str):
    assert same_reply(given, offered, QUESTION)
    assert same_reply(offered, given, QUESTION)


@pytest.mark.parametrize(
    ("given", "offered"),
    [
        ("yes", "no"),
        ("go ahead", "no"),
        ("yes", "yes, but later"),
        ("yes", "yes, all of them"),
        ("no", "no, only the first"),
        ("yes, in place", "yes, step by step"),
        ("yes", "sqlite"),
        ("sqlite", "yes"),
        ("yesterday", "yes"),
        ("nothing", "no"),
    ],
)
def test_a_reply_that_says_more_or_something_else_is_another(given: str, offered: str):
    assert not same_reply(given, offered, QUESTION)
    assert not same_reply(offered, given, QUESTION)


def test_going_ahead_is_no_yes_where_the_question_offers_to_halt():
    assert not same_reply("go ahead", "yes", "should i stop here")
    assert same_reply("go ahead", "proceed", "should i stop here")
    assert same_reply("yes", "yep", "should i stop here")


@pytest.mark.parametrize("text", ["yes", "no", "ok", "go ahead", "yes please", "no thanks", "reject"])
def test_a_plain_reply_fits_any_question(text: str):
    assert is_plain_reply(text)


@pytest.mark.parametrize("text", ["yes, migrate it", "no, keep the old one", "sqlite", "yes, but later", ""])
def test_a_reply_that_names_something_is_not_plain(text: str):
    assert not is_plain_reply(text)
