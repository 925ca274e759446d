"""The runtime: performs what the core decides, through ports that the adapters fill."""

from orchestrator_tray.runtime.ports import Ports
from orchestrator_tray.runtime.runtime import Runtime

__all__ = ["Ports", "Runtime"]
