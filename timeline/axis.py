"""An axis of time in cells, each as wide as a letter: which cells a span takes, and ticks that there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.span import date_of, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.dates.span import Day

_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS_IN_YEAR = 12
_MONTH_STEPS = (1, 2, 3, 6)
_DAY_STEPS = (1, 2, 7)
_MONTH_CELLS, _DAY_CELLS = 5, 7
_LONGEST_IN_DAYS = 92


class Tick(NamedTuple):
    """A labelled cell of an axis, and the day that begins in it."""

    cell: int
    label: str
    day: Day


class Axis(NamedTuple):
    """The days from `first` to `last` in `cells` cells of (nearly) as many days each; a day may take several cells."""

    first: Day
    last: Day
    cells: int

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1

    def begins(self, day: Day) -> int:
        """Return the first cell that has something of a day; below 0 or past the last for a day off the axis."""
        since = day - self.first
        if self.days < self.cells:
            return -(-since * self.cells // self.days)
        return ((since + 1) * self.cells - 1) // self.days

    def ends(self, day: Day) -> int:
        """Return the last cell that has something of a day."""
        return ((day - self.first + 1) * self.cells - 1) // self.days

    def ticks(self) -> list[Tick]:
        """Return ticks at the first days of years, months or days, as close as there is room for their labels."""
        for some in (self._day_ticks(), self._month_ticks(), self._year_ticks()):
            if some:
                return some
        return [Tick(0, _year(date_of(self.first)[0]), self.first)]

    def _day_ticks(self) -> list[Tick]:
        for step in _DAY_STEPS:
            if self.days <= _LONGEST_IN_DAYS and self.cells * step / self.days >= _DAY_CELLS:
                ticks = [self._tick(day, _day(day)) for day in range(self.first, self.last + 1, step)]
                return self._with_year(ticks, date_of(self.first)[0])
        return []

    @staticmethod
    def _with_year(ticks: list[Tick], year: int) -> list[Tick]:
        """Return ticks the first of which says its year, as no label before it does."""
        return [ticks[0]._replace(label=f"{ticks[0].label} {_year(year)}"), *ticks[1:]]

    def _month_ticks(self) -> list[Tick]:
        year, month, day = date_of(self.first)
        count = year * _MONTHS_IN_YEAR + month - 1 + (day > 1)
        until_year, until_month, _ = date_of(self.last)
        until = until_year * _MONTHS_IN_YEAR + until_month - 1
        for step in _MONTH_STEPS:
            if self.cells * step * 30 / self.days >= _MONTH_CELLS:
                months = range(-(-count // step) * step, until + 1, step)
                ticks = [self._month_tick(*divmod(each, _MONTHS_IN_YEAR)) for each in months]
                is_january = bool(months) and months[0] % _MONTHS_IN_YEAR == 0
                return ticks if is_january or not ticks else self._with_year(ticks, months[0] // _MONTHS_IN_YEAR)
        return []

    def _month_tick(self, year: int, month: int) -> Tick:
        return self._tick(day_of(year, month + 1), _MONTHS[month + 1] if month else _year(year))

    def _year_ticks(self) -> list[Tick]:
        (first, *since), last = date_of(self.first), date_of(self.last)[0]
        first += since != [1, 1]
        room = max(len(_year(first)), len(_year(last))) + 2
        for step in _year_steps():
            if self.cells * step * 365 / self.days >= room:
                years = range(-(-first // step) * step, last + 1, step)
                return [self._tick(day_of(year), _year(year)) for year in years]
        return []

    def _tick(self, day: Day, label: str) -> Tick:
        return Tick(self.begins(day), label, day)


def _year_steps() -> Iterator[int]:
    step = 1
    while True:
        yield from (step, 2 * step, 5 * step)
        step *= 10


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _day(day: Day) -> str:
    _, month, number = date_of(day)
    return f"{number} {_MONTHS[month]}"
