"""What is counted: units before or after the day of writing or another date, and units within a period.

Each function gives a function of the day of writing, as in `timeline.dates.semantics.meaning`.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.semantics.meaning import Way, day_cell
from timeline.dates.semantics.parts import one_unit_off
from timeline.dates.semantics.periods import (
    NoSuchDateError,
    Period,
    Unit,
    cell,
    current,
    each,
    either,
    index_of,
    shifted,
    stretch,
)
from timeline.dates.semantics.weekdays import on_weekday

if TYPE_CHECKING:
    from timeline.dates.semantics.meaning import At, Meaning
    from timeline.dates.span import Day

_HOURS = 24

MOST_UNITS = 3000
"""Counts past this many are refused: nobody counts so many units from a day."""

_COUNTED_AS = {Unit.DECADE: (Unit.YEAR, 10), Unit.CENTURY: (Unit.YEAR, 100)}
_QUARTERED: dict[Unit, tuple[Unit, float]] = {
    Unit.DAY: (Unit.DAY, 1),
    Unit.WEEK: (Unit.DAY, 7),
    Unit.MONTH: (Unit.WEEK, 30.436875 / 7),
}
"""What a half of a unit is counted in, and how many of these the unit has; of a month, the mean."""
_TIMEX_LETTERS = {Unit.DECADE: "0Y", Unit.CENTURY: "00Y"}

# How loosely a count is meant, in days: half a unit either side, but a quarter for "a year ago" and the like, since
# what is half a year off would be told in months. "And a half" counts by halves, so it too is off by up to a quarter.
_HALF = {
    Unit.WEEK: 3,
    Unit.MONTH: 15,
    Unit.QUARTER: 45,
    Unit.SEASON: 45,
    Unit.HALF: 91,
    Unit.YEAR: 183,
    Unit.DECADE: 1826,
    Unit.CENTURY: 18262,
}
# Past this many, a vague number of units would be told in the next larger one ("months ago": under two years).
_FEWER_THAN = {Unit.DAY: 30, Unit.WEEK: 26, Unit.MONTH: 24, Unit.QUARTER: 12, Unit.YEAR: 20, Unit.DECADE: 10}
# What is recent is nearer than what is merely so many units ago: "recent months" are of the last year.
_RECENT = {Unit.DAY: 14, Unit.WEEK: 13, Unit.MONTH: 12, Unit.QUARTER: 8, Unit.YEAR: 10, Unit.DECADE: 10}


class Count(NamedTuple):
    """How many: from `low` to `high`; `exact` is None where words are vague ("a few"), else the number.

    `step` is what it was counted by, in its units: half a decade is five years, counted by five.
    """

    low: int
    high: int
    exact: int | None
    step: int = 1


ONE = Count(1, 1, 1)


def number(value: int) -> Count | None:
    """Return an exact count, or None for one that is not counted: 0, or too large."""
    return Count(value, value, value) if 0 < value <= MOST_UNITS else None


def number_range(low: int, high: int) -> Count | None:
    """Return a count between two numbers ("two or three"), or None where they are not in order."""
    return Count(low, high, None) if 0 < low < high <= MOST_UNITS else None


def ago(count: Count, unit: Unit) -> At:
    """So many units before the day of writing."""
    return counted(count, unit, -1)


def hence(count: Count, unit: Unit) -> At:
    """So many units after the day of writing."""
    return counted(count, unit, 1)


def counted(count: Count, unit: Unit, sign: int) -> At:
    """So many units before (sign -1) or after (+1) the day of writing: the calendar's unit there.

    Soundly the count is rounded: half a unit either side of the exact day counts too. A vague count reads as the whole
    stretch that it can mean.
    """

    def at(day: Day, _way: Way) -> Period:
        near = _steps_away(day, count.low, unit, sign, count.step)
        if count.exact is not None:
            return near
        far = _steps_away(day, count.high, unit, sign, count.step)
        early, late = (far, near) if sign < 0 else (near, far)
        return Period(early.first, late.last, early.low, late.high, late.start, early.end, unit, _vague_value(sign))

    return at


def _vague_value(sign: int) -> str:
    return "PAST_REF" if sign < 0 else "FUTURE_REF"


def _steps_away(day: Day, count: int, unit: Unit, sign: int, step: int = 1) -> Period:
    named, times = _COUNTED_AS.get(unit, (unit, 1))
    reading = current(named, day, sign * count * times)
    slack = _HALF.get(unit)
    if slack is None:
        return reading
    if count == 1 and unit != Unit.HALF:
        slack //= 2
    slack *= step
    exact = shifted(day, named, sign * count * times)
    return either(reading, stretch(exact - slack, exact + slack, named))


def ago_to_the_day(count: Count, unit: Unit) -> At:
    """So many units before the day of writing, to the day: "a year ago today"."""
    return lambda day, _way: day_cell(shifted(day, unit, -count.high))


def ago_in(count: Count, unit: Unit, smaller: Unit) -> At:
    """The unit around the day so many units before the day of writing: "three years ago this week"."""
    return lambda day, _way: current(smaller, shifted(day, unit, -count.high))


def about_ago(count: Count, unit: Unit) -> At:
    """About so many units before the day of writing: off by a unit, but before it."""
    count_at = counted(count, unit, -1)

    def at(day: Day, way: Way) -> Period:
        found = count_at(day, way)
        low, high = one_unit_off(found)
        high = max(min(high, day), found.high)
        return found._replace(low=low, high=high, start=high, end=low, approximate=True)

    return at


def longer_ago(count: Count, unit: Unit) -> At:
    """More than so many units before the day of writing, and fewer than one more; `value` names the count."""
    most = count.high + max(1, count.step // 2)
    further = counted(Count(most, most, None, count.step), unit, -1)

    def at(day: Day, way: Way) -> Period:
        first, last = further(day, way).low, shifted(day, unit, -count.low)
        return Period(first, last, first, last, last, first, unit, _steps_away(day, count.low, unit, -1).value)

    return at


def less_than_ago(count: Count, unit: Unit) -> At:
    """Less than so many units before the day of writing; `value` names the count."""

    def at(day: Day, _way: Way) -> Period:
        first = shifted(day, unit, -count.high)
        return Period(first, day, first, day, day, first, unit, _steps_away(day, count.high, unit, -1).value)

    return at


def hours(count: Count, length: float, sign: int) -> At:
    """Hours or minutes (`length` hours each) before or after the writing: that day or those beside it."""
    near, far = int(count.low * length / _HOURS), ceil(count.high * length / _HOURS)
    return lambda day, _way: either(day_cell(day + sign * near), day_cell(day + sign * far))


def last_hours(count: Count, length: float) -> At:
    """Within the last hours or minutes before the writing."""
    days = ceil(count.high * length / _HOURS)
    return lambda day, _way: stretch(day - days, day, Unit.DAY)


def last_units(count: Count, unit: Unit, sign: int = -1) -> At:
    """At some time within the last (sign -1) or next (+1) so many units, up to or from the day of writing.

    "The past year" reads as the year before this; soundly it runs up to the day.
    """
    count_at = counted(count, unit, sign)

    def at(day: Day, way: Way) -> Period:
        far = count_at(day, way) if count.exact != 1 else current(unit, day, sign)
        edge = shifted(day, unit, sign)
        low, high = min(far.low, edge, day), max(far.high, edge, day)
        if count.exact == 1:
            return far._replace(low=low, high=high, start=high, end=low)
        first, last = (far.first, day) if sign < 0 else (day, far.last)
        value = _vague_value(sign)
        if count.exact is not None:
            value = f"P{count.exact}{_TIMEX_LETTERS.get(unit, unit.name[0])}"
        return Period(first, last, low, high, high, low, unit, value)

    return at


def recent_units(unit: Unit) -> At:
    """An unstated number of units up to the day of writing: "recent months"."""
    return last_units(Count(1, _RECENT.get(unit, 10), None), unit)


def coming_units(unit: Unit) -> At:
    """An unstated number of units from the day of writing on: "the coming weeks"."""
    return last_units(Count(1, _RECENT.get(unit, 10), None), unit, 1)


def counted_from(count: Count, unit: Unit, sign: int, base: Meaning) -> At:
    """So many units before or after a date: "two days before Christmas", "a week from Tuesday"."""
    count_at = counted(count, unit, sign)

    def make(found: Period, way: Way) -> Period:
        if unit in (Unit.DAY, Unit.WEEK) and found.unit == Unit.DAY and count.exact is not None:
            days = sign * count.exact * (7 if unit == Unit.WEEK else 1)
            return either(*(day_cell(one + days) for one in (found.first, found.low, found.high)))
        edge = found.first if sign < 0 else found.last
        return either(count_at(edge, way), count_at(found.low, way), count_at(found.high, way))

    return lambda day, way: each(base.at(day, way), lambda found: make(found, way))


def unit_beside(unit: Unit, sign: int, base: Meaning) -> At:
    """The unit just before or after a date: "the week after Easter", "the day before Christmas"."""

    def make(found: Period) -> Period:
        edges = (found.low, found.first) if sign < 0 else (found.high, found.last)
        other = found.start if sign < 0 else found.end
        return either(*(current(unit, one, sign) for one in (edges[1], edges[0], other)))

    return lambda day, way: each(base.at(day, way), make)


def weekday_beside(number: int, sign: int, base: Meaning) -> At:
    """The first such weekday before or after a date: "the Monday after Easter"."""

    def beside(day: Day) -> Period:
        return day_cell(day - 1 - (day - 2 - number) % 7 if sign < 0 else day + 1 + (number - day) % 7)

    def make(found: Period) -> Period:
        days = (found.first, found.low, found.start) if sign < 0 else (found.last, found.high, found.end)
        return on_weekday(number, either(*(beside(one) for one in days)))

    return lambda day, way: each(base.at(day, way), make)


def units_up_to(count: Count, unit: Unit, end: Meaning) -> At:
    """The units that end on a day or with a month: "the nine months ended Sept. 30", "the year to March"."""

    def make(found: Period) -> Period:
        if count.exact is None or found.unit not in (Unit.DAY, Unit.MONTH):
            raise NoSuchDateError("a stretch of units ends on a day or with a month")
        first, low, high = (shifted(one + 1, unit, -count.exact) for one in (found.last, found.end, found.high))
        if count.exact == 1 and (whole := cell(unit, index_of(unit, first)))[:2] == (first, found.last):
            return either(whole, whole._replace(low=low, high=found.high, start=high, end=found.end))
        return Period(first, found.last, low, found.high, high, found.end, unit)

    return lambda day, way: each(end.at(day, Way.PAST if end.floating and way == Way.HABIT else way), make)


def vaguely_ago(unit: Unit) -> At:
    """An unstated number of units before the day of writing: "years ago"."""
    return counted(Count(2, _FEWER_THAN.get(unit, 10), None), unit, -1)


def in_halves(count: Count, unit: Unit) -> tuple[Count, Unit] | None:
    """Return so many units and a half, counted by units that a quarter of it can be told in; None for other units.

    Soundly it is off by up to half of the half, as lengths are (`timeline.dates.length`): a year and a half is 1.25 to
    1.75 years. Of years, decades and centuries it reads as the half-year, or the year, so many back; of what is
    shorter as all that it can be, a week and a half as 8 to 13 days.
    """
    if count.exact is None:
        return None
    if unit in _QUARTERED:
        counted_in, times = _QUARTERED[unit]
        low, high = floor((count.exact + 0.25) * times), ceil((count.exact + 0.75) * times)
        return (Count(low, high, None), counted_in) if high <= MOST_UNITS else None
    if unit == Unit.YEAR:
        total, step, counted_in = 2 * count.exact + 1, 1, Unit.HALF
    elif unit in _COUNTED_AS:
        counted_in, years = _COUNTED_AS[unit]
        total, step = count.exact * years + years // 2, years // 2
    else:
        return None
    return (Count(total, total, total, step), counted_in) if total <= MOST_UNITS else None
