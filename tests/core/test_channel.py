"""Questions that come by Claude Code's hooks: answered inside the call, held, deferred, or left alone."""

from dataclasses import replace

import pytest

from orchestrator_tray.core import actions as a
from orchestrator_tray.core import events as e
from orchestrator_tray.core.hook_events import hook_events
from orchestrator_tray.core.hook_wire import HookCall
from orchestrator_tray.core.question import Question
from orchestrator_tray.core.terminal import Terminal
from tests.support.playbook import PROJECT, RUN, START, Play, ask, asked, idle, info, init, part, recalled

AUTO = {"auto_answer": True}


def hook(
    call_id: str = "h1",
    tool_use_id: str = "q",
    *,
    may_wait: bool = True,
    deferrable: bool = False,
    project: str = PROJECT,
    terminal: Terminal | None = None,
) -> e.HookAsked:
    question = Question(
        "", "", (part(),), START, via="hook", tool_use_id=tool_use_id, session_id="c1", project=project
    )
    return e.HookAsked(call_id, question, may_wait, deferrable, terminal)


def told(name: str = "q", slug: str = "shop") -> Question:
    """Return the question as it is known after the hook has asked."""
    return ask(name, slug)


def terminal(**settings: object) -> Play:
    """A person's terminal asks; no server is there."""
    return Play(connected=False, **settings)


def by_person(*answers: str, tool_use_id: str = "q") -> e.HookAnswered:
    return e.HookAnswered("c1", tool_use_id, answers, is_by_person=True)


OURS = e.HookAnswered("c1", "q", ("SQLite",), is_by_person=False)


def test_without_grace_a_terminal_is_answered_at_once():
    play = terminal(**AUTO, grace=0.0)
    assert play(hook(may_wait=False)) == ["question q", "look up q"]
    assert play(recalled(told(), "SQLite")) == [
        "decision answer SQLite",
        "queued SQLite by auto",
        "sent SQLite by auto, tell h1: SQLite",
    ]
    assert play(OURS) == ["delivered SQLite by auto", "closed q: delivered"]
    assert play.timers == set()


def test_with_grace_a_terminal_gets_its_dialog_and_the_answer_after_it():
    play = terminal(**AUTO)
    assert play(hook("pre", may_wait=False)) == ["question q", "look up q", "tell pre: nothing"]
    assert play(recalled(told(), "SQLite")) == ["decision answer SQLite", "queued SQLite by auto"]
    assert play(hook("dialog", tool_use_id="")) == []
    assert play.wait(5) == ["sent SQLite by auto, tell dialog: SQLite"]
    assert play(OURS)[-1] == "closed q: delivered"


def test_a_terminal_that_is_not_sure_gets_its_dialog_and_a_suggestion():
    play = terminal()
    assert play(hook("pre", may_wait=False))[-1] == "tell pre: nothing"
    assert play(recalled(told(), "SQLite")) == ["decision suggest SQLite"]
    play(hook("dialog", tool_use_id=""))
    assert play(e.Accepted("shop:q")) == [
        "queued SQLite by user",
        "sent SQLite by user, tell dialog: SQLite",
        "learn q: SQLite (accepted)",
    ]


def test_without_grace_memory_is_waited_for_and_what_it_does_not_know_is_left():
    play = terminal(**AUTO, grace=0.0)
    assert play(hook("pre", may_wait=False)) == ["question q", "look up q"]
    assert play(recalled(told(), None)) == ["decision record", "tell pre: nothing"]
    assert play(hook("again", may_wait=False)) == ["tell again: nothing"]


def test_an_answer_that_is_chosen_before_the_hook_asks_is_given_at_once():
    play = cbos_play()
    play(asked(ask()), e.Replied("S:q", ("MySQL",)))
    assert play(hook(may_wait=False))[0] == "sent MySQL by user, tell h1: MySQL"


def test_a_person_who_answers_in_the_dialog_is_heard_and_learned():
    play = terminal()
    play(hook("pre", may_wait=False), recalled(told(), None), hook("dialog", tool_use_id=""))
    assert play(by_person("MySQL")) == [
        "tell dialog: nothing",
        "closed q: answered_elsewhere",
        "learn q: MySQL (hook)",
    ]


