"""Candidate pairs by shared keys, in a number that grows with the items and not with their square.

A key that few items share makes pairs of all of them. A key that many share says little: it makes pairs only of
neighbours in an order that the caller gives, which is "sorted neighbourhood" (Hernández and Stolfo, "The merge/purge
problem for large databases", 1995).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

FEW = 30
"""So many items may share a key that makes a pair of each two of them."""

NEIGHBOURS = 6
"""So many of the next ones does an item pair with under a key that more share."""


def candidates(
    keys: Sequence[Iterable[Hashable]], position: Callable[[int], float] = float
) -> Iterator[tuple[int, int]]:
    """Yield each pair of indexes (lower first) that share a key, once; `position` orders the items of a common key."""
    holders: dict[Hashable, list[int]] = {}
    for index, shared in enumerate(keys):
        for key in set(shared):
            holders.setdefault(key, []).append(index)
    seen: set[int] = set()  # each pair as one number, which takes a third of the room
    size = len(keys)
    for items in holders.values():
        for one, other in _pairs(items, position) if len(items) > 1 else ():
            pair = one * size + other
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _pairs(items: list[int], position: Callable[[int], float]) -> Iterator[tuple[int, int]]:
    reach = len(items) if len(items) <= FEW else NEIGHBOURS
    ordered = items if len(items) <= FEW else sorted(items, key=position)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + reach]:
            yield (one, other) if one < other else (other, one)
