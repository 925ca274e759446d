"""The frozen tray on a desktop made of D-Bus alone."""

import asyncio
import os
import shutil
import signal
import tempfile
from pathlib import Path

from tests.binary.frozen import linux_only, need, until

pytestmark = linux_only


def test_a_program_that_the_tray_opens_files_with_sees_the_systems_libraries(program):
    need(shutil.which("dbus-daemon"), "dbus-daemon")
    from tray_probe import look_and_choose
    from verify_binary import session_bus

    told, opener = program.home / "told", program.home / ".local" / "bin" / "xdg-open"
    opener.parent.mkdir(parents=True)
    opener.write_text(f'#!/bin/sh\nenv > "{told}.new"\nmv "{told}.new" "{told}"\n')
    opener.chmod(0o755)

    # a socket's path must be short
    with tempfile.TemporaryDirectory() as folder, session_bus(Path(folder)) as bus:
        address = f"unix:path={bus}"
        with program.start(DBUS_SESSION_BUS_ADDRESS=address) as tray:
            try:
                asyncio.run(look_and_choose(address, "Settings file"))
                environment = until(told.exists, "the opener") and told.read_text()
                tray.send_signal(signal.SIGTERM)
                assert tray.wait(10) == 0
            finally:
                if tray.poll() is None:
                    os.killpg(tray.pid, signal.SIGKILL)

    names = {line.partition("=")[0] for line in environment.splitlines()}
    assert "HOME" in names
    assert not {name for name in names if name.startswith(("LD_LIBRARY_PATH", "_PYI_"))}
