"""The bounds of many events at once, by figures alone: what rests on what is not kept.

Where no constraint between two days asks for one of them to come before the other, the tightest bounds are shortest
paths along ways of no negative length: Dijkstra, "A note on two problems in connexion with graphs", Numerische
Mathematik 1 (1959). Each day is final once it is the soonest of those that wait, however the ways lead.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.dates.span import Day


class Figures:
    """The earliest and the latest days of nodes, and how many days there are at most from one to another."""

    def __init__(self) -> None:
        self._latest: dict[int, Day] = {}
        self._earliest: dict[int, Day] = {}
        """With the sign turned, so that these are shortest paths as well."""
        self._later: dict[int, list[tuple[int, int]]] = {}
        self._sooner: dict[int, list[tuple[int, int]]] = {}

    def add(self, node: int, earliest: Day | None, latest: Day | None) -> None:
        """Take in what is known of a node."""
        if latest is not None:
            self._latest[node] = latest
        if earliest is not None:
            self._earliest[node] = -earliest

    def bind(self, tail: int, head: int, most: int) -> None:
        """Take in that a node comes at most so many days, none or more, after another."""
        self._later.setdefault(tail, []).append((head, most))
        self._sooner.setdefault(head, []).append((tail, most))

    def work_out(self) -> None:
        """Work out the tightest bounds."""
        _spread(self._latest, self._later)
        _spread(self._earliest, self._sooner)

    def known(self, node: int) -> tuple[Day | None, Day | None]:
        """Return the earliest and the latest day of a node."""
        earliest = self._earliest.get(node)
        return None if earliest is None else -earliest, self._latest.get(node)


def _spread(values: dict[int, int], ways: dict[int, list[tuple[int, int]]]) -> None:
    """Lower the values of nodes to the shortest that ways lead to."""
    waiting = []
    for node, ends in ways.items():
        value = values.get(node)
        if value is not None:
            for other, most in ends:
                if value + most < values.get(other, value + most + 1):
                    waiting.append((value, node))
                    break
    heapify(waiting)
    while waiting:
        value, node = heappop(waiting)
        if value > values[node]:
            continue
        for other, most in ways.get(node, ()):
            if value + most < values.get(other, value + most + 1):
                values[other] = value + most
                heappush(waiting, (value + most, other))
