"""Groups of words: what stands for what, and what excludes what."""

import pytest

from orchestrator_tray.core.senses import opposites, rivalries, senses
from orchestrator_tray.core.stems import stem


@pytest.mark.parametrize(
    ("one", "other"), [("remove", "delete"), ("start", "begin"), ("fix", "repair"), ("show", "display")]
)
def test_words_that_can_stand_for_one_another_share_a_sense(one: str, other: str):
    assert senses(stem(one)) & senses(stem(other))


def test_an_unknown_word_has_no_sense_and_no_rivals():
    assert not senses("frobnic")
    assert not rivalries("frobnic")


@pytest.mark.parametrize(("one", "other"), [("enable", "disable"), ("set", "unset"), ("start", "stop")])
def test_opposites_exclude_each_other_both_ways(one: str, other: str):
    assert stem(other) in opposites(stem(one))
    assert stem(one) in opposites(stem(other))


def test_a_word_is_never_its_own_opposite_and_short_ones_get_no_prefix():
    assert "on" not in opposites("on")
    assert "unon" not in opposites("on")
    assert "quick" not in opposites("quick")
