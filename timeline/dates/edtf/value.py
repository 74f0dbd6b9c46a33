"""EDTF values: what a parsed text says, as small frozen tuples that print themselves in the canonical form.

Components are kept as they are written ("2019", "201X", "-0043", "Y-17E7"; "03", "1X", "21"), so that nothing a text
says is lost and printing is joining. `edtf.parsing` builds only values that are valid.

The canonical form has no spaces, no leading zeros after `Y`, and one way to write qualifiers: one mark to the right
of a component where that says it all (`2004-06~-11`), else one mark to the left of each component (`?2004-06-~11`).
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

APPROXIMATE, UNCERTAIN = 1, 2
MARKS = ("", "~", "?", "%")
"""A qualifier's mark, by its bits: APPROXIMATE, UNCERTAIN, both."""

SEASONS = range(21, 33)
"""Codes in the month's place: seasons of no hemisphere (21..24), northern (25..28), southern (29..32)."""
SUB_YEAR_GROUPINGS = range(21, 42)
"""The seasons, and quarters (33..36), quadrimesters (37..39) and semestrals (40, 41)."""
_GROUPINGS = {str(code): code for code in SUB_YEAR_GROUPINGS}
MOST_YEAR_DIGITS = 18
"""Years of more digits are refused: no calendar reaches so far, and numbers without bound are a burden."""


class EdtfError(ValueError):
    """A text is not EDTF; `position` is the 0-based offset of the place the message is about."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


class Date(NamedTuple):
    """One date: a day, month, year or sub-year grouping, with its qualifiers and unspecified digits.

    `qualifiers` holds bits for year, month and day. `significant` is the number after `S`, 0 for none.
    `time` is the time of day with its shift, without the `T`.
    """

    year: str
    month: str = ""
    day: str = ""
    qualifiers: tuple[int, int, int] = (0, 0, 0)
    significant: int = 0
    time: str = ""

    @property
    def grouping(self) -> int | None:
        """The code of the season, quarter, quadrimester or semestral, if it is one."""
        return _GROUPINGS.get(self.month)

    @property
    def components(self) -> tuple[str, ...]:
        """The components that are written: year, year and month, or year, month and day."""
        return tuple(part for part in (self.year, self.month, self.day) if part)

    def __str__(self) -> str:
        """Return the canonical text."""
        year = f"{self.year}S{self.significant}" if self.significant else self.year
        parts = [year, *self.components[1:]]
        bits = self.qualifiers[: len(parts)]
        if any(bits):
            group = _group(bits)
            if group:
                parts[group - 1] += MARKS[bits[0]]
            else:
                parts = [MARKS[bit] + part for bit, part in zip(bits, parts, strict=True)]
        text = "-".join(parts)
        return f"{text}T{self.time}" if self.time else text


def _group(bits: tuple[int, ...]) -> int:
    """Return how many leading components one mark qualifies, 0 if one mark cannot say it all."""
    length = 1
    while length < len(bits) and bits[length] == bits[0]:
        length += 1
    return 0 if any(bits[length:]) else length


End: TypeAlias = Date | Literal["..", ""]
"""An end of an interval: a date, `..` (open: it has no end, or none is meant) or nothing (unknown)."""


class Interval(NamedTuple):
    """What goes on from `start` to `end`."""

    start: End
    end: End

    def __str__(self) -> str:
        """Return the canonical text."""
        return f"{self.start}/{self.end}"


class Range(NamedTuple):
    """A run of dates in a set; None is open."""

    first: Date | None
    last: Date | None

    def __str__(self) -> str:
        """Return the canonical text."""
        return f"{self.first or ''}..{self.last or ''}"


class DateSet(NamedTuple):
    """A set of dates: `[]` is one of the members, `{}` all of them."""

    kind: Literal["[]", "{}"]
    members: tuple[Date | Range, ...]

    def __str__(self) -> str:
        """Return the canonical text."""
        return f"{self.kind[0]}{','.join(map(str, self.members))}{self.kind[1]}"


EdtfValue: TypeAlias = Date | Interval | DateSet
