"""The chart at the head of the page: a lane a theme, a mark an event, over an axis of time.

Where a mark is solid the event certainly was; where it is shaded it may have been. Of a few dates of which one is
meant each is shaded, and a thin line, which says nothing of the days between, joins them. Places across are percents
of the width and heights are pixels, so that one drawing suits a phone and a wide screen alike; marks are packed into
rows for the narrow one, and so never overlap on any.
"""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING, NamedTuple

from timeline.axis import Axis
from timeline.export.page.scale import Scale, scale_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates.span import Span
    from timeline.model import Event

_NARROWEST = 330
"""The pixels of the narrowest chart that marks are packed for."""

_WIDE, _NARROW = 120, 40
"""How many labels' letters an axis has room for, on a wide screen and a narrow one."""

_LETTER, _SIGN, _GAP, _LEAST = (100 * pixels / _NARROWEST for pixels in (6.2, 9, 3, 2))
_ROW, _LABELLED_ROW, _THIN_ROW, _LANE, _LANE_GAP, _AXIS = 10, 14, 7, 20, 8, 22
_BAR, _THIN_BAR = 7, 4
_WHOLE = 100.0


class Bar(NamedTuple):
    """A part of a mark: `kind` is "possible", "certain", "rival", or "between" for what joins dates that are apart.

    `fades` says to which sides it is open: "left", "right", "both" or "".
    """

    kind: str
    x: float
    width: float
    fades: str = ""


class Mark(NamedTuple):
    """An event in the chart: its bars, arrows at the borders, the sign of a conflict, and a date where that tells more.

    `x` and `until` are all that it takes across; the rest are places for what is written.
    """

    event: str
    state: str
    bars: tuple[Bar, ...]
    left: bool = False
    right: bool = False
    sign: str = ""
    sign_at: float = 0.0
    is_sign_before: bool = False
    label: str = ""
    label_at: float = 0.0
    x: float = 0.0
    until: float = 100.0


class Row(NamedTuple):
    """Marks that stand in one row: the bars are `height` pixels high, and the first of these is `y` pixels down."""

    y: int
    height: int
    marks: tuple[Mark, ...]


class Lane(NamedTuple):
    """The rows of a theme; its name stands `y` pixels down."""

    theme: str
    events: int
    y: int
    rows: tuple[Row, ...]


class Label(NamedTuple):
    """A tick of the axis; `sizes` says on which screens it is shown."""

    x: float
    text: str
    sizes: str


