"""Which of two events was first, and the argument: by what orders them in the course of days, else by their days.

Days are the finest that the network knows: of two events of one day it lets either be first. "After" says more, that
the other was over by then; "on the same day" says no more than that, nor does it that an event is `instant`. So one is
before another by its relations only if each step of the way holds in the course of a day too, or if together they put
a day between the two.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from timeline.constrain.relations import in_moments
from timeline.names import Names
from timeline.network import ORIGIN, Constraint, Network, reached
from timeline.reasons import Reasons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.bounds import Step
    from timeline.model import Timeline


class Comparison(NamedTuple):
    """How two events stand: the one is "before" or "after" the other, or "either"; and the argument, if there is one.

    An event is before another if it is over by the time the other begins: by its relations, which may allow both on one
    day, or else on an earlier day. `are_apart` says that the argument leaves them no day to share. Of two that may have
    gone on together, `first` is the id of the one that is shown to have begun no later in the course of a day, by the
    argument then given; `is_sooner` says that it began before the other.
    """

    verdict: str
    steps: tuple[Step, ...] = ()
    are_apart: bool = False
    first: str = ""
    is_sooner: bool = False


def relation(timeline: Timeline, one: str, other: str) -> Comparison:
    """Return whether an event is before or after another, by their ids, and the chain of what says so."""
    pair = _Pair(timeline, one, other)
    before, after = pair.argument(one, other), pair.argument(other, one)
    if before and not after:
        return Comparison("before", *before)
    if after and not before:
        return Comparison("after", *after)
    begun, begun_too = pair.beginning(one, other), pair.beginning(other, one)
    if before or (begun and begun_too):  # by different accounts, or both at once
        return Comparison("either")
    for first, found in ((one, begun), (other, begun_too)):
        if found:
            steps, is_sooner = found
            return Comparison("either", steps, first=first, is_sooner=is_sooner)
    return Comparison("either")


class _Pair:
    """Two events, and all that has an order with either of them, by whatever steps."""

    def __init__(self, timeline: Timeline, one: str, other: str) -> None:
        self._links = links = timeline.links
        self._claims = {claim.id: claim for event in timeline.events for claim in event.claims}
        self._reasons = Reasons(
            Names(timeline), self._claims, {source.id: source for source in timeline.sources}, links
        )
        self._starts = {event: 2 * place + 1 for place, event in enumerate(links.events)}
        every = tuple(links.constraints)
        near: dict[int, list[int]] = {}
        for tail, head, _, _ in every:
            if ORIGIN not in (tail, head):
                near.setdefault(tail, []).append(head)
                near.setdefault(head, []).append(tail)
        found = reached((self._starts[one] + 1, self._starts[other] + 1), near)
        self._constraints = [constraint for constraint in every if not found.isdisjoint(constraint[:2])]

    def argument(self, one: str, other: str) -> tuple[tuple[Step, ...], bool] | None:
        """Return the argument that an event is over by the time another begins, and whether on an earlier day.

        None is that it is not known.
        """
        end, start = self._starts[one] + 1, self._starts[other]
        # From the start of the other on: an end that comes no later by steps that hold in the course of a day, too.
        days, chain = self._from(start, end, self._between)
        if days is not None and days < 0:
            return self._told(chain), True
        days, chain = self._from(start, end, self._of_moments)
        if days is not None:
            return self._told(chain), False
        over, begun = self._network.latest(end), self._network.earliest(start)
        if over is None or begun is None or over >= begun:
            return None
        return (
            *self._reasons.steps(self._network.why_latest(end), latest=True),
            *self._reasons.steps(self._network.why_earliest(start), latest=False),
        ), True

    def beginning(self, one: str, other: str) -> tuple[tuple[Step, ...], bool] | None:
        """Return the argument that an event began no later than another in the course of a day, and whether sooner.

        It did by the times of day that are told: all else leaves open that both began at one moment.
        """
        days, chain = self._from(self._starts[other], self._starts[one], self._of_moments)
        is_sooner = any(part[1] == "time" for each in chain for part in each.label)
        return None if days is None else (self._told(chain), is_sooner)

    @cached_property
    def _between(self) -> list[Constraint]:
        """The constraints between days."""
        return [constraint for constraint in self._constraints if ORIGIN not in constraint[:2]]

    @cached_property
    def _of_moments(self) -> list[Constraint]:
        """Those that say which comes first in the course of a day too, and nothing but that."""
        return [constraint._replace(most=0) for constraint in self._between if self._in_moments(constraint)]

    def _from(
        self, start: int, end: int, constraints: Iterable[Constraint]
    ) -> tuple[int | None, tuple[Constraint, ...]]:
        """Return how many days a node comes after another at most, by constraints between days, and the chain."""
        network = Network([*constraints, Constraint(ORIGIN, start, 0)])
        network.propagate()
        return network.latest(end), network.why_latest(end)[::-1]

    def _told(self, chain: Iterable[Constraint]) -> tuple[Step, ...]:
        return tuple(step._replace(day=None) for step in self._reasons.steps(chain, latest=True))

    def _in_moments(self, one: Constraint) -> bool:
        """Whether a constraint says which comes first in the course of a day too."""
        if not one.label:
            return one.most <= 0  # an event does not end before it begins
        claim, what, number = one.label[0]
        if what != "relation":
            return what in {"told", "upcoming", "derives", "time"}
        said = self._claims[claim]
        return in_moments(said.relations[int(number)].kind, self._starts[said.event], one)

    @cached_property
    def _network(self) -> Network:
        """What is known of the days of both."""
        network = Network(self._constraints)
        network.propagate()
        return network
