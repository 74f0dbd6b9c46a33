"""Which claim of the new state is which of the old one, and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.changes.change import Change, differing
from timeline.names import Names

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from timeline.model import Claim, Timeline

_FIELDS = (
    *("paragraph", "according_to", "stance", "certainty", "says", "quote", "people", "place", "lasts"),
    *("rank", "rank_reason", "upcoming", "note"),
)


class Pairs(NamedTuple):
    """The claims that stand in both states, and those that stand in one; with words for where each stands."""

    both: tuple[tuple[Claim, Claim], ...]
    withdrawn: tuple[Claim, ...]
    added: tuple[Claim, ...]
    old_names: Names
    new_names: Names


def paired(old: Timeline, new: Timeline) -> Pairs:
    """Pair claims by what they say and where; an id alone settles it last, since it counts claims of one paragraph.

    Near-linear in the number of claims.
    """
    left = [claim for event in old.events for claim in event.claims]
    right = [claim for event in new.events for claim in event.claims]
    both: list[tuple[Claim, Claim]] = []
    for key in _KEYS:
        left, right = _matched(left, right, key, both)
    return Pairs(tuple(both), tuple(left), tuple(right), Names(old), Names(new))


_KEYS: tuple[Callable[[Claim], Hashable], ...] = (
    lambda claim: (claim.event, claim.source, claim.paragraph, claim.according_to, claim.says, claim.date.stated),
    lambda claim: (claim.source, claim.paragraph, claim.according_to, claim.says),
    lambda claim: claim.id,
    lambda claim: (claim.event, claim.source, claim.says),
)
"""What makes two claims the same one, the surest first."""


def _matched(
    left: list[Claim], right: list[Claim], key: Callable[[Claim], Hashable], both: list[tuple[Claim, Claim]]
) -> tuple[list[Claim], list[Claim]]:
    """Move the claims that have one key from both lists into `both`, and return what is left of the lists."""
    waiting: dict[Hashable, list[Claim]] = {}
    for claim in reversed(right):
        waiting.setdefault(key(claim), []).append(claim)
    unmatched, found = [], set()
    for claim in left:
        same = waiting.get(key(claim))
        if same:
            other = same.pop()
            both.append((claim, other))
            found.add(id(other))
        else:
            unmatched.append(claim)
    return unmatched, [claim for claim in right if id(claim) not in found]


def claim_changes(pairs: Pairs) -> Iterator[Change]:
    """Yield the claims added, withdrawn, moved to another event, and changed."""
    for claim in pairs.added:
        yield Change("claim", "added", claim.id, _cited(claim, pairs.new_names), _dated(claim))
    for claim in pairs.withdrawn:
        yield Change("claim", "withdrawn", claim.id, _cited(claim, pairs.old_names), _dated(claim))
    for before, after in pairs.both:
        details = tuple(_differences(before, after))
        if before.event != after.event:
            where = f"from `{before.event}` to `{after.event}`"
            yield Change("claim", "moved", after.id, _cited(after, pairs.new_names), (where, *details))
        elif details:
            yield Change("claim", "changed", after.id, _cited(after, pairs.new_names), details)


def _cited(claim: Claim, names: Names) -> str:
    return f"{names.citation(claim)}: {claim.says}"


def _dated(claim: Claim) -> tuple[str, ...]:
    return (f"dated “{claim.date.stated}”",) if claim.date.stated else ()


def _differences(before: Claim, after: Claim) -> Iterator[str]:
    yield from differing(before, after, _FIELDS)
    yield from differing(before.date, after.date, ("stated", "stated_end", "anchor", "edtf"))
    facts, now = ({fact.name: fact.texts for fact in claim.facts} for claim in (before, after))
    for name in dict.fromkeys((*facts, *now)):
        if facts.get(name) != now.get(name):
            was, has = (", ".join(texts.get(name, ())) or "nothing" for texts in (facts, now))
            yield f"fact {name}: {was} → {has}"
    for relation in before.relations:
        if relation not in after.relations:
            yield f"no longer {relation.kind.replace('_', ' ')} `{relation.event}`{_gap(relation.within, relation.by)}"
    for relation in after.relations:
        if relation not in before.relations:
            yield f"now {relation.kind.replace('_', ' ')} `{relation.event}`{_gap(relation.within, relation.by)}"
    if before.contradicts != after.contradicts:
        yield "what it is said to contradict changed"


def _gap(within: str, by: str) -> str:
    return (f", within {within}" if within else "") + (f", by {by}" if by else "")
