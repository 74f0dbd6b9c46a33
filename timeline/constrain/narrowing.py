"""From the bounds of networks to narrowed events and sources, each new bound with its argument."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from timeline.bounds import Bound
from timeline.constrain.arguments import Left
from timeline.dates import edtf
from timeline.dates.boxes import meeting
from timeline.dates.resolution import Resolution
from timeline.dates.span import UNKNOWN, Span, intersection, one_of, within
from timeline.model import WORKED_OUT
from timeline.reasons import DATED, PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.constrain.arguments import Arguments
    from timeline.constrain.solving import Solved
    from timeline.constrain.system import Whole
    from timeline.dates.span import Bounds
    from timeline.model import Event, Source, Window


class Narrowing:
    """Narrows events and sources to what the settled systems give."""

    def __init__(self, whole: Whole, solved: Solved, arguments: Arguments) -> None:
        self._whole, self._known, self._arguments = whole, solved.known, arguments
        self._undated = {part[0] for part in whole.left_out if part[1] == "date"}

    def events(self) -> Iterator[Event]:
        """Yield the events whose dates it narrows, narrowed."""
        said = self._whole.said
        for place, known in self._whole.alone.items():
            if 2 * place + 1 not in self._known:
                yield self._event(said.events[place], 2 * place + 1, known)
        for start, days in self._known.items():
            if start < said.first_source:
                event = said.events[start // 2]
                low, high, begin, end = days
                known = low, high, begin, end
                if known != event.windows[0].sound[:4] and self._undated.isdisjoint(event.windows[0].claims):
                    yield self._event(event, start, known)

    def _event(self, event: Event, start: int, known: Bounds) -> Event:
        """Return the event with its shown date narrowed to what is known of its start and end."""
        window = event.date
        met = intersection(window.sound, Span(*known))
        if met is None or met.pieces == window.sound.pieces:  # the network may know the event, and not its own date
            return event
        shown = narrowed(window, met)
        bounds = self._bounds(window.sound, shown.sound, known, (start, start, start + 1, start + 1))
        return event._replace(windows=(shown, *event.windows[1:]), bounds=bounds)

    def source(self, source: Source) -> Source:
        """Return the source with its day of publication narrowed."""
        node = self._whole.said.published[source.id].node
        if node not in self._known:
            return source
        first, last = self._known[node]
        declared = source.published.sound if source.published else UNKNOWN
        if (first, last) == (declared.start_earliest, declared.end_latest):
            return source
        before = one_of((box[0], box[3], box[0], box[3]) for box in declared.pieces)
        known = intersection(before, within(first, last)) or within(first, last)
        bounds = self._bounds(before, known, (first, last, first, last), (node, node))
        reading = _met(source.published.reading if source.published else known, known)
        sound = _qualified(known, declared)
        rule = "narrowed by what it tells" if source.published else WORKED_OUT
        published = Resolution(edtf.for_span(reading), reading, sound, rule)
        return source._replace(published=published, bounds=bounds)

    def _bounds(self, before: Span, after: Span, known: Bounds, nodes: tuple[int, ...]) -> tuple[Bound, ...]:
        """Return the bounds that are new, by what the network knows of these nodes and what that rules out."""
        out = tuple([box for box in before.alternatives if not meeting(box, known)])
        found = []
        days = zip(PUBLISHED if len(nodes) == len(PUBLISHED) else DATED, before.bounds, after.bounds, strict=False)
        for place, (which, was, day) in enumerate(days):
            if day is not None and day != was:
                left = None if day == known[place] else Left(day, before, after, out, known)
                found.append(Bound(which, day, partial(self._arguments.of, nodes, place, left)))
        return tuple(found)


def narrowed(window: Window, left: Span) -> Window:
    """Return a window with what is left of its span."""
    sound = _qualified(left, window.sound)
    reading = sound if window.reading == window.sound else _met(window.reading, sound)
    words = window.edtf if reading.pieces == window.reading.pieces else edtf.for_span(reading)
    return window._replace(edtf=words, reading=reading, sound=sound)


def _met(reading: Span, known: Span) -> Span:
    """What is left of a usual reading, with its qualifiers; all that is known, where nothing is left of it."""
    return _qualified(intersection(reading, known) or known, reading)


def _qualified(span: Span, by: Span) -> Span:
    """Return a span with the qualifiers of another."""
    if (span.approximate, span.uncertain) == (by.approximate, by.uncertain):
        return span
    return span._replace(approximate=by.approximate, uncertain=by.uncertain)
