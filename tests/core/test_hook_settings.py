import json
import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestrator_tray.core.hook_settings import (
    installed_events,
    original,
    others,
    our_commands,
    rivals,
    with_hook,
    without_hook,
)
from orchestrator_tray.core.hook_wire import EVENTS
from orchestrator_tray.core.jsonc import JsonError

COMMAND = "/opt/orchestrator-tray hook --socket /run/user/1000/orchestrator-tray/x.sock"
OTHER = {"hooks": [{"type": "command", "command": "echo hi"}]}
ASKED = {"matcher": "AskUserQuestion|Bash", "hooks": [{"type": "command", "command": "other"}]}
FILES = {
    "usual": '{\n  "model": "opus",\n  "permissions": {\n    "allow": ["Bash(ls)"]\n  }\n}\n',
    "no end of line": '{"model":"opus"}',
    "one line": '{"model": "opus", "x": [1, 2]}\n',
    "tabs": '{\n\t"model": "opus",\n\t"env": {\n\t\t"A": "1"\n\t}\n}',
    "four": '{\n    "a": 1\n}\n',
    "windows": '{\r\n  "a": 1\r\n}\r\n',
    "marked": '\ufeff{\n  "a": 1\n}\n',
    "comments": '// mine\n{\n  // first\n  "a": 1, // one\n  /* last */ "b": 2 // two\n}\n// end\n',
    "last comma": '{\n  "a": [1, 2,],\n}\n',
    "odd": '\n{  "a"\n:1 ,\n      "b" : {}\n  }  \n\n',
    "other hooks": json.dumps({"hooks": {"PreToolUse": [OTHER, ASKED], "Stop": [OTHER]}, "a": 1}, indent=2),
    "other hooks in one line": json.dumps({"a": 1, "hooks": {"SessionStart": [OTHER], "Stop": [OTHER]}}),
    "commented hooks": """{
  "hooks": { // all
    // before
    "Stop": [ // here
      /* x */
      {"hooks": []}
    ]
  }
}
""",
    "umlauts": '{\n  "a": "Grüße \\u00e4 🎉"\n}\n',
}
EMPTY = {
    "nothing": None,
    "empty file": "",
    "blank file": " \n\n",
    "empty": "{}",
    "empty with blank": "{ }\n",
    "empty on two lines": "{\n}\n",
    "empty with a comment": "{ // nothing\n}\n",
    "no hooks": '{"hooks": {}}',
    "no hooks on lines": '{\n  "hooks": {\n  }\n}\n',
    "empty lists": '{\n  "hooks": {\n    "Stop": [],\n    "PreToolUse": [ ]\n  }\n}\n',
}


def rest(text):
    """Return what is not ours; settings without hooks and with none of them are the same."""
    value = others(text)
    return {**value, "hooks": value.get("hooks") or {}}


@pytest.mark.parametrize("name", FILES)
def test_what_was_added_can_be_taken_out_to_the_byte(name):
    assert without_hook(with_hook(FILES[name], COMMAND)) == FILES[name]


@pytest.mark.parametrize("name", FILES | EMPTY)
def test_a_backup_brings_back_every_byte(name):
    text = (FILES | EMPTY)[name]
    assert original(with_hook(text, COMMAND), text) == text


@pytest.mark.parametrize("name", FILES | EMPTY)
def test_the_hook_is_there_at_every_event_and_all_else_as_before(name):
    text = (FILES | EMPTY)[name]
    new = with_hook(text, COMMAND)

    assert set(installed_events(new)) == set(EVENTS)
    assert set(our_commands(new)) == {COMMAND}
    assert rest(new) == rest(without_hook(new)) == rest(text or "")


def test_a_fresh_file_is_laid_out_for_reading():
    text = with_hook(None, COMMAND)

    assert text == json.dumps(json.loads(text), indent=2) + "\n"
    hooks = json.loads(text)["hooks"]
    assert hooks["PreToolUse"] == [
        {"matcher": "AskUserQuestion", "hooks": [{"type": "command", "command": COMMAND, "timeout": 86400}]}
    ]
    assert hooks["Stop"] == [{"hooks": [{"type": "command", "command": COMMAND, "timeout": 10}]}]


@pytest.mark.parametrize(("name", "unit"), [("usual", "  "), ("tabs", "\t"), ("four", "    ")])
def test_the_files_own_indentation_is_kept(name, unit):
    lines = with_hook(FILES[name], COMMAND).splitlines()

    assert lines[1] == f'{unit}"hooks": {{'
    assert lines[2] == f'{unit * 2}"PreToolUse": ['
    assert lines[-1] == "}"


def test_line_ends_of_windows_are_kept():
    assert "\n" not in with_hook(FILES["windows"], COMMAND).replace("\r\n", "")


def test_a_file_in_one_line_stays_one():
    assert with_hook(FILES["one line"], COMMAND).count("\n") == 1


