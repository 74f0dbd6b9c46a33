"""Holidays that news dates things by: the day of each in a year, fixed or computed. Language-neutral."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.dates.span import Day, day_of, days_in_month, weekday

if TYPE_CHECKING:
    from collections.abc import Callable

MONDAY, THURSDAY, SUNDAY = 0, 3, 6


def on(month: int, day: int) -> Callable[[int], Day]:
    """Return the function that gives a holiday of fixed date its day in a year."""
    return lambda year: day_of(year, month, day)


def nth(count: int, weekday_number: int, month: int) -> Callable[[int], Day]:
    """Return the function for the nth such weekday of a month, the last where `count` is -1."""

    def day_in(year: int) -> Day:
        if count < 0:
            last = day_of(year, month, days_in_month(year, month))
            return last - (weekday(last) - weekday_number) % 7
        first = day_of(year, month)
        return first + (weekday_number - weekday(first)) % 7 + 7 * (count - 1)

    return day_in


def from_easter(days: int) -> Callable[[int], Day]:
    """Return the function for a day counted from Western Easter Sunday."""
    return lambda year: easter(year) + days


@lru_cache(maxsize=512)
def easter(year: int) -> Day:
    """Return Easter Sunday of the Western churches, by the Gregorian calendar."""
    from dateutil.easter import easter as western

    return western(year).toordinal()


def election_day(year: int) -> Day:
    """Return the Tuesday after the first Monday of November (United States)."""
    return nth(1, MONDAY, 11)(year) + 1


HOLIDAYS: dict[str, Callable[[int], Day]] = {
    "new year": on(1, 1),
    "epiphany": on(1, 6),
    "orthodox christmas": on(1, 7),
    "martin luther king day": nth(3, MONDAY, 1),
    "valentine's day": on(2, 14),
    "presidents' day": nth(3, MONDAY, 2),
    "women's day": on(3, 8),
    "st patrick's day": on(3, 17),
    "nauryz": on(3, 21),
    "april fools' day": on(4, 1),
    "ash wednesday": from_easter(-46),
    "palm sunday": from_easter(-7),
    "maundy thursday": from_easter(-3),
    "good friday": from_easter(-2),
    "easter": from_easter(0),
    "easter monday": from_easter(1),
    "pentecost": from_easter(49),
    "may day": on(5, 1),
    "victory day": on(5, 9),
    "mother's day": nth(2, SUNDAY, 5),
    "memorial day": nth(-1, MONDAY, 5),
    "juneteenth": on(6, 19),
    "father's day": nth(3, SUNDAY, 6),
    "independence day": on(7, 4),
    "bastille day": on(7, 14),
    "labor day": nth(1, MONDAY, 9),
    "columbus day": nth(2, MONDAY, 10),
    "halloween": on(10, 31),
    "all saints' day": on(11, 1),
    "guy fawkes night": on(11, 5),
    "veterans day": on(11, 11),
    "election day": election_day,
    "thanksgiving": nth(4, THURSDAY, 11),
    "black friday": lambda year: nth(4, THURSDAY, 11)(year) + 1,
    "christmas eve": on(12, 24),
    "christmas": on(12, 25),
    "boxing day": on(12, 26),
    "new year's eve": on(12, 31),
}
