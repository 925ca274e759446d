"""A second opinion on danger: what a question is like as a whole, for the model that embeds it.

The guard's rules know deeds by their words; language has more words than rules. A linear classifier over the
embedding of question and options holds back what is much like the dangerous questions that it was fitted on
(`benchmarks/fit_guard.py`), in whatever words. Like the guard it only lowers.
"""

from operator import mul

from orchestrator_tray.core.question import Part
from orchestrator_tray.core.second_opinion_weights import BIAS, MODEL, WEIGHTS

_READ = 2_000
"""The model reads no more words than fit into so many characters anyway."""


def whole_text(part: Part) -> str:
    """Return what is to be embedded: the question and all that it offers."""
    options = "; ".join(f"{option.label} {option.description}".strip() for option in part.options)
    return f"{part.text} {options}".strip()[:_READ]


def looks_dangerous(vector: bytes, model: str) -> bool:
    """Tell it from the embedding of `whole_text`: 32-bit floats. Of another model's nothing can be told."""
    return model == MODEL and BIAS + sum(map(mul, WEIGHTS, memoryview(vector).cast("f"))) > 0
