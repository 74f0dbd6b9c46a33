"""EDTF text to values: the whole of levels 0, 1 and 2 of the Library of Congress's profile of ISO 8601-2:2019.

A cursor walks over the text once, so the time is linear in its length whatever it holds. Every fault is an
`EdtfError` at the place of the first character that could not be right.

Beyond the profile's letter: any date may be an end of an interval or a member of a set, and spaces may follow the
commas of a set, as in the specification's own examples. Times of day belong to single dates only.
"""

from __future__ import annotations

from typing import Literal

from timeline.dates.edtf.cursor import Cursor
from timeline.dates.edtf.date import read_date, read_time
from timeline.dates.edtf.span import reading
from timeline.dates.edtf.value import MARKS, Date, DateSet, EdtfError, EdtfValue, End, Interval, Range
from timeline.dates.span import days_in_month

_ALWAYS_IN_MONTH = 28
_MARKS = "".join(MARKS)
_LAST_MONTH = 12


def parse(text: str) -> EdtfValue:
    """Return what an EDTF text says.

    Raises EdtfError, and nothing else, when the text is not EDTF.
    """
    return _common_date(text) or _common_interval(text) or _value(text)


def _common_date(text: str) -> Date | None:
    """Read the forms nearly all dates have: YYYY-MM-DD, YYYY-MM and YYYY, perhaps with a mark behind.

    None leaves it to the full reader.
    """
    bits = 0
    if text and text[-1] in _MARKS:
        bits, text = MARKS.index(text[-1]), text[:-1]
    length = len(text)
    if not text.isascii():
        return None
    if length == len("YYYY-MM-DD"):
        year, month, day = text[:4], text[5:7], text[8:]
        if text[4] == text[7] == "-" and (year + month + day).isdigit():
            month_number, number = int(month), int(day)
            # The length of the month is looked up only for the few days that may lie beyond it.
            is_safe = 1 <= number <= _ALWAYS_IN_MONTH
            if 1 <= month_number <= _LAST_MONTH and (is_safe or 1 <= number <= days_in_month(int(year), month_number)):
                return Date(year, month, day, (bits, bits, bits)) if bits else Date(year, month, day)
    elif length == len("YYYY-MM"):
        year, month = text[:4], text[5:]
        if text[4] == "-" and (year + month).isdigit() and 1 <= int(month) <= _LAST_MONTH:
            return Date(year, month, "", (bits, bits, 0)) if bits else Date(year, month)
    elif length == len("YYYY") and text.isdigit():
        return Date(text, "", "", (bits, 0, 0)) if bits else Date(text)
    return None


def _common_interval(text: str) -> Interval | None:
    """Read an interval of two such dates that are plainly in order. None leaves it to the full reader."""
    first, slash, last = text.partition("/")
    if not slash:
        return None
    start, end = _common_date(first), _common_date(last)
    # Components of digits compare as the dates do; a date before a part of itself is looked at more closely.
    if start is None or end is None or start.components > end.components:
        return None
    return Interval(start, end)


def _value(text: str) -> EdtfValue:
    cursor = Cursor(text)
    if cursor.peek() in ("[", "{"):
        return _date_set(cursor)
    start = _end(cursor)
    if cursor.take("/"):
        return _interval(cursor, start)
    if not isinstance(start, Date):
        wanted = "an interval: '/' and a date" if start else "a date"
        raise cursor.expected(wanted)
    date = read_time(cursor, start) if cursor.peek() == "T" else start
    cursor.finish("the end of the date")
    return date


def _date_set(cursor: Cursor) -> DateSet:
    kind: Literal["[]", "{}"] = "[]" if cursor.take("[") else "{}"
    cursor.take("{")
    members = [_member(cursor, is_first=True)]
    while cursor.peek() == ",":
        if isinstance(members[-1], Range) and members[-1].last is None:
            raise EdtfError("only the last member of a set may be open above", cursor.at - 2)
        cursor.take(",")
        cursor.run(" ")
        members.append(_member(cursor, is_first=False))
    if not cursor.take(kind[1]):
        wanted = f"',' or '{kind[1]}'"
        raise cursor.expected(wanted)
    cursor.finish("the end of the set")
    return DateSet(kind, tuple(members))


def _member(cursor: Cursor, *, is_first: bool) -> Date | Range:
    if cursor.peek() == ".":
        if not is_first:
            raise EdtfError("only the first member of a set may be open below", cursor.at)
        _dots(cursor)
        return Range(None, read_date(cursor))
    first = read_date(cursor)
    if cursor.peek() != ".":
        return first
    _dots(cursor)
    if cursor.peek() in (",", "]", "}", ""):
        return Range(first, None)
    start = cursor.at
    last = read_date(cursor)
    _hold_order(first, last, start, "the range")
    return Range(first, last)


def _dots(cursor: Cursor) -> None:
    if not cursor.take(".."):
        raise cursor.expected("'..'")


def _end(cursor: Cursor) -> End:
    if cursor.peek() == ".":
        _dots(cursor)
        return ".."
    return "" if cursor.peek() in ("/", "") else read_date(cursor)


def _interval(cursor: Cursor, start: End) -> Interval:
    place = cursor.at
    end = _end(cursor)
    if not isinstance(start, Date) and not isinstance(end, Date):
        raise EdtfError("expected a date at one end of the interval at least", place)
    if cursor.peek() == "T":
        raise EdtfError("the end of an interval is a date, without a time of day", cursor.at)
    cursor.finish("the end of the interval")
    if isinstance(start, Date) and isinstance(end, Date):
        _hold_order(start, end, place, "the interval")
    return Interval(start, end)


def _hold_order(first: Date, last: Date, place: int, what: str) -> None:
    try:
        reading(Interval(first, last))
    except ValueError:
        message = f"{what} ends with {last}, before it starts with {first}"
        raise EdtfError(message, place) from None
