"""Ranges in short: "10-12 March", "March 10-12", "1939-45"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.semantics.frames import Frame, between, from_to
from timeline.dates.semantics.meaning import At, Meaning, day_annual, day_cell, fixed, in_year, nearest
from timeline.dates.semantics.periods import NoSuchDateError, Period, Unit, each
from timeline.dates.span import date_of

if TYPE_CHECKING:
    from timeline.dates.semantics.meaning import Way
    from timeline.dates.span import Day

_CENTURY_YEARS = 100
_WINTER = 3


def short_years(first_year: int, two_digits: int) -> Frame | None:
    """From one year to another written in two digits: "1939-45"."""
    last_year = first_year - first_year % _CENTURY_YEARS + two_digits
    if last_year <= first_year:
        return None
    return from_to(_absolute(fixed(Unit.YEAR, first_year)), _absolute(fixed(Unit.YEAR, last_year)))


def winter(season: int, first_year: int, year_after: int) -> At | None:
    """A winter named by both its years: "the winter of 2018-19"."""
    if season != _WINTER or year_after not in (first_year + 1, (first_year + 1) % _CENTURY_YEARS):
        return None
    return fixed(Unit.SEASON, first_year * 4 + season)


def days_to_date(number: int, date: Meaning) -> Frame:
    """From a day to a date in the same month: "10-12 March 2019"."""
    return from_to(_same_month(number, date), date)


def between_days(number: int, date: Meaning) -> Frame:
    """Between a day and a date in the same month: "between 10 and 12 March"."""
    return between(_same_month(number, date), date)


def days_of_month(month: int, first: int, last: int, year: Meaning | None = None) -> Frame | None:
    """From one day of a month to another: "March 10-12", "March 10 to 12, 2019"."""
    date = _end_of_days(month, first, last, year)
    return None if date is None else days_to_date(first, date)


def between_days_of_month(month: int, first: int, last: int, year: Meaning | None = None) -> Frame | None:
    """Between one day of a month and another: "between March 10 and 12"."""
    date = _end_of_days(month, first, last, year)
    return None if date is None else between_days(first, date)


def _end_of_days(month: int, first: int, last: int, year: Meaning | None) -> Meaning | None:
    end = day_annual(month, last)
    if end is None or first >= last:
        return None
    if year is None:
        return Meaning(nearest(end), deictic=True, floating=False, rules=())
    return Meaning(in_year(end, year), year.deictic, floating=False, rules=())


def _same_month(number: int, date: Meaning) -> Meaning:
    def make(found: Period) -> Period:
        last = date_of(found.first)[2]
        if found.unit != Unit.DAY or number >= last:
            raise NoSuchDateError("it would end before it starts")
        made = day_cell(found.first - last + number)
        low, high = found.low - last + number, found.high - last + number
        return made._replace(low=low, high=high, start=high, end=low)

    def at(day: Day, way: Way) -> Period:
        return each(date.at(day, way), make)

    return Meaning(at, date.deictic, floating=False, rules=())


def _absolute(at: At) -> Meaning:
    return Meaning(at, deictic=False, floating=False, rules=())
