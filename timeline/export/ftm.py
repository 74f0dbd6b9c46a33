"""FollowTheMoney: entities as JSON lines, for OpenAleph, Aleph and whatever reads `.ftm.json`.

| here | there |
|---|---|
| event | `Event`, with its people (`involved`), places (`addressEntity`, `location`) and documents (`proof`) |
| person, group | `Person`, `LegalEntity` |
| place | `Address`; the place it lies in is its `addressEntity` |
| source | `Document`; the source it derives from is linked by an `UnknownLink` |
| claim | `Documentation`: the edge from document to event, with all that the claim says |
| claim's voice | `UnknownLink` from the person to the event |
| conflict | `Note` on its events; a last `Note` says what was asked for or left out |

A date there is a prefix of an ISO date, without doubt and without windows. So a date is given as the smallest unit
(day, month, year) that holds every day it can have been, and not at all where none does, where nobody says that it
happened, or outside the years 1000 to 2999, which are all that the format knows; a qualified date is never given to
the day. What is known stands in words in `summary`. Rival dates are all given: a property may hold several.

The format's own reader tidies what it reads (quotes around a name, characters without width) and refuses long values.
Texts are written as it would leave them, and what is too long is shortened and given whole in `description`. Ids are
hashes of ours, which stand in `recordId`; the same corpus gives the same ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.account import claim_told
from timeline.ancestry import ancestry
from timeline.dates.text import date_text
from timeline.export.citations import conflict_state, published, standing, support
from timeline.export.ftm_entity import Entity, fitted_text, identifier
from timeline.export.objects import dumped
from timeline.export.wording import Wording
from timeline.remarks import remarks
from timeline.years import Marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.dates.span import Span
    from timeline.model import Claim, Conflict, Event, Person, Place, Selection, Source

_ALPHA_3 = {"en": "eng", "ru": "rus"}


def render(selection: Selection) -> Iterator[str]:
    """Yield an entity a line."""
    for entity in _entities(selection):
        yield dumped(entity.object()) + "\n"


class _Telling(NamedTuple):
    """What the events of a selection are told by: words, marks, titles of kinds and events, what places lie in."""

    selection: Selection
    words: Wording
    marks: Marks
    kinds: dict[str, str]
    titles: dict[str, str]
    above: dict[str, str | None]

    def address(self, place: str) -> str:
        """Return a place and those it lies in, on one line."""
        return ", ".join(self.words.names.places(ancestry(place, self.above)))


def _entities(selection: Selection) -> Iterator[Entity]:
    timeline = selection.timeline
    kinds = {kind.id: kind.title for kind in timeline.kinds}
    above = {place.id: place.within for place in timeline.places}
    titles = {event.id: event.title for event in timeline.events}
    telling = _Telling(selection, Wording(selection), Marks(timeline), kinds, titles, above)
    yield from map(_person, timeline.people)
    yield from (_place(place, telling) for place in timeline.places)
    for source in timeline.sources:
        yield from _source(source)
    for event in timeline.events:
        yield _event(event, telling)
        for claim in event.claims:
            yield from _claim(claim, telling)
    shown = {event.id for event in timeline.events}
    claims = {claim.id: claim.source for event in timeline.events for claim in event.claims}
    yield from (_conflict(conflict, shown, claims) for conflict in timeline.conflicts)
    said = tuple(remarks(selection))
    if said:
        note = Entity("Note", "remarks", *said)
        note.say("name", "About this export")
        note.say("description", *said)
        yield note


def _named(entity: Entity, own: str, name: str, also: Iterable[str] = ()) -> None:
    entity.say("name", name if fitted_text("name", name) else f"({fitted_text('name', own) or 'no name'})")
    entity.say("alias", *also)


def _person(person: Person) -> Entity:
    entity = Entity("Person" if person.type == "person" else "LegalEntity", "person", person.id)
    _named(entity, person.id, person.name, person.also)
    entity.say("summary", person.role)
    entity.say("notes", person.note)
    return entity


def _place(place: Place, telling: _Telling) -> Entity:
    entity = Entity("Address", "place", place.id)
    _named(entity, place.id, place.name, place.also)
    entity.say("full", telling.address(place.id))
    if place.within in telling.above:
        entity.lead("addressEntity", identifier("place", place.within or ""))
    entity.say("notes", place.note)
    return entity


def _source(source: Source) -> Iterator[Entity]:
    entity = Entity("Document", "source", source.id)
    _named(entity, source.id, source.title)
    entity.say("title", source.title)
    file = source.file or ""
    entity.say("fileName", file if fitted_text("string", file) else source.id)
    entity.say("publisher", source.publisher)
    if source.published:
        _date_once(entity, "publishedAt", source.published.sound)
    entity.say("summary", f"Published: {published(source.published)}.")
    entity.lead("language", _ALPHA_3.get(source.language, ""))
    if source.language not in _ALPHA_3:
        entity.say("description", f"Language: {source.language}")
    if source.sha256:
        entity.say("description", f"SHA-256 of the file: {source.sha256}")
    entity.say("notes", source.note)
    yield entity
    if source.derives_from:
        link = Entity("UnknownLink", "derivation", source.id, source.derives_from)
        link.lead("subject", entity.id)
        link.lead("object", identifier("source", source.derives_from))
        link.say("role", "derives from")
        link.say("summary", "The one repeats the other: the two are not independent.")
        yield link


def _event(event: Event, telling: _Telling) -> Entity:
    entity = Entity("Event", "event", event.id)
    _named(entity, event.id, telling.words.title(event))
    stand = tuple(standing(event, telling.selection, telling.marks))
    told = (telling.words.date(event), *stand, support(event))
    entity.say("summary", f"When: {'; '.join(told)}.")
    if not (event.is_only_denied or event.is_only_planned):
        for window in event.windows:
            _dates(entity, window.sound)
    for rival in event.windows[1:]:
        entity.say("description", f"Rival date: {date_text(rival.edtf, rival.reading, rival.sound)}.")
    entity.say("keywords", telling.kinds.get(event.kind, event.kind), event.theme, *stand)
    entity.lead("involved", *(identifier("person", person) for person in event.people))
    entity.lead("addressEntity", *(identifier("place", place) for place in event.places))
    entity.say("location", *map(telling.address, event.places))
    entity.lead("proof", *(identifier("source", claim.source) for claim in event.claims))
    entity.say("recordId", event.id)
    entity.say("notes", event.note)
    return entity


def _dates(entity: Entity, span: Span) -> None:
    if span.is_once:
        _date_once(entity, "date", span)
        return
    firm = not span.qualifier
    entity.date("startDate", span.start_earliest, span.start_latest, to_the_day=firm)
    entity.date("endDate", span.end_earliest, span.end_latest, to_the_day=firm)


def _date_once(entity: Entity, name: str, span: Span) -> None:
    entity.date(name, span.start_earliest, span.end_latest, to_the_day=not span.qualifier)


def _claim(claim: Claim, telling: _Telling) -> Iterator[Entity]:
    entity = Entity("Documentation", "claim", claim.id)
    document, event = identifier("source", claim.source), identifier("event", claim.event)
    entity.lead("document", document)
    entity.lead("entity", event)
    entity.say("role", f"{claim.stance}, in paragraph {claim.paragraph}")
    entity.say("summary", claim.says)
    entity.say("description", *_told(claim, telling))
    entity.say("recordId", claim.id)
    entity.say("publisher", telling.words.names.publisher(claim.source))
    entity.lead("proof", document)
    yield entity
    if claim.according_to:
        link = Entity("UnknownLink", "voice", claim.id)
        link.lead("subject", identifier("person", claim.according_to))
        link.lead("object", event)
        link.say("role", "denies it" if claim.denies else "says so")
        link.say("recordId", claim.id)
        link.lead("proof", document)
        yield link


def _told(claim: Claim, telling: _Telling) -> Iterator[str]:
    """Yield what a claim says beside its words, a line each; a text without a label goes on with the one before."""
    line = ""
    for label, text in claim_told(claim, telling.words.names, telling.titles):
        if label and text and label != "Says":
            if line:
                yield line
            line = f"{label}: {text}"
        elif not label:
            line += f"; {text}"
    yield line


def _conflict(conflict: Conflict, shown: set[str], claims: dict[str, str]) -> Entity:
    note = Entity("Note", "conflict", conflict.id)
    note.say("name", f"{conflict_state(conflict)}: {conflict.kind}")
    note.say("description", conflict.message)
    note.say("keywords", conflict.kind, conflict_state(conflict))
    note.lead("entity", *(identifier("event", event) for event in conflict.events if event in shown))
    note.lead("proof", *(identifier("source", claims[claim]) for claim in conflict.claims if claim in claims))
    return note
