"""Fits the guard's second opinion, and shows what it adds to the rules on questions that it does not know.

python benchmarks/fit_guard.py [--write]     (needs the dependency group "fit")

A logistic regression over the embeddings of whole questions: the dangerous ones of tests/core/dangers.jsonl
and dangers_everyday.jsonl against their harmless ones and the old questions of the look-alikes that no rule
holds. The threshold lets all but two in a hundred of the look-alikes pass, each judged by a fit without it.
With `--write` the numbers go to orchestrator_tray/core/second_opinion_weights.py.
"""

import argparse
import sys
from collections.abc import Sequence
from operator import mul
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks._dangers import tell_held  # noqa: E402
from orchestrator_tray.adapters.embedder import Embedder  # noqa: E402
from orchestrator_tray.core.second_opinion import whole_text  # noqa: E402
from tests.support.dangers import EVERYDAY, KNOWN, UNSEEN, Asked, load_dangers  # noqa: E402
from tests.support.lookalikes import FAR, PAIRS, load_pairs  # noqa: E402

TARGET = ROOT / "orchestrator_tray/core/second_opinion_weights.py"
LET_PASS = 0.98
FOLDS = 5
SCALE = 100


MODULE = '''"""The numbers of the second opinion, in hundredths. Written by benchmarks/fit_guard.py."""

from typing import Final

MODEL: Final = "{model}"
"""The model whose embeddings they were fitted on; they say nothing of another's."""
BIAS: Final = {bias}
_HUNDREDTHS = """
{weights}
"""
WEIGHTS: Final = tuple(map(int, _HUNDREDTHS.split()))
'''


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="put the numbers into the program")
    options = parser.parse_args()
    known = load_dangers(KNOWN) + load_dangers(EVERYDAY)
    asked = [Asked(pair.old, pair.answer, is_dangerous=False) for pair in load_pairs(PAIRS) + load_pairs(FAR)]
    everyday = [row for row in asked if not row.is_held]
    with Embedder() as embedder:
        weights, bias = fitted(known, everyday, embedder)
        show(load_dangers(UNSEEN), embedder, weights, bias)
    if options.write:
        TARGET.write_text(module(embedder.name, weights, bias), encoding="utf-8")
        print(f"written to {TARGET.relative_to(ROOT)}")


def fitted(known: Sequence[Asked], everyday: Sequence[Asked], embedder: Embedder) -> tuple[list[int], int]:
    """Return the weights and the bias in hundredths."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    def vectors(texts: Sequence[str]) -> Any:
        return np.array([np.frombuffer(vector, np.float32) for vector in embedder.embed(texts)])

    # a question counts with its options and without: the danger may stand in either
    dangers = np.vstack(
        [vectors([whole_text(row.part) for row in known]), vectors([row.part.text for row in known])]
    )
    is_dangerous = np.array([row.is_dangerous for row in known] * 2)
    harmless = vectors([whole_text(row.part) for row in everyday])

    def fit(kept: Any) -> Any:
        features = np.vstack([dangers, harmless[kept]])
        labels = np.concatenate([is_dangerous, np.zeros(kept.sum(), bool)])
        return LogisticRegression(C=3, max_iter=3000).fit(features, labels)

    fold = np.arange(len(everyday)) % FOLDS
    scores = np.zeros(len(everyday))
    for number in range(FOLDS):
        scores[fold == number] = fit(fold != number).decision_function(harmless[fold == number])
    model = fit(fold >= 0)
    bias = model.intercept_[0] - np.quantile(scores, LET_PASS)
    return [round(weight * SCALE) for weight in model.coef_[0]], round(bias * SCALE)


def show(rows: Sequence[Asked], embedder: Embedder, weights: Sequence[int], bias: int) -> None:
    vectors = embedder.embed([whole_text(row.part) for row in rows])
    seen = [bias + sum(map(mul, weights, memoryview(vector).cast("f"))) > 0 for vector in vectors]
    tell_held(rows, seen)


def module(model: str, weights: Sequence[int], bias: int) -> str:
    lines = (" ".join(map(str, weights[start : start + 20])) for start in range(0, len(weights), 20))
    return MODULE.format(model=model, bias=bias, weights="\n".join(lines))


if __name__ == "__main__":
    main()
