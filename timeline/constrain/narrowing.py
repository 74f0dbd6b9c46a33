"""From the bounds of a network to narrowed events and sources, each new bound with its argument."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from timeline.bounds import Bound, Step
from timeline.constrain.choices import ruled_out
from timeline.dates import edtf
from timeline.dates.boxes import meeting
from timeline.dates.resolution import Resolution
from timeline.dates.span import UNKNOWN, Span, intersection, one_of, within
from timeline.model import WORKED_OUT
from timeline.reasons import left_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from timeline.bounds import Links
    from timeline.constrain.solving import Settled
    from timeline.dates.span import Bounds, Day
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
        met = intersection(window.sound, Span(*known))
        if met is None or met.pieces == window.sound.pieces:  # the network may know the event, and not its own date
            return event
        sound = met._replace(approximate=window.sound.approximate, uncertain=window.sound.uncertain)
        bounds = self._bounds(window.sound, sound, known, (start, start, start + 1, start + 1))
        return event._replace(windows=(_narrowed(window, sound), *event.windows[1:]), bounds=bounds)

    def source(self, source: Source) -> Source:
        """Return the source with its day of publication narrowed."""
        node = self._published[source.id]
        network = self._settled.network
        first, last = network.earliest(node), network.latest(node)
        declared = source.published.sound if source.published else UNKNOWN
        if (first, last) == (declared.start_earliest, declared.end_latest):
            return source
        before = one_of((box[0], box[3], box[0], box[3]) for box in declared.pieces)
        known = intersection(before, within(first, last)) or within(first, last)
        bounds = self._bounds(before, known, (first, last, first, last), (node, node))
        reading = _met(source.published.reading if source.published else known, known)
        sound = known._replace(approximate=declared.approximate, uncertain=declared.uncertain)
        rule = "narrowed by what it tells" if source.published else WORKED_OUT
        published = Resolution(edtf.for_span(reading), reading, sound, rule)
        return source._replace(published=published, bounds=bounds)

    def _bounds(self, before: Span, after: Span, known: Bounds, nodes: tuple[int, ...]) -> tuple[Bound, ...]:
        """Return the bounds that are new, by what the network knows of these nodes and what that rules out."""
        out = [box for box in before.alternatives if not meeting(box, known)]
        found = []
        for place, node in enumerate(nodes):
            day, latest = after.bounds[place], bool(place % 2)
            if day is not None and day != before.bounds[place]:
                _, which = self._reasons.bound_of(node, latest=latest)
                left = None if day == known[place] else _Left(day, before, after, tuple(out), known)
                found.append(Bound(which, day, partial(self._argument, nodes, place, left)))
        return tuple(found)

    def _argument(self, nodes: tuple[int, ...], place: int, left: _Left | None) -> tuple[Step, ...]:
        network, latest = self._settled.network, bool(place % 2)
        seen: set[Constraint] = set()
        if left is None:
            chain = network.why_latest(nodes[place]) if latest else network.why_earliest(nodes[place])
            return tuple(self._steps(chain, seen, latest=latest))
        chains = ruled_out(left.out, left.known, (nodes[0], nodes[-1]), network)
        steps = [step for chain, is_latest in chains for step in self._steps(chain, seen, latest=is_latest)]
        about, which = self._reasons.bound_of(nodes[place], latest=latest)
        return (*dict.fromkeys(steps), Step(left_of(left.before, left.after), about, which, left.day))

    def _steps(self, chain: tuple[Constraint, ...], seen: set[Constraint], *, latest: bool) -> Iterator[Step]:
        """Yield the argument of a chain; before it, once, those of the bounds its root was read against, if any."""
        derived = self._settled.derived.get(chain[0])
        if derived is None:
            yield from self._reasons.steps(chain, latest=latest)
            return
        day = chain[0].most if latest else -chain[0].most
        if chain[0] not in seen:
            seen.add(chain[0])
            for inner, is_latest in derived.chains:
                yield from self._steps(inner, seen, latest=is_latest)
            choice = (one_of(derived.alternatives), one_of(derived.left)) if derived.left else None
            yield self._reasons.step(chain[0], day, latest=latest, said=derived.parts, choice=choice)
        yield from self._reasons.steps(chain[1:], latest=latest, day=day)


class _Left(NamedTuple):
    """What order and publication leave of a few dates: the bound, all of them, those left, those out, and why."""

    day: Day
    before: Span
    after: Span
    out: tuple[Bounds, ...]
    known: Bounds


def _narrowed(window: Window, sound: Span) -> Window:
    reading = _met(window.reading, sound)
    words = window.edtf if reading.pieces == window.reading.pieces else edtf.for_span(reading)
    return window._replace(edtf=words, reading=reading, sound=sound)


def _met(reading: Span, known: Span) -> Span:
    """What is left of a usual reading, with its qualifiers; all that is known, where nothing is left of it."""
    met = intersection(reading, known) or known
    return met._replace(approximate=reading.approximate, uncertain=reading.uncertain)
