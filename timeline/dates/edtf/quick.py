"""The quick way to read EDTF: one bounded regular expression for a date, and tables for what its two digits can be.

It reads what is valid, into the values that the cursor of `edtf.date` and `edtf.parsing` would build, and leaves all
else to that: what is at fault, to be told where; what is valid in a rare way, such as `Y007E08`; and what takes a look
at the calendar, such as whether an end that is not plainly after its start can still follow it.
"""

from __future__ import annotations

import re
from typing import Literal

from timeline.dates.edtf.digits import exact_year, fits_leap_year, fitting_numbers
from timeline.dates.edtf.span import grouping_months
from timeline.dates.edtf.value import (
    MARKS,
    MOST_YEAR_DIGITS,
    SUB_YEAR_GROUPINGS,
    Date,
    DateSet,
    EdtfValue,
    End,
    Interval,
    Range,
)
from timeline.dates.span import days_in_month

# Nothing in them repeats without bound, and each character can be taken in one way only: they never go back.
_DATE = re.compile(
    r"""
    ([~?%]?) (-?[0-9X]{4}) (?:S([1-4]))? ([~?%]?)
    (?: - ([~?%]?) ([0-9X]{2}) ([~?%]?)
        (?: - ([~?%]?) ([0-9X]{2}) ([~?%]?)
            (?: T ( (?:[01][0-9]|2[0-3]) : [0-5][0-9] : (?:[0-5][0-9]|60)
                    (?: Z | [+-] (?:[01][0-9]|2[0-3]) (?: : [0-5][0-9] )? )? ) )? )? )?
    """,
    re.VERBOSE,
).fullmatch
_LONG_YEAR = re.compile(
    r"([~?%]?) Y (-?) ([1-9][0-9]{0,17}) (?:E(0|[1-9][0-9]?))? (?:S([1-9][0-9]?))? ([~?%]?)", re.VERBOSE
).fullmatch

_BITS = {mark: bits for bits, mark in enumerate(MARKS)}
_OPENING = ("[", "{")
_KINDS: dict[str, Literal["[]", "{}"]] = {"[]": "[]", "{}": "{}"}
_LAST_MONTH, _LAST_DAY, _SAFE_DAY, _LEAP_DAY = 12, 31, 28, 29
_PAIRS = [tens + ones for tens in "0123456789X" for ones in "0123456789X"]
_FITTING_MONTHS = {pair: fitting for pair in _PAIRS if (fitting := fitting_numbers(pair, _LAST_MONTH))}
_FITTING_DAYS = {pair: fitting for pair in _PAIRS if (fitting := fitting_numbers(pair, _LAST_DAY))}
_MONTHS = {
    "": (1, _LAST_MONTH),
    **{pair: (fitting[0], fitting[-1]) for pair, fitting in _FITTING_MONTHS.items()},
    **{str(code): (grouping_months(code)[0], sum(grouping_months(code)) - 1) for code in SUB_YEAR_GROUPINGS},
}
"""The first and last month that a month's place can mean; 13 and 14 are the next year's, in which a winter ends."""
_LONGEST = {pair: max(days_in_month(1, month) for month in fitting) for pair, fitting in _FITTING_MONTHS.items()}
"""The length of the longest month that a month's place can mean, in a common year; parts of a year have no days."""
_FIRST_DAYS = {"": 1, **{pair: fitting[0] for pair, fitting in _FITTING_DAYS.items()}}
"""The first day that a day's place can mean."""
_LAST_DAYS = {
    **{pair: max((day for day in days if day <= _SAFE_DAY), default=days[0]) for pair, days in _FITTING_DAYS.items()},
    **dict.fromkeys(("", "XX"), _LAST_DAY),
}
"""The last day, of those that every month has, that a day's place can mean; 31 is the last of its month."""


def quick_value(text: str) -> EdtfValue | None:
    """Return what a valid EDTF text says; None leaves it to the cursor, which knows what is wrong with it."""
    if "/" in text:
        return _interval(text)
    return _date_set(text) if text[:1] in _OPENING else _date(text)


