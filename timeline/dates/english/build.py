"""From the values of English tokens to what they mean: the small builders that the rule tables name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.dates.derived import Count, at_time, counted, hedged, last_units, part
from timeline.dates.frames import Frame, between, from_to
from timeline.dates.meaning import (
    Annual,
    At,
    Meaning,
    Way,
    day_annual,
    day_cell,
    fixed,
    from_now,
    holiday_annual,
    in_year,
    nearest,
    part_annual,
)
from timeline.dates.periods import NoSuchDateError, Period, Unit, cell, current, either, index_of, shifted, week_around
from timeline.dates.span import Day, date_of, day_of

if TYPE_CHECKING:
    from collections.abc import Callable

_FIRST_QUARTER, _LAST_QUARTER = 1, 4
_NOON = 12
_LAST_HOUR, _LAST_MINUTE = 24, 59
_CENTURY_YEARS = 100
_MONTHS_IN_YEAR = 12
_OPEN_ERA = 20


def same(value: Any) -> Any:
    """Return a part as it is: for a rule that only drops words."""
    return value


# Days.


def day_of_month(month: int, day: int) -> Annual | None:
    """A day of a month, each year."""
    return day_annual(month, day)


def date_of_numbers(one: int, two: int, year: int) -> At | None:
    """A date in numbers, month or day first; soundly both where both could be."""
    if year < _CENTURY_YEARS:
        return None
    found = [_day_or_none(year, *order) for order in ((one, two), (two, one))]
    days = [day for day in found if day is not None]
    if not days:
        return None
    if len(set(days)) == 1:
        return fixed(Unit.DAY, days[0])
    low, high = sorted(days)
    return lambda _day, _way: Period(low, high, low, high, high, low, Unit.DAY, uncertain=True)


def _day_or_none(year: int, month: int, day: int) -> Day | None:
    try:
        return day_of(year, month, day)
    except ValueError:
        return None


def year_month_day(year: int, month: int, day: int) -> At | None:
    """A date with the year first: "2019 March 14"."""
    found = _day_or_none(year, month, day)
    return None if found is None else fixed(Unit.DAY, found)


def days_from_writing(shift: int) -> Callable[[], At]:
    """A day counted from the day of writing: today is 0."""
    return lambda: from_now(Unit.DAY, shift)


def time_of(shift: int, code: str) -> Callable[[], At]:
    """A part of the day `shift` days from the day of writing: "last night", "tonight"."""

    def at(day: Day, _way: Way) -> Period:
        found = day_cell(day + shift)
        if code != "NI":
            return found._replace(value=f"{found.value}T{code}")
        high = found.high + 1
        return found._replace(value=f"{found.value}TNI", high=high, start=high)

    return lambda: at


def part_of_day(date: Meaning, code: str) -> At:
    """A part of a day: "Friday night"."""
    return at_time(code, date, night=code == "NI")


def part_of_writing_day(code: str) -> At:
    """A part of the day of writing: "this morning"."""
    return time_of(0, code)()


# Times of day, as TIMEX3 writes them after the T.


def clock_12(hour: int, half: str) -> str | None:
    """An hour of the twelve: "10 p.m."."""
    return clock_time((hour, 0), half)


def clock_time(clock: tuple[int, int], half: str | None = None) -> str | None:
    """A time in hours and minutes, of the twelve where `half` says which, else of the 24."""
    hour, minute = clock
    if hour > (_LAST_HOUR if half is None else _NOON) or minute > _LAST_MINUTE:
        return None
    if half is not None:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return f"{hour:02d}:{minute:02d}"


def clock_in_part(hour: int, code: str) -> str | None:
    """An hour in a part of the day: "4 in the morning", "ten at night"."""
    return clock_time((hour, 0), "a" if code == "MO" else "p")


def at_clock(time: str, date: Meaning) -> At:
    """A time of a day. Midnight soundly begins the day or ends it."""
    return at_time(time, date, night=time == "24:00")


# Periods.


def year(number_of_year: int) -> At:
    """A year by its number."""
    return fixed(Unit.YEAR, number_of_year)


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
    return lambda _day, _way: either(cell(Unit.CENTURY, first_year // 100), cell(Unit.DECADE, first_year // 10))


def era(two_digits: int) -> At:
    """A decade of two digits, "the '80s": of the twentieth century, but for the 00s and 10s."""
    if two_digits < _OPEN_ERA:
        return fixed(Unit.DECADE, 200 + two_digits // 10)
    if two_digits > _OPEN_ERA:
        return fixed(Unit.DECADE, 190 + two_digits // 10)

    def at(day: Day, _way: Way) -> Period:
        twenties = cell(Unit.DECADE, 192), cell(Unit.DECADE, 202)
        return either(*(reversed(twenties) if day >= twenties[1].first else twenties))

    return at


def century(ordinal: int) -> At | None:
    """A century by its ordinal."""
    return fixed(Unit.CENTURY, ordinal - 1) if ordinal > 1 else None


def quarter(ordinal: int) -> Annual | None:
    """A quarter of each year, by its ordinal."""
    return part_annual(Unit.QUARTER, ordinal - 1) if _FIRST_QUARTER <= ordinal <= _LAST_QUARTER else None


def half(number_of_half: int) -> Callable[..., Annual]:
    """A half of each year: 0 is the first."""
    return lambda: part_annual(Unit.HALF, number_of_half)


def fiscal(year_meaning: Meaning) -> At:
    """A fiscal year: reads as the calendar's, soundly any twelve months near it."""
    return lambda day, way: _fiscal_year(date_of(year_meaning.at(day, way).first)[0])


