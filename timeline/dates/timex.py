"""TIMEX3 values to days: which days "1998-08", "1998-W33" or "1998-SU" are. A season is the calendar's."""

from __future__ import annotations

from timeline.dates.semantics.periods import NoSuchDateError, Unit, cell, index_of
from timeline.dates.span import Day, day_of, weekday

_SEASONS = {"SP": 0, "SU": 1, "FA": 2, "WI": 3}
_DIGITS_OF_UNIT = {4: Unit.YEAR, 3: Unit.DECADE, 2: Unit.CENTURY}


def days_of(value: str) -> tuple[Day, Day] | None:
    """Return the first and last day of a TIMEX3 value, or None for one that names no calendar period."""
    date = value.partition("T")[0] if value[:1].isdigit() else ""
    try:
        return _days_of(date.split("-"))
    except (ValueError, NoSuchDateError):
        return None


def _days_of(parts: list[str]) -> tuple[Day, Day] | None:
    if len(parts) == 1:
        unit = _DIGITS_OF_UNIT.get(len(parts[0]))
        return None if unit is None else cell(unit, int(parts[0]))[:2]
    year, name = int(parts[0]), parts[1]
    if name in _SEASONS:
        return cell(Unit.SEASON, year * 4 + _SEASONS[name])[:2]
    if name[0] == "W":
        return _week(year, int(name[1:]), is_weekend=parts[-1] == "WE")
    if name[0] in "QH":
        unit, count = (Unit.QUARTER, 4) if name[0] == "Q" else (Unit.HALF, 2)
        return cell(unit, year * count + int(name[1]) - 1)[:2]
    if len(parts) == 2:  # noqa: PLR2004
        return cell(Unit.MONTH, index_of(Unit.MONTH, day_of(year, int(name))))[:2]
    day = day_of(year, int(name), int(parts[2]))
    return day, day


def _week(year: int, number: int, *, is_weekend: bool) -> tuple[Day, Day]:
    january_4 = day_of(year, 1, 4)
    monday = january_4 - weekday(january_4) + 7 * (number - 1)
    return (monday + 5, monday + 6) if is_weekend else (monday, monday + 6)
