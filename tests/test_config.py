import os
import stat
import sys
import tomllib
from pathlib import Path

import pytest

from orchestrator_tray import config
from orchestrator_tray.core.settings import ABOUT, DEFAULTS, Settings
from orchestrator_tray.errors import ConfigError, UsageError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def load(file: Path, environment: dict[str, str] | None = None, **overrides: object) -> Settings:
    return config.load(file, environment=environment or {}, overrides=overrides)


def refusal(file: Path, environment: dict[str, str] | None = None, **overrides: object) -> str:
    with pytest.raises(ConfigError) as caught:
        load(file, environment, **overrides)
    assert "\n" not in str(caught.value)
    return str(caught.value)


class TestLoad:
    def test_without_anything_the_defaults_hold(self, file):
        assert load(file) == Settings()

    def test_the_command_line_wins_over_the_environment_and_that_over_the_file(self, file):
        file.write_text("grace = 1\nmax_age = 1\nnotify_after = 1\n")

        settings = load(
            file, {"ORCHESTRATOR_TRAY_MAX_AGE": "2", "ORCHESTRATOR_TRAY_NOTIFY_AFTER": "2"}, notify_after=3.0
        )

        assert (settings.grace, settings.max_age, settings.notify_after) == (1.0, 2.0, 3.0)

    def test_a_missing_file_is_an_error_only_where_it_was_asked_for(self, file):
        with pytest.raises(ConfigError, match="does not exist"):
            config.load(file, environment={}, required=True)

    def test_unknown_names_are_logged_with_what_may_be_meant_and_ignored(self, file, caplog):
        file.write_text('auto_anser = true\n[palette]\nred = "#f00"\n')

        assert load(file, {"ORCHESTRATOR_TRAY_GRACES": "1", "ORCHESTRATOR_TRAY_DATA_DIR": "/d"}) == Settings()
        assert [record.getMessage() for record in caplog.records] == [
            f"{file}: 'auto_anser' is not a setting (did you mean auto_answer?); ignored",
            f"{file}: 'palette' is not a setting; ignored",
            "'ORCHESTRATOR_TRAY_GRACES' is not a setting (did you mean grace?); ignored",
        ]

    def test_a_file_with_windows_line_ends_and_a_byte_order_mark_is_read(self, file):
        file.write_bytes(b"\xef\xbb\xbfgrace = 1\r\npaused = true\r\n")

        assert load(file) == Settings(grace=1.0, paused=True)

    def test_a_tilde_in_an_excluded_project_is_the_home_folder(self, file, home):
        file.write_text('excluded_projects = ["~/work", "/srv"]\n')

        assert load(file).excluded_projects == (f"{home}{os.sep}work", "/srv")

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            (b"grace = 1\ngrace 2\n", r": line 2 is not TOML (Expected '=' after a key"),
            (b"grace = 1\npaused = ", r": line 2 is not TOML (Invalid value): mend that line"),
            (b"grace = 1\n# \xe9t\xe9\n", r": line 2 is not UTF-8: save the file in that encoding"),
            (b'grace = "1"\n', r": grace must be a number, not '1'"),
            (b"auto_answer = 1\n", r": auto_answer must be true or false, not 1"),
            (b"auto_threshold = 1.5\n", r": auto_threshold must be from 0 to 1, not 1.5"),
            (
                b"suggest_threshold = 0.96\n",
                r": suggest_threshold (0.96) must not be above auto_threshold (0.95)",
            ),
            (b"auto_threshold = 0.5\n", r": suggest_threshold (0.8) must not be above auto_threshold (0.5)"),
            (
                b'url = "ws://10.0.0.1:1"\n',
                r": url ('ws://10.0.0.1:1') is not on this computer: set allow_remote",
            ),
            (b"[url]\n", r": url must be a text in quotes, not {}"),
        ],
    )
    def test_what_cannot_be_used_is_named_with_its_file(self, file, text, problem):
        file.write_bytes(text)

        assert refusal(file).startswith(f"{file}{problem}")

    @pytest.mark.parametrize("text", ["x = " + "[" * 100_000, "x = " + "9" * 5000, "\0", "\x1b[31m"])
    def test_odd_files_are_refused_in_one_line_as_well(self, file, text):
        file.write_text(text)

        assert refusal(file).startswith(f"{file}: line 1 is not TOML (")

    def test_a_file_that_cannot_be_read_is_named(self, file):
        file.mkdir()

        assert refusal(file).startswith(f"{file}: the file cannot be read (Is a directory)")

    @pytest.mark.parametrize(
        ("name", "text", "value"),
        [
            ("auto_answer", "Yes", True),
            ("auto_answer", "off", False),
            ("auto_threshold", "0.99", 0.99),
            ("url", "ws://127.0.0.1:1", "ws://127.0.0.1:1"),
            ("url", "", DEFAULTS["url"]),
            ("grace", "", DEFAULTS["grace"]),
            ("excluded_projects", f"/a{os.pathsep}/b", ("/a", "/b")),
            ("guard_deny", "drop * table;db:migrate", ("drop * table", "db:migrate")),
        ],
    )
    def test_a_variable_holds_the_setting_as_text(self, file, name, text, value):
        settings = load(file, {f"ORCHESTRATOR_TRAY_{name.upper()}": text})

        assert getattr(settings, name) == value

    def test_an_empty_variable_switches_off_what_may_be_empty(self, file):
        file.write_text('quiet_hours = "22:00-07:00"\nexcluded_projects = ["/a"]\n')
        empty = {"ORCHESTRATOR_TRAY_QUIET_HOURS": "", "ORCHESTRATOR_TRAY_EXCLUDED_PROJECTS": ""}

        assert load(file, empty) == Settings()

    @pytest.mark.parametrize(
        ("variable", "text", "problem"),
        [
            ("ORCHESTRATOR_TRAY_PAUSED", "maybe", "paused must be true or false, not 'maybe'"),
            ("ORCHESTRATOR_TRAY_GRACE", "0,5", "grace must be a number, not '0,5'"),
            ("ORCHESTRATOR_TRAY_GRACE", "nan", "grace must be a finite number, not nan"),
            (
                "ORCHESTRATOR_TRAY_SUGGEST_THRESHOLD",
                "1",
                "suggest_threshold (1) must not be above auto_threshold",
            ),
            (
                "ORCHESTRATOR_TRAY_AUTO_THRESHOLD",
                "0",
                "suggest_threshold (0.8) must not be above auto_threshold",
            ),
        ],
    )
    def test_a_bad_variable_is_named(self, file, variable, text, problem):
        assert refusal(file, {variable: text}).startswith(f"{variable}: {problem}")

    def test_a_bad_option_is_named_as_it_is_typed(self, file):
        assert (
            refusal(file, auto_threshold=2.0)
            == "--auto-threshold: auto_threshold must be from 0 to 1, not 2.0"
        )
        assert refusal(file, url="ws://example.org").startswith(
            "--url: url ('ws://example.org') is not on this"
        )

    @pytest.mark.parametrize(
        ("options", "named"),
        [
            ({"suggest_threshold": 0.99}, "--suggest-threshold: suggest_threshold (0.99) must not be above"),
            ({"auto_threshold": 0.5}, "--auto-threshold: suggest_threshold (0.9) must not be above"),
            (
                {"suggest_threshold": 0.6, "auto_threshold": 0.5},
                "--suggest-threshold: suggest_threshold (0.6) must not be above auto_threshold (0.5)",
            ),
        ],
    )
    def test_options_that_go_against_thresholds_are_wrong_usage(self, file, options, named):
        file.write_text("suggest_threshold = 0.9\n")

        with pytest.raises(UsageError) as error:
            load(file, **options)

        assert str(error.value).startswith(named)

    def test_what_an_option_has_no_part_in_is_no_wrong_usage(self, file):
        file.write_text("suggest_threshold = 0.99\n")

        with pytest.raises(ConfigError) as error:
            load(file, grace=1.0)

        assert not isinstance(error.value, UsageError)
        assert str(error.value).startswith(f"{file}: suggest_threshold (0.99)")


