"""EDTF text to spans: its usual reading and all it soundly allows, the conventions that took, and its TIMEX3 value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.edtf.parsing import parse
from timeline.dates.edtf.span import reading, sound
from timeline.dates.edtf.value import Date, DateSet, EdtfValue, Interval, Range
from timeline.dates.resolution import Resolution

if TYPE_CHECKING:
    from collections.abc import Iterator

_WITHOUT_PLACE, _SOUTHERN = range(21, 29), range(29, 33)
_OVER_NEW_YEAR = {24, 28, 30}
_TIMEX_GROUPINGS = {
    **dict(zip(_WITHOUT_PLACE, ("SP", "SU", "FA", "WI") * 2, strict=True)),
    **{33 + quarter: f"Q{quarter + 1}" for quarter in range(4)},
    **{40 + semestral: f"H{semestral + 1}" for semestral in range(2)},
}

_BY_PADDING = "what is approximate or uncertain may be off by one unit of its precision, by two where it is both"
_BY_SEASON = "spring reads as March to May; its bounds hold the season of the sky too"
_BY_SOUTHERN_SEASON = (
    "southern spring reads as September to November, and so on; its bounds hold the season of the sky too"
)
_BY_NEW_YEAR = "a season over the new year begins in the year named"
_BY_ANY_YEAR = "a year of which no digit is known sets no bound"
_BY_ESTIMATE = "the year is an estimate; its bounds are the years that share its significant digits"
_BY_ALL = "of all the dates, the first is the start and the last the end"
_BY_TIME = "the day is the one written, in its own time zone"


def resolve(text: str) -> Resolution:
    """Return the spans of an EDTF text: its usual reading, and all it soundly allows.

    An interval goes on from its start to its end; a single date, or a set of which one is meant (`[a,b]`), is once
    within its days; of a set of which all are meant (`{a,b}`) the start is the first and the end the last. How
    qualifiers and seasons widen the sound span is in `edtf.span`. `value` is the TIMEX3 form, which no qualifier
    changes.

    Raises EdtfError when the text is not EDTF.
    """
    value = parse(text)
    usual = reading(value)
    if isinstance(value, Date) and _is_plain(value):
        text = str(value)
        is_common = usual[0] is not None and usual[0] > 0 and "X" not in text
        return Resolution(text, usual, usual, "EDTF", value=text if is_common else _timex(value))
    return Resolution(str(value), usual, sound(value), "EDTF", _convention(value), _timex(value))


def _is_plain(date: Date) -> bool:
    """Whether a date's sound span is its reading, by no convention."""
    return (
        date.year.isdigit()
        and not any(date.qualifiers)
        and date.grouping is None
        and not (date.significant or date.time)
    )


def _dates(part: EdtfValue | Range | str | None) -> Iterator[Date]:
    """Yield the dates a value, or a part of one, is made of."""
    if isinstance(part, Date):
        yield part
    elif isinstance(part, Interval | Range | DateSet):
        for inner in part.members if isinstance(part, DateSet) else part:
            yield from _dates(inner)


def _convention(value: EdtfValue) -> str:
    """Return which conventions the spans of a value follow, "" if none."""
    dates = list(_dates(value))
    groupings = {date.grouping for date in dates} - {None}
    used = (
        (any(any(date.qualifiers) for date in dates), _BY_PADDING),
        (any(code in _WITHOUT_PLACE for code in groupings), _BY_SEASON),
        (any(code in _SOUTHERN for code in groupings), _BY_SOUTHERN_SEASON),
        (bool(groupings & _OVER_NEW_YEAR), _BY_NEW_YEAR),
        (any(date.year.endswith("XXXX") for date in dates), _BY_ANY_YEAR),
        (any(date.significant for date in dates), _BY_ESTIMATE),
        (isinstance(value, DateSet) and value.kind == "{}", _BY_ALL),
        (any(date.time for date in dates), _BY_TIME),
    )
    return "; ".join(sentence for is_used, sentence in used if is_used)


def _timex(value: EdtfValue) -> str | None:
    """Return the TIMEX3 value of a date, without its qualifiers, or None if TIMEX3 has no word for it."""
    if not isinstance(value, Date) or value.significant or value.year[0] == "Y":
        return None
    year = value.year
    if not value.month:
        if "X" not in year:
            return year if int(year) > 0 else f"BC{1 - int(year):04d}"
        known = year.rstrip("X")
        return known if known.isdigit() else None
    if not (year == "XXXX" or (year.isdigit() and int(year))):
        return None
    if value.grouping is not None:
        name = _TIMEX_GROUPINGS.get(value.grouping)
        return f"{year}-{name}" if name else None
    if any("X" in part and part != "XX" for part in (value.month, value.day)):
        return None
    return "-".join(value.components) + (f"T{value.time}" if value.time else "")
