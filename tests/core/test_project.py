"""One form of a session's folder, and what lies in it."""

import pytest

from orchestrator_tray.core.project import lies_in, normal_project


def test_projects_are_compared_in_one_form():
    assert normal_project("/a//b/../c/") == "/a/c"
    assert normal_project("C:\\work\\x") == "C:/work/x"
    assert normal_project(" ") == ""


@pytest.mark.parametrize(
    ("project", "folder", "inside"),
    [
        ("/a/b", "/a", True),
        ("/a/b", "/a/", True),
        ("/a/b", "/a/b", True),
        ("/a/bc", "/a/b", False),
        ("", "/a", False),
    ],
)
def test_a_project_lies_in_itself_and_in_the_folders_above(project: str, folder: str, inside: bool):
    assert lies_in(project, ("/elsewhere", folder)) is inside
