"""Which events of one day the times of day that are told put in order.

One event begins before another if the last minute that all accounts of the one allow is before the first that those of
the other do, in one zone. Within one document minutes are held as they are written: whoever keeps a log reads one
clock. Of when an event was over a time says nothing: what "was at 14:05" may have gone on for hours.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from timeline.clocks import hour_of
from timeline.network import Constraint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.clocks import Hour, Told
    from timeline.model import Event

_Timed = tuple[int, "Hour"]
"""The place of an event, and its hour."""


def by_hours(events: Sequence[Event]) -> dict[int, list[Constraint]]:
    """Return the constraints that times of day give, by the place of the event that begins after.

    Events are known by their places, as in `Statements`. Of what follows from others none is returned.
    """
    days: dict[tuple[int, str], list[_Timed]] = {}
    for place, event in enumerate(events):
        hour = hour_of(event)
        if hour is not None:
            days.setdefault((hour.day, hour.first.clock.zone), []).append((place, hour))
    found: dict[int, dict[Constraint, None]] = {}
    for timed in days.values():
        for (one, first), (other, second) in (*_apart(timed), *_in_one_document(timed)):
            label = tuple(sorted(((first.claim.id, "time", ""), (second.claim.id, "time", ""))))
            found.setdefault(other, {})[Constraint(2 * other + 1, 2 * one + 1, 0, label)] = None
    return {place: list(some) for place, some in found.items()}


_Pair = tuple[tuple[int, "Told"], tuple[int, "Told"]]


def _apart(timed: Sequence[_Timed]) -> Iterator[_Pair]:
    """Yield each event with those that come last of what is certainly before it; the others are before those."""
    by_end = sorted(timed, key=lambda one: (one[1].last.clock.high, one[0]))
    ends = [one[1].last.clock.high for one in by_end]
    begun = list(accumulate((one[1].first.clock.low for one in by_end), max))
    for place, hour in timed:
        before = bisect_left(ends, hour.first.clock.low)
        last = bisect_left(ends, begun[before - 1]) if before else 0
        for other, its in by_end[last:before]:
            yield (other, its.last), (place, hour.first)


def _in_one_document(timed: Sequence[_Timed]) -> Iterator[_Pair]:
    """Yield each event with the next one of a later minute in the same document."""
    written: dict[tuple[str, str], list[tuple[int, int, Told]]] = {}
    for place, hour in timed:
        for told in hour.exact:
            minute = told.clock.minute or 0
            written.setdefault((told.claim.source, told.claim.according_to or ""), []).append((minute, place, told))
    for rows in written.values():
        minutes: dict[int, list[tuple[int, Told]]] = {}
        for minute, place, told in sorted(rows, key=lambda row: row[:2]):
            minutes.setdefault(minute, []).append((place, told))
        groups = list(minutes.values())
        for sooner, later in pairwise(groups):
            for one in sooner:
                for other in later:
                    if one[0] != other[0]:
                        yield one, other
