"""The chronology as a table grouped by year, for a terminal of any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from timeline.clean import anchored, clean
from timeline.show.chronology import OPEN, Row, Rows, conflicts_heading, footer, legend, open_first, sign
from timeline.show.columns import wrapped
from timeline.years import UNDATED, by_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, JustifyMethod, OverflowMethod
    from rich.containers import Lines

    from timeline.model import Selection, Timeline

NUMBERS = ("Events", "Claims", "Says", "Told")
"""The columns that hold numbers: never wrapped, aligned on the right."""

_WIDE = 120
_NARROW_NAMES = 2


class _Cell(Text):
    """Text whose lines never pull the next column over to their side, in whatever direction they are written."""

    def wrap(  # noqa: PLR0913 - the signature is rich's
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        """Wrap as Text does, then anchor each line."""
        lines = super().wrap(console, width, justify=justify, overflow=overflow, tab_size=tab_size, no_wrap=no_wrap)
        for line in lines:
            line.append(anchored(line.plain)[len(line.plain) :])
        return lines


def draw(console: Console, selection: Selection, corpus: str) -> None:
    """Print the chronology, the conflicts it met, and what was shown."""
    timeline = selection.timeline
    cells = Rows(selection)
    rows = [(heading, [cells.row(event) for event in events]) for heading, events in by_year(timeline.events)]
    width = console.width
    if rows:
        console.print(_table(rows, width))
        _tell(console, legend([row for _, group in rows for row in group]), style="dim")
    if timeline.conflicts:
        _draw_conflicts(console, timeline)
    console.print()
    for line in footer(selection, corpus):
        _tell(console, line)


def _table(rows: list[tuple[str, list[Row]]], width: int) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", collapse_padding=True)
    table.add_column("", no_wrap=True, style="bold red")
    table.add_column("When", max_width=max(14, min(30, width // 5)), overflow="fold")
    table.add_column("What happened", overflow="fold", ratio=3 if width < _WIDE else None)
    table.add_column("Who", overflow="fold", max_width=max(12, width // 4), style="cyan")
    table.add_column("Told", no_wrap=True, justify="right")
    for heading, group in rows:
        table.add_row()
        table.add_row("", Text(heading, style="bold"))
        for row in group:
            title = _Cell(row.title, style="bold" if OPEN in row.signs else "")
            when = "" if heading == UNDATED else row.when
            table.add_row(Text(row.signs), Text(when), title, _Cell(_names(row.people, width)), Text(row.told))
    return table


def grid(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Return a table of cleaned cells, in columns that share the width there is."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in headings:
        is_number = heading in NUMBERS
        table.add_column(heading, overflow="fold", no_wrap=is_number, justify="right" if is_number else "left")
    for row in rows:
        table.add_row(*map(_Cell, row))
    return table


def _names(people: tuple[str, ...], width: int) -> str:
    """Return the names that there is room for, and how many more there are."""
    shown = people if width >= _WIDE else people[:_NARROW_NAMES]
    more = f" +{len(people) - len(shown)}" if len(people) > len(shown) else ""
    return ", ".join(shown) + more


def _draw_conflicts(console: Console, timeline: Timeline) -> None:
    titles = {event.id: event.title for event in timeline.events}
    conflicts = open_first(timeline.conflicts)
    console.print()
    _tell(console, conflicts_heading(conflicts), style="bold")
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for conflict in conflicts:
        message = _Cell(clean(conflict.message))
        head = clean("; ".join(titles.get(event, "") for event in conflict.events)) + ":"
        if message.plain.startswith(head):
            message.stylize("bold", 0, len(head))
        table.add_row(Text(sign(conflict), style="" if conflict.settled else "bold red"), message)
    console.print(table)


def _tell(console: Console, text: str, style: str = "") -> None:
    for line in wrapped(text, console.width):
        console.print(Text(line, style=style), soft_wrap=True)
