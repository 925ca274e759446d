"""How the word lists of the core are written: words parted by blanks, over as many lines as they need."""


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())
