"""Reading one EDTF date: its components, their qualifiers and unspecified digits, and its time of day."""

from __future__ import annotations

from timeline.dates.edtf.cursor import Cursor
from timeline.dates.edtf.digits import earliest_and_latest, exact_year, fitting_numbers, significant_digits
from timeline.dates.edtf.value import MARKS, MOST_YEAR_DIGITS, SUB_YEAR_GROUPINGS, Date, EdtfError

_DIGITS = "0123456789"
_DIGITS_OR_X = "0123456789X"
_LAST_MONTH = 12
_MONTH_NAMES = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def read_date(cursor: Cursor) -> Date:
    """Read one date, without a time of day."""
    left = cursor.mark()
    is_long = cursor.peek() == "Y"
    year = _long_year(cursor) if is_long else _year(cursor)
    significant = _significant(cursor, year)
    bits = [left, 0, 0]
    _qualify_group(bits, cursor, 0)
    if cursor.peek() != "-":
        return Date(year, qualifiers=(bits[0], 0, 0), significant=significant)
    if is_long or significant:
        what = "a year written with Y" if is_long else "a year with significant digits"
        message = f"{what} has no month"
        raise EdtfError(message, cursor.at)
    month = _month(cursor, bits)
    if cursor.peek() != "-":
        return Date(year, month, "", (bits[0], bits[1], 0))
    if month.isdigit() and int(month) in SUB_YEAR_GROUPINGS:
        raise EdtfError("a season or other part of a year has no day", cursor.at)
    place = cursor.at + (2 if cursor.text[cursor.at + 1 : cursor.at + 2] in MARKS[1:] else 1)
    day = _day(cursor, bits)
    date = Date(year, month, day, (bits[0], bits[1], bits[2]))
    _hold_exists(date, place)
    return date


def _qualify_group(bits: list[int], cursor: Cursor, last: int) -> None:
    """Read a qualifier to the right of a component, which is about that and all before it."""
    mark = cursor.mark()
    for place in range(last + 1):
        bits[place] |= mark


def _year(cursor: Cursor) -> str:
    start = cursor.at
    sign = "-" if cursor.take("-") else ""
    digits = cursor.run(_DIGITS_OR_X, 4)
    if len(digits) < len("YYYY"):
        cursor.at = cursor.at if digits else start
        raise cursor.expected("a year of four digits" if digits or sign else "a date")
    if cursor.peek() and cursor.peek() in _DIGITS_OR_X:
        raise EdtfError("a year has four digits; a longer one is written with Y before it", cursor.at)
    if sign and digits == "0000":
        raise EdtfError("the year 0 has no sign", start)
    return sign + digits


def _long_year(cursor: Cursor) -> str:
    """Read a year of more than four digits, `Y170000002`, or an exponential one, `Y-17E7`."""
    cursor.take("Y")
    start = cursor.at
    sign = "-" if cursor.take("-") else ""
    digits = cursor.run(_DIGITS)
    if not digits:
        raise cursor.expected("the digits of a year")
    digits = digits.lstrip("0")
    exponent = None
    if cursor.take("E"):
        exponent = cursor.run(_DIGITS)
        if not exponent:
            raise cursor.expected("the digits of an exponent")
        exponent = exponent.lstrip("0") or "0"
    if not digits:
        raise EdtfError("a year written with Y is not 0", start)
    # The exponent may be too long a number to be made one.
    power = int(exponent) if exponent and len(exponent) < len("000") else MOST_YEAR_DIGITS if exponent else 0
    if len(digits) + power > MOST_YEAR_DIGITS:
        message = f"a year of more than {MOST_YEAR_DIGITS} digits is not supported"
        raise EdtfError(message, start)
    if exponent is None and len(digits) <= len("YYYY"):
        raise EdtfError("a year of four digits or fewer is written without Y", start)
    return f"Y{sign}{digits}" + (f"E{exponent}" if exponent is not None else "")


def _significant(cursor: Cursor, year: str) -> int:
    if cursor.peek() != "S":
        return 0
    if "X" in year:
        raise EdtfError("a year with unspecified digits has no significant digits", cursor.at)
    cursor.take("S")
    start = cursor.at
    digits = cursor.run(_DIGITS)
    if not digits:
        raise cursor.expected("the number of significant digits")
    most = significant_digits(year)
    digits = digits.lstrip("0")
    count = int(digits or "0") if len(digits) < len("000") else most + 1
    if not 1 <= count <= most:
        message = f"expected 1 to {most} significant digits for the year {exact_year(year)}"
        raise EdtfError(message, start)
    return count


def _month(cursor: Cursor, bits: list[int]) -> str:
    cursor.take("-")
    bits[1] |= cursor.mark()
    start = cursor.at
    month = cursor.run(_DIGITS_OR_X, 2)
    if len(month) < len("MM"):
        raise cursor.expected("a month of two digits")
    if not fitting_numbers(month, _LAST_MONTH) and not (month.isdigit() and int(month) in SUB_YEAR_GROUPINGS):
        message = f"month {month} does not exist"
        raise EdtfError(message, start)
    _qualify_group(bits, cursor, 1)
    return month


def _day(cursor: Cursor, bits: list[int]) -> str:
    cursor.take("-")
    bits[2] |= cursor.mark()
    day = cursor.run(_DIGITS_OR_X, 2)
    if len(day) < len("DD"):
        raise cursor.expected("a day of two digits")
    _qualify_group(bits, cursor, 2)
    return day


def _hold_exists(date: Date, place: int) -> None:
    if earliest_and_latest(date) is not None:
        return
    if not fitting_numbers(date.day, 31):
        message = f"day {date.day} does not exist"
        raise EdtfError(message, place)
    month = _MONTH_NAMES[int(date.month) - 1] if date.month.isdigit() else f"month {date.month}"
    message = f"day {date.day} does not exist in {month} {date.year}"
    raise EdtfError(message, place)


def read_time(cursor: Cursor, date: Date) -> Date:
    """Read the time of day after a date: hours, minutes and seconds, and perhaps a shift from UTC."""
    if not date.day or any(date.qualifiers) or "X" in "".join(date.components):
        raise EdtfError("only a plain day has a time of day", cursor.at)
    cursor.take("T")
    start = cursor.at
    _number(cursor, "hour", 23)
    for unit, most in (("minute", 59), ("second", 60)):  # 60 is a leap second
        if not cursor.take(":"):
            wanted = f"':' and a {unit}"
            raise cursor.expected(wanted)
        _number(cursor, unit, most)
    if not cursor.take("Z") and cursor.peek() in ("+", "-"):
        cursor.run("+-", 1)
        _number(cursor, "hour", 23)
        if cursor.take(":"):
            _number(cursor, "minute", 59)
    return date._replace(time=cursor.text[start : cursor.at])


def _number(cursor: Cursor, unit: str, most: int) -> None:
    start = cursor.at
    digits = cursor.run(_DIGITS, 2)
    if len(digits) < len("hh"):
        wanted = f"{unit}s of two digits"
        raise cursor.expected(wanted)
    if int(digits) > most:
        message = f"{unit} {digits} does not exist"
        raise EdtfError(message, start)
