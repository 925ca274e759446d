"""Stems: the forms of one word fold together, different words stay apart."""

import pytest

from orchestrator_tray.core.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "migrate migrates migrated migrating migration migrations",
        "generate generated generating generation",
        "organise organised organising organize organized organization organisation",
        "color colour colours coloured colors",
        "run runs running ran",
        "freeze freezes froze frozen freezing",
        "build builds built building",
        "stop stops stopped stopping",
        "retry retries retried retrying",
        "dependency dependencies",
        "automatic automatically",
        "deploy deploys deployed deployment deployments deploying",
        "child children",
        "small smaller",
        "easy easily",
        "segment segments",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "test text",
        "user use",
        "four for",
        "news new",
        "process procedure",
        "string stream",
        "speed speech",
        "exercise exert",
        "status state",
    ],
)
def test_different_words_have_different_stems(words: str):
    one, other = words.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["during", "redis", "css", "status", "http2", "is", "need"])
def test_grammar_names_and_words_that_only_look_inflected_stay(word: str):
    assert stem(word) == word
