"""Terms: whether two stated lengths can be of one and the same term, as of a sentence or a ban.

A length is how long something took, as somebody rounded it (see `timeline.dates.length`); a term was set in the words
themselves. So amounts are taken as they stand, unless a word says that they are rough:

- Two years are not one year, and 18 months are a year and a half; a year and a day is no year.
- About allows a fifth more or less, and at least a day or half of a longer unit; nearly and vague amounts ("a few
  months") what they allow of lengths.
- At least, up to and their like are limits: "more than five years" is not five, "at least five" may be.
- Months and years are compared with days or weeks by their mean lengths, with the leeway that months are not even,
  and that people count 30 days to a month: 2.5 days and at least 15 in 1,000. Three months may be 90 days, not 100.
- Between weeks and months somebody rounded, since hardly any months are a number of weeks: a term told in months alone
  may be one told in weeks alone where half a week, as lengths leave open, takes it to what so many months can be. Two
  months are 59 to 62 days, so 8 or 9 weeks, not 10; three are 13, not 12. Weeks that name a limit are not rounded.
- Where only one is told in hours, less than a day is left open, since days are counted whole.
"""

from __future__ import annotations

from functools import lru_cache
from math import inf
from typing import NamedTuple

from timeline.dates.length import stated_sum
from timeline.numbers import ABOUT, ABOVE, AT_LEAST, AT_MOST, BELOW, NEARLY

_FIFTH, _TENTH = 0.2, 0.1
_WEEK = 7
_MEAN_MONTH = 30.436875
_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_UNEVENNESS_OF_MONTHS, _OF_A_THOUSAND_DAYS = 2.5, 0.015
_PART_OF_A_DAY = 0.999
_ROUNDING = 1e-6
"""Days that sums of fractions may be off."""


class Term(NamedTuple):
    """The days that a stated term allows, counted by mean months and years; an open high is infinite.

    `calendar` is what of both is told in months and longer units, `has_days` whether some is told in others, and
    `has_hours` in those shorter than a day. An end that is `excluded` is not allowed itself. `rounding` is how many
    days a number of weeks may be off where another term is told in months, 0 of all else.
    """

    low: float
    high: float
    calendar: tuple[float, float]
    has_days: bool
    has_hours: bool
    excluded: tuple[bool, bool] = (False, False)
    rounding: float = 0.0

    def agrees_with(self, other: Term) -> bool:
        """Whether one term could satisfy both."""
        return _reaches(self, other) and _reaches(other, self)


def _reaches(one: Term, other: Term) -> bool:
    """Whether the high end of one is no lower than the low end of the other."""
    between = other.low - one.high
    if abs(between) <= _ROUNDING:
        return not (one.excluded[1] or other.excluded[0])
    return between <= _leeway(one, other)


def _leeway(one: Term, other: Term) -> float:
    """Return how many days there may be between the high end of one and the low end of another."""
    uneven = abs(other.calendar[0] - one.calendar[1])
    leeway = 0.0
    if _ROUNDING < uneven < inf and (one.has_days or other.has_days):
        leeway = max(_UNEVENNESS_OF_MONTHS, uneven * _OF_A_THOUSAND_DAYS)
    if one.rounding and _is_months(other):
        leeway = max(leeway, one.rounding + other.calendar[0] - _of_months(other.calendar[0])[0])
    if other.rounding and _is_months(one):
        leeway = max(leeway, other.rounding + _of_months(one.calendar[1])[1] - one.calendar[1])
    return max(leeway, _PART_OF_A_DAY if one.has_hours != other.has_hours else 0)


def _is_months(term: Term) -> bool:
    """Whether a term is told in months or longer units alone, and has two ends."""
    return not term.has_days and 0 < term.low <= term.high < inf


@lru_cache(maxsize=4096)
def _of_months(mean: float) -> tuple[float, float]:
    """Return the fewest and the most days that mean months can be in the calendar, between whole ones in proportion."""
    years, months = divmod(mean / _MEAN_MONTH, len(_MONTHS))
    whole = int(months)
    below, above = _of_whole(whole), _of_whole(whole + 1)
    fewest, most = (one + (months - whole) * (other - one) for one, other in zip(below, above, strict=True))
    mean_year = len(_MONTHS) * _MEAN_MONTH
    return years * mean_year + fewest, years * mean_year + most


def _of_whole(months: int) -> tuple[int, int]:
    """Return the fewest and the most days of so many months of a common year and the next."""
    runs = [sum((_MONTHS * 2)[start : start + months]) for start in range(len(_MONTHS))]
    return min(runs), max(runs)


@lru_cache(maxsize=4096)
def parse_term(text: str) -> Term | None:
    """Return the term that a text states, None if it states none or says more than that."""
    found = stated_sum(text)
    if found is None:
        return None
    total, hedges = found
    low, high = total.low, inf if total.high is None else total.high
    first, last = total.calendar
    half = total.unit / 2 if total.unit > 1 else 0
    if NEARLY in hedges:
        low -= max(low * _TENTH, half or total.unit)
    if ABOUT in hedges:
        at_least = 1 if total.unit == 1 else half
        low, high = low - max(low * _FIFTH, at_least), high + max(high * _FIFTH, at_least)
    elif total.is_vague:
        low, high = low - half, high + half
    excluded = (ABOVE in hedges, BELOW in hedges)
    if ABOVE in hedges or AT_LEAST in hedges:
        high = inf
    if BELOW in hedges or AT_MOST in hedges:
        low = 0
    has_days = total.low > first + _ROUNDING or (total.high or 0) > last + _ROUNDING
    is_in_weeks = total.unit in (_WEEK / 2, _WEEK, 2 * _WEEK) and not (last or total.is_vague or hedges)
    rounding = min(total.unit, _WEEK) / 2 if is_in_weeks else 0
    return Term(max(0, low), high, (first, last), has_days, total.has_hours, excluded, rounding)
