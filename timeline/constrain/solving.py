"""Working a system out: the tightest bounds, and what must be left out where not all that is said can hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from timeline.constrain.choices import cuts
from timeline.constrain.statements import System
from timeline.constrain.ties import Readings, narrowings
from timeline.network import ORIGIN, Constraint, Network, contradictions, smallest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from timeline.constrain.choices import Choice
    from timeline.constrain.ties import Derived
    from timeline.network import Label

Part = tuple[str, ...]

_MOST_ROUNDS = 30
"""After so many rounds of narrowing the bounds are left as they are: sound, if not the tightest.

Rounds are few, one for each time that an argument leads from a document to another by way of relative dates. What is
not at rest by then is a contradiction between relative dates that no bound ends ("on Monday", and it lasted a month).
"""

_LEAST_FIRST = ("instant", "derives", "upcoming", "relation", "lasts", "told", "date", "published")
"""Of parts that are equally supported, what goes first: a classification, what is said, what a document shows."""


class Settled(NamedTuple):
    """A system worked out as far as it goes: `holds` is false when it contradicts itself."""

    network: Network
    derived: Mapping[Constraint, Derived]
    holds: bool

    def bounds(self) -> list[Constraint]:
        """Return the bounds that were derived, each labelled with what says so alone."""
        return sorted(one._replace(label=how.parts) for one, how in self.derived.items())


class Clash(NamedTuple):
    """The smallest set of parts that cannot all hold, and those that are left out of the dating for it."""

    parts: Label
    left_out: Label


class Support(NamedTuple):
    """What decides which part of a contradiction goes: the origin of each claim, and the claims a curator prefers."""

    origins: Mapping[str, str]
    preferred: frozenset[str]


def settle(system: System, readings: Readings) -> Settled:
    """Propagate, and narrow by the ties and choices, until nothing changes.

    These are first worked out by what is stated of each date itself, as that makes the shorter arguments.
    """
    network = Network(system.nodes, system.constraints)
    if not (system.ties or system.choices):
        return Settled(network, {}, network.propagate())
    derived = _narrow(network.bounds_alone(), system, readings).derived
    network.tighten(derived)
    return _narrow(network, system, readings, derived)


def _narrow(
    network: Network, system: System, readings: Readings, known: Mapping[Constraint, Derived] = MappingProxyType({})
) -> Settled:
    derived = dict(known)
    for _ in range(_MOST_ROUNDS):
        if not network.propagate():
            return Settled(network, derived, holds=False)
        new = {one: how for tie in system.ties for one, how in narrowings(tie, network, readings)}
        new.update(found for choice in system.choices for found in cuts(choice, network))
        if not new:
            break
        derived.update(new)
        network.tighten(new)
    return Settled(network, derived, network.propagate())


def solve(system: System, support: Support, readings: Readings) -> tuple[System, Settled, tuple[Clash, ...]]:
    """Return the part of a system that holds together, worked out, and the contradictions met on the way.

    Each contradiction is met by leaving out its least supported part: the one that fewest independent origins say.
    """
    clashes: list[Clash] = []
    index: _Index | None = None
    while True:
        settled = settle(system, readings)
        if settled.holds:
            return system, settled, tuple(sorted(clashes))
        index = index or _Index(system)
        clashes += _clashes(index, settled, support, readings)
        system = _without(system, index.left_out)


def _without(system: System, left_out: set[Part]) -> System:
    return System(
        system.nodes,
        tuple(one for one in system.constraints if left_out.isdisjoint(one.label)),
        tuple(tie for tie in system.ties if tie.part not in left_out),
        tuple(choice for choice in system.choices if left_out.isdisjoint(choice.parts)),
    )


def _clashes(index: _Index, settled: Settled, support: Support, readings: Readings) -> list[Clash]:
    """Return contradictions of a system, at least one, each of parts that those before it have not left out."""
    found = []
    for circle in settled.network.circles():
        parts = {part for one in circle for part in one.label}
        if index.left_out.isdisjoint(parts):
            clash = _clash(index, parts, support, readings)
            found.append(clash)
            index.left_out.update(clash.left_out)
    return found


def _clash(index: _Index, parts: Iterable[Part], support: Support, readings: Readings) -> Clash:
    """Reduce a contradiction, to the smallest set of claims first, then to the smallest set of what they say."""

    def all_of_holds(whose: frozenset[Part]) -> bool:
        return settle(index.about(lambda part: part[:1] in whose, whose)[0], readings).holds

    whose = frozenset(smallest({part[:1] for part in parts}, all_of_holds))
    said = index.parts(whose)

    def holds(some: frozenset[Part]) -> bool:
        return settle(index.about(some.__contains__, whose)[0], readings).holds

    least = smallest(said, holds)
    families = index.families(least, whose, readings)
    preferred = {part for part in least if part[0] in support.preferred}
    claims = {part for part in least if part[0] in support.origins}
    if preferred == claims:
        preferred = set()

    def strength(part: Part) -> tuple[bool, int, int, Part]:
        origins = {support.origins[one[0]] for one in families[part] if one[0] in support.origins}
        kind = _LEAST_FIRST.index(part[1])
        return part in preferred or part[1] == "published", len(origins), kind, part

    weakest = min(least, key=strength)
    return Clash(least, tuple(sorted(families[weakest])))


class _Index:
    """Where the parts of a system are found, to take systems of a few claims out of it."""

    def __init__(self, system: System) -> None:
        self._by_owner: dict[str, list[Constraint]] = {}
        self._ties: dict[str, list[int]] = {}
        self._choices: dict[str, list[Choice]] = {}
        self._meant: dict[int, list[Constraint]] = {}
        self._between: dict[tuple[int, int], list[Constraint]] = {}
        self._system = system
        self.left_out: set[Part] = set()
        for one in system.constraints:
            if one.label:
                # It is wanted only with all of its parts, so one place is enough; a source would gather too many.
                owner = next((part[0] for part in one.label if part[1] != "published"), one.label[0][0])
                self._by_owner.setdefault(owner, []).append(one)
            else:
                self._meant.setdefault(one.tail, []).append(one)
                self._meant.setdefault(one.head, []).append(one)
            self._between.setdefault((one.tail, one.head), []).append(one)
        for number, tie in enumerate(system.ties):
            self._ties.setdefault(tie.part[0], []).append(number)
        for choice in system.choices:
            self._choices.setdefault(choice.parts[0][0], []).append(choice)

    def parts(self, whose: Iterable[Part]) -> set[Part]:
        """Return all the parts of these owners."""
        owners = {owner for (owner,) in whose}
        said = {part for owner in owners for one in self._by_owner.get(owner, ()) for part in one.label}
        tied = {self._system.ties[number].part for owner in owners for number in self._ties.get(owner, ())}
        return {part for part in said | tied if part[0] in owners and part not in self.left_out}

    def about(self, wanted: Callable[[Part], bool], whose: Iterable[Part]) -> tuple[System, list[int]]:
        """Return the system of the wanted parts of these owners, its nodes numbered anew, and their old numbers."""
        owners = sorted(owner for (owner,) in whose)
        said = dict.fromkeys(
            one
            for owner in owners
            for one in self._by_owner.get(owner, ())
            if all(wanted(part) and part not in self.left_out for part in one.label)
        )
        ties = [self._system.ties[number] for owner in owners for number in self._ties.get(owner, ())]
        ties = [tie for tie in ties if wanted(tie.part) and tie.part not in self.left_out]
        choices = [
            choice
            for owner in owners
            for choice in self._choices.get(owner, ())
            if all(wanted(part) and part not in self.left_out for part in choice.parts)
        ]
        nodes = {node for one in said for node in one[:2]} | {
            node for tie in ties for node in (tie.published, *(node for node, _ in tie.dated))
        }
        meant = dict.fromkeys(one for node in nodes for one in self._meant.get(node, ()))
        nodes.update(node for one in meant for node in one[:2])
        old = [ORIGIN, *sorted(nodes - {ORIGIN})]
        new = {node: number for number, node in enumerate(old)}
        constraints = tuple(one._replace(tail=new[one.tail], head=new[one.head]) for one in (*said, *meant))
        moved = tuple(
            tie._replace(published=new[tie.published], dated=tuple((new[node], at) for node, at in tie.dated))
            for tie in ties
        )
        chosen = tuple(choice._replace(nodes=(new[choice.nodes[0]], new[choice.nodes[1]])) for choice in choices)
        return System(len(old) - 1, constraints, moved, chosen), old

    def families(self, least: Label, whose: Iterable[Part], readings: Readings) -> dict[Part, set[Part]]:
        """Return for each part of a contradiction those that say the same, or enough of it to contradict as well."""
        system, old = self.about(set(least).__contains__, whose)
        settled = settle(system, readings)
        [circle, *_] = contradictions(system.nodes, [*system.constraints, *settled.derived])
        spare = -sum(one.most for one in circle) - 1
        families: dict[Part, set[Part]] = {part: {part} for part in least}
        for one in circle:
            if len(one.label) == 1:
                [part] = one.label
                for rival in self._between.get((old[one.tail], old[one.head]), ()):
                    said = rival.label[0] if len(rival.label) == 1 else part
                    if rival.most <= one.most + spare and said[1] == part[1] and said not in self.left_out:
                        families[part].add(said)
        return families
