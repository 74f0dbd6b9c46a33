"""Periods made from other periods: counted from one, a part of one, a time of day in one, and hedges.

Each function takes meanings and gives a function of the day of writing, as in `timeline.dates.meaning`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.periods import (
    MONTHS_IN,
    NoSuchDateError,
    Period,
    Unit,
    add_months,
    cell,
    current,
    either,
    index_of,
    iso_week,
    shifted,
    stretch,
)
from timeline.dates.span import Day, date_of

if TYPE_CHECKING:
    from timeline.dates.meaning import At, Meaning, Way

MOST_UNITS = 3000
"""Counts past this many are refused: nobody counts so many units from a day."""

_COUNTED_AS = {Unit.DECADE: (Unit.YEAR, 10), Unit.CENTURY: (Unit.YEAR, 100)}

# How loosely a count is meant, in days: half a unit either side, but a quarter for "a year ago" and the like, since
# what is half a year off would be told in months.
_HALF = {Unit.WEEK: 3, Unit.MONTH: 15, Unit.QUARTER: 45, Unit.SEASON: 45, Unit.HALF: 91, Unit.YEAR: 183}
_HALF |= {Unit.DECADE: 1826, Unit.CENTURY: 18262}


class Count(NamedTuple):
    """How many: from `low` to `high`; `exact` is None where words are vague ("a few"), else the number."""

    low: int
    high: int
    exact: int | None


def number(value: int) -> Count | None:
    """Return an exact count, or None for one too large to be counted."""
    return Count(value, value, value) if value <= MOST_UNITS else None


# Counted from the day of writing.


def counted(count: Count, unit: Unit, sign: int) -> At:
    """So many units before (sign -1) or after (+1) the day of writing: the calendar's unit there.

    Soundly the count is rounded: half a unit either side of the exact day counts too.
    """

    def at(day: Day, _way: Way) -> Period:
        near, far = _steps_away(day, count.low, unit, sign), _steps_away(day, count.high, unit, sign)
        if count.exact is not None:
            return near
        early, late = (far, near) if sign < 0 else (near, far)
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Period(early.first, late.last, early.low, late.high, late.start, early.end, unit, value)

    return at


def _steps_away(day: Day, count: int, unit: Unit, sign: int) -> Period:
    named, times = _COUNTED_AS.get(unit, (unit, 1))
    reading = current(named, day, sign * count * times)
    if unit == Unit.DAY:
        return reading
    slack = _HALF.get(unit, 0)
    if count == 1:
        slack //= 2
    exact = shifted(day, named, sign * count * times)
    return either(reading, stretch(exact - slack, exact + slack, named))


def small_units_ago(sign: int) -> At:
    """Hours or minutes before or after the writing: the same day, or the one beside it."""

    def at(day: Day, _way: Way) -> Period:
        return either(cell(Unit.DAY, day), cell(Unit.DAY, day + sign))

    return at


def last_units(count: Count, unit: Unit, *, running: int = -1) -> At:
    """At some time within the last (running -1) or next (+1) so many units, up to or from the day of writing."""

    def at(day: Day, _way: Way) -> Period:
        far = counted(count, unit, running)(day, _way)
        if count.exact == 1:
            # "The past year" reads as the year before this; soundly it runs up to the day.
            far = current(unit, day, running)
            edge = shifted(day, unit, running) if unit != Unit.DAY else day + running
            low, high = min(far.low, edge, day), max(far.high, edge, day)
            return far._replace(low=low, high=high, start=high, end=low)
        low, high = min(far.low, day), max(far.high, day)
        first, last = (far.first, day) if running < 0 else (day, far.last)
        value = "PAST_REF" if running < 0 else "FUTURE_REF"
        if count.exact is not None:
            letter = {Unit.DECADE: "0Y", Unit.CENTURY: "00Y"}.get(unit, unit.name[0])
            value = f"P{count.exact}{letter}"
        return Period(first, last, low, high, high, low, unit, value)

    return at


def counted_from(count: Count, unit: Unit, sign: int, base: Meaning) -> At:
    """So many units before or after a date: "two days before Christmas", "a week from Tuesday"."""
    count_at = counted(count, unit, sign)

    def at(day: Day, way: Way) -> Period:
        found: Period = base.at(day, way)
        if unit not in (Unit.DAY, Unit.WEEK) or found.unit != Unit.DAY or count.exact is None:
            early, late = count_at(found.low, way), count_at(found.high, way)
            reading = count_at(found.first, way)
            return either(reading, early, late)
        days = sign * count.exact * (7 if unit == Unit.WEEK else 1)
        reading = cell(Unit.DAY, found.first + days)
        return either(reading, cell(Unit.DAY, found.low + days), cell(Unit.DAY, found.high + days))

    return at


# Parts.


def _sub_units(period: Period) -> tuple[int, Unit]:
    """Return how many smaller units a period is divided into, and which."""
    unit = period.unit
    if unit in (Unit.DECADE, Unit.CENTURY):
        return (10 if unit == Unit.DECADE else 100), Unit.YEAR
    if unit in (Unit.YEAR, Unit.HALF):
        return MONTHS_IN[unit], Unit.MONTH
    return 0, Unit.DAY


def _slice(first: Day, last: Day, divisions: tuple[int, Unit], low: float, high: float) -> tuple[Day, Day]:
    """Return the days from the share `low` to the share `high` of a stretch, cut between its smaller units."""
    count, unit = divisions
    count = count or last - first + 1
    rounding = 0.99 if unit == Unit.YEAR else 0.01
    begin = int(low * count + rounding) if low else 0
    end = max(int(high * count + rounding), begin + 1)
    if unit == Unit.DAY:
        return first + begin, min(first + end - 1, last)
    start = index_of(unit, first)
    return cell(unit, start + begin).first, cell(unit, start + end - 1).last


# The shares of a period that each part is read as, and soundly is.
_SHARES = {
    "START": ((0.0, 1 / 3), (0.0, 0.5)),
    "MID": ((1 / 3, 2 / 3), (0.25, 0.75)),
    "END": ((2 / 3, 1.0), (0.5, 1.0)),
    "FIRST": ((0.0, 1 / 6), (0.0, 1 / 3)),
    "LAST": ((5 / 6, 1.0), (2 / 3, 1.0)),
}


def part(kind: str, whole: Meaning) -> At:
    """The early, middle or late part of a period (START, MID, END), or its very beginning or end (FIRST, LAST).

    Read as a third of it and soundly half; a beginning or end as a sixth and soundly a third. `value` stays that of
    the whole, as in TIMEX3, whose `mod` says the rest. A part of a day is that day.
    """
    read, held = _SHARES[kind]

    def at(day: Day, way: Way) -> Period:
        found: Period = whole.at(day, way)
        if found.unit == Unit.DAY or found.last - found.first < 1:
            return found
        divisions = _sub_units(found)
        first, last = _slice(found.first, found.last, divisions, *read)
        low = found.low if not held[0] else _slice(found.low, max(found.end, found.low), divisions, *held)[0]
        high = found.high if held[1] == 1 else _slice(min(found.start, found.high), found.high, divisions, *held)[1]
        low, high = min(low, first), max(high, last)
        return Period(
            first, last, low, high, high, low, found.unit, found.value, None, found.approximate, found.uncertain
        )

    return at


def first_units(count: Count, unit: Unit, whole: Meaning, *, last: bool = False) -> At:
    """The first (or last) so many units of a period: "the first two quarters of 1990", "the last week of March"."""

    def at(day: Day, way: Way) -> Period:
        found: Period = whole.at(day, way)
        if count.exact is None or found.unit < unit:
            raise NoSuchDateError("no such part of that period")
        begin, end = index_of(unit, found.first), index_of(unit, found.last)
        if count.exact > end - begin + 1:
            raise NoSuchDateError("longer than the period it is a part of")
        begin, end = (end - count.exact + 1, end) if last else (begin, begin + count.exact - 1)
        if begin == end:
            return cell(unit, begin)._replace(
                low=min(cell(unit, begin).low, found.low) if unit != Unit.WEEK else found.first
            )
        return _of_cells(unit, begin, end)

    return at


def _of_cells(unit: Unit, begin: int, end: int) -> Period:
    first, last = cell(unit, begin).first, cell(unit, end).last
    if unit == Unit.QUARTER and (begin, end) == (begin // 2 * 2, begin // 2 * 2 + 1):
        return cell(Unit.HALF, begin // 2)
    return stretch(first, last, unit)


def nth_unit(count: int, unit: Unit, whole: Meaning) -> At:
    """The nth smaller unit of a period: "the third week of May", "the second quarter of last year"."""

    def at(day: Day, way: Way) -> Period:
        found: Period = whole.at(day, way)
        index = index_of(unit, found.first) + count - 1
        if found.unit <= unit or index > index_of(unit, found.last):
            raise NoSuchDateError("no such part of that period")
        if unit != Unit.WEEK:
            return cell(unit, index)
        # Weeks of a month are counted from its first day, or by the calendar's weeks.
        first = found.first + 7 * (count - 1)
        if first > found.last:
            raise NoSuchDateError("no such week of that period")
        low, high = max(found.low, first - 6), min(found.high, first + 12)
        return Period(first, min(first + 6, found.last), low, high, high, low, unit)

    return at


def nth_weekday(count: int, weekday_number: int, month: Meaning) -> At:
    """The nth such weekday of a month, the last where `count` is -1: "the second Tuesday of March"."""

    def at(day: Day, way: Way) -> Period:
        found: Period = month.at(day, way)
        if found.unit != Unit.MONTH:
            raise NoSuchDateError("weekdays are counted in a month")
        if count < 0:
            return cell(Unit.DAY, found.last - (found.last - 1 - weekday_number) % 7)
        one = found.first + (weekday_number - (found.first - 1)) % 7 + 7 * (count - 1)
        if one > found.last:
            raise NoSuchDateError("no such weekday in that month")
        return cell(Unit.DAY, one)

    return at


def elapsed(whole: Meaning, *, later: bool = False) -> At:
    """What of a period had passed on the day of writing ("earlier this week"), or was to come ("later this year")."""

    def at(day: Day, way: Way) -> Period:
        found: Period = whole.at(day, way)
        if not found.low <= day <= found.high or found.unit == Unit.DAY:
            return found
        first, last = (
            (max(found.first, min(day, found.last)), found.last)
            if later
            else (found.first, max(min(found.last, day), found.first))
        )
        low, high = (min(day, first), found.high) if later else (found.low, max(day, last))
        return Period(first, last, low, high, high, low, found.unit, found.value)

    return at


# Times of day, hedges.


def at_time(time: str, date: Meaning, *, night: bool = False) -> At:
    """A time of a day: TIMEX3's `T…` beside its date. A night soundly runs on into the next day."""

    def at(day: Day, way: Way) -> Period:
        found: Period = date.at(day, way)
        if found.unit != Unit.DAY or found.value is None:
            raise NoSuchDateError("a time of day is of a day")
        value = found.value if "T" in found.value else f"{found.value}T{time}"
        high = found.high + 1 if night else found.high
        return found._replace(value=value, high=high, start=max(high, found.start), edtf=None if night else found.edtf)

    return at


def hedged(whole: Meaning, *, approximate: bool = False, uncertain: bool = False) -> At:
    """A period said to be approximate (`~`) or uncertain (`?`): soundly off by up to one of its units, as in EDTF."""

    def at(day: Day, way: Way) -> Period:
        found: Period = whole.at(day, way)
        unit = found.unit
        low, high = (
            (found.low - 84, found.high + 84)
            if unit == Unit.SEASON
            else (shifted(found.low, unit, -1), add_or_end(found, unit))
        )
        return found._replace(
            low=low,
            high=high,
            start=max(high - (found.last - found.first), found.start),
            end=min(low + (found.last - found.first), found.end),
            approximate=approximate or found.approximate,
            uncertain=uncertain or found.uncertain,
        )

    return at


def add_or_end(found: Period, unit: Unit) -> Day:
    """Return the last day of a period moved by one unit on, month ends kept."""
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        return shifted(found.high, unit, 1)
    return add_months(found.high + 1, MONTHS_IN[unit]) - 1


def year_of(day: Day) -> int:
    """Return the year of a day."""
    return date_of(day)[0]


__all__ = [name for name in dir() if not name.startswith("_")]
_ = iso_week
