"""Shortest paths over a temporal network, one direction at a time: bounds relaxed in sweeps, and what they rest on.

Nodes and constraints are numbers here; what they stand for is `timeline.network`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.network import Constraint

_NONE = -1
_NOWHERE: tuple[int, ...] = ()


class Ways(NamedTuple):
    """The constraints as arrays, by number, and the numbers of those that lead out of each node and into it."""

    tails: Sequence[int]
    heads: Sequence[int]
    most: Sequence[int]
    out: Sequence[Sequence[int]]
    into: Sequence[Sequence[int]]

    @classmethod
    def between(cls, size: int, tails: Sequence[int], heads: Sequence[int], most: Sequence[int]) -> Ways:
        """Return the ways that constraints are between nodes 0 to `size` - 1."""
        return cls(tails, heads, most, _by_node(size, tails), _by_node(size, heads))

    def back(self) -> Ways:
        """Return the ways in the other direction."""
        return Ways(self.heads, self.tails, self.most, self.into, self.out)


def _by_node(size: int, ends: Sequence[int]) -> list[Sequence[int]]:
    """Return the numbers of the constraints by the node that an end of theirs is."""
    found: list[Sequence[int]] = [_NOWHERE] * size
    for number, node in enumerate(ends):
        known = found[node]
        if isinstance(known, list):
            known.append(number)
        else:
            found[node] = [number]
    return found


class Direction:
    """The tightest upper bounds under constraints `value[head] <= value[tail] + most`, found in sweeps.

    Bellman and Ford's algorithm with a queue, where the queue is swept in an order in which most constraints lead
    forward: without circles one sweep is enough. A node without a bound is at `beyond`, over any true bound, so that
    circles of negative sum that no bound reaches are met as well. `own` is what each node is given of its own, None
    where that is nothing.
    """

    def __init__(self, ways: Ways, order: Sequence[int], own: Sequence[int | None], beyond: int) -> None:
        self.tails, self._heads, self._most, self._out, self._into = ways
        self._order = order
        self._place = [0] * len(own)
        for place, node in enumerate(order):
            self._place[node] = place
        self._waiting = bytearray(b"\x01") * len(order)
        self._beyond = beyond
        self.unknown = beyond // 2
        self.bounded = [node for node, bound in enumerate(own) if bound is not None]
        self.own = list(own)
        self.value = [beyond if bound is None else bound for bound in own]
        self.via = [_NONE] * len(own)

    def bind(self, node: int, most: int) -> None:
        """Take in a bound that a node has of its own."""
        known = self.own[node]
        if known is None:
            self.bounded.append(node)
        if known is None or most < known:
            self.own[node] = most
        if most < self.value[node]:
            self.value[node] = most
            self.via[node] = _NONE
            self._waiting[self._place[node]] = 1

    def bound(self, node: int) -> int | None:
        """Return what is known of a node."""
        value = self.value[node]
        return value if value < self.unknown else None

    def run(self) -> list[int]:
        """Relax until nothing changes; return a node of each circle of negative sum as soon as there are any."""
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
        for first in [node for node, number in enumerate(via) if number != _NONE]:
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

    def chain(self, node: int, constraints: Sequence[Constraint]) -> tuple[int, list[int]]:
        """Return the fewest constraints that give a node its bound, in order, and the node that they start from.

        Where several chains are as short, of the constraints that can come last the one with the first label does, then
        the one from the first node; and so on back. `constraints` are by number. The node must have a bound, and the
        sweeps be done.
        """
        levels = [[node]]
        seen = {node}
        while not any(self.own[here] == self.value[here] for here in levels[-1]):
            before = dict.fromkeys(self.tails[number] for here in levels[-1] for number in self._tight(here))
            levels.append([here for here in before if here not in seen])
            seen.update(levels[-1])
        nearer: set[int] = {here for here in levels.pop() if self.own[here] == self.value[here]}
        reasons: dict[int, int] = {}
        for level in reversed(levels):
            last = {
                here: min((constraints[number][3], self.tails[number], number) for number in numbers)[2]
                for here in level
                if (numbers := [number for number in self._tight(here) if self.tails[number] in nearer])
            }
            reasons.update(last)
            nearer = set(last)
        numbers = []
        while node in reasons:
            numbers.append(reasons[node])
            node = self.tails[reasons[node]]
        return node, numbers[::-1]

    def _tight(self, node: int) -> Iterable[int]:
        """Yield the constraints that allow a node no later value than it has."""
        for number in self._into[node]:
            if self.value[self.tails[number]] + self._most[number] == self.value[node]:
                yield number


def forward_order(ways: Ways, nodes: Iterable[int]) -> list[int]:
    """Return nodes so that constraints lead forward, circles aside: the reverse postorder of a search by depth.

    The nodes are to be in order, and none of them may lead to one that is not among them.
    """
    heads, out = ways.heads, ways.out
    done: list[int] = []
    seen = bytearray(len(out))
    for first in nodes:
        if seen[first]:
            continue
        seen[first] = 1
        if not out[first]:
            done.append(first)
            continue
        stack = [(first, iter(out[first]))]
        while stack:
            node, left = stack[-1]
            for number in left:
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
