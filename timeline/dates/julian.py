"""Old style and new style: days of the Julian calendar, which most of Orthodox Europe counted by until after 1900.

A date in old style is as many days behind the same day in new style, the Gregorian calendar, as the two have come
apart: ten from 1582, eleven from 1700, twelve from 1800, thirteen from 1900 (each time from the leap day that only the
Julian calendar has).
"""

from __future__ import annotations

from timeline.dates.span import Day, date_of, days_in_month

_FIRST_DAY = -1
"""The first day of the year 1 of the Julian calendar, as a day count (which is Gregorian)."""
_DAYS_IN_FOUR_YEARS = 1461
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_FEBRUARY, _LEAP_DAY = 2, 29


def day_of_julian(year: int, month: int, day: int) -> Day:
    """Return the day count of a date of the Julian calendar; `year` may be any integer (0 is 1 BC).

    Raises ValueError for a month or day that the calendar does not have.
    """
    is_leap = year % 4 == 0
    longest = _LEAP_DAY if is_leap and month == _FEBRUARY else days_in_month(1, month) if 1 <= month <= 12 else 0  # noqa: PLR2004
    if not 1 <= day <= longest:
        message = f"the Julian calendar has no {year:04d}-{month:02d}-{day:02d}"
        raise ValueError(message)
    cycles, within = divmod(year - 1, 4)
    days = cycles * _DAYS_IN_FOUR_YEARS + within * 365 + _DAYS_BEFORE[month - 1] + day - 1
    return _FIRST_DAY + days + (1 if is_leap and month > _FEBRUARY else 0)


def in_new_style(day: Day) -> Day:
    """Return the day that old style calls by the date that `day` has in new style."""
    return day_of_julian(*date_of(day))


def called_in_old_style(day: Day) -> Day:
    """Return the day that has in new style the date by which old style calls `day`.

    29 February of 1700, 1800 and their like, which new style does not have, is the day before that.
    """
    named = day - (in_new_style(day) - day)
    while in_new_style(named) > day:
        named -= 1
    while in_new_style(named + 1) <= day:
        named += 1
    return named
