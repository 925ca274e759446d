"""What a question is like as a whole: the numbers that come from the model, without the model."""

from array import array

from orchestrator_tray.core.question import Option, Part
from orchestrator_tray.core.second_opinion import looks_dangerous, whole_text
from orchestrator_tray.core.second_opinion_weights import MODEL, WEIGHTS


def vector(sign: float) -> bytes:
    """Return the one that is most, or least, like danger."""
    length = sum(weight * weight for weight in WEIGHTS) ** 0.5
    return array("f", [sign * weight / length for weight in WEIGHTS]).tobytes()


def test_there_is_one_weight_for_each_dimension():
    assert len(WEIGHTS) == 384


def test_what_points_to_danger_looks_dangerous_and_its_contrary_does_not():
    assert looks_dangerous(vector(1), MODEL)
    assert not looks_dangerous(vector(-1), MODEL)


def test_nothing_is_told_of_another_models_vectors():
    assert not looks_dangerous(vector(1), "another-model")


def test_the_whole_is_the_question_and_all_that_it_offers():
    part = Part("Which way?", "Way", (Option("Left", "The short one"), Option("Right")))
    assert whole_text(part) == "Which way? Left The short one; Right"
    assert whole_text(Part("Which port?")) == "Which port?"


def test_no_more_is_read_than_the_model_takes():
    assert len(whole_text(Part("x" * 100_000))) < 10_000
