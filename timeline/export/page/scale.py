"""The stretch of days that the chart has its axis over, and where on it a day lies.

A few events far from all others would press the rest of a linear axis into nothing. The axis then covers the shortest
stretch that holds most of the known days, and what is near it; what lies outside is drawn as an arrow at its
border, with its date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.span import date_of, day_of, days_in_month

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.dates.span import Day

_PARTS = (0.9, 0.8, 0.7, 0.6)
_MUCH = 20
_FAR = 2
_NEAR = 10
_YEARS_FROM = 3 * 365
_LEFT, _RIGHT = 1.5, 98.5
"""Between these percents of the width lies the axis; the borders are for what goes on beyond it."""


class Scale(NamedTuple):
    """The days from `first` to `last`, laid out over a width that is counted in percent."""

    first: Day
    last: Day

    def at(self, day: Day) -> float:
        """Return where a day begins; 0 or 100 for a day off the axis."""
        if day < self.first:
            return 0.0
        if day > self.last + 1:
            return 100.0
        return _LEFT + (_RIGHT - _LEFT) * (day - self.first) / (self.last + 1 - self.first)


def scale_for(days: Sequence[Day]) -> Scale:
    """Return the scale for these known days, of which there is at least one."""
    ordered = sorted(days)
    low, high = ordered[0], ordered[-1]
    begin, end = _bulk(ordered)
    near = (end - begin) // _NEAR
    held_or_near = [day for day in ordered if begin - near <= day <= end + near]
    first, last = _in_whole_units(held_or_near[0], held_or_near[-1])
    if high - low + 1 <= _FAR * (last - first + 1):
        first, last = _in_whole_units(low, high)
    return Scale(first, last)


def _bulk(ordered: Sequence[Day]) -> tuple[Day, Day]:
    """Return the shortest stretch that holds nine tenths of the days, or of fewer where that is very much shorter."""
    found: tuple[Day, Day] | None = None
    for part in _PARTS:
        held = max(1, round(len(ordered) * part))
        begin = min(range(len(ordered) - held + 1), key=_length(ordered, held))
        stretch = ordered[begin], ordered[begin + held - 1]
        if found is None or _MUCH * max(stretch[1] - stretch[0], _YEARS_FROM) < found[1] - found[0]:
            found = stretch
    return found or (ordered[0], ordered[-1])


def _length(ordered: Sequence[Day], held: int) -> Callable[[int], int]:
    return lambda place: ordered[place + held - 1] - ordered[place]


def _in_whole_units(low: Day, high: Day) -> tuple[Day, Day]:
    """Return the days widened to whole months; a stretch of years begins with a year."""
    year, month, _ = date_of(low)
    until_year, until_month, _ = date_of(high)
    first = day_of(year, 1 if high - low >= _YEARS_FROM else month)
    return first, day_of(until_year, until_month, days_in_month(until_year, until_month))
