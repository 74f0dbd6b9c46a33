"""A date in parts, as TimelineJS has it, into EDTF of just that precision."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.clean import clean
from timeline.dates import edtf

_WHOLE = re.compile(r"([-+]?)(\d{1,12})(?:\.0+)?")
_TIME = re.compile(r"(\d{1,2}):(\d\d):(\d\d)(?:\.\d+)?(?: ?([AaPp])\.?[Mm]\.?)?")
_NOON = 12
_LONGEST_YEAR = 4


class Fault(NamedTuple):
    """Which part of a date is wrong, and why."""

    part: str
    message: str


def slide_date(year: str, month: str, day: str) -> tuple[str, Fault | None]:
    """Return a date as EDTF ("" where there is none), and what is wrong with it.

    A year before 1 is a year BCE, as TimelineJS shows it: `-44` is 44 BCE, `-0043` in EDTF.
    """
    if not year:
        given = "month" if month else "day"
        return "", Fault(given, "a month or a day without a year dates nothing") if month or day else None
    match = _WHOLE.fullmatch(year)
    if not match:
        return "", Fault("year", f"`{clean(year)}` is no year; write it in digits, one year to a cell")
    number = int(match[2])
    if not number:
        return "", Fault("year", "there is no year 0; TimelineJS counts from 1, and BCE from -1")
    text = _year(number, before=match[1] == "-")
    if day and not month:
        return "", Fault("day", "a day without a month dates nothing")
    for part, value in (("month", month), ("day", day)):
        if value:
            text, message = _finer(text, part, value)
            if message:
                return "", Fault(part, message)
    try:
        edtf.parse(text)
    except ValueError as error:
        return "", Fault("day" if day else "month" if month else "year", f"`{text}` is no date: {error}")
    return text, None


def _finer(text: str, part: str, value: str) -> tuple[str, str]:
    """Return a date with one more part, and what is wrong with that."""
    match = _WHOLE.fullmatch(value)
    number = int(match[2]) if match and not match[1] else 0
    most = 12 if part == "month" else 31  # EDTF has seasons from 21 up, which are not meant here
    if not 1 <= number <= most:
        return text, f"`{clean(value)}` is no {part}; write it in digits, 1 to {most}"
    if text.startswith("Y"):
        return text, f"EDTF has no {part} of a year of more than four digits; leave it out"
    return f"{text}-{number:02d}", ""


def slide_time(date: str, time: str) -> str:
    """Return a day with a time of day as EDTF; "" for a time without seconds, which EDTF has not, and for no time."""
    match = _TIME.fullmatch(time)
    if not match or len(date) != len("2019-03-14"):
        return ""
    hour = int(match[1])
    if match[4]:
        if not 1 <= hour <= _NOON:
            return ""
        hour = hour % _NOON + (_NOON if match[4] in "Pp" else 0)
    text = f"{date}T{hour:02d}:{match[2]}:{match[3]}"
    try:
        edtf.parse(text)
    except ValueError:
        return ""
    return text


def _year(number: int, *, before: bool) -> str:
    """Return a year as EDTF, which counts 1 BCE as 0."""
    counted = number - 1 if before else number
    sign = "-" if before and counted else ""
    return f"Y{sign}{counted}" if len(str(counted)) > _LONGEST_YEAR else f"{sign}{counted:04d}"
