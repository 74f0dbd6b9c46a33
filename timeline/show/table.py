"""The chronology as a table grouped by year, for a terminal of any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chronology import (
    INFERRED,
    OPEN,
    PLANNED,
    UNORDERED,
    conflicts_heading,
    footer,
    legend,
    open_first,
    rows,
    sign,
)
from timeline.clean import clean
from timeline.show.columns import Column, tabled, tabled_texts
from timeline.show.lines import text_of, wrapped
from timeline.years import UNDATED, year_headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.listing import Listing
    from timeline.show.columns import Cells
    from timeline.show.lines import Line

_WIDE = 120
_NARROW_NAMES = 2
_SIGNS_WIDTH = 2


def render(listing: Listing, corpus: str, width: int) -> Iterator[Line]:
    """Yield the chronology, the conflicts it met, and what was shown, in lines of at most `width` cells."""
    used: set[str] = set()
    if listing.entries:
        yield from tabled(_columns(width), _rows(listing, used, width), width)
        yield ()
    yield from _below(listing, corpus, used, width)


def render_texts(listing: Listing, corpus: str, width: int) -> Iterator[str]:
    """Yield the same without styles, where nobody sees these; lines may end in blanks."""
    used: set[str] = set()
    if listing.entries:
        yield from tabled_texts(_columns(width), _rows(listing, used, width), width)
        yield ""
    yield from map(text_of, _below(listing, corpus, used, width))


def _below(listing: Listing, corpus: str, used: Iterable[str], width: int) -> Iterator[Line]:
    """Yield what stands below the events: what the signs that are used mean, the conflicts, what was shown."""
    if listing.entries:
        yield from _told(legend("".join(used)), width, "dim")
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


def _rows(listing: Listing, used: set[str], width: int) -> Iterator[Cells | None]:
    """Yield the rows of a table, each under its year, and add the signs of each to those that are used."""
    styles: dict[str, tuple[str, ...]] = {}
    year = None
    most = None if width >= _WIDE else _NARROW_NAMES
    headings = year_headings([entry.bounds for entry in listing.entries])
    for heading, (signs, when, title, people, told) in zip(headings, rows(listing), strict=True):
        if heading != year:
            year = heading
            yield None
            yield ("", heading, "", "", ""), ("", "bold", "", "", "")
        if signs not in styles:
            styles[signs] = (_signs_style(signs), "", "bold" if OPEN in signs else "", "", "")
            used.add(signs)
        names = people[0] if len(people) == 1 else ", ".join(people[:most])
        if most and len(people) > most:
            names += f" +{len(people) - most}"
        yield (signs, "" if heading == UNDATED else when, title, names, told), styles[signs]


def _signs_style(signs: str) -> str:
    """Return how signs look: what says no more than how sure a date or an order is stays in the background."""
    return "dim" if set(signs) <= {INFERRED, UNORDERED, PLANNED} else "bold red"


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
