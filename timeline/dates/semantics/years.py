"""Years, decades, quarters and units, from the values of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.matching import sure
from timeline.dates.semantics.holidays import Holiday, holiday_annual
from timeline.dates.semantics.meaning import (
    Annual,
    At,
    Meaning,
    Way,
    day_annual,
    fixed,
    from_now,
    nearest,
    part_annual,
)
from timeline.dates.semantics.parts import earlier_in, part, rest_of
from timeline.dates.semantics.periods import (
    NoSuchDateError,
    Period,
    Unit,
    cell,
    current,
    each,
    either,
    one_of,
    week_around,
)
from timeline.dates.span import Day, date_of, day_of

if TYPE_CHECKING:
    from collections.abc import Callable

_CENTURY_YEARS = 100
_OPEN_ERA = 20
_MONTHS, _LEAP_YEAR = 12, 2000
_QUARTERS, _HALVES = range(1, 5), range(1, 3)
_SATURDAY_OFFSET = 6


@sure
def same(value: Meaning) -> Meaning:
    """Return a part as it is: for a rule that only drops words."""
    return value


# Days by number.


def month_day(month: int, day: int) -> Annual | None:
    """A day of a month, each year: "March 10"."""
    return day_annual(month, day)


def day_month(day: int, month: int) -> Annual | None:
    """A day of a month, each year: "10 March"."""
    return day_annual(month, day)


def in_numbers(one: int, two: int, year: int) -> At | None:
    """A date in numbers, month or day first; soundly both where both could be."""
    if year < _CENTURY_YEARS:
        return None
    days = {day for day in (_day_or_none(year, one, two), _day_or_none(year, two, one)) if day is not None}
    if not days:
        return None
    low, high = min(days), max(days)
    if low == high:
        return fixed(Unit.DAY, low)
    both = one_of(*(cell(Unit.DAY, day)._replace(uncertain=True) for day in (low, high)))
    return lambda _day, _way: both._replace(last=high, value=None, edtf=None)


def in_numbers_short(one: int, two: int, two_digits: int) -> At | None:
    """The same with a year of two digits: the latest such that has begun by the day of writing."""
    if two_digits >= _CENTURY_YEARS or in_numbers(one, two, _LEAP_YEAR) is None:
        return None
    year_at = short_year(two_digits)

    def at(day: Day, way: Way) -> Period:
        found = in_numbers(one, two, date_of(year_at(day, way).first)[0])
        if found is None:
            raise NoSuchDateError("no such day in that year")
        return found(day, way)

    return at


def slashed(one: int, two: int) -> Annual | None:
    """A day of a month in numbers, where only one of the two can be the month: "3/14"."""
    found = [annual for annual in (day_annual_or_none(one, two), day_annual_or_none(two, one)) if annual is not None]
    return found[0] if len(found) == 1 or (found and one == two) else None


def day_annual_or_none(month: int, day: int) -> Annual | None:
    """Return a day of a month, None where there is no such month."""
    return day_annual(month, day) if 1 <= month <= _MONTHS else None


def year_first(year: int, month: int, day: int) -> At | None:
    """A date with the year first: "2019 March 14"."""
    found = _day_or_none(year, month, day)
    return None if found is None else fixed(Unit.DAY, found)


def _day_or_none(year: int, month: int, day: int) -> Day | None:
    try:
        return day_of(year, month, day)
    except ValueError:
        return None


# Years and longer.


@sure
def year(number: int) -> At:
    """A year by its number."""
    return fixed(Unit.YEAR, number)


def short_year(two_digits: int) -> At:
    """A year of two digits: the latest such that has begun by the day of writing."""

    def at(day: Day, _way: Way) -> Period:
        this_year = date_of(day)[0]
        return cell(Unit.YEAR, this_year - (this_year - two_digits) % _CENTURY_YEARS)

    return at


def decade(first_year: int) -> At:
    """A decade by its first year; a century for "the 1800s", soundly the decade too."""
    if first_year % _CENTURY_YEARS:
        return fixed(Unit.DECADE, first_year // 10)
    return fixed(Unit.CENTURY, first_year // _CENTURY_YEARS)


def era(two_digits: int) -> At:
    """A decade of two digits, "the '80s": of the twentieth century, but for the 00s and 10s."""
    if two_digits < _OPEN_ERA:
        return fixed(Unit.DECADE, 200 + two_digits // 10)
    if two_digits > _OPEN_ERA:
        return fixed(Unit.DECADE, 190 + two_digits // 10)
    early, late = cell(Unit.DECADE, 192), cell(Unit.DECADE, 202)
    return lambda _day, _way: one_of(early, late)


def century(ordinal: int) -> At | None:
    """A century by its ordinal."""
    return fixed(Unit.CENTURY, ordinal - 1) if 1 < ordinal < _CENTURY_YEARS else None


# Quarters and halves.


def quarter(ordinal: int) -> Annual | None:
    """A quarter of each year, by its ordinal."""
    return part_annual(Unit.QUARTER, ordinal - 1) if ordinal in _QUARTERS else None


def half_year(ordinal: int) -> Annual | None:
    """A half of each year, by its ordinal."""
    return part_annual(Unit.HALF, ordinal - 1) if ordinal in _HALVES else None


def last_half() -> Annual:
    """The second half of each year."""
    return part_annual(Unit.HALF, 1)


# Units from the day of writing.


def the_unit(unit: Unit) -> At | None:
    """A unit with "the" alone: the running one; the last weekend."""
    if unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        return from_now(unit, 0)
    return past_weekend if unit == Unit.WEEKEND else None


def past_weekend(day: Day, way: Way) -> Period:
    """The last weekend that has begun; the next, for what was still to come."""
    return current(Unit.WEEKEND, day) if way == Way.UPCOMING else cell(Unit.WEEKEND, (day - _SATURDAY_OFFSET) // 7)


def this_unit(unit: Unit) -> At:
    """The running unit; "this weekend" is the one to come, or soundly the one just over."""
    if unit == Unit.WEEKEND:
        return lambda day, way: one_of(current(unit, day), past_weekend(day, way))
    return from_now(unit, 0)


def running(unit: Unit) -> Meaning:
    """The unit of the day of writing, as a part of other meanings."""
    return Meaning(from_now(unit, 0), deictic=True, floating=False, rules=())


def rest_of_running(unit: Unit) -> At:
    """What of the running unit was to come."""
    return rest_of(running(unit))


def passed_of_running(unit: Unit) -> At:
    """What of the running unit had passed: "so far this year"."""
    return earlier_in(running(unit))


def past_unit(unit: Unit) -> At | None:
    """The unit just over: "this past week"."""
    return past_weekend if unit == Unit.WEEKEND else last_unit(unit)


def last_unit(unit: Unit) -> At | None:
    """The unit before the running one."""
    return None if unit == Unit.DAY else from_now(unit, -1)


def next_unit(unit: Unit) -> At | None:
    """The unit after the running one; "next weekend" soundly the coming one."""
    if unit == Unit.WEEKEND:
        return lambda day, _way: one_of(current(unit, day, 1), current(unit, day))
    return None if unit == Unit.DAY else from_now(unit, 1)


def unit_before_last(unit: Unit) -> At:
    """The unit two before the running one."""
    return from_now(unit, -2)


def unit_after_next(unit: Unit) -> At:
    """The unit two after the running one."""
    return from_now(unit, 2)


def week(shift: int) -> Callable[[], At]:
    """The week `shift` weeks from the running one."""
    return lambda: from_now(Unit.WEEK, shift)


def years_away(shift: int) -> Callable[[], At]:
    """The year `shift` years from the running one."""
    return lambda: from_now(Unit.YEAR, shift)


def holiday_week(holiday: Holiday) -> At:
    """The week of the nearest such holiday; soundly the week before it too ("Easter week")."""
    near = nearest(holiday_annual(holiday))

    def make(found: Period) -> Period:
        around = either(week_around(found.first), week_around(found.low), week_around(found.high))
        return around._replace(low=around.low - 7, end=around.end - 7)

    return lambda day, way: each(near(day, way), make)


def part_of_running(kind: str, unit: Unit) -> At:
    """A part of the running unit: "midweek"."""
    return part(kind, running(unit))


def edge_of_this_year(kind: str) -> At:
    """The end (or the beginning) of the year of writing: "year-end"."""
    return part(kind, running(Unit.YEAR))
