"""Chains from one id to the next: a source and what it derives from, a place and what it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def ancestry(identifier: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return `identifier` and what is above it, nearest first, by the mapping from each id to the one above.

    An id that the mapping does not know is the last; a circle ends before it closes.
    """
    trail: dict[str, None] = {}
    here: str | None = identifier
    while here is not None and here not in trail:
        trail[here] = None
        here = above.get(here)
    return tuple(trail)


def roots(above: Mapping[str, str | None]) -> dict[str, str]:
    """Return what is at the bottom of each id's chain: the first id of a circle, and of those that lead to one unknown.

    So what repeats each other, or something that is not known, has one root, which is known.
    """
    bottom: dict[str, str] = {}
    for identifier in above:
        trail = ancestry(identifier, above)
        circle = above.get(trail[-1])
        bottom[identifier] = trail[-1] if circle is None else min(trail[trail.index(circle) :])
    first: dict[str, str] = {}
    for identifier, root in bottom.items():
        first[root] = root if root in above else min(first.get(root, identifier), identifier)
    return {identifier: first[root] for identifier, root in bottom.items()}
