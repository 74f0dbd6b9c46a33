"""The columns of a table: a name, a type, what is in them; and how days stand in them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from timeline.dates.span import iso

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.dates.span import Bounds, Day, Span

Row: TypeAlias = tuple[Any, ...]

_LARGEST = 2**63 - 1
_DAY_OF_1970 = 719_163
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()


class Column(NamedTuple):
    """A column of values of a `type`: "text", "texts", "number", "date", "yes or no"; or of lists of records."""

    name: str
    type: str = "text"
    about: str = ""
    fields: tuple[Column, ...] = ()


NAMED = (Column("id"), Column("name"))
"""What a list of people or places holds."""

BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")

ALTERNATIVES = (*(Column(bound) for bound in BOUNDS), *(Column(f"{bound}_day", "number") for bound in BOUNDS))


def day_columns(*names: str, about: str = "") -> tuple[Column, ...]:
    """Return three columns for each day: as ISO 8601, as a count, as a date."""
    return (
        *(Column(name, "text", about) for name in names),
        *(Column(f"{name}_day", "number", "the same, as a count on which 1 is 0001-01-01") for name in names),
        *(Column(f"{name}_date", "date", "the same, in the years 1 to 9999") for name in names),
    )


@lru_cache(maxsize=10_000)
def day_cells(days: tuple[Day | None, ...]) -> Row:
    """Return days as `day_columns` has them; one too large for a number is told by its text alone."""
    return (*_texts(days), *_counts(days), *[_as_date(day) for day in days])


def alternatives(sound: Span) -> list[Row]:
    """Return the few dates that words leave open between, where there are any."""
    boxes: Iterable[Bounds] = sound.alternatives
    return [(*_texts(box), *_counts(box)) for box in boxes]


def _texts(days: Sequence[Day | None]) -> tuple[str | None, ...]:
    return tuple([None if day is None else iso(day) for day in days])


def _counts(days: Sequence[Day | None]) -> tuple[int | None, ...]:
    return tuple([day if day is not None and abs(day) <= _LARGEST else None for day in days])


def _as_date(day: Day | None) -> int | None:
    """Return the days from 1970-01-01 to a day, as Parquet counts dates, where every reader can have it."""
    return day - _DAY_OF_1970 if day is not None and _FIRST_DAY <= day <= _LAST_DAY else None
