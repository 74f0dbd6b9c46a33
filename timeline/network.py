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
    from collections.abc import Callable, Iterable, Iterator

Label: TypeAlias = tuple[tuple[str, ...], ...]
"""What a constraint rests on, all of it needed; an empty label is what holds by the meaning of the nodes."""

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


class Network:
    """Constraints between days, and what follows from them once `propagate` has run."""

    def __init__(self, nodes: int, constraints: Iterable[Constraint]) -> None:
        every = constraints if isinstance(constraints, list | tuple) else list(constraints)
        inner = [one for one in every if one[0] != ORIGIN != one[1]]
        out: list[list[int]] = [[] for _ in range(nodes + 1)]
        into: list[list[int]] = [[] for _ in range(nodes + 1)]
        tails, heads, most_days = [one[0] for one in inner], [one[1] for one in inner], [one[2] for one in inner]
        for number, (tail, head) in enumerate(zip(tails, heads, strict=True)):
            out[tail].append(number)
            into[head].append(number)
        # Twice over what any sum of constraints can be, with room for bounds that are added later.
        beyond = 4 * (1 + sum(abs(one[2]) for one in every)) + 10**15
        order = forward_order(out, heads)
        self._inner = inner
        self._latest = Direction(Ways(tails, heads, most_days, out), order, beyond)
        self._earliest = Direction(Ways(heads, tails, most_days, into), order[::-1], beyond)
        self.tighten(one for one in every if ORIGIN in (one[0], one[1]))

    def bounds_alone(self) -> Network:
        """Return a network of the same nodes and the bounds that they have of their own, and nothing between them."""
        alone = Network(0, ())
        alone._latest, alone._earliest = self._latest.unlinked(), self._earliest.unlinked()
        return alone

    def tighten(self, bounds: Iterable[Constraint]) -> None:
        """Add constraints from or to ORIGIN."""
        latest, earliest = [], []
        for bound in bounds:
            if bound[0] == ORIGIN:
                latest.append((bound[1], bound[2], bound))
            else:
                earliest.append((bound[0], bound[2], bound))
        self._latest.bind(latest)
        self._earliest.bind(earliest)

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
        return sorted(node for node, bound in self._earliest.own.items() if latest[node] + bound[2] < 0)


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
