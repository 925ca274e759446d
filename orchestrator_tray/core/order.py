"""Whether two questions say the same words the other way round: "A to B" and "B to A".

A rewording changes the order of words, too. What gives a turn away is that two things change places around
the very same link: "A contains B" and "B contains A", but not "A has B" and "B on A".
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from orchestrator_tray.core import wordlists as lists
from orchestrator_tray.core.reading import Reading
from orchestrator_tray.core.roles import OTHER_SIDE
from orchestrator_tray.core.senses import is_same, senses
from orchestrator_tray.core.tokens import Token


def is_turned(old: Reading, new: Reading) -> bool:
    """Tell whether things have changed their roles, or places around the same link."""
    if have_changed_roles(old, new):
        return True
    if old.is_open and new.is_open and lists.ORDERING.isdisjoint(old.keys):
        return False  # "which A for B" and "for B, which A": nothing is done by one to the other
    return _have_changed_places(old, new, old.tokens, new.tokens) or (
        (len(old.asking_tokens), len(new.asking_tokens)) != (len(old.tokens), len(new.tokens))
        and _have_changed_places(old, new, old.asking_tokens, new.asking_tokens)
    )


def have_changed_roles(old: Reading, new: Reading) -> bool:
    """Tell whether what comes first, or from where, on one side comes last, or to where, on the other."""
    turned = {
        side for key, side in old.roles if _plays(key, OTHER_SIDE[side], new) and not _plays(key, side, new)
    }
    return bool(turned & {"from", "to"}) or len(turned) == 2


def is_permuted(old: Reading, new: Reading) -> bool:
    """Tell whether both say the very same words, and not merely one clause moved or two things listed anew.

    "Keep the one and drop the other", "if it beats that": nobody puts the same thing so with the same words.
    """
    if old.keys != new.keys or old.sequence == new.sequence:
        return False
    if sorted(old.sequence) != sorted(new.sequence):
        return False
    before, now = [*old.tokens], [*new.tokens]
    while before[0].key == now[0].key:
        del before[0], now[0]
    while before[-1].key == now[-1].key:
        del before[-1], now[-1]
    return not (_is_clause_moved(before, now) or _is_listed_anew(_keys(before), _keys(now)))


def _keys(tokens: Sequence[Token]) -> list[str]:
    return [token.key for token in tokens]


def _is_clause_moved(before: Sequence[Token], now: Sequence[Token]) -> bool:
    cuts = (cut for cut in range(1, len(before)) if _keys(before[cut:]) + _keys(before[:cut]) == _keys(now))
    return any(before[cut - 1].ends or now[len(now) - cut - 1].ends for cut in cuts)


def _is_listed_anew(before: Sequence[str], now: Sequence[str]) -> bool:
    """Find "A or B" and "B or A", and nothing else that changed."""
    if not lists.ORDERING.isdisjoint(before):
        return False
    places = (index for index, key in enumerate(before) if key in lists.SYMMETRICAL)
    return any([*before[at + 1 :], before[at], *before[:at]] == [*now] for at in places)


def _plays(key: str, side: str, reading: Reading) -> bool:
    return any(side == theirs and is_same(key, other) for other, theirs in reading.roles)


def _have_changed_places(old: Reading, new: Reading, before: Sequence[Token], now: Sequence[Token]) -> bool:
    """Find two things in the other order around the same link."""
    is_ordered = not lists.ORDERING.isdisjoint(old.keys)
    for (first, first_now), (second, second_now) in combinations(_places(new, before, now), 2):
        if second_now < first_now:
            link, link_now = before[first + 1 : second], now[second_now + 1 : first_now]
            if _is_same_link(link, link_now, is_ordered=is_ordered):
                return True
    return False


def _places(new: Reading, before: Sequence[Token], now: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Give where each thing stands in both, in the order of the old. What is done, and how, is no thing."""
    olds, news = _keys(before), _keys(now)
    for place, token in enumerate(before):
        if not token.weight or token.is_deed or olds.count(token.key) > 1:
            continue
        if token.key in new.keys:
            same = [news.index(token.key)] if news.count(token.key) == 1 else []
        elif senses(token.key).isdisjoint(new.meant):
            continue  # mostly so, and then no word has to be looked at
        else:
            same = [index for index, other in enumerate(news) if is_same(token.key, other)]
        if len(same) == 1 and not now[same[0]].is_deed:
            yield place, same[0]


def _is_same_link(link: Sequence[Token], link_now: Sequence[Token], *, is_ordered: bool) -> bool:
    words, words_now = _linking(link), _linking(link_now)
    if (words ^ words_now) & lists.PREPOSITIONS:
        return False  # "A does it to B" and "B has it done by A"
    if not is_ordered and words & words_now & lists.SYMMETRICAL:
        return False  # "A or B" and "B or A"
    return any(is_same(one, other) for one in words for other in words_now)


def _linking(link: Sequence[Token]) -> set[str]:
    """Return the words that hang two things together; those by which it is asked do not."""
    return {token.key for token in link} - lists.ASKING_WORDS
