"""A simple temporal network: how far apart days can be, and the tightest bounds that follow.

Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial Intelligence 49 (1991): unknown days are nodes,
and each constraint says that one day comes at most so many days after another. The tightest bounds are shortest
paths from a node that stands for day 0, here `ORIGIN`, and back to it; the constraints hold together just when no
circle of them has a negative sum.

Nodes are numbers, 1 to `nodes`. A constraint's label is what it rests on: opaque parts that can be sorted. Nothing
that is read off a network depends on the order in which its constraints were given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Label: TypeAlias = tuple[tuple[str, ...], ...]
"""What a constraint rests on, all of it needed; an empty label is what holds by the meaning of the nodes."""

ORIGIN, _NONE = 0, -1
"""ORIGIN is the node that is day 0."""


class Constraint(NamedTuple):
    """The day `head` comes at most `most` days after the day `tail`; with a negative `most`, at least so long before.

    From ORIGIN it says that `head` is no later than the day `most`; to ORIGIN that `tail` is no earlier than `-most`.
    """

    tail: int
    head: int
    most: int
    label: Label = ()


class Network:
    """Constraints between days, and what follows from them once `propagate` has run."""

    def __init__(self, nodes: int, constraints: Iterable[Constraint]) -> None:
        inner: list[Constraint] = []
        bounds: list[Constraint] = []
        out: list[list[int]] = [[] for _ in range(nodes + 1)]
        into: list[list[int]] = [[] for _ in range(nodes + 1)]
        reach = 1
        for constraint in constraints:
            tail, head, most, _ = constraint
            reach += abs(most)
            if ORIGIN in (tail, head):
                bounds.append(constraint)
                continue
            out[tail].append(len(inner))
            into[head].append(len(inner))
            inner.append(constraint)
        # Twice over what any sum of constraints can be, with room for bounds that are added later.
        beyond = 4 * reach + 10**15
        tails, heads = [one.tail for one in inner], [one.head for one in inner]
        most_days = [one.most for one in inner]
        order = _forward_order(out, heads)
        self._inner = inner
        self._latest = _Direction(_Ways(tails, heads, most_days, out), order, beyond)
        self._earliest = _Direction(_Ways(heads, tails, most_days, into), order[::-1], beyond)
        self.tighten(bounds)

    def tighten(self, bounds: Iterable[Constraint]) -> None:
        """Add constraints from or to ORIGIN."""
        for bound in bounds:
            if bound.tail == ORIGIN:
                self._latest.bind(bound.head, bound.most, bound)
            else:
                self._earliest.bind(bound.tail, bound.most, bound)

    def propagate(self) -> bool:
        """Work out the tightest bounds; return whether all holds together."""
        return not self._latest.run() and not self._crossed() and not self._earliest.run()

    def latest(self, node: int) -> int | None:
        """Return the latest day that a node can be, None where nothing bounds it."""
        return self._latest.bound(node)

    def earliest(self, node: int) -> int | None:
        """Return the earliest day that a node can be, None where nothing bounds it."""
        bound = self._earliest.bound(node)
        return None if bound is None else -bound

    def why_latest(self, node: int) -> tuple[Constraint, ...]:
        """Return the shortest chain of constraints that gives the latest day, from ORIGIN on; () without a bound."""
        return self._latest.chain(node, self._inner)

    def why_earliest(self, node: int) -> tuple[Constraint, ...]:
        """Return the shortest chain of constraints that gives the earliest day, from ORIGIN on; () without a bound."""
        return self._earliest.chain(node, self._inner)

    def circles(self) -> Iterator[tuple[Constraint, ...]]:
        """Yield circles of constraints that have a negative sum, after a `propagate` that found that there are any."""
        circles = self._latest.run()
        for node in circles:
            yield tuple(self._inner[number] for number in self._latest.path(node))
        for node in () if circles else self._crossed():
            path = self._latest.path(node)
            root = self._latest.tails[path[-1]] if path else node
            ends = (self._latest.own[root], self._earliest.own[node])
            yield (*(self._inner[number] for number in path), *ends)

    def _crossed(self) -> list[int]:
        """Return the nodes whose latest day comes before the earliest that they are given of their own."""
        latest = self._latest.value
        return [node for node, bound in sorted(self._earliest.own.items()) if latest[node] + bound.most < 0]


class _Ways(NamedTuple):
    """The constraints as arrays, by number, and the numbers of those that lead out of each node."""

    tails: list[int]
    heads: list[int]
    most: list[int]
    out: list[list[int]]


class _Direction:
    """The tightest upper bounds under constraints `value[head] <= value[tail] + most`, found in sweeps.

    Bellman and Ford's algorithm with a queue, where the queue is swept in an order in which most constraints lead
    forward: without circles one sweep is enough. A node without a bound is at `beyond`, over any true bound, so that
    circles of negative sum that no bound reaches are met as well.
    """

    def __init__(self, ways: _Ways, order: list[int], beyond: int) -> None:
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

    def bind(self, node: int, most: int, bound: Constraint) -> None:
        """Take in a bound that a node has of its own."""
        known = self.own.get(node)
        if known is None or most < known.most or (most == known.most and bound.label < known.label):
            self.own[node] = bound
        if most < self.value[node]:
            self.value[node] = most
            self.via[node] = _NONE
            self._waiting[self._place[node]] = 1
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


def _forward_order(out: Sequence[Sequence[int]], heads: Sequence[int]) -> list[int]:
    """Return all nodes so that constraints lead forward, circles aside: the reverse postorder of a search by depth."""
    done: list[int] = []
    seen = bytearray(len(out))
    for first in range(len(out)):
        if seen[first]:
            continue
        seen[first] = 1
        stack = [(first, iter(out[first]))]
        while stack:
            node, ways = stack[-1]
            for number in ways:
                head = heads[number]
                if not seen[head]:
                    seen[head] = 1
                    stack.append((head, iter(out[head])))
                    break
            else:
                done.append(node)
                stack.pop()
    done.reverse()
    return done


def contradictions(nodes: int, constraints: Iterable[Constraint]) -> list[tuple[Constraint, ...]]:
    """Return circles of constraints with a negative sum, at least one if there is any, in any order given the same."""
    network = Network(nodes, sorted(constraints))
    return [] if network.propagate() else list(network.circles())


def smallest(parts: Iterable[tuple[str, ...]], holds: Callable[[frozenset[tuple[str, ...]]], bool]) -> Label:
    """Return the parts that are left when each is tried, in order, and dropped if the rest still do not hold.

    `holds` says whether a set of parts holds together, as any subset of one that does must; all of them do not.
    Then no part of the result can be spared (a deletion filter; Chinneck and Dravnieks 1991).
    """
    left = sorted(set(parts))
    for part in tuple(left):
        rest = frozenset(left) - {part}
        if not holds(rest):
            left.remove(part)
    return tuple(left)
