"""What the digits of an EDTF date can stand for: exact and exponential years, and digits that are not specified."""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING

from timeline.dates.span import Day, day_of, days_in_month

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates.edtf.value import Date

_MONTHS_IN_YEAR, _LONGEST_MONTH = 12, 31
_FOURTHS = frozenset(
    pair for number in range(0, 100, 4) for pair in (f"{number:02d}", f"{number // 10}X", f"X{number % 10}", "XX")
)
"""The pairs of digits or `X` that a multiple of four fits."""


def exact_year(year: str) -> int:
    """Return the number of a year without unspecified digits, of any form."""
    mantissa, _, exponent = year.removeprefix("Y").partition("E")
    return int(mantissa) * int(10 ** int(exponent or 0))


def significant_digits(year: str) -> int:
    """Return how many digits a year without unspecified digits has: four, or as many as its number needs."""
    return len(str(abs(exact_year(year)))) if year[0] == "Y" else 4


@cache
def fitting_numbers(pattern: str, most: int) -> Sequence[int]:
    """Return the numbers from 1 to `most` that fit two digits or `X`, in order."""
    if pattern.isdigit():
        number = int(pattern)
        return [number] if 1 <= number <= most else []
    tens, ones = pattern[0], pattern[1]
    return [
        number
        for number in range(1, most + 1)
        if tens in ("X", "0123456789"[number // 10]) and ones in ("X", "0123456789"[number % 10])
    ]


def fits_leap_year(pattern: str) -> bool:
    """Return whether a leap year fits a year of four digits or `X`, with or without a sign."""
    centuries, years = pattern[-4:-2], pattern[-2:]
    return (centuries if years == "00" else years) in _FOURTHS


def earliest_and_latest(date: Date) -> tuple[Day, Day] | None:
    """Return the first and last day that fit a date written to the day, or None if none does.

    `XXXX` counts as the years 0 to 9999 here.
    """
    months = fitting_numbers(date.month, _MONTHS_IN_YEAR)
    days = fitting_numbers(date.day, _LONGEST_MONTH)
    # Known before thousands of years are tried in vain: whether any of the months is ever so long.
    longest = [days_in_month(4 if fits_leap_year(date.year) else 1, month) for month in months]
    if not days or not months or days[0] > max(longest):
        return None
    first = _first_that_exists(_fitting_years(date.year), months, days)
    if first is None:
        return None
    last = _first_that_exists(_fitting_years(date.year, last_first=True), months[::-1], days[::-1])
    return first, first if last is None else last


def _first_that_exists(years: Iterable[int], months: Sequence[int], days: Sequence[int]) -> Day | None:
    for year in years:
        for month in months:
            length = days_in_month(year, month)
            for day in days:
                if day <= length:
                    return day_of(year, month, day)
    return None


def fewest_runs(date: Date) -> int:
    """Return how many runs of days the dates that fit unspecified digits come in at least: cheap, and never too many.

    0 where these are no more than one: with no such digit, or with such at the end only, as in `201X`.
    """
    if "X" not in f"{date.year}{date.month}{date.day}".rstrip("X"):
        return 0
    years: int = 10 ** date.year.count("X")
    months = len(fitting_numbers(date.month, _MONTHS_IN_YEAR)) if date.month else 1
    # A day that is known in part keeps the months apart; February need not have it.
    return years * max(1, months - 1) if date.day.strip("X") else years


def specified(date: Date) -> Iterator[Date]:
    """Yield each date that fits one with unspecified digits, in the unit that these leave known."""
    day = "" if date.day == "XX" else date.day
    month = "" if date.month == "XX" and not day else date.month
    months = fitting_numbers(month, _MONTHS_IN_YEAR) if "X" in month else [int(month)] if month else [0]
    for year in _fitting_years(date.year):
        for number in months:
            length = days_in_month(year, number) if day else 0
            for last in fitting_numbers(day, _LONGEST_MONTH) if day else (0,):
                if last <= length:
                    yield date._replace(
                        year=f"{'-' if year < 0 else ''}{abs(year):04}",
                        month=f"{number:02}" if number else "",
                        day=f"{last:02}" if last else "",
                    )


def _fitting_years(pattern: str, *, last_first: bool = False) -> Iterator[int]:
    if "X" not in pattern:
        yield exact_year(pattern)
        return
    sign = -1 if pattern[0] == "-" else 1
    digits = "9876543210" if last_first == (sign > 0) else "0123456789"
    for chosen in itertools.product(*(digits if digit == "X" else digit for digit in pattern.lstrip("-"))):
        year = sign * int("".join(chosen))
        if year or sign > 0:
            yield year
