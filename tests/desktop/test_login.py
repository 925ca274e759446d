"""The autostart file, started by a real reader of such files."""

import json
import sys
from pathlib import Path

from orchestrator_tray.adapters.autostart.files import DesktopFile
from tests.desktop.harness import need, until

WRITE_ARGUMENTS = "import json, sys; open(sys.argv[1], 'w').write(json.dumps(sys.argv[2:]))"


def test_what_the_file_starts_gets_every_argument_as_it_was(desktop, tmp_path):
    need("gio")
    arguments = ["a b", "100%", "$HOME", 'say "hi"', "back\\slash", "`id`", "'single'", "%f", "ünïcode"]
    written = tmp_path / "arguments of it"
    command = [sys.executable, "-c", WRITE_ARGUMENTS, str(written), *arguments]
    entry = DesktopFile(command, Path(desktop.environ["XDG_CONFIG_HOME"], "autostart")).enable()

    desktop.run("gio", "launch", entry.where)

    until(lambda: written.exists() and written.read_text(), "the started program")
    assert json.loads(written.read_text()) == arguments
