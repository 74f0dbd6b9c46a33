"""Parts of periods, times of day, and hedges.

Each function gives a function of the day of writing, as in `timeline.dates.semantics.meaning`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.clock import UNIVERSAL, days_off, runs_on
from timeline.dates.semantics.counted_within import in_each
from timeline.dates.semantics.meaning import Meaning, Way
from timeline.dates.semantics.periods import (
    MONTHS_IN,
    NoSuchDateError,
    Period,
    Unit,
    add_months,
    cell,
    each,
    either,
    index_of,
    is_several,
    shifted,
    stretch,
)
from timeline.dates.span import day_of

if TYPE_CHECKING:
    from timeline.dates.semantics.meaning import At
    from timeline.dates.span import Day

# The shares of a period that each part is read as, and soundly is.
_SHARES = {
    "START": ((0.0, 1 / 3), (0.0, 0.5)),
    "MID": ((1 / 3, 2 / 3), (0.25, 0.75)),
    "END": ((2 / 3, 1.0), (0.5, 1.0)),
    "FIRST": ((0.0, 1 / 6), (0.0, 1 / 3)),
    "LAST": ((5 / 6, 1.0), (2 / 3, 1.0)),
}
_SEASON_OFF = 84


def part(kind: str, whole: Meaning) -> At:
    """The early, middle or late part of a period (START, MID, END), or its very beginning or end (FIRST, LAST).

    Read as a third of it and soundly half; a beginning or end as a sixth and soundly a third. `value` stays that of
    the whole, as in TIMEX3, whose `mod` says the rest. A part of a day is that day.
    """
    read, held = _SHARES[kind]

    def make(found: Period) -> Period:
        if found.unit == Unit.DAY or found.last == found.first:
            return found
        first, last = _slice(found.first, found.last, found.unit, read)
        # The hull may hold several such periods: cut the earliest for the low side and the latest for the high.
        low = _slice(found.low, max(found.end, found.low), found.unit, held)[0] if held[0] else found.low
        high = _slice(min(found.start, found.high), found.high, found.unit, held)[1] if held[1] < 1 else found.high
        low, high = min(low, first), max(high, last)
        return found._replace(first=first, last=last, low=low, high=high, start=high, end=low, edtf=None)

    return lambda day, way: each(whole.at(day, way), make)


def parts(kind: str, last_kind: str, whole: Meaning) -> At:
    """From one part of a period to another: "early to mid-2019"."""

    def make(found: Period, way: Way) -> Period:
        given = Meaning(lambda _day, _way: found, deictic=False, floating=False, rules=())
        one, other = (part(one, given)(found.first, way) for one in (kind, last_kind))
        if one.first > other.first:
            raise NoSuchDateError("it would end before it starts")
        return either(one, other)._replace(last=other.last)

    return lambda day, way: each(whole.at(day, way), lambda found: make(found, way))


def _slice(first: Day, last: Day, unit: Unit, share: tuple[float, float]) -> tuple[Day, Day]:
    """Return the days of a share of a stretch, cut between its months (of a year) or years (of a decade)."""
    smaller = Unit.YEAR if unit >= Unit.DECADE else Unit.MONTH if unit in (Unit.YEAR, Unit.HALF) else Unit.DAY
    start = index_of(smaller, first)
    count = index_of(smaller, last) - start + 1
    rounding = 0.99 if smaller == Unit.YEAR else 0.01
    begin = min(int(share[0] * count + rounding), count - 1) if share[0] else 0
    end = max(int(share[1] * count + rounding), begin + 1)
    return max(first, cell(smaller, start + begin).first), min(last, cell(smaller, start + end - 1).last)


def _half(whole: Meaning, *, is_second: bool) -> At:
    def make(found: Period) -> Period:
        if found.unit == Unit.DAY:
            return found
        if found.unit == Unit.YEAR and not is_several(found):
            return cell(Unit.HALF, index_of(Unit.HALF, found.last if is_second else found.first))
        first, last = _slice(found.first, found.last, found.unit, (0.5, 1.0) if is_second else (0.0, 0.5))
        # The middle day of an odd number of days is of both halves.
        begin, end = (first - 1, last) if is_second else (first, last + 1)
        return either(stretch(first, last, found.unit, found.value), stretch(begin, end, found.unit))

    return lambda day, way: in_each(whole, day, way, make)


def second_half(whole: Meaning) -> At:
    """The second half of a period."""
    return _half(whole, is_second=True)


def first_half(whole: Meaning) -> At:
    """The first half of a period."""
    return _half(whole, is_second=False)


def earlier_in(whole: Meaning) -> At:
    """What of a period had passed on the day of writing, if it is running; else the whole, as in a narrative."""

    def make(found: Period, day: Day) -> Period:
        if day >= found.high or found.unit == Unit.DAY:
            return found
        last, high = max(found.first, min(day, found.last)), max(found.low, day)
        high = max(high, last)
        return found._replace(last=last, high=high, start=high, end=found.low, edtf=None)

    def at(day: Day, way: Way) -> Period:
        found: Period = whole.at(day, Way.PAST if whole.floating and way == Way.HABIT else way)
        return each(found, lambda one: make(one, day))

    return at


def rest_of(whole: Meaning) -> At:
    """What of a running period was to come: "later this year"."""

    def make(found: Period, day: Day) -> Period:
        if not found.low <= day <= found.high or found.unit == Unit.DAY:
            return found
        first = min(max(found.first, day), found.last)
        low = min(day, first)
        return found._replace(first=first, low=low, start=found.high, end=low, edtf=None)

    return lambda day, way: each(whole.at(day, way), lambda found: make(found, day))


def at_time(time: str, date: Meaning) -> At:
    """A time of a day: TIMEX3's `T…` beside its date. A night, and midnight, soundly run on into the next day.

    One in universal time, with a `Z` after it, is soundly of any day that it was somewhere; see `dates.clock`.
    """
    before, after = (0, 1) if runs_on(time) else days_off(time)
    time = time.replace(UNIVERSAL, "")

    def make(found: Period) -> Period:
        if found.unit != Unit.DAY or found.value is None:
            raise NoSuchDateError("a time of day is of a day")
        value = f"{found.value.partition('T')[0]}T{time}"
        if not before and not after:
            return found._replace(value=value)
        low, high = found.low - before, found.high + after
        return found._replace(value=value, low=low, high=high, start=found.start + after, end=found.end - before)

    return lambda day, way: each(date.at(day, way), make)


def hedged(whole: Meaning, *, approximate: bool = False, uncertain: bool = False) -> At:
    """A period said to be approximate (`~`) or uncertain (`?`): soundly off by up to one of its units, as in EDTF."""

    def make(found: Period) -> Period:
        low, high = one_unit_off(found)
        return found._replace(
            low=low,
            high=high,
            start=found.start + high - found.high,
            end=found.end + low - found.low,
            approximate=approximate or found.approximate,
            uncertain=uncertain or found.uncertain,
        )

    return lambda day, way: each(whole.at(day, way), make)


def one_unit_off(found: Period) -> tuple[Day, Day]:
    """Return the sound bounds of a period, a unit of its own off on each side."""
    if found.unit == Unit.SEASON:
        return found.low - _SEASON_OFF, found.high + _SEASON_OFF
    if found.unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        return shifted(found.low, found.unit, -1), shifted(found.high, found.unit, 1)
    months = MONTHS_IN[found.unit]
    return add_months(found.low, -months), add_months(found.high + 1, months) - 1


def fiscal(year: int) -> Period:
    """A fiscal year: reads as the calendar's; soundly any twelve months that begin or end near it.

    Fiscal years are named by the year they end in (most of the United States) or begin in (Japan, India, Britain).
    """
    low, high = day_of(year - 1, 2), day_of(year + 1, 6, 30)
    return cell(Unit.YEAR, year)._replace(low=low, high=high, start=day_of(year, 7), end=day_of(year, 1, 31))


def fiscal_part(found: Period) -> Period:
    """A quarter or half of a fiscal year: the calendar's as read; soundly up to a year off."""
    low, high = found.low - 366, found.high + 366
    return found._replace(low=low, high=high, start=high, end=low)
