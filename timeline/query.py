"""What can be asked of a timeline, and which events answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

Day = int
"""A day as a count; see `timeline.dates.span`."""


class Period(NamedTuple):
    """A stretch of days asked for; an open bound is None. `text` is how it was asked."""

    first: Day | None
    last: Day | None
    text: str


class Query(NamedTuple):
    """What is asked for. Values of one field are alternatives; all fields must match."""

    people: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    conflicts: bool = False
    certain: bool = False
    reverse: bool = False
    limit: int | None = None


class Choice(NamedTuple):
    """The events that were chosen, by their places in the chronology, in the order asked for.

    `possible` are those that only may lie in a period. `filters` says in words what was asked; `left_out` counts the
    events that did not match.
    """

    places: Sequence[int]
    possible: Collection[int]
    filters: tuple[str, ...]
    left_out: int


EVERYTHING = Query()
"""Nothing is left out."""
