"""The chronology in plain columns: an event a line, nothing cut off, for scripts, screen readers and long lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chronology import Rows, conflicts_heading, footer, legend, open_first, sign
from timeline.clean import clean
from timeline.show.columns import aligned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Selection

HEADINGS = ("DATE", "SIGNS", "TOLD", "ID", "EVENT", "PEOPLE")


def render(selection: Selection, corpus: str = "") -> Iterator[str]:
    """Yield the lines; the conflicts and what was shown follow the events after an empty line."""
    timeline = selection.timeline
    cells = Rows(selection)
    signs: set[str] = set()

    def rows() -> Iterator[tuple[str, ...]]:
        yield HEADINGS
        for event in timeline.events:
            row = cells.row(event)
            signs.update(row.signs)
            yield row.when, row.signs, row.told, event.id, row.title, ", ".join(row.people)

    yield from aligned(rows())
    yield ""
    yield f"Signs: {legend(signs)}."
    if timeline.conflicts:
        yield ""
        yield f"{conflicts_heading(timeline.conflicts)}."
        for conflict in open_first(timeline.conflicts):
            yield f"{sign(conflict)} {clean(conflict.message)}"
    yield ""
    yield from footer(selection, corpus)
