"""The date span: what is known of when something happened, as four bounds counted in days.

A day is an integer on the proleptic Gregorian calendar; day 1 is 0001-01-01 (the count of
`datetime.date.toordinal`), day 0 is 0000-12-31, and there is no first or last day.

A `Span` follows CIDOC CRM's time-span (E52): its start lies between two days and its end lies between two days.
"In March 2019", said of an arrest, means *once, at some time within* (`within`): start and end share one window.
"From March to August 2019" means *throughout* (`throughout`): the start lies in March, the end in August.
An open bound is None: nothing is known in that direction.

Where words leave open between a few dates ("last Tuesday" may be the 5th or the 12th), the span keeps them apart as
its `alternatives`, and its four bounds are the hull around them. Whatever compares spans looks at the alternatives,
so that what lies between them agrees with none; what only needs bounds may use the hull, which allows more.

Spans have no `<`: an uncertain date is not comparable. `certainly_before`, `overlaps`, `lies_within` and their
like say what holds (Allen's relations, in the form "for every pair of days" or "for some pair of days").
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates import boxes

if TYPE_CHECKING:
    from collections.abc import Iterable

Day = boxes.Day
"""A day as a count; see the module's docstring."""

Bounds = boxes.Bounds
"""Earliest and latest day of a start, earliest and latest day of an end; None is open."""

_DAYS_IN_400_YEARS = 146_097
_LAST_DAY = datetime.date.max.toordinal()
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


@lru_cache(1 << 14)
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


@lru_cache(maxsize=10_000)
def iso(day: Day) -> str:
    """Return a day as an ISO 8601 date.

    Years outside 0..9999 carry a sign and at least six digits, as ISO 8601's expanded form does.
    """
    if 0 < day <= _LAST_DAY:
        return datetime.date.fromordinal(day).isoformat()
    year, month, number = date_of(day)
    shown = f"{year:04d}" if 0 <= year <= _LAST_YEAR else f"{year:+07d}"
    return f"{shown}-{month:02d}-{number:02d}"


