"""The date span: what is known of when something happened, as four bounds counted in days.

A day is an integer on the proleptic Gregorian calendar; day 1 is 0001-01-01 (the count of
`datetime.date.toordinal`), day 0 is 0000-12-31, and there is no first or last day.

A `Span` follows CIDOC CRM's time-span (E52): its start lies between two days and its end lies between two days.
"In March 2019", said of an arrest, means *once, at some time within* (`within`): start and end share one window.
"From March to August 2019" means *throughout* (`throughout`): the start lies in March, the end in August.
An open bound is None: nothing is known in that direction.

Spans have no `<`: an uncertain date is not comparable. `certainly_before`, `overlaps`, `lies_within` and their
like say what holds (Allen's relations, in the form "for every pair of days" or "for some pair of days").
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

Day = int
"""A day as a count; see the module's docstring."""

_DAYS_IN_400_YEARS = 146_097
_FIRST_YEAR, _LAST_YEAR = 1, 9999
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY, _LEAP_DAY = 2, 29


def day_of(year: int, month: int = 1, day: int = 1) -> Day:
    """Return the day count of a date on the proleptic Gregorian calendar; `year` may be any integer (0 is 1 BC).

    Raises ValueError for a month or day that the calendar does not have.
    """
    if _FIRST_YEAR <= year <= _LAST_YEAR:
        return datetime.date(year, month, day).toordinal()
    # The calendar repeats every 400 years: compute in a year datetime knows, then move by whole cycles.
    cycles, year_in_cycle = divmod(year, 400)
    return datetime.date(year_in_cycle + 400, month, day).toordinal() + (cycles - 1) * _DAYS_IN_400_YEARS


def date_of(day: Day) -> tuple[int, int, int]:
    """Return (year, month, day) of a day count; the inverse of `day_of`."""
    cycles, within_cycle = divmod(day - 1, _DAYS_IN_400_YEARS)
    date = datetime.date.fromordinal(within_cycle + 1)
    return date.year + cycles * 400, date.month, date.day


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month of any year has."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LEAP_DAY if is_leap and month == _FEBRUARY else _LENGTHS[month - 1]


def weekday(day: Day) -> int:
    """Return the weekday of a day: Monday is 0, Sunday is 6."""
    return (day - 1) % 7


def iso(day: Day) -> str:
    """Return a day as an ISO 8601 date.

    Years outside 0..9999 carry a sign and at least six digits, as ISO 8601's expanded form does.
    """
    year, month, number = date_of(day)
    shown = f"{year:04d}" if 0 <= year <= _LAST_YEAR else f"{year:+07d}"
    return f"{shown}-{month:02d}-{number:02d}"


