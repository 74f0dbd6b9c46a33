"""Shortest paths over a temporal network, one direction at a time: bounds relaxed in sweeps, and what they rest on.

Nodes and constraints are numbers here; what they stand for is `timeline.network`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.network import Constraint, Label

_NONE = -1


class Ways(NamedTuple):
    """The constraints as arrays, by number, and the numbers of those that lead out of each node."""

    tails: list[int]
    heads: list[int]
    most: list[int]
    out: list[list[int]]


class Direction:
    """The tightest upper bounds under constraints `value[head] <= value[tail] + most`, found in sweeps.

    Bellman and Ford's algorithm with a queue, where the queue is swept in an order in which most constraints lead
    forward: without circles one sweep is enough. A node without a bound is at `beyond`, over any true bound, so that
    circles of negative sum that no bound reaches are met as well.
    """

    def __init__(self, ways: Ways, order: list[int], beyond: int) -> None:
        self.tails, self._heads, self._most, self._out = ways
        self._order = order
        self._place = [0] * len(order)
        for place, node in enumerate(order):
            self._place[node] = place
        self._waiting = bytearray(b"\x01") * len(order)
        self._beyond = beyond
        self._reasons: list[int] | None = None
        self.value = [beyond] * len(order)
        self.via = [_NONE] * len(order)
        self.own: dict[int, Constraint] = {}

    def unlinked(self) -> Direction:
        """Return the bounds that nodes have of their own, with no constraint between nodes."""
        nodes = len(self._order)
        alone = Direction(Ways([], [], [], [[]] * nodes), self._order, self._beyond)
        alone.own = dict(self.own)
        for node, bound in self.own.items():
            alone.value[node] = bound[2]
        return alone

    def bind(self, bounds: Iterable[tuple[int, int, Constraint]]) -> None:
        """Take in bounds that nodes have of their own: the node, the most days, and the constraint that says so."""
        own, value, via, waiting, place = self.own, self.value, self.via, self._waiting, self._place
        for node, most, bound in bounds:
            known = own.get(node)
            if known is None or most < known[2] or (most == known[2] and bound[3] < known[3]):
                own[node] = bound
            if most < value[node]:
                value[node] = most
                via[node] = _NONE
                waiting[place[node]] = 1
            self._reasons = None

    def bound(self, node: int) -> int | None:
        """Return what is known of a node."""
        value = self.value[node]
        return value if value < self._beyond // 2 else None

    def run(self) -> list[int]:
        """Relax until nothing changes; return a node of each circle of negative sum as soon as there are any."""
        self._reasons = None
        sweeps, next_look = 0, 2
        while self._waiting.find(1) >= 0:
            self._sweep()
            sweeps += 1
            if sweeps == next_look:
                next_look *= 2
                circles = self._circles()
                if circles:
                    return circles
        return []

    def _sweep(self) -> None:
        """Go once through the nodes that wait, in order."""
        waiting, order, place, out = self._waiting, self._order, self._place, self._out
        heads, most, value, via = self._heads, self._most, self.value, self.via
        at = waiting.find(1)
        while at >= 0:
            waiting[at] = 0
            node = order[at]
            reached = value[node]
            for number in out[node]:
                head = heads[number]
                bound = reached + most[number]
                if bound < value[head]:
                    value[head] = bound
                    via[head] = number
                    waiting[place[head]] = 1
            at = waiting.find(1, at + 1)

    def _circles(self) -> list[int]:
        """Return a node of each circle in the graph of predecessors, which has a negative sum where there is one."""
        via, tails = self.via, self.tails
        seen = [0] * len(via)
        found = []
        for first in range(1, len(via)):
            node = first
            while not seen[node]:
                seen[node] = first
                if via[node] == _NONE:
                    break
                node = tails[via[node]]
            else:
                if seen[node] == first:
                    found.append(node)
        return found

    def path(self, node: int) -> list[int]:
        """Return the numbers of the constraints that gave a node its value, the last first; a circle once around."""
        numbers: list[int] = []
        here = node
        while self.via[here] != _NONE:
            numbers.append(self.via[here])
            here = self.tails[self.via[here]]
            if here == node:
                break
        return numbers

    def chain(self, node: int, inner: Sequence[Constraint]) -> tuple[Constraint, ...]:
        """Return the fewest constraints that give the bound of a node, from ORIGIN on; () for one without a bound."""
        if self.bound(node) is None:
            return ()
        if self._reasons is None:
            self._reasons = self._breadth_first(inner)
        chain: list[Constraint] = []
        while self._reasons[node] != _NONE:
            number = self._reasons[node]
            chain.append(inner[number])
            node = self.tails[number]
        chain.append(self.own[node])
        chain.reverse()
        return tuple(chain)

    def _breadth_first(self, inner: Sequence[Constraint]) -> list[int]:
        """Return for each node the number of the constraint that is last on a chain of the fewest that gives its bound.

        Where several chains are as short, the constraint with the first label is taken, then the first node before it.
        """
        value, beyond = self.value, self._beyond // 2
        reasons = [_NONE] * len(value)
        known = bytearray(len(value))
        level = [node for node, own in self.own.items() if own.most == value[node] < beyond]
        while level:
            for node in level:
                known[node] = 1
            reached: dict[int, tuple[Label, int, int]] = {}
            for node in level:
                for number in self._out[node]:
                    head = self._heads[number]
                    if not known[head] and value[head] == value[node] + self._most[number]:
                        way = (inner[number].label, node, number)
                        reached[head] = min(way, reached.get(head, way))
            for head, (_, _, number) in reached.items():
                reasons[head] = number
            level = list(reached)
        return reasons


def forward_order(out: Sequence[Sequence[int]], heads: Sequence[int]) -> list[int]:
    """Return all nodes so that constraints lead forward, circles aside: the reverse postorder of a search by depth."""
    done: list[int] = []
    seen = bytearray(len(out))
    for first in range(len(out)):
        if seen[first]:
            continue
        seen[first] = 1
        if not out[first]:
            done.append(first)
            continue
        stack = [(first, iter(out[first]))]
        while stack:
            node, ways = stack[-1]
            for number in ways:
                head = heads[number]
                if seen[head]:
                    continue
                seen[head] = 1
                if out[head]:
                    stack.append((head, iter(out[head])))
                    break
                done.append(head)
            else:
                done.append(node)
                stack.pop()
    done.reverse()
    return done
