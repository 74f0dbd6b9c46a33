"""Coverage for readers and for scripts: dated paragraphs that no record cites, and who tells of what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.dates.text import date_text
from timeline.names import counted
from timeline.remarks import remarks
from timeline.show.columns import Column, aligned, tabled
from timeline.show.document import meaning
from timeline.show.lines import headed, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.coverage import Reading, Silence
    from timeline.model import Event, Selection, Source
    from timeline.show.columns import Cells
    from timeline.show.lines import Line

TELLS, DENIES, SILENT, NOTHING = "●", "×", "○", "·"
_WORDS = {TELLS: "tells", DENIES: "denies", SILENT: "silent", NOTHING: None}
_LEGEND = (
    f"{TELLS} tells of it; {DENIES} only denies it; {SILENT} silent: published after it was over, and tells of other"
    f" events near it (within three months, of the same people or theme), but not of this one; {NOTHING} none of these."
    " A silence is a question to the document, not a denial."
)
_LEAST_TITLE = 34


class Coverage(NamedTuple):
    """What was asked for, the sources of the matrix, what was read of documents (None: no folder), the silences."""

    selection: Selection
    sources: tuple[Source, ...]
    readings: tuple[Reading, ...] | None
    silences: tuple[Silence, ...]


def render(coverage: Coverage, width: int, corpus: str) -> Iterator[Line]:
    """Yield what no record cites, the matrix of events by sources, and what its signs mean."""
    if coverage.readings is not None:
        yield from _readings(coverage, width)
        yield ()
    yield from headed("Sources", width)
    for number, source in enumerate(coverage.sources, 1):
        yield from _told(f"{source.publisher}: {source.title} ({source.id})", width, f"{number:>3}  ")
    room = max((width - _LEAST_TITLE) // 4, 1) if width else len(coverage.sources)
    for first in range(0, len(coverage.sources), room):
        yield ()
        yield from _matrix(coverage, first, coverage.sources[first : first + room], width)
    yield ()
    yield from _told(_LEGEND, width, style="dim")
    yield ()
    for sentence in (_summary(coverage), *remarks(coverage.selection), f"Corpus: {corpus}."):
        yield from _told(sentence, width)


def _told(text: str, width: int, head: str = "", style: str = "") -> Iterator[Line]:
    for line in wrapped(clean(text), width, head, " " * len(head)):
        yield ((style, line),)


def _readings(coverage: Coverage, width: int) -> Iterator[Line]:
    publishers = {source.id: source.publisher for source in coverage.selection.timeline.sources}
    publishers |= {source.id: source.publisher for source in coverage.sources}
    yield from headed("Dated paragraphs that no record cites", width)
    for reading in coverage.readings or ():
        of = f"{len(reading.uncited)} of {counted(reading.dated, 'dated paragraph')}"
        yield from _told(f"{publishers.get(reading.source, '')} ({reading.source}): {of}", width)
        for uncited in reading.uncited:
            dates = "; ".join(f"{{{date.text}}} {meaning(date)}" for date in uncited.dates)
            yield from _told(dates, width, f"{uncited.paragraph:>5}  ")
    if not coverage.readings:
        yield from _told("No document of the corpus is at hand there.", width)


def _matrix(coverage: Coverage, first: int, sources: Sequence[Source], width: int) -> Iterator[Line]:
    numbers = [str(number) for number, _ in enumerate(sources, first + 1)]
    columns = [Column("When", most=24), Column("Event"), *(Column(number, rigid=True) for number in numbers)]
    silent = _silent(coverage)
    rows: list[Cells] = []
    for event in coverage.selection.timeline.events:
        signs = [cell(event, source.id, silent) for source in sources]
        styles = ("", "", *("bold red" if sign == SILENT else "" for sign in signs))
        rows.append(((_when(event), clean(event.title), *signs), styles))
    yield from tabled(columns, rows, width)


def _silent(coverage: Coverage) -> frozenset[tuple[str, str]]:
    return frozenset((one.event, one.source) for one in coverage.silences)


def cell(event: Event, source: str, silent: frozenset[tuple[str, str]]) -> str:
    """Return the sign of what a source has of an event."""
    claims = [claim for claim in event.claims if claim.source == source]
    if claims:
        return DENIES if all(claim.denies for claim in claims) else TELLS
    return SILENT if (event.id, source) in silent else NOTHING


def _when(event: Event) -> str:
    return date_text(event.date.edtf, event.date.reading, event.date.sound)


def _summary(coverage: Coverage) -> str:
    omitted = len({silence.event for silence in coverage.silences})
    events = counted(len(coverage.selection.timeline.events), "event")
    silent = counted(len(coverage.silences), "silence")
    return f"{events} by {counted(len(coverage.sources), 'source')}; {silent} on {counted(omitted, 'event')}."


def render_plain(coverage: Coverage, corpus: str) -> Iterator[str]:
    """Yield the matrix in plain columns, a line an event, its silences by name; then what no record cites."""
    silent = _silent(coverage)
    table = [("DATE", "ID", *(clean(source.id) for source in coverage.sources))]
    for event in coverage.selection.timeline.events:
        cells = (_WORDS[cell(event, source.id, silent)] or "" for source in coverage.sources)
        table.append((_when(event), clean(event.id), *cells))
    yield from aligned(table)
    yield ""
    for reading in coverage.readings or ():
        for uncited in reading.uncited:
            dates = "; ".join(f"{{{date.text}}} {meaning(date)}" for date in uncited.dates)
            yield clean(f"uncited: {reading.source}, paragraph {uncited.paragraph}: {dates}")
    yield from map(clean, (_LEGEND, _summary(coverage), *remarks(coverage.selection), f"Corpus: {corpus}."))


def render_csv(coverage: Coverage) -> Iterator[str]:
    """Yield the matrix as CSV: an event a row, a source a column."""
    from timeline.export.csv_rows import writer
    from timeline.intake.cells import guarded

    silent, line = _silent(coverage), writer()
    yield line(map(guarded, ("id", "date", "title", *(source.id for source in coverage.sources))))
    for event in coverage.selection.timeline.events:
        cells = (_WORDS[cell(event, source.id, silent)] or "" for source in coverage.sources)
        yield line(map(guarded, (event.id, _when(event), event.title, *cells)))


def render_json(coverage: Coverage) -> str:
    """Return all of it as JSON: of each event, what each source has of it, and the silences with their reason."""
    from timeline.export.objects import SCHEMA, dumped
    from timeline.show.document import date_object

    silent = _silent(coverage)
    readings = None
    if coverage.readings is not None:
        readings = [
            {
                "source": one.source,
                "paragraphs": one.paragraphs,
                "dated": one.dated,
                "uncited": [
                    {"paragraph": uncited.paragraph, "dates": [date_object(date) for date in uncited.dates]}
                    for uncited in one.uncited
                ],
            }
            for one in coverage.readings
        ]
    return dumped(
        {
            "schema": SCHEMA,
            "documents": readings,
            "sources": [source.id for source in coverage.sources],
            "events": [
                {
                    "id": event.id,
                    "sources": {source.id: _WORDS[cell(event, source.id, silent)] for source in coverage.sources},
                }
                for event in coverage.selection.timeline.events
            ],
            "silences": [
                {"event": one.event, "source": one.source, "neighbours": list(one.neighbours)}
                for one in coverage.silences
            ],
        }
    )
