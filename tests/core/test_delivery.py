"""How an answer gets through: stories of questions, grace, idle, and all that goes wrong on the way."""

from datetime import timedelta

import pytest

from orchestrator_tray.core import actions as a
from orchestrator_tray.core import events as e
from orchestrator_tray.core.decision import Decision, Delivery
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

AUTO = {"auto_answer": True}


def auto_play(**settings: object) -> Play:
    """A run is live and has asked; memory is sure."""
    play = Play(**(AUTO | settings))
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"))
    return play


def sent_play() -> Play:
    """The automatic answer has just been written to the socket."""
    play = auto_play(grace=0.0)
    assert play(idle()) == ["session S idle", "sent SQLite by auto, send S: SQLite"]
    return play


def test_a_sure_answer_is_sent_after_grace_and_idle_and_believed_at_init():
    play = Play(**AUTO)
    play(*RUN)
    assert play(asked(ask())) == ["question q", "look up q"]
    assert play(recalled(ask(), "SQLite")) == ["decision answer SQLite", "queued SQLite by auto"]
    assert play.wait(5) == []
    assert play(idle()) == ["session S idle", "sent SQLite by auto, send S: SQLite"]
    assert play(working()) == ["session S working"]
    assert play(init()) == ["delivered SQLite by auto", "closed q: delivered"]
    assert play.timers == set()


def test_grace_holds_back_what_could_already_be_sent():
    play = auto_play()
    assert play(idle()) == ["session S idle"]
    assert play.wait(4.9) == []
    assert play.wait(0.1) == ["sent SQLite by auto, send S: SQLite"]


def test_nothing_is_sent_while_the_run_is_live():
    play = auto_play(grace=0.0)
    assert play(e.RunEnded("S", succeeded=True), e.SessionChanged(info("waiting"))) == ["session S waiting"]


def test_an_error_ends_the_run_as_well_as_idle():
    play = auto_play(grace=0.0)
    assert play(e.SessionChanged(info("error")))[-1] == "sent SQLite by auto, send S: SQLite"


def test_accept_within_the_grace_time_means_now():
    play = auto_play()
    play(idle())
    assert play(e.Accepted("S:q")) == [
        "queued SQLite by user",
        "sent SQLite by user, send S: SQLite",
        "learn q: SQLite (accepted)",
    ]


def test_accept_while_the_run_is_live_waits_for_its_end():
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"))
    assert play(e.Accepted("S:q")) == ["queued SQLite by user"]
    assert play(idle())[1:] == ["sent SQLite by user, send S: SQLite", "learn q: SQLite (accepted)"]


def test_a_second_accept_is_a_problem_and_sends_nothing():
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"), e.Accepted("S:q"))
    assert play(e.Accepted("S:q")) == ["problem accept"]
    play(idle())
    assert play(e.Accepted("S:q")) == ["problem accept"]
    assert play(e.Replied("S:q", ("MySQL",))) == ["problem reply"]
    assert play(e.Ignored("S:q")) == ["problem ignore"]
    assert play(e.Stopped("S:q")) == ["problem stop"]


def test_stop_leaves_the_question_open_as_a_suggestion():
    play = auto_play()
    assert play(e.Stopped("S:q")) == ["stopped SQLite by auto", "decision suggest SQLite"]
    assert play(idle()) == ["session S idle"]
    assert play.wait(60) == []
    assert play(e.Accepted("S:q"))[1] == "sent SQLite by user, send S: SQLite"


def test_a_stopped_accept_teaches_nothing():
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"), e.Accepted("S:q"))
    assert play(e.Stopped("S:q")) == ["stopped SQLite by user"]
    assert play(idle()) == ["session S idle"]


def test_no_sign_from_the_server_is_tried_three_times_then_given_up():
    play = sent_play()
    assert play.wait(2) == ["send S: SQLite"]
    assert play.wait(2) == ["send S: SQLite"]
    assert play.wait(2) == ["failed SQLite by auto", "decision suggest SQLite"]
    assert play.wait(600) == []
    assert play(e.Accepted("S:q"))[1] == "sent SQLite by user, send S: SQLite"


def test_working_without_init_is_looked_up_in_the_transcript_after_a_minute():
    play = Play(**AUTO, grace=0.0)
    play(*RUN, init(session_id="c1"), asked(ask()), recalled(ask(), "SQLite"), idle(), working())
    assert play.wait(60) == ["search delivery S"]
    assert play(e.TranscriptSearched("S", "delivery", "found")) == [
        "delivered SQLite by auto",
        "closed q: delivered",
    ]


