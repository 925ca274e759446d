"""Which notifications stand on the screen, and what their buttons mean."""

from dataclasses import replace

import pytest

from orchestrator_tray.core import events as e
from orchestrator_tray.core.display import percent
from orchestrator_tray.core.menu import History
from orchestrator_tray.core.notices import (
    HISTORY,
    STATUS,
    SUMMARY,
    chosen,
    history_notice,
    notices,
    status_notice,
    trouble_notice,
)
from orchestrator_tray.core.terminal import Terminal
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
    assert notice.body == f"Which database?\n→ SQLite ({percent(confidence)})"
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
    assert notice.body.splitlines()[:2] == ["Which database?", "(SQLite · MySQL)"]
    assert notice.needs_menu


def test_a_part_in_own_words_is_not_sent_to_the_menu():
    question = ask("q", "S", part(), part("What shall it be called?", ()))
    play = Play()
    play(*RUN, asked(question), recalled(question, None, None))
    (notice,) = shown(play).values()
    assert notice.body == "Which database?\n(SQLite · MySQL)\nWhat shall it be called?"
    assert not notice.needs_menu


def test_a_question_in_own_words_is_itself_alone():
    question = ask("q", "S", part("What shall it be called?", ()))
    play = Play()
    play(*RUN, asked(question), recalled(question, None))
    (notice,) = shown(play).values()
    assert (notice.body, notice.buttons) == ("What shall it be called?", (("ignore", "Ignore"),))


def test_nothing_is_shown_before_memory_has_answered():
    play = Play()
    play(*RUN, asked(ask()))
    assert shown(play) == {}


def test_an_automatic_answer_is_announced_with_stop_until_it_is_sent():
    play = asking(auto_answer=True)
    (notice,) = shown(play).values()
    assert (notice.key, notice.buttons, notice.timeout) == ("auto S:q", (("stop", "Stop"),), 6.0)
    confidence = play.state.cards["S:q"].decision.confidence
    assert notice.body == f"Which database?\n→ SQLite ({percent(confidence)})"
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
    assert (summary.key, summary.title) == (SUMMARY, "7 questions are waiting")
    assert summary.body.splitlines()[0] == "S0 (shop): Which database?"
    assert summary.body.splitlines()[-1] == "and 2 more"
    play(e.ReviewRequested())
    assert set(shown(play)) == {"ask S0:q0"}
    play(e.Ignored("S0:q0"))
    assert set(shown(play)) == {"ask S1:q1"}


def test_a_review_goes_on_when_a_question_is_put_aside():
    play = Play()
    for number in range(3):
        question = ask(f"q{number}", f"S{number}")
        play(asked(question), recalled(question, None))
    play(e.ReviewRequested(), e.Skipped("S0:q0"))
    assert set(shown(play)) == {"ask S1:q1"}
    play(e.Skipped("S1:q1"), e.Skipped("S2:q2"), e.Skipped("S9:gone"))
    assert shown(play) == {}
    assert not play.state.is_reviewing
    play(e.ReviewRequested())
    assert set(shown(play)) == {"ask S0:q0"}


def test_what_was_put_aside_is_not_counted_among_what_waits():
    play = asking()
    play(e.Skipped("S:q"))
    assert shown(play) == {}
    question = ask("q2", "T")
    play(asked(question), recalled(question, None))
    assert set(shown(play)) == {"ask T:q2"}


def test_a_failed_delivery_is_told_also_of_a_question_that_was_put_aside():
    play = asking()
    play(idle(), e.Skipped("S:q"), e.Accepted("S:q"))
    play.wait(6)
    assert set(shown(play)) == {"failed S:q"}


def test_who_starts_the_program_again_is_shown_its_state():
    play = asking()
    notice = status_notice(play.state, play.now)
    assert (notice.title, notice.body) == (
        "Orchestrator Tray is running",
        "Connected, 1 session, 1 question",
    )
    assert notice.buttons == (("review", "Show"),)
    play(e.Ignored("S:q"))
    assert status_notice(play.state, play.now).buttons == ()


def test_learning_from_the_history_is_offered_once_and_its_end_told():
    assert history_notice(History()) is None
    assert history_notice(History("running", 3)) is None
    offer = history_notice(History("offered"))
    assert offer is not None
    assert offer.buttons == (("learn", "Learn"), ("later", "Not now"))
    assert history_notice(History("offered", problem="no room")) == trouble_notice("history", "no room")
    end = history_notice(History("learned", 1234))
    assert end is not None
    assert end.body.startswith("1,234 answers")


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
        ("ask S:q", "clicked", "", e.Skipped("S:q")),
        ("failed S:q", "dismissed", "", e.Skipped("S:q")),
        ("ask S:q", "unknown", "", None),
        ("ask S:gone", "accept", "", None),
        ("failed S:q", "accept", "", e.Accepted("S:q")),
        ("auto S:q", "stop", "", e.Stopped("S:q")),
        ("auto S:q", "dismissed", "", None),
        (SUMMARY, "review", "", e.ReviewRequested()),
        (SUMMARY, "clicked", "", e.ReviewRequested()),
        (SUMMARY, "dismissed", "", None),
        ("outage", "clicked", "", None),
        (STATUS, "review", "", e.ReviewRequested()),
        (HISTORY, "learn", "", e.OpenRequested("history")),
        (HISTORY, "later", "", None),
    ],
)
def test_buttons_mean_what_they_say(key: str, action: str, text: str, event: e.Event | None):
    assert chosen(asking().state, key, action, text) == event


def in_a_terminal(**settings: object) -> Play:
    play = asking(**settings)
    card = replace(play.state.cards["S:q"], terminal=Terminal(pids=(7,)))
    play.state = replace(play.state, cards={"S:q": card})
    return play


def test_a_click_beside_the_buttons_shows_the_terminal_where_there_is_one():
    for play in (in_a_terminal(), in_a_terminal(auto_answer=True)):
        (notice,) = shown(play).values()
        assert notice.title.startswith("S (terminal)")
        assert chosen(play.state, notice.key, "clicked") == e.TerminalRequested("S:q")
        assert chosen(play.state, notice.key, "dismissed") != e.TerminalRequested("S:q")


def test_who_does_not_want_it_stays_where_they_are():
    play = in_a_terminal(show_terminal=False)
    assert chosen(play.state, "ask S:q", "clicked") == e.Skipped("S:q")
