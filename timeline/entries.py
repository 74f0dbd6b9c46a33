"""From events to the entries of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chronology import DENIED, INFERRED, OPEN, PLANNED, SETTLED, TENSION
from timeline.dates.text import date_text
from timeline.listing import Entry, Listing
from timeline.names import Names
from timeline.neighbours import in_open_order, steps_among
from timeline.remarks import remarks
from timeline.years import Marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Event, Selection, Timeline


def listing_of(selection: Selection) -> Listing:
    """Return what the list of a selection is printed from."""
    timeline = selection.timeline
    listed = list(entries_of(timeline))
    claims = [claim for event in timeline.events for claim in event.claims]
    return Listing(
        listed,
        len({claim.source for claim in claims}),
        len({claim.origin for claim in claims}),
        timeline.conflicts,
        selection.possible,
        in_open_order(
            [entry.id for entry in listed],
            [entry.bounds for entry in listed],
            lambda _: steps_among(timeline.links).parted(),
        ),
        selection.filters,
        tuple(remarks(selection)),
    )


def entries_of(timeline: Timeline) -> Iterator[Entry]:
    """Yield the entries of the events of a timeline, in order."""
    names, marks = Names(timeline), Marks(timeline)
    return (_entry(event, names, marks) for event in timeline.events)


def _entry(event: Event, names: Names, marks: Marks) -> Entry:
    date = event.windows[0]
    claims = event.claims
    standing = DENIED if event.is_only_denied else ""
    standing += PLANNED if event.is_only_planned else ""
    standing += INFERRED if event.is_inferred else ""
    return Entry(
        event.id,
        event.title,
        names.people(event.people),
        date_text(date.edtf, date.reading, date.sound),
        date.sound[:4],
        _mark(event, marks) if event.conflicts else "",
        standing,
        len(claims),
        event.sources,
        event.origins,
    )


def _mark(event: Event, marks: Marks) -> str:
    """Return the sign of the conflicts that touch an event: of several the one that most needs a look."""
    if marks.open(event):
        return OPEN
    if marks.tensions(event):
        return TENSION
    return SETTLED if marks.settled(event) else ""
