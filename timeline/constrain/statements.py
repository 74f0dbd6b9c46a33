"""What claims and sources say of time, as constraints between days.

Each constraint is labelled with the parts it rests on. A part is (whose, kind, detail): the id of a claim with "date",
"time", "relation", "lasts", "told" or "upcoming", the id of a source with "published" or "derives", the id of an event
with "instant".

- What a claim tells as past has begun by the publication of its source; what it tells as upcoming begins no sooner.
- A relation binds days of two events: see `timeline.constrain.relations`.
- What lasts so long has so many days from its start to its end, one more or less: words leave open whether the first
  and the last day both count.
- Of an `instant` event, start and end are one day.
- Of two events of one day the times of day that are told may say which began first: see `timeline.constrain.hours`.
"""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from timeline.bounds import Links
from timeline.constrain.choices import Choice, choices_of, publication_choices
from timeline.constrain.hours import by_hours
from timeline.constrain.premises import (
    by_id,
    contested_boxes,
    contested_claims,
    counts,
    is_dated_for_others,
    is_overtaken,
    lost_claims,
    standing,
)
from timeline.constrain.relations import bound_by, in_moments
from timeline.constrain.ties import ties_of
from timeline.dates.boxes import around
from timeline.dates.length import parse_length
from timeline.network import ORIGIN, Constraint
from timeline.rivals import may_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.constrain.ties import Tie
    from timeline.dates.span import Bounds, Day
    from timeline.model import Claim, Event, Source
    from timeline.network import Label


class Publication(NamedTuple):
    """A source, the node of its publication, and the day of that where it is known to the day."""

    source: Source
    node: int
    day: Day | None