def fiscal_now() -> At:
    """The running fiscal year."""
    return lambda day, _way: _fiscal_year(date_of(day)[0])


def fiscal_last() -> At:
    """The fiscal year that ended last."""
    return lambda day, _way: _fiscal_year(date_of(day)[0] - 1)


def _fiscal_year(number_of_year: int) -> Period:
    low, high = day_of(number_of_year - 1, 2), day_of(number_of_year + 1, 6, 30)
    start, end = day_of(number_of_year, 7), day_of(number_of_year, 1, 31)
    return cell(Unit.YEAR, number_of_year)._replace(low=low, high=high, start=start, end=end)


def fiscal_annual(annual: Annual) -> At:
    """A fiscal quarter: the last one by the calendar, soundly any of the fiscal years about."""
    near = nearest(annual)
    return lambda day, _way: _a_year_off(near(day, Way.PAST))


def fiscal_in_year(annual: Annual, year_meaning: Meaning) -> At:
    """A quarter of a fiscal year."""
    return lambda day, way: _a_year_off(annual.of(date_of(year_meaning.at(day, way).first)[0]))


def _a_year_off(found: Period) -> Period:
    low, high = found.low - 366, found.high + 366
    return found._replace(low=low, high=high, start=high, end=low)


def year_ago_quarter() -> At:
    """The quarter just ended, a year before."""
    return lambda day, _way: either(current(Unit.QUARTER, day, -5), current(Unit.QUARTER, day, -4))


def year_ago_annual(annual: Annual) -> At:
    """A named quarter or month, a year before the nearest."""
    near = nearest(annual)
    return lambda day, way: annual.of(date_of(near(day, way).first)[0] - 1)


def quarter_of_year(number_of_year: int) -> At:
    """The quarter of a year that is compared with the one just ended: "the 1988 quarter"."""

    def at(day: Day, _way: Way) -> Period:
        found = cell(Unit.YEAR, number_of_year)
        index = number_of_year * 4 + (index_of(Unit.QUARTER, day) - 1) % 4
        return either(cell(Unit.QUARTER, index), found)

    return at


def year_compared(number_of_year: int) -> At:
    """The part of a year that a report compares: reads as the year."""
    return fixed(Unit.YEAR, number_of_year)


def the_unit(unit: Unit) -> At | None:
    """A unit with "the" alone: the running week, month or year; the last weekend; the quarter just ended."""
    if unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
        return from_now(unit, 0)
    if unit == Unit.WEEKEND:
        return past_weekend()
    return None


