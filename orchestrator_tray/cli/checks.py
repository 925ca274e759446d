"""What `doctor` looks at, in this order."""

from orchestrator_tray.cli import belongings, surroundings
from orchestrator_tray.cli.findings import Check

CHECKS: dict[str, Check] = {
    "program": belongings.program,
    "settings": belongings.settings,
    "data": belongings.data_folder,
    "database": belongings.database,
    "model": belongings.model,
    "log": belongings.log_file,
    "history": belongings.history,
    "listener": surroundings.listener,
    "server": surroundings.server,
    "hooks": surroundings.hooks,
    "bus": surroundings.bus,
    "notifications": surroundings.notifications,
    "tray": surroundings.tray,
    "terminals": surroundings.terminals,
    "autostart": surroundings.autostart,
}