@pytest.mark.parametrize("verdict", ["absent", "unreadable"])
def test_what_the_transcript_does_not_show_has_failed_and_is_never_sent_again_by_itself(verdict: e.Verdict):
    play = Play(**AUTO, grace=0.0)
    play(*RUN, init(session_id="c1"), asked(ask()), recalled(ask(), "SQLite"), idle(), working())
    play.wait(60)
    assert play(e.TranscriptSearched("S", "delivery", verdict)) == [
        "failed SQLite by auto",
        "decision suggest SQLite",
    ]
    assert play(idle()) == ["session S idle"]
    assert play.wait(500) == []


def test_a_run_that_ends_before_it_began_has_not_taken_the_answer():
    play = sent_play()
    assert play(working(), e.TextSaid("S", "execvp(3) failed", is_spoken=False))[0] == "session S working"
    assert play(e.SessionChanged(info("error"))) == [
        "session S error",
        "failed SQLite by auto",
        "decision suggest SQLite",
    ]


def test_a_link_lost_between_send_and_init_leaves_it_uncertain_and_says_so():
    play = sent_play()
    assert play(e.LinkChanged("lost", "gone")) == ["link lost"]
    assert play.wait(3) == ["failed SQLite by auto", "decision suggest SQLite"]
    failed = next(
        act.fact for act in play.actions if isinstance(act, a.Report) and isinstance(act.fact, Delivery)
    )
    assert "may have arrived" in failed.reason
    assert play(e.LinkChanged("connected"), e.SessionsListed((info(count=1),))) == ["link connected"]
    assert play.wait(100) == []


def test_a_link_lost_while_it_was_under_way_is_settled_by_the_transcript():
    play = Play(**AUTO, grace=0.0)
    play(*RUN, init(session_id="c1"), asked(ask()), recalled(ask(), "SQLite"), idle(), e.LinkChanged("lost"))
    assert play(e.LinkChanged("connecting"), e.LinkChanged("lost")) == ["link connecting", "link lost"]
    assert play.wait(3) == ["search delivery S"]
    play(e.LinkChanged("connected"), e.SessionsListed((info("working"),)))
    assert play(e.TranscriptSearched("S", "delivery", "found"))[-1] == "closed q: delivered"


def test_a_run_that_begins_while_nobody_knows_whose_it_is_ends_the_question():
    play = Play(**AUTO, grace=0.0)
    play(*RUN, init(session_id="c1"), asked(ask()), recalled(ask(), "SQLite"), idle(), e.LinkChanged("lost"))
    play.wait(3)
    play(e.LinkChanged("connected"), e.SessionsListed((info("working"),)))
    assert play(init()) == []
    assert play(e.TranscriptSearched("S", "delivery", "unreadable")) == [
        "failed SQLite by auto",
        "decision suggest SQLite",
        "closed q: answered_elsewhere",
        "find answer q",
    ]


def test_another_clients_input_that_came_first_is_told_from_ours_by_the_transcript():
    play = Play(**AUTO, grace=0.0)
    play(*RUN, init(session_id="c1"), asked(ask()), recalled(ask(), "SQLite"), idle(), working())
    assert play(init()) == ["search delivery S"]
    assert play(e.TranscriptSearched("S", "delivery", "other")) == [
        "failed SQLite by auto",
        "decision suggest SQLite",
        "closed q: answered_elsewhere",
        "find answer q",
    ]


@pytest.mark.parametrize("verdict", ["found", "absent", "unreadable"])
def test_a_run_that_begins_after_ours_was_sent_is_believed_unless_the_transcript_knows_better(
    verdict: e.Verdict,
):
    play = Play(**AUTO, grace=0.0)
    play(*RUN, init(session_id="c1"), asked(ask()), recalled(ask(), "SQLite"), idle(), working(), init())
    assert play(e.LinkChanged("lost")) == ["link lost"]
    assert play(e.TranscriptSearched("S", "delivery", verdict)) == [
        "delivered SQLite by auto",
        "closed q: delivered",
    ]


def test_an_answer_given_elsewhere_withdraws_ours():
    play = auto_play()
    play(idle())
    assert play(working(), init()) == [
        "session S working",
        "stopped SQLite by auto",
        "closed q: answered_elsewhere",
        "find answer q",
    ]
    assert play.wait(60) == []
    assert play.timers == set()


