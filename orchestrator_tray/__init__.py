"""Orchestrator Tray answers the questions of your Claude Code sessions the way you answered them before."""

TYPE_CHECKING = False  # that of `typing`, without an import for which `hook` would have to wait
if TYPE_CHECKING:
    from typing import Any

    from orchestrator_tray.api import DecisionPattern, OrchestratorListener, PatternStore, QuestionEvent

__all__ = ["DecisionPattern", "OrchestratorListener", "PatternStore", "QuestionEvent"]


def __getattr__(name: str) -> "Any":
    """Import what programs use only when they use it: the commands have to start fast."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from orchestrator_tray import api

    return getattr(api, name)
