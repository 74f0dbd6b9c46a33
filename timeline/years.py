"""Events by the year they stand under, and what marks them: what every output for readers shares."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from timeline.dates.span import date_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.dates.boxes import Bounds, Day
    from timeline.model import Conflict, Event, Timeline

UNDATED = "Undated"


def by_year(events: Sequence[Event]) -> Iterator[tuple[str, list[Event]]]:
    """Yield (heading, events) in the order given, the oldest or the newest first: a year, or "Undated"."""
    headings = year_headings([event.date.sound.bounds for event in events])
    for heading, group in groupby(zip(headings, events, strict=True), key=itemgetter(0)):
        yield heading, [event for _, event in group]


def year_headings(listed: Sequence[Bounds]) -> list[str]:
    """Return the year that each of a list of dates stands under, the oldest or the newest first, or "Undated".

    A date stands under the year of the first day it can have had anything of. One that is known only to be over by
    some day ("22 Feb 2021 or earlier") may have moved up to what it comes before, and stands under that one's year,
    so that each year comes once.
    """
    firsts = [bounds[0] if bounds[0] is not None else _first(bounds) for bounds in listed]
    year_of = {day: None if day is None else date_of(day)[0] for day in set(firsts)}
    years = [year_of[day] for day in firsts]
    dated = [year for year in years if year is not None]
    newest_first = bool(dated) and dated[0] > dated[-1]
    places = range(len(years)) if newest_first else range(len(years) - 1, -1, -1)
    least: int | None = None
    headings = [UNDATED] * len(years)
    for place in places:
        year = years[place]
        if year is not None:
            least = year if least is None else min(least, year)
            headings[place] = str(least) if least > 0 else f"{1 - least} BC"
    return headings


def _first(bounds: Bounds) -> Day | None:
    return next((day for day in bounds if day is not None), None)


class Marks:
    """What marks the events of a timeline: which conflicts touch them, and how these stand."""

    def __init__(self, timeline: Timeline) -> None:
        self._conflicts = {conflict.id: conflict for conflict in timeline.conflicts}

    def _touching(self, event: Event) -> list[Conflict]:
        return [self._conflicts[conflict] for conflict in event.conflicts if conflict in self._conflicts]

    def open(self, event: Event) -> int:
        """Return how many open conflicts touch an event."""
        return sum(conflict.is_open for conflict in self._touching(event))

    def settled(self, event: Event) -> int:
        """Return how many settled conflicts touch an event."""
        return sum(conflict.settled for conflict in self._touching(event))

    def tensions(self, event: Event) -> int:
        """Return how many pairs of accounts to be read side by side touch an event."""
        return sum(conflict.is_tension and not conflict.settled for conflict in self._touching(event))
