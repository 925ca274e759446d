"""Brings the window of a terminal to the front, as far as this desktop lets a program do that."""

from orchestrator_tray.adapters.terminals.reason import CannotShow
from orchestrator_tray.adapters.terminals.terminals import check, show

__all__ = ["CannotShow", "check", "show"]
