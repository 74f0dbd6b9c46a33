"""What business reports compare: fiscal years and their quarters, and the quarter of a year ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.semantics.meaning import Annual, At, Meaning, Way, from_now, nearest, of_each_day
from timeline.dates.semantics.parts import fiscal, fiscal_part
from timeline.dates.semantics.periods import Period, Unit, cell, current, either, index_of
from timeline.dates.span import Day, date_of

if TYPE_CHECKING:
    from collections.abc import Callable


def fiscal_of(named: Meaning) -> At:
    """The fiscal year of a year's number."""
    return lambda day, way: fiscal(date_of(named.at(day, way).first)[0])


def fiscal_year(shift: int) -> Callable[[], At]:
    """The fiscal year `shift` years from the running one."""
    return lambda: lambda day, _way: fiscal(date_of(day)[0] + shift)


def fiscal_quarter(annual: Annual) -> At:
    """A fiscal quarter: the last one by the calendar, soundly any of the fiscal years about."""
    near = nearest(annual)
    return lambda day, _way: fiscal_part(near(day, Way.PAST))


def fiscal_quarter_of(annual: Annual, named: Meaning) -> At:
    """A quarter of a fiscal year: "the fiscal first quarter of 1990"."""
    return lambda day, way: fiscal_part(annual.of(date_of(named.at(day, way).first)[0]))


def quarter_a_year_ago() -> At:
    """The quarter just ended, a year before; soundly the running one, a year before."""
    return lambda day, _way: either(current(Unit.QUARTER, day, -5), current(Unit.QUARTER, day, -4))


@of_each_day
def annual_a_year_ago(annual: Annual) -> At:
    """A named quarter or month, a year before the nearest."""
    near = nearest(annual)
    return lambda day, way: annual.of(date_of(near(day, way).first)[0] - 1)


def unit_a_year_ago(unit: Unit) -> At | None:
    """The running unit, a year before: "the same month last year"."""
    shift = {Unit.MONTH: -12, Unit.WEEK: -52}.get(unit)
    return None if shift is None else from_now(unit, shift)


def quarter_compared(number: int) -> At:
    """The quarter of a year that is compared with the one just ended: "the 1988 quarter"."""

    def at(day: Day, _way: Way) -> Period:
        return either(cell(Unit.QUARTER, number * 4 + (index_of(Unit.QUARTER, day) - 1) % 4), cell(Unit.YEAR, number))

    return at
