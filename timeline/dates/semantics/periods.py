"""Calendar units and the periods made of them: the arithmetic that stated dates rest on, in any language.

A unit's cells are numbered, so that "last month" is `index_of(MONTH, day) - 1` and `cell` turns a number back into
days. A `Period` keeps the usual reading (`first`..`last`) beside the sound hull (`low`..`high`) of every common
convention; `start` is the latest day on which the period can begin and `end` the earliest on which it can be over,
so that "before" and "after" it are sound too. Where conventions leave open which of a few is meant, `candidates` are
those, each by itself: nothing between them is meant.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.span import Day, date_of, day_of, days_in_month, iso, weekday

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_YEAR, LAST_YEAR = 1, 9998
"""The years that stated dates are read in: those that TIMEX3 and EDTF write in four digits, with room for one more."""

MOST_CANDIDATES = 16
"""How many periods words may leave open between; of more only the hull is kept."""


class Unit(IntEnum):
    """A calendar unit, from fine to coarse."""

    DAY = 0
    WEEK = 1
    WEEKEND = 2
    MONTH = 3
    QUARTER = 4
    SEASON = 5
    HALF = 6
    YEAR = 7
    DECADE = 8
    CENTURY = 9


class Period(NamedTuple):
    """What an expression means, said on one day; see the module's docstring. All bounds are days, inclusive.

    `value` is the reading as TIMEX3 and `edtf` as EDTF (None: derive it from the days). `candidates`, where there are
    any, are two or more; the first is what it reads as. What is made of such a period is made of `each` of them.
    """

    first: Day
    last: Day
    low: Day
    high: Day
    start: Day
    end: Day
    unit: Unit
    value: str | None = None
    edtf: str | None = None
    approximate: bool = False
    uncertain: bool = False
    candidates: tuple[Period, ...] = ()

    @property
    def has_time(self) -> bool:
        """Whether it is a time of a day."""
        return self.unit == Unit.DAY and self.value is not None and "T" in self.value


MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_SEASON_CODES = ("SP", "SU", "FA", "WI")
_DAYS_IN_WEEK, _SATURDAY, _SUNDAY = 7, 5, 6
_LAST_SEASON = 3

# Equinox and solstice wander by a day or two with the year and the time zone: the latest first day of each season of
# the sky, and its latest last day (as `edtf.span` has them).
_SKY_STARTS = ((3, 21), (6, 22), (9, 24), (12, 22))
_SKY_ENDS = ((6, 21), (9, 23), (12, 21), (3, 21))


class NoSuchDateError(ValueError):
    """A date that the calendar does not have, or outside the years that are read."""


def index_of(unit: Unit, day: Day) -> int:
    """Return the number of the unit's cell that holds a day (weeks from Monday, meteorological seasons)."""
    if unit == Unit.DAY:
        return day
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return (day - 1) // _DAYS_IN_WEEK
    year, month, _ = date_of(day)
    count = year * 12 + month - 1
    if unit == Unit.SEASON:
        return (count - 2) // 3
    return count // MONTHS_IN[unit]


