"""What is believed of a terminal that another process tells of."""

import pytest

from orchestrator_tray.core.terminal import Terminal, terminal_of


def test_what_has_its_shape_is_taken():
    seen = {
        "pids": [31, 30, 2],
        "WINDOWID": "10485773",
        "TMUX": "/tmp/tmux-1000/default,3014,0",
        "TMUX_PANE": "%12",
        "TERM_PROGRAM": "tmux",
        "__CFBundleIdentifier": "com.apple.Terminal",
    }

    assert terminal_of(seen) == Terminal(
        (31, 30, 2), 10485773, "/tmp/tmux-1000/default", "%12", "com.apple.Terminal"
    )


@pytest.mark.parametrize(
    "seen",
    [
        None,
        [],
        {},
        {"pids": None, "WINDOWID": None, "TMUX": 1, "TMUX_PANE": []},
        {"pids": [0, 1, -5, True, "7", 2.5, 2**31]},
        {"WINDOWID": "0"},
        {"WINDOWID": "-1"},
        {"WINDOWID": "0x5"},
        {"WINDOWID": "٣"},
        {"WINDOWID": "4294967296"},
        {"WINDOWID": "9" * 5000},
        {"TMUX": "/tmp/tmux-1000/default,1,0"},
        {"TMUX": "default,1,0", "TMUX_PANE": "%1"},
        {"TMUX": "-V,1,0", "TMUX_PANE": "%1"},
        {"TMUX": "/tmp/a\nb,1,0", "TMUX_PANE": "%1"},
        {"TMUX": "/tmp/tmux,1,0", "TMUX_PANE": "%1; kill-server"},
        {"__CFBundleIdentifier": "-a Calculator"},
        {"__CFBundleIdentifier": "com.apple.Terminal; x"},
        {"TERM_PROGRAM": "whatever"},
    ],
)
def test_what_has_another_shape_is_nothing(seen):
    assert terminal_of(seen) is None


def test_a_known_terminal_of_macos_needs_no_identifier():
    assert terminal_of({"TERM_PROGRAM": "iTerm.app"}) == Terminal(bundle="com.googlecode.iterm2")


def test_only_so_many_processes_are_kept():
    assert len(terminal_of({"pids": [*range(2, 1000)]}).pids) == 32
