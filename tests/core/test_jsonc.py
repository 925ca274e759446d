import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_tray.core.jsonc import JsonError, extras, scanned

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None)
@given(VALUES, st.sampled_from([None, 2, "\t"]), st.booleans())
def test_it_reads_what_json_writes(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)

    assert scanned(text).value == value
    assert extras(text) == ()


@settings(deadline=None)
@given(VALUES)
def test_everything_stands_where_the_tree_says(value):
    text = json.dumps(value, indent=1)

    def check(node):
        assert json.loads(text[node.start : node.end]) == node.value
        for child in node.children:
            assert text[child.start : child.start + 1].strip()
            assert child.comma is None or text[child.comma] == ","
            check(child.node)

    check(scanned(text))


def test_comments_and_a_last_comma_are_read_and_named():
    text = '\ufeff// first\r\n{ /* a */ "a" : [1, // one\n 2 , ], "b//": "/* no */" , }\n/**/ // end'

    assert scanned(text).value == {"a": [1, 2], "b//": "/* no */"}
    assert extras(text) == ("comments", "a comma after the last item")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "line 1: a value is missing"),
        ("{", "line 1: a name in double quotes is missing"),
        ("[", "line 1: a value is missing"),
        ("[,]", "line 1: a value is missing"),
        ("[1 2]", "line 1: a comma or ] is missing"),
        ('{"a" 1}', "line 1: a colon is missing"),
        ("{a: 1}", "line 1: a name in double quotes is missing"),
        ('{"a": 1\n "b": 2}', "line 2: a comma or } is missing"),
        ("{}\n{}", "line 2: something stands after the end"),
        ("01", "line 1: something stands after the end"),
        ("NaN", "line 1: a value is missing"),
        ('"a\nb"', "line 1: a value is missing"),
        (r'"\x"', "line 1: Invalid \\escape: line 1 column 2 (char 1)"),
        ("/* open", "line 1: a value is missing"),
        ("[" * 100_000, "is nested too deeply"),
    ],
)
def test_what_is_no_json_is_told_with_its_line(text, problem):
    with pytest.raises(JsonError, match="^" + re.escape(problem) + "$"):
        scanned(text)


def test_a_name_that_stands_twice_is_refused_when_asked_for():
    root = scanned('{"a": 1, "b": 2, "a": 3}')

    assert root.member("b").node.value == 2
    assert root.member("c") is None
    with pytest.raises(JsonError, match='has "a" twice'):
        root.member("a")
