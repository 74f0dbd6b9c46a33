"""Working a system out: the tightest bounds, and what must be left out where not all that is said can hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.constrain.choices import cuts
from timeline.constrain.system import System
from timeline.constrain.ties import Readings, Tie, narrowings
from timeline.network import ORIGIN, Constraint, contradictions, hold_together, smallest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from timeline.constrain.choices import Choice
    from timeline.constrain.statements import Statements
    from timeline.constrain.system import Part, Whole
    from timeline.constrain.ties import Derived
    from timeline.dates.span import Day
    from timeline.network import Label, Network

_MOST_ROUNDS = 30
"""After so many rounds of narrowing the bounds are left as they are: sound, if not the tightest.

Rounds are few, one for each time that an argument leads from a document to another by way of relative dates. What is
not at rest by then is a contradiction between relative dates that no bound ends ("on Monday", and it lasted a month).
"""

_LEAST_FIRST = ("instant", "derives", "upcoming", "relation", "lasts", "told", "date", "published")
"""Of parts that are equally supported, what goes first: a classification, what is said, what a document shows."""


_Seen: TypeAlias = "dict[int, tuple[Day | None, ...]]"
"""What was known of the days that a tie or choice is of when it was last looked at, by its number."""


class Settled(NamedTuple):
    """A system worked out as far as it goes: `holds` is false when it contradicts itself."""

    network: Network
    derived: Mapping[Constraint, Derived]
    holds: bool


class Clash(NamedTuple):
    """The smallest set of parts that cannot all hold, and those that are left out of the dating for it."""

    parts: Label
    left_out: Label


class Solved(NamedTuple):
    """What holds together, worked out: the days of events and of sources, and the contradictions met on the way.

    `known` are the earliest and the latest days of the nodes of each event or source that it took a network for, by its
    first node; `derived` the bounds that no constraint gives, by the same.
    """

    known: dict[int, tuple[Day | None, ...]]
    derived: dict[int, dict[Constraint, Derived]]
    clashes: tuple[Clash, ...]

    def bounds(self) -> list[Constraint]:
        """Return the bounds that were derived, each labelled with what says so alone."""
        return sorted(one._replace(label=how.parts) for some in self.derived.values() for one, how in some.items())


def settle(system: System, readings: Readings) -> Settled:
    """Propagate, and narrow by the ties and choices, until nothing changes.

    These are first worked out by what is stated of each date itself, as that makes the shorter arguments.
    """
    network = system.network()
    if not (system.ties or system.choices):
        return Settled(network, {}, network.propagate())
    seen: _Seen = {}
    derived = _narrow(system.network_alone(), system, readings, seen).derived
    network.tighten(derived)
    return _narrow(network, system, readings, seen, derived)


def _narrow(
    network: Network,
    system: System,
    readings: Readings,
    seen: _Seen,
    known: Mapping[Constraint, Derived] = MappingProxyType({}),
) -> Settled:
    """Narrow until nothing changes; what has been `seen` of the days that a tie or choice is of gives nothing again."""
    derived = dict(known)
    for _ in range(_MOST_ROUNDS):
        if not network.propagate():
            return Settled(network, derived, holds=False)
        new: dict[Constraint, Derived] = {}
        every: tuple[Tie | Choice, ...] = (*system.ties, *system.choices)
        for number, one in enumerate(every):
            days = network.known(one.days)
            if seen.get(number) != days:
                seen[number] = days
                new.update(narrowings(one, network, readings) if isinstance(one, Tie) else cuts(one, network))
        if not new:
            break
        derived.update(new)
        network.tighten(new)
    return Settled(network, derived, network.propagate())


def solve(whole: Whole, readings: Readings) -> Solved:
    """Return what holds together worked out, and the contradictions met on the way, whose parts are then left out.

    Each contradiction is met by leaving out its least supported part: the one that fewest independent origins say. Only
    what contradicted itself is then worked out again, with what it is joined to.
    """
    index = _Index(whole.said)
    clashes: list[Clash] = []
    known, owners = whole.figures()
    solved = Solved(known, {}, ())
    while owners:
        found: list[Clash] = []
        again: set[int] = set()
        for system in whole.systems(owners):
            settled = settle(system, readings)
            if settled.holds:
                _keep(solved, system, settled, whole.said)
            else:
                found += _clashes(index, settled, readings)
                again.update(system.owners)
        clashes += found
        owners = again | whole.leave_out([part for clash in found for part in clash.left_out])
    return solved._replace(clashes=tuple(sorted(clashes)))


def _keep(solved: Solved, system: System, settled: Settled, said: Statements) -> None:
    """Keep what a system gave."""
    network = settled.network
    for owner in system.owners:
        solved.known[owner] = network.span(owner) if owner < said.first_source else network.known((owner,))
        solved.derived.pop(owner, None)
    for one, how in settled.derived.items():
        solved.derived.setdefault(said.owner(one.tail or one.head), {})[one] = how


def _clashes(index: _Index, settled: Settled, readings: Readings) -> list[Clash]:
    """Return contradictions of a system, at least one, each of parts that those before it have not left out."""
    found = []
    for circle in settled.network.circles():
        parts = {part for one in circle for part in one.label}
        if index.left_out.isdisjoint(parts):
            clash = _clash(index, parts, readings)
            found.append(clash)
            index.left_out.update(clash.left_out)
    return found


def _clash(index: _Index, parts: Iterable[Part], readings: Readings) -> Clash:
    """Reduce a contradiction, to the smallest set of claims first, then to the smallest set of what they say."""

    def all_of_holds(whose: frozenset[Part]) -> bool:
        return index.holds(lambda part: part[:1] in whose, whose, readings)

    whose = frozenset(smallest({part[:1] for part in parts}, all_of_holds))
    least = smallest(index.parts(whose), lambda some: index.holds(some.__contains__, whose, readings))
    families = index.families(least, whose, readings)
    said_by = index.said.claims
    claims = {part for part in least if part[0] in said_by}
    preferred = {part for part in claims if said_by[part[0]].rank == "preferred"}
    if preferred == claims:
        preferred = set()

    def strength(part: Part) -> tuple[bool, int, int, Part]:
        origins = {said_by[one[0]].origin for one in families[part] if one[0] in said_by}
        kind = _LEAST_FIRST.index(part[1])
        return part in preferred or part[1] == "published", len(origins), kind, part

    weakest = min(least, key=strength)
    return Clash(least, tuple(sorted(families[weakest])))


class _Index:
    """Takes the systems of a few claims out of all that is said, as these are asked for."""

    def __init__(self, said: Statements) -> None:
        self.said = said
        self.left_out: set[Part] = set()
        self._owned: dict[str, System] = {}

    def _of(self, owner: str) -> System:
        if owner not in self._owned:
            claim = self.said.claims.get(owner)
            places = (self.said.places.get(one) for one in (owner, claim.event if claim else owner))
            of_it = sorted({place for place in places if place is not None})
            said = [one for place in of_it for one in self.said.of_event(place)]
            said = [one for one in said if one.label and _owner(one.label) == owner]
            ties = sorted(tie for place in of_it for tie in self.said.ties(place) if tie.part[0] == owner)
            choices = [one for place in of_it for one in self.said.choices(place) if one.parts[0][0] == owner]
            if owner in self.said.published:
                said += self.said.of_source(owner)
                choices += self.said.publication_choices(owner)
            self._owned[owner] = System(said, ties, choices)
        return self._owned[owner]

    def _between(self, tail: int, head: int) -> Iterator[Constraint]:
        """Yield the constraints between two nodes."""
        for node in {tail, head} - {ORIGIN}:
            yield from (one for one in self.said.at(node) if one[:2] == (tail, head))

    def parts(self, whose: Iterable[Part]) -> set[Part]:
        """Return all the parts of these owners."""
        owners = {owner for (owner,) in whose}
        said = {part for owner in owners for one in self._of(owner).constraints for part in one.label}
        tied = {tie.part for owner in owners for tie in self._of(owner).ties}
        return {part for part in said | tied if part[0] in owners and part not in self.left_out}

    def holds(self, wanted: Callable[[Part], bool], whose: Iterable[Part], readings: Readings) -> bool:
        """Whether the wanted parts of these owners hold together."""
        system = self.about(wanted, whose)
        if system.ties or system.choices:
            return settle(system, readings).holds
        return hold_together(system.constraints)

    def about(self, wanted: Callable[[Part], bool], whose: Iterable[Part]) -> System:
        """Return what rests on the wanted parts of these owners alone, and what the nodes of that mean.

        A constraint is wanted only with all of its parts, so one owner of it is enough; a source would gather too many.
        """
        every = [self._of(owner) for owner in sorted(owner for (owner,) in whose)]

        def stands(parts: Label) -> bool:
            return all(wanted(part) and part not in self.left_out for part in parts)

        said = dict.fromkeys([one for each in every for one in each.constraints if stands(one.label)])
        ties = [tie for each in every for tie in each.ties if stands((tie.part,))]
        choices = [choice for each in every for choice in each.choices if stands(choice.parts)]
        nodes = {node for one in said for node in one[:2]}.union(*(tie.days for tie in ties))
        meant = dict.fromkeys(_meant(node) for node in nodes if ORIGIN < node < self.said.first_source)
        return System([*said, *meant], ties, choices)

    def families(self, least: Label, whose: Iterable[Part], readings: Readings) -> dict[Part, set[Part]]:
        """Return for each part of a contradiction those that say the same, or enough of it to contradict as well."""
        system = self.about(set(least).__contains__, whose)
        settled = settle(system, readings)
        [circle, *_] = contradictions([*system.constraints, *settled.derived])
        spare = -sum(one.most for one in circle) - 1
        families: dict[Part, set[Part]] = {part: {part} for part in least}
        for one in circle:
            if len(one.label) == 1:
                [part] = one.label
                for rival in self._between(one.tail, one.head):
                    said = rival.label[0] if len(rival.label) == 1 else part
                    if rival.most <= one.most + spare and said[1] == part[1] and said not in self.left_out:
                        families[part].add(said)
        return families


def _owner(label: Label) -> str:
    return next((part for part in label if part[1] != "published"), label[0])[0]


def _meant(node: int) -> Constraint:
    """Return what the nodes of an event mean: it does not end before it starts."""
    start = node - 1 + node % 2
    return Constraint(start + 1, start, 0)
