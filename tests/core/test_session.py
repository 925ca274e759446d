"""What sessions do: lists, updates, reconnects, and when nobody can be sure."""

import pytest

from orchestrator_tray.core import actions as a
from orchestrator_tray.core import events as e
from tests.support.playbook import RUN, Play, ask, asked, idle, info, init, recalled, working

AUTO = {"auto_answer": True, "grace": 0.0}


def asking(**settings: object) -> Play:
    """A run is live, has asked, and memory is sure."""
    play = Play(**(AUTO | settings))
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"))
    return play


def reconnect(play: Play, *infos: e.SessionInfo) -> list[str]:
    play(e.LinkChanged("lost"), e.LinkChanged("connecting"))
    return play(e.LinkChanged("connected"), e.SessionsListed(infos))[1:]


def test_a_session_is_told_when_its_state_changes_and_only_then():
    play = Play(connected=False)
    assert play(e.SessionsListed((info(), info("waiting", "T")))) == ["session S idle", "session T waiting"]
    assert play(idle(), e.SessionChanged(info("thinking"))) == ["session S thinking"]
    assert play(e.SessionCreated(info("idle", "N"))) == ["session N idle"]
    assert play(e.SessionDeleted("N"), e.SessionDeleted("N")) == ["session N deleted"]


def test_a_session_that_is_gone_from_the_list_was_deleted():
    play = asking()
    assert reconnect(play) == ["stopped SQLite by auto", "closed q: session_deleted", "session S deleted"]


def test_a_server_that_comes_back_at_rest_and_unchanged_is_answered():
    play = asking()
    assert reconnect(play, info("idle"))[-1] == "sent SQLite by auto, send S: SQLite"


def test_a_busy_state_that_nothing_confirms_is_stale_after_ten_seconds():
    play = asking()
    assert reconnect(play, info("thinking")) == ["session S thinking"]
    assert play.wait(9.9) == []
    assert play.wait(0.1) == ["stopped SQLite by auto", "decision suggest SQLite"]
    assert play(e.Accepted("S:q"))[1] == "sent SQLite by user, send S: SQLite"


def test_an_accept_waits_until_a_busy_state_is_known_to_be_stale():
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"))
    reconnect(play, info("thinking"))
    assert play(e.Accepted("S:q")) == ["queued SQLite by user"]
    assert play.wait(10)[0] == "sent SQLite by user, send S: SQLite"


def test_a_busy_state_that_a_frame_confirms_is_no_more_stale():
    play = asking()
    reconnect(play, info("thinking"))
    assert play(e.Heard("S")) == []
    assert play.wait(60) == []
    assert play(idle())[-1] == "sent SQLite by auto, send S: SQLite"


def test_a_stale_session_that_speaks_runs_again():
    play = asking()
    reconnect(play, info("thinking"))
    play.wait(10)
    play(e.SessionChanged(info("working")))
    assert play(e.Accepted("S:q")) == ["queued SQLite by user"]


def test_waiting_confirms_nothing():
    play = asking()
    reconnect(play, info("waiting"))
    assert play(e.SessionChanged(info("waiting"))) == []
    assert play.wait(10) == ["stopped SQLite by auto", "decision suggest SQLite"]


def test_a_late_waiting_does_not_wake_a_resting_session():
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"), idle())
    assert play(e.SessionChanged(info("waiting", count=1)), e.Accepted("S:q"))[-2] == (
        "sent SQLite by user, send S: SQLite"
    )


def test_messages_that_were_missed_make_an_answer_uncertain():
    play = asking()
    assert reconnect(play, info("idle", count=5)) == [
        "session S idle",
        "stopped SQLite by auto",
        "decision suggest SQLite",
    ]
    assert play.wait(300) == []


def test_a_transcript_tells_what_was_missed():
    play = Play(**AUTO)
    play(*RUN, init(session_id="c1"), asked(ask()), recalled(ask(), "SQLite"))
    assert reconnect(play, info("idle", count=5))[-1] == "search catch-up S"
    assert play(e.Accepted("S:q")) == ["queued SQLite by user"]
    assert play(e.TranscriptSearched("S", "catch-up", "absent"))[0] == "sent SQLite by user, send S: SQLite"


