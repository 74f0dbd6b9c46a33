"""Working a system out: the tightest bounds, and what must be left out where not all that is said can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.constrain.settling import fewest_parts, goes_on, parts_of, settle
from timeline.constrain.system import System
from timeline.network import ORIGIN, Constraint, contradictions, hold_together, smallest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from timeline.constrain.choices import Choice
    from timeline.constrain.settling import Settled
    from timeline.constrain.statements import Statements
    from timeline.constrain.system import Part, Whole
    from timeline.constrain.ties import Derived, Readings, Tie
    from timeline.dates.span import Day
    from timeline.network import Label

_LEAST_FIRST = ("instant", "derives", "upcoming", "relation", "lasts", "told", "time", "date", "published")
"""Of parts that are equally supported, what goes first: a classification, what is said, what a document shows."""


class Clash(NamedTuple):
    """The smallest set of parts that cannot all hold, and those that are left out of the dating for it.

    If none are, `why` says what they contradict: each of some "rivals", one of them, which is a "window" of its own, or
    the "order" in which they put events.
    """

    parts: Label
    left_out: Label
    why: str = ""


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


def solve(whole: Whole, readings: Readings) -> Solved:
    """Return what holds together worked out, and the contradictions met on the way, whose parts are then left out.

    Each contradiction is met by leaving out its least supported part: the one that fewest independent origins say. Only
    what contradicted itself is then worked out again, with what it is joined to.
    """
    index = Index(whole.said)
    clashes: list[Clash] = []
    known, owners = whole.figures()
    solved = Solved(known, {}, ())
    systems = list(whole.systems(owners))
    while systems:
        found: list[Clash] = []
        again: list[System] = []
        for system in systems:
            settled = settle(system, readings)
            if settled.holds:
                _keep(solved, system, settled, whole.said)
            else:
                found += _clashes(index, system, settled, readings)
                again.append(system)
        clashes += found
        changed = whole.leave_out([part for clash in found for part in clash.left_out])
        anew = list(whole.systems(changed))
        taken = {owner for system in anew for owner in system.owners}
        systems = anew + [system.without(whole.left_out) for system in again if taken.isdisjoint(system.owners)]
    return solved._replace(clashes=tuple(sorted(clashes)))


def _keep(solved: Solved, system: System, settled: Settled, said: Statements) -> None:
    """Keep what a system gave."""
    network = settled.network
    for owner in system.owners:
        solved.known[owner] = network.span(owner) if owner < said.first_source else network.known((owner,))
        solved.derived.pop(owner, None)
    for one, how in settled.derived.items():
        solved.derived.setdefault(said.owner(one.tail or one.head), {})[one] = how


def _clashes(index: Index, system: System, settled: Settled, readings: Readings) -> list[Clash]:
    """Return contradictions of a system, at least one, each of parts that those before it have not left out."""
    found = []
    if settled.restless:
        together = _restless(index, system, settled, readings)
    else:
        together = map(parts_of, settled.network.circles())
    for parts in together:
        if index.left_out.isdisjoint(parts):
            clash = clash_of(index, parts, readings)
            found.append(clash)
            index.left_out.update(clash.left_out)
    return found


def _restless(index: Index, system: System, settled: Settled, readings: Readings) -> Iterator[set[Part]]:
    """Yield parts that drive themselves on: those on one event that do so alone, or else the fewest that do."""
    of_events: dict[str, set[Part]] = {}
    for part in system.parts():
        claim = index.said.claims.get(part[0])
        if claim is not None:
            of_events.setdefault(claim.event, set()).add(part)
    alone = [of_events[event] for event in sorted(of_events)]
    alone = [parts for parts in alone if goes_on(system, parts, settled.restless, readings)]
    few = fewest_parts(settled.restless)
    if alone:
        yield from alone
    elif goes_on(system, few, settled.restless, readings):
        yield few
    else:
        yield parts_of(settled.restless)


def clash_of(index: Index, parts: Collection[Part], readings: Readings) -> Clash:
    """Reduce a contradiction, to the smallest set of claims first, then to the smallest set of what they say."""
    owners = {part[:1] for part in parts}
    system = index.about(owner for (owner,) in owners)
    every = {part for part in system.parts() if part[:1] in owners}

    def holds(some: Collection[Part]) -> bool:
        left = system.only(some)
        is_plain = not (left.ties or left.choices)
        return hold_together(left.constraints) and (is_plain or settle(left, readings).holds)

    whose = set(smallest(owners, lambda some: holds({part for part in every if part[:1] in some})))
    if whose == owners and not holds(parts):
        least = smallest(every, holds, parts, of_each=True)
    else:
        least = smallest([part for part in every if part[:1] in whose], holds)
    families = index.families(least, system.only(least), readings)
    said_by = index.said.claims
    claims = {part for part in least if part[0] in said_by}
    preferred = {part for part in claims if said_by[part[0]].rank == "preferred"}
    if preferred == claims:
        preferred = set()

    def strength(part: Part) -> tuple[bool, int, int, bool, Part]:
        origins = {said_by[one[0]].origin for one in families[part] if one[0] in said_by}
        kind = _LEAST_FIRST.index(part[1])
        by_itself = part == _by_itself(part)  # a date that does not lean on the day of writing
        return part in preferred or part[1] == "published", len(origins), kind, by_itself, part

    weakest = min(least, key=strength)
    return Clash(least, tuple(sorted(families[weakest].union(map(_by_itself, families[weakest])))))


def _by_itself(part: Part) -> Part:
    """Return, of a date that leans on the day of writing, what it says of the days by itself: that falls with it."""
    return (*part[:2], "") if part[1] == "date" else part


class Index:
    """Takes the systems of a few claims out of all that is said, as these are asked for."""

    def __init__(self, said: Statements) -> None:
        self.said = said
        self.left_out: set[Part] = set()
        self._of_places: dict[int, list[Constraint]] = {}

    def _at(self, place: int) -> list[Constraint]:
        """Return what is said of an event, which several claims may be on."""
        if place not in self._of_places:
            self._of_places[place] = self.said.of_event(place)
        return self._of_places[place]

    def about(self, owners: Iterable[str]) -> System:
        """Return all that these claims, sources and events say, and what the nodes of that mean.

        What rests on several of them is there once: a source would gather too many.
        """
        constraints: dict[Constraint, None] = {}
        ties: list[Tie] = []
        choices: list[Choice] = []
        for owner in sorted(owners):
            claim = self.said.claims.get(owner)
            for place in sorted({self.said.places.get(one, -1) for one in (owner, claim.event if claim else owner)}):
                if place >= 0:
                    said = self._at(place)
                    constraints.update(dict.fromkeys([one for one in said if one[3] and _owner(one[3]) == owner]))
                    ties += sorted(tie for tie in self.said.ties(place) if tie.part[0] == owner)
                    choices += [one for one in self.said.choices(place) if one.parts[0][0] == owner]
            if owner in self.said.published:
                constraints.update(dict.fromkeys(self.said.of_source(owner)))
                choices += self.said.publication_choices(owner)
        nodes = {node for one in constraints for node in one[:2]}.union(*(tie.days for tie in ties))
        meant = dict.fromkeys(_meant(node) for node in nodes if ORIGIN < node < self.said.first_source)
        return System([*constraints, *meant], ties, choices).without(self.left_out)

    def _between(self, tail: int, head: int) -> Iterator[Constraint]:
        """Yield the constraints between two nodes."""
        for node in {tail, head} - {ORIGIN}:
            said = self._at((node - 1) // 2) if node < self.said.first_source else self.said.at(node)
            yield from (one for one in said if one[:2] == (tail, head))

    def families(self, least: Label, system: System, readings: Readings) -> dict[Part, set[Part]]:
        """Return for each part of a contradiction those that say the same, or enough of it to contradict as well."""
        settled = settle(system, readings)
        families: dict[Part, set[Part]] = {part: {part} for part in least}
        circles = [] if settled.restless else contradictions([*system.constraints, *settled.derived])
        circle = circles[0] if circles else ()
        spare = -sum(one.most for one in circle) - 1
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