class Chart(NamedTuple):
    """The drawing: `height` in pixels, the ticks and the lanes."""

    height: int
    labels: tuple[Label, ...]
    lanes: tuple[Lane, ...]
    top: int = _AXIS

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its bars, and "fading" where one is open: what a legend must explain."""
        bars = [bar for lane in self.lanes for row in lane.rows for mark in row.marks for bar in mark.bars]
        return frozenset(bar.kind for bar in bars) | ({"fading"} if any(bar.fades for bar in bars) else set())


class Drawn(NamedTuple):
    """An event with what is written of it: its date, and the state and sign of the conflicts it is in."""

    event: Event
    when: str
    state: str
    sign: str


def chart_of(drawn: Sequence[Drawn]) -> Chart | None:
    """Return the chart of events, those without any date left to others; None where there is no date at all."""
    dated = [one for one in drawn if not one.event.date.sound.is_unknown]
    days = [day for one in dated for day in one.event.date.sound.bounds if day is not None]
    if not days:
        return None
    scale = scale_for(days)
    lanes, y = [], _AXIS + _LANE_GAP
    themes: dict[str, list[Drawn]] = {}
    for one in dated:
        themes.setdefault(one.event.theme, []).append(one)
    for theme, of_it in themes.items():
        marks = [_mark(one, scale) for one in of_it]
        rows, below = _rows(_packed(marks), y + _LANE)
        lanes.append(Lane(theme, len(marks), y, rows))
        y = below + _LANE_GAP
    return Chart(y, tuple(_labels(scale)), tuple(lanes))


def _labels(scale: Scale) -> Iterator[Label]:
    """Yield the ticks for a wide screen and those for a narrow one."""
    for cells, sizes in ((_WIDE, "wide"), (_NARROW, "narrow")):
        for tick in Axis(scale.first, scale.last, cells).ticks():
            x = scale.at(tick.day)
            yield Label(x, tick.label if x + _WHOLE * len(tick.label) / cells <= _WHOLE else "", sizes)


def _mark(one: Drawn, scale: Scale) -> Mark:
    event, (first, *_, last) = one.event, one.event.date.sound.bounds
    mark = Mark(event.id, one.state, tuple(_bars(event, scale)))
    if not any(bar.kind != "rival" for bar in mark.bars):  # it lies off the axis: an arrow and its date tell of it
        before = last is not None and last < scale.first
        x, until = (0.0, _SIGN) if before else (100 - _SIGN, 100.0)
        return _written(mark._replace(left=before, right=not before), one, x, until, off_axis=True)
    left, right = first is None or first < scale.first, last is None or last > scale.last
    off_axis = (left and first is not None) or (right and last is not None)
    x, until = min(bar.x for bar in mark.bars), max(bar.x + bar.width for bar in mark.bars)
    return _written(mark._replace(left=left, right=right), one, x, until, off_axis=off_axis)


def _written(mark: Mark, one: Drawn, x: float, until: float, *, off_axis: bool) -> Mark:
    """Return a mark with the sign of its conflict, and its date where the axis does not tell it.

    Both stand after its bars, else before them, else upon their beginning.
    """
    if one.sign:
        is_before = until + _SIGN > _WHOLE and x >= _SIGN
        at = x - _SIGN if is_before else until if until + _SIGN <= _WHOLE else x + _SIGN
        mark = mark._replace(sign=one.sign, sign_at=x if is_before else at, is_sign_before=is_before)
        x, until = min(x, at), max(until, at + _SIGN)
    if off_axis:
        width = len(one.when) * _LETTER
        at = until if until + width <= _WHOLE else x - width if x >= width else x + 2 * _SIGN
        mark = mark._replace(label=one.when, label_at=at)
        x, until = min(x, at), max(until, at + width)
    return mark._replace(x=x, until=until)


def _bars(event: Event, scale: Scale) -> Iterator[Bar]:
    """Yield the bars of an event from the back to the front: rival dates, what is possible, what is certain."""
    for window in event.windows[1:]:
        yield from _pieces("rival", window.sound, scale)
    sound = event.date.sound
    if not sound.is_day:
        yield from _pieces("possible", sound, scale)
    if sound.start_latest is not None and sound.end_earliest is not None and sound.start_latest <= sound.end_earliest:
        yield from _bar("certain", sound.start_latest, sound.end_earliest, scale)


def _pieces(kind: str, sound: Span, scale: Scale) -> Iterator[Bar]:
    """Yield a bar for each of the dates of which one is meant, and what joins those that are apart."""
    reached: float | None = None
    for piece in sound.pieces:
        first, last = piece[0], piece[3]
        x = 0.0 if first is None else scale.at(first)
        if reached is not None and x > reached:
            yield Bar("between", reached, x - reached)
        yield from _bar(kind, first, last, scale)
        until = _WHOLE if last is None else scale.at(last + 1)
        reached = max(reached or 0.0, until and max(until, x + _LEAST))


def _bar(kind: str, first: int | None, last: int | None, scale: Scale) -> Iterator[Bar]:
    if (last is not None and last < scale.first) or (first is not None and first > scale.last):
        return
    x = 0.0 if first is None else scale.at(first)
    until = 100.0 if last is None else scale.at(last + 1)
    fades = "both" if first is None and last is None else "left" if first is None else "right" if last is None else ""
    width = max(until - x, _LEAST)
    yield Bar(kind, min(x, 100 - width), width, fades)


def _packed(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Return the marks in as few rows as they need side by side; those of an open side stand below the others."""
    rows: list[list[Mark]] = []
    taken: list[list[tuple[float, float]]] = []  # from where to where each row is, from left to right
    for mark in sorted(marks, key=lambda mark: (any(bar.fades for bar in mark.bars), mark.x)):
        place = (mark.x, mark.until)
        for row, places in zip(rows, taken, strict=True):
            at = bisect(places, place)
            left_is_free = at == 0 or places[at - 1][1] + _GAP <= mark.x
            if left_is_free and (at == len(places) or mark.until + _GAP <= places[at][0]):
                row.append(mark)
                places.insert(at, place)
                break
        else:
            rows.append([mark])
            taken.append([place])
    return rows


def _rows(packed: Iterable[Sequence[Mark]], y: int) -> tuple[tuple[Row, ...], int]:
    """Return rows from `y` pixels on, and where they end: higher where something is written, lower if all is open."""
    rows = []
    for marks in packed:
        is_thin = all(any(bar.fades for bar in mark.bars) for mark in marks)
        bar = _THIN_BAR if is_thin else _BAR
        height = _THIN_ROW if is_thin else _ROW
        if any(mark.label for mark in marks):
            height = _LABELLED_ROW
        elif any(mark.sign for mark in marks):
            height = _ROW
        rows.append(Row(y + (height - bar) // 2, bar, tuple(marks)))
        y += height
    return tuple(rows), y
