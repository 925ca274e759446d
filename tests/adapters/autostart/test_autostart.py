import plistlib
import subprocess
import sys

import pytest

from orchestrator_tray.adapters.autostart import AutostartError, autostart, start_command
from orchestrator_tray.adapters.autostart.files import DesktopFile, LaunchAgent, desktop_file, launch_agent
from orchestrator_tray.adapters.autostart.registry import APPROVED_KEY, RUN_KEY, RunKey

COMMAND = ["/opt/My Apps/orchestrator-tray", "--data-dir", "/home/a $b/100%"]


class MemoryRegistry:
    """The registry in memory."""

    def __init__(self) -> None:
        self.values = {}

    def read(self, key, name):
        return self.values.get((key, name))

    def write(self, key, name, value):
        self.values[key, name] = value

    def delete(self, key, name):
        self.values.pop((key, name), None)


@pytest.fixture(params=["desktop file", "launch agent", "run key"])
def entry(request, tmp_path):
    """Each platform's way, told what to start."""
    registry = MemoryRegistry()
    return {
        "desktop file": lambda command: DesktopFile(command, tmp_path / "autostart"),
        "launch agent": lambda command: LaunchAgent(command, tmp_path / "LaunchAgents"),
        "run key": lambda command: RunKey(command, registry),
    }[request.param]


def test_at_first_nothing_is_registered(entry):
    status = entry(COMMAND).status()

    assert (status.enabled, status.text, status.current) == (False, "", False)


def test_enabling_says_what_it_wrote(entry):
    written = entry(COMMAND).enable()

    assert written.enabled
    assert written.current
    assert "orchestrator-tray" in written.text
    assert entry(COMMAND).status() == written


def test_enabling_and_disabling_twice_is_as_once(entry):
    assert entry(COMMAND).enable() == entry(COMMAND).enable()
    assert entry(COMMAND).disable() == entry(COMMAND).disable()
    assert not entry(COMMAND).status().enabled


def test_an_entry_of_a_program_that_was_moved_is_not_current_until_enabled_again(entry):
    entry(["/old/place"]).enable()

    moved = entry(COMMAND)

    assert (moved.status().enabled, moved.status().current) == (True, False)
    assert moved.enable().current


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = true"])
def test_a_desktop_file_that_the_desktop_switched_off_is_off(tmp_path, line):
    way = DesktopFile(COMMAND, tmp_path)
    file = tmp_path / "orchestrator-tray.desktop"
    way.enable()
    file.write_text(file.read_text().replace("X-GNOME-Autostart-enabled=true", line))

    assert not way.status().enabled
    assert way.enable().enabled


@pytest.mark.parametrize(("state", "enabled"), [(2, True), (3, False), (6, True)])
def test_the_task_manager_overrules_the_run_key(state, enabled):
    registry = MemoryRegistry()
    way = RunKey(COMMAND, registry)
    way.enable()
    registry.values[APPROVED_KEY, "Orchestrator Tray"] = bytes([state, *11 * [0]])

    assert way.status().enabled is enabled
    assert way.enable().enabled


def test_the_run_key_holds_a_quoted_command_line():
    registry = MemoryRegistry()
    RunKey([r"C:\Program Files\tray.exe", "--data-dir", r"D:\a b"], registry).enable()

    line = registry.values[RUN_KEY, "Orchestrator Tray"]
    assert line == r'"C:\Program Files\tray.exe" --data-dir "D:\a b"'


def test_the_launch_agent_starts_at_login():
    content = plistlib.loads(launch_agent(COMMAND))

    assert content["ProgramArguments"] == COMMAND
    assert content["RunAtLoad"] is True
    assert content["Label"] == "orchestrator-tray"


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("/usr/bin/python3.11", "/usr/bin/python3.11"),
        ("/a b", '"/a b"'),
        ("50%", "50%%"),
        ('say "hi"', r'"say \\"hi\\""'),
        ("$HOME", r'"\\$HOME"'),
        ("`id`", r'"\\`id\\`"'),
        ("back\\slash", r'"back\\\\slash"'),
        ("", '""'),
        ("Überall", '"Überall"'),
    ],
)
def test_an_exec_line_is_quoted_as_the_specification_says(argument, written):
    assert f"Exec={written}\n" in desktop_file([argument])


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_an_exec_line_gives_back_every_argument():
    """The value is unescaped first, and then read as a shell reads quotes."""
    arguments = ["/opt/a b/tray", "100%", 'quote " and \\ and $x and `y`', "'single'", "ünïcode", "plain"]
    line = next(line for line in desktop_file(arguments).splitlines() if line.startswith("Exec="))

    value = line.removeprefix("Exec=").replace("\\\\", "\\")

    printed = subprocess.run(["sh", "-c", rf"printf '%s\0' {value}"], capture_output=True, check=True).stdout
    read = printed.decode().split("\0")[:-1]
    assert [argument.replace("%%", "%") for argument in read] == arguments


def test_a_file_that_cannot_be_written_is_one_clear_line(tmp_path):
    (tmp_path / "autostart").write_text("in the way")

    with pytest.raises(
        AutostartError, match=r"orchestrator-tray\.desktop: start on login cannot be changed: "
    ):
        DesktopFile(COMMAND, tmp_path / "autostart").enable()


def test_no_temporary_file_is_left(tmp_path):
    DesktopFile(COMMAND, tmp_path).enable()

    assert [file.name for file in tmp_path.iterdir()] == ["orchestrator-tray.desktop"]


def test_on_linux_the_file_lies_where_xdg_says(tmp_path):
    environment = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "etc")}

    written = autostart(["--data-dir", "/d"], platform="linux", environment=environment).enable()

    assert written.where == str(tmp_path / "etc" / "autostart" / "orchestrator-tray.desktop")
    assert f"Exec={sys.executable} -P -m orchestrator_tray --data-dir /d\n" in written.text


def test_on_macos_the_file_lies_in_the_users_library(tmp_path):
    written = autostart(platform="darwin", environment={"HOME": str(tmp_path)}).enable()

    assert written.where == str(tmp_path / "Library" / "LaunchAgents" / "orchestrator-tray.plist")


def test_the_frozen_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/orchestrator-tray")

    assert start_command(["--data-dir", "/d"]) == ["/opt/orchestrator-tray", "--data-dir", "/d"]


def test_on_windows_python_starts_without_a_console(monkeypatch, tmp_path):
    (tmp_path / "pythonw.exe").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python.exe"))

    assert start_command([], windows=True) == [str(tmp_path / "pythonw.exe"), "-P", "-m", "orchestrator_tray"]
    assert start_command([], windows=False)[0] == str(tmp_path / "python.exe")


def test_the_source_install_is_started_by_that_command():
    done = subprocess.run([*start_command(["--version"])], capture_output=True, text=True, check=False)

    assert "No module named orchestrator_tray" not in done.stderr
