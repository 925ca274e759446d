"""The lines that steer the listener."""

import pytest

from orchestrator_tray.core import events as e
from orchestrator_tray.core.commands import command


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ('{"type":"accept","question_id":"q"}', e.Accepted("q")),
        ('{"type":"ignore","question_id":"q"}', e.Ignored("q")),
        ('{"type":"stop","question_id":"q"}', e.Stopped("q")),
        ('{"type":"reply","question_id":"q","answers":["a","b"]}', e.Replied("q", ("a", "b"))),
        ('{"type":"wrong","question_id":"q","answers":["\\ud83d"]}', e.Corrected("q", ("\ufffd",))),
        (
            '{"type":"set","paused":true,"auto_threshold":0.9}',
            e.SettingsChanged({"paused": True, "auto_threshold": 0.9}),
        ),
        ('{"type":"quit"}', e.QuitRequested()),
    ],
)
def test_a_command_becomes_an_event(line: str, event: e.Event):
    assert command(line) == event


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("x", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "list"),
        ('{"type":"dance"}', "'dance'"),
        ("{}", "None"),
        ('{"type":"accept"}', "question_id"),
        ('{"type":"accept","question_id":7}', "question_id"),
        ('{"type":"reply","question_id":"q"}', "answers"),
        ('{"type":"reply","question_id":"q","answers":[1]}', "answers"),
        ('{"type":"set"}', "names no setting"),
        ('{"type":"set","url":"ws://evil"}', "url"),
    ],
)
def test_a_line_that_makes_no_sense_says_why(line: str, says: str):
    event = command(line)
    assert isinstance(event, e.CommandRejected)
    assert says in event.text
