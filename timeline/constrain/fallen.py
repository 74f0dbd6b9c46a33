"""What would not hold together if what is deprecated counted: settled by a curator, and told all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.constrain.circles import circles
from timeline.constrain.solving import Clash, solve
from timeline.constrain.statements import Statements, known_day
from timeline.constrain.system import Whole
from timeline.network import reached

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.constrain.ties import Readings
    from timeline.model import Event, Source


def fallen_clashes(events: Sequence[Event], sources: Sequence[Source], readings: Readings) -> Iterator[Clash]:
    """Yield the contradictions that there would be if what is deprecated counted.

    Only what may be joined to it is worked out again: nothing else has a part in them.
    """
    fallen = {
        claim.id
        for event in events
        for claim in event.claims
        if claim.rank == "deprecated" and not claim.denies and (claim.relations or claim.lasts)
    }
    if not fallen:
        return
    judged = [event for event in events if any(claim.id in fallen for claim in event.claims)]
    near, among = _joined(judged, events, sources)
    restored = [
        event._replace(claims=tuple(c._replace(rank="normal") if c.id in fallen else c for c in event.claims))
        for event in near
    ]
    whole = Whole(Statements(restored, among))
    for clash in (*solve(whole, readings).clashes, *(Clash(parts, (), "order") for parts in circles(whole))):
        parts = tuple(part for part in clash.parts if part[0] in fallen and part[1] in {"relation", "lasts"})
        if parts:
            yield clash if clash.why else clash._replace(left_out=parts)


def _joined(
    some: Iterable[Event], events: Sequence[Event], sources: Sequence[Source]
) -> tuple[list[Event], list[Source]]:
    """Return what may have an order with some events, by whatever steps, and the sources that tell of it.

    An event may have one with those that its claims name, and with documents of which the day is not known; a document
    with the one that it derives from.
    """
    near: dict[tuple[str, str], list[tuple[str, str]]] = {}
    open_days = {source.id for source in sources if known_day(source) is None}
    for one, other in _pairs(events, sources, open_days):
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    found = reached([("event", event.id) for event in some], near)
    joined = [event for event in events if ("event", event.id) in found]
    telling = {claim.source for event in joined for claim in event.claims}
    return joined, [source for source in sources if source.id in telling or ("source", source.id) in found]


def _pairs(
    events: Iterable[Event], sources: Iterable[Source], open_days: Collection[str]
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield what may be joined at once."""
    for event in events:
        for claim in event.claims:
            if claim.source in open_days:
                yield ("event", event.id), ("source", claim.source)
            for relation in claim.relations:
                yield ("event", event.id), ("event", relation.event)
    for source in sources:
        if source.derives_from is not None:
            yield ("source", source.id), ("source", source.derives_from)
