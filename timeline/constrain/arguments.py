"""The arguments for narrowed dates, worked out when one is asked for: the chains of constraints, put into words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from timeline.bounds import Step
from timeline.constrain.choices import ruled_out
from timeline.constrain.system import Whole
from timeline.dates.span import one_of
from timeline.model import Timeline
from timeline.names import Names
from timeline.reasons import Reasons, left_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from timeline.constrain.statements import Statements
    from timeline.constrain.system import Part
    from timeline.constrain.ties import Derived
    from timeline.dates.span import Bounds, Day, Span
    from timeline.model import Person
    from timeline.network import Constraint, Network


class Left(NamedTuple):
    """What order and publication leave of a few dates: the bound, all of them, those left, those out, and why."""

    day: Day
    before: Span
    after: Span
    out: tuple[Bounds, ...]
    known: Bounds


class Arguments:
    """What the bounds of a settled corpus rest on.

    Between two questions it holds what was said, what was left out of it and what was derived, and the networks only
    once one was asked: far the most runs never do.
    """

    def __init__(
        self,
        said: Statements,
        people: Sequence[Person],
        left_out: Collection[Part],
        derived: Mapping[int, Mapping[Constraint, Derived]],
    ) -> None:
        self._said, self._people, self._left_out, self._derived = said, tuple(people), left_out, derived
        self._networks: dict[int, Network] = {}

    @cached_property
    def reasons(self) -> Reasons:
        """What puts constraints into words."""
        names = Names(Timeline(people=self._people, sources=tuple(self._said.sources)))
        sources = {source.id: source for source in self._said.sources}
        return Reasons(names, self._said.claims, sources, self._said.links)

    def of(self, nodes: tuple[int, ...], place: int, left: Left | None) -> tuple[Step, ...]:
        """Return the argument for a bound: of the node at a place among those of a date, the latest day at odd ones.

        `left` is what is left of the date, where that is tighter than what is known of the node.
        """
        latest = bool(place % 2)
        seen: set[Constraint] = set()
        if left is None:
            chain = self.why_latest(nodes[place]) if latest else self.why_earliest(nodes[place])
            return tuple(self._steps(chain, seen, latest=latest))
        chains = ruled_out(left.out, left.known, (nodes[0], nodes[-1]), self)
        steps = [step for chain, is_latest in chains for step in self._steps(chain, seen, latest=is_latest)]
        about, which = self.reasons.bound_of(nodes[place], latest=latest)
        return (*dict.fromkeys(steps), Step(left_of(left.before, left.after), about, which, left.day))

    def why_latest(self, node: int) -> tuple[Constraint, ...]:
        """Return the shortest chain of constraints that gives the latest day of a node, () without a bound."""
        return self._network(node).why_latest(node)

    def why_earliest(self, node: int) -> tuple[Constraint, ...]:
        """Return the shortest chain of constraints that gives the earliest day of a node, () without a bound."""
        return self._network(node).why_earliest(node)

    def _network(self, node: int) -> Network:
        """Return the network that has a node, as it was settled."""
        asked = self._said.owner(node)
        if asked not in self._networks:
            network, owners = settled_network(self._whole, self._derived, asked)
            self._networks.update(dict.fromkeys(owners, network))
        return self._networks[asked]

    @cached_property
    def _whole(self) -> Whole:
        whole = Whole(self._said)
        whole.leave_out(self._left_out)
        return whole

    def _steps(self, chain: tuple[Constraint, ...], seen: set[Constraint], *, latest: bool) -> Iterator[Step]:
        """Yield the argument of a chain; before it, once, those of the bounds its root was read against, if any."""
        derived = self._derived.get(self._said.owner(chain[0].tail or chain[0].head), {}).get(chain[0])
        if derived is None:
            yield from self.reasons.steps(chain, latest=latest)
            return
        day = chain[0].most if latest else -chain[0].most
        if chain[0] not in seen:
            seen.add(chain[0])
            for inner, is_latest in derived.chains:
                yield from self._steps(inner, seen, latest=is_latest)
            choice = (one_of(derived.alternatives), one_of(derived.left)) if derived.left else None
            yield self.reasons.step(chain[0], day, latest=latest, said=derived.parts, choice=choice)
        yield from self.reasons.steps(chain[1:], latest=latest, day=day)


def settled_network(
    whole: Whole, derived: Mapping[int, Mapping[Constraint, Derived]], owner: int
) -> tuple[Network, Sequence[int]]:
    """Return the network that an event or source is in, by its first node, as it was settled; and whose it is."""
    [system] = whole.systems([owner])
    network = system.network()
    for one in system.owners:
        network.tighten(derived.get(one, ()))
    network.propagate()
    return network, system.owners
