"""Weekdays, the weeks around them, and days known by their number in a month.

Each function gives a function of the day of writing, as in `timeline.dates.semantics.meaning`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.semantics.meaning import PAST_BIAS, Way, day_cell
from timeline.dates.semantics.periods import (
    MOST_CANDIDATES,
    NoSuchDateError,
    Period,
    Unit,
    cell,
    current,
    each,
    either,
    index_of,
    one_of,
    week_around,
)
from timeline.dates.span import Day, weekday

if TYPE_CHECKING:
    from timeline.dates.semantics.meaning import At, Meaning

_DAYS_OF_MONTHS = range(1, 32)
_SIX_DAYS = 6


def _on_or_before(day: Day, number: int) -> Day:
    return day - (weekday(day) - number) % 7


def nearest_weekday(number: int) -> At:
    """The last such day, today included, but tomorrow rather than six days ago; the next, for what was to come.

    AP's style names weekdays within seven days before or after the day of writing. In 256 articles of TimeBank and
    AQUAINT those of the past are meant, tomorrow aside.
    """

    def at(day: Day, way: Way) -> Period:
        past = _on_or_before(day, number)
        if way == Way.PAST or (way == Way.HABIT and day - past != _SIX_DAYS):
            return day_cell(past)
        if way == Way.HABIT:
            return one_of(day_cell(past + 7), day_cell(past))
        if past == day:
            return one_of(day_cell(day), day_cell(day + 7)) if way == Way.UPCOMING else day_cell(day)
        return day_cell(past + 7)

    return at


def _in_week(day: Day, number: int, shift: int) -> tuple[Period, Period]:
    """Return a weekday of the week `shift` weeks on, for weeks from Monday and from Sunday."""
    from_monday = day - weekday(day) + 7 * shift + number
    from_sunday = day - (weekday(day) + 1) % 7 + 7 * shift + (number + 1) % 7
    return day_cell(from_monday), day_cell(from_sunday)


def last_weekday(number: int) -> At:
    """The most recent before today, or that of last week."""
    return lambda day, _way: one_of(day_cell(_on_or_before(day - 1, number)), *_in_week(day, number, -1))


def past_weekday(number: int) -> At:
    """The most recent before today: "this past Sunday"."""
    return lambda day, _way: day_cell(_on_or_before(day - 1, number))


def next_weekday(number: int) -> At:
    """The first after today, or that of next week."""
    return lambda day, _way: one_of(day_cell(_on_or_before(day + 7, number)), *_in_week(day, number, 1))


def coming_weekday(number: int) -> At:
    """The first after today: "this coming Sunday"."""
    return lambda day, _way: day_cell(_on_or_before(day + 7, number))


def this_weekday(number: int) -> At:
    """The first from today on, or that of this week."""
    return lambda day, _way: one_of(day_cell(_on_or_before(day + 6, number)), *_in_week(day, number, 0))


def weekday_in(number: int, week: Meaning) -> At:
    """The weekday of a week: "Tuesday of last week"."""

    def at(day: Day, way: Way) -> Period:
        found: Period = week.at(day, way)
        if found.unit != Unit.WEEK:
            raise NoSuchDateError("a weekday has its place in a week")
        return on_weekday(number, either(day_cell(found.first + number), found))

    return at


def on_weekday(number: int, found: Period) -> Period:
    """Return a period that is soundly a day, known to be such a weekday: one of those within it."""
    first = found.low + (number - weekday(found.low)) % 7
    days = range(first, found.high + 1, 7)
    if len(days) > MOST_CANDIDATES or found.first not in days:
        return found
    return one_of(day_cell(found.first), *(day_cell(one) for one in days))


def checked_weekday(number: int, date: Meaning) -> At:
    """A date with its weekday, which helps to find the year; where the two disagree, one is a slip: uncertain.

    Soundly it is then a day within three of the date, so near that the weekday is right there; or, where the words
    leave the year open, the date in the year before or after, if it has that weekday. Such another year is read only
    if it is about as near as the one that is usually meant: a slip is likelier than a date told a year off.
    """

    def at(day: Day, way: Way) -> Period:
        found: Period = date.at(day, way)
        if found.unit != Unit.DAY:
            raise NoSuchDateError("a weekday is of a day")
        told = found.candidates or (found,)
        as_read = told if found.first != found.last else (found,)  # it may read as any of its candidates
        fitting = [one for one in as_read if weekday(one.first) == number]
        if fitting:
            return day_cell(fitting[0].first) if len(fitting) == 1 else found
        others = _other_years(number, date, found, way) if date.floating else []
        made = one_of(*(_slipped(one, number) for one in told), *others)
        near = [one for one in others if _is_read(one, found, day)]
        if near:
            made = one_of(min(near, key=lambda one: abs(one.first - day)), made)
        elif found.first != found.last:
            made = made._replace(last=found.last, value=None, edtf=None)
        return made._replace(uncertain=True)

    return at


def _other_years(number: int, date: Meaning, found: Period, way: Way) -> list[Period]:
    """Return the date in the years before and after, where it has such a weekday and lies on the side that is meant."""
    sides = [(found.first - 1, Way.PAST)] if way not in (Way.UPCOMING, Way.FUTURE) else []
    sides += [(found.first + 1, Way.FUTURE)] if way != Way.PAST else []
    dates: list[Period] = [date.at(beside, toward) for beside, toward in sides]
    return [day_cell(one.first) for one in dates if weekday(one.first) == number]


def _is_read(other: Period, found: Period, day: Day) -> bool:
    return abs(other.first - day) - abs(found.first - day) <= PAST_BIAS


def _slipped(found: Period, number: int) -> Period:
    """Return a day beside which a weekday stands: that day alone if it fits, else soundly any day within three."""
    if weekday(found.first) == number:
        return day_cell(found.first)
    low, high = found.first - 3, found.first + 3
    return found._replace(low=low, high=high, start=high, end=low, candidates=())


def nth_of_month(number: int) -> At | None:
    """A day by its number alone: that of this month or the last, whichever has come; else the next."""
    if number not in _DAYS_OF_MONTHS:
        return None

    def at(day: Day, way: Way) -> Period:
        here = index_of(Unit.MONTH, day)
        days = [
            first + number - 1
            for first, last in map(_month_days, range(here - 2, here + 3))
            if first + number - 1 <= last
        ]
        past = max(one for one in days if one <= day)
        if past == day or way in (Way.HABIT, Way.PAST):
            return day_cell(past)
        return day_cell(min(one for one in days if one > day))

    return at


def _month_days(index: int) -> tuple[Day, Day]:
    month = cell(Unit.MONTH, index)
    return month.first, month.last


def week_of(date: Meaning) -> At:
    """The week that holds a day: "the week of March 6"."""

    def at(day: Day, way: Way) -> Period:
        return each(
            date.at(day, way),
            lambda found: either(week_around(found.first), week_around(found.low), week_around(found.high)),
        )

    return at


def week_from(date: Meaning) -> At:
    """The seven days from a day on: "the week beginning March 4"."""
    return lambda day, way: each(date.at(day, way), lambda found: _week_of_days(found, 0, 6))


def week_to(date: Meaning) -> At:
    """The seven days up to a day: "the week ended Friday"."""
    return lambda day, way: each(date.at(day, way), lambda found: _week_of_days(found, -6, 0))


def _week_of_days(found: Period, begin: int, end: int) -> Period:
    if found.unit != Unit.DAY:
        raise NoSuchDateError("a week begins and ends on a day")
    first, last = found.first + begin, found.last + end
    low, high = found.low + begin, found.high + end
    return Period(first, last, low, high, found.high + begin, found.low + end, Unit.WEEK)


def weekend_of(date: Meaning) -> At:
    """The weekend that holds a day, or the next after it: "the weekend of March 9"."""

    def at(day: Day, way: Way) -> Period:
        return each(
            date.at(day, way),
            lambda found: either(*(current(Unit.WEEKEND, one) for one in (found.first, found.low, found.high))),
        )

    return at


def weekend_beside(date: Meaning) -> At:
    """The weekend nearest a day, and soundly the days between them: "Halloween weekend"."""

    def beside(day: Day) -> Period:
        weekend = cell(Unit.WEEKEND, (day - 3) // 7)
        low, high = min(day, weekend.first - 1), max(day, weekend.last)
        return weekend._replace(low=low, high=high, start=weekend.first, end=weekend.last)

    def at(day: Day, way: Way) -> Period:
        return each(
            date.at(day, way), lambda found: either(*(beside(one) for one in (found.first, found.low, found.high)))
        )

    return at