def test_an_answer_given_while_the_link_was_down_closes_the_question():
    play = Play(**AUTO)
    play(*RUN, init(session_id="c1"), asked(ask()), recalled(ask(), "SQLite"))
    reconnect(play, info("idle", count=5))
    assert play(e.TranscriptSearched("S", "catch-up", "other")) == [
        "closed q: answered_elsewhere",
        "find answer q",
    ]


def test_a_transcript_that_says_nothing_in_time_holds_nothing_up():
    play = Play()
    play(*RUN, init(session_id="c1"), asked(ask()), recalled(ask(), "SQLite"))
    reconnect(play, info("idle", count=5))
    play(e.Accepted("S:q"))
    assert play.wait(10)[0] == "sent SQLite by user, send S: SQLite"


def test_a_verdict_about_a_session_that_is_gone_or_busy_changes_nothing():
    play = Play(**AUTO)
    play(*RUN, init(session_id="c1"), asked(ask()), recalled(ask(), "SQLite"))
    reconnect(play, info("working", count=5))
    assert play(e.TranscriptSearched("S", "catch-up", "absent")) == []
    assert play(e.TranscriptSearched("gone", "catch-up", "other"), e.TimerFired("verify", "gone")) == []


def test_a_run_that_began_while_the_link_was_down_has_answered():
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"), idle())
    assert reconnect(play, info("working", count=1)) == [
        "session S working",
        "closed q: answered_elsewhere",
        "find answer q",
    ]


def test_nothing_is_sent_while_the_link_is_down():
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"), idle(), e.LinkChanged("lost"))
    assert play(e.Accepted("S:q")) == ["queued SQLite by user"]


def test_a_session_that_was_never_listed_can_ask():
    play = Play()
    assert play(asked(ask("q", "new"))) == ["question q", "look up q"]
    play(recalled(ask("q", "new"), "SQLite"))
    assert play(e.Accepted("new:q")) == ["queued SQLite by user"]
    assert play(idle("new"))[1] == "sent SQLite by user, send new: SQLite"


def test_a_dead_sessions_process_that_still_speaks_asks_nothing():
    play = Play()
    play(*RUN, e.SessionDeleted("S"))
    assert play(asked(ask())) == []
    assert play(e.RunEnded("S", succeeded=True, text="Shall I go on?")) == []


def test_a_slug_made_anew_over_a_running_process_is_not_trusted_to_rest():
    play = Play()
    play(*RUN, e.SessionDeleted("S"))
    assert play(e.SessionCreated(info())) == ["session S idle"]
    play(asked(ask()), recalled(ask(), "SQLite"))
    assert play(e.Accepted("S:q")) == ["queued SQLite by user"]


def test_a_slug_made_anew_rests_when_nothing_is_heard_of_it():
    play = Play()
    play(*RUN, e.SessionDeleted("S"), e.SessionCreated(info()))
    play.wait(10)
    assert play.state.sessions["S"].phase == "resting"


@pytest.mark.parametrize("state", ["working", "thinking"])
def test_a_session_created_busy_runs(state: str):
    play = Play()
    play(e.SessionCreated(info(state, "N")))
    assert play.state.sessions["N"].phase == "running"


def test_the_embedder_is_warmed_when_a_session_begins_to_work():
    play = Play()
    play(working())
    assert a.WarmUp() in play.actions
    play(e.SessionChanged(info("thinking")))
    assert a.WarmUp() not in play.actions


def test_closing_text_that_asks_is_a_question():
    play = Play()
    said = "I looked at it.\n\nShould I proceed with the refactor?"
    words = play(*RUN, e.TextSaid("S", said), e.RunEnded("S", succeeded=True, timestamp="t"))
    assert [one.partition(" ")[0] for one in words] == ["session", "question", "look"]
    question = next(iter(play.state.cards.values())).question
    assert (question.source, question.parts[0].text) == ("text", "Should I proceed with the refactor?")
    again = play(e.RunEnded("S", succeeded=True, timestamp="t"))
    assert again == []


