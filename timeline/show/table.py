"""The chronology as a table grouped by year, for a terminal of any width."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from timeline.chronology import (
    INFERRED,
    OPEN,
    PLANNED,
    UNORDERED,
    Row,
    Rows,
    conflicts_heading,
    footer,
    legend,
    open_first,
    sign,
)
from timeline.clean import clean
from timeline.show.columns import Column, tabled, wrapped
from timeline.years import UNDATED, year_headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.listing import Listing
    from timeline.show.columns import Line, Piece

_WIDE = 120
_NARROW_NAMES = 2
_SIGNS_WIDTH = 2


def render(listing: Listing, corpus: str, width: int) -> Iterator[Line]:
    """Yield the chronology, the conflicts it met, and what was shown, in lines of at most `width` cells."""
    cells = Rows(listing)
    signs: set[str] = set()
    if listing.entries:
        headings = year_headings([entry.bounds for entry in listing.entries])
        listed = groupby(zip(headings, map(cells.row, listing.entries), strict=True), key=itemgetter(0))
        years = ((heading, (row for _, row in group)) for heading, group in listed)
        yield from tabled(_columns(width), _rows(years, signs, width), width)
        yield ()
        yield from _told(legend(signs), width, "dim")
    if listing.conflicts:
        yield ()
        yield from _conflicts(listing, width)
    yield ()
    for text in footer(listing, corpus):
        yield from _told(text, width)


def _columns(width: int) -> tuple[Column, ...]:
    return (
        Column(""),
        Column("When", most=max(14, min(30, width // 5))),
        Column("What happened"),
        Column("Who", most=max(12, width // 4), style="cyan"),
        Column("Told", is_number=True),
    )


def _rows(years: Iterable[tuple[str, Iterable[Row]]], signs: set[str], width: int) -> Iterator[Sequence[Piece] | None]:
    """Yield the rows of a table, and add the signs that they use."""
    nothing = ("", "")
    for heading, rows in years:
        yield None
        yield nothing, ("bold", heading), nothing, nothing, nothing
        for row in rows:
            signs.update(row.signs)
            when = "" if heading == UNDATED else row.when
            title_style = "bold" if OPEN in row.signs else ""
            names = _names(row.people, width)
            yield (
                (_signs_style(row.signs), row.signs),
                ("", when),
                (title_style, row.title),
                ("", names),
                ("", row.told),
            )


def _signs_style(signs: str) -> str:
    """Return how signs look: what says no more than how sure a date or an order is stays in the background."""
    return "dim" if set(signs) <= {INFERRED, UNORDERED, PLANNED} else "bold red"


def _names(people: tuple[str, ...], width: int) -> str:
    """Return the names that there is room for, and how many more there are."""
    shown = people if width >= _WIDE else people[:_NARROW_NAMES]
    more = f" +{len(people) - len(shown)}" if len(people) > len(shown) else ""
    return ", ".join(shown) + more


def _conflicts(listing: Listing, width: int) -> Iterator[Line]:
    """Yield each conflict in its sentence; the titles of its events, which begin it, are set off in bold."""
    titles = {entry.id: entry.title for entry in listing.entries}
    yield from _told(conflicts_heading(listing.conflicts), width, "bold")
    for conflict in open_first(listing.conflicts):
        message = clean(conflict.message)
        head = clean("; ".join(titles.get(event, "") for event in conflict.events)) + ":"
        left = len(head) if message.startswith(head) else 0
        mark = sign(conflict)
        for line in wrapped(message, width - _SIGNS_WIDTH):
            yield (
                ("bold red" if mark.strip() == OPEN else "", f"{mark} "),
                ("bold", line[:left]),
                ("", line[left:]),
            )
            left = max(0, left - len(line) - 1)
            mark = " "


def _told(text: str, width: int, style: str = "") -> Iterator[Line]:
    for line in wrapped(text, width):
        yield ((style, line),)
