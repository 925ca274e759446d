"""A loaded model for one embedder after another: loading it takes longer than all else that a command does.

The child is a real one, started as every other. Only its end waits: it rests until the next embedder of this
process takes it instead of starting one of its own.
"""

from collections.abc import Sequence
from pathlib import Path

from orchestrator_tray.adapters.embedder import DEFAULT_MODEL
from orchestrator_tray.adapters.embedder.process import Child


class Lender:
    """Gives out children in place of `Child`; who takes one has it alone until its `end`."""

    def __init__(self) -> None:
        self._resting: list[LentChild] = []

    def __call__(self, model: str, cache_dir: Path) -> Child:
        if model != DEFAULT_MODEL:
            return Child(model, cache_dir)
        return self._resting.pop() if self._resting else LentChild(model, cache_dir, self)

    def take_back(self, child: "LentChild") -> None:
        self._resting.append(child)

    def close(self) -> None:
        """End them all."""
        for child in self._resting:
            Child.end(child)


class LentChild(Child):
    """A child that goes back to its lender, unless it may owe an answer."""

    def __init__(self, model: str, cache_dir: Path, lender: Lender) -> None:
        super().__init__(model, cache_dir)
        self._lender = lender
        self._owes = False

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        self._owes = True
        vectors = super().embed(texts)
        self._owes = False
        return vectors

    def end(self) -> None:
        if self._owes or not self.is_running:
            super().end()
        else:
            self._lender.take_back(self)
