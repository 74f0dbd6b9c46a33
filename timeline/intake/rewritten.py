"""Cells that a spreadsheet has rewritten: it takes words for dates, and dates for numbers of days.

None of this can be undone with certainty (which of 3 and 4 in `3/4/2019` is the month?), so nothing is: the cell is
named, and what it says is kept.
"""

from __future__ import annotations

import re

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
_NUMBERS = re.compile(r"\d{1,2}([/.\-])\d{1,2}\1(\d{4}|\d\d)(?: \d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?)?")
_SERIAL = re.compile(r"[1-7]\d{4}(?:[.,]\d+)?")
_SHORT_MONTH = re.compile(rf"(?:\d{{1,2}}-(?:{_MONTHS})(?:-(?:\d\d|\d{{4}}))?|(?:{_MONTHS})-\d\d)", flags=re.IGNORECASE)
_MIDNIGHT = re.compile(r"\d{4}-\d\d-\d\d 00:00(?::00)?")
_YEAR = re.compile(r"-?\d{1,3}")
_SCIENTIFIC = re.compile(r"\d[.,]\d+E\+\d+", flags=re.IGNORECASE)


def rewritten(cell: str) -> str:
    """Return, in words, what a spreadsheet seems to have made of a date, or "".

    >>> rewritten("3/4/2019")
    'a spreadsheet may have rewritten it, and whether the day or the month goes first cannot be told'
    >>> rewritten("4 March 2019")
    ''
    """
    text = cell.strip()
    if _NUMBERS.fullmatch(text):
        return "a spreadsheet may have rewritten it, and whether the day or the month goes first cannot be told"
    if _SERIAL.fullmatch(text):
        return "it looks like a spreadsheet's count of days since 1900 or 1904, and which of them cannot be told"
    if _SHORT_MONTH.fullmatch(text):
        return "a spreadsheet may have rewritten it, and which of its numbers is a day and which a year cannot be told"
    if _MIDNIGHT.fullmatch(text):
        return "a spreadsheet seems to have added the midnight"
    if _YEAR.fullmatch(text):
        return "a spreadsheet may have cut the zeros off a year"
    return "a spreadsheet has rounded the number" if _SCIENTIFIC.fullmatch(text) else ""
