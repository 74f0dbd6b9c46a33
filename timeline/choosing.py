"""Which events a query asks for: filters, which all must match, each given by one or more values.

What the events have is asked of `Facets`, of a timeline at hand or of one that is kept between runs, so that the two
choose alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from timeline.ancestry import ancestry
from timeline.dates import edtf
from timeline.dates.edtf import EdtfError
from timeline.dates.span import Span, span
from timeline.lookup import fold, look_up
from timeline.query import Choice, Period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from timeline.lookup import Spellings
    from timeline.model import Timeline
    from timeline.problems import Problem
    from timeline.query import Query


class Facets(Protocol):
    """What the events of a timeline have; an event is told by its place in the chronology."""

    @property
    def size(self) -> int:
        """How many events there are."""

    def spellings(self, field: str) -> Spellings:
        """Return the spellings of what there is of the people, places, kinds, themes or sources."""

    def above(self) -> Mapping[str, str | None]:
        """Return the places, and in which each of them lies."""

    def having(self, field: str, ids: Collection[str]) -> Collection[int]:
        """Return the events that have one of these people, places, kinds, themes or sources."""

    def in_conflict(self) -> Collection[int]:
        """Return the events that an open conflict touches."""

    def telling(self, words: Sequence[str]) -> Collection[int]:
        """Return the events whose words, folded as `timeline.lookup.fold` does, hold one of these."""

    def overlapping(self, periods: Sequence[Span]) -> Collection[int]:
        """Return the events that may lie in one of the periods."""

    def doubtful(self, periods: Sequence[Span], among: Collection[int]) -> Collection[int]:
        """Return those among these events that do not lie in one of the periods for certain."""


def parse_period(text: str) -> Period:
    """Return the period that `2019`, `2018..2020`, `2019-03..` or `..2019-03-10` stands for.

    Each end is any EDTF date; it reaches from the first day of the one to the last day of the other.
    Raises ValueError with a message for the reader.
    """
    low, dots, high = text.strip().partition("..")
    if not (low or high):
        message = "a period is a date (2019, 2019-03) or two with `..` between them (2018..2020)"
        raise ValueError(message)
    try:
        first = edtf.resolve(low).sound.start_earliest if low else None
        last = edtf.resolve(high if dots else low).sound.end_latest if high or not dots else None
    except EdtfError as error:
        message = f"`{text}` is not a period: {error}"
        raise ValueError(message) from None
    if first is not None and last is not None and first > last:
        message = f"`{text}` ends before it begins"
        raise ValueError(message)
    return Period(first, last, text.strip())


def choose(facets: Facets, query: Query) -> tuple[Choice, tuple[Problem, ...]]:
    """Return which events match every filter.

    The problems name filter values that stand for nothing in this corpus; nothing matches them.
    """
    problems: list[Problem] = []
    said: list[str] = []
    sets = [*_by_name(facets, query, problems, said), *_by_telling(facets, query, said)]
    chosen = sorted(set.intersection(*map(set, sets))) if sets else list(range(facets.size))
    spans = [_as_span(period) for period in query.periods]
    possible = frozenset(facets.doubtful(spans, chosen)) if spans else frozenset()
    if query.certain:
        chosen = [place for place in chosen if place not in possible]
        said.append("certain only")
    if query.reverse:
        chosen.reverse()
    if query.limit is not None and query.limit < len(chosen):
        said.append(f"the first {query.limit} of {len(chosen)}")
        chosen = chosen[: query.limit]
    return Choice(chosen, possible & set(chosen), tuple(said), facets.size - len(chosen)), tuple(problems)


FILTERS = {"people": "person", "places": "place", "kinds": "kind", "themes": "theme", "sources": "source"}
"""What events are chosen by that has a name, and the word for one of them."""


def _by_name(facets: Facets, query: Query, problems: list[Problem], said: list[str]) -> Iterable[Collection[int]]:
    for field, what in FILTERS.items():
        asked: tuple[str, ...] = getattr(query, field)
        if not asked:
            continue
        found, unknown = look_up(what, asked, facets.spellings(field))
        problems.extend(unknown)
        said.append(f"{what} {' or '.join(asked)}")
        if field == "places":
            above = facets.above()
            found = frozenset(place for place in above if not found.isdisjoint(ancestry(place, above)))
        yield facets.having(field, found)


def named(timeline: Timeline, field: str) -> dict[str, tuple[str, ...]]:
    """Return the names of what there is of the people, places, kinds, themes or sources, by id."""
    if field == "people":
        return {one.id: (one.name, *one.also) for one in timeline.people}
    if field == "places":
        return {one.id: (one.name, *one.also) for one in timeline.places}
    if field == "kinds":
        return {one.id: (one.title,) for one in timeline.kinds}
    if field == "themes":
        return {kind.theme: () for kind in timeline.kinds}
    return {one.id: (one.publisher, one.title) for one in timeline.sources}


def _by_telling(facets: Facets, query: Query, said: list[str]) -> Iterable[Collection[int]]:
    if query.search:
        said.append(f"with the words {' or '.join(query.search)}")
        yield facets.telling([fold(words) for words in query.search])
    if query.conflicts:
        said.append("in open conflict")
        yield facets.in_conflict()
    if query.periods:
        said.append(f"period {' or '.join(period.text for period in query.periods)}")
        yield facets.overlapping([_as_span(period) for period in query.periods])


def _as_span(period: Period) -> Span:
    return span((period.first, period.first), (period.last, period.last))
