"""What is read alike from frames, hooks and transcripts."""

from orchestrator_tray.core.claude_json import normal_project, parts_of
from orchestrator_tray.core.question import Part


def test_odd_options_are_taken_as_far_as_they_make_sense():
    odd = ["text", {"label": "A"}, {"label": "A"}, {"label": 7}, {"label": " "}, None, {"description": "x"}]
    (only,) = parts_of({"questions": [{"question": "Q?", "options": odd}]})
    assert only.labels == ("text", "A")
    assert parts_of({"questions": [{"question": "Q?", "options": "none"}]}) == (Part("Q?"),)
    assert parts_of({"questions": "Q?"}) == parts_of(None) == ()


def test_projects_are_compared_in_one_form():
    assert normal_project("/a//b/../c/") == "/a/c"
    assert normal_project("C:\\work\\x") == "C:/work/x"
    assert normal_project(" ") == ""
