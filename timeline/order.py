"""The order of events: one total key, the same on every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.dates.span import Day
    from timeline.model import Event


def order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events in chronological order, the undated ones last."""
    return tuple(sorted(events, key=sort_key))


def sort_key(event: Event) -> tuple[bool, Day, Day, Day, str]:
    """Return the key that events are sorted by.

    An event stands where it may begin at the earliest, as a reader who goes down the list must not have missed
    it; one known only to be over by some day ("2020 or earlier") stands at that day, the one place that is
    certain not to be too late for it by more than is unknown. Then the one that is known to begin sooner, then
    the one that may be over sooner; the id makes the order total.
    """
    start_earliest, start_latest, end_earliest, end_latest = event.date.sound.bounds
    known = [day for day in (start_earliest, start_latest, end_earliest, end_latest) if day is not None]
    first = known[0] if known else 0
    begun = start_latest if start_latest is not None else max(known, default=0)
    over = end_latest if end_latest is not None else max(known, default=0)
    return not known, first, begun, over, event.id
