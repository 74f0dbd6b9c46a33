r"""CSV as RFC 4180 has it: comma, double quotes, CRLF, a header; UTF-8; a row an event, or a row a claim.

Columns are stable: a new one goes to the end. Days are ISO 8601, so that a spreadsheet sorts by `earliest`; an open
bound is an empty cell. Several values in one cell are parted by `; `; see `timeline.intake.cells`, which reads them.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, even where such a character merely
follows a separator and the file is opened with that separator. So an apostrophe is put before each such character
that begins a cell or follows `;`, `,`, `|`, a quote or a tab: `=1+1` becomes `'=1+1`. A year before 0000 begins with
a minus and gets one too. `timeline.intake.cells.unguarded` takes them off again.

A spreadsheet makes dates of what it can, too: of `Nov 2018` it would make 1 November 2018, a day that nobody told. So
a month in words is `in Nov 2018`. Nothing else is changed.
"""

from __future__ import annotations

import csv
from itertools import islice
from typing import TYPE_CHECKING

from timeline.dates.span import Span, iso
from timeline.export.beyond import Beyond
from timeline.intake.cells import (
    ContradictionCell,
    RelationCell,
    contradictions_cells,
    date_cell,
    facts_cell,
    joined,
    relations_cell,
    safe,
)
from timeline.names import Names, counted
from timeline.years import Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.model import Claim, Event, Selection

_FEW = 5
"""So many of what is named without a row are told."""

BOUNDS = ("earliest", "latest", "start_earliest", "start_latest", "end_earliest", "end_latest")

EVENT_COLUMNS = (
    *("id", "title", "kind", "theme", "date", "edtf", *BOUNDS, "qualifier", "other_dates"),
    *("people", "people_ids", "places", "place_ids", "claims", "sources", "origins"),
    *("open_conflicts", "side_by_side", "settled_conflicts", "only_denied", "may_lie_outside", "citations", "note"),
    *("inferred", "only_planned"),
)
"""`date` is for reading, `earliest` and `latest` are the first and the last day it can have had anything of.
`only_denied`, `may_lie_outside` (of the period asked for), `inferred` (dated by order and publication alone) and
`only_planned` (told only as still to come) are `yes` or empty."""

CLAIM_COLUMNS = (
    *("id", "event", "event_title", "kind", "theme", "date", "edtf", *BOUNDS, "qualifier"),
    *("stated", "stated_end", "anchor", "unread", "publisher", "source_title", "source", "paragraph"),
    *("according_to", "according_to_id", "origin", "stance", "certainty", "says", "quote"),
    *("people", "people_ids", "place", "place_id", "facts", "lasts", "relations", "contradicts"),
    *("rank", "rank_reason", "upcoming", "note", "tensions", "more"),
)
"""`date` to `qualifier` are the claim's own date, `stated` to `unread` say how it was got.
`tensions` are those of `contradicts` that both may be true. `more` is for `timeline import`: what no other column
holds, as JSON (see `timeline.export.beyond`)."""


def render(selection: Selection, rows: str = "events", *, bom: bool = False) -> Iterator[str]:
    """Yield the header and the rows; `rows` is "events" or "claims".

    `bom` begins with the mark by which Excel knows UTF-8; every other program does without, and some stumble over it.
    """
    if bom:
        yield "\ufeff"
    line = writer()
    names = Names(selection.timeline)
    if rows == "claims":
        yield line(CLAIM_COLUMNS)
        beyond = Beyond(selection.timeline)
        for event in selection.timeline.events:
            for claim in event.claims:
                yield line(_claim_row(event, claim, names, beyond))
    else:
        yield line(EVENT_COLUMNS)
        marks = Marks(selection.timeline)
        for event in selection.timeline.events:
            yield line(_event_row(event, selection, names, marks))


def caution(selection: Selection, rows: str = "events", *, bom: bool = False) -> str:  # noqa: ARG001 - as `render`
    """Return what `timeline import` will miss in a table of claims, "" if nothing: what is named and has no row."""
    if rows != "claims":
        return ""
    events = {event.id for event in selection.timeline.events}
    claims = [claim for event in selection.timeline.events for claim in event.claims]
    told = {claim.id for claim in claims}
    missing = {relation.event: "" for claim in claims for relation in claim.relations if relation.event not in events}
    missing |= {one.claim: "" for claim in claims for one in claim.contradicts if one.claim not in told}
    if not missing:
        return ""
    named = ", ".join(islice(missing, _FEW)) + (", …" if len(missing) > _FEW else "")
    return (
        f"{counted(len(missing), 'event or claim', 'events or claims')} named in this table without a row of its own "
        f"({named}): `timeline import` takes it in only against the corpus it is of (--data)."
    )


def _event_row(event: Event, selection: Selection, names: Names, marks: Marks) -> Iterator[object]:
    date = event.date
    yield from (event.id, event.title, event.kind, event.theme)
    yield from (date_cell(date), date.edtf, *_bounds(date.sound), date.reading.qualifier)
    yield joined(date_cell(rival) for rival in event.windows[1:])
    yield from (joined(names.people(event.people)), joined(event.people))
    yield from (joined(names.places(event.places)), joined(event.places))
    yield from (len(event.claims), event.sources, event.origins)
    yield from (marks.open(event), marks.tensions(event), marks.settled(event))
    yield from (_yes(event.is_only_denied), _yes(event.id in selection.possible))
    yield from (joined(names.citation(claim) for claim in event.claims), event.note)
    yield from (_yes(event.is_inferred), _yes(event.is_only_planned))


def _claim_row(event: Event, claim: Claim, names: Names, beyond: Beyond) -> Iterator[object]:
    date = claim.date
    yield from (claim.id, event.id, event.title, event.kind, event.theme)
    yield from (date_cell(date), date.edtf, *_bounds(date.sound), date.reading.qualifier)
    yield from (date.stated, date.stated_end, date.anchor, date.unread)
    yield from (names.publisher(claim.source), names.title(claim.source), claim.source, claim.paragraph)
    yield from (names.voice(claim), claim.according_to or "")
    yield from (claim.origin, claim.stance, claim.certainty, claim.says, claim.quote)
    yield from (joined(names.people(claim.people)), joined(claim.people))
    yield from (names.place(claim.place) if claim.place else "", claim.place or "")
    yield facts_cell((fact.name, fact.texts) for fact in claim.facts)
    yield claim.lasts
    yield relations_cell(RelationCell(*relation) for relation in claim.relations)
    contradictions, tensions = contradictions_cells([ContradictionCell(*one) for one in claim.contradicts])
    yield contradictions
    yield from (claim.rank, claim.rank_reason, _yes(claim.upcoming), claim.note, tensions)
    yield beyond.cell(event, claim)


def _bounds(span: Span) -> Iterator[str]:
    for day in (span.start_earliest, span.end_latest, *span.bounds):
        yield "" if day is None else iso(day)


def _yes(holds: bool) -> str:  # noqa: FBT001 - a value to print, not a switch
    return "yes" if holds else ""


class _Line:
    """A file of one line, for the csv writer to write to."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text = text
        return len(text)


def writer() -> Callable[[Iterable[object]], str]:
    """Return a function from cells to a row; numbers stay numbers, texts are cleaned and guarded."""
    written = _Line()
    write = csv.writer(written, lineterminator="\r\n").writerow

    def line(cells: Iterable[object]) -> str:
        write(safe(cells))
        return written.text

    return line
