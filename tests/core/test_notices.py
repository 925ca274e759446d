"""Which notifications stand on the screen, and what their buttons mean."""

from dataclasses import replace

import pytest

from orchestrator_tray.core import events as e
from orchestrator_tray.core.notices import SUMMARY, chosen, notices
from orchestrator_tray.core.view import NotificationContent
from tests.support.playbook import RUN, Play, ask, asked, idle, part, recalled


def shown(play: Play) -> dict[str, NotificationContent]:
    return {notice.key: notice for notice in notices(play.state, now=play.now)}


def asking(answer: str | None = "SQLite", **settings: object) -> Play:
    play = Play(**settings)
    play(*RUN, asked(ask()), recalled(ask(), answer))
    return play


def test_a_suggestion_has_accept_and_ignore_and_says_who_asks_and_how_sure_it_is():
    (notice,) = shown(asking()).values()
    confidence = asking().state.cards["S:q"].decision.confidence
    assert (notice.key, notice.title) == ("ask S:q", "S (shop) asks")
    assert notice.body == f"Which database?\n→ SQLite ({confidence:.0%})"
    assert notice.buttons == (("accept", "Accept"), ("ignore", "Ignore"))
    assert notice.reply_placeholder == "Your answer"


def test_a_question_without_a_suggestion_has_its_options_as_buttons():
    (notice,) = shown(asking(None)).values()
    assert notice.buttons == (("option:0", "SQLite"), ("option:1", "MySQL"), ("ignore", "Ignore"))


@pytest.mark.parametrize(
    "parts", [(part(multi=True),), (part(), part("Which cache?"))], ids=["multi-select", "several parts"]
)
def test_what_one_button_cannot_answer_has_none_for_it(parts):
    question = ask("q", "S", *parts)
    play = Play()
    play(*RUN, asked(question), recalled(question, *(None for _ in parts)))
    (notice,) = shown(play).values()
    assert notice.buttons == (("ignore", "Ignore"),)
    assert (notice.reply_placeholder is None) is (len(parts) > 1)


def test_nothing_is_shown_before_memory_has_answered():
    play = Play()
    play(*RUN, asked(ask()))
    assert shown(play) == {}


def test_an_automatic_answer_is_announced_with_stop_until_it_is_sent():
    play = asking(auto_answer=True)
    (notice,) = shown(play).values()
    assert (notice.key, notice.buttons, notice.timeout) == ("auto S:q", (("stop", "Stop"),), 6.0)
    assert notice.body == "Which database?\n→ SQLite"
    play.wait(5)
    assert set(shown(play)) == {"auto S:q"}
    play(idle())
    assert shown(play) == {}


def test_several_waiting_questions_are_one_summary_until_they_are_reviewed():
    play = Play()
    for number in range(7):
        question = ask(f"q{number}", f"S{number}")
        play(asked(question), recalled(question, None))
    (summary,) = shown(play).values()
    assert (summary.key, summary.title) == (SUMMARY, "7 questions wait")
    assert summary.body.splitlines()[0] == "S0 (shop): Which database?"
    assert summary.body.splitlines()[-1] == "and 2 more"
    play(e.ReviewRequested())
    assert set(shown(play)) == {"ask S0:q0"}
    play(e.Ignored("S0:q0"))
    assert set(shown(play)) == {"ask S1:q1"}


def test_a_review_ends_with_the_last_question():
    play = asking()
    play(e.ReviewRequested(), e.Ignored("S:q"))
    assert not play.state.is_reviewing


def test_a_failed_delivery_says_why_and_can_be_sent_again():
    play = asking()
    play(idle(), e.Accepted("S:q"))
    play.wait(6)
    (notice,) = shown(play).values()
    assert (notice.key, notice.urgency) == ("failed S:q", "critical")
    assert notice.buttons == (("accept", "Send again"), ("ignore", "Ignore"))
    assert "may have arrived" in notice.body
    play(e.Accepted("S:q"))
    assert shown(play) == {}


def test_a_link_that_is_lost_for_long_is_told():
    play = Play()
    play(e.LinkChanged("lost"), e.LinkChanged("connecting"), e.LinkChanged("lost"))
    play.wait(59)
    assert shown(play) == {}
    play.wait(1)
    assert set(shown(play)) == {"outage"}
    play(e.LinkChanged("connected"))
    assert shown(play) == {}
    play.wait(100)
    assert shown(play) == {}


@pytest.mark.parametrize("settings", [{"notify": False}, {"paused": True}])
def test_who_wants_none_gets_none(settings: dict[str, object]):
    assert shown(asking(**settings)) == {}


def test_in_quiet_hours_nothing_is_shown():
    play = asking()
    play(e.QuietChanged(is_quiet=True))
    assert shown(play) == {}


def test_a_question_may_be_answered_elsewhere_before_it_is_shown():
    play = asking(notify_after=30.0)
    assert shown(play) == {}
    play.wait(30)
    assert set(shown(play)) == {"ask S:q"}
    assert play(e.TimerFired("notify", "S:gone")) == []


def test_agent_text_is_cut_and_made_plain():
    question = ask("q", "S", part("a\x1b[31m\u202eb" + "x" * 10_000, ("y" * 100, "z")))
    play = Play()
    play(asked(question), recalled(question, None))
    (notice,) = shown(play).values()
    assert len(notice.body) < 260
    assert notice.body.startswith("a b")
    assert len(notice.buttons[0][1]) < 50


def test_a_session_named_like_its_folder_is_named_once():
    play = asking()
    question = replace(ask("q", "shop"), project="/home/me/shop")
    play(e.Ignored("S:q"), asked(question), recalled(question, None))
    (notice,) = shown(play).values()
    assert notice.title == "shop asks"


@pytest.mark.parametrize(
    ("key", "action", "text", "event"),
    [
        ("ask S:q", "accept", "", e.Accepted("S:q")),
        ("ask S:q", "ignore", "", e.Ignored("S:q")),
        ("ask S:q", "option:1", "", e.Replied("S:q", ("MySQL",))),
        ("ask S:q", "reply", "go", e.Replied("S:q", ("go",))),
        ("ask S:q", "reply", " ", None),
        ("ask S:q", "clicked", "", None),
        ("ask S:gone", "accept", "", None),
        ("failed S:q", "accept", "", e.Accepted("S:q")),
        ("auto S:q", "stop", "", e.Stopped("S:q")),
        ("auto S:q", "dismissed", "", None),
        (SUMMARY, "review", "", e.ReviewRequested()),
        (SUMMARY, "clicked", "", e.ReviewRequested()),
        (SUMMARY, "dismissed", "", None),
        ("outage", "clicked", "", None),
    ],
)
def test_buttons_mean_what_they_say(key: str, action: str, text: str, event: e.Event | None):
    assert chosen(asking().state, key, action, text) == event
