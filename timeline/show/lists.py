"""The lists: people, places and sources, each with what it has to do with the events."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.dates.text import date_text
from timeline.export.objects import SCHEMA, dumped, person_object, place_object, source_object
from timeline.names import counted
from timeline.show.arguments import bound_object
from timeline.show.columns import Column, aligned, tabled
from timeline.show.lines import labelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from timeline.model import Event, Source, Timeline
    from timeline.show.lines import Line


_NUMBERS = ("Events", "Claims", "Says")
_JOINING = {"Also": ("Name", "also:"), "Derives from": ("Title", "derives from")}
_WIDE = 120
_HOW = {"narrowed": " (narrowed)", "worked out": " (worked out)"}
_COUNTED = {
    "people": ("person or group", "people and groups"),
    "places": ("place", "places"),
    "sources": ("source", "sources"),
}


class Listing(NamedTuple):
    """A list: its headings, its rows of text, and the same as objects for scripts. `name` is in the plural."""

    name: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    objects: Sequence[Mapping[str, object]]


def people(timeline: Timeline) -> Listing:
    """List the people and groups that events name or claims are according to."""
    events = _by(timeline, lambda event: event.people)
    voices = _count(claim.according_to for event in timeline.events for claim in event.claims)
    rows, objects = [], []
    for person in timeline.people:
        theirs = events.get(person.id, [])
        first, last = _first_and_last(theirs)
        said = voices.get(person.id, 0)
        told = (str(len(theirs)), _stretch(first, last), str(said) if said else "")
        rows.append((person.name, "; ".join(person.also), person.role, *told, person.id))
        objects.append(person_object(person) | {"events": len(theirs), "first": first, "last": last, "claims": said})
    return Listing("people", ("Name", "Also", "Role", "Events", "When", "Says", "Id"), rows, objects)


def places(timeline: Timeline) -> Listing:
    """List the places of events."""
    names = {place.id: place.name for place in timeline.places}
    events = _by(timeline, lambda event: event.places)
    rows, objects = [], []
    for place in timeline.places:
        here = events.get(place.id, [])
        first, last = _first_and_last(here)
        within = names.get(place.within, place.within) if place.within else ""
        rows.append((place.name, "; ".join(place.also), within, str(len(here)), _stretch(first, last), place.id))
        objects.append(place_object(place) | {"events": len(here), "first": first, "last": last})
    return Listing("places", ("Name", "Also", "Within", "Events", "When", "Id"), rows, objects)


def sources(timeline: Timeline) -> Listing:
    """List the documents, with the paragraphs that claims cite."""
    cited: dict[str, list[int]] = {}
    for event in timeline.events:
        for claim in event.claims:
            cited.setdefault(claim.source, []).append(claim.paragraph)
    rows, objects = [], []
    for source in timeline.sources:
        paragraphs = sorted(set(cited.get(source.id, ())))
        claims = len(cited.get(source.id, ()))
        shown = ", ".join(_runs(paragraphs))
        root = source.derives_from or ""
        rows.append((source.publisher, source.title, _published(source), str(claims), shown, root, source.id))
        bounds = [bound_object(bound) for bound in source.bounds]
        objects.append(source_object(source) | {"claims": claims, "paragraphs": paragraphs, "bounds": bounds})
    headings = ("Publisher", "Title", "Published", "Claims", "Paragraphs cited", "Derives from", "Id")
    return Listing("sources", headings, rows, objects)


def plain(listing: Listing) -> Iterator[str]:
    """Yield a list in plain columns."""
    yield from aligned([tuple(heading.upper() for heading in listing.headings), *map(_cleaned, listing.rows)])


def as_json(listing: Listing) -> str:
    """Return a list as JSON: `{"schema": 1, "people": […]}`."""
    return dumped({"schema": SCHEMA, listing.name: listing.objects})


def table(listing: Listing, width: int) -> Iterator[Line]:
    """Yield a list as a table of at most `width` cells.

    Columns that are empty throughout are left out; where room is short, one that few rows fill joins another.
    """
    headings, rows = listing.headings, [dict(zip(listing.headings, _cleaned(row), strict=True)) for row in listing.rows]
    if width < _WIDE:
        for joining, (host, words) in _JOINING.items():
            for row in rows:
                if row.get(joining):
                    row[host] += f" ({words} {row[joining]})"
        headings = tuple(heading for heading in headings if heading not in _JOINING)
    columns = [
        Column(heading, is_number=heading in _NUMBERS, rigid=heading == "Id")
        for heading in headings
        if any(row[heading] for row in rows)
    ]
    yield from tabled(columns, ((tuple([row[column.heading] for column in columns]), ()) for row in rows), width)
    yield ()
    yield (("", f"{counted(len(rows), *_COUNTED[listing.name])}."),)
    for word, mark in _HOW.items():
        if any(row.get("Published", "").endswith(mark) for row in rows):
            yield from labelled(word, "by order and by what it tells; `timeline why ID` gives the argument", width)


def _cleaned(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(clean, row))


def _by(timeline: Timeline, names: Callable[[Event], tuple[str, ...]]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in timeline.events:
        for identifier in names(event):
            found.setdefault(identifier, []).append(event)
    return found


def _count(named: Iterable[str | None]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for identifier in named:
        if identifier is not None:
            counts[identifier] = counts.get(identifier, 0) + 1
    return counts


def _first_and_last(events: Iterable[Event]) -> tuple[str | None, str | None]:
    """Return the dates of the first and the last event that is dated, as texts; events come in order."""
    dates = [event.date for event in events if not event.date.sound.is_unknown]
    if not dates:
        return None, None
    texts = [date_text(date.edtf, date.reading, date.sound) for date in (dates[0], dates[-1])]
    return texts[0], texts[1]


def _stretch(first: str | None, last: str | None) -> str:
    return f"{first} … {last}" if first != last else first or ""


def _published(source: Source) -> str:
    found = source.published
    how = _HOW.get(source.how_dated, "")
    return date_text(found.edtf, found.reading, found.sound) + how if found else ""


def _runs(numbers: list[int]) -> Iterator[str]:
    """Yield numbers in runs: 3–5, 8."""
    start = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
            first, last = numbers[start], numbers[at - 1]
            yield str(first) if first == last else f"{first}–{last}"
            start = at
