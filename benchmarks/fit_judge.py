"""Fits the numbers of orchestrator_tray/core/weights.py, and shows how they do on people they do not know.

python benchmarks/fit_judge.py [--corpus FILE]     (needs the dependency group "fit")

Nothing is written: what comes out is rounded, weighed against what is there, and put into weights.py by hand.

1. SAME_*: a logistic regression over the look-alikes, with a part of the word lists taken away again and
   again, so that it learns to judge words that no list knows.
2. EXPECTED rates: what everybody does, and what is left of it without each person.
3. FAMILY_*, BASE and the like: the log loss of single changes, person by person; a change is worth it when it
   helps those who did not ask for it.
"""

import argparse
import math
import random
import sys
from collections.abc import Iterator, Sequence
from operator import mul
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import _corpus as corpus  # noqa: E402
from orchestrator_tray.adapters.embedder import Embedder  # noqa: E402
from orchestrator_tray.core import reading, senses, weights  # noqa: E402
from orchestrator_tray.core.backtest import is_right  # noqa: E402
from orchestrator_tray.core.choices import Choice  # noqa: E402
from orchestrator_tray.core.judge import judge  # noqa: E402
from orchestrator_tray.core.meaning import compare  # noqa: E402
from orchestrator_tray.core.normal import choice_of, normal_text  # noqa: E402
from orchestrator_tray.core.offers import alike, offer_of  # noqa: E402
from orchestrator_tray.core.pattern import DecisionPattern, Recall  # noqa: E402
from orchestrator_tray.core.question import Part  # noqa: E402
from orchestrator_tray.core.rivals import EXCLUSIVE  # noqa: E402
from orchestrator_tray.core.sameness import likeness_features  # noqa: E402
from orchestrator_tray.core.synonyms import SYNONYMS  # noqa: E402
from tests.support.lookalikes import Pair, load_pairs  # noqa: E402

TAKEN_AWAY = 0.45
ROUNDS = 6
CHANGES: dict[str, tuple[float, ...]] = {
    "EXPECTED": (5.0, 20.0),
    "OWN_PRIOR": (8.0, 50.0),
    "OTHER_COUNT": (0.2, 0.8),
    "SAME_HEADER": (1.0, 8.0),
    "BASE": (0.5, 2.0),
    "FAMILY_BIAS": (-4.5, -3.5),
    "FAMILY_FRAME": (1.5, 2.5),
    "FAMILY_OPTIONS": (1.5, 2.5),
    "FAMILY_SIMILARITY": (0.5, 1.5),
    "FAMILY_HEADER": (0.0, 1.0),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="real decisions, one JSON object a line")
    options = parser.parse_args()
    with Embedder() as embedder:
        fit_same(load_pairs(), embedder)
        if options.corpus:
            everybody = corpus.people(options.corpus)
            expectations(
                [choice_of(pattern) for patterns in everybody.values() for pattern in patterns], "all"
            )
            for user in everybody:
                others = [one for name, patterns in everybody.items() if name != user for one in patterns]
                expectations(list(map(choice_of, others)), f"without {user}")
            try_changes(everybody, embedder)


def fit_same(pairs: Sequence[Pair], embedder: Embedder) -> None:
    try:
        from sklearn.linear_model import LogisticRegression
        from sklearn.model_selection import GroupKFold, cross_val_predict
    except ImportError:
        print("scikit-learn is missing: run `.venv/bin/pip install scikit-learn`")
        return
    texts = [part.text for pair in pairs for part in (pair.old, pair.new)]
    vectors = dict(zip(texts, map(_floats, embedder.embed(texts)), strict=True))
    rows = [row for seed in range(ROUNDS) for row in _rows(pairs, vectors, seed)]
    features, same, groups = ([row[index] for row in rows] for index in range(3))
    model = LogisticRegression(C=0.3, max_iter=1000, class_weight="balanced").fit(features, same)
    names = ("SIMILARITY", "BOTH_SIDES", "ONE_SIDE", "FILLING", "MATCHED", "VERBATIM")
    print(f"SAME_BIAS {model.intercept_[0]:.2f} (now {weights.SAME_BIAS})")
    for name, weight in zip(names, model.coef_[0], strict=True):
        print(f"SAME_{name} {weight:.2f} (now {getattr(weights, f'SAME_{name}')})")
    chances = cross_val_predict(
        model, features, same, groups=groups, cv=GroupKFold(8), method="predict_proba"
    )[:, 1]
    for least in (0.5, 0.6, 0.7, 0.8):
        shares = [
            _share(chance >= least for chance, was in zip(chances, same, strict=True) if was is which)
            for which in (True, False)
        ]
        print(f"  from {least}: {shares[0]:.0%} of the rewordings, {shares[1]:.1%} of the others")