def _date(text: str) -> Date | None:
    """Read one date, perhaps with a time of day."""
    found = _DATE(text)
    if found is None:
        return _long_year(text)
    left, year, significant, mark, month_left, month, month_right, day_left, day, day_right, time = found.groups("")
    if year == "-0000" or (month and month not in _MONTHS) or (day and not _exists(year, month, day)):
        return None
    if significant and (month or "X" in year):
        return None
    bits = (0, 0, 0)
    if left or mark or month_left or month_right or day_left or day_right:
        if time:
            return None
        # A mark to the right of a component is about that and all before it.
        days = _BITS[day_right]
        months = _BITS[month_right] | days
        bits = (_BITS[left] | _BITS[mark] | months, _BITS[month_left] | months, _BITS[day_left] | days)
    if time and "X" in year + month + day:
        return None
    return Date(year, month, day, bits, int(significant) if significant else 0, time)


def _exists(year: str, month: str, day: str) -> bool:
    """Whether some day fits."""
    first = _FIRST_DAYS.get(day, _LAST_DAY + 1)
    return first <= _LONGEST.get(month, 0) or (first == _LEAP_DAY and month == "02" and fits_leap_year(year))


def _long_year(text: str) -> Date | None:
    """Read a year written with `Y`."""
    found = _LONG_YEAR(text)
    if found is None:
        return None
    left, sign, digits, exponent, significant, right = found.groups("")
    length, count = len(digits) + int(exponent or 0), int(significant or 0)
    if length > MOST_YEAR_DIGITS or count > length or (not exponent and length <= len("YYYY")):
        return None
    year = f"Y{sign}{digits}E{exponent}" if exponent else f"Y{sign}{digits}"
    return Date(year, "", "", (_BITS[left] | _BITS[right], 0, 0), count)


def _interval(text: str) -> Interval | None:
    first, _, last = text.partition("/")
    start, end = _end(first), _end(last)
    if start is None or end is None or (isinstance(end, Date) and end.time):
        return None
    if not isinstance(start, Date):
        return Interval(start, end) if isinstance(end, Date) else None
    if start.time or (isinstance(end, Date) and not _plainly_in_order(start, end)):
        return None
    return Interval(start, end)


def _end(text: str) -> End | None:
    return "" if not text else ".." if text == ".." else _date(text)


def _date_set(text: str) -> DateSet | None:
    kind = _KINDS.get(text[0] + text[-1])
    if kind is None:
        return None
    members: list[Date | Range] = []
    for part in text[1:-1].split(","):
        if members and isinstance(members[-1], Range) and members[-1].last is None:
            return None
        member = _member(part.lstrip(" ") if members else part, is_first=not members)
        if member is None:
            return None
        members.append(member)
    return DateSet(kind, tuple(members))


def _member(text: str, *, is_first: bool) -> Date | Range | None:
    """Read a member of a set; only the first may be open below."""
    if ".." not in text:
        date = _date(text)
        return None if date is None or date.time else date
    before, _, after = text.partition("..")
    first, last = _date(before) if before else None, _date(after) if after else None
    if (before and (first is None or first.time)) or (after and (last is None or last.time)):
        return None
    if first is None:
        return Range(None, last) if last is not None and is_first else None
    return Range(first, last) if last is None or _plainly_in_order(first, last) else None


def _plainly_in_order(first: Date, last: Date) -> bool:
    """Whether an early day of `first`, which it can certainly mean, is no later than a late one of `last`."""
    one, other = first.year, last.year
    if one < other and one.isdigit() and other.isdigit():
        return True
    earliest = (_early_year(one), _MONTHS[first.month][0], _FIRST_DAYS[first.day])
    latest = (_late_year(other), _MONTHS[last.month][1], _LAST_DAYS[last.day])
    return earliest <= latest and not _needs_calendar(first) and not _needs_calendar(last)


def _needs_calendar(date: Date) -> bool:
    """Whether only the calendar knows which of several months or years have its 29th, 30th or 31st."""
    return _FIRST_DAYS[date.day] > _SAFE_DAY and "X" in date.year + date.month + date.day


def _early_year(year: str) -> int:
    if "X" in year:
        return int(year.replace("X", "9" if year[0] == "-" else "0"))
    return exact_year(year) if year[0] == "Y" else int(year)


def _late_year(year: str) -> int:
    if "X" in year:
        return min(int(year.replace("X", "0")), -1) if year[0] == "-" else int(year.replace("X", "9"))
    return exact_year(year) if year[0] == "Y" else int(year)
