"""What the menu has done on the person's computer: files opened, the start at login switched."""

import logging
from typing import Literal

from orchestrator_tray import config
from orchestrator_tray.adapters.autostart import Autostart
from orchestrator_tray.adapters.opener import open_path
from orchestrator_tray.errors import TrayError
from orchestrator_tray.logs import LOG_NAME
from orchestrator_tray.paths import Paths, made

_log = logging.getLogger(__name__)


class Errands:
    """Of one installation. May take some seconds, so to be run in a thread."""

    def __init__(self, paths: Paths, help_file: str, login: Autostart) -> None:
        self._paths = paths
        self._help_file = help_file
        self._login = login
        self.starts_at_login = self._starts_at_login()

    def open(self, what: Literal["settings", "log", "data", "help"]) -> None:
        """Show a file or a folder, made where there is none yet. Raises TrayError."""
        match what:
            case "settings":
                config.save(self._paths.config_file, {})
                open_path(str(self._paths.config_file))
            case "log":
                open_path(str(self._paths.log_dir / LOG_NAME))
            case "data":
                open_path(str(made(self._paths.data_dir)))
            case "help":
                open_path(self._help_file)

    def switch_login(self) -> None:
        """Have the program start at login, or no more. Raises AutostartError."""
        entry = self._login.disable() if self.starts_at_login else self._login.enable()
        self.starts_at_login = entry.current
        _log.info("start at login: %s", entry.where)

    def _starts_at_login(self) -> bool:
        """Tell whether this program starts at login, as far as that can be read."""
        try:
            return self._login.status().current
        except TrayError as error:
            _log.warning("%s", error)
            return False
