import io
import logging
import re
import stat
import sys

import pytest

from orchestrator_tray import logs

log = logging.getLogger("orchestrator_tray.adapters.listener")


@pytest.fixture(autouse=True)
def restored():
    root, ours = logging.getLogger(), logging.getLogger("orchestrator_tray")
    before = (root.handlers[:], root.level, ours.level, logging.raiseExceptions)
    yield
    for handler in set(root.handlers) - set(before[0]):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(before[1])
    ours.setLevel(before[2])
    logging.raiseExceptions = before[3]


def say_everything() -> None:
    log.debug("the text")
    log.info("connected")
    log.warning("lost")


@pytest.mark.parametrize(
    ("verbosity", "words"),
    [(0, ["lost"]), (1, ["connected", "lost"]), (2, ["the text", "connected", "lost"]), (9, ["the text"])],
)
def test_the_screen_shows_more_with_every_v(verbosity, words):
    screen = io.StringIO()
    logs.setup(verbosity, None, screen)

    say_everything()

    shown = [line.split(": ", 1)[1] for line in screen.getvalue().splitlines()]
    assert shown[: len(words)] == words


def test_the_file_holds_what_happened_but_no_texts(tmp_path):
    screen = io.StringIO()
    logs.setup(0, tmp_path / "logs", screen)

    say_everything()

    lines = (tmp_path / "logs" / logs.LOG_NAME).read_text().splitlines()
    assert [line.split(": ", 1)[1] for line in lines] == ["connected", "lost"]
    assert re.match(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO orchestrator_tray\.adapters\.listener: ", lines[0]
    )
    assert screen.getvalue() == "WARNING orchestrator_tray.adapters.listener: lost\n"


def test_libraries_are_heard_from_warning_on_only():
    screen = io.StringIO()
    logs.setup(2, None, screen)

    logging.getLogger("websockets.client").debug("< TEXT what was asked")
    logging.getLogger("websockets.client").warning("odd")

    assert screen.getvalue() == "WARNING websockets.client: odd\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\nlines\r\n", r"two\nlines\r\n"),
        ("\x1b[31mred\x1b]0;title\x07\x9b", r"\x1b[31mred\x1b]0;title\x07\x9b"),
        ("a\u202eb\u2028c\ufeffd\u200be", r"a\u202eb\u2028c\ufeffd\u200be"),
        ("lone \ud800", r"lone \ud800"),
        ("é 漢 🙂 it's", "é 漢 🙂 it's"),
    ],
)
def test_no_text_can_act_on_a_terminal_or_begin_a_line(tmp_path, text, line):
    screen = io.StringIO()
    logs.setup(0, tmp_path, screen)

    log.warning("%s", text)

    assert screen.getvalue() == f"WARNING {log.name}: {line}\n"
    assert (tmp_path / logs.LOG_NAME).read_text(encoding="utf-8").endswith(f"{line}\n")


def test_an_exception_with_its_traceback_is_one_line():
    screen = io.StringIO()
    logs.setup(0, None, screen)

    try:
        int("first\nsecond")
    except ValueError:
        log.exception("failed")

    assert len(screen.getvalue().splitlines()) == 1
    assert r"ValueError: invalid literal" in screen.getvalue()


def test_the_file_rotates_and_at_most_four_are_kept(tmp_path):
    logs.setup(0, tmp_path, io.StringIO())

    for _ in range(60):
        log.info("x" * 100_000)

    files = sorted(tmp_path.iterdir())
    assert len(files) == 4
    assert all(file.stat().st_size <= 1_000_000 for file in files)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read_the_files(tmp_path):
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / logs.LOG_NAME).touch(0o644)
    logs.setup(0, tmp_path / "logs", io.StringIO())

    for _ in range(15):
        log.info("x" * 100_000)

    assert [stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "logs").iterdir()] == [0o600, 0o600]


def test_a_folder_that_cannot_be_written_is_a_warning_and_the_rest_goes_on(tmp_path):
    (tmp_path / "file").write_text("")
    screen = io.StringIO()
    logs.setup(1, tmp_path / "file" / "logs", screen)

    log.info("connected")

    first, second = screen.getvalue().splitlines()
    assert "no log is written there" in first
    assert second.endswith("connected")


def test_a_closed_screen_stops_nothing(tmp_path):
    screen = io.StringIO()
    logs.setup(1, tmp_path, screen)
    screen.close()

    log.info("connected")

    assert (tmp_path / logs.LOG_NAME).read_text().endswith("connected\n")


def test_the_last_setup_counts(tmp_path):
    first, second = io.StringIO(), io.StringIO()
    logs.setup(2, tmp_path, first)
    logs.setup(0, None, second)

    say_everything()

    assert (first.getvalue(), second.getvalue()) == ("", f"WARNING {log.name}: lost\n")
    assert (tmp_path / logs.LOG_NAME).read_text() == ""
