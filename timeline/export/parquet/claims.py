"""The table with a row a claim, and beside it its event, its source and the conflicts it is in.

An event that nothing tells of is a row without a claim; a conflict that concerns none of the claims here stands in the
first row of its event, or, if that is not here either, in a row of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.export.parquet.columns import (
    ALTERNATIVES,
    BOUNDS,
    NAMED,
    Column,
    alternatives,
    day_cells,
    day_columns,
)
from timeline.export.parquet.events import CONFLICT_COLUMNS, EVENT_COLUMNS, Events, conflict_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.parquet.columns import Row
    from timeline.model import Claim, Selection, Timeline

_OF_THE_CLAIM = (
    Column("claim", "text", "the id of the claim; null in a row of an event that nothing tells of"),
    Column("position", "number", "among the claims on its event, from 1"),
    *(Column("source"), Column("source_publisher"), Column("source_title"), Column("paragraph", "number")),
    Column("origin", "text", "its independent root: person:ID or source:ID"),
    *(Column("according_to"), Column("according_to_name")),
    *(Column("stance", "text", "asserts or denies"), Column("certainty", "text", "the source's own hedge")),
    *(Column("says"), Column("quote"), Column("people", fields=NAMED), Column("place"), Column("place_name")),
    Column("facts", fields=(Column("name"), Column("type"), Column("texts", "texts"))),
    Column("stated", "text", "the words that date it"),
    Column("stated_end", "text", "the words that date its end"),
    Column("read_against", "text", "the date of publication that relative words were read against, as EDTF"),
    Column("edtf", "text", "the usual reading of its date, as EDTF"),
    *day_columns(*BOUNDS, about="of every day that its words can mean; null is an open bound"),
    Column("alternatives", about="the few dates that its words leave open between", fields=ALTERNATIVES),
    *(Column("approximate", "yes or no"), Column("uncertain", "yes or no")),
    Column("unread", "text", "why a stated date could not be read"),
    *(Column("lasts"), Column("upcoming", "yes or no", "told as still to come")),
    Column("relations", fields=(Column("kind"), Column("event"), Column("within"), Column("by"))),
    Column("contradicts", fields=(Column("claim"), Column("reason"), Column("tension", "yes or no"))),
    *(Column("rank"), Column("rank_reason"), Column("note", "text", "of the curator")),
    Column("conflicts", about="what it is in conflict over", fields=CONFLICT_COLUMNS),
)

_OF_THE_EVENT = tuple(Column(f"event_{one.name}", one.type, one.about, one.fields) for one in EVENT_COLUMNS)

CLAIM_COLUMNS = (*_OF_THE_CLAIM, *_OF_THE_EVENT)
"""All that a claim tells, then all of its event."""


def claim_rows(selection: Selection) -> Iterator[Row]:
    """Yield a row a claim, in the order of the chronology."""
    events = Events(selection)
    of_claims, of_events, strays = _conflicts(selection.timeline)
    for number, event in enumerate(selection.timeline.events, 1):
        told = events.whole(number, event)
        more = of_events.get(event.id, [])
        for position, claim in enumerate(event.claims, 1):
            found = [*of_claims.get(claim.id, ()), *more]
            yield (*_claim_cells(position, claim, events), found, *told)
            more = []
        if not event.claims:
            yield (*_nothing(_OF_THE_CLAIM[:-1]), more, *told)
    for stray in strays:
        yield (*_nothing(_OF_THE_CLAIM[:-1]), [stray], *_nothing(_OF_THE_EVENT))


def _conflicts(timeline: Timeline) -> tuple[dict[str, list[Row]], dict[str, list[Row]], list[Row]]:
    """Return the conflicts by claim, those of no claim here by event, and those of nothing here."""
    claims = {claim.id for event in timeline.events for claim in event.claims}
    events = {event.id for event in timeline.events}
    of_claims: dict[str, list[Row]] = {}
    of_events: dict[str, list[Row]] = {}
    strays: list[Row] = []
    for conflict in timeline.conflicts:
        cells = conflict_cells(conflict)
        here = [one for one in dict.fromkeys(conflict.claims) if one in claims]
        for one in here:
            of_claims.setdefault(one, []).append(cells)
        if not here:
            event = next((one for one in conflict.events if one in events), None)
            (strays if event is None else of_events.setdefault(event, [])).append(cells)
    return of_claims, of_events, strays


def _nothing(columns: tuple[Column, ...]) -> Row:
    return (None,) * len(columns)


def _claim_cells(position: int, claim: Claim, events: Events) -> Row:
    """Return the cells of a claim but for its conflicts."""
    names, date = events.names, claim.date
    return (
        *(claim.id, position, claim.source, names.publisher(claim.source), names.title(claim.source)),
        *(claim.paragraph, claim.origin, claim.according_to, names.voice(claim) or None),
        *(claim.stance, claim.certainty or None, claim.says, claim.quote or None, events.people(claim.people)),
        *(claim.place, None if claim.place is None else names.place(claim.place)),
        [(fact.name, fact.type, list(fact.texts)) for fact in claim.facts],
        *(date.stated or None, date.stated_end or None, date.anchor or None, date.edtf or None),
        *(*day_cells(date.sound.bounds), alternatives(date.sound)),
        *(date.reading.approximate, date.reading.uncertain, date.unread or None),
        *(claim.lasts or None, claim.upcoming),
        [(said.kind, said.event, said.within or None, said.by or None) for said in claim.relations],
        list(claim.contradicts),
        *(claim.rank, claim.rank_reason or None, claim.note or None),
    )
