"""Chronology from order: what follows from relations, lengths and days of publication for every date.

The stage builds a temporal network over the start and the end of every event and the publication of every source,
works out the tightest bounds, and narrows each date to them. Nothing widens: a narrowed span lies within the span
before it. Claims that cannot all hold are a conflict of kind "order"; the least supported part is then left out of
the dating, and the rest goes on.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from timeline.bounds import Standing
from timeline.constrain.arguments import Arguments
from timeline.constrain.circles import circles
from timeline.constrain.contested import contested_clashes
from timeline.constrain.fallen import fallen_clashes
from timeline.constrain.narrowing import Narrowing
from timeline.constrain.solving import Clash, solve
from timeline.constrain.statements import Statements
from timeline.constrain.system import Whole
from timeline.constrain.ties import Readings
from timeline.constrain.windows import cut_rivals, last_days, window_clashes
from timeline.model import Conflict, Event, Source
from timeline.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from timeline.bounds import Links
    from timeline.constrain.solving import Solved
    from timeline.constrain.system import Part
    from timeline.model import Claim, Person
    from timeline.network import Constraint
    from timeline.problems import Pointer
    from timeline.reasons import Reasons


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
    said = Statements(events, sources)
    whole = Whole(said)
    solved = solve(whole, readings)
    arguments = Arguments(said, people, whole.left_out, solved.derived)
    narrowing = Narrowing(whole, solved, arguments)
    narrowed = {event.id: event for event in narrowing.events()}
    of_claims = [clash for clash in solved.clashes if any(part[0] in said.claims for part in clash.parts)]
    others = dict.fromkeys(
        (
            *contested_clashes(whole, solved, readings),
            *(Clash(parts, (), "order") for parts in circles(whole)),
            *window_clashes(events, sources, readings),
            *fallen_clashes(events, sources, readings),
        )
    )
    of_sources = [clash for clash in solved.clashes if clash not in of_claims]
    dated = [narrowed.get(event.id, event) for event in events]
    dated_sources = tuple([narrowing.source(source) for source in sources])
    last = last_days(dated_sources)
    return Constrained(
        tuple([cut_rivals(each, last) if len(each.windows) > 1 else each for each in dated]),
        dated_sources,
        _conflicts([*of_claims, *others], said, arguments),
        said.links._replace(
            constraints=Standing(_Making(said, whole.left_out, solved), whole.no_later()), of_days=whole.of_days()
        ),
        tuple(
            Problem(
                "older-than-root",
                _message(clash, arguments.reasons),
                declared.get(("sources", part[0])),
                Severity.WARNING,
            )
            for clash in of_sources
            for part in clash.left_out
        ),
    )


class _Making:
    """Makes the constraints that stand: those stated that are not left out, then those derived."""

    def __init__(self, said: Statements, left_out: Collection[Part], solved: Solved) -> None:
        self._said, self._left_out, self._derived = said, frozenset(left_out), solved.bounds()

    def __call__(self) -> Iterator[Constraint]:
        for one in self._said.constraints():
            if self._left_out.isdisjoint(one.label):
                yield one
        yield from self._derived


def _conflicts(clashes: Sequence[Clash], said: Statements, arguments: Arguments) -> tuple[Conflict, ...]:
    if not clashes:
        return ()
    claims, events = said.claims, {event.id: event for event in said.events}
    found: dict[str, Conflict] = {}
    for clash in clashes:
        joined = [claims[one] for one in dict.fromkeys(part[0] for part in clash.parts) if one in claims]
        identifier = unique = f"order/{'+'.join(claim.id for claim in joined)}"
        while unique in found:
            unique = f"{identifier}/{len(found) + 1}"
        settled = _settled(joined)
        about = tuple(dict.fromkeys(claim.event for claim in joined))
        heads = "; ".join(events[event].title for event in about)
        message = f"{heads}: {_message(clash, arguments.reasons)}{settled or _remedy(clash, joined)}"
        found[unique] = Conflict(unique, "order", about, tuple(claim.id for claim in joined), message, bool(settled))
    return tuple(found.values())


def _message(clash: Clash, reasons: Reasons) -> str:
    told = "; ".join(dict.fromkeys(reasons.said(part) for part in clash.parts))
    if clash.why == "rivals":
        return f"These cannot all hold, whichever of the rival dates is right: {told}."
    if clash.why == "window":
        return f"These cannot all hold: {told}. One of the rival dates rests on that; no other date does."
    if clash.why == "order":
        return f"These cannot all hold: {told}. What came after would have come before; the days alone let both stand."
    left_out = "; ".join(dict.fromkeys(reasons.said(part) for part in clash.left_out))
    return f"These cannot all hold: {told}. Left out of the dating: {left_out}."


def _remedy(clash: Clash, claims: Sequence[Claim]) -> str:
    """Return what to do where one claim's own date has no room for its own length, as a day has none for three."""
    kinds = {part[1] for part in clash.parts}
    if len(claims) != 1 or kinds != {"date", "lasts"}:
        return ""
    date = claims[0].date
    start, end = date.sound.bounds[:2], date.sound.bounds[2:]
    if (
        not date.stated or date.stated_end or start != end
    ):  # going on from one to the other, it is the length that fails
        return ""
    return (
        " Beside `lasts`, `date` is when all of it was: if it only began then, give its `end` too, or tell the "
        "beginning as an event of its own."
    )


def _settled(claims: Sequence[Claim]) -> str:
    """Return how the ranks settle a contradiction, in a sentence.

    Without what is not preferred, or without what is deprecated, it holds together: nothing is left of it where all is.
    """
    preferred = [claim for claim in claims if claim.rank == "preferred"]
    ranked = preferred or [claim for claim in claims if claim.rank == "deprecated"]
    if not ranked or (preferred and len(preferred) == len(claims)):
        return ""
    reasons = dict.fromkeys(claim.rank_reason.rstrip(".") for claim in ranked)
    return f" Settled by the curator: {'; '.join(reasons)}."
