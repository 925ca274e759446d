"""What the person says, what is restored after a restart, and what is turned down."""

from datetime import timedelta

import pytest

from orchestrator_tray.core import actions as a
from orchestrator_tray.core import events as e
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.core.step import CLOSED_KEPT
from tests.support.playbook import (
    PROJECT,
    RUN,
    START,
    Play,
    ask,
    asked,
    idle,
    info,
    init,
    part,
    recalled,
    working,
)

DECIDED = Decision("S:q", "suggest", ("SQLite",), 0.96, 1.0, ("p1",), "you said so once")


def test_a_question_that_comes_twice_is_one():
    play = Play()
    assert play(*RUN, asked(ask()), asked(ask()))[1:] == ["question q", "look up q"]
    play(e.Ignored("S:q"))
    assert play(asked(ask())) == []


def test_only_the_latest_closed_questions_are_kept_in_mind():
    play = Play()
    for number in range(CLOSED_KEPT + 5):
        play(asked(ask(f"q{number}")), e.Ignored(f"S:q{number}"))
    assert len(play.state.closed) == CLOSED_KEPT


def test_auto_answer_off_only_suggests():
    play = Play()
    play(*RUN, asked(ask()))
    assert play(recalled(ask(), "SQLite")) == ["decision suggest SQLite"]
    decision = play.state.cards["S:q"].decision
    assert "auto-answer is off" in decision.reason
    assert decision.would_answer


def test_paused_only_suggests():
    play = Play(auto_answer=True, paused=True)
    play(*RUN, asked(ask()))
    assert play(recalled(ask(), "SQLite")) == ["decision suggest SQLite"]


def test_a_decision_that_took_ten_minutes_only_suggests():
    play = Play(auto_answer=True)
    play(*RUN, asked(ask()))
    play.wait(601)
    assert play(recalled(ask(), "SQLite")) == ["decision suggest SQLite"]


def test_memory_that_fails_is_a_problem_and_a_record():
    play = Play(auto_answer=True)
    play(*RUN, asked(ask()))
    assert play(e.Recalled("S:q", (), "the model is gone")) == ["problem memory", "decision record"]


def test_a_person_who_is_faster_than_memory_wins():
    play = Play(auto_answer=True)
    play(*RUN, asked(ask()), e.Replied("S:q", ("MySQL",)))
    assert play(recalled(ask(), "SQLite")) == []
    assert play(idle())[1] == "sent MySQL by user, send S: MySQL"


def test_memory_that_answers_after_the_end_changes_nothing():
    play = Play(auto_answer=True)
    play(*RUN, asked(ask()), e.Ignored("S:q"))
    assert play(recalled(ask(), "SQLite")) == []


def test_an_excluded_project_is_shown_and_neither_decided_nor_learned():
    play = Play(excluded_projects=(PROJECT,))
    assert play(*RUN, asked(ask()))[1:] == ["question q"]
    assert play(e.Replied("S:q", ("MySQL",)), idle()) == [
        "queued MySQL by user",
        "session S idle",
        "sent MySQL by user, send S: MySQL",
    ]


@pytest.mark.parametrize(
    ("event", "problem"),
    [
        (e.Accepted("S:none"), "accept"),
        (e.Ignored("S:none"), "ignore"),
        (e.Replied("S:none", ("x",)), "reply"),
        (e.Stopped("S:none"), "stop"),
        (e.Accepted("S:q"), "accept"),
        (e.Stopped("S:q"), "stop"),
        (e.Replied("S:q", ("x", "y")), "reply"),
        (e.Replied("S:q", ("  ",)), "reply"),
        (e.Replied("S:q", ("x" * 140_000,)), "reply"),
        (e.SettingsChanged({"auto_threshold": 2}), "settings"),
        (e.CommandRejected("what?"), "command"),
        (e.FrameRejected("what?"), "frame"),
        (e.ServerComplained("no"), "server"),
    ],
)
def test_what_makes_no_sense_is_a_problem_and_changes_nothing(event: e.Event, problem: str):
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), None))
    before = play.state
    assert play(event) == [f"problem {problem}"]
    assert play.state == before


