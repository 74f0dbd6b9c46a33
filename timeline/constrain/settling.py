"""Settling a system: narrowing by what no network holds, in turn with the network, until nothing changes.

Relative dates of a document whose day is open, and what it says besides, may drive each other on: "on Monday" puts
both start and end into the week before it was written, and "it lasted a month" puts the end a month after the start. So
the document is of a month later as well, and then the Monday is, and so on. Where no bound ends it that never rests: it
is a contradiction as much as a circle of constraints is. As it would mean the same four hundred years later, it drives
itself on from any day if it does from one.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.constrain.choices import cuts
from timeline.constrain.ties import Readings, Tie, narrowings
from timeline.network import ORIGIN, Constraint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from timeline.constrain.choices import Choice
    from timeline.constrain.system import Part, System
    from timeline.constrain.ties import Derived
    from timeline.dates.span import Day
    from timeline.network import Network

_ROUNDS = 30
"""So many rounds of narrowing are usual at most: one for each time that an argument leads from a document to another by
way of relative dates.
"""

_MOST_ROUNDS = 60
"""What is not at rest after so many rounds never is. Months and years that differ in length bring some to rest late,
but within a few decades, by which days of the week, of the month and of a leap year have met in all ways.
"""

_ANY_DAY, _LONG_BEFORE = 737_000, 146_097
"""A day, and how many days four hundred years have: by then the calendar repeats itself, and the weeks with it."""

_Seen: TypeAlias = "dict[int, tuple[Day | None, ...]]"
"""What was known of the days that a tie or choice is of when it was last looked at, by its number."""


class Settled(NamedTuple):
    """A system worked out as far as it goes: `holds` is false when it contradicts itself.

    `restless` are the last bounds that follow where what is said drives itself on and on.
    """

    network: Network
    derived: Mapping[Constraint, Derived]
    holds: bool
    restless: tuple[Constraint, ...] = ()


def settle(system: System, readings: Readings) -> Settled:
    """Propagate, and narrow by the ties and choices, until nothing changes.

    Where nothing says that a document came no sooner than on some day, it is tried from a day long before all that is
    known of it whether what it says drives itself on.
    """
    settled = _Settling(system, readings, _ROUNDS).settled()
    if settled.restless and not _any_goes_on(system, settled.restless, readings):
        settled = _Settling(system, readings, _MOST_ROUNDS).settled()
        if not _any_goes_on(system, settled.restless, readings):
            settled = settled._replace(restless=())  # its bounds are sound, if not the tightest
    elif settled.holds and (begun := _begun(system, settled.network)):
        tried = _Settling(system.beside(begun), readings, _ROUNDS).settled()
        if _any_goes_on(system, tried.restless, readings):
            settled = settled._replace(restless=tried.restless)
    return settled._replace(holds=False) if settled.restless else settled


def parts_of(constraints: Iterable[Constraint]) -> set[Part]:
    """Return all that some constraints rest on."""
    return {part for one in constraints for part in one.label}


def goes_on(system: System, parts: Collection[Part], restless: Iterable[Constraint], readings: Readings) -> bool:
    """Whether some parts of a system drive themselves on without end, from bounds to which it came."""
    few = system.only(parts)
    nodes = {ORIGIN, *(node for one in few.constraints for node in one[:2])}.union(*(tie.days for tie in few.ties))
    from_there = [one._replace(label=()) for one in restless if nodes.issuperset(one[:2])]
    return bool(_Settling(few.beside(from_there), readings, _MOST_ROUNDS).settled().restless)


def _any_goes_on(system: System, restless: Sequence[Constraint], readings: Readings) -> bool:
    """Whether what some of these bounds rest on drives itself on: the fewest that any rests on, or else all of them."""
    if not restless:
        return False
    few, every = fewest_parts(restless), parts_of(restless)
    return goes_on(system, few, restless, readings) or (few != every and goes_on(system, every, restless, readings))


def fewest_parts(constraints: Sequence[Constraint]) -> set[Part]:
    """Return all that the one of some constraints rests on that rests on the least."""
    return set(min(constraints, key=lambda one: (len(one.label), one)).label)


def _begun(system: System, network: Network) -> list[Constraint]:
    """Return that the documents of which nothing says so came no sooner than on a day long before what is known."""
    found = []
    for node in sorted({tie.published for tie in system.ties}):
        if network.earliest(node) is None:
            latest = network.latest(node)
            found.append(Constraint(node, ORIGIN, _LONG_BEFORE - (_ANY_DAY if latest is None else latest)))
    return found


class _Settling:
    """Settles a system, in so many rounds at most."""

    def __init__(self, system: System, readings: Readings, rounds: int) -> None:
        self._system, self._readings, self._rounds = system, readings, rounds
        self._seen: _Seen = {}

    def settled(self) -> Settled:
        """Narrow by what is stated of each date itself first, as that makes the shorter arguments."""
        network = self._system.network()
        if not (self._system.ties or self._system.choices):
            return Settled(network, {}, network.propagate())
        first = self._narrow(self._system.network_alone(), MappingProxyType({}))
        if first.restless:
            return first
        network.tighten(first.derived)
        return self._narrow(network, first.derived)

    def _narrow(self, network: Network, known: Mapping[Constraint, Derived]) -> Settled:
        """Narrow until nothing changes; what was seen of the days that a tie or choice is of gives nothing again."""
        derived = dict(known)
        new: dict[Constraint, Derived] = {}
        for _ in range(self._rounds):
            if not network.propagate():
                return Settled(network, derived, holds=False)
            new = self._followed(network)
            if not new:
                break
            derived.update(new)
            network.tighten(new)
        holds = network.propagate()
        return Settled(network, derived, holds, tuple(new) if holds else ())

    def _followed(self, network: Network) -> dict[Constraint, Derived]:
        """Return the bounds that follow from what a network knows, by ties and choices."""
        new: dict[Constraint, Derived] = {}
        every: tuple[Tie | Choice, ...] = (*self._system.ties, *self._system.choices)
        for number, one in enumerate(every):
            days = network.known(one.days)
            if self._seen.get(number) != days:
                self._seen[number] = days
                new.update(narrowings(one, network, self._readings) if isinstance(one, Tie) else cuts(one, network))
        return new
