"""The objects of the JSON formats, key by key in the order that scripts may rely on."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from timeline.clean import UNSAFE
from timeline.dates.span import Bounds, Span, iso
from timeline.dates.text import date_text

if TYPE_CHECKING:
    import re

    from timeline.model import Claim, Conflict, Event, Person, Place, Source, Window

SCHEMA = 1
"""The version of the contract. A key that is added keeps it; one that goes or changes its meaning raises it."""


def dumped(value: object) -> str:
    """Return a value as JSON on one line.

    Text stays readable in any script; what a terminal would obey or hide (see `timeline.clean`) is escaped, so
    that nothing is lost and the output is safe to look at.
    """
    return re.sub(UNSAFE, _escaped, json.dumps(value, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def source_object(source: Source) -> dict[str, object]:
    """Return a source; `published` is EDTF."""
    return {
        "id": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "published": source.published.edtf if source.published else None,
        "file": source.file,
        "sha256": source.sha256,
        "derives_from": source.derives_from,
    }


def person_object(person: Person) -> dict[str, object]:
    """Return a person or a group."""
    return {
        "id": person.id,
        "name": person.name,
        "also": list(person.also),
        "type": person.type,
        "role": person.role,
    }


def place_object(place: Place) -> dict[str, object]:
    """Return a place."""
    return {"id": place.id, "name": place.name, "also": list(place.also), "within": place.within}


def event_object(event: Event) -> dict[str, object]:
    """Return an event with its claims. The bounds are those of the sound span, `edtf` is the usual reading.

    `only_planned` is the last key, and there only where it is true: all who assert the event tell it as still to come.
    """
    return {
        "id": event.id,
        "title": event.title,
        "kind": event.kind,
        "theme": event.theme,
        "people": list(event.people),
        "places": list(event.places),
        "date": window_object(event.date),
        "claims": [claim_object(claim) for claim in event.claims],
        "conflicts": list(event.conflicts),
        "sources": event.sources,
        "origins": event.origins,
        **({"only_planned": True} if event.is_only_planned else {}),
    }


def window_object(window: Window) -> dict[str, object]:
    """Return a date of an event. Where nothing is known `edtf` is null, the bounds are open, `text` is "undated"."""
    return {
        "edtf": window.edtf or None,
        **bounds_object(window.sound),
        "qualifier": window.reading.qualifier,
        "text": date_text(window.edtf, window.reading, window.sound),
        **alternatives_object(window.sound),
    }


def claim_object(claim: Claim) -> dict[str, object]:
    """Return a claim. A fact of one value is a text, one of several a list of texts.

    `upcoming` is the last key, and there only where it is true: the source tells of the event as still to come.
    """
    return {
        "id": claim.id,
        "source": claim.source,
        "paragraph": claim.paragraph,
        "according_to": claim.according_to,
        "stance": claim.stance,
        "says": claim.says,
        "people": list(claim.people),
        "place": claim.place,
        "facts": {fact.name: fact.texts[0] if len(fact.texts) == 1 else list(fact.texts) for fact in claim.facts},
        "date": {
            "stated": stated(claim) or None,
            "edtf": claim.date.edtf or None,
            **bounds_object(claim.date.sound),
            **alternatives_object(claim.date.sound),
        },
        **({"upcoming": True} if claim.upcoming else {}),
    }


def conflict_object(conflict: Conflict) -> dict[str, object]:
    """Return a conflict."""
    return {
        "id": conflict.id,
        "kind": conflict.kind,
        "events": list(conflict.events),
        "claims": list(conflict.claims),
        "message": conflict.message,
        "settled": conflict.settled,
    }


def stated(claim: Claim) -> str:
    """Return the words a claim dates its event with; where it states an end too, both, parted by " to "."""
    return " to ".join(words for words in (claim.date.stated, claim.date.stated_end) if words)


def bounds_object(span: Span) -> dict[str, object]:
    """Return the four bounds of a span; days are ISO 8601, an open bound is null."""
    return _box_object(span.bounds)


def alternatives_object(span: Span) -> dict[str, object]:
    """Return the alternatives of a span, each with its bounds, where there are any: the last key of a date."""
    return {"alternatives": [_box_object(box) for box in span.alternatives]} if span.alternatives else {}


def _box_object(box: Bounds) -> dict[str, object]:
    days = [None if day is None else iso(day) for day in box]
    return {"start": {"earliest": days[0], "latest": days[1]}, "end": {"earliest": days[2], "latest": days[3]}}
