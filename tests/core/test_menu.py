"""What the tray shows in every state, and what its rows mean."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from orchestrator_tray.core import events as e
from orchestrator_tray.core.decision import Answered
from orchestrator_tray.core.display import percent
from orchestrator_tray.core.menu import History, PauseAsked, Surroundings, meant, score_text, tray_view
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.core.terminal import Terminal
from orchestrator_tray.core.view import MenuItem
from tests.support.playbook import RUN, START, Play, ask, asked, idle, info, init, part, recalled, working

AROUND = Surroundings(START)


def rows(play: Play, around: Surroundings = AROUND) -> dict[str, MenuItem]:
    return {item.key: item for item in tray_view(play.state, around).items}


def asking(**settings: object) -> Play:
    play = Play(**settings)
    play(*RUN, asked(ask()), recalled(ask(), "SQLite"))
    return play


def children(item: MenuItem) -> list[tuple[str, object]]:
    return [(child.label, child.event) for child in item.children]


def test_the_icon_tells_the_state():
    def icon(play: Play) -> str:
        return tray_view(play.state, AROUND).icon

    assert icon(Play(connected=False)) == "offline"
    offline = asking()
    offline(e.LinkChanged("lost"))
    assert icon(offline) == "question"
    assert icon(Play()) == "connected"
    assert icon(Play(auto_answer=True)) == "auto"
    assert icon(asking()) == "question"
    assert icon(asking(paused=True)) == "paused"


@pytest.mark.parametrize(
    ("play", "words"),
    [
        (Play(connected=False), "Not connected"),
        (Play(), "Connected, 1 session"),
        (asking(), "Connected, 1 session, 1 question"),
        (Play(paused=True), "Connected, 1 session, paused"),
        (Play(paused_until="2026-03-01T13:05:00Z"), "Connected, 1 session, paused until 13:05"),
        (
            Play(paused_until="2026-03-02T09:00:00+01:00"),
            "Connected, 1 session, paused until tomorrow 08:00",
        ),
        (
            Play(paused_until="2026-03-08T08:00:00Z"),
            "Connected, 1 session, paused until 2026-03-08 08:00",
        ),
    ],
)
def test_the_status_line_says_it_in_words(play: Play, words: str):
    view = tray_view(play.state, AROUND)
    assert (view.tooltip, view.items[0].label, view.items[0].enabled) == (words, words, False)


def test_quiet_hours_are_told_in_the_status():
    play = Play()
    play(e.QuietChanged(is_quiet=True))
    assert tray_view(play.state, AROUND).tooltip == "Connected, 1 session, quiet hours"


def test_the_status_counts():
    play = Play()
    play(e.SessionCreated(info(slug="T")), asked(ask("q1")), asked(ask("q2", "T")))
    view = tray_view(play.state, AROUND)
    assert (view.tooltip, view.count) == ("Connected, 2 sessions, 2 questions", 2)


def test_an_open_question_offers_its_suggestion_its_other_options_and_ignore():
    item = rows(asking())["question S:q"]
    assert item.label == "S: Which database?"
    confidence = asking().state.cards["S:q"].decision.confidence
    assert children(item) == [
        (f"SQLite ({percent(confidence)})", e.Accepted("S:q")),
        ("MySQL", e.Replied("S:q", ("MySQL",))),
        ("Ignore", e.Ignored("S:q")),
    ]


def test_a_question_without_a_suggestion_offers_its_options():
    play = Play()
    play(*RUN, asked(ask()), recalled(ask(), None))
    labels = [child.label for child in rows(play)["question S:q"].children]
    assert labels == ["SQLite", "MySQL", "Ignore"]


def test_several_parts_are_answered_one_after_the_other_and_sent_together():
    question = ask("q", "S", part(), part("Which cache?", ("Redis", "None")))
    play = Play()
    play(*RUN, asked(question), recalled(question, "SQLite", "Redis"))
    suggestion, *choices = rows(play)["question S:q"].children
    assert suggestion.label.startswith("SQLite · Redis (")
    assert [(row.label, row.kind, row.enabled) for row in choices] == [
        ("Which database?", "submenu", True),
        ("Which cache?", "submenu", True),
        ("Send", "action", False),
        ("Ignore", "action", True),
    ]
    play(e.Ticked("S:q", 0, "MySQL"), e.Ticked("S:q", 0, "SQLite"), e.Ticked("S:q", 1, "None"))
    database, cache, send = rows(play)["question S:q"].children[1:4]
    assert [(row.label, row.kind, row.checked) for row in database.children] == [
        ("SQLite", "radio", True),
        ("MySQL", "radio", False),
    ]
    assert (database.label, cache.label) == ("Which database? → SQLite", "Which cache? → None")
    assert (send.label, send.enabled) == ("Send: SQLite · None", True)
    assert send.event == e.Replied("S:q", ("SQLite", "None"))


def test_options_of_which_several_may_be_chosen_are_marked_and_sent_in_their_order():
    question = ask("q", "S", part(labels=("Tests", "Linter", "Types"), multi=True))
    play = Play()
    play(*RUN, asked(question), recalled(question, None))
    assert [(row.label, row.kind) for row in rows(play)["question S:q"].children] == [
        ("Tests", "check"),
        ("Linter", "check"),
        ("Types", "check"),
        ("Send", "action"),
        ("Ignore", "action"),
    ]
    for label in ("Types", "Linter", "Tests", "Linter"):
        play(e.Ticked("S:q", 0, label))
    tests, linter, types, send, _ = rows(play)["question S:q"].children
    assert [row.checked for row in (tests, linter, types)] == [True, False, True]
    assert (send.label, send.event) == ("Send: Tests, Types", e.Replied("S:q", ("Tests, Types",)))
    assert play(send.event) == ["queued Tests, Types by user"]


def test_a_question_with_a_part_in_own_words_is_not_answered_in_the_menu():
    question = ask("q", "S", part(), part("What shall it be called?", ()))
    play = Play()
    play(*RUN, asked(question), recalled(question, None, None))
    assert [row.label for row in rows(play)["question S:q"].children] == ["Ignore"]


def test_a_mark_on_a_question_that_is_gone_is_told():
    assert Play()(e.Ticked("S:gone", 0, "SQLite")) == ["problem choose"]


def test_an_answer_that_waits_can_be_stopped_or_sent_now():
    item = rows(asking(auto_answer=True))["question S:q"]
    assert children(item) == [
        ("Going to answer: SQLite", None),
        ("Send it now", e.Accepted("S:q")),
        ("Stop", e.Stopped("S:q")),
    ]
    play = asking()
    play(e.Accepted("S:q"))
    assert [child.label for child in rows(play)["question S:q"].children] == [
        "Going to answer: SQLite",
        "Stop",
    ]


def test_an_answer_on_its_way_can_only_be_watched():
    play = asking(auto_answer=True, grace=0.0)
    play(idle())
    assert children(rows(play)["question S:q"]) == [("The answer is on its way", None)]


def test_a_failed_reply_can_be_sent_again():
    play = Play()
    play(*RUN, asked(ask()), idle(), e.Replied("S:q", ("MySQL",)))
    play.wait(6)
    failure, again = children(rows(play)["question S:q"])[:2]
    assert failure == ("Not delivered: it may have arrived: the server did not confirm it", None)
    assert again == ("MySQL", e.Accepted("S:q"))


def test_agent_text_cannot_act_in_the_menu():
    play = Play()
    play(*RUN, asked(ask("q", "S", part("Go\x1b[31m\u202e\non?" + "x" * 100, ("a\tb", "c")))))
    item = rows(play)["question S:q"]
    assert item.label == "S: Go on?" + "x" * 54 + "..."
    assert item.children[0].label == "a b"


def test_auto_answer_and_thresholds_are_chosen_in_the_menu():
    items = rows(Play(auto_threshold=0.93))
    assert (items["auto"].checked, items["auto"].event) == (False, e.SettingsChosen({"auto_answer": True}))
    radios = [(child.label, child.checked) for child in items["auto_threshold"].children]
    assert radios == [("90%", False), ("93%", True), ("95%", False), ("98%", False), ("99%", False)]
    assert items["auto_threshold"].label == "Answer from 93%"
    assert items["suggest_threshold"].children[0].event == e.SettingsChosen({"suggest_threshold": 0.6})


def test_a_pause_lasts_an_hour_till_morning_or_until_resumed_from_when_it_is_chosen():
    items = children(rows(Play())["pause"])
    assert [label for label, _ in items] == ["For an hour", "Until tomorrow", "Until resumed"]
    later = START + timedelta(hours=3)  # the menu was painted long before
    assert [meant(event, later) for _, event in items] == [
        e.PauseChosen(later + timedelta(hours=1)),
        e.PauseChosen(datetime(2026, 3, 2, 8, 0, tzinfo=UTC)),
        e.PauseChosen(None),
    ]
    assert rows(Play(paused=True))["resume"].event == e.Resumed()


def test_after_midnight_tomorrow_means_the_coming_morning():
    night = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
    assert meant(PauseAsked("tomorrow"), night) == e.PauseChosen(datetime(2026, 3, 2, 8, 0, tzinfo=UTC))


def test_a_row_without_time_means_what_it_posts():
    assert meant(e.QuitRequested(), START) == e.QuitRequested()


@pytest.mark.parametrize(
    ("history", "label", "event"),
    [
        (History("offered"), "Learn from Claude Code's history", e.OpenRequested("history")),
        (History("running", 1234), "Learning from the history: 1,234 new answers", None),
        (History("learned", 5000), "Learned from the history: 5,000 new answers", None),
    ],
)
def test_learning_from_the_history_is_offered_followed_and_told(
    history: History, label: str, event: e.Event | None
):
    assert "history" not in rows(Play())
    row = rows(Play(), replace(AROUND, history=history))["history"]
    assert (row.label, row.event, row.enabled) == (label, event, event is not None)


def test_the_score_is_said_in_words():
    assert score_text(1041, 1040) == "Auto-answer would have answered 1,041, 1,040 right"
    assert score_text(0, 0) == ""


def test_recent_answers_can_be_called_wrong():
    play = asking()
    play(e.Accepted("S:q"), idle(), working(), init())
    (item,) = rows(play)["recent"].children
    assert item.label == "S: Which database? → SQLite"
    assert children(item) == [
        ("That was wrong", e.Corrected("S:q", ())),
        ("That was wrong: MySQL", e.Corrected("S:q", ("MySQL",))),
    ]
    play(e.Corrected("S:q", ("MySQL",)))
    (item,) = rows(play)["recent"].children
    assert (item.label, item.kind) == ("S: Which database? → SQLite (wrong)", "info")


def test_the_score_and_the_start_at_login_are_shown():
    around = replace(AROUND, starts_at_login=True, score="would have answered 41, 40 right")
    items = rows(Play(), around)
    assert items["login"].checked
    assert items["score"].label == "would have answered 41, 40 right"
    assert "score" not in rows(Play())


def test_keys_are_unique_and_every_choice_means_something():
    play = asking()
    play(e.Accepted("S:q"), idle(), working(), init(), asked(ask("q2")))
    items = tray_view(play.state, AROUND).items
    assert len({item.key for item in items}) == len(items)
    for item in items:
        assert item.event is not None or item.kind in {"info", "separator", "submenu"}


def test_an_answer_of_several_parts_is_called_wrong_as_a_whole():
    question = ask("q", "S", part(), part("Which cache?"))
    play = Play()
    play.state = replace(play.state, recent=(Answered(question, ("SQLite", "None"), "auto"),))
    (item,) = rows(play)["recent"].children
    assert children(item) == [("That was wrong", e.Corrected("S:q", ()))]


def test_the_defaults_are_among_the_choices():
    radios = rows(Play())
    assert [child.checked for child in radios["auto_threshold"].children].count(True) == 1
    assert len(radios["auto_threshold"].children) == 4
    assert Settings().suggest_threshold in (0.6, 0.7, 0.8, 0.9)


def test_a_question_in_a_terminal_leads_there():
    play = asking()
    card = replace(play.state.cards["S:q"], terminal=Terminal(pids=(7,)))
    play.state = replace(play.state, cards={"S:q": card})
    assert children(rows(play)["question S:q"])[-1] == ("Show terminal", e.TerminalRequested("S:q"))

    play.state = replace(play.state, settings=replace(play.state.settings, show_terminal=False))
    assert children(rows(play)["question S:q"])[-1] == ("Ignore", e.Ignored("S:q"))
