"""The part of a timeline that was asked for, with what goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.ancestry import ancestry
from timeline.choosing import Facets, choose, named, parse_period
from timeline.dates.span import certainly_shares_a_day, overlaps
from timeline.lookup import fold, spellings
from timeline.model import Selection, Timeline
from timeline.query import Period, Query

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from timeline.dates.span import Span
    from timeline.lookup import Spellings
    from timeline.model import Event, Person, Place
    from timeline.problems import Problem

__all__ = ["Period", "Query", "folded_texts", "narrowed", "parse_period", "select"]


def select(timeline: Timeline, query: Query) -> tuple[Selection, tuple[Problem, ...]]:
    """Return the events that match every filter, and what goes with them.

    The problems name filter values that stand for nothing in this corpus; nothing matches them.
    """
    choice, problems = choose(_Facets(timeline), query)
    events = tuple([timeline.events[place] for place in choice.places])
    told = timeline if events == timeline.events else narrowed(timeline, events)
    possible = frozenset(timeline.events[place].id for place in choice.possible)
    return Selection(told, possible, choice.filters, choice.left_out), problems


class _Facets(Facets):
    """What the events of a timeline have."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._events = timeline.events

    @property
    def size(self) -> int:
        return len(self._events)

    def spellings(self, field: str) -> Spellings:
        return spellings(named(self._timeline, field))

    def above(self) -> Mapping[str, str | None]:
        return {place.id: place.within for place in self._timeline.places}

    def having(self, field: str, ids: Collection[str]) -> list[int]:
        tests: dict[str, Callable[[Event], bool]] = {
            "people": lambda event: any(person in ids for person in event.people),
            "places": lambda event: any(place in ids for place in event.places),
            "kinds": lambda event: event.kind in ids,
            "themes": lambda event: event.theme in ids,
            "sources": lambda event: any(claim.source in ids for claim in event.claims),
        }
        return self._where(tests[field])

    def in_conflict(self) -> list[int]:
        opened = {conflict.id for conflict in self._timeline.conflicts if conflict.is_open}
        return self._where(lambda event: not opened.isdisjoint(event.conflicts))

    def telling(self, words: Sequence[str]) -> list[int]:
        texts = folded_texts(self._timeline)
        return self._where(lambda event: any(words_of in text for text in texts(event) for words_of in words))

    def overlapping(self, periods: Sequence[Span]) -> list[int]:
        return self._where(lambda event: any(overlaps(event.date.sound, period) for period in periods))

    def doubtful(self, periods: Sequence[Span], among: Collection[int]) -> list[int]:
        dates = ((place, self._events[place].date.sound) for place in among)
        return [place for place, date in dates if not any(certainly_shares_a_day(date, one) for one in periods)]

    def _where(self, matches: Callable[[Event], bool]) -> list[int]:
        return [place for place, event in enumerate(self._events) if matches(event)]


def folded_texts(timeline: Timeline) -> Callable[[Event], list[str]]:
    """Return what gives the texts of an event that a search looks into, folded, each by itself.

    They are its title and notes, what its claims say, and the names of the people and places in it.
    """
    people, places = _folded_names(timeline.people), _folded_names(timeline.places)

    def texts(event: Event) -> list[str]:
        named = [people.get(person, "") for person in event.people]
        named += [places.get(place, "") for place in event.places]
        named += [people.get(claim.according_to or "", "") for claim in event.claims]
        return [*(fold(text) for text in _texts(event) if text), *filter(None, named)]

    return texts


def _folded_names(declared: Sequence[Person | Place]) -> dict[str, str]:
    return {one.id: fold(" ".join((one.name, *one.also))) for one in declared}


def _texts(event: Event) -> list[str]:
    """Return what an event and its claims say, a text each; some may be ""."""
    told = [event.title, event.note]
    for claim in event.claims:
        told += (claim.says, claim.quote, claim.note, claim.certainty, claim.date.stated, claim.lasts)
        told += [fact.text for fact in claim.facts]
    return told


def narrowed(timeline: Timeline, events: tuple[Event, ...]) -> Timeline:
    """Return the timeline of these events, with what they name and what that leads to."""
    shown = {event.id for event in events}
    claims = [claim for event in events for claim in event.claims]
    people = {person for event in events for person in event.people} | {claim.according_to for claim in claims}
    above = {place.id: place.within for place in timeline.places}
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
