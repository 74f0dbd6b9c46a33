"""A timeline as the content of an entry: what lists are printed from, what is chosen by, and the whole of it.

Parts: `head` (counts, problems, what is withheld), `declared` (people, places, kinds, sources), `links` (the network),
`steps` (what of it orders lists), `bounds` and `rare` (the dates of the events), and three for each facet by which
events are chosen. Rows: `entry` (an entry of a list, and the conflicts that touch it), `conflict`, and `events`, some
of them together with their claims.
"""

from __future__ import annotations

from array import array
from marshal import dumps
from typing import TYPE_CHECKING, Any
from zlib import compress

from timeline.bounds import Links
from timeline.cache.shapes import shapes_of
from timeline.cache.store import Content
from timeline.cache.values import writer
from timeline.entries import entries_of
from timeline.model import Event, Kind, Person, Place, Source
from timeline.neighbours import steps_among
from timeline.problems import Problem
from timeline.select import texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.dates.span import Day, Span
    from timeline.listing import Entry
    from timeline.model import Timeline

TOGETHER = 8
"""So many events are held in one row."""

FARTHEST = 2**62
"""An open bound in a column, before its sign."""

_FAST = 1


def content(timeline: Timeline, corpus: str, *, veiled: bool) -> Content:
    """Return what an entry holds of a timeline; `veiled` is whether something is withheld from it."""
    listed = list(entries_of(timeline))
    dates = [event.date.sound for event in timeline.events]
    numbers = {conflict.id: number for number, conflict in enumerate(timeline.conflicts)}
    shapes = shapes_of(Event, Source, Person, Place, Kind, Problem, Links)
    head = {
        "corpus": corpus,
        "veiled": veiled,
        "files": timeline.files,
        "problems": _rows(timeline.problems, "Problem", shapes),
        "withheld": tuple(timeline.withheld),
        "events": len(timeline.events),
        "conflicts": len(timeline.conflicts),
    }
    declared = (timeline.people, timeline.places, timeline.kinds, timeline.sources)
    names = ("Person", "Place", "Kind", "Source")
    parts = {
        "head": dumps(head),
        "shapes": dumps(shapes),
        "declared": dumps([_rows(some, name, shapes) for some, name in zip(declared, names, strict=True)]),
        "links": compress(dumps(writer("Links", shapes)(timeline.links)), _FAST),
        "steps": dumps(tuple(map(list, steps_among(timeline.links)))),
        "bounds": _bounds(dates),
        "rare": dumps({at: (date.bounds, date.alternatives) for at, date in enumerate(dates) if _is_rare(date)}),
    }
    for facet, values in _facets(timeline.events, listed).items():
        parts |= _column(facet, values)
    entries = (
        dumps([*entry, [numbers[one] for one in event.conflicts]])
        for entry, event in zip(listed, timeline.events, strict=True)
    )
    conflicts = (dumps(tuple(conflict)) for conflict in timeline.conflicts)
    events = _together(timeline.events, writer("Event", shapes))
    return Content(parts, {"entry": entries, "conflict": conflicts, "events": events})


def _rows(values: Iterable[Any], name: str, shapes: dict[str, list[str]]) -> list[Any]:
    return list(map(writer(name, shapes), values))


def _together(events: Sequence[Event], write: Callable[[Event], Any]) -> Iterator[bytes]:
    """Yield some events as the texts that they are searched by, and as rows."""
    for first in range(0, len(events), TOGETHER):
        some = events[first : first + TOGETHER]
        texts = "\n".join([text for event in some for text in texts_of(event)])
        yield compress(dumps((texts, [write(event) for event in some])), _FAST)


def _bounds(dates: Sequence[Span]) -> bytes:
    """Return the four bounds of the dates, one after the other."""
    return b"".join(
        array("q", [within(date.bounds[at], FARTHEST if at % 2 else -FARTHEST) for date in dates]).tobytes()
        for at in range(4)
    )


def within(day: Day | None, open_: Day) -> Day:
    """Return a bound that fits a column: an open one as this."""
    return open_ if day is None else max(-FARTHEST, min(FARTHEST, day))


def _is_rare(date: Span) -> bool:
    """Whether a date is not what its columns say: it has alternatives, or lies too far off."""
    return bool(date.alternatives) or any(day is not None and abs(day) >= FARTHEST for day in date[:4])


def _facets(events: Sequence[Event], listed: Sequence[Entry]) -> dict[str, list[Sequence[str]]]:
    return {
        "people": [event.people for event in events],
        "places": [event.places for event in events],
        "kinds": [(event.kind,) for event in events],
        "themes": [(event.theme,) for event in events],
        "sources": [entry.sources for entry in listed],
        "marks": [(entry.mark,) for entry in listed],
    }


def _column(facet: str, values: Iterable[Sequence[str]]) -> dict[str, bytes]:
    """Return a facet as three parts: its values, each once; where those of each event end; and which they are."""
    rows: dict[str, int] = {}
    ends, which = array("I"), array("I")
    for some in values:
        which.extend([rows.setdefault(one, len(rows)) for one in some])
        ends.append(len(which))
    return {f"{facet}/values": dumps(list(rows)), f"{facet}/ends": ends.tobytes(), f"{facet}/which": which.tobytes()}
