"""`install`, `--licenses`: what they say where there is nothing to do. The rest is in `tests/binary`."""

import pytest


def test_from_source_install_says_what_it_is_for(command):
    done = command("install")

    assert (done.code, done.out) == (1, "")
    assert "install is for the downloaded program" in done.err


def test_uninstalling_nothing_removes_nothing(command):
    done = command("install", "--uninstall", "--json")

    assert (done.code, done.out) == (0, '{"removed": []}\n')
    assert command("install", "--uninstall").out == "nothing was removed\n"


def test_from_source_each_package_has_its_own_licence(command):
    done = command("--licenses")

    assert done.code == 1
    assert "run from source" in done.err


@pytest.mark.parametrize("arguments", [("install", "--uninstall", "--autostart"), ("install", "now")])
def test_wrong_usage_ends_with_2(command, arguments):
    assert command(*arguments).code == 2
