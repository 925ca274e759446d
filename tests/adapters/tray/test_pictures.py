import itertools

import pytest

from orchestrator_tray.adapters.tray.pictures import picture
from orchestrator_tray.paths import icon_file

STATES = ("offline", "connected", "question", "auto", "paused")
PANELS = ("light", "dark", "any")


@pytest.mark.parametrize("size", [16, 22, 24, 32, 48, 64])
@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("state", STATES)
def test_every_state_has_a_picture_of_its_size(state, panel, size):
    image = picture(state, 0, panel, size)

    assert (image.size, image.mode) == ((size, size), "RGBA")
    assert image.getchannel("A").getextrema() == (0, 255)


@pytest.mark.parametrize("panel", PANELS)
def test_states_differ_in_shape_and_not_only_in_colour(panel):
    greys = [picture(state, 0, panel, 22).convert("LA") for state in STATES]

    for one, other in itertools.combinations(greys, 2):
        outlines = [image.getchannel("A").point(lambda alpha: 255 * (alpha > 128)) for image in (one, other)]
        details = [image.getchannel("L").point(lambda light: 255 * (light > 110)) for image in (one, other)]
        differing = sum(
            a != b or c != d
            for a, b, c, d in zip(*(each.get_flattened_data() for each in (*outlines, *details)), strict=True)
        )
        assert differing > 20


def test_counts_up_to_nine_look_different_and_more_look_alike():
    pictures = [picture("question", count, "any", 22).tobytes() for count in range(1, 13)]

    assert len({*pictures[:10]}) == 10
    assert len({*pictures[9:]}) == 1


def test_without_a_count_there_is_a_question_mark():
    assert picture("question", 0, "any", 22).tobytes() != picture("question", 1, "any", 22).tobytes()


def test_only_questions_are_counted():
    assert picture("auto", 3, "any", 22).tobytes() == picture("auto", 0, "any", 22).tobytes()


@pytest.mark.parametrize("size", [16, 22, 24, 32, 48, 64, 128, 256, 512])
def test_the_program_has_an_icon_of_every_size(size):
    assert icon_file("app", size).is_file()