def test_a_result_that_is_no_error_answers_the_question_inside_the_call():
    play = auto_play()
    assert play(e.ToolReturned("S", ("other",))) == []
    assert play(e.ToolReturned("S", ("q",))) == [
        "stopped SQLite by auto",
        "closed q: answered_elsewhere",
        "find answer q",
    ]


def test_an_error_result_leaves_the_question_open():
    play = auto_play(grace=0.0)
    assert play(e.ToolReturned("S", ()), e.TextSaid("S", "I could not ask.")) == []
    assert play(idle())[-1] == "sent SQLite by auto, send S: SQLite"


def test_tools_after_the_question_turn_an_automatic_answer_into_a_suggestion():
    play = auto_play()
    assert play(e.ToolUsed("S")) == ["stopped SQLite by auto", "decision suggest SQLite"]
    assert play(e.ToolUsed("S"), idle()) == ["session S idle"]
    assert play(*RUN) == ["session S working", "closed q: moved_on"]


def test_an_accepted_answer_is_sent_although_the_session_went_on():
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"), e.Accepted("S:q"))
    assert play(e.ToolUsed("S")) == []
    assert play(idle())[1] == "sent SQLite by user, send S: SQLite"


def test_a_decision_that_comes_after_the_session_went_on_is_only_a_suggestion():
    play = Play(**AUTO)
    play(*RUN, asked(ask()), e.ToolUsed("S"))
    assert play(recalled(ask(), "SQLite")) == ["decision suggest SQLite"]


def test_tools_that_run_while_the_answer_travels_change_nothing():
    play = sent_play()
    play(working())
    assert play(e.ToolUsed("S")) == []
    assert play(init()) == ["delivered SQLite by auto", "closed q: delivered"]


def test_all_calls_of_a_turn_are_answered_in_one_text():
    first, second = ask("q1"), ask("q2", "S", part("Which cache?", ("Redis", "None")))
    both = '"Which database?" = "SQLite"\n"Which cache?" = "redis"'
    play = Play(**AUTO, grace=0.0)
    play(*RUN, asked(first), recalled(first, "SQLite"), asked(second), idle())
    assert play(recalled(second, None)) == ["decision record"]
    assert play(e.Replied("S:q2", ("redis",))) == [
        "queued redis by user",
        f"sent {both} by auto, send S: {both}",
        "learn q2: redis (chosen)",
    ]
    assert [words for words in play(working(), init()) if words.startswith("closed")] == [
        "closed q1: delivered",
        "closed q2: delivered",
    ]


def test_ignoring_one_question_lets_the_others_of_the_turn_go():
    first, second = ask("q1"), ask("q2")
    play = Play(**AUTO, grace=0.0)
    play(*RUN, asked(first), recalled(first, "SQLite"), asked(second), recalled(second, None), idle())
    assert play(e.Ignored("S:q2")) == ["closed q2: ignored", "sent SQLite by auto, send S: SQLite"]


def test_a_question_that_nobody_answered_ends_with_the_turn_that_the_others_end():
    main, sub = ask("q1"), ask("q2", subagent=True)
    play = Play(**AUTO, grace=0.0)
    play(*RUN, asked(main), recalled(main, "SQLite"), asked(sub))
    assert play(recalled(sub, "MySQL")) == ["decision suggest MySQL"]
    assert play(idle())[-1] == "sent SQLite by auto, send S: SQLite"
    assert play(e.Accepted("S:q2")) == ["queued MySQL by user"]
    assert play(working(), init())[1:] == [
        "delivered SQLite by auto",
        "closed q1: delivered",
        "stopped MySQL by user",
        "closed q2: answered_elsewhere",
        "find answer q2",
    ]


def test_a_deleted_session_takes_its_questions_along():
    play = auto_play()
    assert play(e.SessionDeleted("S")) == [
        "stopped SQLite by auto",
        "closed q: session_deleted",
        "session S deleted",
    ]


def test_a_session_that_is_deleted_while_the_answer_travels_fails_it():
    play = sent_play()
    assert play(e.SessionDeleted("S")) == [
        "failed SQLite by auto",
        "closed q: session_deleted",
        "session S deleted",
    ]
    assert play.wait(10) == []


def test_ten_minutes_after_it_was_asked_nothing_is_sent_automatically():
    play = auto_play(grace=0.0)
    assert play.wait(601) == []
    assert play(idle()) == ["session S idle", "stopped SQLite by auto", "decision suggest SQLite"]


