"""A simple temporal network: how far apart days can be, and the tightest bounds that follow.

Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial Intelligence 49 (1991): unknown days are nodes,
and each constraint says that one day comes at most so many days after another. The tightest bounds are shortest
paths from a node that stands for day 0, here `ORIGIN`, and back to it; the constraints hold together just when no
circle of them has a negative sum.

Nodes are numbers from 1 on. A constraint's label is what it rests on: opaque parts that can be sorted. Nothing
that is read off a network depends on the order in which its constraints were given.
"""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from timeline.sweeps import Direction, Ways, forward_order

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

Label: TypeAlias = tuple[tuple[str, ...], ...]
"""What a constraint rests on, all of it needed; an empty label is what holds by the meaning of the nodes."""

_Node = TypeVar("_Node")
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
        self._inner: list[Constraint] = []
        self._own: _Own = {}, {}
        beyond = self._take(constraints)
        inner, (own_latest, own_earliest) = self._inner, self._own
        known = {ORIGIN, *nodes, *own_latest, *own_earliest, *[one[0] for one in inner], *[one[1] for one in inner]}
        self._nodes = sorted(known)
        self._places = places = {node: place for place, node in enumerate(self._nodes)}
        latest: list[int | None] = [None] * len(places)
        earliest = list(latest)
        for node, bound in own_latest.items():
            latest[places[node]] = bound[2]
        for node, bound in own_earliest.items():
            earliest[places[node]] = bound[2]
        tails, heads = [places[one[0]] for one in inner], [places[one[1]] for one in inner]
        ways = Ways.between(len(places), tails, heads, [one[2] for one in inner])
        order = forward_order(ways, range(1, len(places)))
        self._latest = Direction(ways, order, latest, beyond)
        self._earliest = Direction(ways.back(), order[::-1], earliest, beyond)

    def _take(self, constraints: Iterable[Constraint]) -> int:
        """Take constraints in; of bounds as tight that a node has of its own, the one with the first label stays.

        Returns a number over what any sum of them can be, with room for bounds that are added later.
        """
        latest, earliest = self._own
        beyond = 1
        for one in constraints:
            tail, head, most, label = one
            beyond += abs(most)
            if tail == ORIGIN:
                other = latest.get(head)
                if other is None or most < other[2] or (most == other[2] and label < other[3]):
                    latest[head] = one
            elif head == ORIGIN:
                other = earliest.get(tail)
                if other is None or most < other[2] or (most == other[2] and label < other[3]):
                    earliest[tail] = one
            else:
                self._inner.append(one)
        return 4 * beyond + _FAR

    def tighten(self, bounds: Iterable[Constraint]) -> None:
        """Add constraints from or to ORIGIN, of nodes that it has."""
        every = list(bounds)
        self._take(every)
        for tail, head, most, _ in every:
            if tail == ORIGIN:
                self._latest.bind(self._places[head], most)
            else:
                self._earliest.bind(self._places[tail], most)

    def propagate(self) -> bool:
        """Work out the tightest bounds; return whether all holds together."""
        return not self._latest.run() and not self._crossed() and not self._earliest.run()

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


def reached(begun: Iterable[_Node], near: Mapping[_Node, Iterable[_Node]]) -> set[_Node]:
    """Return what is begun with, and all that it leads to, by whatever steps from each to those near it."""
    seen = set(begun)
    waiting = list(seen)
    while waiting:
        for other in near.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def hold_together(constraints: Iterable[Constraint]) -> bool:
    """Whether some constraints hold together: told sooner than by a network, which says why as well."""
    ways: dict[int, list[tuple[int, int]]] = {}
    for tail, head, most, _ in constraints:
        ways.setdefault(tail, []).append((head, most))
        ways.setdefault(head, [])
    value = dict.fromkeys(ways, 0)
    steps = dict.fromkeys(ways, 0)
    waiting = deque(ways)
    waits = set(ways)
    while waiting:
        node = waiting.popleft()
        waits.discard(node)
        for head, most in ways[node]:
            bound = value[node] + most
            if bound < value[head]:
                value[head] = bound
                steps[head] = steps[node] + 1
                if steps[head] >= len(ways):  # more than a path can have: it goes round a circle
                    return False
                if head not in waits:
                    waits.add(head)
                    waiting.append(head)
    return True


def contradictions(constraints: Iterable[Constraint]) -> list[tuple[Constraint, ...]]:
    """Return circles of constraints with a negative sum, at least one if there is any, in any order given the same."""
    network = Network(sorted(constraints))
    return [] if network.propagate() else list(network.circles())


def smallest(
    parts: Iterable[tuple[str, ...]],
    holds: Callable[[frozenset[tuple[str, ...]]], bool],
    clashing: Collection[tuple[str, ...]] = (),
    *,
    of_each: bool = False,
) -> Label:
    """Return the parts that are left when each is tried, in order, and dropped if the rest still do not hold.

    `holds` says whether a set of parts holds together, as any subset of one that does must; all of them do not, nor do
    those `clashing`, if any are known: what is not among these is dropped untried. With `of_each`, some part of each
    that says any is known to be needed: the last of these is kept untried. Then no part of the result can be spared (a
    deletion filter; Chinneck and Dravnieks 1991).
    """
    left = sorted(set(parts))
    core = frozenset(clashing) or frozenset(left)
    said = Counter(part[:1] for part in core)
    for part in tuple(left):
        rest = frozenset(left) - {part}
        if part not in core:
            left.remove(part)
        elif not (of_each and said[part[:1]] == 1) and not holds(rest):
            left.remove(part)
            core = rest
            said = Counter(other[:1] for other in core)
    return tuple(left)
