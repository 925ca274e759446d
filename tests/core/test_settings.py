from datetime import UTC, datetime, time

import pytest

from orchestrator_tray.core.settings import (
    ABOUT,
    DEFAULTS,
    Settings,
    changed,
    checked,
    conflict,
    is_loopback,
    is_paused,
    is_quiet,
    seconds_to_change,
    shown,
)


def test_every_default_is_usable_as_it_is():
    for name, default in DEFAULTS.items():
        assert checked(name, default) == default

    assert conflict(Settings()) is None


def test_every_setting_is_explained_in_one_sentence():
    assert set(ABOUT) == set(DEFAULTS)
    assert all(about.endswith((".", "none.")) and "\n" not in about for about in ABOUT.values())


@pytest.mark.parametrize(
    ("name", "value", "typed"),
    [
        ("auto_threshold", 1, 1.0),
        ("suggest_threshold", 0, 0.0),
        ("grace", 0, 0.0),
        ("auto_answer", True, True),
        ("excluded_projects", ["/a", "~/b"], ("/a", "~/b")),
        ("guard_ask", ["drop * table", "db:migrate"], ("drop * table", "db:migrate")),
        ("quiet_hours", "23:30-06:00", "23:30-06:00"),
        ("quiet_hours", "", ""),
        ("url", "ws://[::1]:8080/path", "ws://[::1]:8080/path"),
        ("url", "wss://localhost", "wss://localhost"),
    ],
)
def test_a_usable_value_takes_its_settings_type(name, value, typed):
    result = checked(name, value)

    assert result == typed
    assert type(result) is type(DEFAULTS[name])


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("auto_answer", 1, "must be true or false, not 1"),
        ("auto_answer", "true", "must be true or false, not 'true'"),
        ("grace", True, "must be a number, not True"),
        ("grace", "5", "must be a number, not '5'"),
        ("grace", -1, "must be 0 or more seconds, not -1"),
        ("grace", float("inf"), "must be a finite number, not inf"),
        ("max_age", 0, "must be more than 0 seconds, not 0"),
        ("max_age", 10**400, "must be a finite number, not 1000"),
        ("auto_threshold", 1.01, "must be from 0 to 1, not 1.01"),
        ("auto_threshold", float("nan"), "must be a finite number, not nan"),
        ("suggest_threshold", -0.1, "must be from 0 to 1, not -0.1"),
        ("model", 7, "must be a text in quotes, not 7"),
        ("model", " ", "must name an embedding model, not ' '"),
        ("excluded_projects", "/a", "must be a list of texts, not '/a'"),
        ("excluded_projects", ["/a", 1], "must be a list of texts"),
        ("excluded_projects", ["/a", ""], "must be a list of folders without empty ones"),
        ("guard_deny", "billing", "must be a list of texts, not 'billing'"),
        ("guard_deny", ["billing", " * "], 'must be a list of words such as "drop \\* table"'),
        ("guard_ask", [""], 'must be a list of words such as "drop \\* table"'),
        ("guard_allow", ["a\tb"], 'must be a list of words such as "drop \\* table"'),
    ],
)
def test_an_unusable_value_is_refused_with_what_would_be_right(name, value, problem):
    with pytest.raises(ValueError, match=f"^{problem}"):
        checked(name, value)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:32205",
        "http://localhost:1",
        "ws://",
        "ws://:1",
        "ws://localhost:0",
        "ws://localhost:65536",
        "ws://[::1",
        "ws://local host",
        "ws://localhost\n",
        "ws://localhost:port",
        "ws://localhost\x1b[2J",
    ],
)
def test_what_is_no_websocket_address_is_refused_in_one_printable_line(url):
    with pytest.raises(ValueError, match="must be an address such as ws://localhost:32205") as caught:
        checked("url", url)

    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "hours", ["22-7", "22:00", "24:00-07:00", "22:60-07:00", "22:00-22:00", "2:00-7:00", "٢٢:00-07:00"]
)
def test_quiet_hours_are_two_different_times(hours):
    with pytest.raises(ValueError, match="must be two different times"):
        checked("quiet_hours", hours)


