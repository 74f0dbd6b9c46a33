"""The columns that tell of an event and of a conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.text import date_text
from timeline.export.parquet.columns import (
    ALTERNATIVES,
    BOUNDS,
    NAMED,
    Column,
    alternatives,
    day_cells,
    day_columns,
)
from timeline.names import Names

if TYPE_CHECKING:
    from timeline.export.parquet.columns import Row
    from timeline.model import Conflict, Event, Selection, Window

CONFLICT_COLUMNS = (
    *(Column("id"), Column("kind", "text", "date, time, place, fact, denial, order, contradiction or tension")),
    Column("message", "text", "what cannot all be true, with its sources"),
    Column("is_open", "yes or no", "neither settled nor a tension, of which all may be true"),
    Column("settled", "yes or no", "a curator ranked the claims so that none opposes another"),
    Column("events", "texts", "the ids of its events"),
)
"""What is said of a conflict, but for its claims."""

_WINDOW = (
    *(Column("date"), Column("edtf"), *day_columns(*BOUNDS), Column("alternatives", fields=ALTERNATIVES)),
    *(Column("approximate", "yes or no"), Column("uncertain", "yes or no")),
    *(Column("origins", "number"), Column("claims", "texts")),
)

EVENT_COLUMNS = (
    *(Column("number", "number", "its position in the chronology, from 1"), Column("id"), Column("title")),
    *(Column("kind"), Column("kind_title"), Column("theme")),
    Column("date", "text", "when it was, in words"),
    Column("edtf", "text", "the usual reading of its date, as EDTF"),
    *day_columns(*BOUNDS, about="of every day on which it can have been; null is an open bound"),
    Column("alternatives", about="the few dates of which one holds, where there are any", fields=ALTERNATIVES),
    Column("approximate", "yes or no"),
    Column("uncertain", "yes or no"),
    Column("inferred", "yes or no", "no document dates it; its date follows from order and publication"),
    Column("sources", "number", "how many documents tell of it"),
    Column("origins", "number", "how many independent origins assert it"),
    Column("only_possible", "yes or no", "it only may lie in the period that was asked for"),
    Column("only_planned", "yes or no", "told only as still to come"),
    Column("only_denied", "yes or no", "no claim asserts it"),
    Column("instant", "yes or no", "begun and over on one day"),
    *(Column("people", fields=NAMED), Column("places", fields=NAMED)),
    Column("note", "text", "of the curator"),
    Column("conflicts", "texts", "the ids of the conflicts it is in"),
    Column("rivals", about="other answers to when it was, the best supported first", fields=_WINDOW),
)
"""Everything of an event but its claims."""


def conflict_cells(one: Conflict) -> Row:
    """Return the cells of `CONFLICT_COLUMNS`."""
    return (one.id, one.kind, one.message, one.is_open, one.settled, list(one.events))


class Events:
    """Makes the cells of the events of a selection."""

    def __init__(self, selection: Selection) -> None:
        self.names = Names(selection.timeline)
        self._kinds = {kind.id: kind.title for kind in selection.timeline.kinds}
        self._possible = selection.possible

    def whole(self, number: int, event: Event) -> Row:
        """Return the cells of `EVENT_COLUMNS`."""
        date = event.date
        return (
            *(number, event.id, event.title, event.kind, self._kinds.get(event.kind), event.theme),
            *_date_cells(date),
            *(event.is_inferred, event.sources, event.origins, event.id in self._possible),
            *(event.is_only_planned, event.is_only_denied, event.instant),
            *(self.people(event.people), [(one, self.names.place(one)) for one in event.places]),
            *(event.note or None, list(event.conflicts)),
            [(*_date_cells(one), one.origins, list(one.claims)) for one in event.windows[1:]],
        )

    def people(self, people: tuple[str, ...]) -> list[Row]:
        """Return people by id and name."""
        return [(one, self.names.person(one)) for one in people]


def _date_cells(date: Window) -> Row:
    text = date_text(date.edtf, date.reading, date.sound)
    qualifiers = (date.reading.approximate, date.reading.uncertain)
    return (text, date.edtf or None, *day_cells(date.sound.bounds), alternatives(date.sound), *qualifiers)
