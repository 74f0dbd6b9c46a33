"""Conflicts that look like one dispute: between the same claims, or of the same values about the same people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.likeness.blocking import candidates
from timeline.likeness.suggestion import Suggestion

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from timeline.model import Claim, Conflict, Timeline

ENOUGH = 0.6


def alike_disputes(timeline: Timeline) -> Iterator[Suggestion]:
    """Yield conflicts that may be one dispute: settled once, they would be settled both."""
    claims = {claim.id: claim for event in timeline.events for claim in event.claims}
    people = {event.id: frozenset(event.people) for event in timeline.events}
    conflicts = timeline.conflicts
    values = [_values(conflict, claims) for conflict in conflicts]
    keys: list[tuple[Hashable, ...]] = [
        (*conflict.claims, *(("value", value) for value in given))
        for conflict, given in zip(conflicts, values, strict=True)
    ]
    for first, second in candidates(keys):
        one, other = conflicts[first], conflicts[second]
        score, reasons = _likeness(one, other, values[first] & values[second], people)
        if score >= ENOUGH:
            yield Suggestion(
                "conflict",
                (one.id, other.id),
                (one.message, other.message),
                score,
                reasons,
                "settle both alike: `rank: preferred` or `deprecated` on the claims, with one `rank_reason`",
            )


def _values(conflict: Conflict, claims: dict[str, Claim]) -> frozenset[tuple[str, str]]:
    """Return the facts that a conflict about a fact is about: its name with each value."""
    if conflict.kind != "fact":
        return frozenset()
    name = conflict.id.rpartition("/")[2]
    named = (fact for one in conflict.claims if one in claims for fact in claims[one].facts)
    return frozenset((fact.name, fact.text) for fact in named if fact.name == name)


def _likeness(
    one: Conflict, other: Conflict, shared: frozenset[tuple[str, str]], people: dict[str, frozenset[str]]
) -> tuple[float, tuple[str, ...]]:
    both = set(one.claims) & set(other.claims)
    score = len(both) / len(set(one.claims) | set(other.claims))
    reasons = [f"{len(both)} claims are in both"] if both else []
    who = frozenset[str]().union(*(people.get(event, frozenset()) for event in one.events))
    same = who & frozenset[str]().union(*(people.get(event, frozenset()) for event in other.events))
    if len(shared) > 1 and same:
        score = max(score, 0.7)
        reasons.append("the same values: " + "; ".join(f"{name} {value}" for name, value in sorted(shared)))
    return score, tuple(reasons)
