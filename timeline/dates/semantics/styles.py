"""Dates in old style, and in both styles at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.julian import called_in_old_style, day_of_julian, in_new_style
from timeline.dates.semantics.meaning import Annual, At, Meaning, Way, fixed, in_year
from timeline.dates.semantics.periods import NoSuchDateError, Period, Unit, cell, each
from timeline.dates.span import Day, day_of, iso

if TYPE_CHECKING:
    from collections.abc import Callable

_DIFFERENCES = range(10, 15)
"""By how many days of a leap year the two styles can differ, from 1582 to 2100."""
_LEAP_YEAR, _DAYS_IN_LEAP_YEAR = 2000, 366


def old_style(date: Meaning, _style: object = None) -> At:
    """A date by the Julian calendar: "28 February 1893 (O.S.)" is 12 March. Years count from 1 January."""

    def at(day: Day, way: Way) -> Period:
        return each(date.at(called_in_old_style(day), way), _in_new_style)

    return at


def old_day(day: int, month: int, year: int, _style: object = None) -> At | None:
    """A day of old style by its numbers: "29 February 1900 (O.S.)", which new style does not have."""
    try:
        return fixed(Unit.DAY, day_of_julian(year, month, day))
    except ValueError:
        return None


def old_day_month_first(month: int, day: int, year: int, _style: object = None) -> At | None:
    """The same, the month first."""
    return old_day(day, month, year)


def old_style_of_year(annual: Annual, _style: object, year: Meaning) -> At:
    """The same with the year after it: «28 февраля ст. ст. 1893 года»."""
    return old_style(Meaning(in_year(annual, year), year.deictic, year.floating, ()))


def new_style(date: Meaning, _style: object = None) -> At:
    """A date said to be by the Gregorian calendar."""
    return date.at


def _in_new_style(found: Period) -> Period:
    """Return the days that old style calls by the dates that a period has in new style."""
    if found.unit == Unit.DAY and found.first == found.last:
        low, high, start, end = map(in_new_style, found[2:6])
        first = in_new_style(found.first)
        value = found.value and iso(first) + found.value[found.value.find("T") :] if found.has_time else iso(first)
        return found._replace(
            first=first, last=first, low=low, high=high, start=start, end=end, value=value, edtf=iso(first)
        )
    # What ends, ends on the eve of what follows: February 1900 has a day more than in new style.
    first, low, start = map(in_new_style, (found.first, found.low, found.start))
    last, high, end = (in_new_style(day + 1) - 1 for day in (found.last, found.high, found.end))
    return Period(first, last, low, high, start, end, found.unit, None, None, found.approximate, found.uncertain)


def both_styles(day: int, month: int, other: int, other_month: int) -> Annual | None:
    """A day of each year in both styles, whichever first: "28 February (12 March)", "5/18 January".

    Where the two are not as far apart as the styles were in that year, there is no such day. None where they never are.
    """
    pairs = ((day, month, other, other_month), (other, other_month, day, month))
    found = [pair for pair in pairs if _apart(*pair) in _DIFFERENCES]
    if not found:
        return None
    old_day, old_month, new_day, new_month = found[0]

    def of(year: int) -> Period:
        new = _day(day_of, year, new_month, new_day)
        old = _day(day_of_julian, year - (1 if old_month > new_month else 0), old_month, old_day)
        if old != new:
            message = f"old and new style were {in_new_style(new) - new} days apart in {year}, and these are not"
            raise NoSuchDateError(message)
        return cell(Unit.DAY, new)

    return Annual(of, follows=True)


def both_styles_of_month(day: int, other: int, month: int) -> Annual | None:
    """The same in one month: "5/18 January", "18 (5) January"."""
    return both_styles(day, month, other, month)


def both_styles_month_first(month: int, day: int, other: int) -> Annual | None:
    """The same, the month first: "January 5/18"."""
    return both_styles(day, month, other, month)


def both_styles_months_first(month: int, day: int, other_month: int, other: int) -> Annual | None:
    """The same in two months, each first: "February 28/March 12"."""
    return both_styles(day, month, other, other_month)


def _apart(day: int, month: int, other: int, other_month: int) -> int:
    """Return how many days a day of the year is before another, in a year that has a leap day; 0 for no days."""
    try:
        first, last = (
            day_of(_LEAP_YEAR, each_month, each_day) for each_month, each_day in ((month, day), (other_month, other))
        )
    except ValueError:
        return 0
    return (last - first) % _DAYS_IN_LEAP_YEAR


def _day(count: Callable[[int, int, int], Day], year: int, month: int, day: int) -> Day:
    try:
        return count(year, month, day)
    except ValueError as error:
        raise NoSuchDateError(str(error)) from error
