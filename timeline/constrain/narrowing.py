"""From the bounds of a network to narrowed events and sources, each new bound with its argument."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from timeline.bounds import Bound
from timeline.constrain.statements import is_dated_for_others
from timeline.dates import edtf
from timeline.dates.resolution import Resolution
from timeline.dates.span import UNKNOWN, Span, intersection, within

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from timeline.bounds import Links, Step
    from timeline.constrain.solving import Settled
    from timeline.model import Event, Source, Window
    from timeline.network import Constraint, Network
    from timeline.reasons import Reasons


class Narrowing:
    """Narrows events and sources to what a settled system gives."""

    def __init__(self, settled: Settled, links: Links, reasons: Reasons, left_out: Collection[tuple[str, ...]]) -> None:
        self._settled, self._links, self._reasons = settled, links, reasons
        self._undated = {part[0] for part in left_out if part[1] == "date"}
        self._nodes = {event: 2 * place + 1 for place, event in enumerate(links.events)}
        first = 2 * len(links.events) + 1
        self._published = {source: first + place for place, source in enumerate(links.sources)}

    def event(self, event: Event) -> Event:
        """Return the event with its shown date narrowed; as it is where its own date had to be left out."""
        start = self._nodes[event.id]
        network: Network = self._settled.network
        window = event.date
        if not self._undated.isdisjoint(window.claims):
            return event
        known = (network.earliest(start), network.latest(start), network.earliest(start + 1), network.latest(start + 1))
        if known == window.sound.bounds:
            return event
        sound = window.sound._replace(
            start_earliest=known[0], start_latest=known[1], end_earliest=known[2], end_latest=known[3]
        )
        if not is_dated_for_others(event):  # the network knows the event, and not its own date
            met = intersection(window.sound, sound)
            if met is None or met.bounds == window.sound.bounds:
                return event
            sound = met._replace(approximate=window.sound.approximate, uncertain=window.sound.uncertain)
        bounds = self._bounds(window.sound, sound, (start, start, start + 1, start + 1))
        return event._replace(windows=(_narrowed(window, sound), *event.windows[1:]), bounds=bounds)

    def source(self, source: Source) -> Source:
        """Return the source with its day of publication narrowed."""
        node = self._published[source.id]
        network = self._settled.network
        first, last = network.earliest(node), network.latest(node)
        declared = source.published.sound if source.published else UNKNOWN
        if (first, last) == (declared.start_earliest, declared.end_latest):
            return source
        known = within(first, last)
        bounds = self._bounds(Span(declared[0], declared[3]), Span(first, last), (node, node))
        reading = _met(source.published.reading if source.published else known, known)
        sound = known._replace(approximate=declared.approximate, uncertain=declared.uncertain)
        published = Resolution(edtf.for_span(reading), reading, sound, "narrowed by what it tells")
        return source._replace(published=published, bounds=bounds)

    def _bounds(self, before: Span, after: Span, nodes: tuple[int, ...]) -> tuple[Bound, ...]:
        found = []
        for place, node in enumerate(nodes):
            day, latest = after.bounds[place], bool(place % 2)
            if day is not None and day != before.bounds[place]:
                _, which = self._reasons.bound_of(node, latest=latest)
                found.append(Bound(which, day, partial(self._argument, node, latest=latest)))
        return tuple(found)

    def _argument(self, node: int, *, latest: bool) -> tuple[Step, ...]:
        network = self._settled.network
        chain = network.why_latest(node) if latest else network.why_earliest(node)
        return tuple(self._steps(chain, latest=latest))

    def _steps(self, chain: tuple[Constraint, ...], *, latest: bool) -> Iterator[Step]:
        """Yield the argument of a chain; before it that of the bound its root was read against, if any."""
        derived = self._settled.derived.get(chain[0])
        if derived is None:
            yield from self._reasons.steps(chain, latest=latest)
            return
        yield from self._steps(derived.chain, latest=latest)
        day = chain[0].most if latest else -chain[0].most
        yield self._reasons.step(chain[0], day, latest=latest, tied=derived.tie.part)
        yield from self._reasons.steps(chain[1:], latest=latest, day=day)


def _narrowed(window: Window, sound: Span) -> Window:
    reading = _met(window.reading, sound)
    words = window.edtf if reading.bounds == window.reading.bounds else edtf.for_span(reading)
    return window._replace(edtf=words, reading=reading, sound=sound)


def _met(reading: Span, known: Span) -> Span:
    """What is left of a usual reading, with its qualifiers; all that is known, where nothing is left of it."""
    met = intersection(reading, known) or known
    return met._replace(approximate=reading.approximate, uncertain=reading.uncertain)
