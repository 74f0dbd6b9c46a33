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
