"""Events by the year they stand under, and what marks them: what every output for readers shares."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from timeline.dates.span import date_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.model import Conflict, Event, Timeline

UNDATED = "Undated"


def by_year(events: Iterable[Event]) -> Iterator[tuple[str, list[Event]]]:
    """Yield (heading, events) in the order given: a year, or "Undated"."""
    for heading, group in groupby(events, year_of):
        yield heading, list(group)


def year_of(event: Event) -> str:
    """Return the year an event stands under: that of the first day it can have had anything of, or "Undated".

    Events are ordered by the same day, so that each year comes once.
    """
    first = next((day for day in event.date.sound.bounds if day is not None), None)
    if first is None:
        return UNDATED
    year = date_of(first)[0]
    return str(year) if year > 0 else f"{1 - year} BC"


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
