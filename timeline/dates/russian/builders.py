"""What Russian words build that no other language's tables need: each gives a meaning, or None to refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.semantics import years
from timeline.dates.semantics.counted_within import in_each, nth_weekday
from timeline.dates.semantics.counting import coming_units, recent_units
from timeline.dates.semantics.frames import Answer, Frame, before, by, from_to
from timeline.dates.semantics.meaning import Annual, At, Meaning, Way, fixed, in_year
from timeline.dates.semantics.parts import at_time, first_half, part, second_half
from timeline.dates.semantics.periods import NoSuchDateError, Period, Unit, cell, either, index_of, stretch
from timeline.dates.semantics.times import clock, overnight
from timeline.dates.semantics.weekdays import checked_weekday
from timeline.dates.semantics.years import day_annual_or_none, running, short_year
from timeline.dates.span import day_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.dates.boxes import Bounds
    from timeline.dates.span import Day

_TEN, _CENTURY_YEARS, _NIGHT_FROM, _NOON = 10, 100, 9, 12


# Days and years by number.


def in_numbers(numbers: tuple[int, int, int]) -> At | None:
    """A date in numbers, the day first."""
    day, month, year = numbers
    try:
        return fixed(Unit.DAY, day_of(year, month, day))
    except ValueError:
        return None


def in_numbers_short(numbers: tuple[int, int, int]) -> At | None:
    """The same with a year of two digits: the latest such that has begun by the day of writing."""
    day, month, two_digits = numbers
    annual = dotted((day, month))
    if annual is None:
        return None
    return in_year(annual, Meaning(short_year(two_digits), deictic=True, floating=False, rules=()))


def dotted(numbers: tuple[int, int]) -> Annual | None:
    """A day and a month in numbers: «10.03»."""
    day, month = numbers
    return day_annual_or_none(month, day)


def year_of_ordinal(number: int) -> At | None:
    """A year of two digits as an ordinal: «в 97-м году»."""
    return short_year(number) if _TEN <= number < _CENTURY_YEARS else None


def decade(first_year: int) -> At:
    """A decade by its first year."""
    return fixed(Unit.DECADE, first_year // _TEN)


def decades(first_year: int, last_year: int) -> Frame:
    """From one decade to another: «1990–2000-е»."""
    ends = (Meaning(decade(year), deictic=False, floating=False, rules=()) for year in (first_year, last_year))
    return from_to(*ends)


def _check_whole(found: Period, unit: Unit) -> None:
    if found.unit != unit or found[:2] != cell(unit, index_of(unit, found.first))[:2]:
        raise NoSuchDateError("no such part of that period")


def tens_of_month(first: int, month: Meaning) -> At | None:
    """The days of a month whose numbers begin alike: «в двадцатых числах марта»; the twenties run to its end."""
    if first not in (_TEN, 2 * _TEN):
        return None

    def make(found: Period) -> Period:
        _check_whole(found, Unit.MONTH)
        begin = found.first + first - 1
        return stretch(begin, begin + _TEN - 1 if first == _TEN else found.last, Unit.MONTH, found.value)

    return lambda day, way: in_each(month, day, way, make)


def ten_days(ordinal: int, month: Meaning) -> At | None:
    """The first, second or third ten days of a month; the third run to its end."""
    if ordinal not in (1, 2, 3):
        return None

    def make(found: Period) -> Period:
        _check_whole(found, Unit.MONTH)
        first = found.first + _TEN * (ordinal - 1)
        return stretch(first, min(first + _TEN - 1, found.last) if ordinal != 3 else found.last, Unit.MONTH)  # noqa: PLR2004

    return lambda day, way: in_each(month, day, way, make)


def decade_of(two_digits: int, century: Meaning) -> At:
    """A decade of a century: «в 30-е годы XX века»."""

    def at(day: Day, way: Way) -> Period:
        found: Period = century.at(day, way)
        _check_whole(found, Unit.CENTURY)
        return cell(Unit.DECADE, index_of(Unit.DECADE, found.first) + two_digits // _TEN)

    return at


# Parts of periods.


def part_of(kind: str, whole: Meaning) -> At:
    """A part of a period, which a day does not have."""
    part_at = part(kind, whole)

    def at(day: Day, way: Way) -> Period:
        found = part_at(day, way)
        if found.unit == Unit.DAY:
            raise NoSuchDateError("a part of a period is not of a day")
        return found

    return at


def edge_of(kind: str, whole: Meaning) -> At:
    """The very beginning or end of a period: «в самом начале марта»."""
    return part_of({"START": "FIRST", "END": "LAST"}.get(kind) or kind, whole)


def part_of_running(kind: str, unit: Unit) -> At | None:
    """A part of the running unit: «в начале недели»."""
    return None if unit == Unit.DAY else part(kind, running(unit))


def half_of(ordinal: int, whole: Meaning) -> At | None:
    """A half of a period, by its ordinal."""
    return {1: first_half, 2: second_half}[ordinal](whole) if ordinal in (1, 2) else None


def half_of_running(ordinal: int, unit: Unit) -> At | None:
    """A half of the running unit: «в первой половине года»."""
    return half_of(ordinal, running(unit)) if unit != Unit.DAY else None


def part_of_weekday(number: int, part_of_day: str, date: Meaning) -> At:
    """A part of a day told between its weekday and its date: «в четверг утром, 14 марта»."""
    day = Meaning(checked_weekday(number, date), date.deictic, date.floating, date.rules)
    return at_time(part_of_day, day)


def this_unit(unit: Unit) -> At | None:
    """The running unit, but for the day: «в этот день» leans on another event."""
    return None if unit == Unit.DAY else years.this_unit(unit)


def last_weekday_of(weekday: int, month: Meaning) -> At:
    """The last such weekday of a month."""
    return nth_weekday(-1, weekday, month)


# Nights and hours.


def half_of_day(ordinal: int) -> str | None:
    """A half of the day, as a part of it: «вторая половина дня»."""
    return {1: "MO", 2: "AF"}.get(ordinal)


def night_of_today() -> At:
    """«сегодня ночью»: the night before the day of writing or after it."""
    return overnight(running(Unit.DAY))


def hour(hours: int, *told: int | str) -> str | None:
    """A time of the 24 hours, told in words: «10 часов 30 минут»."""
    minutes = next((one for one in told if isinstance(one, int)), 0)
    return clock((hours, minutes), *(one for one in told if isinstance(one, str)))


def time_in(part_of_day: str) -> Callable[..., str | None]:
    """Return the builder of a time told with its part of the day: «5 утра», «в 10:30 вечера»."""

    def build(time: int | tuple[int, int] = 1, told: int = 0) -> str | None:
        hours, minutes = (time, told) if isinstance(time, int) else time
        if part_of_day == "ночи":
            if hours == _NOON and not minutes:
                return "24:00"
            return clock((hours, minutes), "p" if _NIGHT_FROM <= hours < _NOON else "a")
        half = "a" if part_of_day == "утра" else "p"
        return clock((hours, minutes), half if hours <= _NOON else "")

    return build


# Whole expressions, and days about the day of writing.


def the_other_day() -> At:
    """«на днях»: within a few days past, or soundly to come; to come, for what was still to come."""
    past, coming = recent_units(Unit.DAY), coming_units(Unit.DAY)

    def at(day: Day, way: Way) -> Period:
        both = past(day, way), coming(day, way)
        return either(*reversed(both)) if way == Way.UPCOMING else either(*both)

    return at


def from_up_to(start: Meaning, end: Meaning) -> Frame:
    """From one period up to another, which may begin just after it is over: «с марта до мая»."""
    through = from_to(start, end)

    def at(day: Day, way: Way) -> Answer:
        found = through(day, way)
        return found._replace(
            sound=_a_day_sooner(found.sound), alternatives=tuple(map(_a_day_sooner, found.alternatives))
        )

    return at


def _a_day_sooner(bounds: Bounds) -> Bounds:
    """Return bounds that may be over a day sooner."""
    low, latest, ends, high = bounds
    return bounds if low is None or ends is None else (low, latest, max(low, ends - 1), high)


def up_to(limit: Meaning) -> Frame:
    """«до»: before a period or until it, with its days or without them."""
    before_it, by_it = before(limit), by(limit)

    def at(day: Day, way: Way) -> Answer:
        return before_it(day, way)._replace(sound=by_it(day, way).sound)

    return at
