"""What no other column of a table of claims holds, for the way back: other spellings, notes, derivations, exact texts.

A row tells it of its own record, and of whatever it is the first to name; the first row also of what no row names.
The cell is JSON, in the form of a data file: `{"people": {"olga": {"also": ["O. Brandt"]}}}`. `number` is a thing's
place among those of its section, where that is not the order in which the rows name them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from timeline.ancestry import ancestry
from timeline.clean import clean
from timeline.export.objects import dumped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.model import Claim, Event, Kind, Person, Place, Source, Timeline

_LOST = re.compile("(?<= ) |[\x85\u2028\u2029]")
"""White space that a cell would not keep."""


class Beyond:
    """Makes the cells, row by row, in the order of the events and their claims."""

    def __init__(self, timeline: Timeline) -> None:
        self._told: set[tuple[str, str]] = set()
        self._marked = {("people", one.id) for one in timeline.people if one.withhold}
        self._marked |= {("sources", one.id) for one in timeline.sources if one.withhold}
        self._sources = {source.id: source for source in timeline.sources}
        self._places = {place.id: place for place in timeline.places}
        self._fields: dict[tuple[str, str], dict[str, Any]] = {}
        self._above = {
            "sources": {source.id: source.derives_from for source in timeline.sources},
            "places": {place.id: place.within for place in timeline.places},
        }
        self._gather(timeline)
        named = list(dict.fromkeys(pair for event in timeline.events for pair in self._named_by(event)))
        known = set(named)
        self._unnamed = [pair for pair in self._fields if pair not in known]
        self._number([*named[:1], *self._unnamed, *named[1:]])

    def cell(self, event: Event, claim: Claim) -> str:
        """Return the cell of a claim's row."""
        found: dict[str, Any] = {}
        record = dict(_exact(claim))
        if record:
            found["record"] = record
        pairs = [*self._named(event, claim), *(() if self._told else self._unnamed)]
        for pair in pairs:
            # A mark stands in each row that names whom it protects: no row may lose it with another one.
            fields = {"withhold": "true"} if pair in self._marked else {}
            if pair not in self._told:
                self._told.add(pair)
                fields = self._fields.get(pair, {})
            if fields:
                found.setdefault(pair[0], {}).setdefault(pair[1], fields)
        if not found:
            return ""
        return _LOST.sub(lambda match: f"\\u{ord(match[0]):04x}", dumped(found))

    def _named_by(self, event: Event) -> Iterator[tuple[str, str]]:
        for claim in event.claims:
            yield from self._named(event, claim)

    def _named(self, event: Event, claim: Claim) -> Iterator[tuple[str, str]]:
        """Yield the section and the id of all that a row names, and of what these derive from or lie in."""
        yield "kinds", event.kind
        yield "events", event.id
        yield from (("sources", one) for one in ancestry(claim.source, self._above["sources"]))
        yield from (("people", one) for one in claim.people)
        if claim.according_to:
            yield "people", claim.according_to
        if claim.place:
            yield from (("places", one) for one in ancestry(claim.place, self._above["places"]))

    def _gather(self, timeline: Timeline) -> None:
        events = timeline.events
        cited = {claim.source: claim.date.anchor for event in events for claim in event.claims}
        placed = {claim.place for event in events for claim in event.claims}
        people = {one for event in events for claim in event.claims for one in (*claim.people, claim.according_to)}
        kinds = {event.kind for event in events}
        told: list[tuple[str, str, Iterable[tuple[str, Any]]]] = [
            *(("sources", one.id, _source(one, cited.get(one.id))) for one in timeline.sources),
            *(("people", one.id, _person(one, named=one.id in people)) for one in timeline.people),
            *(("places", one.id, _place(one, named=one.id in placed)) for one in timeline.places),
            *(("kinds", one.id, _kind(one, named=one.id in kinds)) for one in timeline.kinds),
            *(("events", one.id, _event(one)) for one in events),
        ]
        self._fields = {(section, identifier): dict(fields) for section, identifier, fields in told}

    def _number(self, named: Iterable[tuple[str, str]]) -> None:
        """Number the things of each section that the rows do not name in their order."""
        declared: dict[str, list[str]] = {}
        for section, identifier in self._fields:
            declared.setdefault(section, []).append(identifier)
        order: dict[str, list[str]] = {}
        for section, identifier in named:
            if (section, identifier) in self._fields:
                order.setdefault(section, []).append(identifier)
        for section, identifiers in declared.items():
            if identifiers != order.get(section, []):
                for number, identifier in enumerate(identifiers, 1):
                    self._fields[section, identifier]["number"] = number


def _exact(claim: Claim) -> Iterator[tuple[str, Any]]:
    """Yield the texts of a record that a cell shows otherwise than they are."""
    date = claim.date
    for field, text in (
        *(("date", date.stated), ("end", date.stated_end), ("lasts", claim.lasts), ("certainty", claim.certainty)),
        *(("says", claim.says), ("quote", claim.quote), ("rank_reason", claim.rank_reason), ("note", claim.note)),
    ):
        yield from _unclean(field, text)
    if any(clean(text) != text for fact in claim.facts for text in (fact.name, *fact.texts)):
        yield "facts", {fact.name: list(fact.texts) for fact in claim.facts}
    if any(clean(one.reason) != one.reason for one in claim.contradicts):
        yield "contradicts", [one.reason for one in claim.contradicts]
    yield from _mark(claim)


def _mark(one: Claim | Person | Source) -> Iterator[tuple[str, str]]:
    if one.withhold:
        yield "withhold", "true"


def _unclean(field: str, text: str, *, named: bool = True) -> Iterator[tuple[str, str]]:
    if text and (not named or clean(text) != text):
        yield field, text


def _source(source: Source, anchor: str | None) -> Iterator[tuple[str, Any]]:
    named = anchor is not None
    yield from _unclean("publisher", source.publisher, named=named)
    yield from _unclean("title", source.title, named=named)
    if not named and source.stated:
        yield "published", source.stated
    yield from _given(file=source.file, sha256=source.sha256, derives_from=source.derives_from, note=source.note)
    if source.language != "en":
        yield "language", source.language
    yield from _mark(source)


def _person(person: Person, *, named: bool) -> Iterator[tuple[str, Any]]:
    yield from _unclean("name", person.name, named=named)
    yield from _given(also=person.also, role=person.role, note=person.note)
    if person.type != "person":
        yield "type", person.type
    yield from _mark(person)


def _place(place: Place, *, named: bool) -> Iterator[tuple[str, Any]]:
    yield from _unclean("name", place.name, named=named)
    yield from _given(also=place.also, within=place.within, note=place.note)


def _kind(kind: Kind, *, named: bool) -> Iterator[tuple[str, Any]]:
    yield "title", kind.title
    yield from _unclean("theme", kind.theme, named=named)


def _event(event: Event) -> Iterator[tuple[str, Any]]:
    yield from _unclean("title", event.title)
    yield from _given(note=event.note, instant="true" if event.instant else "")


def _given(**fields: Any) -> Iterator[tuple[str, Any]]:
    yield from ((field, value) for field, value in fields.items() if value)
