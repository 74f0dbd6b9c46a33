"""Chronology from order: what follows from relations, lengths and days of publication for every date.

The stage builds a temporal network over the start and the end of every event and the publication of every source,
works out the tightest bounds, and narrows each date to them. Nothing widens: a narrowed span lies within the span
before it. Claims that cannot all hold are a conflict of kind "order"; the least supported part is then left out of
the dating, and the rest goes on.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from timeline.constrain.narrowing import Narrowing
from timeline.constrain.solving import Support, solve
from timeline.constrain.statements import state
from timeline.constrain.ties import Readings
from timeline.model import Conflict, Event, Source, Timeline
from timeline.names import Names
from timeline.problems import Problem, Severity
from timeline.reasons import Reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.bounds import Links
    from timeline.constrain.solving import Clash
    from timeline.model import Claim, Person
    from timeline.problems import Pointer


class Constrained(NamedTuple):
    """Events and sources with their dates narrowed, the contradictions of order, and the network that stands."""

    events: tuple[Event, ...]
    sources: tuple[Source, ...]
    conflicts: tuple[Conflict, ...]
    links: Links
    problems: tuple[Problem, ...] = ()


def constrain(
    events: Sequence[Event],
    sources: Sequence[Source],
    people: Sequence[Person],
    declared: Mapping[tuple[str, str], Pointer] = MappingProxyType({}),
) -> Constrained:
    """Narrow every date by what order, lengths and publication give.

    `declared` says where the sources are declared: what contradicts itself without any claim is a problem there.
    """
    readings = Readings()
    said, links = state(events, sources)
    claims = {claim.id: claim for event in events for claim in event.claims}
    system, settled, clashes = solve(said, _support(events), readings)
    reasons = Reasons(
        Names(Timeline(people=tuple(people), sources=tuple(sources))),
        claims,
        {source.id: source for source in sources},
        links,
    )
    left_out = {part for clash in clashes for part in clash.left_out}
    narrowing = Narrowing(settled, links, reasons, left_out)
    return Constrained(
        tuple(narrowing.event(event) for event in events),
        tuple(narrowing.source(source) for source in sources),
        _conflicts(
            [
                *(clash for clash in clashes if any(part[0] in claims for part in clash.parts)),
                *_fallen(events, sources, readings),
            ],
            {event.id: event for event in events},
            reasons,
        ),
        links._replace(constraints=(*system.constraints, *settled.bounds())),
        tuple(
            Problem("older-than-root", _message(clash, reasons), declared.get(("sources", part[0])), Severity.WARNING)
            for clash in clashes
            if not any(part[0] in claims for part in clash.parts)
            for part in clash.left_out
        ),
    )


def _support(events: Sequence[Event]) -> Support:
    claims = [claim for event in events for claim in event.claims]
    preferred = frozenset(claim.id for claim in claims if claim.rank == "preferred")
    return Support({claim.id: claim.origin for claim in claims}, preferred)


def _fallen(events: Sequence[Event], sources: Sequence[Source], readings: Readings) -> Iterator[Clash]:
    """Yield the contradictions that there would be if what is deprecated counted: settled, and told all the same."""
    fallen = {
        claim.id
        for event in events
        for claim in event.claims
        if claim.rank == "deprecated" and not claim.denies and (claim.relations or claim.lasts)
    }
    if not fallen:
        return
    restored = [
        event._replace(claims=tuple(c._replace(rank="normal") if c.id in fallen else c for c in event.claims))
        for event in events
    ]
    system, _ = state(restored, sources)
    _, _, clashes = solve(system, _support(events), readings)
    for clash in clashes:
        parts = tuple(part for part in clash.parts if part[0] in fallen and part[1] in {"relation", "lasts"})
        if parts:
            yield clash._replace(left_out=parts)


def _conflicts(clashes: Sequence[Clash], events: Mapping[str, Event], reasons: Reasons) -> tuple[Conflict, ...]:
    claims = {claim.id: claim for event in events.values() for claim in event.claims}
    found: dict[str, Conflict] = {}
    for clash in clashes:
        joined = [claims[one] for one in dict.fromkeys(part[0] for part in clash.parts) if one in claims]
        identifier = unique = f"order/{'+'.join(claim.id for claim in joined)}"
        while unique in found:
            unique = f"{identifier}/{len(found) + 1}"
        settled = _settled(joined)
        about = tuple(dict.fromkeys(claim.event for claim in joined))
        heads = "; ".join(events[event].title for event in about)
        message = f"{heads}: {_message(clash, reasons)}{settled}"
        found[unique] = Conflict(unique, "order", about, tuple(claim.id for claim in joined), message, bool(settled))
    return tuple(found.values())


def _message(clash: Clash, reasons: Reasons) -> str:
    told = "; ".join(reasons.said(part) for part in clash.parts)
    left_out = "; ".join(reasons.said(part) for part in clash.left_out)
    return f"These cannot all hold: {told}. Left out of the dating: {left_out}."


def _settled(claims: Sequence[Claim]) -> str:
    """Return how the ranks settle a contradiction, in a sentence.

    Without what is not preferred, or without what is deprecated, it holds together.
    """
    preferred = [claim for claim in claims if claim.rank == "preferred"]
    ranked = preferred or [claim for claim in claims if claim.rank == "deprecated"]
    if not ranked or len(ranked) == len(claims):
        return ""
    reasons = dict.fromkeys(claim.rank_reason.rstrip(".") for claim in ranked)
    return f" Settled by the curator: {'; '.join(reasons)}."
