"""Dates for readers: the short text of a date in a column of a table.

What happened once in a unit is the unit (`Mar 2019`); once in a window that is none, `within 10–13 Mar 2019` or, where
the window is two units, `12 or 13 Mar 2019`. What went on is a range without a word before it (`10–13 Mar 2019`),
`from` and `until` where a side is open, `as of` where all that is known is a day in its midst. `c.` is EDTF's
approximate, `(uncertain)` its uncertain. Alternatives are told one by one (`5 or 12 Mar 2019`) or, where they are many,
counted (`one of 12 days within 15 Jan – 15 Dec 2019`).

A text is never more exact than the sound span. A reading that is narrower is shown only where its words are vague
themselves: qualified, or the name of a season; and not where there are alternatives beside it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from timeline.dates.edtf.parsing import parse
from timeline.dates.edtf.span import reading as reading_of
from timeline.dates.edtf.value import SEASONS, Date, EdtfError
from timeline.dates.span import Day, Span, date_of, days_in_month, lies_within

Words: TypeAlias = tuple[str, ...]
"""The words of a date from its finest part to its coarsest: ("10", "Sep", "44", "BC")."""

_YEAR, _MONTH, _DAY = "year", "month", "day"
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASON_NAMES = ("Spring", "Summer", "Autumn", "Winter")
_FIRST_QUARTER, _FIRST_QUADRIMESTER, _FIRST_SEMESTRAL = 33, 37, 40
_FIRST_SOUTHERN, _DECEMBER = 29, 12
_MOST_TOLD = 3
"""How many alternatives are told one by one."""
_PLAIN_YEARS = range(1000, 10_000)


def date_text(resolution_edtf: str, reading: Span, sound: Span) -> str:
    """Return the text of a resolved date: its EDTF, the days it reads as, and those it soundly allows.

    `resolution_edtf` may be "" (or no EDTF at all) where there is none. What has no bounds is `undated`.
    """
    if sound.is_unknown:
        return "undated"
    value = _value(resolution_edtf)
    label = _label(value) if value else ""
    if label and value and reading_of(value).bounds != reading.bounds:
        label = ""
    is_estimate = isinstance(value, Date) and bool(value.significant)
    is_vague = bool(label) or ((reading.approximate or reading.uncertain) and not is_estimate)
    open_bounds = [bound is None for bound in sound.bounds]
    if reading.pieces == sound.pieces or (
        is_vague
        and len(reading.pieces) == len(sound.pieces)
        and lies_within(reading, sound)
        and open_bounds == [bound is None for bound in reading.bounds]
    ):
        shown = reading
    else:
        shown, label = sound, ""
    lead, body = ("", label) if label else _alternatives(shown) if shown.alternatives else _piece(shown)
    about = "c. " if shown.approximate else ""
    doubt = " (uncertain)" if shown.uncertain else ""
    return f"{lead}{about}{body}{doubt}"


def _value(text: str) -> Date | None:
    if not text or text[0] in "[{" or "/" in text:  # no single date, so not worth reading
        return None
    if len(text) <= len("2019-03-10") and text[5:6] in {"", "0", "1"} and "S" not in text and text[:4].isdecimal():
        return None  # a year, a month or a day, which has no name of its own
    try:
        value = parse(text)
    except EdtfError:
        return None
    return value if isinstance(value, Date) else None


def _label(date: Date) -> str:
    """Return the name of a season, a quarter or a half year, "" if it is none that has a name."""
    code = date.grouping
    if code is None or not date.year.isdigit() or code in range(_FIRST_QUADRIMESTER, _FIRST_SEMESTRAL):
        return ""
    year = int(date.year)
    if code >= _FIRST_SEMESTRAL:
        return f"{'first' if code == _FIRST_SEMESTRAL else 'second'} half of {' '.join(_year(year))}"
    if code not in SEASONS:
        return f"Q{code - _FIRST_QUARTER + 1} {' '.join(_year(year))}"
    name = _SEASON_NAMES[(code - SEASONS[0]) % len(_SEASON_NAMES)]
    # A season over the new year names both years: "Winter 2019" would leave open which winter.
    has_two_years = name == ("Summer" if code >= _FIRST_SOUTHERN else "Winter")
    shown = f"{year}–{(year + 1) % 100:02d}" if has_two_years else " ".join(_year(year))
    return f"{name} {shown}" + (" (southern)" if code >= _FIRST_SOUTHERN else "")


def _piece(span: Span) -> tuple[str, str]:
    return _once(span[0], span[1]) if span.is_once else _going_on(span)


def _alternatives(span: Span) -> tuple[str, str]:
    """Return the text of a few dates of which one is meant, as a word that may come first and the rest."""
    pieces = [Span(*piece) for piece in span.alternatives]
    if len(pieces) > _MOST_TOLD:
        if not span.is_once:
            return _going_on(span)  # the hull, which says less
        kind = "days" if all(piece.is_day for piece in pieces) else "dates"
        around = "" if None in span.bounds else f" within {_window(span[0], span[1])}"
        return "", f"one of {len(pieces)} {kind}{around}"
    *units, last = [_unit(piece[0], piece[1]) if piece.is_once else () for piece in pieces]
    if last and all(units):
        before = [_shared_end_cut(unit, last) for unit in units]
        return "", f"{', '.join(before)} or {' '.join(last)}"
    leads, texts = zip(*map(_piece, pieces), strict=True)
    told = texts if span.is_once else ["".join(piece) for piece in zip(leads, texts, strict=True)]
    joint = ", or " if any(" or " in text for text in told) else " or "
    return "within " if span.is_once and "within " in leads else "", joint.join(told)


def _shared_end_cut(one: Words, other: Words) -> str:
    """Return the words of a date without those that another ends with as well: the 5th of `5 or 12 Mar 2019`."""
    kept = len(one)
    while len(one) == len(other) and kept > 1 and one[kept - 1 :] == other[kept - 1 :]:
        kept -= 1
    return " ".join(one[:kept])


def _once(first: Day | None, last: Day | None) -> tuple[str, str]:
    """Return the text of what happened once in a window, as a word that may come first and the rest."""
    is_window = first is not None and last is not None and not _unit(first, last) and not _two_units(first, last)
    return "within " if is_window else "", _window(first, last)


def _going_on(span: Span) -> tuple[str, str]:
    """Return the text of what went on from a start to an end, as a word that may come first and the rest."""
    start_earliest, start_latest, end_earliest, end_latest = span.bounds
    if start_earliest is None and end_latest is None and start_latest is not None and start_latest == end_earliest:
        return "as of ", _window(start_latest, start_latest)
    if None not in span.bounds[:4] and _is_after(start_latest, end_earliest):
        # It may have begun after it may have ended: there is no day on which it certainly went on.
        return "within ", _window(start_earliest, end_latest)
    # A bound that only repeats "the end is not before the start" says nothing of its own.
    is_end_trivial = end_earliest is None or (start_earliest is not None and end_earliest <= start_earliest)
    has_start = start_earliest is not None or start_latest not in (None, end_latest)
    start = _window(start_earliest, start_latest)
    if end_latest is None and (is_end_trivial or not _is_after(end_earliest, start_latest)):
        return "from ", start
    if not has_start:
        return "until ", _window(end_earliest, end_latest)
    first = _unit(start_earliest, start_latest)
    last = _unit(end_earliest, end_latest)
    if first and last:
        return "", _joined(first, last, "–")
    if is_end_trivial and end_latest is not None:
        return "from ", f"{start} to {' '.join(_words(end_latest, _DAY))} or earlier"
    return "from ", f"{start} to {_window(end_earliest, end_latest)}"


def _is_after(one: Day | None, other: Day | None) -> bool:
    """Whether a bound lies after another; an open one of a start is nowhere."""
    return one is not None and (other is None or one > other)


def _window(first: Day | None, last: Day | None) -> str:
    """Return the text of a window of days, without a word about what happened in it."""
    if first is None or last is None:
        return _open_window(first, last)
    unit = _unit(first, last)
    if unit:
        return " ".join(unit)
    precision = _precision(first, last)
    return _joined(_words(first, precision), _words(last, precision), "or" if _two_units(first, last) else "–")


def _open_window(first: Day | None, last: Day | None) -> str:
    precision = _precision(first, last)
    if first is not None:
        return f"{' '.join(_words(first, precision))} or later"
    return f"{' '.join(_words(last, precision))} or earlier" if last is not None else "unknown"


def _joined(first: Words, last: Words, between: str) -> str:
    """Join two dates, writing the words that both end with once: `10–13 Mar 2019`, `28 Feb – 3 Mar 2019`."""
    common = 0
    if len(first) == len(last):
        while common < len(first) - 1 and first[len(first) - common - 1] == last[len(last) - common - 1]:
            common += 1
    low, high, shared = first[: len(first) - common], last[: len(last) - common], last[len(last) - common :]
    is_tight = between == "–" and len(low) == len(high) == 1
    joint = between if is_tight else f" {between} "
    return " ".join((f"{' '.join(low)}{joint}{' '.join(high)}", *shared))


@lru_cache(1 << 12)
def _precision(first: Day | None, last: Day | None) -> str:
    """Return the coarsest precision at which the window's ends are the ends of units."""
    _, month, day = date_of(first) if first is not None else (0, 1, 1)
    last_year, last_month, last_day = date_of(last) if last is not None else (0, _DECEMBER, 31)
    if day != 1 or last_day != days_in_month(last_year, last_month):
        return _DAY
    return _YEAR if month == 1 and last_month == _DECEMBER else _MONTH


