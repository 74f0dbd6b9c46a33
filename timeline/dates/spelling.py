"""How texts of any language are evened out before they are read, and what a number written in digits can stand for."""

from __future__ import annotations

from typing import Any, NamedTuple


class Piece(NamedTuple):
    """A word, number or mark of an evened text: what sort it is, the text, and where it stands."""

    kind: str
    text: str
    start: int
    end: int


EVENED = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t\n\r", " "),
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
        **dict.fromkeys('\u201c\u201d\u201e\u00ab\u00bb"[]{}()*', " "),
        **dict.fromkeys("\u2012\u2013\u2014\u2015\u2212", "\u2013"),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u00ad\u200b\u200e\u200f\ufeff", ""),
        "\u0130": "I",
    }
)
"""What is written in many ways is read in one: spaces, quotes, dashes; brackets say nothing of a date."""

IGNORED = frozenset(".;!'\u2026")
"""Marks that say nothing of a date."""

SHIFT = r"(?:(?<=:\d\d)|(?<=:\d\d ))\+\d\d:?\d\d(?!\d)|(?:(?<=:\d\d )|(?<=:\d\d:\d\d))-\d{4}(?!\d)"
"""A shift from universal time after a time of day, as mail has it: "09:12 +0100". ("09:12-10:30" is a stretch.)"""

_MOST_DIGITS, _DIGITS_OF_YEAR, _DIGITS_OF_DAY = 6, 4, 2
_FIRST_YEAR, _LAST_YEAR, _LAST_DAY = 1000, 2999, 31


def number_symbols(digits: str) -> tuple[tuple[str, Any], ...]:
    """Return every (symbol, value) that digits can stand for: a number, a year, a day's number, two digits."""
    if len(digits) > _MOST_DIGITS or not digits.isascii():
        return ()
    number = int(digits)
    symbols: list[tuple[str, Any]] = [("NUM", number)]
    if len(digits) == _DIGITS_OF_YEAR and _FIRST_YEAR <= number <= _LAST_YEAR:
        symbols.append(("YEAR", number))
    if len(digits) <= _DIGITS_OF_DAY and 1 <= number <= _LAST_DAY:
        symbols.append(("DAYNO", number))
    if len(digits) == _DIGITS_OF_DAY:
        symbols.append(("TWODIGITS", number))
    return tuple(symbols)
