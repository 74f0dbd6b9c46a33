"""What is to be worked out together: of a whole corpus, the parts that have no order with each other.

Most events need no network: their sources say a date and have a day, and what follows is the earlier of two days.
`bounds_alone` gives what a network would. Nor does it take one where two dates say already what a relation says: if
the one event is over, at its latest, before the other begins, at its earliest, then that it was before the other tells
nothing. Such a constraint is idle: no bound is ever reached by it, since both ends have tighter ones of their own. What
is left binds few events each, and each lot of them is a `System` of its own, on which nothing else has any effect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.constrain.alone import bounds_alone, bounds_stated
from timeline.constrain.choices import cut
from timeline.constrain.figures import Figures
from timeline.constrain.statements import published_days
from timeline.network import ORIGIN, Constraint, Network, reached

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.constrain.choices import Choice
    from timeline.constrain.statements import Statements
    from timeline.constrain.ties import Tie
    from timeline.dates.span import Bounds, Day

Part = tuple[str, ...]

_OF_ORDER = {"relation", "derives", "time"}
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

    def parts(self) -> set[Part]:
        """Return all that its constraints and ties rest on."""
        return {part for one in self.constraints for part in one[3]}.union(tie.part for tie in self.ties)

    def only(self, parts: Collection[Part]) -> System:
        """Return what rests on these parts alone."""
        wanted = frozenset(parts)
        return System(
            [one for one in self.constraints if wanted.issuperset(one[3])],
            [tie for tie in self.ties if tie.part in wanted],
            [choice for choice in self.choices if wanted.issuperset(choice.parts)],
        )

    def without(self, parts: Collection[Part]) -> System:
        """Return what rests on none of these parts."""
        if not parts:
            return self
        gone = frozenset(parts)
        return System(
            [one for one in self.constraints if gone.isdisjoint(one[3])],
            [tie for tie in self.ties if tie.part not in gone],
            [choice for choice in self.choices if gone.isdisjoint(choice.parts)],
            self.owners,
        )

    def beside(self, constraints: Iterable[Constraint]) -> System:
        """Return the same with some more constraints."""
        return self._replace(constraints=[*self.constraints, *constraints])

    def _nodes(self) -> set[int]:
        """Return the nodes that may be bound although no constraint names them."""
        every: tuple[Tie | Choice, ...] = (*self.ties, *self.choices)
        return {node for one in every for node in one.days}


class Whole:
    """All that is said of time, less what is left out, in parts that have no order with each other.

    Events and sources are known by their first nodes, their owners. `alone` are the bounds of the events that need no
    network, by their places, where their own dates do not say them already. Owners are joined by the constraints
    between them that bind, and by ties; those that idle constraints are between are kept apart, for when an event loses
    what it says of its own days.
    """

    def __init__(self, said: Statements) -> None:
        self.said = said
        self.left_out: set[Part] = set()
        self.alone: dict[int, Bounds] = {}
        self._joined: dict[int, list[int]] = {}
        self._idle: dict[int, list[int]] = {}
        self._between: list[Constraint] = []
        self._binding: list[Constraint] = []
        self._ties: dict[int, list[Tie]] = {}
        self._to_settle: set[int] = set()
        """The owners of what no figures alone can tell: see `figures`."""
        self._low: list[Day | None] = [None]
        """The earliest day of each node, by what its event or source says alone; the latest are `_high`."""
        self._high: list[Day | None] = [None]
        for place, event in enumerate(said.events):
            known = bounds_alone(event, said.days)
            if known is None:
                self._to_settle.add(2 * place + 1)
                known = bounds_stated(said.of_event(place), 2 * place + 1)
            elif known != event.windows[0].sound[:4]:
                self.alone[place] = known
            self._low += known[0], known[2]
            self._high += known[1], known[3]
        for source in said.sources:
            first, last = published_days(source)
            self._low.append(first)
            self._high.append(last)
        for place, event in enumerate(said.events):
            claims = [claim for claim in event.claims if claim.relations or claim.source in said.open_days]
            if claims:
                self._bind(said.to_others(event, place, claims))
                self._tie(2 * place + 1, said.ties(place))
        for constraints in said.by_hours.values():
            self._bind(constraints)
        for source in said.sources:
            node = said.published[source.id].node
            self._bind(said.of_root(source, node))
            if source.published is not None and source.published.sound.alternatives:
                self._to_settle.add(node)

    def _tie(self, owner: int, ties: Iterable[Tie]) -> None:
        """Take in what ties the dates of an event to open days of publication."""
        for tie in ties:
            self._ties.setdefault(owner, []).append(tie)
            self._to_settle.add(owner)
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
                self._binding.append(one)
                self._join(tail, head)
                if one[2] < 0:  # a circle of such may contradict itself without any date
                    self._to_settle.add(tail)

    def _join(self, one: int, other: int) -> None:
        self._joined.setdefault(one, []).append(other)
        self._joined.setdefault(other, []).append(one)

    def _is_idle(self, one: Constraint) -> bool:
        """Whether both ends of a constraint are known, without it, to be less far apart than it says."""
        low, high = self._low[one[0]], self._high[one[1]]
        return low is not None and high is not None and high < low + one[2]

    def figures(self) -> tuple[dict[int, tuple[Day | None, ...]], set[int]]:
        """Return the days of the events and sources that are joined to others, and the owners of what is to be settled.

        The days are worked out by figures alone, where these leave nothing to ask. What contradicts itself, what leans
        on an open day of publication and what leaves open between a few dates of which some are ruled out is to be
        settled as a system, and so is all that is joined to it.
        """
        asking = reached(self._to_settle, self._joined)
        plain = [owner for owner in self._joined if owner not in asking]
        figures = Figures()
        for owner in plain:
            figures.add(owner, self._low[owner], self._high[owner])
            if owner < self.said.first_source:
                figures.add(owner + 1, self._low[owner + 1], self._high[owner + 1])
                figures.bind(owner + 1, owner, 0)
                if self.said.events[owner // 2].instant:
                    figures.bind(owner, owner + 1, 0)
        for one in self._binding:
            if self.said.owner(one[0]) not in asking:
                figures.bind(one[0], one[1], one[2])
        figures.work_out()
        found: dict[int, tuple[Day | None, ...]] = {}
        asking = set(self._to_settle)
        for owner in plain:
            if owner < self.said.first_source:
                found[owner] = known = *figures.known(owner), *figures.known(owner + 1)
                is_settled = known == self._alone(owner) or self._is_settled(owner // 2, known)
            else:
                found[owner] = low, high = figures.known(owner)
                is_settled = low is None or high is None or low <= high
            if not is_settled:
                asking.add(owner)
        return found, asking

    def _alone(self, start: int) -> Bounds:
        """Return what is known of an event by what it says alone."""
        return self._low[start], self._high[start], self._low[start + 1], self._high[start + 1]

    def _is_settled(self, place: int, known: Bounds) -> bool:
        """Whether figures leave an event some days, and all of those that it leaves open between."""
        low, high, begin, end = known
        if (low is not None and high is not None and low > high) or (
            begin is not None and end is not None and begin > end
        ):
            return False
        return not cut(self.said.choices(place), known)

    def systems(self, owners: Iterable[int]) -> Iterator[System]:
        """Yield the systems that some events and sources are parts of, each once."""
        return map(self.system, self.joined(owners))

    def joined(self, owners: Iterable[int]) -> Iterator[list[int]]:
        """Yield these owners, each once, together with all that they are joined to."""
        seen: set[int] = set()
        for first in sorted(owners):
            if first not in seen:
                found = reached((first,), self._joined)
                seen |= found
                yield sorted(found)

    def system(self, owners: Sequence[int]) -> System:
        """Return all that is said of owners that are joined to no others."""
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
        binding = [one for one in constraints if not self._is_aside(one)]
        return System(binding, sorted(ties), choices, owners).without(self.left_out)

    def _is_aside(self, one: Constraint) -> bool:
        """Whether a constraint is an idle one, between different events or sources."""
        return self._is_idle(one) and self.said.owner(one[0]) != self.said.owner(one[1])

    def standing(self) -> list[Constraint]:
        """Return the constraints between different events and sources that are not left out."""
        return [one for one in self._between if self.left_out.isdisjoint(one[3])]

    def no_later(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs of nodes of which the first is shown to come no later than the second.

        Those of one event are there only where it has an order with another.
        """
        found = self.standing()
        for owner in sorted({self.said.owner(node) for one in found for node in one[:2]}):
            if owner < self.said.first_source:
                yield owner, owner + 1
                event = self.said.events[owner // 2]
                if event.instant and (event.id, "instant", "") not in self.left_out:
                    yield owner + 1, owner
        for tail, head, most, _ in found:
            if most <= 0:
                yield head, tail

    def of_days(self) -> tuple[tuple[int, int], ...]:
        """Return the pairs that relations show to be in that order by their days, and not in the course of a day."""
        found = [one for one in self.standing() if one[2] == 0]
        by_days = {one[1::-1] for one in found if not self.said.is_in_moments(one)}
        if by_days:
            by_days -= {one[1::-1] for one in found if one[1::-1] in by_days and self.said.is_in_moments(one)}
        return tuple(sorted((first, second) for first, second in by_days))

    def leave_out(self, parts: Collection[Part]) -> set[int]:
        """Leave out all that rests on one of these parts; return the owners of what is joined to others by that.

        Of an event the days of which rest on less now, no constraint is idle any more. A day of publication is never
        left out: alone it contradicts nothing, and it goes last.
        """
        self.left_out.update(parts)
        changed = set()
        for part in parts:
            claim = self.said.claims.get(part[0])
            place = self.said.places.get(claim.event if claim else part[0])
            if place is not None and part[1] not in _OF_ORDER:
                owner = 2 * place + 1
                changed.add(owner)
                self._low[owner : owner + 2] = self._high[owner : owner + 2] = None, None
                for other in self._idle.pop(owner, ()):
                    self._join(owner, other)
        return changed