@pytest.mark.parametrize("answers", [(), ("",)])
def test_a_dialog_that_was_left_unanswered_teaches_nothing(answers: tuple[str, ...]):
    play = terminal()
    play(hook(), recalled(told(), None))
    assert play(by_person(*answers))[-1] == "closed q: answered_elsewhere"


def test_of_several_questions_those_that_were_answered_teach():
    play = terminal()
    asked_twice = replace(hook().question, parts=(part(), part("Which cache?")))
    play(e.HookAsked("h1", asked_twice, may_wait=True, is_deferrable=False))
    assert play(by_person("", "Redis"))[-1] == "learn q: , Redis (hook, hook)"


def test_a_program_that_answered_teaches_nothing():
    play = terminal()
    play(hook(), recalled(told(), None))
    assert play(OURS) == ["tell h1: nothing", "closed q: answered_elsewhere"]


def test_a_server_that_knows_nothing_of_the_terminal_does_not_close_its_question():
    play = terminal()
    play(hook(), e.LinkChanged("connected"))
    assert play(e.SessionsListed((info(),))) == ["session S idle"]
    assert play(e.Replied("shop:q", ("MySQL",)))[:2] == [
        "queued MySQL by user",
        "sent MySQL by user, tell h1: MySQL",
    ]


def test_an_excluded_project_is_left_to_its_person():
    play = terminal(excluded_projects=(PROJECT,))
    assert play(hook("pre", may_wait=False)) == ["question q", "tell pre: nothing"]
    assert play(by_person("MySQL")) == ["closed q: answered_elsewhere"]


@pytest.mark.parametrize("auto_answer", [True, False])
@pytest.mark.parametrize("event", [e.QuietChanged(is_quiet=True), e.SettingsChanged({"paused": True})])
def test_who_is_not_to_be_disturbed_is_not_waited_for(event: e.Event, auto_answer: bool):
    play = terminal(auto_answer=auto_answer)
    play(event)
    assert play(hook()) == ["tell h1: nothing"]


def test_print_mode_waits_and_then_keeps_the_call_open():
    play = terminal(hook_hold=60.0)
    play(hook(deferrable=True), recalled(told(), None))
    assert play.wait(60) == ["tell h1: defer"]
    assert play(e.HookMovedOn("c1")) == []
    assert play(e.Replied("shop:q", ("MySQL",))) == ["queued MySQL by user"]
    assert play(hook("again", deferrable=True)) == [
        "sent MySQL by user, tell again: MySQL",
        "learn q: MySQL (chosen)",
    ]


def test_print_mode_of_an_old_version_is_left_in_the_end():
    play = terminal(hook_hold=60.0)
    play(hook(), recalled(told(), None))
    assert play.wait(60) == ["tell h1: nothing"]
    assert play(e.TimerFired("hold", "shop:q"), e.TimerFired("hold", "gone")) == []


def cbos_play(**settings: object) -> Play:
    """A run of the server's session S, Claude's c1, is live."""
    play = Play(**settings)
    play(e.SessionChanged(info("working", session_id="c1")), init(session_id="c1"))
    return play


def test_one_question_that_comes_by_both_ways_is_one_card():
    for first, second in ((hook(), asked(ask())), (asked(ask()), hook())):
        play = cbos_play()
        assert play(first, second) == ["question q", "look up q"]
        assert list(play.state.cards) == ["S:q"]


def test_the_hooks_way_is_preferred_and_the_tools_result_confirms():
    play = cbos_play(**AUTO, grace=0.0)
    play(asked(ask()), hook())
    assert play(recalled(ask(), "SQLite"))[-1] == "sent SQLite by auto, tell h1: SQLite"
    assert play(e.ToolUsed("S"), init()) == []
    assert play(e.ToolReturned("S", ("q",))) == ["delivered SQLite by auto", "closed q: delivered"]
    assert play(idle()) == ["session S idle"]


