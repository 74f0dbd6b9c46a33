"""The words of a text that tell it from others: folded, cut to a stem, and weighed by how rare they are."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from timeline.lookup import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEM = 6
"""Words that begin with so many equal letters count as one: "arrested" and "arrest" do, in most languages."""

_SHORT = 3

_PLAIN_WORDS = re.compile(r"[a-z0-9]+")
_FIGURES = re.compile(r"\d+")


def stems(text: str, shortest_number: int = _SHORT) -> frozenset[str]:
    """Return the stems of a text's words, without those of one or two letters and shorter numbers.

    What has a figure is kept whole: case 1204 is not case 1205.
    """
    words = _PLAIN_WORDS.findall(text.lower()) if text.isascii() else fold(text).split()
    return frozenset(
        word[:_STEM] if word.isalpha() else word
        for word in words
        if len(word) >= _SHORT or (len(word) >= shortest_number and not word.isalpha())
    )


def figures(text: str) -> frozenset[str]:
    """Return the numbers that stand in a text, without leading zeros."""
    return frozenset(number.lstrip("0") or "0" for number in _FIGURES.findall(text))


def numbered_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts have numbers, and each has one that the other has not: as a court no. 2 and a court no. 3."""
    return bool(one - other) and bool(other - one)


class Rarity:
    """How much a stem tells, by how many texts have it: the inverse document frequency."""

    def __init__(self, texts: Sequence[frozenset[str]]) -> None:
        self.counts = Counter(chain.from_iterable(texts))
        most = 1 + len(texts)
        self._weights = {stem: math.log(most / count) for stem, count in self.counts.items()}

    def whole(self, text: frozenset[str]) -> float:
        """Return the weight of all stems of one of the texts."""
        return sum(map(self._weights.__getitem__, text))

    def likeness(self, one: frozenset[str], other: frozenset[str], whole: float) -> float:
        """Return from 0 to 1 how much of what two of the texts tell is the same (weighted Dice coefficient).

        `whole` is what the two weigh together.
        """
        return 2 * sum(map(self._weights.__getitem__, one & other)) / whole if whole else 0.0

    def rarest(self, text: frozenset[str], number: int) -> tuple[str, ...]:
        """Return the stems of a text that tell most, the rarest first."""
        return tuple(sorted(text, key=lambda stem: (self.counts[stem], stem))[:number])