def test_the_results_own_text_counts_before_what_was_heard_last():
    play = Play()
    play(*RUN, e.TextSaid("S", "Old."), e.RunEnded("S", succeeded=True, text="Which port shall I use?"))
    assert [card.question.parts[0].text for card in play.state.cards.values()] == ["Which port shall I use?"]


@pytest.mark.parametrize(
    "end",
    [
        e.RunEnded("S", succeeded=False, text="Shall I go on?"),
        e.RunEnded("S", succeeded=True, text="Done."),
        e.RunEnded("S", succeeded=True),
    ],
)
def test_a_turn_that_fails_or_asks_nothing_leaves_no_question(end: e.RunEnded):
    play = Play()
    play(*RUN, end)
    assert not play.state.cards


def test_prose_after_a_tools_question_asks_nothing_new():
    play = Play()
    play(*RUN, asked(ask()), e.ToolReturned("S", ()))
    assert play(e.RunEnded("S", succeeded=True, text="Which database do you want?")) == []


def test_prose_after_an_answered_tool_question_asks():
    play = Play()
    play(*RUN, asked(ask()), e.ToolReturned("S", ("q",)))
    words = play(e.RunEnded("S", succeeded=True, text="Shall I commit it now?"))
    assert words[0].startswith("question")


def test_one_answered_call_of_two_still_leaves_the_tools_question():
    play = Play()
    play(*RUN, asked(ask("q1")), asked(ask("q2")), e.ToolReturned("S", ("q1",)))
    assert play(e.RunEnded("S", succeeded=True, text="Which one?")) == []


def test_a_terminal_line_counts_only_where_claude_said_nothing():
    play = Play()
    play(*RUN, e.TextSaid("S", "Noise?", is_spoken=False), e.TextSaid("S", "Is this right?"))
    play(e.TextSaid("S", "npm notice", is_spoken=False), e.RunEnded("S", succeeded=True))
    assert [card.question.parts[0].text for card in play.state.cards.values()] == ["Is this right?"]


def test_a_sub_agents_question_does_not_silence_the_sessions_own_prose():
    play = Play()
    play(*RUN, asked(ask("q", subagent=True)))
    words = play(e.RunEnded("S", succeeded=True, text="Shall I commit it now?"))
    assert words[0].startswith("question")


def test_what_was_said_before_a_question_is_its_context():
    play = Play()
    play(*RUN, e.TextSaid("S", "I looked at both."), asked(ask()))
    assert play.state.cards["S:q"].question.context == "I looked at both."


def test_a_successful_result_without_an_id_closes_nothing():
    play = Play()
    play(*RUN, e.RunEnded("S", succeeded=True, text="Which port shall I use?"))
    assert play(e.ToolReturned("S", ("",))) == []
    assert len(play.state.cards) == 1


def test_questions_of_a_time_without_listener_are_recovered():
    play = Play(connected=False, **AUTO)
    listed = (info(session_id="c1"), info("working", "T", session_id="c2"), info(slug="U"))
    assert play(e.LinkChanged("connected"), e.SessionsListed(listed))[-1] == "session U idle"
    assert [action.slug for action in play.actions if isinstance(action, a.Recover)] == ["S"]
    assert play(e.QuestionsRecovered((ask(),))) == ["question q", "look up q"]
    assert play(recalled(ask(), "SQLite"))[-1] == "sent SQLite by auto, send S: SQLite"


def test_a_question_recovered_too_late_is_only_suggested():
    play = Play(**AUTO)
    old = ask(age=3600)
    play(e.QuestionsRecovered((old,)))
    assert play(recalled(old, "SQLite")) == ["decision suggest SQLite"]


def test_nothing_is_recovered_twice_or_for_a_session_that_works_again():
    play = Play()
    play(e.QuestionsRecovered((ask(),)), e.Ignored("S:q"))
    assert play(e.QuestionsRecovered((ask(),))) == []
    play(*RUN)
    assert play(e.QuestionsRecovered((ask("q2"), ask("q3", "gone")))) == []