@lru_cache(maxsize=8192)
def cell(unit: Unit, index: int) -> Period:
    """Return the period that a unit's numbered cell is.

    Raises NoSuchDateError for one that reaches outside the years 1 to 9998.
    """
    if unit == Unit.DAY:
        year = date_of(index)[0]
        _check(year)
        text = iso(index)
        return Period(index, index, index, index, index, index, unit, text, text)
    if unit in (Unit.WEEK, Unit.WEEKEND):
        monday = index * _DAYS_IN_WEEK + 1
        return _week(monday) if unit == Unit.WEEK else _weekend(monday)
    if unit == Unit.SEASON:
        return _season(index // 4, index % 4)
    months = MONTHS_IN[unit]
    year, month = divmod(index * months, 12)
    _check(year if unit < Unit.DECADE else max(year, FIRST_YEAR))
    first = day_of(max(year, FIRST_YEAR), month + 1)
    last = _month_start(index * months + months) - 1
    # "The 20th century" runs from 1900 or from 1901, to 1999 or 2000: both are in use.
    slack = 12 if unit == Unit.CENTURY else 0
    start, high = _month_start(index * months + slack), _month_start(index * months + months + slack) - 1
    value, edtf = _names(unit, index, year, month)
    return Period(first, last, first, high, max(start, first), last, unit, value, edtf)


def _check(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NoSuchDateError("outside the years 1 to 9998")


def _month_start(count: int) -> Day:
    return day_of(count // 12, count % 12 + 1)


def _names(unit: Unit, index: int, year: int, month: int) -> tuple[str, str]:
    if unit == Unit.MONTH:
        text = f"{year:04d}-{month + 1:02d}"
        return text, text
    if unit == Unit.QUARTER:
        return f"{year:04d}-Q{index % 4 + 1}", f"{year:04d}-{33 + index % 4}"
    if unit == Unit.HALF:
        return f"{year:04d}-H{index % 2 + 1}", f"{year:04d}-{40 + index % 2}"
    if unit == Unit.YEAR:
        return f"{year:04d}", f"{year:04d}"
    return (f"{index:03d}", f"{index:03d}X") if unit == Unit.DECADE else (f"{index:02d}", f"{index:02d}XX")


def _week(monday: Day) -> Period:
    """Return a week by its Monday; by the other convention it began on the Sunday before, and ended on Saturday."""
    year, number = iso_week(monday)
    _check(year)
    sunday = monday + 6
    return Period(monday, sunday, monday - 1, sunday, monday, sunday - 1, Unit.WEEK, f"{year:04d}-W{number:02d}")


def _weekend(monday: Day) -> Period:
    year, number = iso_week(monday)
    _check(year)
    first, last = monday + _SATURDAY, monday + _SUNDAY
    return Period(first, last, first, last, first, last, Unit.WEEKEND, f"{year:04d}-W{number:02d}-WE")


def _season(year: int, number: int) -> Period:
    """Return a season, spring being 0 and winter 3: the calendar's (March to May, ...) hulled with the sky's.

    A winter is numbered by the year it begins in.
    """
    _check(year)
    first = day_of(year, 3 * number + 3)
    last = _month_start(year * 12 + 3 * number + 5) - 1
    sky_start = day_of(year, *_SKY_STARTS[number])
    sky_end = day_of(year + 1 if number == _LAST_SEASON else year, *_SKY_ENDS[number])
    value, edtf = f"{year:04d}-{_SEASON_CODES[number]}", f"{year:04d}-{21 + number}"
    return Period(first, last, first, sky_end, sky_start, last, Unit.SEASON, value, edtf)


def iso_week(day: Day) -> tuple[int, int]:
    """Return ISO 8601's year and week number of a day."""
    thursday = day - weekday(day) + 3
    year = date_of(thursday)[0]
    return year, (thursday - day_of(year)) // _DAYS_IN_WEEK + 1


def week_around(day: Day, shift: int = 0) -> Period:
    """Return the week that holds a day, moved by `shift` weeks: from Monday as read, from Sunday or Monday in the hull.

    On a Sunday the two conventions disagree by a whole week.
    """
    week = cell(Unit.WEEK, index_of(Unit.WEEK, day) + shift)
    if weekday(day) != _SUNDAY:
        return week
    sunday = week.last
    return week._replace(low=week.first, high=sunday + 6, start=sunday, end=sunday)


def current(unit: Unit, day: Day, shift: int = 0) -> Period:
    """Return the unit's period that holds a day, moved by `shift` units."""
    if unit == Unit.WEEK:
        return week_around(day, shift)
    return cell(unit, index_of(unit, day) + shift)


def either(reading: Period, *others: Period) -> Period:
    """Return a period that reads as the first and whose sound hull holds them all, and all days between them."""
    every = (reading, *others)
    return reading._replace(
        low=min(one.low for one in every),
        high=max(one.high for one in every),
        start=max(one.start for one in every),
        end=min(one.end for one in every),
        candidates=(),
    )


def one_of(reading: Period, *others: Period) -> Period:
    """Return a period that reads as the first and soundly is one of them all, with nothing between them."""
    every = tuple(dict.fromkeys(single for one in (reading, *others) for single in one.candidates or (one,)))
    whole = either(reading, *others)
    return whole._replace(candidates=every) if 1 < len(every) <= MOST_CANDIDATES else whole


def each(found: Period, make: Callable[[Period], Period]) -> Period:
    """Make something of a period: where it is one of several, of each of those of which it can be made.

    Raises NoSuchDateError where it cannot be made of what is read.
    """
    if not found.candidates:
        return make(found)
    made = [make(found.candidates[0])]
    for other in found.candidates[1:]:
        try:
            made.append(make(other))
        except NoSuchDateError:
            continue
    return one_of(*made)


def stretch(first: Day, last: Day, unit: Unit, value: str | None = None) -> Period:
    """Return a period from one day to another, read and sound alike."""
    return Period(first, last, first, last, first, last, unit, value)


_LONGEST = {
    Unit.DAY: 1,
    Unit.WEEK: 7,
    Unit.WEEKEND: 3,
    Unit.MONTH: 31,
    Unit.QUARTER: 92,
    Unit.SEASON: 94,
    Unit.HALF: 184,
    Unit.YEAR: 366,
    Unit.DECADE: 3653,
    Unit.CENTURY: 36525,
}


def is_several(period: Period) -> bool:
    """Whether a period is longer than one of its units can be: "the past 15 years"."""
    return period.last - period.first >= _LONGEST.get(period.unit, 1)


def add_months(day: Day, count: int) -> Day:
    """Return the same day of the month `count` months on, or the month's last where it has no such day."""
    year, month, number = date_of(day)
    year, month = divmod(year * 12 + month - 1 + count, 12)
    _check(year)
    return day_of(year, month + 1, min(number, days_in_month(year, month + 1)))


def shifted(day: Day, unit: Unit, count: int) -> Day:
    """Return the day `count` units on (months and longer keep the day of the month)."""
    if unit == Unit.DAY:
        return day + count
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return day + _DAYS_IN_WEEK * count
    return add_months(day, count * MONTHS_IN.get(unit, 3))