class Statements:
    """All that events, claims and sources say of time, put as constraints where they are asked for.

    Events and sources are known by their places among the sorted ids, which the nodes follow; see `Links`.
    """

    def __init__(self, events: Iterable[Event], sources: Iterable[Source]) -> None:
        self._has_rivals = False
        self.events = sorted(events, key=lambda event: event.id)
        self.sources = sorted(sources, key=lambda source: source.id)
        self.places = {event.id: place for place, event in enumerate(self.events)}
        self.first_source = 2 * len(self.events) + 1
        self.published = {
            source.id: Publication(source, self.first_source + place, known_day(source))
            for place, source in enumerate(self.sources)
        }

        self.days = {source: publication.day for source, publication in self.published.items()}
        """The days of publication of sources by their ids, None for one that is not known to the day."""
        self.by_hours = by_hours(self.events)
        """What times of day say, by the place of the event that comes after."""
        self.open_days = {source for source, day in self.days.items() if day is None}
        """The sources of which the day of publication is not known to the day."""

    def with_rivals(self) -> Statements:
        """Return the same, where events of which the date is contested are said to have been on a rival date."""
        found = copy(self)
        found._has_rivals = True
        return found

    @property
    def nodes(self) -> int:
        """How many nodes there are, and the number of the last."""
        return self.first_source + len(self.sources) - 1

    @property
    def links(self) -> Links:
        """Whose days the nodes are, without any constraints."""
        return Links(tuple([event.id for event in self.events]), tuple([source.id for source in self.sources]))

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for event in self.events for claim in event.claims}

    def constraints(self) -> Iterator[Constraint]:
        """Yield all constraints, in one order always."""
        for place in range(len(self.events)):
            yield from self.of_event(place)
        for source in self.sources:
            yield from self.of_source(source.id)

    def at(self, node: int) -> list[Constraint]:
        """Return what is said of the event or source whose day a node is, by itself."""
        if node < self.first_source:
            return self.of_event((node - 1) // 2)
        return self.of_source(self.sources[node - self.first_source].id)

    def owner(self, node: int) -> int:
        """Return the first node of the event or source whose day a node is."""
        return node - 1 + node % 2 if node < self.first_source else node

    def of_event(self, place: int) -> list[Constraint]:
        """Return what an event and the claims on it say."""
        event, start = self.events[place], 2 * place + 1
        found = [Constraint(start + 1, start, 0)]
        if event.instant:
            found.append(Constraint(start, start + 1, 0, ((event.id, "instant", ""),)))
        if is_dated_for_others(event):
            for claim in _dating(event):
                _date(claim, start, found)
        elif label := self._rivals(event):
            within(around(contested_boxes(event)), start, label, found)
        for claim in standing(event):
            found.append(_telling(claim, start, self.published[claim.source]))
            if claim.lasts and not is_overtaken(claim, event):
                _lasting(claim, start, self.published[claim.source].source.language, found)
            self._relations(claim, place, found)
        found += self.by_hours.get(place, ())
        return found

    def to_others(self, event: Event, place: int, claims: Iterable[Claim]) -> list[Constraint]:
        """Return of what claims on an event say what binds it to others, or to an open day of publication."""
        found: list[Constraint] = []
        lost = lost_claims(event)
        for claim in claims:
            if counts(claim, lost):
                if claim.source in self.open_days:
                    found.append(_telling(claim, 2 * place + 1, self.published[claim.source]))
                self._relations(claim, place, found)
        return found

    def _relations(self, claim: Claim, place: int, found: list[Constraint]) -> None:
        if is_overtaken(claim, self.events[place]):
            return
        for number, relation in enumerate(claim.relations):
            other = self.places.get(relation.event, place)
            if other != place:
                label = ((claim.id, "relation", f"{number:04}"),)
                language = self.published[claim.source].source.language
                found += bound_by(relation, 2 * place + 1, 2 * other + 1, label, language)

    def is_in_moments(self, one: Constraint) -> bool:
        """Whether a constraint between different events or sources holds in the course of a day too."""
        claim, what, number = one[3][0]
        if what != "relation":
            return True  # what is told or repeated is there by then
        said = self.claims[claim]
        return in_moments(said.relations[int(number)].kind, 2 * self.places[said.event] + 1, one)

    def of_source(self, identifier: str) -> list[Constraint]:
        """Return what is said of the publication of a source."""
        source, node, _ = self.published[identifier]
        first, last = published_days(source)
        found: list[Constraint] = []
        if first is not None:
            found.append(Constraint(node, ORIGIN, -first, ((source.id, "published", ""),)))
        if last is not None:
            found.append(Constraint(ORIGIN, node, last, ((source.id, "published", ""),)))
        return found + self.of_root(source, node)

    def of_root(self, source: Source, node: int) -> list[Constraint]:
        """Return that a source, of this node, came no sooner than what it derives from, if it does."""
        root = self.published.get(source.derives_from or "")
        if root is None or root.node == node:
            return []
        return [Constraint(node, root.node, 0, ((source.id, "derives", ""),))]

    def ties(self, place: int) -> list[Tie]:
        """Return the dates of an event's claims that lean on an open day of publication."""
        event = self.events[place]
        found: list[Tie] = []
        if any(claim.source in self.open_days for claim in event.claims):
            lost = lost_claims(event)
            for claim in may_date(event.claims):
                if claim.source in self.open_days and counts(claim, lost):
                    source, node, _ = self.published[claim.source]
                    found += ties_of(claim, 2 * place + 1, source, node)
        return found if found and is_dated_for_others(event) else []

    def choices(self, place: int) -> Iterator[Choice]:
        """Yield the dates of an event's claims that leave open between a few."""
        event = self.events[place]
        start = 2 * place + 1
        if is_dated_for_others(event):
            yield from choices_of(event, event.date.claims, start)
        elif label := self._rivals(event):
            yield Choice(label, (start, start + 1), contested_boxes(event))

    def _rivals(self, event: Event) -> Label:
        """Return what says that an event was on one of its rival dates, () where that is not to be said."""
        return tuple((claim, "date", "") for claim in contested_claims(event)) if self._has_rivals else ()

    def publication_choices(self, identifier: str) -> Iterator[Choice]:
        """Yield the day of publication of a source where that leaves open between a few."""
        source, node, _ = self.published[identifier]
        yield from publication_choices(source, node)


def published_days(source: Source) -> tuple[Day | None, Day | None]:
    """Return the first and the last day on which a source may have been published, as declared."""
    if source.published is None:
        return None, None
    return source.published.sound.start_earliest, source.published.sound.end_latest


def known_day(source: Source) -> Day | None:
    """Return the day of publication of a source, None where it is not known to the day."""
    first, last = published_days(source)
    return first if first == last else None


def _dating(event: Event) -> Iterable[Claim]:
    shown = event.date.claims
    found = [claim for claim in event.claims if claim.id in shown]
    return sorted(found, key=by_id) if len(found) > 1 else found


def _date(claim: Claim, start: int, found: list[Constraint]) -> None:
    within(claim.date.sound[:4], start, ((claim.id, "date", ""),), found)


def within(bounds: Bounds, start: int, label: Label, found: list[Constraint]) -> None:
    """Add that what starts on a node, and ends on the next, does so within bounds."""
    start_earliest, start_latest, end_earliest, end_latest = bounds
    if start_earliest is not None:
        found.append(Constraint(start, ORIGIN, -start_earliest, label))
    if start_latest is not None:
        found.append(Constraint(ORIGIN, start, start_latest, label))
    if end_earliest is not None:
        found.append(Constraint(start + 1, ORIGIN, -end_earliest, label))
    if end_latest is not None:
        found.append(Constraint(ORIGIN, start + 1, end_latest, label))


def _telling(claim: Claim, start: int, publication: Publication) -> Constraint:
    """What is told as past has begun by publication. A source of a known day needs no node of its own."""
    source, node, day = publication
    said = claim.id, "upcoming" if claim.upcoming else "told", ""
    if day is None:
        return Constraint(start, node, 0, (said,)) if claim.upcoming else Constraint(node, start, 0, (said,))
    published = source.id, "published", ""
    label = (said, published) if said < published else (published, said)
    return Constraint(start, ORIGIN, -day, label) if claim.upcoming else Constraint(ORIGIN, start, day, label)


def _lasting(claim: Claim, start: int, language: str, found: list[Constraint]) -> None:
    length = parse_length(claim.lasts, language)
    if length is not None:
        label = ((claim.id, "lasts", ""),)
        found.append(Constraint(start + 1, start, 1 - max(1, length.low), label))
        if length.high is not None:
            found.append(Constraint(start, start + 1, length.high + 1, label))
