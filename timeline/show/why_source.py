"""A document, for `timeline why`: when it was published, and why no earlier and no later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.text import date_text
from timeline.names import Names, counted
from timeline.show.arguments import argued, bound_object
from timeline.show.lines import headed, labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Source, Timeline
    from timeline.show.lines import Line


def render(timeline: Timeline, source: Source, width: int = 0) -> Iterator[Line]:
    """Yield the lines of a document, at most `width` cells wide (0: not wrapped)."""
    names = Names(timeline)
    claims = sum(claim.source == source.id for event in timeline.events for claim in event.claims)
    yield from headed(source.title, width)
    yield from labelled("Id", source.id, width)
    yield from labelled("Publisher", source.publisher, width)
    yield from labelled("Derives from", source.derives_from or "", width)
    yield from labelled("File", source.file or "", width)
    yield from labelled("Note", source.note, width)
    yield from labelled("Told in it", counted(claims, "claim"), width)
    yield from labelled("Published", _published(source), width)
    if source.bounds:
        yield ()
        yield from argued(timeline, names, source.bounds, source.id, width)


def _published(source: Source) -> str:
    found = source.published
    if found is None:
        return "no date of publication is known"
    said = {"narrowed": "; narrowed by", "worked out": "; not stated, worked out from"}.get(source.how_dated)
    how = f"{said} what it tells and repeats" if said else ""
    return f"{date_text(found.edtf, found.reading, found.sound)}{how}"


def render_json(timeline: Timeline, source: Source) -> str:
    """Return the document as JSON: as exports give it, and the bounds of its date of publication with their steps."""
    from timeline.export.objects import SCHEMA, bounds_object, dumped, source_object

    dates = bounds_object(source.published.sound) if source.published else None
    bounds = [bound_object(bound) for bound in source.bounds]
    claims = [claim.id for event in timeline.events for claim in event.claims if claim.source == source.id]
    told = {"schema": SCHEMA, "source": source_object(source), "dates": dates, "bounds": bounds, "claims": claims}
    return dumped(told)