@pytest.mark.parametrize(
    ("url", "loopback"),
    [
        ("ws://localhost:1", True),
        ("ws://LOCALHOST:1", True),
        ("ws://127.0.0.1:1", True),
        ("ws://127.255.3.4", True),
        ("ws://[::1]:1", True),
        ("ws://192.168.0.2:1", False),
        ("ws://0.0.0.0:1", False),
        ("ws://127.0.0.1.example.org", False),
        ("ws://localhost.example.org", False),
        ("ws://localhost@example.org", False),
        ("ws://[::ffff:10.0.0.1]", False),
    ],
)
def test_only_this_computers_own_addresses_are_loopback(url, loopback):
    assert is_loopback(url) is loopback


def test_a_suggest_threshold_above_the_auto_threshold_is_a_conflict():
    assert conflict(Settings(suggest_threshold=0.9, auto_threshold=0.9)) is None
    assert conflict(Settings(suggest_threshold=0.9, auto_threshold=0.8)) == (
        "suggest_threshold",
        "(0.9) must not be above auto_threshold (0.8): lower it or raise the other",
    )


def test_another_computer_must_be_allowed_on_purpose():
    there = Settings(url="ws://example.org:1")

    assert conflict(there) is not None
    assert conflict(Settings(url="ws://example.org:1", allow_remote=True)) is None


def test_a_live_change_gives_new_settings_and_leaves_the_rest():
    assert changed(Settings(grace=1), {"auto_threshold": 1, "paused": True}) == Settings(
        grace=1, auto_threshold=1.0, paused=True
    )


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"auto_threshold": 2}, "auto_threshold must be from 0 to 1, not 2"),
        ({"autoanswer": True}, "'autoanswer' is not a setting"),
        ({"auto_threshold": 0.5}, r"suggest_threshold \(0.8\) must not be above auto_threshold \(0.5\)"),
    ],
)
def test_an_unusable_live_change_is_refused_as_one_sentence(changes, problem):
    with pytest.raises(ValueError, match=f"^{problem}"):
        changed(Settings(), changes)


@pytest.mark.parametrize(
    ("hours", "at", "quiet"),
    [
        ("", time(3), False),
        ("22:00-07:00", time(21, 59), False),
        ("22:00-07:00", time(22), True),
        ("22:00-07:00", time(3), True),
        ("22:00-07:00", time(7), False),
        ("12:00-13:00", time(12, 30), True),
        ("12:00-13:00", time(13), False),
        ("12:00-13:00", time(11, 59), False),
    ],
)
def test_quiet_hours_begin_sharp_end_sharp_and_may_pass_midnight(hours, at, quiet):
    assert is_quiet(hours, at) is quiet


def test_a_shown_value_is_short_and_printable():
    assert shown("a\x1b[31m\u202e") == r"'a\x1b[31m\u202e'"
    assert shown("é") == "'é'"
    assert len(shown("x" * 100)) == 60


@pytest.mark.parametrize(
    ("hours", "at", "seconds"),
    [
        ("22:00-07:00", "21:59:00", 60),
        ("22:00-07:00", "22:00:00", 9 * 3600),
        ("22:00-07:00", "06:59:59.5", 0.5),
        ("12:00-13:00", "13:00:00", 23 * 3600),
    ],
)
def test_the_clock_is_looked_at_again_when_quiet_hours_begin_or_end(hours: str, at: str, seconds: float):
    assert seconds_to_change(hours, time.fromisoformat(at)) == seconds


@pytest.mark.parametrize("value", ["tomorrow", "2026-03-02T08:00:00", 7])
def test_a_pause_ends_at_a_time_with_its_zone(value: object):
    with pytest.raises(ValueError, match=r"2026-03-02|text"):
        checked("paused_until", value)


def test_a_pause_holds_until_its_time():
    until = Settings(paused_until="2026-03-02T08:00:00Z")
    assert is_paused(until, datetime(2026, 3, 2, 7, 59, tzinfo=UTC))
    assert not is_paused(until, datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
    assert is_paused(Settings(paused=True), datetime(2026, 3, 2, tzinfo=UTC))
