"""The commonest dates, read without a grammar: a year, a month or a day of the calendar that is named in full.

"2019-03-10", "March 10, 2019", "in March 2019" or «10 марта 2019 года» leave nothing open, and most dates in documents
are of this sort. What is read here means just what the EDTF reader or a grammar makes of it; all else is None, and left
to those.
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from timeline.dates.clock import UNIVERSAL, days_off, zone_told
from timeline.dates.resolution import Resolution
from timeline.dates.span import Span, days_in_month

_YEAR, _MONTH, _DAY = len("2019"), len("2019-03"), len("2019-03-10")
_OPEN_DAY = len("[..2019-03-10]")
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
"""The years that a number of four digits is read as where a text is in words."""
ISO_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:T| |, )(?P<minutes>(?:[01]\d|2[0-3]):[0-5]\d)"
    r"(?:(?P<seconds>:[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"(?: ?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d))?",
    re.ASCII,
)
"""A day and a time of it in digits, as ISO 8601 or the logs of programs have them."""
_EDTF_ZONES = (0, 1, 6)
"""How long a zone is as EDTF has it: none, `Z`, `+01:00`."""
OWN_TIME = "the day is the one written, in its own time zone"
UNIVERSAL_TIME = "universal time is of no place: soundly any day that it was somewhere"
_MOST_WORDS, _MOST_DIGITS, _DECEMBER = 5, 2, 12


class _Words(NamedTuple):
    """The words of a language: what may come before a date and after one, and its months by each of their forms."""

    before: frozenset[str]
    after: frozenset[str]
    months: dict[str, int]


_ENGLISH = (
    "January Jan Jan.|February Feb Feb.|March Mar Mar.|April Apr Apr.|May|June Jun Jun.|July Jul Jul.|August Aug Aug."
    "|September Sept Sept. Sep Sep.|October Oct Oct.|November Nov Nov.|December Dec Dec."
)
_RUSSIAN = (
    "январь января январе|февраль февраля феврале|март марта марте|апрель апреля апреле|май мая мае|июнь июня июне"
    "|июль июля июле|август августа августе|сентябрь сентября сентябре|октябрь октября октябре"
    "|ноябрь ноября ноябре|декабрь декабря декабре"
)


def _months(forms: str) -> dict[str, int]:
    return {form: number for number, group in enumerate(forms.split("|"), 1) for form in group.split()}


_WORDS = {
    "en": _Words(frozenset(("in", "on", "In", "On")), frozenset(), _months(_ENGLISH)),
    "ru": _Words(frozenset(("в", "В")), frozenset(("года", "г.")), _months(_RUSSIAN)),
}


def plain_edtf(text: str) -> Resolution | None:
    """Return what a plain EDTF date means, or one that is open on one side: "2019-03", "[..2019-03-10]"."""
    if not text.isascii():
        return None
    length = len(text)
    if length == _DAY:
        day = _day(text)
        return None if day is None else _resolution(text, day, day, "EDTF")
    if length == _OPEN_DAY and text[0] == "[" and text[-1] == "]":
        return _open_side(text)
    if length not in (_YEAR, _MONTH) or not text[:4].isdigit() or text[:4] == "0000":
        return None
    year = int(text[:4])
    if length == _YEAR:
        return _resolution(text, _ordinal(year, 1, 1), _ordinal(year, _DECEMBER, 31), "EDTF")
    if text[4] != "-" or not text[5:].isdigit() or not 1 <= int(text[5:]) <= _DECEMBER:
        return None
    return _of_month(text, year, int(text[5:]), "EDTF")


def plain_time(text: str) -> Resolution | None:
    """Return what a day and its time in digits mean: "2021-11-12 23:52", "2021-11-12T23:52:37.120Z".

    Logs write so what EDTF wants with a `T` and whole seconds. The EDTF is of the day, where seconds are not told.
    """
    found = ISO_TIME.fullmatch(text)
    day = _day(found["day"]) if found else None
    if found is None or day is None:
        return None
    shift = found["zone"] or ""
    told = zone_told(shift)
    zone = told if told == UNIVERSAL else shift
    time = f"{found['minutes']}{found['seconds'] or ''}{zone}"
    before, after = days_off(time)
    reading = Span(day, day, day, day)
    sound = Span(day - before, day + after, day - before, day + after)
    edtf = f"{found['day']}T{time}" if found["seconds"] and len(zone) in _EDTF_ZONES else found["day"]
    convention = UNIVERSAL_TIME if before or after else OWN_TIME
    return Resolution(
        edtf,
        reading,
        sound,
        "time of a day",
        convention,
        f"{found['day']}T{time.removesuffix(UNIVERSAL)}",
        clock=f"{found['minutes']}{told}".removesuffix(UNIVERSAL),
    )


def plain_words(text: str, language: str) -> Resolution | None:
    """Return what a month or a day in words means, where its year is named: "on March 10, 2019", "in March 2019"."""
    known = _WORDS.get(language)
    if known is None:
        return None
    words = text.split(" ", _MOST_WORDS)
    if words[0] in known.before:
        del words[0]
    if words and words[-1] in known.after:
        words.pop()
    if len(words) == 2:  # noqa: PLR2004 - "March 2019"
        return _month_of_year(known.months.get(words[0]), words[1])
    if len(words) != 3:  # noqa: PLR2004 - "10 March 2019"
        return None
    if language == "en" and words[1].endswith(","):
        return _day_of_month(words[1][:-1], known.months.get(words[0]), words[2])
    return _day_of_month(words[0], known.months.get(words[1]), words[2])


def _month_of_year(month: int | None, digits: str) -> Resolution | None:
    year = _year(digits)
    if month is None or year is None:
        return None
    return _of_month(f"{year}-{month:02d}", year, month, "")


def _day_of_month(digits: str, month: int | None, digits_of_year: str) -> Resolution | None:
    year = _year(digits_of_year)
    if month is None or year is None or len(digits) > _MOST_DIGITS or not (digits.isdigit() and digits.isascii()):
        return None
    try:
        date = datetime.date(year, month, int(digits))
    except ValueError:
        return None
    day = date.toordinal()
    return _resolution(date.isoformat(), day, day, "")


def _year(digits: str) -> int | None:
    if len(digits) != _YEAR or not (digits.isdigit() and digits.isascii()):
        return None
    return year if _FIRST_YEAR <= (year := int(digits)) <= _LAST_YEAR else None


def _day(text: str) -> int | None:
    """Return the day of an ISO 8601 date, None for what is none."""
    if text[4] != "-" or text[7] != "-":
        return None
    try:
        return datetime.date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def _open_side(text: str) -> Resolution | None:
    """Read a day or earlier, `[..2019-03-10]`, or a day or later, `[2019-03-10..]`."""
    if text.startswith("[.."):
        day = _day(text[3:-1])
        span = Span(None, day, None, day)
    elif text.endswith("..]"):
        day = _day(text[1:-3])
        span = Span(day, None, day, None)
    else:
        return None
    return None if day is None else Resolution(text, span, span, "EDTF")


def _of_month(text: str, year: int, month: int, rule: str) -> Resolution:
    first = _ordinal(year, month, 1)
    return _resolution(text, first, first + days_in_month(year, month) - 1, rule)


def _ordinal(year: int, month: int, day: int) -> int:
    return datetime.date(year, month, day).toordinal()


def _resolution(text: str, first: int, last: int, rule: str) -> Resolution:
    span = Span(first, last, first, last)
    return Resolution(text, span, span, rule, "", text)
