"""Texts to vectors by a model in a child process: its 250 MB come when they are needed and go afterwards.

Importing this costs nothing: fastembed, onnxruntime and numpy are imported in the child alone.
"""

from orchestrator_tray.adapters.embedder.client import Embedder
from orchestrator_tray.adapters.embedder.model import DEFAULT_MODEL, check_model_files
from orchestrator_tray.adapters.embedder.process import child_command

__all__ = ["DEFAULT_MODEL", "Embedder", "check_model_files", "child_command"]