class TestSave:
    def test_a_fresh_file_explains_every_setting_and_sets_only_what_changed(self, file):
        config.save(file, {"auto_answer": True, "grace": 2.5})

        text = file.read_text()
        assert tomllib.loads(text) == {"auto_answer": True, "grace": 2.5}
        assert "# grace = 5.0\ngrace = 2.5\n" in text
        for name, about in ABOUT.items():
            assert f"# {about}\n# {name} = " in text

    def test_the_commented_defaults_of_a_fresh_file_are_the_defaults(self, file):
        config.save(file, {})
        uncommented = "\n".join(line[2:] for line in file.read_text().splitlines() if " = " in line)

        file.write_text(uncommented)

        assert set(tomllib.loads(uncommented)) == set(DEFAULTS)
        assert load(file) == Settings()

    def test_a_setting_changed_later_stands_beside_its_explanation(self, file):
        config.save(file, {"auto_answer": True})
        config.save(file, {"paused": True})
        config.save(file, {"paused": False})

        assert file.read_text().count("paused =") == 2
        assert "# paused = false\npaused = false\n" in file.read_text()
        assert load(file) == Settings(auto_answer=True)

    def test_comments_unknown_keys_and_order_survive(self, file):
        file.write_text(
            "# mine\nzeta   = nan # odd\ngrace = 1.0  # why\n\n"
            "[palette] # colours\n'red one' = [\n 1, # a\n 2]\n"
        )

        config.save(file, {"grace": 3.0, "notify": False})

        assert file.read_text() == (
            "# mine\nzeta   = nan # odd\ngrace = 3.0  # why\nnotify = false\n\n"
            "[palette] # colours\n'red one' = [\n 1, # a\n 2]\n"
        )

    def test_windows_line_ends_survive(self, file):
        file.write_bytes(b"# mine\r\ngrace = 1.0\r\n")

        config.save(file, {"grace": 2.0})

        assert file.read_bytes() == b"# mine\r\ngrace = 2.0\r\n"

    def test_a_default_line_inside_other_text_is_left_alone(self, file):
        file.write_text("note = '''\n# grace = 5.0\n'''\n[table]\n# paused = false\nx = 1\n")

        config.save(file, {"grace": 2.0, "paused": True})

        found = tomllib.loads(file.read_text())
        assert found == {"note": "# grace = 5.0\n", "grace": 2.0, "paused": True, "table": {"x": 1}}

    @pytest.mark.parametrize(
        "changes",
        [
            {"url": "ws://localhost:1"},
            {"quiet_hours": "22:00-07:00"},
            {"excluded_projects": ("/a b", '/c"\\d', "/\u00e9")},
            {"auto_threshold": 1.0, "suggest_threshold": 0.00001},
        ],
    )
    def test_what_is_saved_is_what_is_loaded(self, file, changes):
        config.save(file, changes)

        assert load(file) == Settings(**changes)

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
    def test_only_the_owner_can_read_the_file_and_a_fresh_folder(self, tmp_path):
        file = tmp_path / "fresh" / "config.toml"
        config.save(file, {"grace": 1.0})
        file.chmod(0o644)
        config.save(file, {"grace": 2.0})

        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700

    @pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege there")
    @pytest.mark.parametrize("exists", [True, False])
    def test_a_symbolic_link_stays_one(self, file, tmp_path, exists):
        real = tmp_path / "dotfiles" / "tray.toml"
        real.parent.mkdir()
        if exists:
            real.write_text("grace = 1.0\n")
        file.symlink_to(real)

        config.save(file, {"grace": 2.0})

        assert file.is_symlink()
        assert load(real).grace == 2.0
        assert list(real.parent.iterdir()) == [real]

    def test_a_value_that_cannot_be_used_changes_nothing(self, file):
        with pytest.raises(ConfigError, match="grace must be 0 or more seconds"):
            config.save(file, {"grace": -1.0})

        assert not file.exists()

    def test_a_broken_file_is_refused_and_stays_as_it_is(self, file):
        file.write_text("grace = \n")

        with pytest.raises(ConfigError, match="line 1 is not TOML"):
            config.save(file, {"grace": 1.0})

        assert file.read_text() == "grace = \n"

    def test_a_folder_that_cannot_be_written_is_one_clear_line(self, tmp_path):
        (tmp_path / "file").write_text("")

        with pytest.raises(ConfigError, match=r"the file cannot be \w+ \(Not a directory\)"):
            config.save(tmp_path / "file" / "config.toml", {"grace": 1.0})

    @pytest.mark.skipif(sys.platform == "win32", reason="uses a POSIX limit on file sizes")
    def test_a_full_disk_leaves_the_old_file_and_no_rest(self, file):
        import resource
        import signal

        file.write_text("# mine\n" * 1000)
        old = resource.getrlimit(resource.RLIMIT_FSIZE)
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, old[1]))
        try:
            with pytest.raises(ConfigError, match="cannot be written"):
                config.save(file, {"grace": 1.0})
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, old)
            signal.signal(signal.SIGXFSZ, handler)

        assert file.read_text() == "# mine\n" * 1000
        assert list(file.parent.iterdir()) == [file]


class TestFingerprint:
    def test_it_is_none_without_a_file(self, file):
        assert config.fingerprint(file) is None

    def test_it_stays_while_nobody_writes_and_differs_after_an_edit_of_the_same_length(self, file):
        config.save(file, {"grace": 1.0})
        before = config.fingerprint(file)
        unchanged = config.fingerprint(file)
        config.save(file, {"grace": 2.0})

        assert before == unchanged != config.fingerprint(file)
