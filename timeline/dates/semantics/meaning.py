"""What date words mean on the day they were written: the vocabulary that every language's grammar builds from.

A `Meaning` gives a `Period` for a day of writing. All are monotone: a later day of writing never gives an earlier
bound, so over a window of days the sound hull runs from what the first day gives to what the last day gives.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, Concatenate, NamedTuple, ParamSpec, TypeAlias

from timeline.dates.matching import Needs, sure
from timeline.dates.missing import no_such_day
from timeline.dates.semantics.periods import NoSuchDateError, Period, Unit, cell, current, either, one_of
from timeline.dates.span import Day, date_of, day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.dates.matching import Rule


class Way(IntEnum):
    """Which of the dates that fit is meant, where the words leave the year, month or week open.

    HABIT: as news has it; UPCOMING: the next, for what was still to come; PAST and FUTURE: the nearest on that side,
    for an end of a range that takes its year from the other end.
    """

    HABIT = 0
    UPCOMING = 1
    PAST = 2
    FUTURE = 3


_Parts = ParamSpec("_Parts")

At: TypeAlias = "Callable[[Day, Way], Period]"

PAST_BIAS = 92
"""By how many days what comes once a year must be nearer than the past one to be read: news tells of what happened.

On 256 articles of TimeBank and AQUAINT anything from 75 to 120 does equally well."""


MOST_DEPTH = 8
"""How deep parts may lie within each other: each level may work out the one below it several times."""


class Meaning(NamedTuple):
    """What an expression means: a function of the day of writing, and the rules that it rests on.

    `deictic` is true where the day of writing matters; `floating` where the words leave a year (or week) open that
    the other end of a range may give. `depth` counts the meanings within it.
    """

    at: Callable[[Day, Way], Any]
    deictic: bool
    floating: bool
    rules: tuple[Rule, ...]
    depth: int = 1


class Annual(NamedTuple):
    """What comes once a year: a month, a season, a holiday, a day of a month.

    `of` gives it in a year, or raises NoSuchDateError (29 February). `winter` is true of what a year's name leaves
    open by a year: the winter of 1994 begins or ends in it. `others` are other days that the same name is given to.
    `rule` is the rule that made it, where there are such others, or where `follows` says that it follows a convention.
    """

    of: Callable[[int], Period]
    winter: bool = False
    others: tuple[Annual, ...] = ()
    rule: Rule | None = None
    follows: bool = False


def meaning_of(rule: Rule, values: tuple[Any, ...]) -> Any | None:
    """Return what a rule builds from its parts, wrapped as a Meaning where it is a function of the day.

    None where the rule refuses them, or where they lie deeper within each other than anyone speaks.
    """
    built = rule.build(*values)
    if isinstance(built, Meaning):
        return built._replace(rules=(rule, *built.rules)) if rule.name else built
    if not callable(built):
        is_told = isinstance(built, Annual) and (built.others or built.follows) and rule.name
        return built._replace(rule=rule) if is_told else built
    depth = 0
    rules: tuple[Rule, ...] = (rule,) if rule.name else ()
    deictic, floating = rule.needs is not Needs.NOTHING, rule.needs is Needs.YEAR
    for part in values:
        if isinstance(part, Meaning):
            depth = max(depth, part.depth)
            deictic, floating = deictic or part.deictic, floating or part.floating
            for one in part.rules:
                if not any(one is other for other in rules):
                    rules += (one,)
        elif isinstance(part, Annual) and part.rule:
            rules += (part.rule,)
    return Meaning(built, deictic, floating, rules, depth + 1) if depth < MOST_DEPTH else None


# Absolute periods and those counted from the day of writing.


def fixed(unit: Unit, index: int) -> At:
    """A numbered cell of the calendar, whatever the day of writing."""
    return lambda _day, _way: cell(unit, index)


def from_now(unit: Unit, shift: int) -> At:
    """The calendar's unit of the day of writing, moved by `shift`: "this week" is 0, "last year" -1."""
    return lambda day, _way: current(unit, day, shift)


def day_cell(day: Day) -> Period:
    """The period that is one day."""
    return cell(Unit.DAY, day)


def just_ended(unit: Unit) -> At:
    """The unit that ended last, read so in reports; soundly it may be the running one."""
    return lambda day, _way: either(current(unit, day, -1), current(unit, day))


# What comes once a year.


@sure
@lru_cache(maxsize=1024)
def month_annual(month: int) -> Annual:
    """A month, of each year."""
    return Annual(lambda year: cell(Unit.MONTH, year * 12 + month - 1))


@sure
@lru_cache(maxsize=16)
def season_annual(season: int) -> Annual:
    """A season (0 is spring), of the year it begins in."""
    return Annual(lambda year: cell(Unit.SEASON, year * 4 + season), winter=season == 3)  # noqa: PLR2004


