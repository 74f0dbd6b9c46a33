"""EDTF text to spans: its usual reading and all it soundly allows, the conventions that took, and its TIMEX3 value."""

from __future__ import annotations

from timeline.dates.clock import UNIVERSAL, zoned
from timeline.dates.edtf.parsing import parse
from timeline.dates.edtf.span import reading, sound
from timeline.dates.edtf.value import SEASONS, Date, DateSet, EdtfValue, Interval, Range
from timeline.dates.plain import OWN_TIME, UNIVERSAL_TIME
from timeline.dates.resolution import Resolution

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
    dates = _dates(value)
    allowed = sound(value) if any(map(_is_widened, dates)) else usual
    clock = zoned(value.time) if isinstance(value, Date) else ""
    return Resolution(str(value), usual, allowed, "EDTF", _convention(value, dates), _timex(value), clock=clock)


def _is_plain(date: Date) -> bool:
    """Whether a date's sound span is its reading, by no convention."""
    return date.year.isdigit() and not (_is_widened(date) or date.grouping or date.time)


def _is_widened(date: Date) -> bool:
    """Whether a date allows more days than it reads as."""
    return bool(any(date.qualifiers) or date.significant or date.grouping in SEASONS or date.time.endswith(UNIVERSAL))


def _dates(value: EdtfValue) -> list[Date]:
    """Return the dates a value is made of."""
    if isinstance(value, Date):
        return [value]
    parts = value if isinstance(value, Interval) else value.members
    dates: list[Date] = []
    for part in parts:
        ends = part if isinstance(part, Range) else (part,)
        dates += [end for end in ends if isinstance(end, Date)]
    return dates


def _convention(value: EdtfValue, dates: list[Date]) -> str:
    """Return which conventions the spans of a value follow, "" if none."""
    groupings = {date.grouping for date in dates}
    used = []
    if any(any(date.qualifiers) for date in dates):
        used.append(_BY_PADDING)
    if not groupings.isdisjoint(_WITHOUT_PLACE):
        used.append(_BY_SEASON)
    if not groupings.isdisjoint(_SOUTHERN):
        used.append(_BY_SOUTHERN_SEASON)
    if not groupings.isdisjoint(_OVER_NEW_YEAR):
        used.append(_BY_NEW_YEAR)
    if any(date.year.endswith("XXXX") for date in dates):
        used.append(_BY_ANY_YEAR)
    if any(date.significant for date in dates):
        used.append(_BY_ESTIMATE)
    if isinstance(value, DateSet) and value.kind == "{}":
        used.append(_BY_ALL)
    if any(date.time for date in dates):
        used.append(UNIVERSAL_TIME if any(date.time.endswith(UNIVERSAL) for date in dates) else OWN_TIME)
    return "; ".join(used)


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
