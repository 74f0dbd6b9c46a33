"""Holidays that news dates things by: the days of each in a year, fixed or computed. Language-neutral.

A name that churches or countries give to different days has all of them, the one most often meant first: Easter is
Western or Orthodox, Thanksgiving that of the United States or of Canada. Where nearly every country has a day of its
own, the name alone tells no day: it is not read, and whoever wrote it is told why and what to write.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.dates.matching import RefusedError
from timeline.dates.semantics.meaning import Annual
from timeline.dates.semantics.periods import NoSuchDateError, Unit, cell
from timeline.dates.span import Day, day_of, days_in_month, weekday

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.dates.semantics.periods import Period

MONDAY, THURSDAY, SUNDAY = 0, 3, 6
_JANUARY = 1
_FIRST_ORTHODOX, _LAST_ORTHODOX = 1583, 4099
_THANKSGIVING_BY_LAW, _TWO_THANKSGIVINGS = 1942, range(1939, 1942)

DayIn: TypeAlias = "Callable[[int], Day]"
"""The function that gives a holiday its day in a year, or raises NoSuchDateError."""


class Holiday(NamedTuple):
    """The days that a name is given to, the one most often meant first; or why the name tells no day."""

    days: tuple[DayIn, ...] = ()
    unread: str = ""


def holiday_annual(holiday: Holiday) -> Annual:
    """A holiday, each year: any of the days of its name. Raises RefusedError where the name tells none."""
    if not holiday.days:
        raise RefusedError(holiday.unread)
    first, *others = (Annual(_cell_of(day_in)) for day_in in holiday.days)
    return first._replace(others=tuple(others))


def _cell_of(day_in: DayIn) -> Callable[[int], Period]:
    return lambda year: cell(Unit.DAY, day_in(year))


def differs(name: str, instead: str = "") -> Holiday:
    """Return a holiday that is on another day in nearly every country; `instead` says more of what to write."""
    return Holiday(
        unread=f"{name} is not on the same day in every country: write the day itself, such as “4 July 2018”{instead}"
    )


def on(month: int, day: int) -> DayIn:
    """Return the function that gives a holiday of fixed date its day in a year."""
    return lambda year: day_of(year, month, day)


def on_since(first: int, month: int, day: int) -> DayIn:
    """Return the same for a holiday that has been kept since a year."""

    def day_in(year: int) -> Day:
        if year < first:
            raise NoSuchDateError("the holiday was not kept in that year")
        return day_of(year, month, day)

    return day_in


def by_julian(month: int, day: int) -> DayIn:
    """Return the function for a date of the Julian calendar, by which most Orthodox churches keep fixed feasts.

    In December it is that of the year before: 25 December falls on 7 January.
    """

    def day_in(year: int) -> Day:
        begun = year - 1  # the year that either began in last, before its leap day
        return day_of(year if month == _JANUARY else begun, month, day) + begun // 100 - begun // 400 - 2

    return day_in


def nth(count: int, weekday_number: int, month: int) -> Callable[[int], Day]:
    """Return the function for the nth such weekday of a month, the last where `count` is -1."""

    def day_in(year: int) -> Day:
        if count < 0:
            last = day_of(year, month, days_in_month(year, month))
            return last - (weekday(last) - weekday_number) % 7
        first = day_of(year, month)
        return first + (weekday_number - weekday(first)) % 7 + 7 * (count - 1)

    return day_in


def from_easter(days: int) -> DayIn:
    """Return the function for a day counted from Western Easter Sunday."""
    return lambda year: easter(year) + days


def from_orthodox_easter(days: int) -> DayIn:
    """Return the function for a day counted from Orthodox Easter Sunday."""
    return lambda year: orthodox_easter(year) + days


@lru_cache(maxsize=512)
def easter(year: int) -> Day:
    """Return Easter Sunday of the Western churches, by the Gregorian calendar."""
    from dateutil.easter import easter as western

    return western(year).toordinal()


@lru_cache(maxsize=512)
def orthodox_easter(year: int) -> Day:
    """Return Easter Sunday of the Orthodox churches, by the Gregorian calendar."""
    if not _FIRST_ORTHODOX <= year <= _LAST_ORTHODOX:
        raise NoSuchDateError("Orthodox Easter is known for the years 1583 to 4099")
    from dateutil.easter import EASTER_ORTHODOX
    from dateutil.easter import easter as of_method

    return of_method(year, EASTER_ORTHODOX).toordinal()


def thanksgiving(year: int) -> Day:
    """Return Thanksgiving in the United States: the fourth Thursday of November, before 1942 the last."""
    return nth(4 if year >= _THANKSGIVING_BY_LAW else -1, THURSDAY, 11)(year)


def _early_thanksgiving(year: int) -> Day:
    """Return the Thursday a week before, which Roosevelt proclaimed for 1939 to 1941 and half of the states kept."""
    return thanksgiving(year) - (7 if year in _TWO_THANKSGIVINGS else 0)


def any_of(*days: DayIn) -> Holiday:
    """Return a holiday that is kept on any of these days, of each year."""
    return Holiday(days)


def _moving(days: int) -> Holiday:
    """Return a feast counted from Easter, of the Western or of the Orthodox churches."""
    return Holiday((from_easter(days), from_orthodox_easter(days)))


WESTERN_CHRISTMAS, ORTHODOX_CHRISTMAS, ARMENIAN_CHRISTMAS = on(12, 25), by_julian(12, 25), on(1, 6)
_NAURYZ = (on(3, 21), on(3, 20), on(3, 22), on(3, 23), on(3, 24))

HOLIDAYS: dict[str, Holiday] = {
    "new year": any_of(on(1, 1)),
    "epiphany": any_of(on(1, 6), by_julian(1, 6)),
    "orthodox christmas eve": any_of(by_julian(12, 24)),
    "orthodox christmas": any_of(ORTHODOX_CHRISTMAS),
    "martin luther king day": any_of(nth(3, MONDAY, 1)),
    "valentine's day": any_of(on(2, 14)),
    "presidents' day": differs("Presidents' Day", ", or “the third Monday of February” for that of the United States"),
    "women's day": any_of(on(3, 8), on(8, 9), on(8, 13)),  # South Africa, Tunisia
    "international women's day": any_of(on(3, 8)),
    "st patrick's day": any_of(on(3, 17)),
    "nauryz": Holiday(_NAURYZ),  # the equinox, and up to five days in all
    "april fools' day": any_of(on(4, 1)),
    "ash wednesday": any_of(from_easter(-46)),
    "palm sunday": _moving(-7),
    "maundy thursday": _moving(-3),
    "good friday": _moving(-2),
    "easter": _moving(0),
    "easter monday": _moving(1),
    "pentecost": _moving(49),
    "western palm sunday": any_of(from_easter(-7)),
    "western good friday": any_of(from_easter(-2)),
    "western easter": any_of(from_easter(0)),
    "western easter monday": any_of(from_easter(1)),
    "western pentecost": any_of(from_easter(49)),
    "orthodox palm sunday": any_of(from_orthodox_easter(-7)),
    "orthodox good friday": any_of(from_orthodox_easter(-2)),
    "orthodox easter": any_of(from_orthodox_easter(0)),
    "orthodox easter monday": any_of(from_orthodox_easter(1)),
    "orthodox pentecost": any_of(from_orthodox_easter(49)),
    "may day": any_of(on(5, 1)),
    "victory day": differs("Victory Day"),
    "mother's day": differs("Mother's Day"),
    "memorial day": differs("Memorial Day", ", or “the last Monday of May” for that of the United States"),
    "juneteenth": any_of(on(6, 19)),
    "father's day": differs("Father's Day"),
    "independence day": differs("Independence Day"),
    "fourth of july": any_of(on(7, 4)),
    "bastille day": any_of(on(7, 14)),
    "labor day": differs(
        "Labour Day",
        ", or “May Day” for 1 May, or “the first Monday of September” for that of Canada and the United States",
    ),
    "columbus day": any_of(nth(2, MONDAY, 10), on(10, 12)),  # on the 12th before 1971, and in Latin America
    "halloween": any_of(on(10, 31)),
    "all saints' day": any_of(on(11, 1), from_orthodox_easter(56)),
    "guy fawkes night": any_of(on(11, 5)),
    "armistice day": any_of(on(11, 11)),
    "veterans day": differs("Veterans Day", ", or “11 November” for that of the United States"),
    "remembrance day": differs("Remembrance Day", ", or “11 November” for that of the Commonwealth"),
    "election day": Holiday(unread="which day an Election Day was depends on the country and the year: write the day"),
    "thanksgiving": any_of(
        thanksgiving,
        nth(2, MONDAY, 10),  # Canada
        _early_thanksgiving,
        nth(1, THURSDAY, 11),  # Liberia
        nth(1, MONDAY, 10),  # Saint Lucia
        on(10, 25),  # Grenada
    ),
    "black friday": any_of(lambda year: thanksgiving(year) + 1),
    "christmas eve": any_of(on(12, 24), by_julian(12, 24), on(1, 5)),
    "christmas": any_of(WESTERN_CHRISTMAS, ORTHODOX_CHRISTMAS, ARMENIAN_CHRISTMAS),
    "western christmas eve": any_of(on(12, 24)),
    "western christmas": any_of(WESTERN_CHRISTMAS),
    "boxing day": any_of(on(12, 26)),
    "new year's eve": any_of(on(12, 31)),
    "constitution day": differs("Constitution Day"),
    "republic day": differs("Republic Day"),
    "national day": differs("National Day"),
    "liberation day": differs("Liberation Day"),
    "unity day": differs("Unity Day"),
    "children's day": differs("Children's Day"),
    "teachers' day": differs("Teachers' Day"),
}
