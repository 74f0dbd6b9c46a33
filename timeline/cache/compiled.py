"""A timeline as the content of an entry: what lists are printed from, what is chosen by, and the whole of it."""

from __future__ import annotations

from array import array
from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.bounds import Links
from timeline.cache.form import DECLARED, FARTHEST, LONG, OF_ANOTHER, OF_THE_SAME, having, ids_of, spelt, within
from timeline.cache.listed import rows_of
from timeline.cache.shapes import shapes_of
from timeline.cache.store import Content, Table
from timeline.cache.values import writer
from timeline.choosing import FILTERS, named
from timeline.chronology import OPEN
from timeline.entries import entries_of
from timeline.lookup import fold, spellings
from timeline.model import Event, Kind, Person, Place, Source
from timeline.neighbours import steps_among
from timeline.problems import Problem
from timeline.select import folded_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.dates.span import Span
    from timeline.listing import Entry
    from timeline.model import Timeline

_SEARCHED_TOGETHER = 512
"""So many events have their texts in one row."""


def content(timeline: Timeline, corpus: str, *, veiled: bool) -> Content:
    """Return what an entry holds of a timeline; `veiled` is whether something is withheld from it."""
    shapes = shapes_of(Event, Source, Person, Place, Kind, Problem, Links)
    listed = list(entries_of(timeline))
    ids = [event.id for event in timeline.events]
    dates = [event.date.sound for event in timeline.events]
    rare = [at for at, date in enumerate(dates) if _is_rare(date)]
    by_start, long = _by_start(dates)
    parts = {
        "head": {
            "corpus": corpus,
            "veiled": veiled,
            "files": timeline.files,
            "problems": _rows(timeline.problems, "Problem", shapes),
            "withheld": tuple(timeline.withheld),
        },
        "shapes": shapes,
        "bounds": _columns(dates),
        "rare at": array("I", rare).tobytes(),
        "by start": array("I", by_start).tobytes(),
        "long": array("I", long).tobytes(),
        "open": array("I", (at for at, entry in enumerate(listed) if entry.mark == OPEN)).tobytes(),
        "above": {place.id: place.within for place in timeline.places},
        "ids": ids,
        "folded ids": OF_ANOTHER.join(["", *map(fold, ids), ""]),
        "folded titles": OF_ANOTHER.join([fold(event.title) for event in timeline.events]),
    }
    tables = {
        **_listed(timeline, listed),
        "conflict": Table(map(tuple, timeline.conflicts)),
        "rare": Table(((dates[at].bounds, dates[at].alternatives) for at in rare), 4),
        "links": Table([writer("Links", shapes)(timeline.links)], packed=True),
        "event": Table(map(writer("Event", shapes), timeline.events), 8, packed=True),
        "texts": Table(_texts(timeline)),
    }
    for section, name in DECLARED.items():
        tables[section] = Table(_rows(getattr(timeline, section), name, shapes), 32)
    for field, values in _values(timeline.events).items():
        having_ids, *spellings_of = spellings(named(timeline, field))
        parts |= {ids_of(field): having_ids, spelt(field): spellings_of}
        tables[having(field)] = Table(_having(having_ids, values))
    return Content(parts, tables)


def _rows(values: Iterable[Any], name: str, shapes: dict[str, list[str]]) -> list[Any]:
    return list(map(writer(name, shapes), values))


def _columns(dates: Sequence[Span]) -> list[bytes]:
    """Return the four bounds of the dates, a column each."""
    return [
        array("i", [within(date.bounds[at], FARTHEST if at % 2 else -FARTHEST) for date in dates]).tobytes()
        for at in range(4)
    ]


def _by_start(dates: Sequence[Span]) -> tuple[list[int], list[int]]:
    """Return the places of the dates that are not long, by their earliest days, and of those that are."""
    short: list[tuple[int, int]] = []
    long: list[int] = []
    for at, (first, _, _, last) in enumerate(date[:4] for date in dates):
        if first is None or last is None or abs(first) >= FARTHEST or last - first > LONG:
            long.append(at)
        else:
            short.append((first, at))
    return [at for _, at in sorted(short)], long


def _is_rare(date: Span) -> bool:
    """Whether a date is not what its columns say: it has alternatives, or lies too far off."""
    return bool(date.alternatives) or any(day is not None and abs(day) >= FARTHEST for day in date[:4])


def _listed(timeline: Timeline, listed: Sequence[Entry]) -> dict[str, Table]:
    """Return the tables of the entries, and of the steps that order them."""
    steps = steps_among(timeline.links).parted()
    ordered_by = {event: number for number, part in enumerate(steps) for event in part.events}
    rows = rows_of(timeline, listed, ordered_by)
    return {"entry": Table(rows, 4), "steps": Table([tuple(map(list, part)) for part in steps], 8)}


def _texts(timeline: Timeline) -> Iterator[str]:
    """Yield what the search looks into, that of some events together."""
    rest = map(folded_texts(timeline), timeline.events)
    while some := list(islice(rest, _SEARCHED_TOGETHER)):
        yield OF_ANOTHER.join(map(OF_THE_SAME.join, some))


def _values(events: Sequence[Event]) -> dict[str, Iterable[Sequence[str]]]:
    """Return what the events have of all that is filtered by."""
    found: dict[str, Callable[[Event], Sequence[str]]] = {
        "people": lambda event: event.people,
        "places": lambda event: event.places,
        "kinds": lambda event: (event.kind,),
        "themes": lambda event: (event.theme,),
        "sources": lambda event: [claim.source for claim in event.claims],
    }
    return {field: map(found[field], events) for field in FILTERS}


def _having(ids: Iterable[str], values: Iterable[Sequence[str]]) -> list[bytes]:
    """Return which events have each of these ids; nothing can be asked of what is not among them."""
    places = {identifier: array("I") for identifier in ids}
    for at, some in enumerate(values):
        for one in dict.fromkeys(some):
            if one in places:
                places[one].append(at)
    return [held.tobytes() for held in places.values()]
