"""What is wrong with what could not be read: a slip in EDTF, or a day that the calendar does not have.

What no rule reads may still be plainly a date, such as 30 February. Whoever wrote it is told which day does not exist,
in the words that a slip in EDTF is told in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.dates.span import days_in_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.dates.matching import Token

_NAMES = "January February March April May June July August September October November December".split()  # noqa: SIM905
_LEAP_YEAR, _MONTHS, _HUNDRED = 2000, 12, 100
_DAYS = ("DAYNO", "ORD", "DAYORD", "NUM")
_BETWEEN = frozenset(("of", "day", "the", "числа", "число", ","))
"""What may stand between a day and its month."""
_MEANT_AS_EDTF = re.compile(r"[~?%\[{./]*(?:-?[0-9X]{4}|Y-?[0-9])(?!\.[0-9])[0-9X~?%.,/\[\]{}SYETZ:+-]*")
"""A year of four digits first, and none but the characters of EDTF; the dots of "2018.02.30" are of other dates."""
_NUMBERS = 3  # day, month and year


def no_such_day(day: int, month: int, year: int | None = None) -> str:
    """Return the sentence that tells that a day does not exist in a month, of a year or of any."""
    of_year = "" if year is None else f" {year}"
    return f"day {day} does not exist in {_NAMES[month - 1]}{of_year}"


def edtf_fault(text: str) -> str:
    """Return what is wrong with a text that is meant as EDTF, in words; "" where nothing is, or it is not meant so."""
    if not _MEANT_AS_EDTF.fullmatch(text):
        return ""
    from timeline.dates.edtf import EdtfError, parse

    try:
        parse(text)
    except EdtfError as error:
        return str(error)
    return ""


def missing_day(tokens: Sequence[Token]) -> str:
    """Return which day the tokens name that does not exist, as a sentence; "" where they name none such."""
    in_order = [one for one in tokens if one.text not in _BETWEEN]
    return _in_numbers(in_order) or _in_words(in_order)


def _value(token: Token, *symbols: str) -> int | None:
    for symbol, value in token.symbols:
        if symbol in symbols and isinstance(value, int):
            return value
    return None


def _in_words(tokens: Sequence[Token]) -> str:
    """Look for "30 February 2018" and "February 30, 2018"."""
    for at, token in enumerate(tokens):
        month = _value(token, "MONTH")
        if month is None:
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if at and (day := _value(tokens[at - 1], *_DAYS)) is not None and not _is_of_month(tokens, at - 1):
            year = None if after is None else _value(after, "YEAR")
            if not _exists(day, month, year):
                return no_such_day(day, month, year)
        elif after is not None:
            year = _value(tokens[at + 2], "YEAR") if at + 2 < len(tokens) else None
            day = _value(after, "DAYNO", "ORD") if year is None else _value(after, *_DAYS)
            if day is not None and not _exists(day, month, year):
                return no_such_day(day, month, year)
    return ""


def _is_of_month(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is the day of the month before it, or a year: the 30 of "January 30 February"."""
    return _value(tokens[at], "YEAR") is not None or (at > 0 and _value(tokens[at - 1], "MONTH") is not None)


def _in_numbers(tokens: Sequence[Token]) -> str:
    """Look for "30.02.2018" and "02/30/2018"."""
    for token in tokens:
        for symbol, value in token.symbols:
            if symbol in ("DAYMONTHYEAR", "DAYMONTHSHORT"):
                return _numbered(*value)
    numbers = [value for token in tokens if (value := _value(token, "NUM")) is not None]
    is_date = len(numbers) == _NUMBERS == len([one for one in tokens if one.text not in ("/", "\u2013")])
    return _numbered(*numbers) if is_date else ""


def _numbered(one: int, other: int, year: int) -> str:
    """Tell of a date in numbers whose month can be only one of them, as the other is none."""
    day, month = (one, other) if 1 <= other <= _MONTHS else (other, one)
    told = year if year >= _HUNDRED else None
    if not 1 <= month <= _MONTHS or 1 <= day <= _MONTHS or _exists(day, month, told):
        return ""
    return no_such_day(day, month, told)


def _exists(day: int, month: int, year: int | None) -> bool:
    return 1 <= day <= days_in_month(_LEAP_YEAR if year is None else year, month)
