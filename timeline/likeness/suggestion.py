"""A suggestion, and what a curator has said to be two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import Timeline
    from timeline.problems import Pointer


class Suggestion(NamedTuple):
    """Two that may be one.

    `sort` is "event", "account", "person" or "conflict"; `score` is from 0 to 1; `edit` says what to write if they are
    one, and `keep` what to write if they are two, so that they are not suggested again; `places` are what to edit.
    """

    sort: str
    ids: tuple[str, str]
    titles: tuple[str, str]
    score: float
    reasons: tuple[str, ...]
    edit: str
    keep: str = ""
    places: tuple[Pointer, ...] = ()


def ranked(found: Iterable[Suggestion]) -> list[Suggestion]:
    """Return suggestions, the likest first."""
    return sorted(found, key=lambda one: (-one.score, one.sort, one.ids))


def said_to_be_two(timeline: Timeline) -> set[frozenset[str]]:
    """Return the pairs of events between which a curator sees an order or a contradiction."""
    pairs = {
        frozenset((claim.event, relation.event))
        for event in timeline.events
        for claim in event.claims
        for relation in claim.relations
        if relation.kind != "equals"
    }
    return pairs | {
        frozenset((one, other))
        for conflict in timeline.conflicts
        if conflict.kind in {"contradiction", "tension"}
        for one in conflict.events
        for other in conflict.events
    }
