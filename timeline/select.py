"""The part of a timeline that was asked for: filters, which all must match, each given by one or more values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.ancestry import ancestry
from timeline.dates import edtf
from timeline.dates.edtf import EdtfError
from timeline.dates.span import Span, certainly_shares_a_day, overlaps, span
from timeline.lookup import fold, look_up
from timeline.model import Selection, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from timeline.dates.span import Day
    from timeline.model import Event
    from timeline.problems import Problem


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


def select(timeline: Timeline, query: Query) -> tuple[Selection, tuple[Problem, ...]]:
    """Return the events that match every filter, and what goes with them.

    The problems name filter values that stand for nothing in this corpus; nothing matches them.
    """
    problems: list[Problem] = []
    filters, said = _filters(timeline, query, problems)
    chosen = [event for event in timeline.events if all(matches(event) for matches in filters)]
    possible = _possible(chosen, query.periods)
    if query.certain:
        chosen = [event for event in chosen if event.id not in possible]
        said.append("certain only")
    if query.reverse:
        chosen.reverse()
    if query.limit is not None and query.limit < len(chosen):
        said.append(f"the first {query.limit} of {len(chosen)}")
        chosen = chosen[: query.limit]
    events = tuple(chosen)
    narrowed = timeline if events == timeline.events else _narrowed(timeline, events)
    left_out = len(timeline.events) - len(events)
    return Selection(narrowed, possible & {event.id for event in events}, tuple(said), left_out), tuple(problems)


def _filters(
    timeline: Timeline, query: Query, problems: list[Problem]
) -> tuple[list[Callable[[Event], bool]], list[str]]:
    filters: list[Callable[[Event], bool]] = []
    said: list[str] = []

    def ids(what: str, asked: tuple[str, ...], named: Mapping[str, Iterable[str]]) -> frozenset[str]:
        found, unknown = look_up(what, asked, named)
        problems.extend(unknown)
        said.append(f"{what} {' or '.join(asked)}")
        return found

    if query.people:
        people = ids("person", query.people, {one.id: (one.name, *one.also) for one in timeline.people})
        filters.append(lambda event: not people.isdisjoint(event.people))
    if query.places:
        places = ids("place", query.places, {one.id: (one.name, *one.also) for one in timeline.places})
        above = _above_places(timeline)
        around = {place: ancestry(place, above) for place in above}
        filters.append(lambda event: any(not places.isdisjoint(around[place]) for place in event.places))
    if query.kinds:
        kinds = ids("kind", query.kinds, {one.id: (one.title,) for one in timeline.kinds})
        filters.append(lambda event: event.kind in kinds)
    if query.themes:
        themes = ids("theme", query.themes, {kind.theme: () for kind in timeline.kinds})
        filters.append(lambda event: event.theme in themes)
    if query.sources:
        sources = ids("source", query.sources, {one.id: (one.publisher, one.title) for one in timeline.sources})
        filters.append(lambda event: any(claim.source in sources for claim in event.claims))
    if query.search:
        said.append(f"with the words {' or '.join(query.search)}")
        filters.append(_searcher(timeline, query.search))
    if query.conflicts:
        said.append("in open conflict")
        open_ones = {conflict.id for conflict in timeline.conflicts if conflict.is_open}
        filters.append(lambda event: not open_ones.isdisjoint(event.conflicts))
    if query.periods:
        said.append(f"period {' or '.join(period.text for period in query.periods)}")
        periods = [_as_span(period) for period in query.periods]
        filters.append(lambda event: any(overlaps(event.date.sound, period) for period in periods))
    return filters, said


def _as_span(period: Period) -> Span:
    return span((period.first, period.first), (period.last, period.last))


def _possible(events: Iterable[Event], periods: Iterable[Period]) -> frozenset[str]:
    """The events that may lie in a period and may lie outside all of them."""
    spans = [_as_span(period) for period in periods]
    if not spans:
        return frozenset()
    return frozenset(
        event.id for event in events if not any(certainly_shares_a_day(event.date.sound, one) for one in spans)
    )


def _searcher(timeline: Timeline, asked: Iterable[str]) -> Callable[[Event], bool]:
    """Return a test for events whose words hold one of the texts: titles, claims, notes, facts, and names."""
    people = {one.id: " ".join((one.name, *one.also)) for one in timeline.people}
    places = {one.id: " ".join((one.name, *one.also)) for one in timeline.places}
    wanted = [fold(words) for words in asked]

    def find(event: Event) -> bool:
        told = [event.title, event.note]
        told += (people.get(person, "") for person in event.people)
        told += (places.get(place, "") for place in event.places)
        for claim in event.claims:
            told += (claim.says, claim.quote, claim.note, claim.certainty, claim.date.stated, claim.lasts)
            told += (fact.text for fact in claim.facts)
            told.append(people.get(claim.according_to or "", ""))
        folded = fold(" | ".join(told))
        return any(words in folded for words in wanted)

    return find


def _narrowed(timeline: Timeline, events: tuple[Event, ...]) -> Timeline:
    """Return the timeline of these events, with what they name and what that leads to."""
    shown = {event.id for event in events}
    claims = [claim for event in events for claim in event.claims]
    people = {person for event in events for person in event.people} | {claim.according_to for claim in claims}
    above = _above_places(timeline)
    places = {place for event in events for inner in event.places for place in ancestry(inner, above)}
    roots = {source.id: source.derives_from for source in timeline.sources}
    sources = {source for cited in {claim.source for claim in claims} for source in ancestry(cited, roots)}
    kinds = {event.kind for event in events}
    return timeline._replace(
        events=events,
        conflicts=tuple(conflict for conflict in timeline.conflicts if not shown.isdisjoint(conflict.events)),
        people=tuple(person for person in timeline.people if person.id in people),
        places=tuple(place for place in timeline.places if place.id in places),
        sources=tuple(source for source in timeline.sources if source.id in sources),
        kinds=tuple(kind for kind in timeline.kinds if kind.id in kinds),
    )


def _above_places(timeline: Timeline) -> dict[str, str | None]:
    return {place.id: place.within for place in timeline.places}
