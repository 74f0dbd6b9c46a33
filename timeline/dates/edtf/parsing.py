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
from timeline.dates.edtf.quick import quick_value
from timeline.dates.edtf.span import reading_window
from timeline.dates.edtf.value import Date, DateSet, EdtfError, EdtfValue, End, Interval, Range
from timeline.dates.resolution import MOST_CHARACTERS


def parse(text: str) -> EdtfValue:
    """Return what an EDTF text says.

    Raises EdtfError, and nothing else, when the text is not EDTF.
    """
    if len(text) > MOST_CHARACTERS:
        message = f"longer than {MOST_CHARACTERS} characters, the most a date is read from"
        raise EdtfError(message, MOST_CHARACTERS)
    return quick_value(text) or value_by_cursor(text)


def value_by_cursor(text: str) -> EdtfValue:
    """Return what an EDTF text says, read slowly, so that an error can tell what is wrong and where."""
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
    start, end = reading_window(first)[0], reading_window(last)[1]
    if start is not None and end is not None and start > end:
        message = f"{what} ends with {last}, before it starts with {first}"
        raise EdtfError(message, place)
