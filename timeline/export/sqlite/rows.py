"""The rows of each table of an SQLite database, in the order of the columns in `schema.sql`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from timeline import __version__
from timeline.dates.span import iso
from timeline.dates.text import date_text
from timeline.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from timeline.bounds import Bound
    from timeline.dates.span import Bounds, Day, Span
    from timeline.model import Claim, Event, Selection, Timeline

Value: TypeAlias = str | int | None
Row: TypeAlias = tuple[Value, ...]

SCHEMA = 1
"""The version of the tables, as in `PRAGMA user_version`: it is raised when one goes or changes its meaning."""

_LARGEST = 2**63 - 1
"""No larger integer fits a column."""


class Rows:
    """The rows that a selection makes, by table."""

    def __init__(self, selection: Selection) -> None:
        self._selection, self._timeline = selection, selection.timeline
        timeline: Timeline = selection.timeline
        self._sources = {source.id for source in timeline.sources}
        self._people = {person.id for person in timeline.people}
        self._places = {place.id for place in timeline.places}
        self._kinds = {kind.id for kind in timeline.kinds}
        self._events = {event.id for event in timeline.events}
        self._all_claims = [claim for event in timeline.events for claim in event.claims]
        self._claims = {claim.id for claim in self._all_claims}

    def tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """Yield every table with its rows."""
        yield "meta", self._meta()
        yield "sources", self._source_rows()
        yield from self._named_things()
        yield from self._event_tables()
        yield from self._claim_tables()
        yield from self._window_tables()
        yield from self._conflict_tables()
        yield "arguments", self._arguments()

    def _meta(self) -> Iterator[Row]:
        said = [("schema", str(SCHEMA)), ("program", f"timeline {__version__}")]
        said += (("filter", text) for text in self._selection.filters)
        said.append(("left_out", str(self._selection.left_out)))
        said += (("remark", text) for text in remarks(self._selection))
        return ((number, *one) for number, one in enumerate(said, 1))

    def _source_rows(self) -> Iterator[Row]:
        for number, one in enumerate(self._timeline.sources, 1):
            sound = one.published.sound if one.published else None
            days = (sound.start_earliest, sound.end_latest) if sound else (None, None)
            yield (
                *(number, one.id, one.publisher, one.title, one.published.edtf if one.published else None),
                *_twice(days),
                *(one.file, one.sha256, *_link(one.derives_from, self._sources), one.origin, one.language, one.note),
            )

    def _named_things(self) -> Iterator[tuple[str, Iterator[Row]]]:
        timeline = self._timeline
        people, places = timeline.people, timeline.places
        yield "people", ((n, one.id, one.name, one.type, one.role, one.note) for n, one in enumerate(people, 1))
        yield "people_also", ((one.id, n, text) for one in people for n, text in enumerate(one.also, 1))
        yield (
            "places",
            ((n, one.id, one.name, *_link(one.within, self._places), one.note) for n, one in enumerate(places, 1)),
        )
        yield "places_also", ((one.id, n, text) for one in places for n, text in enumerate(one.also, 1))
        yield "kinds", ((number, *kind) for number, kind in enumerate(timeline.kinds, 1))

    def _event_tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        events = self._timeline.events
        yield "events", (self._event_row(number, event) for number, event in enumerate(events, 1))
        yield "event_people", (row for one in events for row in _links(one.id, one.people, self._people))
        yield "event_places", (row for one in events for row in _links(one.id, one.places, self._places))

    def _event_row(self, number: int, event: Event) -> Row:
        return (
            *(number, event.id, event.title, *_link(event.kind, self._kinds), event.theme, event.instant),
            *(event.sources, event.origins, event.id in self._selection.possible),
            *(event.is_only_planned, event.is_only_denied, event.is_inferred, event.note),
        )

    def _claim_tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        claims = self._all_claims
        yield "claims", self._claim_rows()
        yield "claim_people", (row for one in claims for row in _links(one.id, one.people, self._people))
        yield "claim_alternatives", (row for one in claims for row in _alternatives((one.id,), one.date.sound))
        yield (
            "facts",
            (
                (one.id, number, part, fact.name, fact.type, text)
                for one in claims
                for number, fact in enumerate(one.facts, 1)
                for part, text in enumerate(fact.texts, 1)
            ),
        )
        yield (
            "relations",
            (
                (one.id, number, said.kind, *_link(said.event, self._events), said.within, said.by)
                for one in claims
                for number, said in enumerate(one.relations, 1)
            ),
        )
        yield (
            "contradictions",
            (
                (one.id, number, *_link(said.claim, self._claims), said.reason, said.tension)
                for one in claims
                for number, said in enumerate(one.contradicts, 1)
            ),
        )

    def _claim_rows(self) -> Iterator[Row]:
        number = 0
        for event in self._timeline.events:
            for position, claim in enumerate(event.claims, 1):
                number += 1
                yield (number, *self._claim_row(position, claim))

    def _claim_row(self, position: int, claim: Claim) -> Row:
        date = claim.date
        return (
            *(claim.id, claim.event, position, *_link(claim.source, self._sources), claim.paragraph, claim.origin),
            *(*_link(claim.according_to, self._people), claim.stance, claim.certainty, claim.says, claim.quote),
            *(*_link(claim.place, self._places), date.stated, date.stated_end, date.anchor, date.edtf),
            *(*_twice(date.sound.bounds), date.reading.approximate, date.reading.uncertain, date.unread),
            *(claim.lasts, claim.upcoming, claim.rank, claim.rank_reason, claim.note),
        )

    def _window_tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        windows = [
            (event.id, number, window)
            for event in self._timeline.events
            for number, window in enumerate(event.windows, 1)
        ]
        yield (
            "windows",
            (
                (
                    *(event, number, date_text(one.edtf, one.reading, one.sound), one.edtf),
                    *(*_twice(one.sound.bounds), one.reading.approximate, one.reading.uncertain, one.origins),
                )
                for event, number, one in windows
            ),
        )
        yield "window_claims", ((event, number, claim) for event, number, one in windows for claim in one.claims)
        yield (
            "window_alternatives",
            (row for event, number, one in windows for row in _alternatives((event, number), one.sound)),
        )

    def _conflict_tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        conflicts = self._timeline.conflicts
        yield (
            "conflicts",
            ((n, one.id, one.kind, one.message, one.is_open, one.settled) for n, one in enumerate(conflicts, 1)),
        )
        yield "conflict_events", (row for one in conflicts for row in _links(one.id, one.events, self._events))
        yield "conflict_claims", (row for one in conflicts for row in _links(one.id, one.claims, self._claims))

    def _arguments(self) -> Iterator[Row]:
        argued: list[tuple[str | None, str | None, tuple[Bound, ...]]] = []
        argued += ((event.id, None, event.bounds) for event in self._timeline.events)
        argued += ((None, source.id, source.bounds) for source in self._timeline.sources)
        number = 0
        for event, source, bounds in argued:
            for bound in bounds:
                for position, step in enumerate(bound.steps, 1):
                    number += 1
                    said = (*_link(step.claim or None, self._claims), *_link(step.source or None, self._sources))
                    yield (number, event, source, bound.which, position, step.text, *said)


def _twice(days: Sequence[Day | None]) -> Row:
    """Return days as ISO 8601, then as integers; one too large for a column is told by its date alone."""
    dates = [None if day is None else iso(day) for day in days]
    return (*dates, *[day if day is not None and abs(day) <= _LARGEST else None for day in days])


def _link(named: str | None, known: Collection[str]) -> tuple[str | None, str | None]:
    """Return an id as a link, where what it names is here, and as it was told."""
    return (named if named in known else None), named


def _links(owner: str, named: Sequence[str], known: Collection[str]) -> Iterator[Row]:
    return ((owner, number, *_link(one, known)) for number, one in enumerate(named, 1))


def _alternatives(owner: Row, sound: Span) -> Iterator[Row]:
    boxes: tuple[Bounds, ...] = sound.alternatives
    return ((*owner, number, *_twice(box)) for number, box in enumerate(boxes, 1))