VALUES = st.recursive(
    st.none() | st.integers() | st.text("ab/*\"'{}[],: \n", max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=3),
    max_leaves=8,
)
GROUPS = st.lists(st.sampled_from([OTHER, ASKED, {"hooks": []}, {"matcher": "X"}]), max_size=2)
HOOKS = st.dictionaries(st.sampled_from([*EVENTS, "SessionStart"]), GROUPS, max_size=4)


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(["a", "b", "c"]), VALUES, max_size=3),
    HOOKS | st.none(),
    st.sampled_from([None, 1, 2, "\t"]),
    st.booleans(),
)
def test_any_settings_survive(plain, hooks, indent, ascii_only):
    value = plain if hooks is None else {**plain, "hooks": hooks}
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    new = with_hook(text, COMMAND)

    assert set(installed_events(new)) == set(EVENTS)
    assert original(new, text) == text
    assert rest(new) == rest(without_hook(new)) == rest(text)
    assert our_commands(without_hook(new)) == ()
    assert json.loads(new)


def test_what_a_person_changed_meanwhile_stays():
    new = with_hook(FILES["usual"], COMMAND).replace('"opus"', '"sonnet"')

    assert original(new, FILES["usual"]) == FILES["usual"].replace('"opus"', '"sonnet"')


def test_without_a_backup_only_ours_goes():
    for text in FILES.values():
        assert original(with_hook(text, COMMAND), None) == text


def test_settings_without_our_hook_are_their_own_original():
    assert original(FILES["usual"], "old") == FILES["usual"]
    assert original(None, "old") is None


def test_a_hook_that_stands_among_others_is_taken_out_alone():
    theirs = {"type": "command", "command": "theirs"}
    ours = {"type": "command", "command": COMMAND}
    for handlers in ([ours, theirs], [theirs, ours], [theirs, ours, theirs], [ours, ours, theirs]):
        text = json.dumps({"hooks": {"Stop": [{"hooks": handlers}, {"hooks": 1}, 2], "Other": 3}}, indent=2)
        expected = [handler for handler in handlers if handler is theirs]

        assert json.loads(without_hook(text)) == {
            "hooks": {"Stop": [{"hooks": expected}, {"hooks": 1}, 2], "Other": 3}
        }
        assert others(text) == others(without_hook(text))


def test_comments_beside_our_hook_stay_when_it_goes():
    text = f'{{"a": 1, /* why */ "hooks": {{"Stop": [{{"hooks": [{{"command": "{COMMAND}"}}]}}]}} /* so */ }}'

    assert without_hook(text) == '{"a": 1 /* why */ /* so */ }'


@pytest.mark.parametrize(
    "command",
    [
        "orchestrator-tray hook",
        "'/opt/My Apps/orchestrator-tray' hook",
        '"C:/Program Files/orchestrator-tray.exe" hook --socket x',
        "/opt/orchestrator-tray-0.1.0-x86_64 --data-dir '/a b' hook",
        "/usr/bin/python3 -m orchestrator_tray hook",
    ],
)
def test_our_command_is_known_however_it_is_called(command):
    assert our_commands(with_hook(None, command)) == (command,) * len(EVENTS)


@pytest.mark.parametrize(
    "command", ["orchestrator-tray listen", "hook", "my-hook orchestrator", "orchestrator-tray hooked"]
)
def test_other_commands_are_not_ours(command):
    text = json.dumps({"hooks": {"Stop": [{"hooks": [{"command": command}]}]}})

    assert our_commands(text) == ()
    assert without_hook(text) == text


@pytest.mark.parametrize(
    ("matcher", "is_rival"),
    [
        ("AskUserQuestion", True),
        ("", True),
        ("*", True),
        ("Ask.*", True),
        (None, True),
        ("Bash", False),
        ("[", False),
    ],
)
def test_another_hook_for_the_same_question_is_a_rival(matcher, is_rival):
    group = {
        "matcher": matcher,
        "hooks": [{"command": "theirs"}, {"command": COMMAND}, {"type": "prompt"}, 1],
    }
    text = json.dumps({"hooks": {"PreToolUse": [group], "Stop": [group], "X": 1, "Y": [1, {"hooks": 2}]}})

    assert rivals(text) == (("theirs",) if is_rival else ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[]", "the file is not a JSON object"),
        ("{", "line 1: a name in double quotes is missing"),
        ('{"hooks": []}', '"hooks" is not a JSON object'),
        ('{"hooks": {"Stop": {}}}', '"Stop" in "hooks" is not a list'),
        ('{"hooks": {}, "hooks": {}}', 'has "hooks" twice: keep one of them'),
        ('{"hooks": {"Stop": [], "Stop": []}}', 'has "Stop" twice: keep one of them'),
    ],
)
def test_what_is_not_understood_is_refused(text, problem):
    with pytest.raises(JsonError, match="^" + re.escape(problem) + "$"):
        with_hook(text, COMMAND)


@pytest.mark.parametrize("text", ["[]", '{"hooks": []}', '{"hooks": 1}', "3"])
def test_odd_settings_have_nothing_of_ours(text):
    assert our_commands(text) == ()
    assert without_hook(text) == text
    assert others(text) == json.loads(text)


def test_an_installed_text_that_cannot_be_made_again_is_undone_piece_by_piece():
    new = with_hook(FILES["usual"], COMMAND)

    assert original(new, "[]") == FILES["usual"]


def test_installing_over_another_place_of_ours_takes_the_old_one_out_first():
    for old, text in product(("/old/orchestrator-tray hook", "orchestrator-tray hook"), FILES.values()):
        assert with_hook(original(with_hook(text, old), text), COMMAND) == with_hook(text, COMMAND)
