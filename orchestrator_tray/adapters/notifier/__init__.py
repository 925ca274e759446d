"""Native notifications through desktop-notifier, painted from `core.view.NotificationContent`.

Light to import: the libraries are loaded by `Notifier.start`.
"""

from orchestrator_tray.adapters.notifier.notifier import Choice, Notifier, OnAction, Shown
from orchestrator_tray.adapters.notifier.reach import Reach

__all__ = ["Choice", "Notifier", "OnAction", "Reach", "Shown"]
