"""Times of day, and days told from the day of writing, from the values of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.clock import ABOUT, AFTER, BEFORE, UNIVERSAL, UNTIL, ZONED
from timeline.dates.semantics.frames import RELATIVE
from timeline.dates.semantics.meaning import At, Meaning, day_cell, from_now
from timeline.dates.semantics.parts import at_time
from timeline.dates.semantics.periods import Period, Unit, each, one_of, shifted

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.dates.semantics.counting import Count
    from timeline.dates.semantics.frames import Frame
    from timeline.dates.semantics.meaning import Way
    from timeline.dates.span import Day

_NOON, _LAST_HOUR, _LAST_MINUTE = 12, 24, 59
_LEAST_MILITARY = 100


def on_day(shift: int) -> Callable[[], At]:
    """A day counted from the day of writing: today is 0."""
    return lambda: from_now(Unit.DAY, shift)


def in_part(shift: int, code: str) -> Callable[[], At]:
    """A part of the day `shift` days from the day of writing: "last night", "tonight"."""
    date = Meaning(from_now(Unit.DAY, shift), deictic=True, floating=False, rules=())
    return lambda: at_time(code, date)


def this_part(code: str) -> At:
    """A part of the day of writing: "this morning"."""
    return in_part(0, code)()


def part_of(code: str, date: Meaning) -> At:
    """A part of a day: "the night of March 10"."""
    return at_time(code, date)


def part_after(date: Meaning, code: str) -> At:
    """A part of a day: "Friday night"."""
    return at_time(code, date)


def time_after(date: Meaning, time: str) -> At:
    """A time of a day: "Friday at 10 p.m."."""
    return at_time(time, date)


def early_hours(date: Meaning) -> At:
    """The small hours of a day."""
    return at_time("MO", date)


def overnight(date: Meaning) -> At:
    """The night of a day: "overnight Friday" is the night before it or after it."""
    night = at_time("NI", date)

    def make(found: Period) -> Period:
        return found._replace(low=found.low - 1, end=found.end - 1)

    return lambda day, way: each(night(day, way), make)


# Clock times, as TIMEX3 writes them after the T.


def zone_of(place: str) -> Callable[[], str]:
    """A time zone that is named after a place: "eastern time"."""
    return lambda: f"{ZONED}{place}"


def local() -> str:
    """The time of the place, told in words."""
    return ""


def universal() -> str:
    """Universal time, told in words."""
    return UNIVERSAL


def hour(number: int, *told: str) -> str | None:
    """An hour of the twelve, or of the 24 where no half is given: "10 p.m."."""
    return clock((number, 0), *told)


def clock(time: tuple[int, int], *told: str) -> str | None:
    """A time in hours and minutes: of the twelve where one of those `told` is a half, `a` or `p`, else of the 24.

    The zone goes along where another of them is one.
    """
    hours, minutes = time
    half = next((one for one in told if one in ("a", "p")), "")
    if hours > (_NOON if half else _LAST_HOUR) or minutes > _LAST_MINUTE:
        return None
    if half:
        hours = hours % _NOON + (_NOON if half == "p" else 0)
    zoned = next((one for one in told if one.startswith((UNIVERSAL, ZONED))), "")
    return f"{hours:02d}:{minutes:02d}{zoned}"


def military(number: int, *told: str) -> str | None:
    """Four digits for hours and minutes: "1400 GMT"."""
    return clock(divmod(number, 100), *told) if number >= _LEAST_MILITARY else None


def hour_in_part(number: int, code: str) -> str | None:
    """An hour in a part of the day: "4 in the morning", "ten at night"."""
    return clock((number, 0), "a" if code == "MO" else "p")


def about(*told: str) -> str:
    """A time that is hedged: "about 5 p.m."."""
    return f"{told[-1]}{ABOUT}"


def shortly_before(time: str) -> str:
    """A time soon to come: "shortly before midnight"."""
    return f"{time}{BEFORE}"


def shortly_after(time: str) -> str:
    """A time just gone: "just after noon"."""
    return f"{time}{AFTER}"


def from_time_to(first: str, last: str) -> str | None:
    """A time between two of one day: "between 22:50 and 23:40"."""
    return f"{first}{UNTIL}{last}" if UNTIL not in first + last and first != last else None


def up_to(time: str) -> str | None:
    """By a time of a day that is told besides: "before 5 p.m.", «до 17:45»."""
    return from_time_to("00:00", time)


def later_than(time: str) -> str | None:
    """After a time of a day that is told besides: "after 5 p.m.", «после 17:45»."""
    return from_time_to(time, "24:00")


def at_that_time(time: str) -> Frame:
    """A time alone, "at about 4 a.m.": it leans on another event, or on the day that others say."""
    return lambda _day, _way: RELATIVE._replace(value=f"T{time.replace(UNIVERSAL, '')}")


# Weekdays so long ago.


def weekday_ago(number: int, count: Count, unit: Unit) -> At | None:
    """A weekday so many weeks (months, years) ago, in the week around: "Friday two weeks ago"."""
    if unit not in (Unit.WEEK, Unit.MONTH, Unit.YEAR) or count.exact is None:
        return None
    back = -count.exact

    def at(day: Day, _way: Way) -> Period:
        base = shifted(day, unit, back)
        past = base - (base - 1 - number) % 7
        return one_of(day_cell(past), day_cell(past + 7), day_cell(past - 7))

    return at


def ago_on_weekday(count: Count, unit: Unit, number: int) -> At | None:
    """The same, said the other way about: "two weeks ago Friday"."""
    return weekday_ago(number, count, unit)