def past_weekend() -> At:
    """The last weekend that has begun."""

    def at(day: Day, _way: Way) -> Period:
        return cell(Unit.WEEKEND, (day - 6) // 7)

    return at


def this_unit(unit: Unit) -> At:
    """The running unit; "this weekend" is the one to come, or soundly the one just over."""
    if unit == Unit.WEEKEND:
        return lambda day, _way: either(current(unit, day), cell(unit, (day - 6) // 7))
    return from_now(unit, 0)


def last_unit(unit: Unit) -> At | None:
    """The unit before the running one."""
    return None if unit == Unit.DAY else from_now(unit, -1)


def next_unit(unit: Unit) -> At | None:
    """The unit after the running one; "next weekend" soundly the coming one."""
    if unit == Unit.DAY:
        return None
    if unit == Unit.WEEKEND:
        return lambda day, _way: either(current(unit, day, 1), current(unit, day))
    return from_now(unit, 1)


def before_last(unit: Unit) -> At:
    """The unit two before the running one."""
    return from_now(unit, -2)


def after_next(unit: Unit) -> At:
    """The unit two after the running one."""
    return from_now(unit, 2)


def holiday_week(day_in: Callable[[int], Day]) -> At:
    """The week of the nearest such holiday; soundly also the week before it ("Christmas week")."""
    near = nearest(holiday_annual(day_in))

    def at(day: Day, way: Way) -> Period:
        found = near(day, way)
        around = either(week_around(found.first), week_around(found.low), week_around(found.high))
        return either(around, around._replace(low=around.low - 7, end=around.end - 7))

    return at


def week_from(date: Meaning) -> At:
    """The seven days from a day on."""

    def at(day: Day, way: Way) -> Period:
        found: Period = date.at(day, way)
        if found.unit != Unit.DAY:
            raise NoSuchDateError("a week begins on a day")
        return found._replace(
            last=found.first + 6, high=found.high + 6, end=found.low + 6, unit=Unit.WEEK, value=None, edtf=None
        )

    return at


def week_to(date: Meaning) -> At:
    """The seven days up to a day."""

    def at(day: Day, way: Way) -> Period:
        found: Period = date.at(day, way)
        if found.unit != Unit.DAY:
            raise NoSuchDateError("a week ends on a day")
        return found._replace(
            first=found.first - 6, low=found.low - 6, start=found.high - 6, unit=Unit.WEEK, value=None, edtf=None
        )

    return at


def weekend_of(date: Meaning) -> At:
    """The weekend that holds a day, or the next after it."""

    def at(day: Day, way: Way) -> Period:
        found: Period = date.at(day, way)
        return either(*(current(Unit.WEEKEND, one) for one in (found.first, found.low, found.high)))

    return at


# Counts.


def vague(low: int, high: int) -> Callable[[], Count]:
    """A vague count: "a few"."""
    return lambda: Count(low, high, None)


def count_range(low: int, high: int) -> Count | None:
    """A count between two numbers: "two or three"."""
    return Count(low, high, None) if 0 < low < high <= _CENTURY_YEARS else None


def ago(how_many: Count, unit: Unit) -> At:
    """So many units before the day of writing."""
    return counted(how_many, unit, -1)


def hence(how_many: Count, unit: Unit) -> At:
    """So many units after the day of writing."""
    return counted(how_many, unit, 1)


def ago_on_weekday(how_many: Count, unit: Unit, number_of_weekday: int) -> At | None:
    """A weekday so many weeks (or a year) ago: "two weeks ago Friday"."""
    if unit not in (Unit.WEEK, Unit.YEAR, Unit.MONTH) or how_many.exact is None:
        return None

    def at(day: Day, _way: Way) -> Period:
        base = shifted(day, unit, -(how_many.exact or 0))
        past = base - (base - 1 - number_of_weekday) % 7
        return either(day_cell(past), day_cell(past + 7), day_cell(past - 7))

    return at


# Parts and ranges.


def edge_of_this_year(kind: str) -> At:
    """The end (or the beginning) of the year of writing: "year-end"."""
    return part(kind, _THIS_YEAR)


def recent_units(unit: Unit) -> At:
    """“Recent months”: up to the day of writing, from fewer than two of the next larger unit back."""
    return last_units(Count(2, _RECENT.get(unit, 20), None), unit)


def about_ago(how_many: Count, unit: Unit) -> At:
    """About so many units before the day of writing."""
    return hedged(Meaning(ago(how_many, unit), deictic=True, floating=False, rules=()), approximate=True)


def short_range(first_year: int, two_digits: int) -> Frame | None:
    """From one year to another written in two digits: "1939-45"."""
    last_year = first_year - first_year % _CENTURY_YEARS + two_digits
    if last_year <= first_year:
        return None
    return from_to(_absolute(year(first_year)), _absolute(year(last_year)))


def days_to_date(number_of_day: int, date: Meaning) -> Frame:
    """From a day of a month to a date in the same month: "10-12 March 2019"."""
    return from_to(_same_month(number_of_day, date), date)


def between_days(number_of_day: int, date: Meaning) -> Frame:
    """Between a day of a month and a date in the same month: "between 10 and 12 March"."""
    return between(_same_month(number_of_day, date), date)


def _same_month(number_of_day: int, date: Meaning) -> Meaning:
    def at(day: Day, way: Way) -> Period:
        found: Period = date.at(day, way)
        if found.unit != Unit.DAY:
            raise NoSuchDateError("a day of a month ends on a day")
        low, high = (one - date_of(one)[2] + number_of_day for one in (found.low, found.high))
        first = found.first - date_of(found.first)[2] + number_of_day
        if first >= found.first:
            raise NoSuchDateError("it would end before it starts")
        return day_cell(first)._replace(low=low, high=high, start=high, end=low)

    return Meaning(at, date.deictic, floating=False, rules=())


def days_of_month(month: int, first: int, last: int, year_meaning: Meaning | None = None) -> Frame | None:
    """From one day of a month to another: "March 10-12"."""
    end = day_annual(month, last)
    if end is None or first >= last:
        return None
    at = nearest(end) if year_meaning is None else in_year(end, year_meaning)
    deictic = year_meaning is None or year_meaning.deictic
    return days_to_date(first, Meaning(at, deictic, floating=False, rules=()))


def _absolute(at: At) -> Meaning:
    return Meaning(at, deictic=False, floating=False, rules=())


_RECENT = {Unit.DAY: 30, Unit.WEEK: 26, Unit.MONTH: 24, Unit.QUARTER: 12, Unit.YEAR: 20, Unit.DECADE: 10}
_THIS_YEAR = Meaning(from_now(Unit.YEAR, 0), deictic=True, floating=False, rules=())
