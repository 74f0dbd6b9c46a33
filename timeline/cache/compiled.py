"""A timeline as the content of an entry: what lists are printed from, what is chosen by, and the whole of it.

Parts: `head` (counts, problems, what is withheld), `declared` (people, places, kinds, sources), `links` (the network),
`steps` (what of it orders lists), `bounds` and `rare` (the dates of the events), and three for each facet by which
events are chosen. Rows: `entry` (an entry of a list, and the conflicts that touch it), `conflict`, and `events`, some
of them together with their claims.
"""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING
from zlib import compress

from timeline.bounds import Links
from timeline.cache.store import Content
from timeline.cache.values import encode
from timeline.entries import entries_of
from timeline.model import Conflict, Event, Kind, Person, Place, Source
from timeline.neighbours import steps_among
from timeline.problems import Problem
from timeline.veil import Withheld

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.cache.store import Held
    from timeline.dates.span import Day, Span
    from timeline.listing import Entry
    from timeline.model import Timeline

TOGETHER = 8
"""So many events are held in one row."""

FACETS = ("people", "places", "kinds", "themes", "sources", "marks")
FARTHEST = 2**62
"""An open bound in a column, before its sign."""

_FAST = 1


def content(timeline: Timeline, corpus: str, *, veiled: bool) -> Content:
    """Return what an entry holds of a timeline; `veiled` is whether something is withheld from it."""
    listed = list(entries_of(timeline))
    dates = [event.date.sound for event in timeline.events]
    numbers = {conflict.id: number for number, conflict in enumerate(timeline.conflicts)}
    parts: dict[str, Held] = {
        "head": encode(
            {
                "corpus": corpus,
                "veiled": veiled,
                "files": timeline.files,
                "problems": timeline.problems,
                "withheld": timeline.withheld,
                "events": len(timeline.events),
                "conflicts": len(timeline.conflicts),
            }
        ),
        "shapes": json.dumps(_shapes()),
        "declared": encode([timeline.people, timeline.places, timeline.kinds, timeline.sources]),
        "links": compress(encode(timeline.links).encode(), _FAST),
        "steps": encode(steps_among(timeline.links)),
        "bounds": _bounds(dates),
        "rare": encode({str(at): (date.bounds, date.alternatives) for at, date in enumerate(dates) if _is_rare(date)}),
    }
    for facet, values in _facets(timeline.events, listed).items():
        parts |= _column(facet, values)
    entries = (
        encode((*entry, [numbers[one] for one in event.conflicts]))
        for entry, event in zip(listed, timeline.events, strict=True)
    )
    conflicts = map(encode, timeline.conflicts)
    return Content(parts, {"entry": entries, "conflict": conflicts, "events": _together(timeline.events)})


def _shapes() -> dict[str, list[str]]:
    from timeline.cache.shapes import shapes_of

    return shapes_of(Event, Conflict, Source, Person, Place, Kind, Problem, Withheld, Links)


def _together(events: Sequence[Event]) -> Iterator[bytes]:
    for first in range(0, len(events), TOGETHER):
        yield compress(encode([_event(one) for one in events[first : first + TOGETHER]]).encode(), _FAST)


def _event(event: Event) -> tuple[object, ...]:
    """Return the row of an event; of claims that state a start and no end, the spans of that are told once."""
    return (
        *event[:4],
        [
            claim._replace(date=(*date[:4], None, None, *date[6:]))  # type: ignore[arg-type]
            if (date := claim.date).start and date.reading is date.start.reading and date.sound is date.start.sound
            else claim
            for claim in event.claims
        ],
        *event[5:],
    )


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


def _column(facet: str, values: Iterable[Sequence[str]]) -> dict[str, Held]:
    """Return a facet as three parts: its values, each once; where those of each event end; and which they are."""
    rows: dict[str, int] = {}
    ends, which = array("I"), array("I")
    for some in values:
        which.extend([rows.setdefault(one, len(rows)) for one in some])
        ends.append(len(which))
    return {f"{facet}/values": encode(list(rows)), f"{facet}/ends": ends.tobytes(), f"{facet}/which": which.tobytes()}
