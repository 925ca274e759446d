"""A small real embedder for tests that need likeness but no meaning: no model, no child process."""

import math
from array import array
from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise


class HashEmbedder:
    """A bag of hashed words and word pairs. Deterministic; texts that share words are near each other."""

    def __init__(self, name: str = "hashed-words", dimension: int = 384) -> None:
        self.name = name
        self.dimension = dimension
        self.is_running = False

    def start(self) -> None:
        self.is_running = True

    def stop(self) -> None:
        self.is_running = False

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        self.start()
        return [self.vector(text) for text in texts]

    def vector(self, text: str) -> bytes:
        words = text.casefold().replace("?", " ").split()
        numbers = [0.0] * self.dimension
        for unit in ("^", *words, *map(" ".join, pairwise(words))):
            digest = blake2b(unit.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            numbers[int.from_bytes(digest[:4]) % self.dimension] += 1.0 if digest[4] % 2 else -1.0
        if not any(numbers):  # two units that take each other away: no text is without direction
            numbers[0] = 1.0
        length = math.hypot(*numbers)
        return array("f", [number / length for number in numbers]).tobytes()
