"""EDTF values to spans: the days a value reads as, and the days it soundly allows.

Padding. What is approximate or uncertain may be off by one unit of its own precision each side, by two where it is
both (`%`). These are python-edtf's published defaults (its `appsettings`): a day, a month, a year, 12 weeks for a
season, a decade, a century, a millennium. A component with an unspecified digit has the precision of the next larger
unit (`2019-1X~` is padded by a year). Where only some components are qualified, each run of components qualified
alike is padded by its finest unit and the paddings add up: `2004-06~-11` by a month, `?2004-06-~11` by a year and a
day.

Seasons. A season reads as the northern meteorological one: spring is March to May, summer June to August, autumn
September to November; winter is December of the year named to February of the next (TIMEX3's WI). Its sound span also
holds the season of the sky, to the last day before the equinox or solstice usually comes. 25..28 (northern) are the
same; 29..32 (southern) have the months of the opposite season, and southern summer begins in December of the year
named.

Times. A time of day is of the day written, as its own time zone counts it. Universal time (`Z`) is of no place: the
sound span then holds the day before or after where local time somewhere makes it so.

Unspecified digits allow whatever fits. Where that is in several runs (`2019-XX-15`) the span keeps them apart, as it
does the members of a "one of" set; not where it is qualified or the runs are many. `XXXX` is "some year" and sets no
bound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.dates.boxes import MOST, highest, lowest
from timeline.dates.clock import days_off
from timeline.dates.edtf.digits import (
    earliest_and_latest,
    exact_year,
    fewest_runs,
    fitting_numbers,
    significant_digits,
    specified,
)
from timeline.dates.edtf.value import APPROXIMATE, SEASONS, UNCERTAIN, Date, EdtfValue, Interval, Range
from timeline.dates.span import UNKNOWN, Bounds, Day, Span, date_of, day_of, days_in_month, one_of, span, throughout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Window: TypeAlias = tuple[Day | None, Day | None]

_MONTHS_IN_YEAR, _LONGEST_MONTH = 12, 31
_FIRST_MONTHS = {
    **dict(zip(SEASONS, (3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6), strict=True)),
    **{33 + quarter: 1 + 3 * quarter for quarter in range(4)},
    **{37 + quadrimester: 1 + 4 * quadrimester for quadrimester in range(3)},
    **{40 + semestral: 1 + 6 * semestral for semestral in range(2)},
}
_LAST_OF_SKY = {3: (0, 6, 21), 6: (0, 9, 23), 9: (0, 12, 21), 12: (1, 3, 21)}
"""By the first month of a season: years later, month and day of the last day of the season of the sky."""
_SEASON_PADDING = 12 * 7


class _Padding(NamedTuple):
    """How far to widen, each side."""

    months: int = 0
    days: int = 0


def reading(value: EdtfValue) -> Span:
    """Return the days a value reads as, qualifiers beside them but without padding.

    Raises ValueError when an interval's end cannot follow its start.
    """
    return _span(value, reading_window)


def sound(value: EdtfValue) -> Span:
    """Return every day that a value allows: its reading, padded, and seasons by each convention."""
    return _span(value, sound_window)


def _span(value: EdtfValue, window: Callable[[Date], Window]) -> Span:
    if isinstance(value, Date):
        return _date_span(value, window)
    if isinstance(value, Interval):
        start, end = (_date_span(side, window) if isinstance(side, Date) else UNKNOWN for side in value)
        return throughout(start, end)
    bits = _all_bits(date for member in value.members for date in _dates(member))
    if value.kind == "[]":
        runs = sum(fewest_runs(member) for member in value.members if isinstance(member, Date))
        whole = runs + len(value.members) > MOST  # more than are kept apart: then only their bounds matter
        pieces = (piece for member in value.members for piece in _member_pieces(member, window, whole=whole))
        return one_of(pieces, approximate=bool(bits & APPROXIMATE), uncertain=bool(bits & UNCERTAIN))
    windows = [pair for member in value.members for pair in _member_windows(member, window)]
    lows, highs = zip(*windows, strict=True)
    first, last = lowest(lows), highest(highs)
    # Of all that happened, the first is over by the first of the latest days, and the last not yet by the last
    # of the earliest: each end keeps the window of the member that decides it.
    start_latest = min((day for day in highs if day is not None), default=None)
    end_earliest = max((day for day in lows if day is not None), default=None)
    return span(
        (first, start_latest),
        (end_earliest, last),
        approximate=bool(bits & APPROXIMATE),
        uncertain=bool(bits & UNCERTAIN),
    )


def _date_span(date: Date, window: Callable[[Date], Window]) -> Span:
    bits = date.qualifiers[0] | date.qualifiers[1] | date.qualifiers[2]
    first, last = window(date)
    if "X" in date.year + date.month + date.day and not bits and first is not None and last is not None:
        return one_of(_runs(date, window) or [(first, last, first, last)])
    return Span(first, last, first, last, bool(bits & APPROXIMATE), bool(bits & UNCERTAIN))


def _runs(date: Date, window: Callable[[Date], Window]) -> list[Bounds]:
    """Return the days of each date that fits unspecified digits; none where these are one run, or too many."""
    if not 0 < fewest_runs(date) <= MOST:
        return []
    return [(*days, *days) for days in map(window, specified(date))]


def _member_pieces(member: Date | Range, window: Callable[[Date], Window], *, whole: bool) -> tuple[Bounds, ...]:
    """Return what a member of a "one of" set allows; a range is all from its first date to its last.

    `whole` gives the bounds of a date with unspecified digits instead of each of its runs.
    """
    if isinstance(member, Date) and whole:
        return ((*(days := window(member)), *days),)
    if isinstance(member, Date):
        return _date_span(member, window).pieces
    first = window(member.first)[0] if member.first else None
    last = window(member.last)[1] if member.last else None
    return ((first, last, first, last),)


def _all_bits(dates: Iterable[Date]) -> int:
    bits = 0
    for date in dates:
        bits |= date.qualifiers[0] | date.qualifiers[1] | date.qualifiers[2]
    return bits


def _dates(member: Date | Range) -> list[Date]:
    return [member] if isinstance(member, Date) else [date for date in member if date is not None]


def _member_windows(member: Date | Range, window: Callable[[Date], Window]) -> list[Window]:
    windows = [window(date) for date in _dates(member)]
    if isinstance(member, Range) and member.first is None:
        windows.append((None, windows[0][1]))
    if isinstance(member, Range) and member.last is None:
        windows.append((windows[0][0], None))
    return windows


def reading_window(date: Date) -> Window:
    """Return the first and last day a date reads as; None is open."""
    first: Day | None
    last: Day | None
    if date.day.isdigit() and date.month.isdigit() and date.year.isdigit():
        first = day_of(int(date.year), int(date.month), int(date.day))
        return first, first
    first_year, last_year = _years(date)
    if date.day and "X" in date.year + date.month + date.day:
        first, last = earliest_and_latest(date) or (None, None)
        return (None if first_year is None else first, None if last_year is None else last)
    if date.grouping is not None:
        months, length = grouping_months(date.grouping)
        later, last_month = divmod(months + length - 2, _MONTHS_IN_YEAR)
        first_month, last_month = months, last_month + 1
        last_year = None if last_year is None else last_year + later
    else:
        fitting = fitting_numbers(date.month, _MONTHS_IN_YEAR) if date.month else (1, _MONTHS_IN_YEAR)
        first_month, last_month = fitting[0], fitting[-1]
    day = int(date.day) if date.day else 0
    first = None if first_year is None else day_of(first_year, first_month, day or 1)
    last = None if last_year is None else day_of(last_year, last_month, day or days_in_month(last_year, last_month))
    return first, last


def sound_window(date: Date) -> Window:
    """Return the first and last day a date allows; None is open."""
    first, last = reading_window(date)
    if date.significant:
        low, high = _estimated_years(date)
        first, last = day_of(low), day_of(high, 12, 31)
    if date.grouping in SEASONS and last is not None:
        years, month, number = _LAST_OF_SKY[_FIRST_MONTHS[int(date.month)]]
        last_year = _years(date)[1]
        assert last_year is not None  # noqa: S101 - the last day is known
        last = max(last, day_of(last_year + years, month, number))
    if date.time and first is not None and last is not None:
        before, after = days_off(date.time)
        first, last = first - before, last + after
    if any(date.qualifiers):
        padding = padding_of(date)
        first = None if first is None else _moved(first, -padding.months, -padding.days)
        last = None if last is None else _moved(last, padding.months, padding.days)
    return first, last


def grouping_months(code: int) -> tuple[int, int]:
    """Return the first month of a sub-year grouping and how many months it has."""
    length = 3 if code < 37 else 4 if code < 40 else 6  # noqa: PLR2004 - the codes of the specification
    return _FIRST_MONTHS[code], length


def _years(date: Date) -> tuple[int | None, int | None]:
    """Return the first and last year that fit; None is open."""
    year = date.year
    if "X" not in year:
        number = exact_year(year)
        return number, number
    if year == "XXXX":
        return None, None
    if year == "-XXXX":
        return None, -1
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return (high, min(low, -1)) if year[0] == "-" else (low, high)


def _estimated_years(date: Date) -> tuple[int, int]:
    """Return the first and last year that share the significant digits."""
    number = exact_year(date.year)
    place = 10 ** (significant_digits(date.year) - date.significant)
    low = abs(number) // place * place
    high = low + place - 1
    return (low, high) if number >= 0 else (-high, min(-low, -1))


def padding_of(date: Date) -> _Padding:
    """Return how far a date's qualifiers widen it each side; see the module's docstring."""
    months = days = 0
    bits = (*date.qualifiers, 0)
    for place in range(3):
        if bits[place] and bits[place] != bits[place + 1]:
            unit = _unit(date, place)
            times = 2 if bits[place] == APPROXIMATE | UNCERTAIN else 1
            months, days = months + unit.months * times, days + unit.days * times
    return _Padding(months, days)


def _unit(date: Date, place: int) -> _Padding:
    """Return one unit of the precision of a component: 0 is the year, 1 the month, 2 the day."""
    component = (date.year, date.month, date.day)[place]
    if place == 0:
        return _Padding(months=_MONTHS_IN_YEAR * _unit_of_year(date))
    if "X" in component:
        return _unit(date, place - 1)
    if date.grouping in SEASONS:
        return _Padding(days=_SEASON_PADDING)
    if date.grouping is not None:
        return _Padding(months=grouping_months(date.grouping)[1])
    return _Padding(months=1) if place == 1 else _Padding(days=1)


def _unit_of_year(date: Date) -> int:
    if date.significant:
        return int(10 ** (significant_digits(date.year) - date.significant))
    if "X" in date.year:
        return int(10 ** (len(date.year) - date.year.index("X")))
    return int(10 ** int(date.year.partition("E")[2] or 0))


def _moved(day: Day, months: int, days: int) -> Day:
    """Return a day moved by months, then days; the last of a month moves forward to the last of a month."""
    year, month, number = date_of(day)
    at_end = months > 0 and number == days_in_month(year, month)
    later, month_index = divmod(month - 1 + months, _MONTHS_IN_YEAR)
    length = days_in_month(year + later, month_index + 1)
    return day_of(year + later, month_index + 1, length if at_end else min(number, length)) + days
