"""Relations that lead round in a circle: what came after would have come before.

Days are the finest that the network knows, and on one day it lets either of two be first. "After" says more: the other
was over by then. So if one account has an event after another, and a second has it the other way round, or it takes
more steps to come round, they cannot all be right, whatever the day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.constrain.system import Whole
    from timeline.network import Constraint, Label

_Ways: TypeAlias = "dict[int, dict[int, Label]]"
"""What comes no sooner than each node, and what says so."""

_ONE_AFTER_ANOTHER = frozenset(("after", "before"))


def circles(whole: Whole) -> Iterator[Label]:
    """Yield what relations rest on that lead round in a circle, with "after" in it and of as few steps as may be."""
    ways: _Ways = {}
    strict: list[Constraint] = []
    for one in whole.standing():
        kind = _kind(whole, one)
        if kind and whole.said.is_in_moments(one):
            for node in one[:2]:
                start = whole.said.owner(node)
                ways.setdefault(start, {}).setdefault(start + 1, ())
            ways.setdefault(one.head, {}).setdefault(one.tail, one.label)
            if kind in _ONE_AFTER_ANOTHER:
                strict.append(one)
    core = _core(ways)
    told: set[Label] = set()
    for tail, head, _, label in sorted(strict):
        if tail in core and head in core:
            path = _path(ways, core, tail, head)
            parts = tuple(sorted({*label, *(part for step in path for part in step)}))
            if path and parts not in told:
                told.add(parts)
                yield parts


def _kind(whole: Whole, one: Constraint) -> str:
    """Return the relation that a constraint is from, "" if it is from none."""
    claim, what, number = one.label[0]
    return whole.said.claims[claim].relations[int(number)].kind if what == "relation" else ""


def _core(ways: _Ways) -> set[int]:
    """Return the nodes that are left when those are taken away, again and again, that nothing leads to or on from."""
    comes: dict[int, set[int]] = {}
    for node, ends in ways.items():
        for end in ends:
            comes.setdefault(end, set()).add(node)
    left = ways.keys() & comes.keys()
    waiting = list((ways.keys() | comes.keys()) - left)
    while waiting:
        node = waiting.pop()
        for other in (*ways.get(node, ()), *comes.get(node, ())):
            if other in left and (left.isdisjoint(ways[other]) or left.isdisjoint(comes[other])):
                left.discard(other)
                waiting.append(other)
    return left


def _path(ways: _Ways, core: set[int], begin: int, end: int) -> list[Label]:
    """Return what says, step by step, that a node comes no sooner than another; nothing if nothing does."""
    came: dict[int, int] = {begin: begin}
    waiting = [begin]
    for node in waiting:
        if node == end:
            break
        for other in ways.get(node, ()):
            if other in core and other not in came:
                came[other] = node
                waiting.append(other)
    if end not in came:
        return []
    steps = []
    while end != begin:
        steps.append(ways[came[end]][end])
        end = came[end]
    return steps
