"""Where accounts differ: the conflicts, each in a sentence with its sources, the open ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chronology import conflicts_heading, open_first, sign
from timeline.clean import clean
from timeline.show.lines import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Selection, Timeline


def render(selection: Selection, width: int, corpus: str) -> Iterator[str]:
    """Yield the lines, at most `width` cells wide."""
    for conflict in open_first(selection.timeline.conflicts):
        yield from wrapped(clean(conflict.message), width, f"{sign(conflict)} ", "  ")
        yield from wrapped(f"({conflict.kind}; timeline why {conflict.events[0]})", width, "  ", "  ")
        yield ""
    yield f"{conflicts_heading(selection.timeline.conflicts)}."
    if selection.filters:
        yield from wrapped(f"Only: {'; '.join(map(clean, selection.filters))}.", width)
    yield from wrapped(f"Corpus: {clean(corpus)}.", width)


def as_json(timeline: Timeline) -> str:
    """Return the conflicts as JSON: `{"schema": 1, "conflicts": […]}`, each as exports give it."""
    from timeline.export.objects import SCHEMA, conflict_object, dumped

    return dumped({"schema": SCHEMA, "conflicts": [conflict_object(each) for each in timeline.conflicts]})
