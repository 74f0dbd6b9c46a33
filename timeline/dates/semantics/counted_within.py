"""Units counted within a period: its first three months, its second week, its last Friday, its 10th day.

Each function gives a function of the day of writing, as in `timeline.dates.semantics.meaning`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.missing import no_such_day
from timeline.dates.semantics.meaning import Way, day_cell
from timeline.dates.semantics.periods import (
    NoSuchDateError,
    Period,
    Unit,
    cell,
    current,
    each,
    either,
    index_of,
    is_several,
    stretch,
)
from timeline.dates.span import date_of, days_in_month, weekday

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.dates.semantics.counting import Count
    from timeline.dates.semantics.meaning import At, Meaning
    from timeline.dates.span import Day


_LEAP_YEAR = 2000


def in_each(whole: Meaning, day: Day, way: Way, make: Callable[[Period], Period]) -> Period:
    """Make a part of a period, and soundly of each period that may be meant instead."""
    return each(whole.at(day, way), lambda found: _made_in(found, whole, day, way, make))


def _made_in(found: Period, whole: Meaning, day: Day, way: Way, make: Callable[[Period], Period]) -> Period:
    made = make(found)
    if is_several(found):  # where its units begin moves with the day of writing, by steps: soundly any of its days
        return Period(made.first, made.last, found.low, found.high, found.high, found.low, found.unit)
    if found.unit == Unit.WEEK:
        return either(made, found) if found.unit != made.unit else made
    if found.end >= found.first and found.start <= found.last:
        return made
    if whole.floating and way == Way.HABIT:
        return either(made, make(whole.at(day, Way.PAST if found.end < found.first else Way.FUTURE)))
    return either(made, *(make(current(found.unit, one)) for one in (found.low, found.start)))


def first_units(count: Count, unit: Unit, whole: Meaning) -> At:
    """The first so many units of a period: "the first two quarters of 1990"."""
    return lambda day, way: in_each(whole, day, way, lambda found: _end_units(found, count, unit, is_last=False))


def final_units(count: Count, unit: Unit, whole: Meaning) -> At:
    """The last so many units of a period: "the last week of March"."""
    return lambda day, way: in_each(whole, day, way, lambda found: _end_units(found, count, unit, is_last=True))


def _end_units(found: Period, count: Count, unit: Unit, *, is_last: bool) -> Period:
    if not count.exact or found.unit <= unit:
        raise NoSuchDateError("no such part of that period")
    begin, end = index_of(unit, found.first), index_of(unit, found.last)
    if count.exact > end - begin + 1:
        raise NoSuchDateError("longer than the period it is a part of")
    if unit == Unit.WEEK:
        return _weeks_of(found, 7 * (count.exact - 1), is_last=is_last)
    begin, end = (end - count.exact + 1, end) if is_last else (begin, begin + count.exact - 1)
    return _of_cells(unit, begin, end)


def _weeks_of(found: Period, days: int, *, is_last: bool = False, skipped: int = 0) -> Period:
    """Weeks at the start or end of a period: its first (last) seven days and `days` more, `skipped` days in.

    Soundly also the calendar's weeks, from Sunday or Monday, those that it holds whole or those that reach into it.
    """
    if is_last:
        first, last = found.last - 6 - days, found.last
        ends = [last, *(last + (final - weekday(last)) % 7 for final in (5, 6))]
        ends += [one - 7 for one in ends[1:] if one != last]
        return Period(first, last, min(ends) - 6 - days, max(ends), max(ends) - 6 - days, min(ends), Unit.WEEK)
    first = found.first
    starts = [first, *(first - (weekday(first) - initial) % 7 for initial in (0, 6))]
    starts += [one + 7 for one in starts[1:] if one != first]
    low, high = min(starts) + skipped, max(starts) + skipped
    first += skipped
    return Period(first, first + 6 + days, low, high + 6 + days, high, low + 6 + days, Unit.WEEK)


def _of_cells(unit: Unit, begin: int, end: int) -> Period:
    if begin == end:
        return cell(unit, begin)
    if unit == Unit.QUARTER and (begin % 2, end) == (0, begin + 1):
        return cell(Unit.HALF, begin // 2)
    return stretch(cell(unit, begin).first, cell(unit, end).last, unit)


def nth_unit(count: int, unit: Unit, whole: Meaning) -> At:
    """The nth smaller unit of a period: "the third week of May", "the second quarter of last year"."""

    def make(found: Period) -> Period:
        index = index_of(unit, found.first) + count - 1
        if found.unit <= unit or not index_of(unit, found.first) <= index <= index_of(unit, found.last):
            raise NoSuchDateError("no such part of that period")
        return _weeks_of(found, 0, skipped=7 * (count - 1)) if unit == Unit.WEEK else cell(unit, index)

    return lambda day, way: in_each(whole, day, way, make)


def nth_weekday(count: int, weekday_number: int, month: Meaning) -> At:
    """The nth such weekday of a month, the last where `count` is -1: "the second Tuesday of March"."""

    def make(found: Period) -> Period:
        if found.unit != Unit.MONTH:
            raise NoSuchDateError("weekdays are counted in a month")
        if count < 0:
            one = found.last - (weekday(found.last) - weekday_number) % 7
        else:
            one = found.first + (weekday_number - weekday(found.first)) % 7 + 7 * (count - 1)
        if not found.first <= one <= found.last:
            raise NoSuchDateError("no such weekday in that month")
        return day_cell(one)

    return lambda day, way: in_each(month, day, way, make)


def nth_day(number: int, month: Meaning) -> At:
    """A day by its number in a month: "the 10th of last month"."""

    def make(found: Period) -> Period:
        if found.unit != Unit.MONTH:
            raise NoSuchDateError("a day has its number in a month")
        if not 1 <= number <= found.last - found.first + 1:
            year, named, _ = date_of(found.first)
            in_any_year = month.floating and number > days_in_month(_LEAP_YEAR, named)
            raise NoSuchDateError(no_such_day(number, named, None if in_any_year else year))
        return day_cell(found.first + number - 1)

    return lambda day, way: in_each(month, day, way, make)
