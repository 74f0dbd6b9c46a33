"""Stated lengths of time: how many days "five months", "ten days" or "nearly 20 years" can be.

A length is the number of days from its first day to its last: from the 1st to the 11th are ten. Words leave open
whether both ends count, so whoever measures a length by dates should allow a day.

Conventions:

- Days stated in number are exact. A month is 28 to 31 days, twelve are a year of 365 or 366; other lengths are
  counted by the mean month (30.436875 days) and year (365.2425), and rounded outward.
- A count of longer units was rounded by whoever stated it, so half of the last stated unit is allowed each side: five
  months is 4.5 to 5.5 months, a year and a half is 1.25 to 1.75 years, two to three weeks 1.5 to 3.5.
- About (around, some, roughly, or so) allows a fifth of the length more each side; of days, a fifth and at least one.
  A fifth of five months is the one month by which a person who says "about five" is off.
- Nearly (almost, close to) is from a tenth below, at least half a unit, up to the length. More than and at least are
  open above, from the length itself; up to and less than start at 0. These name the length as a limit, so it is not
  rounded.
- A few is 2 to 6, several 3 to 10, a couple 2 to 3, and a bare plural ("years") 2 or more, rounded as above.
- Minutes and hours shorter than a day are 0 to 1 days: an hour may cross midnight.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from timeline.dates.language import plain_length
from timeline.dates.resolution import MOST_CHARACTERS
from timeline.number_words import Amount, read_amount, words_of
from timeline.numbers import ABOUT, ABOVE, AT_LEAST, AT_MOST, BELOW, NEARLY, split_hedges

_MEAN_YEAR, _MEAN_MONTH = 365.2425, 30.436875
_DAYS_IN_UNIT: dict[str, float] = {
    "second": 1 / 86_400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "night": 1,
    "week": 7,
    "fortnight": 14,
    "month": _MEAN_MONTH,
    "year": _MEAN_YEAR,
    "decade": 10 * _MEAN_YEAR,
    "century": 100 * _MEAN_YEAR,
}
_UNITS = {
    **_DAYS_IN_UNIT,
    **{f"{unit}s": days for unit, days in _DAYS_IN_UNIT.items()},
    "centuries": _DAYS_IN_UNIT["century"],
}
_FIFTH, _TENTH = 0.2, 0.1
_UNEVENNESS_OF_MONTHS = 2.5
"""How many days a run of months can be away from as many mean months."""
_MOST_DAYS = 10**9
"""Lengths of more days are refused: they are slips of the pen."""
_MOST_WORDS = 20


class Length(NamedTuple):
    """A stated length of time: the fewest and the most days it can be; a high of None is open above."""

    low: int
    high: int | None
    text: str

    def compatible(self, other: Length) -> bool:
        """Whether one number of days could satisfy both."""
        return (self.high is None or self.high >= other.low) and (other.high is None or other.high >= self.low)


class Sum(NamedTuple):
    """Stated units added up, in days: the fewest and the most said, the last unit said, and whether months were.

    `calendar` is what of both is in months and longer units, whose days differ; `has_hours` is whether units shorter
    than a day are said, and `is_vague` whether an amount is ("a few", "years").
    """

    low: float
    high: float | None
    unit: float
    has_months: bool
    calendar: tuple[float, float] = (0.0, 0.0)
    has_hours: bool = False
    is_vague: bool = False


@lru_cache(maxsize=4096)
def parse_length(text: str, language: str = "en") -> Length | None:
    """Return the days a stated length of time can be, None if the text states none or says more than that.

    `language` is an ISO 639-1 code: what is no length in it is read as English, which curators may write.

    Reads "five months", "a year and a half", "7 years and 3 months", "10-day", "2-3 weeks", "half an hour".
    """
    found = stated_sum(text, language)
    return found and Length(*_bounds(*found), text)


def stated_sum(text: str, language: str = "en") -> tuple[Sum, tuple[str, ...]] | None:
    """Return what a stated length adds up to, as said, and the hedges about it, None where `parse_length` has none."""
    if len(text) > MOST_CHARACTERS:
        return None
    plain = text if language == "en" else plain_length(text, language) or text
    words = [bare for word in words_of(plain) if (bare := word.rstrip(","))]
    words = words[1:] if words[:1] == ["for"] else words
    hedges, words = split_hedges(words[:-1] if words[-1:] == ["long"] else words)
    total = _read(words)
    if total is None or max(total.low, total.high or 0) > _MOST_DAYS:
        return None
    return total, hedges


def _bounds(total: Sum, hedges: tuple[str, ...]) -> tuple[int, int | None]:
    """Return the fewest and the most days of a length under hedges, by the conventions of the module."""
    low, high, unit = total.low, total.high, total.unit
    is_limit = any(hedge in (ABOVE, AT_LEAST, BELOW, AT_MOST, NEARLY) for hedge in hedges)
    rounding = unit / 2 if unit > 1 and not is_limit else _UNEVENNESS_OF_MONTHS if total.has_months else 0
    if NEARLY in hedges:
        low -= max(low * _TENTH, unit / 2 if unit > 1 else unit)
    if ABOUT in hedges:
        at_least = 1 if unit == 1 else 0
        low -= max(low * _FIFTH, at_least)
        high = None if high is None else high + max(high * _FIFTH, at_least)
    # Days are counted whole, so more than three days are four at least, and less than three two at most.
    fewest = max(0, math.floor(low - rounding)) + (1 if ABOVE in hedges and unit == 1 else 0)
    if high is None or ABOVE in hedges or AT_LEAST in hedges:
        return fewest, None
    most = math.ceil(high + rounding) - (1 if BELOW in hedges and unit == 1 else 0)
    return 0 if BELOW in hedges or AT_MOST in hedges else fewest, max(0, most)


def _read(words: list[str]) -> Sum | None:
    """Read a whole statement without its hedges: a sum of units, or a range of two sums."""
    total = _sum(words)
    if total is not None:
        return total
    joints = {"between": ("and",)}.get(words[0] if words else "", ("to", "-", "or"))
    words = words[1:] if words[:1] in (["between"], ["from"]) else words
    for place, word in enumerate(words[:_MOST_WORDS]):
        if word in joints:
            first, last = _sum(words[:place]), _sum(words[place + 1 :])
            if first and last and last.high and first.low <= last.high:
                return Sum(
                    *(first.low, last.high, min(first.unit, last.unit), first.has_months or last.has_months),
                    (first.calendar[0], last.calendar[1]),
                    first.has_hours or last.has_hours,
                    first.is_vague or last.is_vague,
                )
    return None


def _sum(words: list[str]) -> Sum | None:
    """Read units from the longest to the shortest: "7 years", "a year and a half", "two years and three months"."""
    at, last_days = 0, math.inf
    low, high, unit, has_months = 0.0, 0.0, 0.0, False
    calendar, has_hours, is_vague = (0.0, 0.0), False, False
    is_open = False
    while at < len(words):
        found = _part(words, at + 1 if at and words[at] == "and" else at)
        if found is None:
            return None
        amount, days, at = found
        if days >= last_days:
            return None
        last_days = days
        low += amount.low * days
        high += (amount.high or 0) * days
        is_open = is_open or amount.high is None
        unit = days * (amount.unit or 1)
        has_months = has_months or days == _MEAN_MONTH
        calendar = (low, high) if days >= _MEAN_MONTH else calendar
        has_hours, is_vague = has_hours or days < 1, is_vague or not amount.unit
    return Sum(low, None if is_open else high, unit, has_months, calendar, has_hours, is_vague) if at else None


def _part(words: list[str], at: int) -> tuple[Amount, float, int] | None:
    """Read an amount of one unit: how many, the days of the unit, and the place after it.

    The amount's unit is the part of the unit that is said last: 1, or 0.5 of "a year and a half"; 0 of a vague one.
    """
    found = _how_many(words, at)
    amount, at = found or (Amount(2, None, 0), at)  # "for years" is two at least
    at += 1 if found and words[at : at + 1] in (["-"], ["of"], ["full"], ["whole"]) else 0
    if at >= len(words) or words[at] not in _UNITS or not (found or words[at].endswith("s")):
        return None
    days = _UNITS[words[at]]
    if words[at + 1 : at + 4] == ["and", "a", "half"] and amount.high:
        return Amount(amount.low + 0.5, amount.high + 0.5, 0.5), days, at + 4
    return amount, days, at + 1


def _how_many(words: list[str], at: int) -> tuple[Amount, int] | None:
    """Read how many of a unit follow, and the place after that, None if it is not said."""
    if words[at : at + 1] == ["half"]:
        return Amount(0.5, 0.5, 0.5), at + (2 if words[at + 1 : at + 2] in (["a"], ["an"]) else 1)
    found = read_amount(words, at)
    if found is not None:
        amount, at = found
        has_half = amount.low % 1 == 0.5 or (amount.high or 0) % 1 == 0.5  # noqa: PLR2004 - a half
        return amount._replace(unit=0.5 if has_half else min(1, amount.unit)), at
    is_one = words[at : at + 1] in (["a"], ["an"])
    return (Amount(1, 1, 1), at + 1) if is_one else None