class Span(NamedTuple):
    """What is known of a date: earliest and latest day of its start and of its end, and its qualifiers.

    Build one by `within`, `throughout` or `span`, which keep the laws `start_earliest <= start_latest`,
    `end_earliest <= end_latest` and `start <= end`. `approximate` is EDTF's `~`, `uncertain` its `?`.
    """

    start_earliest: Day | None = None
    start_latest: Day | None = None
    end_earliest: Day | None = None
    end_latest: Day | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def bounds(self) -> tuple[Day | None, Day | None, Day | None, Day | None]:
        """The four bounds, without the qualifiers."""
        return self[:4]

    @property
    def qualifier(self) -> str:
        """EDTF's mark for the qualifiers: "", "~", "?" or "%" (both)."""
        if self.approximate and self.uncertain:
            return "%"
        return "~" if self.approximate else "?" if self.uncertain else ""

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known: every bound is open."""
        return self.bounds == (None, None, None, None)

    @property
    def is_once(self) -> bool:
        """Whether it reads as "once, at some time within": start and end share one window."""
        return self[0:2] == self[2:4]

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return self.start_earliest is not None and len(set(self.bounds)) == 1


UNKNOWN = Span()
"""The span of what is not dated at all."""


def span(
    start: tuple[Day | None, Day | None],
    end: tuple[Day | None, Day | None],
    *,
    approximate: bool = False,
    uncertain: bool = False,
) -> Span:
    """Return the span whose start and end lie in these windows, tightened by `start <= end`.

    Raises ValueError when no start and end in the windows are in order.
    """
    start_earliest, start_latest = start
    end_earliest, end_latest = end
    start_latest = _least(start_latest, end_latest)
    end_earliest = _greatest(end_earliest, start_earliest)
    for low, high in ((start_earliest, start_latest), (end_earliest, end_latest)):
        if low is not None and high is not None and low > high:
            message = f"a span cannot end on {iso(high)} before it starts on {iso(low)}"
            raise ValueError(message)
    return Span(start_earliest, start_latest, end_earliest, end_latest, approximate, uncertain)


def within(first: Day | None, last: Day | None, *, approximate: bool = False, uncertain: bool = False) -> Span:
    """Return the span of what happened once, at some time from `first` to `last` (inclusive, None is open)."""
    return span((first, last), (first, last), approximate=approximate, uncertain=uncertain)


def throughout(start: Span, end: Span) -> Span:
    """Return the span of what went on from `start` to `end`; qualifiers of either qualify the whole.

    Raises ValueError when the end cannot follow the start.
    """
    return span(
        (start.start_earliest, start.start_latest),
        (end.end_earliest, end.end_latest),
        approximate=start.approximate or end.approximate,
        uncertain=start.uncertain or end.uncertain,
    )


def intersection(one: Span, other: Span) -> Span | None:
    """Return what both spans allow, or None if nothing.

    The result is approximate (or uncertain) only where both are: a firm statement firms up a loose one.
    """
    start_earliest = _greatest(one.start_earliest, other.start_earliest)
    start_latest = _least(one.start_latest, other.start_latest)
    end_earliest = _greatest(one.end_earliest, other.end_earliest)
    end_latest = _least(one.end_latest, other.end_latest)
    try:
        return span(
            (start_earliest, start_latest),
            (end_earliest, end_latest),
            approximate=one.approximate and other.approximate,
            uncertain=one.uncertain and other.uncertain,
        )
    except ValueError:
        return None


def hull(one: Span, other: Span) -> Span:
    """Return the smallest span that allows whatever either allows."""
    return Span(
        None if one[0] is None or other[0] is None else min(one[0], other[0]),
        None if one[1] is None or other[1] is None else max(one[1], other[1]),
        None if one[2] is None or other[2] is None else min(one[2], other[2]),
        None if one[3] is None or other[3] is None else max(one[3], other[3]),
        one.approximate or other.approximate,
        one.uncertain or other.uncertain,
    )


def lies_within(inner: Span, outer: Span) -> bool:
    """Whether every start and end that `inner` allows, `outer` allows too (qualifiers aside)."""
    return (
        _reaches_down(outer.start_earliest, inner.start_earliest)
        and _reaches_up(outer.start_latest, inner.start_latest)
        and _reaches_down(outer.end_earliest, inner.end_earliest)
        and _reaches_up(outer.end_latest, inner.end_latest)
    )


def certainly_before(one: Span, other: Span) -> bool:
    """Whether `one` is over before `other` begins, whichever days they were (Allen: before)."""
    return one.end_latest is not None and other.start_earliest is not None and one.end_latest < other.start_earliest


def overlaps(one: Span, other: Span) -> bool:
    """Whether the two may share a day: neither is certainly before the other."""
    return not certainly_before(one, other) and not certainly_before(other, one)


def certainly_shares_a_day(one: Span, other: Span) -> bool:
    """Whether `one` has a day in common with the period `other`, whichever of its days it was.

    It has when it certainly begins no later than the period ends, and ends no earlier than the period begins.
    """
    return _reaches_up(other.end_latest, one.start_latest) and _reaches_down(other.start_earliest, one.end_earliest)


def _least(one: Day | None, other: Day | None) -> Day | None:
    return other if one is None else one if other is None else min(one, other)


def _greatest(one: Day | None, other: Day | None) -> Day | None:
    return other if one is None else one if other is None else max(one, other)


def _reaches_down(outer: Day | None, inner: Day | None) -> bool:
    return outer is None or (inner is not None and outer <= inner)


def _reaches_up(outer: Day | None, inner: Day | None) -> bool:
    return outer is None or (inner is not None and outer >= inner)
