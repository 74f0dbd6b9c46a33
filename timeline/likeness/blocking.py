"""Candidate pairs by shared keys, in a number that grows with the items and not with their square.

A key that few items share makes pairs of all of them. A key that many share says little: it makes pairs only of
neighbours in an order that the caller gives, which is "sorted neighbourhood" (Hernández and Stolfo, "The merge/purge
problem for large databases", 1995).
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Sequence

FEW = 30
"""So many items may share a key that makes a pair of each two of them."""

NEIGHBOURS = 6
"""So many of the ones before does an item pair with under a key that more share."""


def candidates(
    keys: Sequence[Collection[Hashable]],
    places: Sequence[Any] | None = None,
    ends: Sequence[float] | None = None,
    neighbours: int = NEIGHBOURS,
) -> Iterator[tuple[int, int]]:
    """Yield each pair of indexes that share a key, once; `places` orders the items of a common key.

    The keys of one item must differ. Items are taken in order of their places and meet those before them, so that what
    is remembered is the holders of each key and not the pairs; the index of the lower place comes first in a pair.
    Where there are `ends`, an item meets only those that have not ended when it begins, which is at its place.
    """
    shared = Counter(chain.from_iterable(keys))
    holders: dict[Hashable, list[int]] = {}
    places = range(len(keys)) if places is None else places
    for index in sorted(range(len(keys)), key=places.__getitem__):
        met: set[int] = set()
        for key in keys[index]:
            number = shared[key]
            if number > 1:
                before = holders.setdefault(key, [])
                met.update(before if number <= FEW else before[-neighbours:])
                before.append(index)
        begins = places[index]
        for one in sorted(met if ends is None else [one for one in met if ends[one] >= begins]):
            yield one, index


def blocks(keys: Sequence[Collection[Hashable]], places: Sequence[Any] | None = None) -> list[list[int]]:
    """Return numbers for the keys of each item, so that a plain join on them makes pairs in a bounded number.

    For a database, which joins all that share a key: one that nobody shares is left out; the items of one that more
    than `FEW` share are parted, in the order of `places`, into windows of so many, each twice and half a window apart,
    so that neighbours meet in one of them.
    """
    shared = Counter(chain.from_iterable(keys))
    numbers: dict[Hashable, int] = {}
    ranks: Counter[Hashable] = Counter()
    found: list[list[int]] = [[] for _ in keys]
    for index in range(len(keys)) if places is None else sorted(range(len(keys)), key=places.__getitem__):
        for key in keys[index]:
            if shared[key] == 1:
                continue
            if shared[key] <= FEW:
                windows: tuple[Hashable, ...] = (key,)
            else:
                rank = ranks[key]
                ranks[key] += 1
                windows = ((key, 0, rank // FEW), (key, 1, (rank + FEW // 2) // FEW))
            found[index] += (numbers.setdefault(window, len(numbers)) for window in windows)
    return found