@lru_cache(maxsize=16)
def part_annual(unit: Unit, number: int) -> Annual:
    """A quarter or half (0 is the first) of each calendar year."""
    count = 4 if unit == Unit.QUARTER else 2
    return Annual(lambda year: cell(unit, year * count + number))


@lru_cache(maxsize=512)
def day_annual(month: int, number: int) -> Annual | None:
    """A day of a month, of each year; None for one that no year has."""
    try:
        day_of(2000, month, number)
    except ValueError:
        return None

    def of(year: int) -> Period:
        try:
            return cell(Unit.DAY, day_of(year, month, number))
        except ValueError as error:
            raise NoSuchDateError(no_such_day(number, month, year)) from error

    return Annual(of)


def of_each_day(make: Callable[Concatenate[Annual, _Parts], At]) -> Callable[Concatenate[Annual, _Parts], At]:
    """Make something of what comes once a year, and where it comes on several days, of each: soundly any of them."""

    @wraps(make)
    def build(annual: Annual, /, *parts: _Parts.args, **named: _Parts.kwargs) -> At:
        if not annual.others:
            return make(annual, *parts, **named)
        every = [make(one, *parts, **named) for one in (annual._replace(others=()), *annual.others)]
        return lambda day, way: _any_there_is(every, day, way)

    return build


def _any_there_is(every: Sequence[At], day: Day, way: Way) -> Period:
    """Return what is meant by one of some functions, of which the first is read and the others may give no date."""
    found = []
    for at in every[1:]:
        try:
            found.append(at(day, way))
        except NoSuchDateError:
            continue
    return one_of(every[0](day, way), *found)


def _around(annual: Annual, day: Day) -> tuple[Period, Period]:
    """Return the last such period begun by a day and the first to come after it."""
    year = date_of(day)[0]
    found = []
    for candidate in range(year - 1, year + 2):
        try:
            found.append(annual.of(candidate))
        except NoSuchDateError:
            continue
    if not (found and found[0].first <= day < found[-1].first):
        # 29 February: the leap years about.
        found = [annual.of(leap) for leap in range(year - 8, year + 9) if leap % 4 == 0 and leap % 100]
    past = max((one for one in found if one.first <= day), key=lambda one: one.first)
    coming = min((one for one in found if one.first > day), key=lambda one: one.first)
    return past, coming


@sure
@of_each_day
def nearest(annual: Annual) -> At:
    """The past one, unless the coming one is nearer by more than `PAST_BIAS`; soundly the last and the nearest."""

    def at(day: Day, way: Way) -> Period:
        past, future = _around(annual, day)
        if past.last >= day or way == Way.PAST:
            return past
        if way != Way.HABIT:
            return future
        nearer_by = (day - past.last) - (future.first - day)
        if nearer_by <= 0:
            return past
        return one_of(future, past) if nearer_by > PAST_BIAS else one_of(past, future)

    return at


@of_each_day
def last_such(annual: Annual) -> At:
    """The most recent such that is over, or that of last year: both are in use."""

    def at(day: Day, _way: Way) -> Period:
        # A season is over some three weeks later by the sky than by the calendar.
        over = [
            _over_by(annual, early) for early in ((day, day - 22) if annual.of(2000).unit == Unit.SEASON else (day,))
        ]
        return one_of(*over, annual.of(date_of(day)[0] - 1))

    return at


def _over_by(annual: Annual, day: Day) -> Period:
    past, _ = _around(annual, day)
    return past if past.last < day else _around(annual, past.first - 1)[0]


@of_each_day
def most_recent(annual: Annual) -> At:
    """The most recent such that has begun before the day of writing: "this past spring"."""
    return lambda day, _way: _over_by(annual, day)


@of_each_day
def next_such(annual: Annual) -> At:
    """The first such to come, or that of next year: both are in use."""

    def at(day: Day, _way: Way) -> Period:
        return one_of(_around(annual, day)[1], annual.of(date_of(day)[0] + 1))

    return at


@of_each_day
def first_to_come(annual: Annual) -> At:
    """The first such to come: "this coming May"."""
    return lambda day, _way: _around(annual, day)[1]


@of_each_day
def this_such(annual: Annual) -> At:
    """That of this year; soundly the nearest too ("this winter", said in January)."""
    near = nearest(annual)

    def at(day: Day, way: Way) -> Period:
        of_year = annual.of(date_of(day)[0])
        return one_of(near(day, way), of_year) if annual.winter else one_of(of_year, near(day, way))

    return at


@sure
@of_each_day
def in_year(annual: Annual, year: Meaning) -> At:
    """That of a year; "the winter of 1994" soundly also the winter that began the year before."""

    def at(day: Day, way: Way) -> Period:
        number = date_of(year.at(day, way).first)[0]
        found = annual.of(number)
        return one_of(found, annual.of(number - 1)) if annual.winter else found

    return at
