"""What every output says of itself: what was asked for, what was withheld, and what faults in the data left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.names import counted
from timeline.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.model import Selection, Timeline
    from timeline.problems import Problem
    from timeline.veil import Withheld


class Head(NamedTuple):
    """What must be known of a timeline to say what is wrong with its data, and what of it is withheld."""

    problems: tuple[Problem, ...]
    withheld: Withheld
    includes_withheld: bool = False


def remarks(selection: Selection) -> Iterator[str]:
    """Yield, a sentence each: the filters in force, what is withheld, and that the data has errors.

    Nothing where all of a sound corpus is shown. The texts are as they were given: an output makes them safe itself.
    """
    return remarks_with(selection.filters, selection.left_out, selection.timeline)


def remarks_with(filters: Sequence[str], left_out: int, timeline: Timeline | Head) -> Iterator[str]:
    """Yield the remarks on a part of a timeline: the filters by which it was chosen, and how many events they left."""
    if filters:
        number = f" ({counted(left_out, 'event')} left out)" if left_out else ""
        yield f"Only: {'; '.join(filters)}{number}."
    yield from remarks_on(timeline)


def remarks_on(timeline: Timeline | Head) -> Iterator[str]:
    """Yield what is withheld from a timeline, and that its data has errors."""
    if any(timeline.withheld):
        yield remark_on_withheld(timeline)
    errors = sum(problem.severity is Severity.ERROR for problem in timeline.problems)
    if errors:
        yield f"The data has {counted(errors, 'error')}; what cannot be used is left out (`timeline check` lists all)."


def remark_on_withheld(timeline: Timeline | Head) -> str:
    """Return how much is withheld, or that what should be is not."""
    amounts = _amounts(timeline.withheld)
    if timeline.includes_withheld:
        return f"Not for publication: includes what is marked to be withheld ({amounts})."
    return f"Withheld to protect someone: {amounts}."


def _amounts(withheld: Withheld) -> str:
    amounts = (
        (withheld.people, "person", "people"),
        (withheld.sources, "source", "sources"),
        (withheld.events, "event", "events"),
        (withheld.records, "record", "records"),
    )
    return ", ".join(counted(number, one, many) for number, one, many in amounts if number)