def test_switching_off_stops_what_is_not_sent_yet():
    play = auto_play()
    assert play(e.SettingsChanged({"auto_answer": False})) == [
        "settings",
        "stopped SQLite by auto",
        "decision suggest SQLite",
    ]
    assert play(e.SettingsChanged({"paused": True, "auto_answer": True})) == ["settings"]


def test_what_the_database_or_the_socket_refuses_was_not_sent():
    play = sent_play()
    assert play(e.SendFailed("S", "not sent: disk full", is_certain=True)) == [
        "failed SQLite by auto",
        "decision suggest SQLite",
    ]
    assert play(e.SendFailed("S", "late", is_certain=True)) == []
    assert play.wait(100) == []


@pytest.mark.parametrize("is_certain", [True, False])
def test_what_may_have_been_written_once_is_looked_up(is_certain: bool):
    play = sent_play()
    if is_certain:
        play.wait(2)  # the second attempt fails for certain, the first may have arrived
    assert play(e.SendFailed("S", "broken pipe", is_certain=is_certain)) == []
    assert play.wait(3) == ["failed SQLite by auto", "decision suggest SQLite"]


def test_answers_that_are_together_too_long_fail_and_say_so():
    long = "x" * 70_000
    first, second = ask("q1"), ask("q2")
    play = Play()
    play(*RUN, asked(first), asked(second), idle())
    play(e.Replied("S:q1", (long,)))
    words = play(e.Replied("S:q2", (long,)))
    assert [one.partition(" ")[0] for one in words] == ["queued", "failed", "failed"]


def test_an_answer_too_long_to_send_is_a_problem():
    long = part("Which?", ("x" * 140_000, "short"))
    question = ask("q", "S", long)
    play = Play()
    play(*RUN, asked(question), recalled(question, "x" * 140_000))
    assert play(e.Accepted("S:q")) == ["problem delivery"]


def test_an_expired_question_closes_but_not_while_its_answer_travels():
    play = Play(max_age=100.0)
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"))
    assert play.wait(100) == ["closed q: expired"]
    play = Play(max_age=100.0)
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"), idle())
    play.wait(99.5)
    play(e.Accepted("S:q"))
    assert play.wait(1) == []
    assert play(e.TimerFired("expire", "S:gone"), e.TimerFired("grace", "S:gone")) == []


def test_late_timers_and_verdicts_of_a_settled_answer_do_nothing():
    play = sent_play()
    play(working(), init())
    late = (
        e.TimerFired("acknowledge", "S"),
        e.TimerFired("begin", "S"),
        e.TimerFired("search", "S"),
        e.TranscriptSearched("S", "delivery", "other"),
    )
    assert play(*late) == []


def test_a_decision_is_reported_with_its_session():
    play = auto_play()
    play(e.Stopped("S:q"))
    slugs = [act.slug for act in play.actions if isinstance(act, a.Report) and isinstance(act.fact, Decision)]
    assert slugs == ["S"]


def test_the_transcript_is_searched_for_exactly_our_text_since_it_was_sent():
    play = Play(**AUTO, grace=0.0)
    play(*RUN, init(session_id="c1"), asked(ask()), recalled(ask(), "SQLite"))
    play.wait(7)
    play(idle(), working(), init())
    searches = [act for act in play.actions if isinstance(act, a.SearchTranscript)]
    since = START + timedelta(seconds=7)
    assert searches == [a.SearchTranscript("S", "delivery", PROJECT, "c1", since, "SQLite")]


def test_what_a_person_answered_elsewhere_is_looked_up_knowing_what_we_sent():
    play = Play(**AUTO, grace=0.0)
    first, second = ask("q1"), ask("q2")
    play(*RUN, init(session_id="c1"), asked(first), recalled(first, "SQLite"), idle(), working())
    play(
        init(), e.TranscriptSearched("S", "delivery", "found"), asked(second), recalled(second, None), idle()
    )
    assert play(*RUN)[-2:] == ["closed q2: answered_elsewhere", "find answer q2"]
    lookups = [action for action in play.actions if isinstance(action, a.FindAnswer)]
    assert [lookup.sent_texts for lookup in lookups] == [("SQLite",)]


def test_an_excluded_project_teaches_nothing_even_if_answered_elsewhere():
    play = Play(excluded_projects=(PROJECT,))
    play(*RUN, init(session_id="c1"), asked(ask()), idle())
    assert play(*RUN)[-1] == "closed q: answered_elsewhere"
