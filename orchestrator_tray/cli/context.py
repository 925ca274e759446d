"""What every command is given: its arguments, and from them the paths and the settings."""

import argparse
import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from orchestrator_tray import config, logs, paths
from orchestrator_tray.core.settings import DEFAULTS, Settings
from orchestrator_tray.errors import TrayError


@dataclass
class Context:
    """One call of a command. The properties raise ConfigError or TrayError when first used."""

    args: argparse.Namespace

    def __post_init__(self) -> None:
        logs.setup(self.args.verbose, None)

    @cached_property
    def paths(self) -> paths.Paths:
        found = paths.locate(self.args.data_dir, self.args.config, environment=os.environ)
        if not _is_text(found.db):
            raise TrayError(f"{found.data_dir}: SQLite opens no such name (no UTF-8); use another --data-dir")
        return found

    @cached_property
    def settings(self) -> Settings:
        """The settings that hold for this call: defaults < file < environment < options."""
        return self.reload()

    def check_named_settings(self) -> None:
        """Raise ConfigError for a file named with --config that cannot be used, also where none is needed."""
        if self.args.config is not None:
            _ = self.settings

    def reload(self) -> Settings:
        """Read the settings as they are now."""
        given = vars(self.args)
        overrides = {name: given[name] for name in DEFAULTS if given.get(name) is not None}
        if given.get("port") is not None:
            overrides["url"] = f"ws://localhost:{given['port']}"
        return config.load(
            self.paths.config_file,
            environment=os.environ,
            overrides=overrides,
            required=self.args.config is not None,
        )

    def log_to_file(self) -> None:
        """Keep a log file, as the listener and the tray do."""
        logs.setup(self.args.verbose, self.paths.log_dir)

    def lines(self) -> Iterator[str]:
        """Yield the lines of stdin that are not blank."""
        if sys.stdin is None:  # closed by whoever started us
            return
        if sys.stdin.isatty():
            print("Reading one JSON object per line; Ctrl-D ends, Ctrl-C breaks off.", file=sys.stderr)
        for line in sys.stdin.buffer:
            text = line.decode("utf-8", "replace")
            if text.strip():
                yield text

    def tell(self, value: Mapping[str, Any]) -> None:
        """Print one JSON line, at once."""
        print(json.dumps(value), flush=True)


def _is_text(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


log = logging.getLogger("orchestrator_tray.cli")
