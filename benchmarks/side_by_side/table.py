"""The tables: a row a program, a column a size; as plain text, or as Markdown to paste."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from side_by_side.processes import Cost

Results = Mapping[tuple[str, int], Cost | str]
"""What each program took at each size, or in a few words why that is not known."""


class Table(NamedTuple):
    """A title, the names of the columns, and the rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(results: Results, names: Sequence[str], sizes: Sequence[int], against: str) -> Iterator[Table]:
    """Yield what a reader wants to know first, then memory, processor time and time a record at each size."""

    def timed(cost: Cost, size: int) -> str:
        base = results.get((against, size), "")
        return f"{_time(cost.wall)} ({_short(cost.wall / base.wall)}×)" if isinstance(base, Cost) else _time(cost.wall)

    def cells(name: str, cell: Callable[[Cost, int], str]) -> Iterator[str]:
        for size in sizes:
            cost = results.get((name, size), "")
            yield cost if isinstance(cost, str) else cell(cost, size)

    def beside(title: str, cell: Callable[[Cost, int], str]) -> Table:
        return Table(title, ("", *_headed(sizes)), tuple((name, *cells(name, cell)) for name in names))

    title, columns, rows = beside(f"Time by the clock, and as a multiple of that of {against}", timed)
    rows = tuple((*row, *_at_the_largest(row[0], results, sizes)) for row in rows)
    yield Table(title, (*columns, "growth", "MB"), rows)
    yield beside("The most memory held, in MB", lambda cost, _: f"{cost.megabytes:.0f}")
    yield beside("Time of processors", lambda cost, _: _time(cost.processor))
    yield beside("Microseconds a record", lambda cost, size: _short(1e6 * cost.wall / size))


def _headed(sizes: Sequence[int]) -> Iterator[str]:
    return (f"{size:,}" for size in sizes)


def _at_the_largest(name: str, results: Results, sizes: Sequence[int]) -> tuple[str, str]:
    """Return how a program's time grew between the two largest sizes it ran at, and its memory at the largest."""
    known = [(size, cost) for size in sizes if isinstance(cost := results.get((name, size)), Cost)]
    if not known:
        return "", ""
    size, cost = known[-1]
    memory = f"{cost.megabytes:.0f}" + (f" at {size:,}" if size != sizes[-1] else "")
    if len(known) < 2:
        return "", memory
    smaller, before = known[-2]
    return f"n^{log(cost.wall / before.wall) / log(size / smaller):.2f}", memory


def as_text(table: Table) -> Iterator[str]:
    """Yield the lines of a table in columns."""
    rows = (table.columns, *table.rows)
    widths = [max(len(row[at]) for row in rows) for at in range(len(table.columns))]
    yield table.title
    for row in rows:
        first, *others = (
            cell.ljust(width) if not at else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join((first, *others)).rstrip()
    yield ""


def as_markdown(table: Table) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    yield f"{table.title}:"
    yield ""
    yield f"| {' | '.join(table.columns)} |"
    yield f"|---|{'---:|' * (len(table.columns) - 1)}"
    for row in table.rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _time(seconds: float) -> str:
    return f"{_short(seconds)} s" if seconds >= 1 else f"{1000 * seconds:.0f} ms"


def _short(number: float) -> str:
    """Return a number with as many places as tell something."""
    return (
        f"{number:.3f}"
        if number < 0.1
        else f"{number:.2f}"
        if number < 1
        else f"{number:.1f}"
        if number < 10
        else f"{number:,.0f}"
    )
