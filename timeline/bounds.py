"""What order and publication give for dates: bounds with their arguments, and the network they come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.span import Day
from timeline.network import ORIGIN, Constraint

if TYPE_CHECKING:
    from collections.abc import Iterator


class Step(NamedTuple):
    """One step of the argument for a bound: what is said, and what follows from it and from the steps before.

    `claim` and `source` are the ids of what says so ("" where nothing does: what follows from a curator's
    classification). What follows is that the bound `which` of `about`, an event or a source, is `day`; None where
    the argument is of order alone.
    """

    text: str
    about: str
    which: str
    day: Day | None
    claim: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound that order and publication give, tighter than what was stated of the date itself, and the argument.

    `which` is "start.earliest", "start.latest", "end.earliest" or "end.latest", of a source "published.earliest" or
    "published.latest". The argument is put into words when it is asked for: it may lead through the whole corpus.
    """

    which: str
    day: Day
    argument: Callable[[], tuple[Step, ...]] = field(compare=False, repr=False)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the argument; the last gives the bound."""
        return self.argument()


class Links(NamedTuple):
    """The temporal network: the constraints between days that stand, and whose days its nodes are.

    The event `events[k]` starts on node `2k + 1` and ends on node `2k + 2`; the publication of `sources[k]` is node
    `2 * len(events) + k + 1`. Both are sorted, so that a corpus in another order has the same nodes.
    """

    events: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    constraints: tuple[Constraint, ...] = ()


NO_LINKS = Links()
"""The network of nothing."""


def no_later(links: Links) -> Iterator[tuple[int, int]]:
    """Yield pairs of nodes of which the first is shown to come no later than the second, by one constraint."""
    for tail, head, most, _ in links.constraints:
        if most <= 0 and ORIGIN not in (tail, head):
            yield head, tail
