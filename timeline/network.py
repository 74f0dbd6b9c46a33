"""A simple temporal network: how far apart days can be, and the tightest bounds that follow.

Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial Intelligence 49 (1991): unknown days are nodes,
and each constraint says that one day comes at most so many days after another. The tightest bounds are shortest
paths from a node that stands for day 0, here `ORIGIN`, and back to it; the constraints hold together just when no
circle of them has a negative sum.

Nodes are numbers from 1 on. A constraint's label is what it rests on: opaque parts that can be sorted. Nothing
that is read off a network depends on the order in which its constraints were given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.sweeps import Direction, Ways, forward_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Label: TypeAlias = tuple[tuple[str, ...], ...]
"""What a constraint rests on, all of it needed; an empty label is what holds by the meaning of the nodes."""

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


_Own: TypeAlias = tuple[dict[int, Constraint], dict[int, Constraint]]
"""The latest and the earliest bounds of nodes, and what they rest on."""


class Network:
    """Constraints between days, and what follows from them once `propagate` has run.

    Its nodes are those that a constraint names, and `nodes`, of which nothing may be said yet.
    """

    def __init__(self, constraints: Iterable[Constraint], nodes: Iterable[int] = ()) -> None:
        every = constraints if isinstance(constraints, list | tuple) else list(constraints)
        self._nodes = sorted({ORIGIN, *nodes, *[one[0] for one in every], *[one[1] for one in every]})
        self._places = places = {node: place for place, node in enumerate(self._nodes)}
        self._inner = inner = [one for one in every if one[0] != ORIGIN != one[1]]
        self._own: _Own = {}, {}
        latest: list[int | None] = [None] * len(places)
        earliest = list(latest)
        if len(inner) < len(every):
            self._take(one for one in every if ORIGIN in (one[0], one[1]))
            for node, bound in self._own[0].items():
                latest[places[node]] = bound[2]
            for node, bound in self._own[1].items():
                earliest[places[node]] = bound[2]
        # Over what any sum of constraints can be, with room for bounds that are added later.
        beyond = 4 * (1 + sum([abs(one[2]) for one in every])) + _FAR
        ways = Ways.between(
            len(places), [places[one[0]] for one in inner], [places[one[1]] for one in inner], [one[2] for one in inner]
        )
        order = forward_order(ways, range(1, len(places)))
        self._latest = Direction(ways, order, latest, beyond)
        self._earliest = Direction(ways.back(), order[::-1], earliest, beyond)

    def tighten(self, bounds: Iterable[Constraint]) -> None:
        """Add constraints from or to ORIGIN, of nodes that it has."""
        every = list(bounds)
        self._take(every)
        for tail, head, most, _ in every:
            if tail == ORIGIN:
                self._latest.bind(self._places[head], most)
            else:
                self._earliest.bind(self._places[tail], most)

    def _take(self, bounds: Iterable[Constraint]) -> None:
        """Put bounds among those that nodes have of their own; of as tight ones the one with the first label stays."""
        latest, earliest = self._own
        for bound in bounds:
            own, node = (latest, bound[1]) if bound[0] == ORIGIN else (earliest, bound[0])
            other = own.get(node)
            if other is None or bound[2:] < other[2:]:
                own[node] = bound

    def propagate(self) -> bool:
        """Work out the tightest bounds; return whether all holds together."""
        return not self._latest.run() and not self._crossed() and not self._earliest.run()

    def work_out(self) -> list[int]:
        """Work out the tightest bounds of all that holds together; return the nodes that are left no day.

        No circle that leaves ORIGIN out may have a negative sum.
        """
        self._latest.run()
        self._earliest.run()
        days = enumerate(zip(self._latest.value, self._earliest.value, strict=True))
        return [self._nodes[place] for place, (latest, earliest) in days if latest + earliest < 0]

    def latest(self, node: int) -> int | None:
        """Return the latest day that a node can be, None where nothing bounds it."""
        place = self._places.get(node)
        return None if place is None else self._latest.bound(place)

    def earliest(self, node: int) -> int | None:
        """Return the earliest day that a node can be, None where nothing bounds it."""
        place = self._places.get(node)
        bound = None if place is None else self._earliest.bound(place)
        return None if bound is None else -bound

    def span(self, start: int) -> tuple[int | None, int | None, int | None, int | None]:
        """Return the earliest and the latest day of a node and of the one after it."""
        return self.earliest(start), self.latest(start), self.earliest(start + 1), self.latest(start + 1)

    def known(self, nodes: Iterable[int]) -> tuple[int | None, ...]:
        """Return the earliest and the latest day that each of these nodes can be."""
        return tuple([day for node in nodes for day in (self.earliest(node), self.latest(node))])

    def why_latest(self, node: int) -> tuple[Constraint, ...]:
        """Return the shortest chain of constraints that gives the latest day, from ORIGIN on; () without a bound."""
        return self._why(node, self._latest, self._own[0])

    def why_earliest(self, node: int) -> tuple[Constraint, ...]:
        """Return the shortest chain of constraints that gives the earliest day, from ORIGIN on; () without a bound."""
        return self._why(node, self._earliest, self._own[1])

    def _why(self, node: int, direction: Direction, own: dict[int, Constraint]) -> tuple[Constraint, ...]:
        place = self._places.get(node)
        if place is None or direction.bound(place) is None:
            return ()
        root, numbers = direction.chain(place, self._inner)
        return own[self._nodes[root]], *[self._inner[number] for number in numbers]

    def circles(self) -> Iterator[tuple[Constraint, ...]]:
        """Yield circles of constraints that have a negative sum, after a `propagate` that found that there are any."""
        inner, latest = self._inner, self._latest
        circles = latest.run()
        for place in circles:
            yield tuple([inner[number] for number in latest.path(place)])
        for place in () if circles else self._crossed():
            path = latest.path(place)
            root = latest.tails[path[-1]] if path else place
            ends = self._own[0][self._nodes[root]], self._own[1][self._nodes[place]]
            yield (*[inner[number] for number in path], *ends)

    def _crossed(self) -> list[int]:
        """Return the places of nodes whose latest day comes before the earliest that they are given of their own."""
        latest, own = self._latest.value, self._earliest.own
        return sorted([place for place in self._earliest.bounded if latest[place] + own[place] < 0])  # type: ignore[operator]


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


def contradictions(constraints: Iterable[Constraint]) -> list[tuple[Constraint, ...]]:
    """Return circles of constraints with a negative sum, at least one if there is any, in any order given the same."""
    network = Network(sorted(constraints))
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
