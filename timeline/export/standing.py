"""Where an event stands in a program that must have a day for each, whatever is known of it.

Where both its first and its last possible day are known, it stands over all of these days. Where its date is open on a
side, it stands at the bound that is known; where there is none at all, or none that the format can write, beside the
event before it in the chronology. A remark says so, for the text that the program shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.span import date_of, day_of, days_in_month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.dates.span import Day, Span
    from timeline.model import Timeline

_DECEMBER = 12
_OPEN = "The date is open on a side: this stands at the bound that is known."
_UNDATED = "This event is not dated: it stands beside the one before it in the chronology, for want of a day."
_UNWRITABLE = "The date cannot be written here: this stands beside the event before it in the chronology."


class Standing(NamedTuple):
    """Where an event stands: from `start`, to `end` where that is another day, and what is to be said of it.

    A date is (year,), (year, month) or (year, month, day): a window that is exactly a day, a month or a year is
    `start` alone, to that precision.
    """

    start: tuple[int, ...]
    end: tuple[int, ...] = ()
    remark: str = ""


def standings(timeline: Timeline, is_writable: Callable[[int], bool] = lambda _: True) -> Iterator[Standing]:
    """Yield where each event stands, in their order; `is_writable` says which years the format can write.

    What has no event before it stands with the first one that can be placed, else at the first day of publication
    that is known, else in the year 1.
    """
    spans = [event.date.sound for event in timeline.events]
    published = [source.published.sound for source in timeline.sources if source.published]
    places = (_placed(span, is_writable) for span in (*spans, *published))
    before = next((place.start for place in places if place), (1,))
    for span in spans:
        placed = _placed(span, is_writable)
        yield placed or Standing(before, (), _UNDATED if span.is_unknown else _UNWRITABLE)
        before = placed.start if placed else before


def _placed(span: Span, is_writable: Callable[[int], bool]) -> Standing | None:
    """Return where an event stands by its own date, None where that is not known or cannot be written."""
    known = [day for day in span.bounds if day is not None]
    if not known or not all(is_writable(date_of(day)[0]) for day in known):
        return None
    first, last = span.start_earliest, span.end_latest
    if first is None or last is None:
        return Standing(date_of(known[0]), (), _OPEN)
    unit = _unit(first, last)
    return Standing(unit) if unit else Standing(date_of(first), date_of(last))


def _unit(first: Day, last: Day) -> tuple[int, ...]:
    """Return the day, the month or the year that a window is exactly, () if it is none."""
    year, month, day = date_of(first)
    if first == last:
        return year, month, day
    if (day, last) == (1, day_of(year, month, days_in_month(year, month))):
        return year, month
    return (year,) if (month, day, last) == (1, 1, day_of(year, _DECEMBER, 31)) else ()
