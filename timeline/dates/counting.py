"""What is counted: units before or after the day of writing or another date, and units within a period.

Each function gives a function of the day of writing, as in `timeline.dates.meaning`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.meaning import day_cell
from timeline.dates.periods import NoSuchDateError, Period, Unit, cell, current, either, index_of, shifted, stretch
from timeline.dates.span import weekday

if TYPE_CHECKING:
    from timeline.dates.meaning import At, Meaning, Way
    from timeline.dates.span import Day

MOST_UNITS = 3000
"""Counts past this many are refused: nobody counts so many units from a day."""

_COUNTED_AS = {Unit.DECADE: (Unit.YEAR, 10), Unit.CENTURY: (Unit.YEAR, 100)}
_TIMEX_LETTERS = {Unit.DECADE: "0Y", Unit.CENTURY: "00Y"}

# How loosely a count is meant, in days: half a unit either side, but a quarter for "a year ago" and the like, since
# what is half a year off would be told in months.
_HALF = {
    Unit.WEEK: 3,
    Unit.MONTH: 15,
    Unit.QUARTER: 45,
    Unit.SEASON: 45,
    Unit.YEAR: 183,
    Unit.DECADE: 1826,
    Unit.CENTURY: 18262,
}
# Past this many, a vague number of units would be told in the next larger one ("recent months": under two years).
_FEWER_THAN = {Unit.DAY: 30, Unit.WEEK: 26, Unit.MONTH: 24, Unit.QUARTER: 12, Unit.YEAR: 20, Unit.DECADE: 10}


class Count(NamedTuple):
    """How many: from `low` to `high`; `exact` is None where words are vague ("a few"), else the number."""

    low: int
    high: int
    exact: int | None


ONE = Count(1, 1, 1)


def number(value: int) -> Count | None:
    """Return an exact count, or None for one too large to be counted."""
    return Count(value, value, value) if value <= MOST_UNITS else None


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
        near = _steps_away(day, count.low, unit, sign)
        if count.exact is not None:
            return near
        far = _steps_away(day, count.high, unit, sign)
        early, late = (far, near) if sign < 0 else (near, far)
        return Period(early.first, late.last, early.low, late.high, late.start, early.end, unit, _vague_value(sign))

    return at


def _vague_value(sign: int) -> str:
    return "PAST_REF" if sign < 0 else "FUTURE_REF"


def _steps_away(day: Day, count: int, unit: Unit, sign: int) -> Period:
    named, times = _COUNTED_AS.get(unit, (unit, 1))
    reading = current(named, day, sign * count * times)
    slack = _HALF.get(unit)
    if slack is None:
        return reading
    if count == 1:
        slack //= 2
    exact = shifted(day, named, sign * count * times)
    return either(reading, stretch(exact - slack, exact + slack, named))


def ago_to_the_day(count: Count, unit: Unit) -> At:
    """So many units before the day of writing, to the day: "a year ago today"."""
    return lambda day, _way: day_cell(shifted(day, unit, -count.high))


def longer_ago(count: Count, unit: Unit) -> At:
    """More than so many units before the day of writing, and fewer than one more."""
    exact, further = counted(count, unit, -1), counted(Count(count.high + 1, count.high + 1, None), unit, -1)

    def at(day: Day, way: Way) -> Period:
        found, far = exact(day, way), further(day, way)
        return either(found._replace(approximate=True), stretch(far.low, shifted(day, unit, -count.low), unit))

    return at


def less_than_ago(count: Count, unit: Unit) -> At:
    """Less than so many units before the day of writing."""
    exact = counted(count, unit, -1)

    def at(day: Day, way: Way) -> Period:
        found = exact(day, way)
        return either(found._replace(approximate=True), stretch(found.low, day, unit))

    return at


def small_units(sign: int) -> At:
    """Hours or minutes before or after the writing: the same day, or the one beside it."""
    return lambda day, _way: either(day_cell(day), day_cell(day + sign))


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
    return last_units(Count(1, _FEWER_THAN.get(unit, 10), None), unit)


def coming_units(unit: Unit) -> At:
    """An unstated number of units from the day of writing on: "the coming weeks"."""
    return last_units(Count(1, _FEWER_THAN.get(unit, 10), None), unit, 1)


def counted_from(count: Count, unit: Unit, sign: int, base: Meaning) -> At:
    """So many units before or after a date: "two days before Christmas", "a week from Tuesday"."""
    count_at = counted(count, unit, sign)

    def at(day: Day, way: Way) -> Period:
        found: Period = base.at(day, way)
        if unit in (Unit.DAY, Unit.WEEK) and found.unit == Unit.DAY and count.exact is not None:
            days = sign * count.exact * (7 if unit == Unit.WEEK else 1)
            return either(*(day_cell(one + days) for one in (found.first, found.low, found.high)))
        edge = found.first if sign < 0 else found.last
        return either(count_at(edge, way), count_at(found.low, way), count_at(found.high, way))

    return at


def units_up_to(count: Count, unit: Unit, end: Meaning) -> At:
    """The units that end on a day: "the nine months ended Sept. 30", "the week through Friday"."""

    def at(day: Day, way: Way) -> Period:
        found: Period = end.at(day, way)
        if count.exact is None or found.unit != Unit.DAY:
            raise NoSuchDateError("a stretch of units ends on a day")
        first, low, high = (shifted(one + 1, unit, -count.exact) for one in (found.first, found.low, found.high))
        if count.exact == 1 and (whole := cell(unit, index_of(unit, first)))[:2] == (first, found.last):
            return either(whole, whole._replace(low=low, high=found.high, start=high, end=found.low))
        return Period(first, found.last, low, found.high, high, found.low, unit)

    return at


def first_units(count: Count, unit: Unit, whole: Meaning) -> At:
    """The first so many units of a period: "the first two quarters of 1990"."""
    return _end_units(count, unit, whole, is_last=False)


def final_units(count: Count, unit: Unit, whole: Meaning) -> At:
    """The last so many units of a period: "the last week of March"."""
    return _end_units(count, unit, whole, is_last=True)


def _end_units(count: Count, unit: Unit, whole: Meaning, *, is_last: bool) -> At:
    def at(day: Day, way: Way) -> Period:
        found: Period = whole.at(day, way)
        if count.exact is None or not count.exact or found.unit <= unit:
            raise NoSuchDateError("no such part of that period")
        begin, end = index_of(unit, found.first), index_of(unit, found.last)
        if count.exact > end - begin + 1:
            raise NoSuchDateError("longer than the period it is a part of")
        begin, end = (end - count.exact + 1, end) if is_last else (begin, begin + count.exact - 1)
        made = _of_cells(unit, begin, end)
        if unit == Unit.WEEK:
            # A calendar week may reach over the edge of its month; seven days counted from the edge do not.
            return either(made, stretch(made.first - 6, made.last + 6, unit))
        return made if found.low == found.first and found.high == found.last else either(made, found)

    return at


def _of_cells(unit: Unit, begin: int, end: int) -> Period:
    if begin == end:
        return cell(unit, begin)
    if unit == Unit.QUARTER and (begin % 2, end) == (0, begin + 1):
        return cell(Unit.HALF, begin // 2)
    return stretch(cell(unit, begin).first, cell(unit, end).last, unit)


def nth_unit(count: int, unit: Unit, whole: Meaning) -> At:
    """The nth smaller unit of a period: "the third week of May", "the second quarter of last year"."""

    def at(day: Day, way: Way) -> Period:
        found: Period = whole.at(day, way)
        index = index_of(unit, found.first) + count - 1
        if found.unit <= unit or index > index_of(unit, found.last) or not count:
            raise NoSuchDateError("no such part of that period")
        if unit != Unit.WEEK:
            made = cell(unit, index)
            return made if found.low == found.first and found.high == found.last else either(made, found)
        # Weeks of a month are counted from its first day, or by the calendar's weeks.
        first = found.first + 7 * (count - 1)
        if first > found.last:
            raise NoSuchDateError("no such week of that period")
        low, high = first - 6, first + 12
        made = Period(first, first + 6, low, high, high, low, unit)
        return made if found.low == found.first and found.high == found.last else either(made, found)

    return at


def nth_weekday(count: int, weekday_number: int, month: Meaning) -> At:
    """The nth such weekday of a month, the last where `count` is -1: "the second Tuesday of March"."""

    def at(day: Day, way: Way) -> Period:
        found: Period = month.at(day, way)
        if found.unit != Unit.MONTH:
            raise NoSuchDateError("weekdays are counted in a month")
        if count < 0:
            one = found.last - (weekday(found.last) - weekday_number) % 7
        else:
            one = found.first + (weekday_number - weekday(found.first)) % 7 + 7 * (count - 1)
        if not found.first <= one <= found.last:
            raise NoSuchDateError("no such weekday in that month")
        made = day_cell(one)
        return made if found.low == found.first and found.high == found.last else either(made, found)

    return at
