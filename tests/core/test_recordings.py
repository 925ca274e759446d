"""The recorded frames of the real server, straight into the core: what it makes of them."""

import json
from pathlib import Path

import pytest

from orchestrator_tray.core import events as e
from orchestrator_tray.core.wire import decode
from tests.support.playbook import Play

RECORDINGS = Path(__file__).parent.parent / "fixtures" / "cbos"
ALL = sorted(RECORDINGS.rglob("*.jsonl"))


def replayed(name: str, client: str = "A") -> tuple[Play, list[str]]:
    """Return the program's life along one client's frames, and all that was done."""
    play = Play(connected=False, grace=0.0)
    done: list[str] = []
    for line in (RECORDINGS / name).read_text().splitlines():
        record = json.loads(line)
        if record["client"] != client:
            continue
        if record["dir"] == "meta":
            state = "connected" if record["frame"].get("event") == "connected" else "lost"
            done += play(e.LinkChanged(state))
        elif record["dir"] == "in":
            done += play(*decode(json.dumps(record["frame"]), now=play.now))
    return play, done


def questions(done: list[str]) -> list[str]:
    return [words for words in done if words.startswith("question")]


def closings(done: list[str]) -> list[str]:
    return [words.rpartition(": ")[2] for words in done if words.startswith("closed")]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_every_recorded_frame_is_understood(path: Path):
    frames = [json.loads(line) for line in path.read_text().splitlines()]
    received = [json.dumps(record["frame"]) for record in frames if record["dir"] == "in"]
    events = [event for frame in received for event in decode(frame, now=Play().now)]
    assert not [event for event in events if isinstance(event, e.FrameRejected)]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("plain.jsonl", 0),
        ("ask_end.jsonl", 1),
        ("ask_multi.jsonl", 1),
        ("ask_continues.jsonl", 1),
        ("ask_split_message.jsonl", 1),
        ("ask_same_message.jsonl", 1),
        ("ask_with_other_tool.jsonl", 1),
        ("ask_text_end.jsonl", 1),
        ("ask_subagent.jsonl", 1),
        ("real_claude/auq_330.jsonl", 1),
        ("real_claude/prose_330.jsonl", 1),
    ],
)
def test_questions_are_found_once_each(name: str, count: int):
    assert len(questions(replayed(name)[1])) == count


def test_a_question_that_a_later_prompt_answered_is_answered_elsewhere():
    play, done = replayed("real_claude/auq_330.jsonl")
    assert closings(done) == ["answered_elsewhere"]
    assert not play.state.cards


def test_a_session_that_went_on_with_tools_has_moved_on():
    play, _ = replayed("ask_continues.jsonl")
    assert [card.has_moved_on for card in play.state.cards.values()] == [True]


def test_parts_keep_their_options_although_the_flat_list_mixes_them():
    play, _ = replayed("ask_multi.jsonl")
    (card,) = play.state.cards.values()
    assert len(card.question.parts) > 1
    assert all(part.options for part in card.question.parts)
