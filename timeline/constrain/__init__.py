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
    from collections.abc import Mapping, Sequence

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
        _conflicts([clash for clash in clashes if any(part[0] in claims for part in clash.parts)], claims, reasons),
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


def _conflicts(clashes: Sequence[Clash], claims: dict[str, Claim], reasons: Reasons) -> tuple[Conflict, ...]:
    found: dict[str, Conflict] = {}
    for clash in clashes:
        joined = [claims[one] for one in dict.fromkeys(part[0] for part in clash.parts) if one in claims]
        identifier = unique = f"order/{'+'.join(claim.id for claim in joined)}"
        while unique in found:
            unique = f"{identifier}/{len(found) + 1}"
        settled = _settled(joined)
        found[unique] = Conflict(
            unique,
            "order",
            tuple(dict.fromkeys(claim.event for claim in joined)),
            tuple(claim.id for claim in joined),
            _message(clash, reasons) + settled,
            bool(settled),
        )
    return tuple(found.values())


def _message(clash: Clash, reasons: Reasons) -> str:
    told = "; ".join(reasons.said(part) for part in clash.parts)
    left_out = "; ".join(reasons.said(part) for part in clash.left_out)
    return f"These cannot all hold: {told}. Left out of the dating: {left_out}."


def _settled(claims: Sequence[Claim]) -> str:
    """Return how the ranks settle a contradiction, in a sentence: without what is not preferred it holds together."""
    preferred = [claim for claim in claims if claim.rank == "preferred"]
    if not preferred or len(preferred) == len(claims):
        return ""
    reasons = dict.fromkeys(claim.rank_reason.rstrip(".") for claim in preferred)
    return f" Settled by the curator: {'; '.join(reasons)}."
