"""JSON-LD: the chronology as linked data, in the words of schema.org, Web Annotation, CIDOC CRM and CiTO.

| here | there |
|---|---|
| event | `schema:Event`; its dates are `crm:E52_Time-Span`s, the one shown first, each with the claims it rests on |
| person, group, place | `schema:Person`, `schema:Organization`, `schema:Place` |
| source | `schema:CreativeWork` |
| claim | `oa:Annotation` on the paragraph; its body, a `schema:Claim`, `cito:supports` or `cito:disputes` the event |
| conflict | `oa:Annotation` on its claims and events: `oa:questioning` while it is open |

A settled conflict is `oa:assessing`; of accounts to be read side by side it is `oa:commenting`.

A paragraph is selected by an `oa:FragmentSelector` of the form `paragraph=4`, as the program counts: runs of text
between blank lines, from 1; where the claim has a quotation, an `oa:TextQuoteSelector` refines it.

A time-span has CRM's four bounds (of start and end, the earliest and the latest day), and as `dcterms:date` the
tightest EDTF text that holds them all. `schema:startDate` and `endDate`, which know no doubt, are given only where a
day is certain: no rival date, no qualifier, an account that says it happened, and a year of four digits.

The context is written out in the document: nothing is looked up in the network. Ids are URNs made of ours,
percent-encoded; they name things and resolve nowhere. `<` is escaped, so that the document may stand in a page.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from timeline.dates.edtf import for_span
from timeline.dates.span import date_of, iso
from timeline.dates.text import date_text
from timeline.export.citations import conflict_state, standing
from timeline.export.jsonld_context import CONTEXT
from timeline.export.objects import dumped
from timeline.export.wording import Wording
from timeline.remarks import remarks
from timeline.years import Marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.dates.span import Day, Span
    from timeline.model import Claim, ClaimDate, Conflict, Event, Person, Place, Selection, Source, Window

BASE = "urn:x-timeline:"
"""What every IRI begins with: a namespace of names that is nobody's host."""

_PARAGRAPHS = "Paragraphs are runs of text between blank lines, counted from 1."
_LAST_YEAR = 9999


def render(selection: Selection) -> Iterator[str]:
    """Yield the document piece by piece, a node a line."""
    context = json.dumps(CONTEXT, indent=2).replace("\n", "\n  ")
    yield f'{{\n  "@context": {context},\n  "@graph": [\n    '
    before = ""
    for node in _nodes(selection):
        yield before + _dumped(node).replace("<", "\\u003c")
        before = ",\n    "
    yield "\n  ]\n}\n"


def iri(kind: str, *ids: str) -> str:
    """Return the IRI of what has these ids here; ids are any text, so all but letters, digits, `-._~` is encoded."""
    return ":".join((BASE + kind, *map(_coded, ids)))


@lru_cache(maxsize=10_000)
def _coded(identifier: str) -> str:
    return quote(identifier.encode("utf-8", "surrogatepass"), safe="")


def xsd_date(day: Day) -> str:
    """Return a day as XML Schema 1.1 writes it: as ISO 8601, but without a plus or needless zeros."""
    year, month, number = date_of(day)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{number:02d}"


def _dumped(node: dict[str, object]) -> str:
    """Return a node as JSON; halves of characters, which RDF cannot hold, are visible instead."""
    text = dumped(node)
    return dumped(_writable(node)) if "\\ud" in text else text  # it may be one; `dumped` escapes them


def _writable(value: Any) -> Any:
    """Return a value in which halves of characters are visible."""
    if isinstance(value, str):
        return value if value.isprintable() else "".join(map(_visible, value))
    if isinstance(value, dict):
        return {key: _writable(inner) for key, inner in value.items()}
    return [_writable(inner) for inner in value] if isinstance(value, list) else value


def _visible(character: str) -> str:
    return f"<U+{ord(character):04X}>" if "\ud800" <= character <= "\udfff" else character


def _node(node: str, type_: str, **properties: object) -> dict[str, object]:
    """Return a node with this IRI, without the properties that have no value."""
    said = {name: value for name, value in properties.items() if value not in (None, "", [], ())}
    return {"id": node, "type": type_, **said}


def _ids(kind: str, identifiers: Iterable[str]) -> list[str]:
    return [iri(kind, identifier) for identifier in dict.fromkeys(identifiers)]


def _nodes(selection: Selection) -> Iterator[dict[str, object]]:
    timeline = selection.timeline
    words, marks = Wording(selection), Marks(timeline)
    kinds = {kind.id: kind.title for kind in timeline.kinds}
    said = [*remarks(selection), _PARAGRAPHS]
    yield _node(iri("dataset"), "Dataset", name="Timeline", description=said)
    yield from map(_person, timeline.people)
    yield from map(_place, timeline.places)
    yield from map(_source, timeline.sources)
    for event in timeline.events:
        known = [kinds.get(event.kind, event.kind), event.theme]
        yield _event(event, words, known, list(standing(event, selection, marks)))
        yield from map(_annotation, event.claims)
    yield from map(_conflict, timeline.conflicts)


def _person(person: Person) -> dict[str, object]:
    type_ = "Person" if person.type == "person" else "Organization"
    also = list(dict.fromkeys(person.also))
    told = [text for text in (person.role, person.note) if text]
    return _node(iri("person", person.id), type_, name=person.name, alternateName=also, description=told)


def _place(place: Place) -> dict[str, object]:
    around = iri("place", place.within) if place.within else None
    also = list(dict.fromkeys(place.also))
    named = {"name": place.name, "alternateName": also, "description": place.note}
    return _node(iri("place", place.id), "Place", **named, containedInPlace=around)