def test_a_reply_teaches_what_was_chosen_and_what_was_typed():
    play = Play()
    question = ask("q", "S", part(), part("Which port?", ()), part("Name?", ("a", "b")))
    play(*RUN, asked(question), idle())
    words = play(e.Replied("S:q", ("sqlite", "8080", "c")))
    assert words[-1] == "learn q: sqlite, 8080, c (chosen, typed, typed)"


def test_a_reply_replaces_an_automatic_answer_that_waits():
    play = Play(auto_answer=True)
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"))
    assert play(e.Replied("S:q", ("MySQL",))) == ["queued MySQL by user"]
    assert play.wait(5) == []
    assert play(idle())[1] == "sent MySQL by user, send S: MySQL"


def test_an_accept_confirms_what_the_suggestion_rested_on():
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"), idle(), e.Accepted("S:q"))
    lessons = [action for action in play.actions if isinstance(action, a.Learn)]
    assert [(lesson.answers, lesson.confirmed) for lesson in lessons] == [(("SQLite",), ("p-SQLite",))]


def test_a_failed_reply_can_be_accepted():
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), None), idle(), e.Replied("S:q", ("MySQL",)))
    assert play.wait(6)[-1] == "failed MySQL by user"
    assert play(e.Accepted("S:q"))[1] == "sent MySQL by user, send S: MySQL"


def test_a_correction_is_passed_on_and_a_quit_too():
    play = Play()
    assert play(e.Corrected("S:q", ("MySQL",)), e.QuitRequested()) == ["correct q: MySQL", "quit"]


def test_new_thresholds_hold_for_the_next_decision():
    play = Play(auto_answer=True)
    play(e.SettingsChanged({"auto_threshold": 1.0, "suggest_threshold": 1.0}))
    play(*RUN, asked(ask()))
    assert play(recalled(ask(), "SQLite")) == ["decision record"]


def test_a_question_that_was_open_at_the_end_is_taken_up_again():
    play = Play(connected=False, auto_answer=True)
    assert play(e.Restored(ask(age=30), DECIDED, None)) == ["question q", "look up q"]
    assert play(recalled(ask(), "SQLite")) == ["decision suggest SQLite"]
    assert play(e.LinkChanged("connected"), e.SessionsListed((info(),)))[1:] == ["session S idle"]
    assert play(e.Accepted("S:q"))[1] == "sent SQLite by user, send S: SQLite"


def test_a_restored_question_that_nobody_decided_has_nothing_to_accept_yet():
    play = Play(connected=False)
    play(e.Restored(ask(), None, None))
    assert play(e.Accepted("S:q")) == ["problem accept"]


def test_a_restored_question_of_a_session_that_is_gone_closes():
    play = Play(connected=False)
    play(e.Restored(ask(), DECIDED, Delivery("S:q", "sent", "SQLite", "auto")))
    assert play(e.LinkChanged("connected"), e.SessionsListed(()))[1:] == [
        "failed SQLite by auto",
        "closed q: session_deleted",
    ]
    assert play.wait(10) == []


def test_an_answer_that_waited_when_the_program_ended_is_not_sent_by_itself():
    play = Play(connected=False)
    queued = Delivery("S:q", "queued", "SQLite", "user")
    assert play(e.Restored(ask(), DECIDED, queued)) == ["question q", "stopped SQLite by user", "look up q"]


def test_an_answer_under_way_when_the_program_ended_is_looked_up():
    play = Play(connected=False)
    sent = Delivery("S:q", "sent", "SQLite", "auto")
    assert play(e.Restored(ask(), DECIDED, sent)) == ["question q"]
    play(e.LinkChanged("connected"), e.SessionsListed((info(count=3, session_id="c1"),)))
    assert play.wait(3) == ["search delivery S"]
    assert play(e.TranscriptSearched("S", "delivery", "found"))[-1] == "closed q: delivered"


def test_two_answers_that_travelled_together_are_looked_up_together():
    play = Play(connected=False)
    text = '"Which database?" = "SQLite"'
    play(e.Restored(ask("q1"), DECIDED, Delivery("S:q1", "sent", text, "auto")))
    play(e.Restored(ask("q2"), DECIDED, Delivery("S:q2", "sent", text, "auto")))
    assert play.wait(3).count(f"failed {text} by auto") == 2


