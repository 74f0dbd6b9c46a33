"""The chronology in plain columns: an event a line, nothing cut off, for scripts, screen readers and long lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chronology import columns, conflicts_heading, footer, legend, open_first, sign
from timeline.clean import clean
from timeline.show.columns import aligned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.listing import Listing

HEADINGS = ("DATE", "SIGNS", "TOLD", "ID", "EVENT", "PEOPLE")


def render(listing: Listing, corpus: str = "") -> Iterator[str]:
    """Yield the lines; the conflicts and what was shown follow the events after an empty line."""
    used: set[str] = set()

    def lines() -> Iterator[tuple[str, ...]]:
        yield HEADINGS
        for ids, signs, when, titles, people, told in columns(listing):
            used.update(signs)
            yield from zip(when, signs, told, ids, titles, map(", ".join, people), strict=True)

    yield from aligned(lines())
    yield ""
    yield f"Signs: {legend(''.join(used))}."
    if listing.conflicts:
        yield ""
        yield f"{conflicts_heading(listing.conflicts)}."
        for conflict in open_first(listing.conflicts):
            yield f"{sign(conflict)} {clean(conflict.message)}"
    yield ""
    yield from footer(listing, corpus)
