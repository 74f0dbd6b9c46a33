"""Nights told by the two days that they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.semantics.counting import ONE, counted_from
from timeline.dates.semantics.meaning import At, Meaning, Way
from timeline.dates.semantics.parts import at_time
from timeline.dates.semantics.periods import NoSuchDateError, Period, Unit

if TYPE_CHECKING:
    from timeline.dates.span import Day


def night_on(date: Meaning) -> At:
    """The night that ends on a day: "the night to Wednesday", «в ночь на среду»."""
    eve = Meaning(counted_from(ONE, Unit.DAY, -1, date), date.deictic, date.floating, date.rules)
    return at_time("NI", eve)


def night_between(first: Meaning, second: Meaning) -> At:
    """The night from one day to the next: "the night of Monday to Tuesday"."""
    night = night_on(second)

    def at(day: Day, way: Way) -> Period:
        found = night(day, way)
        begun: Period = first.at(found.first, Way.PAST if first.floating else way)
        if begun.first != found.first:
            raise NoSuchDateError("a night is of two days that follow each other")
        return found

    return at


def night_of_days(first: int, second: Meaning) -> At:
    """The same, by the number of its first day."""
    night = night_on(second)

    def at(day: Day, way: Way) -> Period:
        found = night(day, way)
        if not (found.value or "").endswith(f"-{first:02d}TNI"):
            raise NoSuchDateError("a night is of two days that follow each other")
        return found

    return at