def test_a_restored_question_of_a_finished_delivery_is_open_like_any():
    play = Play(connected=False)
    failed = Delivery("S:q", "failed", "SQLite", "auto", "it may have arrived")
    assert play(e.Restored(ask(), DECIDED, failed)) == ["question q", "look up q"]


def test_a_restored_question_that_is_too_old_expires():
    play = Play(connected=False)
    play(e.Restored(ask(age=90_000), None, None))
    assert play.wait(0) == ["closed q: expired"]


def test_the_session_that_begins_to_work_gives_its_id_and_project():
    play = Play()
    play(working(), init(session_id="c1"), asked(ask()))
    question = play.state.cards["S:q"].question
    assert (question.session_id, question.project) == ("c1", PROJECT)


def test_what_is_chosen_in_the_menu_is_kept_and_what_cannot_be_is_not():
    play = Play()
    assert play(e.SettingsChosen({"auto_answer": True})) == ["settings", "save auto_answer=True"]
    assert play(e.SettingsChosen({"auto_threshold": 0.5})) == ["problem settings"]


def test_a_pause_ends_by_itself():
    play = Play(auto_answer=True)
    until = START + timedelta(hours=1)
    assert play(e.PauseChosen(until)) == [
        "settings",
        "save paused=False, paused_until=2026-03-01T13:00:00.000Z",
    ]
    play(*RUN, asked(ask()))
    assert play(recalled(ask(), "SQLite")) == ["decision suggest SQLite"]
    assert play.wait(3600) == ["settings"]
    assert play.state.settings.paused_until == ""


def test_a_pause_can_be_for_good_and_be_ended():
    play = Play()
    assert play(e.PauseChosen(None))[1] == "save paused=True, paused_until="
    assert play(e.Resumed())[1] == "save paused=False, paused_until="


def test_quiet_hours_stop_what_waits():
    play = Play(auto_answer=True)
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"))
    assert play(e.QuietChanged(is_quiet=True)) == ["stopped SQLite by auto", "decision suggest SQLite"]
    play(asked(ask("q2")))
    assert play(recalled(ask("q2"), "SQLite")) == ["decision suggest SQLite"]
    assert play(e.QuietChanged(is_quiet=False)) == []


def test_places_are_opened_by_the_shell():
    assert Play()(e.OpenRequested("log")) == ["open log"]


def answered(play: Play, name: str) -> None:
    """Let the machine answer one question."""
    question = ask(name)
    play(working(), init(), asked(question), recalled(question, "SQLite"), idle(), working(), init(), idle())


def test_three_corrections_in_a_row_switch_auto_answer_off():
    play = Play(auto_answer=True, grace=0.0)
    for name in ("q1", "q2", "q3"):
        answered(play, name)
    assert play(e.Corrected("S:q1", ()), e.Corrected("S:q2", ())) == ["correct q1: ", "correct q2: "]
    assert play(e.Corrected("S:q3", ())) == [
        "correct q3: ",
        "problem trust",
        "settings",
        "save auto_answer=False",
    ]
    assert play(e.Corrected("S:q3", ())) == ["correct q3: "]


def test_many_answers_of_the_person_between_them_do_not_hide_three_corrections():
    play = Play(auto_answer=True, grace=0.0)
    answered(play, "q1")
    for number in range(12):
        question = ask(f"own{number}")
        play(working(), init(), asked(question), idle())
        play(e.Replied(f"S:own{number}", ("SQLite",)), working(), init(), idle())
    answered(play, "q2")
    answered(play, "q3")
    play(e.Corrected("S:q1", ()), e.Corrected("S:q2", ()), e.Corrected("S:q3", ()))

    assert len([one for one in play.state.recent if one.by == "user"]) == 12
    assert not play.state.settings.auto_answer


def test_an_answer_that_was_right_between_keeps_the_trust():
    play = Play(auto_answer=True, grace=0.0)
    for name in ("q1", "q2", "q3", "q4"):
        answered(play, name)
    play(e.Corrected("S:q1", ()), e.Corrected("S:q2", ()), e.Corrected("S:q4", ()))
    assert play.state.settings.auto_answer
