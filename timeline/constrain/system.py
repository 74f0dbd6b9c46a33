"""What is to be worked out together: of a whole corpus, the parts that have no order with each other.

Most events need no network: their sources say a date and have a day, and what follows is the earlier of two days.
`bounds_alone` gives what a network would. Nor does it take one where two dates say already what a relation says: if
the one event is over, at its latest, before the other begins, at its earliest, then that it was before the other tells
nothing. Such a constraint is idle: no bound is ever reached by it, since both ends have tighter ones of their own. What
is left binds few events each, and each lot of them is a `System` of its own, on which nothing else has any effect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.constrain.alone import OPEN, bounds_alone, bounds_stated
from timeline.constrain.choices import cut
from timeline.constrain.statements import published_days
from timeline.network import ORIGIN, Constraint, Network

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.constrain.choices import Choice
    from timeline.constrain.statements import Statements
    from timeline.constrain.ties import Tie
    from timeline.dates.span import Bounds, Day
    from timeline.network import Label

Part = tuple[str, ...]

_OF_ORDER = {"relation", "derives"}
"""The kinds of parts that say nothing of the days of one event alone."""


class System(NamedTuple):
    """Constraints, and what no constraint can say: the ties to days of publication, and choices between a few dates.

    `owners` are the first nodes of the events and the sources that it is of.
    """

    constraints: Sequence[Constraint]
    ties: Sequence[Tie] = ()
    choices: Sequence[Choice] = ()
    owners: Sequence[int] = ()

    def network(self) -> Network:
        """Return the network of the constraints, not propagated yet."""
        return Network(self.constraints, self._nodes())

    def network_alone(self) -> Network:
        """Return the network of the bounds that nodes have of their own, and nothing between them."""
        return Network([one for one in self.constraints if ORIGIN in one[:2]], self._nodes())

    def _nodes(self) -> set[int]:
        """Return the nodes that may be bound although no constraint names them."""
        every: tuple[Tie | Choice, ...] = (*self.ties, *self.choices)
        return {node for one in every for node in one.days}


class Whole:
    """All that is said of time, less what is left out, in parts that have no order with each other.

    Events and sources are known by their first nodes, their owners. `alone` are the bounds of the events that need no
    network, by their places, where their own dates do not say them already.
    """

    def __init__(self, said: Statements) -> None:
        self.said = said
        self.left_out: set[Part] = set()
        self.alone: dict[int, Bounds] = {}
        self._boxes: list[Bounds] = []
        self._joined: dict[int, list[int]] = {}
        self._idle: dict[int, list[int]] = {}
        self._between: list[Constraint] = []
        self._ties: dict[int, list[Tie]] = {}
        self._to_settle: set[int] = set()
        published = said.published
        for place, event in enumerate(said.events):
            known = bounds_alone(event, published)
            if known is None:
                self._to_settle.add(2 * place + 1)
                known = bounds_stated(said.of_event(place), 2 * place + 1)
            elif known != event.windows[0].sound[:4]:
                self.alone[place] = known
            self._boxes.append(known)
        for place, event in enumerate(said.events):
            if any(map(said.has_others, event.claims)):
                self._look_around(place)
        for source in said.sources:
            node = published[source.id].node
            if source.derives_from is not None:
                self._bind(said.of_root(source, node))
            if source.published is not None and source.published.sound.alternatives:
                self._to_settle.add(node)

    def _look_around(self, place: int) -> None:
        """Take in what binds an event to others, and to open days of publication."""
        owner = 2 * place + 1
        self._bind(self.said.to_others(place))
        ties = list(self.said.ties(place))
        if ties:
            self._ties[owner] = ties
            self._to_settle.add(owner)
            for tie in ties:
                self._join(owner, tie.published)

    def _bind(self, constraints: Iterable[Constraint]) -> None:
        """Take in constraints between different events and sources."""
        for one in constraints:
            self._between.append(one)
            tail, head = self.said.owner(one[0]), self.said.owner(one[1])
            if self._is_idle(one):
                self._idle.setdefault(tail, []).append(head)
                self._idle.setdefault(head, []).append(tail)
            else:
                self._join(tail, head)
                if one[2] < 0:
                    self._to_settle.add(tail)

    def _join(self, one: int, other: int) -> None:
        self._joined.setdefault(one, []).append(other)
        self._joined.setdefault(other, []).append(one)

    def _is_idle(self, one: Constraint) -> bool:
        """Whether both ends of a constraint are known, without it, to be less far apart than it says."""
        low, high = self._own(one[0])[0], self._own(one[1])[1]
        return low is not None and high is not None and high < low + one[2]

    def _own(self, node: int) -> tuple[Day | None, Day | None]:
        """Return the earliest and the latest day of a node, by what its event or source says alone."""
        if node < self.said.first_source:
            box = self._boxes[(node - 1) // 2]
            return box[:2] if node % 2 else box[2:]
        return published_days(self.said.sources[node - self.said.first_source])

    def figures(self) -> tuple[dict[int, tuple[Day | None, ...]], set[int]]:
        """Return the days of the events and sources that are joined to others, and the owners of what is to be settled.

        The days are worked out by the figures alone: where they leave nothing to ask. What contradicts itself, what
        leans on an open day of publication and what leaves open between a few dates of which some are ruled out is to
        be settled as a system, and so is all that is joined to it.
        """
        asking = self._reached(self._to_settle)
        plain = [owner for owner in self._joined if owner not in asking]
        network = Network(self._plainly(plain))
        asking = self._reached(set(map(self.said.owner, network.work_out())))
        found: dict[int, tuple[Day | None, ...]] = {}
        for owner in plain:
            if owner >= self.said.first_source:
                found[owner] = network.known((owner,))
            else:
                found[owner] = known = network.span(owner)
                if known != self._boxes[owner // 2] and cut(self.said.choices(owner // 2), known):
                    asking |= self._reached((owner,))
        asking |= self._to_settle
        return found, asking

    def _plainly(self, owners: Collection[int]) -> Iterator[Constraint]:
        """Yield the figures of some events and sources, and what binds them to each other."""
        among = set(owners)
        for owner in owners:
            is_event = owner < self.said.first_source
            for node in (owner, owner + 1) if is_event else (owner,):
                low, high = self._own(node)
                if low is not None:
                    yield Constraint(node, ORIGIN, -low)
                if high is not None:
                    yield Constraint(ORIGIN, node, high)
            if is_event:
                yield Constraint(owner + 1, owner, 0)
                if self.said.events[owner // 2].instant:
                    yield Constraint(owner, owner + 1, 0)
        for one in self._between:
            if self.said.owner(one[0]) in among and not self._is_idle(one):
                yield one

    def _reached(self, owners: Collection[int]) -> set[int]:
        """Return these owners, and all that they are joined to, by whatever steps."""
        seen = set(owners)
        waiting = list(owners)
        while waiting:
            for other in self._joined.get(waiting.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return seen

    def systems(self, owners: Iterable[int]) -> Iterator[System]:
        """Yield the systems that some events and sources are parts of, each once."""
        seen: set[int] = set()
        for first in sorted(owners):
            if first not in seen:
                found = self._reached((first,))
                seen |= found
                yield self._system(sorted(found))

    def _system(self, owners: Sequence[int]) -> System:
        said = self.said
        constraints: list[Constraint] = []
        choices: list[Choice] = []
        for owner in owners:
            constraints += said.at(owner)
            if owner < said.first_source:
                choices += said.choices(owner // 2)
            else:
                choices += said.publication_choices(said.sources[owner - said.first_source].id)
        ties = [tie for owner in owners for tie in self._ties.get(owner, ())]
        standing = [one for one in constraints if self._stands(one[3]) and not self._is_aside(one)]
        if self.left_out:
            ties = [tie for tie in ties if tie.part not in self.left_out]
            choices = [choice for choice in choices if self._stands(choice.parts)]
        return System(standing, sorted(ties), choices, owners)

    def _is_aside(self, one: Constraint) -> bool:
        """Whether a constraint is an idle one, between different events or sources."""
        tail, head = one[0], one[1]
        if ORIGIN in (tail, head) or self.said.owner(tail) == self.said.owner(head):
            return False
        return self._is_idle(one)

    def no_later(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs of nodes of which the first is shown to come no later than the second.

        Those of one event are there only where it has an order with another.
        """
        found = [one for one in self._between if self._stands(one[3])]
        for owner in sorted({self.said.owner(node) for one in found for node in one[:2]}):
            if owner < self.said.first_source:
                yield owner, owner + 1
                event = self.said.events[owner // 2]
                if event.instant and (event.id, "instant", "") not in self.left_out:
                    yield owner + 1, owner
        for tail, head, most, _ in found:
            if most <= 0:
                yield head, tail

    def leave_out(self, parts: Collection[Part]) -> set[int]:
        """Leave out all that rests on one of these parts; return the owners of what is to be worked out again.

        Of an event the days of which rest on less now, no constraint is idle any more. A day of publication is never
        left out: alone it contradicts nothing, and it goes last.
        """
        self.left_out.update(parts)
        changed = set()
        for part in parts:
            claim = self.said.claims.get(part[0])
            whose = claim.event if claim else part[0]
            place = self.said.places.get(whose)
            if place is None:
                changed.add(self.said.published[whose].node)
                continue
            owner = 2 * place + 1
            changed.add(owner)
            if part[1] not in _OF_ORDER:
                self._boxes[place] = OPEN
                for other in self._idle.pop(owner, ()):
                    self._join(owner, other)
        return changed

    def _stands(self, label: Label) -> bool:
        return not self.left_out or self.left_out.isdisjoint(label)