def test_a_deferred_call_of_a_server_session_is_resumed_by_an_empty_input():
    play = cbos_play(hook_hold=60.0)
    play(hook(deferrable=True), asked(ask()), recalled(ask(), "SQLite"))
    assert play.wait(60) == ["tell h1: defer"]
    play(e.RunEnded("S", succeeded=True), idle())
    assert play(e.Accepted("S:q")) == ["queued SQLite by user", "send S: "]
    assert play(e.SessionChanged(info("working"))) == ["session S working"]
    assert play(hook("again", deferrable=True)) == [
        "sent SQLite by user, tell again: SQLite",
        "learn q: SQLite (accepted)",
    ]
    assert play(e.ToolReturned("S", ("q",)), init())[-1] == "closed q: delivered"


def test_words_that_somebody_else_sends_to_a_deferred_session_do_not_wait_for_the_hook():
    play = cbos_play(hook_hold=60.0)
    play(hook(deferrable=True), asked(ask()), recalled(ask(), None))
    play.wait(60)
    play(e.RunEnded("S", succeeded=True), idle())

    play(e.SessionChanged(info("working", session_id="c1")))
    assert play(hook("again", deferrable=True)) == ["tell again: nothing"]
    assert play(init(session_id="c1")) == ["closed q: answered_elsewhere", "find answer q"]


def test_a_call_whose_answer_travels_as_a_prompt_is_left_alone():
    play = cbos_play(**AUTO, grace=0.0)
    play(asked(ask()), recalled(ask(), "SQLite"), idle())
    assert play(hook()) == ["tell h1: nothing"]


def test_tools_that_run_while_claude_waits_mean_nothing():
    play = cbos_play(**AUTO)
    play(asked(ask()), hook(), recalled(ask(), "SQLite"))
    assert play(e.ToolUsed("S")) == []
    assert not play.state.cards["S:q"].has_moved_on


def test_a_run_that_begins_while_claude_waits_ends_nothing():
    play = cbos_play()
    play(asked(ask()), hook(), recalled(ask(), None))
    assert play(init()) == []


def test_an_answer_that_nobody_confirms_has_failed():
    play = terminal(**AUTO, grace=0.0)
    play(hook(), recalled(told(), "SQLite"))
    assert play.wait(20) == ["failed SQLite by auto", "decision suggest SQLite"]
    assert play(e.TimerFired("confirm", "shop:q"), e.TimerFired("confirm", "gone")) == []


def test_esc_ends_a_terminals_question():
    play = terminal()
    play(hook(), recalled(told(), None))
    assert play(e.HookLeft("other")) == []
    assert play(e.HookLeft("h1"))[0] == "closed q: answered_elsewhere"
    assert play.timers == set()


def test_a_spinner_that_was_left_keeps_the_question_for_its_dialog():
    play = terminal()
    play(hook("pre", may_wait=False))
    assert play(e.HookLeft("pre")) == []
    assert list(play.state.cards) == ["shop:q"]


def test_a_process_of_the_server_that_dies_leaves_its_question_open():
    play = cbos_play()
    play(hook(), asked(ask()), recalled(ask(), None))
    assert play(e.HookLeft("h1")) == []
    assert list(play.state.cards) == ["S:q"]


def test_the_next_prompt_ends_what_a_terminals_dialog_asked():
    play = terminal()
    play(hook("pre", may_wait=False), recalled(told(), None), hook("dialog", tool_use_id=""))
    assert play(e.HookMovedOn("other")) == []
    assert a.WarmUp() in play.actions
    assert play(e.HookMovedOn("c1"))[:2] == ["closed q: answered_elsewhere", "tell dialog: nothing"]


def test_a_second_wait_for_the_same_question_ends_the_first():
    play = terminal()
    play(hook("one"), recalled(told(), None))
    assert play(hook("two")) == ["tell one: nothing"]


def test_a_call_that_was_closed_here_is_left_alone():
    play = terminal()
    play(hook(), recalled(told(), None), e.Ignored("shop:q"))
    assert play(hook("again")) == ["tell again: nothing"]


def test_ignore_lets_claude_go_on():
    play = terminal()
    play(hook(), recalled(told(), None))
    assert play(e.Ignored("shop:q")) == ["closed q: ignored", "tell h1: nothing"]


