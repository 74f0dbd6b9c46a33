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

from timeline.sweeps import Direction, Ways, forward_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Label: TypeAlias = tuple[tuple[str, ...], ...]
"""What a constraint rests on, all of it needed; an empty label is what holds by the meaning of the nodes."""

Stated: TypeAlias = "Callable[[int, bool], Constraint | None]"
"""Returns the tightest bound that a node is given, the latest day or else the earliest; None for one without any."""

_FAR = 10**15
ORIGIN = 0
"""ORIGIN is the node that is day 0."""


class Constraint(NamedTuple):
    """The day `head` comes at most `most` days after the day `tail`; with a negative `most`, at least so long before.

    From ORIGIN it says that `head` is no later than the day `most`; to ORIGIN that `tail` is no earlier than `-most`.
    """

    tail: int
    head: int
    most: int
    label: Label = ()


def _unstated(_node: int, _is_latest: bool) -> None:  # noqa: FBT001 - as `Stated` has it
    """Nothing is given but what is added."""


_Own: TypeAlias = tuple[dict[int, Constraint], dict[int, Constraint]]
"""The latest and the earliest bounds of nodes, and what they rest on."""


class Figures(NamedTuple):
    """Constraints as arrays: the bounds that nodes have of their own, None for none, and the constraints between them.

    `latest` and `earliest` are by node, ORIGIN among them; `tails`, `heads`, `most` and `labels` by constraint. `nodes`
    are those that have constraints between them, in order; the others are as they are.
    """

    latest: list[int | None]
    earliest: list[int | None]
    tails: list[int]
    heads: list[int]
    most: list[int]
    labels: list[Label]
    nodes: list[int]