def _source(source: Source) -> dict[str, object]:
    span = source.published.sound if source.published else None
    file = {"type": "MediaObject", "name": source.file, "sha256": source.sha256}
    return _node(
        iri("source", source.id),
        "CreativeWork",
        name=source.title,
        publisher={"type": "Organization", "name": source.publisher},
        inLanguage=source.language,
        datePublished=_certain_day(span, span.start_earliest) if span and span.is_day else None,
        issued=for_span(span) if span else None,
        isBasedOn=iri("source", source.derives_from) if source.derives_from else None,
        encoding={name: value for name, value in file.items() if value} if source.file or source.sha256 else None,
        description=source.note,
    )


def _event(event: Event, words: Wording, keywords: list[str], stand: list[str]) -> dict[str, object]:
    span = event.date.sound
    is_certain = len(event.windows) == 1 and not (event.is_only_denied or event.is_only_planned)
    starts = is_certain and span.start_earliest == span.start_latest
    ends = is_certain and span.end_earliest == span.end_latest
    return _node(
        iri("event", event.id),
        "Event",
        identifier=event.id,
        name=words.title(event),
        keywords=list(dict.fromkeys(keywords)),
        date=for_span(span),
        startDate=_certain_day(span, span.start_earliest) if starts else None,
        endDate=_certain_day(span, span.end_latest) if ends else None,
        timeSpan=[
            _time_span(iri("event-date", event.id, str(number)), window, window.claims)
            for number, window in enumerate(event.windows, 1)
        ],
        about=_ids("person", event.people),
        location=_ids("place", event.places),
        subjectOf=_ids("claim", (claim.id for claim in event.claims)),
        additionalProperty=[
            *(_value("standing", text) for text in stand),
            _value("independent origins", event.origins),
        ],
        description=event.note,
    )


def _certain_day(span: Span, day: Day | None) -> str | None:
    """Return a day as ISO 8601, None where it is not certain or the year has not four digits."""
    if day is None or span.qualifier or not 0 <= date_of(day)[0] <= _LAST_YEAR:
        return None
    return iso(day)


def _time_span(node: str, date: Window | ClaimDate, claims: Iterable[str] = ()) -> dict[str, object]:
    days = [None if day is None else xsd_date(day) for day in date.sound.bounds]
    return _node(
        node,
        "TimeSpan",
        label=date_text(date.edtf, date.reading, date.sound),
        date=for_span(date.sound),
        earliestStart=days[0],
        latestStart=days[1],
        earliestEnd=days[2],
        latestEnd=days[3],
        wasDerivedFrom=_ids("claim", claims),
    )


def _value(name: str, value: object, **more: object) -> dict[str, object]:
    return {"type": "PropertyValue", "name": name, "propertyValue": value, **more}


def _annotation(claim: Claim) -> dict[str, object]:
    """Return a citation: an annotation of the paragraph with what it says."""
    selector: dict[str, object] = {"type": "FragmentSelector", "value": f"paragraph={claim.paragraph}"}
    if claim.quote:
        selector["refinedBy"] = {"type": "TextQuoteSelector", "exact": claim.quote}
    target = {"type": "SpecificResource", "source": iri("source", claim.source), "selector": selector}
    return _node(iri("annotation", claim.id), "Annotation", motivation="describing", body=_claim(claim), target=target)


def _claim(claim: Claim) -> dict[str, object]:
    date = claim.date
    kind, _, origin = claim.origin.partition(":")
    return _node(
        iri("claim", claim.id),
        "Claim",
        identifier=claim.id,
        text=claim.says,
        author=iri("person", claim.according_to) if claim.according_to else None,
        hadPrimarySource=iri("source", origin) if kind == "source" else None,
        **{"disputes" if claim.denies else "supports": iri("event", claim.event)},
        about=_ids("person", claim.people),
        contentLocation=iri("place", claim.place) if claim.place else None,
        temporal=_time_span(iri("claim-date", claim.id), date) if date.stated or date.stated_end else None,
        disagreesWith=_ids("claim", (other.claim for other in claim.contradicts if not other.tension)),
        additionalProperty=list(_claimed(claim)),
        description=claim.note,
    )


def _claimed(claim: Claim) -> Iterator[dict[str, object]]:
    """Yield what schema.org has no property for, by name and value."""
    plain = {
        "date as stated": claim.date.stated,
        "end as stated": claim.date.stated_end,
        "read against": claim.date.anchor if claim.date.stated or claim.date.stated_end else "",
        "could not be read": claim.date.unread,
        "hedge": claim.certainty,
        "lasts": claim.lasts,
        "told as": "still to come" if claim.upcoming else "",
        "rank": "" if claim.rank == "normal" else claim.rank,
        "reason of the rank": claim.rank_reason,
    }
    yield from (_value(name, text) for name, text in plain.items() if text)
    yield from (_value(fact.name, text, valueType=fact.type) for fact in claim.facts for text in fact.texts)
    for relation in claim.relations:
        lengths = ((word, text) for word, text in (("within", relation.within), ("by", relation.by)) if text)
        more = [_value(word, text) for word, text in lengths]
        reference = {"valueReference": [iri("event", relation.event), *more]}
        yield {"type": "PropertyValue", "name": relation.kind.replace("_", " "), **reference}


def _conflict(conflict: Conflict) -> dict[str, object]:
    motivation = "assessing" if conflict.settled else "commenting" if conflict.is_tension else "questioning"
    return _node(
        iri("conflict", conflict.id),
        "Annotation",
        motivation=motivation,
        body={"type": "TextualBody", "value": conflict.message, "format": "text/plain"},
        target=[*_ids("claim", conflict.claims), *_ids("event", conflict.events)],
        keywords=[conflict.kind, conflict_state(conflict)],
    )
