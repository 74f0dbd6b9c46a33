"""Stated numbers: what "five", "about 300", "more than 20" or "tens of thousands" allow.

A plain number is exact; a hedge makes a range, by these conventions:

- about, around, roughly, approximately, some, circa, "or so": half a unit of the last significant digit each side, and
  at least a tenth of the number: about 300 is 250..350, about 1,500 is 1,350..1,650. Of a whole number at least 1,
  or "about 5" would be exact. Round numbers are stated by people who rounded.
- nearly, almost, close to: from a tenth below, up to the number: nearly 20 is 18..20.
- more than, over: above the number and open. At least, no fewer than: the number or above. As many as, up to, at most:
  from 0 to the number. Less than, under, fewer than: from 0 to below it.
- a few is 2 to 6, several 3 to 10, a couple 2 to 3, many and bare plurals ("years") 2 and above.
- dozens, hundreds, thousands, hundreds of thousands: from one such unit to below the next of thousand, million,
  billion. People say "thousands" of what others count as 15,000, but not of a million.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from timeline.number_words import Amount, read_amount, words_of


class NumberRange(NamedTuple):
    """The numbers a statement allows, from `low` to `high`; a high of None is open.

    `low_excluded` and `high_excluded` say that the number at that end is not allowed itself ("more than 20").
    `text` is the statement.
    """

    low: float
    high: float | None
    text: str
    low_excluded: bool = False
    high_excluded: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it allows one number only."""
        return self.low == self.high

    def agrees_with(self, other: NumberRange) -> bool:
        """Whether one number could satisfy both."""
        return _reaches(self, other) and _reaches(other, self)


def _reaches(one: NumberRange, other: NumberRange) -> bool:
    """Whether the high end of one is no lower than the low end of the other."""
    if one.high is None or one.high > other.low:
        return True
    return one.high == other.low and not (one.high_excluded or other.low_excluded)


EXACT, ABOUT, NEARLY, ABOVE, AT_LEAST, BELOW, AT_MOST = (
    "exact",
    "about",
    "nearly",
    "above",
    "at least",
    "below",
    "at most",
)

_HEDGES = {
    EXACT: "exactly|precisely|only|just|a total of|altogether",
    ABOUT: "about|around|roughly|approximately|approx|approx.|some|circa|c.|ca.|~|≈|estimated|an estimated",
    NEARLY: "nearly|almost|close to|not quite|just under|just short of",
    ABOVE: "more than|over|above|upwards of|in excess of|well over|just over|greater than|longer than|>",
    AT_LEAST: "at least|no fewer than|no less than|not less than|a minimum of|≥|>=",
    BELOW: "less than|fewer than|under|below|shorter than|well under|<",
    AT_MOST: "at most|as many as|as much as|up to|no more than|not more than|a maximum of|as long as|≤|<=",
}
_HEDGES_AFTER = {
    ABOUT: "or so|or thereabouts|more or less",
    AT_LEAST: "or more|or longer|at least|plus",
    AT_MOST: "or less|or fewer|at most",
}
_BEFORE = {tuple(words.split()): hedge for hedge, texts in _HEDGES.items() for words in texts.split("|")}
_AFTER = {tuple(words.split()): hedge for hedge, texts in _HEDGES_AFTER.items() for words in texts.split("|")}
_LONGEST_HEDGE = 3
_TENTH = 10


@lru_cache(maxsize=4096)
def parse_number(text: str) -> NumberRange | None:
    """Return the range of numbers a text states, None if it states none or says more than a number.

    Reads digits with thousands separators and decimals, number words, ranges ("4-5", "between 4 and 5") and hedges.
    """
    hedges, words = split_hedges(words_of(text))
    found = read_amount(words, 0)
    if found is None or found[1] != len(words):
        return None
    return hedged(found[0], hedges, text)


def hedged(amount: Amount, hedges: tuple[str, ...], text: str) -> NumberRange:
    """Return the range that an amount allows under hedges, the outermost first."""
    low, high, low_excluded, high_excluded = amount.low, amount.high, False, amount.high_excluded
    for hedge in reversed(hedges):
        if hedge == ABOUT:
            low = max(0, low - _leeway(low, amount))
            high = None if high is None else high + _leeway(high, amount)
        elif hedge == NEARLY:
            low = max(0, low - max(low / _TENTH, min(1, amount.unit)))
        elif hedge in (ABOVE, AT_LEAST):
            high, low_excluded, high_excluded = None, hedge == ABOVE, False
        elif hedge in (BELOW, AT_MOST):
            low, low_excluded, high_excluded = 0, False, hedge == BELOW
    return NumberRange(_plain(low), high if high is None else _plain(high), text, low_excluded, high_excluded)


def _leeway(number: float, amount: Amount) -> float:
    return max(amount.unit / 2, number / _TENTH, min(1, amount.unit))


def _plain(number: float) -> float:
    return int(number) if number == int(number) else number


def split_hedges(words: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Return the hedges at both ends of a statement, the outermost first, and the words between them."""
    hedges: list[str] = []
    start, end = 0, len(words)
    lengths = range(_LONGEST_HEDGE, 0, -1)
    while length := next((n for n in lengths if tuple(words[start : min(start + n, end)]) in _BEFORE), 0):
        hedges.append(_BEFORE[tuple(words[start : min(start + length, end)])])
        start += length
    while length := next((n for n in lengths if tuple(words[max(end - n, start) : end]) in _AFTER), 0):
        hedges.append(_AFTER[tuple(words[max(end - length, start) : end])])
        end -= length
    return tuple(hedges), words[start:end]
