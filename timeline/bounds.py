"""What order and publication give for dates: bounds with their arguments, and the network they come from."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, overload

from timeline.dates.span import Day
from timeline.network import ORIGIN, Constraint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.network import Label


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


class Standing(Sequence[Constraint]):
    """The constraints that stand, each made when it is asked for: most never are.

    `make` yields them all, always the same; `no_later` are the pairs of nodes of which one of them shows the first to
    come no later than the second, those aside of events that have no order with others. To what else is asked it is
    the tuple of them.
    """

    def __init__(self, make: Callable[[], Iterator[Constraint]], no_later: Iterable[tuple[int, int]]) -> None:
        self._make = make
        self._sooner, self._later = array("q"), array("q")
        for one, other in no_later:
            self._sooner.append(one)
            self._later.append(other)

    def no_later(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs of nodes."""
        return zip(self._sooner, self._later, strict=True)

    def __iter__(self) -> Iterator[Constraint]:
        return self._make()

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, place: int) -> Constraint: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Constraint, ...]: ...
    def __getitem__(self, place: int | slice) -> Constraint | tuple[Constraint, ...]:
        return tuple(self)[place]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Standing | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[object, ...]:
        return tuple, (tuple(self),)

    def __repr__(self) -> str:
        return repr(tuple(self))


class Links(NamedTuple):
    """The temporal network: the constraints between days that stand, and whose days its nodes are.

    The event `events[k]` starts on node `2k + 1` and ends on node `2k + 2`; the publication of `sources[k]` is node
    `2 * len(events) + k + 1`. Both are sorted, so that a corpus in another order has the same nodes. `of_days` are the
    pairs of nodes of which relations show that the first comes on no later day, and nothing of the course of a day.
    """

    events: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    constraints: Sequence[Constraint] = ()
    of_days: tuple[tuple[int, int], ...] = ()


NO_LINKS = Links()
"""The network of nothing."""


def no_later(links: Links) -> Iterator[tuple[int, int]]:
    """Return pairs of nodes of which the first is shown to come no later than the second, by one constraint.

    Those of events that have no order with others may be left out.
    """
    held = links.constraints
    if isinstance(held, Standing):
        return held.no_later()
    return ((head, tail) for tail, head, most, _ in held if most <= 0 and ORIGIN not in (tail, head))


def in_moments(links: Links) -> Iterator[tuple[int, int]]:
    """Return those of the pairs of which the first comes no later in the course of a day too, and not by days alone."""
    held = links.constraints
    of_days = frozenset(links.of_days)
    if isinstance(held, Standing):
        last = 2 * len(links.events)  # from the end of an event to its start only an `instant` one leads
        return (
            pair
            for pair in held.no_later()
            if pair not in of_days and (pair[0] - 1 != pair[1] or pair[1] % 2 == 0 or pair[0] > last)
        )
    return (
        (head, tail)
        for tail, head, most, label in held
        if most <= 0 and ORIGIN not in (tail, head) and (head, tail) not in of_days and not _is_instant(label)
    )


def _is_instant(label: Label) -> bool:
    return label != () and label[0][1:] == ("instant", "")
