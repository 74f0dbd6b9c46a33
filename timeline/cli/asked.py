"""What a command line asks for: a query, and how the data files are to be read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.query import Period, Query


class Asked(NamedTuple):
    """How the data files are to be read."""

    may_cache: bool
    include_withheld: bool


def asked(*, no_cache: bool, include_withheld: bool) -> Asked:
    """Return what two flags, and the environment, ask for."""
    return Asked(not (no_cache or os.environ.get("TIMELINE_NO_CACHE")), include_withheld)


class PeriodError(ValueError):
    """A value that is no period, of which `option` says which one it is."""

    def __init__(self, message: str, option: str) -> None:
        super().__init__(message)
        self.option = option


def query(filters: Mapping[str, Any]) -> Query:
    """Return the query that the filters' values make. Raises PeriodError for what is no period."""
    from timeline.query import Query

    periods = _periods(filters["years"], filters["first"], filters["last"])
    names = ("people", "kinds", "themes", "places", "sources", "search", "conflicts", "certain", "reverse", "limit")
    return Query(periods=periods, **{name: filters[name] for name in names if name in filters})


def _periods(years: Sequence[str], first: str | None, last: str | None) -> tuple[Period, ...]:
    """Return the periods asked for: each year, cut to what lies between `first` and `last`."""
    periods = tuple(_period(year, "--year") for year in years)
    if first is None and last is None:
        return periods
    for end, hint in ((first, "--from"), (last, "--to")):
        if end is not None and ".." in end:
            raise PeriodError("one date is needed here, not two", hint)
    limits = _period(f"{first or ''}..{last or ''}", "--from/--to")
    return tuple(_shared(period, limits) for period in periods) or (limits,)


def _period(text: str, option: str) -> Period:
    from timeline.choosing import parse_period

    try:
        return parse_period(text)
    except ValueError as error:
        raise PeriodError(str(error), option) from None


def _shared(one: Period, other: Period) -> Period:
    from timeline.query import Period

    firsts = [day for day in (one.first, other.first) if day is not None]
    lasts = [day for day in (one.last, other.last) if day is not None]
    shared = Period(max(firsts, default=None), min(lasts, default=None), f"{one.text} and {other.text}")
    if shared.first is not None and shared.last is not None and shared.first > shared.last:
        message = f"no day of {one.text} lies in {other.text}"
        raise PeriodError(message, "--year")
    return shared
