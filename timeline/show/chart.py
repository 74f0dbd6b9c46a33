"""A chart: a row an event over an axis of time, certain days solid and possible days shaded.

A cell is solid where the event certainly had something of the cell's days, whichever of its days it was: what is known
to the month is solid where a cell is a month or more, and shaded where it is a week. A side that is open, or goes on
beyond the edge of the chart, has an arrow. Dates stand beside their bars as far as there is room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.axis import Axis
from timeline.chronology import LEGEND, OPEN, UNORDERED, footer, rows
from timeline.clean import anchored
from timeline.entries import listing_of
from timeline.show.lines import headed, width_of, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.chronology import Row
    from timeline.dates.span import Bounds, Day
    from timeline.model import Event, Selection
    from timeline.show.lines import Line, Piece

_SIGNS = 4
_LEAST_LABEL, _MOST_LABEL = 16, 60
_LEAST_CELLS = 20
_LONG = 25
"""A chart of more rows has its axis below it too."""

Periods = tuple[tuple["Day | None", "Day | None"], ...]


class Glyphs(NamedTuple):
    """What bars and axes are drawn with, each of one cell; and what stands for the rest of a title."""

    certain: str
    possible: str
    rival: str
    left: str
    right: str
    tick: str
    line: str
    more: str


BLOCKS = Glyphs("█", "░", "┄", "←", "→", "┬", "─", "…")
ASCII = Glyphs("#", ":", "-", "<", ">", "+", "-", "..")
_IN_ASCII = str.maketrans({"∴": "*", "×": "x", "–": "-"})


def render(selection: Selection, periods: Periods, glyphs: Glyphs, width: int, corpus: str) -> Iterator[Line]:
    """Yield the axis, a row an event, the events without a date, the legend and what was shown."""
    listing = listing_of(selection)
    drawn = list(zip(selection.timeline.events, rows(listing), strict=True))
    dated = [(event, row) for event, row in drawn if not event.date.sound.is_unknown]
    limits = _limits([event for event, _ in dated], periods)
    if limits:
        label = _label_width([row.title for _, row in dated], width)
        axis = Axis(*limits, max(width - _SIGNS - label - 2, _LEAST_CELLS))
        margin = " " * (_SIGNS + label + 2)
        yield from _axis(axis, glyphs, margin)
        for event, row in dated:
            yield _row(event, row, axis, glyphs, label)
        if len(dated) > _LONG:
            yield from _axis(axis, glyphs, margin)
        yield ()
    undated = [row for event, row in drawn if event.date.sound.is_unknown]
    yield from _undated(undated, glyphs, width)
    if dated:
        for line in wrapped(_legend(drawn, glyphs), width):
            yield (("dim", line),)
        yield ()
    for text in footer(listing, corpus):
        for line in wrapped(text, width):
            yield (("", line),)


def _limits(events: Iterable[Event], periods: Periods) -> tuple[Day, Day] | None:
    """Return the days of the axis: the period asked for, an open end of it where the last known day is."""
    known = [day for event in events for window in event.windows for day in window.sound.bounds if day is not None]
    firsts, lasts = [first for first, _ in periods], [last for _, last in periods]
    low = min((day for day in firsts if day is not None), default=None) if None not in firsts else None
    high = max((day for day in lasts if day is not None), default=None) if None not in lasts else None
    first = min(known, default=high) if low is None else low
    last = max(known, default=low) if high is None else high
    if first is None or last is None:
        return None
    return min(first, last), max(first, last)


def _label_width(titles: Sequence[str], width: int) -> int:
    longest = max(map(width_of, titles), default=0)
    return min(longest, max(_LEAST_LABEL, min(_MOST_LABEL, width * 2 // 5)))


def _axis(axis: Axis, glyphs: Glyphs, margin: str) -> Iterator[Line]:
    """Yield the labels of the ticks, as many as there is room for, and the line with the ticks."""
    labels, line = "", [glyphs.line] * axis.cells
    for tick in axis.ticks():
        line[tick.cell] = glyphs.tick
        if (not labels or tick.cell > len(labels)) and tick.cell + len(tick.label) <= axis.cells:
            labels = labels.ljust(tick.cell) + tick.label
    yield ("", margin), ("dim", labels)
    yield ("", margin), ("dim", "".join(line))


def _row(event: Event, row: Row, axis: Axis, glyphs: Glyphs, label: int) -> Line:
    signs = _signs(row, glyphs)
    bar = bar_of(event, axis, glyphs)
    style = "bold red" if OPEN in signs else ""
    title = shortened(row.title, label, glyphs.more)
    padding = " " * (label - width_of(title))
    when = row.when.translate(_IN_ASCII) if glyphs is ASCII else row.when
    return (style or "dim", signs.ljust(_SIGNS)), (style, anchored(title) + padding), ("", "  "), *_dated(bar, when)


def _signs(row: Row, glyphs: Glyphs) -> str:
    """Return the signs of a row, but for that of its order: a chart shows that itself."""
    signs = row.signs.replace(UNORDERED, "")
    return signs.translate(_IN_ASCII) if glyphs is ASCII else signs


def bar_of(event: Event, axis: Axis, glyphs: Glyphs) -> str:
    """Return the bar of an event, as wide as the axis: rival dates, over them what is possible, and what is certain."""
    cells = [" "] * axis.cells
    for window in event.windows[1:]:
        for piece in window.sound.pieces:
            _fill(cells, glyphs.rival, *_possible(piece, axis))
    sound = event.date.sound
    first, last = _possible(sound.bounds, axis)
    for piece in sound.pieces:
        _fill(cells, glyphs.possible, *_possible(piece, axis))
    if sound.start_latest is not None and sound.end_earliest is not None:
        _fill(cells, glyphs.certain, axis.begins(sound.start_latest), axis.ends(sound.end_earliest))
    if first < 0 <= last:
        cells[0] = glyphs.left
    if first < axis.cells <= last:
        cells[-1] = glyphs.right
    return "".join(cells)


def _possible(piece: Bounds, axis: Axis) -> tuple[int, int]:
    """Return the cells that a date may have something of; an open side lies off the axis."""
    first, last = piece[0], piece[3]
    return -1 if first is None else axis.begins(first), axis.cells if last is None else axis.ends(last)


def _fill(cells: list[str], glyph: str, first: int, last: int) -> None:
    for cell in range(max(first, 0), min(last, len(cells) - 1) + 1):
        cells[cell] = glyph


def _dated(bar: str, when: str) -> tuple[Piece, ...]:
    """Return a bar with the date beside it: after it, else before it, else nowhere."""
    drawn = bar.rstrip(" ")
    free = len(drawn) - len(drawn.lstrip(" "))
    if len(bar) - len(drawn) > len(when):
        return ("", drawn), ("dim", f" {when}")
    if free > len(when):
        return ("dim", f"{when} ".rjust(free)), ("", drawn[free:])
    return (("", drawn),)


def shortened(text: str, width: int, more: str) -> str:
    """Return a text of at most `width` cells, with a sign where there is more of it."""
    if width_of(text) <= width:
        return text
    kept, used = [], 0
    for character in text:
        used += width_of(character)
        if used > width - width_of(more):
            break
        kept.append(character)
    return "".join(kept).rstrip(" ") + more


def _undated(undated: Sequence[Row], glyphs: Glyphs, width: int) -> Iterator[Line]:
    if undated:
        yield from headed(f"Undated ({len(undated)}):", width)
        for row in undated:
            for line in wrapped(row.title, width, _signs(row, glyphs).ljust(_SIGNS), " " * _SIGNS):
                yield (("", line),)
        yield ()


def _legend(drawn: Sequence[tuple[Event, Row]], glyphs: Glyphs) -> str:
    """Return what is drawn and what the signs that occur mean."""
    used = set("".join(row.signs for _, row in drawn)) - {UNORDERED}
    told = [
        f"{glyphs.certain} certainly in these days",
        f"{glyphs.possible} possibly",
        f"{glyphs.left} {glyphs.right} open, or beyond the edge",
    ]
    if any(len(event.windows) > 1 for event, _ in drawn):
        told.append(f"{glyphs.rival} a rival date")
    for sign, words in LEGEND.items():
        if sign in used:
            shown = sign.translate(_IN_ASCII) if glyphs is ASCII else sign
            told.append(f"{shown} {words.removesuffix(', see below')}")
    return f"{'; '.join(told)}. `timeline show` gives every date in full."