def _words(day: Day, precision: str) -> Words:
    year, month, number = date_of(day)
    if precision == _YEAR:
        return _year(year)
    return (_MONTHS[month], *_year(year)) if precision == _MONTH else (str(number), _MONTHS[month], *_year(year))


def _year(year: int) -> Words:
    """Return the words of a year, with an era where it would be mistaken without; the year 0 is 1 BC."""
    if year in _PLAIN_YEARS:
        return (str(year),)
    if year > 0:
        return (f"{year:,}",) if year > _PLAIN_YEARS[-1] else (str(year), "AD")
    before = 1 - year
    return (f"{before:,}" if before > _PLAIN_YEARS[-1] else str(before), "BC")


@lru_cache(1 << 12)
def _unit(first: Day | None, last: Day | None) -> Words:
    """Return the words of the day, month, year, decade or century that the window is exactly, () if it is none."""
    if first is None or last is None:
        return ()
    year, month, _ = date_of(first)
    last_year, last_month, _ = date_of(last)
    precision = _precision(first, last)
    if first == last or (precision == _MONTH and (year, month) == (last_year, last_month)):
        return _words(first, _DAY if first == last else _MONTH)
    if precision != _YEAR:
        return ()
    if year == last_year:
        return _year(year)
    if year in _PLAIN_YEARS and year % 10 == 0 and last_year == year + 9:
        return (f"{year}s",)
    if year in _PLAIN_YEARS and year % 100 == 0 and last_year == year + 99:
        return (_ordinal(year // 100 + 1), "century")
    return ()


def _two_units(first: Day, last: Day) -> bool:
    """Whether the window is exactly two days, months or years, one after the other."""
    year, month, _ = date_of(first)
    last_year, last_month, _ = date_of(last)
    precision = _precision(first, last)
    if precision == _DAY:
        return last == first + 1
    months = (last_year - year) * 12 + last_month - month
    return months == 1 if precision == _MONTH else last_year == year + 1


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
