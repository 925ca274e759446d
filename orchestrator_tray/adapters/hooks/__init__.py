"""The tray's end of the hook command: a local socket at which Claude Code's questions come in."""

from orchestrator_tray.adapters.hooks.heartbeat import Heard, Heartbeat
from orchestrator_tray.adapters.hooks.server import HookServer, OnCall

__all__ = ["Heard", "Heartbeat", "HookServer", "OnCall"]