class Network:
    """Constraints between days, and what follows from them once `propagate` has run."""

    def __init__(self, nodes: int, constraints: Iterable[Constraint]) -> None:
        every = constraints if isinstance(constraints, list | tuple) else list(constraints)
        inner = [one for one in every if one[0] != ORIGIN != one[1]]
        tails, heads, most = [one[0] for one in inner], [one[1] for one in inner], [one[2] for one in inner]
        self._own_latest, self._own_earliest = _tightest(one for one in every if ORIGIN in (one[0], one[1]))
        latest: list[int | None] = [None] * (nodes + 1)
        earliest = list(latest)
        for node, bound in self._own_latest.items():
            latest[node] = bound.most
        for node, bound in self._own_earliest.items():
            earliest[node] = -bound.most
        self._begin(
            Figures(latest, earliest, tails, heads, most, [one[3] for one in inner], [*range(1, nodes + 1)]), _unstated
        )

    @classmethod
    def of(cls, figures: Figures, stated: Stated) -> Network:
        """Return the network of figures; `stated` says what a bound that a node is given in them rests on."""
        network = cls.__new__(cls)
        network._own_latest, network._own_earliest = {}, {}
        network._begin(figures, stated)
        return network

    def _begin(self, figures: Figures, stated: Stated) -> None:
        latest, earliest, tails, heads, most, self._labels, self._nodes = figures
        given = sum(abs(bound) for bounds in (latest, earliest) for bound in bounds if bound is not None)
        # Over what any sum of constraints can be, with room for bounds that are added later.
        beyond = 4 * (1 + given + sum(map(abs, most))) + _FAR
        self._ways = ways = Ways.between(len(latest), tails, heads, most)
        order = forward_order(ways, self._nodes)
        self._latest = Direction(ways, order, latest, beyond)
        self._earliest = Direction(
            ways.back(), order[::-1], [None if bound is None else -bound for bound in earliest], beyond
        )
        self._stated = stated

    @property
    def nodes(self) -> Sequence[int]:
        """The nodes that it is of."""
        return self._nodes

    def bounds_alone(self) -> Network:
        """Return a network of the same nodes and the bounds that they have of their own, and nothing between them."""
        alone = Network.__new__(Network)
        alone._latest, alone._earliest = self._latest.unlinked(), self._earliest.unlinked()
        alone._own_latest, alone._own_earliest = dict(self._own_latest), dict(self._own_earliest)
        alone._ways, alone._labels, alone._stated, alone._nodes = self._ways, self._labels, self._stated, self._nodes
        return alone

    def tighten(self, bounds: Iterable[Constraint]) -> None:
        """Add constraints from or to ORIGIN."""
        every = list(bounds)
        _tightest(every, (self._own_latest, self._own_earliest))
        for tail, head, most, _ in every:
            if tail == ORIGIN:
                self._latest.bind(head, most)
            else:
                self._earliest.bind(tail, most)

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

    def span(self, start: int) -> tuple[int | None, int | None, int | None, int | None]:
        """Return the earliest and the latest day of a node and of the one after it."""
        low, high, begin, end = self.known((start, start + 1))
        return low, high, begin, end

    def known(self, nodes: Iterable[int]) -> tuple[int | None, ...]:
        """Return the earliest and the latest day that each of these nodes can be."""
        latest, earliest, unknown = self._latest.value, self._earliest.value, self._latest.unknown
        return tuple(
            [
                day
                for node in nodes
                for day in (
                    -earliest[node] if earliest[node] < unknown else None,
                    latest[node] if latest[node] < unknown else None,
                )
            ]
        )

    def why_latest(self, node: int) -> tuple[Constraint, ...]:
        """Return the shortest chain of constraints that gives the latest day, from ORIGIN on; () without a bound."""
        if self._latest.bound(node) is None:
            return ()
        root, numbers = self._latest.chain(node, self._labels)
        return self._own(root, is_latest=True), *map(self._inner, numbers)

    def why_earliest(self, node: int) -> tuple[Constraint, ...]:
        """Return the shortest chain of constraints that gives the earliest day, from ORIGIN on; () without a bound."""
        if self._earliest.bound(node) is None:
            return ()
        root, numbers = self._earliest.chain(node, self._labels)
        return self._own(root, is_latest=False), *map(self._inner, numbers)

    def circles(self) -> Iterator[tuple[Constraint, ...]]:
        """Yield circles of constraints that have a negative sum, after a `propagate` that found that there are any."""
        circles = self._latest.run()
        for node in circles:
            yield tuple(map(self._inner, self._latest.path(node)))
        for node in () if circles else self._crossed():
            path = self._latest.path(node)
            root = self._latest.tails[path[-1]] if path else node
            ends = (self._own(root, is_latest=True), self._own(node, is_latest=False))
            yield (*map(self._inner, path), *ends)

    def _inner(self, number: int) -> Constraint:
        ways = self._ways
        return Constraint(ways.tails[number], ways.heads[number], ways.most[number], self._labels[number])

    def _own(self, node: int, *, is_latest: bool) -> Constraint:
        """Return the tightest bound that a node has of its own; of several the one with the first label."""
        own = self._own_latest if is_latest else self._own_earliest
        given = [one for one in (own.get(node), self._stated(node, is_latest)) if one is not None]
        return min(given, key=lambda one: one[2:])

    def _crossed(self) -> list[int]:
        """Return the nodes whose latest day comes before the earliest that they are given of their own."""
        latest, own = self._latest.value, self._earliest.own
        return sorted([node for node in self._earliest.bounded if latest[node] + own[node] < 0])  # type: ignore[operator]


def _tightest(bounds: Iterable[Constraint], known: _Own | None = None) -> _Own:
    """Put bounds among those known, and return them; of as tight ones the one with the first label stays."""
    latest, earliest = known or ({}, {})
    for bound in bounds:
        own, node = (latest, bound[1]) if bound[0] == ORIGIN else (earliest, bound[0])
        other = own.get(node)
        if other is None or bound[2:] < other[2:]:
            own[node] = bound
    return latest, earliest


def hold_together(constraints: Sequence[Constraint]) -> bool:
    """Whether a few constraints hold together: told sooner than by a network, which says why as well."""
    value = dict.fromkeys([node for one in constraints for node in one[:2]], 0)
    for _ in range(len(value) + 1):  # as many steps as a path can have; what changes after them goes round a circle
        is_done = True
        for tail, head, most, _ in constraints:
            bound = value[tail] + most
            if bound < value[head]:
                value[head] = bound
                is_done = False
        if is_done:
            return True
    return False


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