def _cosine(first: Sequence[float], second: Sequence[float]) -> float:
    return sum(map(mul, first, second))


def _floats(vector: bytes) -> Sequence[float]:
    return memoryview(vector).cast("f")


def _share(hits: Iterator[Any]) -> float:
    counted = list(hits)
    return sum(map(bool, counted)) / len(counted)


def _rows(
    pairs: Sequence[Pair], vectors: dict[str, Sequence[float]], seed: int
) -> Iterator[tuple[list[float], bool, int]]:
    """Give what the gate cannot tell with a part of its lists: each pair, and new questions beside others."""
    _thin(random.Random(seed))
    for number, pair in enumerate(pairs):
        near = sorted(
            (other for other in pairs if other is not pair and _offer_the_same(other.old, pair.new)),
            key=lambda other: _cosine(vectors[other.old.text], vectors[pair.new.text]),
        )[-2:]
        for old, is_same in ((pair.old, not pair.is_trap), *((other.old, False) for other in near)):
            if not _offer_the_same(old, pair.new):
                continue
            context, new_context = offer_of(old.options).keys, offer_of(pair.new.options).keys
            likeness = compare(old.text, pair.new.text, context, new_context)
            similarity = _cosine(vectors[old.text], vectors[pair.new.text])
            if not likeness.conflict and not likeness.is_explained:
                yield likeness_features(likeness, similarity), is_same, number


def _offer_the_same(old: Part, new: Part) -> bool:
    return alike(offer_of(old.options), offer_of(new.options), normal_text(new.text)) == 1


def _thin(dice: random.Random) -> None:
    """Take a part of the word lists away."""
    kept = [[group for group in groups if dice.random() > TAKEN_AWAY] for groups in (SYNONYMS, EXCLUSIVE)]
    senses._SENSES, senses._RIVALS = map(senses._numbered, kept)  # noqa: SLF001  # an experiment on its insides
    reading.read.cache_clear()


def expectations(choices: Sequence[Choice], title: str) -> None:
    single = [one for one in choices if not one.multi_select and one.option_count]
    chosen = [one for one in single if one.position is not None]
    marked = [one.position == one.recommended for one in chosen if one.recommended is not None]
    plain = [one for one in chosen if one.recommended is None]
    print(
        f"{title}: own words {1 - len(chosen) / len(single):.2f}, marked {_share(iter(marked)):.2f}", end=", "
    )
    by_count = {
        count: [one.position == 0 for one in plain if one.option_count == count] for count in (2, 3, 4)
    }
    print("first", {f"of {count}": round(_share(iter(hits)), 2) for count, hits in by_count.items()})


def try_changes(everybody: dict[str, list[DecisionPattern]], embedder: Embedder) -> None:
    recalled = {user: _recalled(patterns, embedder) for user, patterns in everybody.items()}
    print("log loss by person:", {user: round(log_loss(rows), 4) for user, rows in recalled.items()})
    for name, values in CHANGES.items():
        before = getattr(weights, name)
        for value in values:
            setattr(weights, name, value)
            losses = {user: round(log_loss(rows), 4) for user, rows in recalled.items()}
            print(f"{name} {before} -> {value}: {losses}")
        setattr(weights, name, before)


def _recalled(
    patterns: Sequence[DecisionPattern], embedder: Embedder
) -> list[tuple[DecisionPattern, Recall]]:
    recalls: list[Recall] = []
    for _ in corpus.replayed(patterns, corpus.vectors_of(patterns, embedder), embedder, recalls.append):
        pass
    return list(zip(patterns, recalls, strict=True))


def log_loss(rows: Sequence[tuple[DecisionPattern, Recall]]) -> float:
    """Return how badly confidence foretells being right, on average; 0 is perfect."""
    total = 0.0
    for pattern, recall in rows:
        assert pattern.timestamp is not None
        judgement = judge(pattern.part, recall, project=pattern.project, now=pattern.timestamp)
        chance = min(max(judgement.confidence, 0.01), 0.99)
        total -= math.log(chance if is_right(judgement.answer, pattern) else 1 - chance)
    return total / len(rows)


if __name__ == "__main__":
    main()
