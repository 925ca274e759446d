"""The numbers of the judgement. `benchmarks/fit_judge.py` fits and measures them.

Few on purpose: what decides is structure (meaning.py, habit.py, judge.py), so that five answers are
enough to be of use, and one person's habits cannot be another's.
"""

from typing import Final

# What is expected of anybody, and how many own answers outweigh it.
EXPECTED: Final = 10.0
OWN_WORDS: Final = 0.20
OWN_PRIOR: Final = 20.0
"""So many answers outweigh the rate of own words at all, where it is another one with a mark or without."""
MARKED: Final = 0.65
FIRST: Final = {0: 0.0, 1: 1.0, 2: 0.52, 3: 0.42, 4: 0.36}
"""By number of options, the last one for four and more."""
HALF_LIFE: Final = 200.0
"""After so many further answers one counts half, where only its place and mark matter."""
OTHER_COUNT: Final = 0.4
"""What an answer to a question with another number of options counts."""
SAME_HEADER: Final = 4.0
"""What an answer under the same header counts."""

# Families of questions.
BASE: Final = 1.0
FAMILY_BIAS: Final = -4.0
FAMILY_FRAME: Final = 2.0
FAMILY_OPTIONS: Final = 2.0
FAMILY_SIMILARITY: Final = 1.0
FAMILY_HEADER: Final = 0.5
HALF_LIFE_DAYS: Final = 270.0
ELSEWHERE: Final = 0.7
"""What an answer from another project counts."""
LATEST: Final = 20
SUBJECTS: Final = 3
"""Mostly the same answer to so many different subjects says that they do not matter."""
MOSTLY: Final = 0.75
HABIT: Final = 10
"""So many answers make a habit that may answer by itself."""
HABIT_SUBJECTS: Final = 6
"""They must be about so many different subjects."""
FAITHFUL: Final = 0.98
"""At least so many of its answers agree: who does otherwise one time in twenty is to be asked."""
ALL_TICKED: Final = 0.25
TICKS_FLOOR: Final = 0.15

# The same question in other words.
SAME: Final = 0.975
"""Where nothing that is known speaks against it."""
SAME_BIAS: Final = -3.6
SAME_SIMILARITY: Final = 8.2
SAME_BOTH_SIDES: Final = -1.05
SAME_ONE_SIDE: Final = -0.9
SAME_FILLING: Final = -1.2
SAME_MATCHED: Final = 2.1
SAME_VERBATIM: Final = -3.75
# The same question in quite other words, told by the same options.
TOLD_NEAR: Final = 0.58
"""So similar questions count as the same where the options name the matter."""
TOLD_EXCHANGED: Final = 0.08
"""So much more similar they must be for each of two words that both have and the other lacks."""
TOLD_SLOT: Final = 0.1
"""So much more where two such words stand in the same place, as the subjects of a family do."""
TOLD_SUBJECT: Final = 0.02
"""So much less for each word of the options that carries a subject."""
TOLD_SUBJECTS: Final = 10
"""More of them say no more."""
TOLD_BIAS: Final = 0.0
TOLD_SIMILARITY: Final = 7.0
TOLD_BOTH_SIDES: Final = -0.5
TOLD_ONE_SIDE: Final = -0.5
SAME_AT_MOST: Final = 0.92
CONFLICT: Final = 0.03
"""Where something that decides the meaning differs."""
DOUBT: Final = 0.04
"""What the rest weighs against one answer to the very same question."""
DOUBT_UNSOUND: Final = 0.3
"""The same against several answers that agree, to a question that only probably asks the same."""
OLDER: Final = 0.8
"""What each answer counts beside the next later one to the same question."""
TWICE: Final = 2
"""So many answers to a question in other words, or in another project, may be answered on."""
REGAINED: Final = 3
"""So many agreeing answers make up for a correction."""
ELSEWHERE_ONCE: Final = 0.9
"""One answer to the very same question, but in another project."""
TOLD_OTHERWISE: Final = 0.85
"""The same question and label, but the label's description says something else."""
LIKELY_SAME: Final = 0.5
LOOK_ALIKE: Final = 0.79
"""The most that is claimed beside a question that only looks the same: by default no suggestion."""
