"""How often the judgement is right, beside two simple rules: on look-alikes, and on real decisions of people.

python benchmarks/judgement.py [--corpus FILE]

Without a corpus only the look-alikes of tests/core/lookalikes*.jsonl are measured. A corpus (`_corpus.py`)
is replayed in the order of time, person by person, with a memory of that person's earlier calls. Beside the
judgement stand (a) the fixed rule: the nearest answer, where its cosine reaches 0.80 and it is offered now,
and (b) the recommended option, else the first. What was wrong is printed in full.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import _corpus as corpus  # noqa: E402
from benchmarks._dangers import tell_held  # noqa: E402
from orchestrator_tray.adapters.embedder import Embedder  # noqa: E402
from orchestrator_tray.core import backtest  # noqa: E402
from orchestrator_tray.core.backtest import Outcome, Row  # noqa: E402
from orchestrator_tray.core.normal import match_answer  # noqa: E402
from orchestrator_tray.core.pattern import DecisionPattern, Judgement, Recall  # noqa: E402
from orchestrator_tray.core.place import marked_option  # noqa: E402
from orchestrator_tray.core.second_opinion import looks_dangerous, whole_text  # noqa: E402
from orchestrator_tray.core.settings import Settings  # noqa: E402
from tests.support.dangers import EVERYDAY, KNOWN, load_dangers  # noqa: E402
from tests.support.dangers import UNSEEN as UNSEEN_DANGERS  # noqa: E402
from tests.support.lookalikes import FAR, NATURAL, PAIRS, UNSEEN, decided, load_pairs  # noqa: E402

WIDTHS = (10, 16, 16, 16, 8, 13)
AUTO, SUGGEST = Settings().auto_threshold, Settings().suggest_threshold


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="real decisions, one JSON object a line")
    options = parser.parse_args()
    with Embedder() as embedder:
        look_alikes(embedder)
        dangers(embedder)
        if options.corpus:
            real_decisions(options.corpus, embedder)


def look_alikes(embedder: Embedder) -> None:
    print("look-alikes, each old question answered three times the same way")
    for path in (PAIRS, FAR, NATURAL, UNSEEN):
        counts: dict[str, Counter[str]] = {"reworded": Counter(), "traps": Counter()}
        with tempfile.TemporaryDirectory() as folder:
            for pair, decision in decided(load_pairs(path), Path(folder), embedder, Settings()):
                is_held = decision.reason.startswith("guarded")
                action = "suggest (guarded)" if is_held else decision.action
                counts["traps" if pair.is_trap else "reworded"][action] += 1
        print(f"  {path.name}")
        for name, count in counts.items():
            actions = ("answer", "suggest", "suggest (guarded)", "record")
            print(f"    {name:<9} {count.total():4}: " + ", ".join(f"{one} {count[one]}" for one in actions))


def dangers(embedder: Embedder) -> None:
    print(
        "\nquestions that no machine may answer, and harmless ones: held by the rules, and the second opinion"
    )
    for path in (KNOWN, EVERYDAY, UNSEEN_DANGERS):
        asked = load_dangers(path)
        vectors = embedder.embed([whole_text(one.part) for one in asked])
        looks = [looks_dangerous(vector, embedder.name) for vector in vectors]
        print(f"  {path.name}")
        tell_held(asked, looks)


def real_decisions(path: Path, embedder: Embedder) -> None:
    everybody: list[Outcome] = []
    fixed: list[Outcome] = []
    first: list[Outcome] = []
    print(f"\n{path}")
    names = ("decisions", "answered", "suggested", "fixed rule", "first", "calibration")
    print(f"  {'':<8}" + "".join(f"{name:>{width}}" for name, width in zip(names, WIDTHS, strict=True)))
    for user, patterns in corpus.people(path).items():
        vectors = corpus.vectors_of(patterns, embedder)
        recalls: list[Recall] = []
        outcomes = list(corpus.replayed(patterns, vectors, embedder, recalls.append))
        by_cosine = [nearest(pattern, recall) for pattern, recall in zip(patterns, recalls, strict=True)]
        by_place = [recommended_or_first(pattern) for pattern in patterns]
        tell(user, outcomes, by_cosine, by_place)
        everybody += outcomes
        fixed += by_cosine
        first += by_place
    tell("all", everybody, fixed, first)
    in_full(everybody)


def tell(user: str, outcomes: Sequence[Outcome], fixed: Sequence[Outcome], first: Sequence[Outcome]) -> None:
    answered, suggested = (row_of(outcomes, manner) for manner in ("answer", "suggest"))
    by_cosine = backtest.table(fixed, "suggest", [SUGGEST])[0]
    right_first = sum(outcome.is_right for outcome in first) / len(first)
    error = backtest.calibration_error(outcomes)
    cells = (
        len(outcomes),
        told(answered),
        told(suggested),
        told(by_cosine),
        f"{right_first:.0%}",
        f"{error:.3f}",
    )
    print(f"  {user:<8}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, WIDTHS, strict=True)))


def row_of(outcomes: Sequence[Outcome], manner: backtest.Manner) -> Row:
    threshold = AUTO if manner == "answer" else SUGGEST
    return backtest.table(outcomes, manner, [threshold])[0]


def told(row: Row) -> str:
    return f"{row.right}/{row.given}" + (f" {row.precision:.0%}" if row.given else "")


def nearest(pattern: DecisionPattern, recall: Recall) -> Outcome:
    """Do as the fixed rule does."""
    if not recall.neighbours:
        return outcome_of(pattern, None, 0.0)
    found = recall.neighbours[0]
    return outcome_of(pattern, match_answer(found.pattern.user_answer, pattern.part), found.similarity)


def recommended_or_first(pattern: DecisionPattern) -> Outcome:
    labels = pattern.part.labels
    return outcome_of(pattern, labels[marked_option(pattern.part) or 0] if labels else None, 1.0)


def outcome_of(pattern: DecisionPattern, answer: str | None, confidence: float) -> Outcome:
    judgement = Judgement(answer=answer, confidence=confidence, may_answer=answer is not None)
    return Outcome(pattern, judgement, backtest.is_right(answer, pattern), None)


def in_full(outcomes: Sequence[Outcome]) -> None:
    guarded = sum(outcome.danger is not None for outcome in outcomes)
    print(f"\n  guarded: {guarded} of {len(outcomes)} ({guarded / len(outcomes):.1%})")
    for manner in ("answer", "suggest"):
        row = row_of(outcomes, manner)
        print(f"  {manner}: {row.coverage:.1%} covered, {row.precision:.1%} right", end=", ")
        print(f"in the long run at most {row.wrong_at_most:.1%} wrong")
    by_confidence(outcomes)
    print("  wrong:")
    for outcome in sorted(outcomes, key=lambda one: one.judgement.confidence, reverse=True):
        judgement = outcome.judgement
        if not outcome.is_right and judgement.confidence >= SUGGEST:
            manner = "answered" if outcome.may_answer and judgement.confidence >= AUTO else "suggested"
            print(f"    {manner} {judgement.confidence:.3f} {judgement.answer!r}: {judgement.reason}")
            print(f"      asked {outcome.pattern.question_text!r}")
            print(f"      the person said {outcome.pattern.user_answer!r}")


def by_confidence(outcomes: Sequence[Outcome]) -> None:
    print("  confidence and how much of it was right:")
    for tenth in range(10):
        here = [one for one in outcomes if min(9, int(one.judgement.confidence * 10)) == tenth]
        if here:
            confidence = sum(one.judgement.confidence for one in here) / len(here)
            right = sum(one.is_right for one in here) / len(here)
            print(f"    {confidence:.2f} {right:.2f} {'#' * round(right * 40):<41}{len(here):>5}")


if __name__ == "__main__":
    main()
