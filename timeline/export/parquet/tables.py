"""The tables that a Parquet file may hold: their columns, each with what it means, and their rows.

A day stands three times: as ISO 8601 text, as a count in `…_day`, on which 1 is 0001-01-01, for any year, and as a date
in `…_date`, in the years 1 to 9999, which is all that every reader has. Null is an open bound, or what is not told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.export.parquet.claims import CLAIM_COLUMNS, claim_rows
from timeline.export.parquet.columns import NAMED, Column, day_cells, day_columns
from timeline.export.parquet.events import CONFLICT_COLUMNS, EVENT_COLUMNS, Events, conflict_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.export.parquet.columns import Row
    from timeline.model import Selection


class Table(NamedTuple):
    """A table: its columns, and what makes its rows of a selection."""

    columns: tuple[Column, ...]
    rows: Callable[[Selection], Iterator[Row]]


def _event_rows(selection: Selection) -> Iterator[Row]:
    events = Events(selection)
    return (events.whole(number, event) for number, event in enumerate(selection.timeline.events, 1))


def _conflict_rows(selection: Selection) -> Iterator[Row]:
    return ((*conflict_cells(one), list(one.claims)) for one in selection.timeline.conflicts)


def _source_rows(selection: Selection) -> Iterator[Row]:
    for one in selection.timeline.sources:
        sound = one.published.sound if one.published else None
        days = (sound.start_earliest, sound.end_latest) if sound else (None, None)
        published = one.published.edtf if one.published else None
        yield (
            *(one.id, one.publisher, one.title, published, *day_cells(days), one.file, one.sha256),
            *(one.derives_from, one.origin, one.language, one.note or None),
        )


def _person_rows(selection: Selection) -> Iterator[Row]:
    people = selection.timeline.people
    return ((one.id, one.name, list(one.also), one.type, one.role or None, one.note or None) for one in people)


def _place_rows(selection: Selection) -> Iterator[Row]:
    return ((one.id, one.name, list(one.also), one.within, one.note or None) for one in selection.timeline.places)


def _kind_rows(selection: Selection) -> Iterator[Row]:
    return iter(selection.timeline.kinds)


_ALSO = Column("also", "texts", "other spellings")
_NOTE = Column("note", "text", "of the curator")

TABLES = {
    "claims": Table(CLAIM_COLUMNS, claim_rows),
    "events": Table(EVENT_COLUMNS, _event_rows),
    "conflicts": Table(
        (*CONFLICT_COLUMNS, Column("claims", "texts", "the ids of the claims it joins")), _conflict_rows
    ),
    "sources": Table(
        (
            *(Column("id"), Column("publisher"), Column("title")),
            Column("published", "text", "the usual reading of its day of publication, as EDTF"),
            *day_columns("published_earliest", "published_latest"),
            *(Column("file"), Column("sha256"), Column("derives_from", "text", "the id of the source it repeats")),
            Column("origin", "text", "the id of the source at the bottom of its chain of derivation"),
            *(Column("language"), _NOTE),
        ),
        _source_rows,
    ),
    "people": Table(
        (*NAMED, _ALSO, Column("type", "text", "person or group"), Column("role"), _NOTE),
        _person_rows,
    ),
    "places": Table((*NAMED, _ALSO, Column("within", "text", "the id of the place it lies in"), _NOTE), _place_rows),
    "kinds": Table((Column("id"), Column("title"), Column("theme")), _kind_rows),
}
"""The tables by the word that `--rows` calls them by."""
