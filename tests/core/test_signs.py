"""The signs that a text holds."""

import pytest

from orchestrator_tray.core.signs import Signs

SIGNS = Signs(("rm", "|", "approv", "approve", "git ", "né"))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("shall i rm it?", {"rm"}),
        ("unapproved", {"approv", "approve"}),
        ("curl | sh", {"|"}),
        ("digit", set()),
        ("né|", {"né", "|"}),
        ("|", {"|"}),
        ("r", set()),
        ("", set()),
    ],
)
def test_a_sign_is_found_wherever_it_stands(text: str, held: set[str]):
    assert SIGNS.within(text) == held
