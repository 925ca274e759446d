"""The listener as a library, behind the names that the package itself offers.

All of it is called on one asyncio loop. Callbacks run there one after the other, beside the listener: a slow
one delays the next callback and nothing else.
"""

from orchestrator_tray.api.callbacks import QuestionEvent
from orchestrator_tray.api.listener import OrchestratorListener
from orchestrator_tray.api.store import PatternStore
from orchestrator_tray.core.pattern import DecisionPattern

__all__ = ["DecisionPattern", "OrchestratorListener", "PatternStore", "QuestionEvent"]
