"""Spans to EDTF text: the tightest text that claims no more than the span.

A span that is "once, at some time within" a unit (day, month, year, decade, century, millennium) is that unit; other
windows are "one of" ranges, `[2019-03-10..2019-03-13]`, with an open side where the bound is open, and alternatives are
several of these, `[2019-03-05,2019-03-12]`. A span that goes on is an interval of the smallest units that hold the
windows of its start and its end.

EDTF writes no month or day of a year beyond 9999 or before -9999: such bounds are widened to their years.
"""

from __future__ import annotations

import datetime

from timeline.dates.span import Day, Span, date_of, day_of, days_in_month, iso

_YEAR, _MONTH, _DAY = 0, 1, 2
_LAST_MONTH, _DECEMBER_31 = 12, (12, 31)
_FOUR_DIGITS = 9999
_LAST_ORDINAL = datetime.date.max.toordinal()


def for_span(span: Span) -> str:
    """Return the tightest EDTF text that allows all that `span` allows, "" where EDTF has no bound to give.

    Resolving it gives `span` back where EDTF can say it, else a span that holds it. Qualifiers are written on every
    date of the text.
    """
    mark = span.qualifier
    start_earliest, start_latest, end_earliest, end_latest = span.bounds
    if span.alternatives and span.is_once:
        members = (_once(first, last, mark).strip("[]") for first, last, _, _ in span.alternatives)
        return f"[{','.join(dict.fromkeys(members))}]"  # beyond four digits, days widened to their years may meet
    if span.is_once:
        return _once(start_earliest, start_latest, mark)
    start = _smallest_unit(start_earliest, start_latest, mark)
    end = _smallest_unit(end_earliest, end_latest, mark)
    if start and end:
        return f"{start}/{end}"
    if start and end_latest is None:
        return f"{start}/.."
    if end and start_earliest is None:
        return f"../{end}"
    # An interval must have the unit of an end: without one, all that EDTF can say is a window around both.
    return _once(start_earliest, end_latest, mark)


def _once(first: Day | None, last: Day | None, mark: str) -> str:
    if first is None and last is None:
        return ""
    if first is not None and last is not None:
        if 1 < first < last <= _LAST_ORDINAL:  # told by the calendar at once: no unit begins on any day but a first
            begin, end = datetime.date.fromordinal(first).isoformat(), datetime.date.fromordinal(last).isoformat()
            if not begin.endswith("-01"):
                return f"[{begin}{mark}..{end}{mark}]"
        unit = exact_unit(first, last)
        if unit:
            return unit + mark
    precision = _common_precision(first, last)
    low = "" if first is None else _written(first, precision) + mark
    high = "" if last is None else _written(last, precision) + mark
    # Beyond four digits, days widened to their years may meet.
    return low if low == high else f"[{low}..{high}]"


def _common_precision(first: Day | None, last: Day | None) -> int:
    """Return the coarsest precision at which the window's ends are the ends of units."""
    _, month, day = date_of(first) if first is not None else (0, 1, 1)
    last_year, last_month, last_day = date_of(last) if last is not None else (0, *_DECEMBER_31)
    if (month, day) == (1, 1) and (last_month, last_day) == _DECEMBER_31:
        return _YEAR
    return _MONTH if day == 1 and last_day == days_in_month(last_year, last_month) else _DAY


def _written(day: Day, precision: int) -> str:
    year, month, _ = date_of(day)
    if precision == _YEAR or abs(year) > _FOUR_DIGITS:
        return _year(year)
    return f"{_year(year)}-{month:02d}" if precision == _MONTH else _with_sign(day)


def _year(year: int) -> str:
    if abs(year) > _FOUR_DIGITS:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _with_sign(day: Day) -> str:
    year, month, number = date_of(day)
    return iso(day) if year >= 0 else f"{_year(year)}-{month:02d}-{number:02d}"


def exact_unit(first: Day, last: Day) -> str:
    """Return the day, month, year, decade, century or millennium that is exactly these days, "" if none is."""
    unit = _smallest_unit(first, last, "")
    return unit if unit and _days_of(first, unit) == (first, last) else ""


def _smallest_unit(first: Day | None, last: Day | None, mark: str) -> str:
    """Return the smallest unit that holds the window, "" if none does."""
    if first is None or last is None:
        return ""
    year, month, _ = date_of(first)
    last_year, last_month, _ = date_of(last)
    if year == last_year:
        if abs(year) > _FOUR_DIGITS:
            return _year(year) + mark
        if month != last_month:
            return _year(year) + mark
        return (_with_sign(first) if first == last else f"{_year(year)}-{month:02d}") + mark
    if max(abs(year), abs(last_year)) > _FOUR_DIGITS or (year < 0) != (last_year < 0):
        return ""
    texts = _year(year), _year(last_year)
    for digits in (1, 2, 3):
        if texts[0][:-digits] == texts[1][:-digits]:
            return texts[0][:-digits] + "X" * digits + mark
    return ""


def _days_of(first: Day, unit: str) -> tuple[Day, Day]:
    """Return the days of a unit around `first`."""
    year, month, _ = date_of(first)
    if "X" in unit:
        low, high = sorted((int(unit.replace("X", "0")), int(unit.replace("X", "9"))))
        return day_of(low), day_of(min(high, -1) if unit[0] == "-" else high, *_DECEMBER_31)
    pieces = unit.lstrip("-").count("-")
    if pieces == _DAY:
        return first, first
    if pieces == _MONTH:
        return day_of(year, month), day_of(year, month, days_in_month(year, month))
    return day_of(year), day_of(year, *_DECEMBER_31)