class Span(NamedTuple):
    """What is known of a date: earliest and latest day of its start and of its end, and its qualifiers.

    Build one by `within`, `throughout`, `span` or `one_of`, which keep the laws `start_earliest <= start_latest`,
    `end_earliest <= end_latest` and `start <= end`. `approximate` is EDTF's `~`, `uncertain` its `?`.

    `alternatives` are the boxes of which one holds, at least two that stand apart (see `timeline.dates.boxes`), or none
    where the bounds say all. Change bounds by `intersection`, not by `_replace`, which would leave them behind.
    """

    start_earliest: Day | None = None
    start_latest: Day | None = None
    end_earliest: Day | None = None
    end_latest: Day | None = None
    approximate: bool = False
    uncertain: bool = False
    alternatives: tuple[Bounds, ...] = ()

    @property
    def bounds(self) -> Bounds:
        """The four bounds, without the qualifiers: the hull of the alternatives, where there are any."""
        return self[:4]

    @property
    def pieces(self) -> tuple[Bounds, ...]:
        """The boxes of which one holds: the alternatives, or the bounds alone."""
        return self.alternatives or (self[:4],)

    @property
    def qualifier(self) -> str:
        """EDTF's mark for the qualifiers: "", "~", "?" or "%" (both)."""
        if self.approximate and self.uncertain:
            return "%"
        return "~" if self.approximate else "?" if self.uncertain else ""

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known: every bound is open."""
        return self.start_earliest is None and self[:4] == (None, None, None, None) and not self.alternatives

    @property
    def is_once(self) -> bool:
        """Whether it reads as "once, at some time within": start and end share one window, in each alternative."""
        return all(piece[0:2] == piece[2:4] for piece in self.pieces)

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
    start_earliest, start_latest = start[0], boxes.least(start[1], end[1])
    end_earliest, end_latest = boxes.greatest(end[0], start[0]), end[1]
    for low, high in ((start_earliest, start_latest), (end_earliest, end_latest)):
        if low is not None and high is not None and low > high:
            message = f"a span cannot end on {iso(high)} before it starts on {iso(low)}"
            raise ValueError(message)
    return Span(start_earliest, start_latest, end_earliest, end_latest, approximate, uncertain)


def within(first: Day | None, last: Day | None, *, approximate: bool = False, uncertain: bool = False) -> Span:
    """Return the span of what happened once, at some time from `first` to `last` (inclusive, None is open)."""
    return span((first, last), (first, last), approximate=approximate, uncertain=uncertain)


def one_of(allowed: Iterable[Bounds], *, approximate: bool = False, uncertain: bool = False) -> Span:
    """Return the span of what one of these boxes, each tight, allows; of more than `boxes.MOST` only their hull."""
    found = boxes.apart(allowed)
    return Span(*boxes.around(found), approximate, uncertain, found if len(found) > 1 else ())


def throughout(start: Span, end: Span) -> Span:
    """Return the span of what went on from `start` to `end`; qualifiers of either qualify the whole.

    Raises ValueError when the end cannot follow the start.
    """
    whole = span(
        (start.start_earliest, start.start_latest),
        (end.end_earliest, end.end_latest),
        approximate=start.approximate or end.approximate,
        uncertain=start.uncertain or end.uncertain,
    )
    if not (start.alternatives or end.alternatives) or len(start.pieces) * len(end.pieces) > boxes.MOST:
        return whole
    every = (boxes.tight((*one[0:2], *other[2:4])) for one in start.pieces for other in end.pieces)
    return one_of((box for box in every if box), approximate=whole.approximate, uncertain=whole.uncertain)


def intersection(one: Span, other: Span) -> Span | None:  # noqa: C901 - written out, being run the most often
    """Return what both spans allow, alternative by alternative, or None if nothing.

    The result is approximate (or uncertain) only where both are: a firm statement firms up a loose one.
    """
    low, high, end_low, end_high, approximate, uncertain, alternatives = one
    start_earliest, start_latest, end_earliest, end_latest, also_approximate, also_uncertain, others = other
    approximate, uncertain = approximate and also_approximate, uncertain and also_uncertain
    if alternatives or others:
        every = boxes.all_meeting(one.pieces, other.pieces)
        if not every:
            return None
        return Span(*boxes.around(every), approximate, uncertain, every if len(every) > 1 else ())
    # What follows is `boxes.meeting`.
    if low is None or (start_earliest is not None and start_earliest > low):
        low = start_earliest
    if high is None or (start_latest is not None and start_latest < high):
        high = start_latest
    if end_low is None or (end_earliest is not None and end_earliest > end_low):
        end_low = end_earliest
    if end_high is None or (end_latest is not None and end_latest < end_high):
        end_high = end_latest
    if end_high is not None and (high is None or high > end_high):
        high = end_high
    if low is not None and (end_low is None or end_low < low):
        end_low = low
    if (low is not None and high is not None and low > high) or (
        end_low is not None and end_high is not None and end_low > end_high
    ):
        return None
    both = Span(low, high, end_low, end_high, approximate, uncertain)
    if both == one:
        return one
    return other if both == other else both


def hull(one: Span, other: Span) -> Span:
    """Return the smallest span of one piece that allows whatever either allows."""
    return Span(
        *boxes.around((one[:4], other[:4])), one.approximate or other.approximate, one.uncertain or other.uncertain
    )


def lies_within(inner: Span, outer: Span) -> bool:
    """Whether every start and end that `inner` allows, `outer` allows too (qualifiers aside)."""
    if not (inner.alternatives or outer.alternatives):
        return boxes.holds(outer[:4], inner[:4])
    return all(any(boxes.holds(box, one) for box in outer.pieces) for one in inner.pieces)


def certainly_before(one: Span, other: Span) -> bool:
    """Whether `one` is over before `other` begins, whichever days they were (Allen: before)."""
    return one.end_latest is not None and other.start_earliest is not None and one.end_latest < other.start_earliest


def overlaps(one: Span, other: Span) -> bool:
    """Whether the two may share a day: not all that they allow has one of them over before the other begins."""
    if not (one.alternatives or other.alternatives):
        return not certainly_before(one, other) and not certainly_before(other, one)
    return any(overlaps(Span(*box), Span(*rival)) for box in one.pieces for rival in other.pieces)


def certainly_shares_a_day(one: Span, other: Span) -> bool:
    """Whether `one` has a day in common with the period `other`, whichever of its days it was.

    It has when it certainly begins no later than the period ends, and ends no earlier than the period begins.
    """
    return all(
        (other[3] is None or (start_latest is not None and start_latest <= other[3]))
        and (other[0] is None or (end_earliest is not None and end_earliest >= other[0]))
        for _, start_latest, end_earliest, _ in one.pieces
    )
