import os
import stat
import subprocess
import sys

import pytest

from orchestrator_tray.adapters.claude_program import claude_version, found_claude, write_wrapper
from orchestrator_tray.errors import TrayError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
FLAG = ["--permission-prompt-tool", "stdio"]


def fake_claude(path, version="2.1.330 (Claude Code)"):
    """Write a program that tells its version, else the arguments that it got, one a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"""#!/bin/sh
[ "$1" = --version ] && echo "{version}" && exit
for one do echo "<$one>"; done
exit 7
"""
    )
    path.chmod(0o700)
    return str(path)


def passed(wrapper, *arguments: str, **environment: str):
    """Return what the program behind the wrapper got; its exit code comes through."""
    ran = subprocess.run(
        [wrapper, *arguments], capture_output=True, text=True, check=False, env=os.environ | environment
    )
    assert (ran.returncode, ran.stderr) == (7, "")
    return [line[1:-1] for line in ran.stdout.splitlines()]


@pytest.mark.parametrize("flag", ["-p", "--print"])
def test_print_mode_gets_the_flag(tmp_path, flag):
    wrapper = write_wrapper(tmp_path, fake_claude(tmp_path / "it's here" / "claude"))

    assert passed(wrapper, flag, 'a "b" $c\\d', "--verbose") == [*FLAG, flag, 'a "b" $c\\d', "--verbose"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("hello",),
        ("--", "-p"),
        ("mcp", "list"),
        ("-p", "x", "--permission-prompt-tool", "mcp__a__b"),
        ("--permission-prompt-tool=mcp__a__b", "-p"),
    ],
)
def test_all_else_is_passed_on_as_it_is(tmp_path, arguments):
    wrapper = write_wrapper(tmp_path, fake_claude(tmp_path / "claude"))

    assert passed(wrapper, *arguments) == [*arguments]


@pytest.mark.parametrize(
    ("version", "has_flag"),
    [
        ("2.1.186 (Claude Code)", False),
        ("2.1.187 (Claude Code)", True),
        ("2.2.0", True),
        ("3.0.1 (Claude Code)", True),
        ("1.9.999", False),
        ("", False),
        ("unknown", False),
        ("2.1", False),
        ("2.1.x", False),
    ],
)
def test_only_versions_that_need_the_flag_get_it(tmp_path, version, has_flag):
    wrapper = write_wrapper(tmp_path, fake_claude(tmp_path / "claude", version))

    assert passed(wrapper, "-p", "x") == [*(FLAG if has_flag else []), "-p", "x"]


def test_a_claude_that_has_moved_is_found_on_the_path(tmp_path):
    wrapper = write_wrapper(tmp_path, str(tmp_path / "gone" / "claude"))
    fake_claude(tmp_path / "bin" / "claude")

    assert passed(wrapper, "-p", "x", PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}") == [*FLAG, "-p", "x"]


def test_the_wrapper_is_the_owners_and_can_be_written_again(tmp_path):
    first, second = (write_wrapper(tmp_path, name) for name in ("/a/claude", "/b/claude"))

    assert first == second
    assert stat.S_IMODE(second.stat().st_mode) == 0o700
    assert "claude=/b/claude\n" in second.read_text()
    assert [*tmp_path.iterdir()] == [second]


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path):
    with pytest.raises(TrayError, match="cannot be written"):
        write_wrapper(tmp_path / "none", "claude")


def test_the_version_is_asked_for(tmp_path):
    assert claude_version(fake_claude(tmp_path / "a" / "claude")) == (2, 1, 330)
    assert claude_version(fake_claude(tmp_path / "b" / "claude", "strange")) is None
    assert claude_version(str(tmp_path / "c" / "claude")) is None


def test_claude_is_found_on_the_path(tmp_path):
    claude = fake_claude(tmp_path / "claude")

    assert found_claude({"PATH": str(tmp_path)}) == claude
    assert found_claude({"PATH": str(tmp_path / "none")}) is None
