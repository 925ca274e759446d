"""What is read alike from frames, hooks and transcripts."""

from orchestrator_tray.core.claude_json import parts_of
from orchestrator_tray.core.question import Part


def test_odd_options_are_taken_as_far_as_they_make_sense():
    odd = ["text", {"label": "A"}, {"label": "A"}, {"label": 7}, {"label": " "}, None, {"description": "x"}]
    (only,) = parts_of({"questions": [{"question": "Q?", "options": odd}]})
    assert only.labels == ("text", "A")
    assert parts_of({"questions": [{"question": "Q?", "options": "none"}]}) == (Part("Q?"),)
    assert parts_of({"questions": "Q?"}) == parts_of(None) == ()
