"""The words of a text that tell it from others: folded, cut to a stem, and weighed by how rare they are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from timeline.lookup import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STEM = 6
"""Words that begin with so many equal letters count as one: "arrested" and "arrest" do, in most languages."""

_SHORT = 3


def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words, without those of one or two letters."""
    return frozenset(word[:_STEM] for word in fold(text).split() if len(word) >= _SHORT)


class Rarity:
    """How much a stem tells, by how many texts have it: the inverse document frequency."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        counts: dict[str, int] = {}
        total = 0
        for text in texts:
            total += 1
            for stem in text:
                counts[stem] = counts.get(stem, 0) + 1
        self._weights = {stem: math.log((1 + total) / count) for stem, count in counts.items()}
        self._most = math.log(1 + total) or 1.0

    def weight(self, stem: str) -> float:
        """Return the weight of a stem; 0 where every text has it."""
        return self._weights.get(stem, self._most)

    def whole(self, text: frozenset[str]) -> float:
        """Return the weight of all stems of a text."""
        return sum(map(self.weight, text))

    def likeness(self, one: frozenset[str], other: frozenset[str], whole: float) -> float:
        """Return from 0 to 1 how much of what two texts tell is the same (weighted Dice coefficient).

        `whole` is what the two weigh together.
        """
        return 2 * sum(map(self.weight, one & other)) / whole if whole else 0.0

    def rarest(self, text: frozenset[str], number: int) -> Sequence[str]:
        """Return the stems of a text that tell most."""
        return sorted(text, key=lambda stem: (-self.weight(stem), stem))[:number]
