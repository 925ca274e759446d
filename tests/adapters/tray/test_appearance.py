import pytest

from orchestrator_tray.adapters.tray.appearance import linux_panel, system_panel


@pytest.mark.parametrize(
    ("desktop", "scheme", "panel"),
    [
        ("ubuntu:GNOME", 2, "dark"),
        ("X-Cinnamon", 0, "dark"),
        ("KDE", 1, "dark"),
        ("KDE", 2, "light"),
        ("XFCE", 0, "any"),
        ("", 0, "any"),
        ("", 7, "any"),
    ],
)
def test_the_panel_follows_desktop_and_scheme(desktop, scheme, panel):
    assert linux_panel({"XDG_CURRENT_DESKTOP": desktop}, scheme) == panel


def test_without_a_desktop_the_panel_is_unknown():
    assert linux_panel({}, 0) == "any"


@pytest.mark.skipif("sys.platform != 'linux'", reason="what Windows and macOS say depends on the person")
def test_linux_has_no_panel_of_the_system():
    assert system_panel() == "any"
