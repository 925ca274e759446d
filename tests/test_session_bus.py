import socket

import pytest

pytest.importorskip("dbus_fast", reason="D-Bus is Linux's")
from orchestrator_tray.session_bus import adopt_session_bus


def test_an_address_in_the_environment_is_taken_as_it_is():
    environ = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/somewhere"}

    assert adopt_session_bus(environ) == "unix:path=/somewhere"


def test_the_usual_socket_is_found_and_told_to_others(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's path may have 107 bytes only
    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("bus")

        assert adopt_session_bus(environ) == f"unix:path={tmp_path}/bus"

    assert environ["DBUS_SESSION_BUS_ADDRESS"] == f"unix:path={tmp_path}/bus"


@pytest.mark.parametrize(
    "environ", [{}, {"XDG_RUNTIME_DIR": "/nonexistent"}, {"DBUS_SESSION_BUS_ADDRESS": ""}]
)
def test_without_a_bus_nothing_is_told(environ):
    before = dict(environ)

    assert adopt_session_bus(environ) is None
    assert environ == before