def test_a_session_without_a_folder_still_has_a_name():
    play = terminal()
    play(hook(project=""))
    assert list(play.state.cards) == ["claude:q"]


def test_two_dialogs_of_one_session_are_told_apart_by_their_words():
    play = terminal()
    other = e.HookAsked(
        "h2",
        Question("", "", (part("Which cache?"),), START, via="hook", session_id="c1", project=PROJECT),
        may_wait=True,
        is_deferrable=False,
    )
    assert play(hook("h1"), other).count("question q") == 1
    assert len(play.state.cards) == 2
    assert play(by_person("MySQL"))[0] == "tell h1: nothing"
    assert [card.seat.call_id for card in play.state.cards.values()] == ["h2"]


def test_a_terminal_beside_the_servers_sessions_has_its_folders_name():
    play = Play()
    assert play(hook()) == ["question q", "look up q"]
    assert list(play.state.cards) == ["shop:q"]


def test_an_answer_to_no_known_call_says_nothing():
    assert terminal()(by_person("x", tool_use_id="none"), by_person("x", tool_use_id="")) == []


CALL = HookCall("PreToolUse", "c1", PROJECT, tool_use_id="q", parts=(part(),))


@pytest.mark.parametrize("event", ["PostToolUseFailure", "Stop"])
def test_what_tells_nothing_new_is_no_event(event):
    assert list(hook_events(replace(CALL, event=event), "h", now=START)) == []


def test_hook_calls_become_events():
    asks = replace(
        CALL, questions=({"question": "Which database?"},), is_print_mode=True, version=(2, 1, 185)
    )
    (event,) = hook_events(asks, "h", now=START)
    assert isinstance(event, e.HookAsked)
    assert (event.call_id, event.may_wait, event.is_deferrable) == ("h", True, True)
    assert (event.question.via, event.question.project) == ("hook", PROJECT)
    assert list(hook_events(CALL, "h", now=START)) == []  # no question that could be answered
    done = replace(CALL, event="PostToolUse", answers=("x",), is_by_person=True)
    assert list(hook_events(done, "h", now=START)) == [by_person("x")]
    for name in ("UserPromptSubmit", "SessionEnd"):
        assert list(hook_events(replace(CALL, event=name), "h", now=START)) == [e.HookMovedOn("c1")]


def test_a_run_without_hooks_is_as_before():
    play = Play(**AUTO, grace=0.0)
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"))
    assert play(idle())[-1] == "sent SQLite by auto, send S: SQLite"


WINDOW = Terminal(pids=(7,), window=5)


def test_the_terminal_that_asked_is_shown_and_the_notification_has_done_its_work():
    play = terminal()
    play(hook(may_wait=False, terminal=WINDOW), recalled(told(), None))

    assert play(e.TerminalRequested("shop:q")) == [f"show {WINDOW}"]
    assert not play.state.cards["shop:q"].is_due


def test_a_later_call_tells_a_later_terminal_and_one_that_tells_none_changes_nothing():
    play = terminal()
    play(hook("h1", may_wait=False, terminal=WINDOW), recalled(told(), None))

    play(hook("h2"))
    assert play.state.cards["shop:q"].terminal == WINDOW
    play(hook("h3", terminal=Terminal(pids=(8,))))
    assert play.state.cards["shop:q"].terminal == Terminal(pids=(8,))


def test_without_a_terminal_nothing_is_shown():
    play = terminal()
    play(hook())

    assert play(e.TerminalRequested("shop:q"), e.TerminalRequested("shop:gone")) == []
    assert play.state.cards["shop:q"].is_due


def test_what_is_answered_in_a_terminal_never_goes_to_a_session_that_has_its_folders_name():
    play = Play()
    play(e.SessionsListed((info("idle", "shop"),)), hook(may_wait=False))
    play(recalled(told(), None))

    assert [said for said in play(e.Replied("shop:q", ("SQLite",))) if said.startswith("send ")] == []
    play(e.SessionDeleted("shop"))
    assert "shop:q" in play.state.cards
