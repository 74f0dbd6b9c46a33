"""Relations that lead round in a circle: what came after would have come before.

Days are the finest that the network knows, and on one day it lets either of two be first. "After" says more: the other
was over by then. So if one account has an event after another, and a second has it the other way round, or it takes
more steps to come round, they cannot all be right, whatever the day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.constrain.system import Whole
    from timeline.network import Constraint, Label

_Ways: TypeAlias = "dict[int, dict[int, Label]]"
"""What comes no sooner than each node, and what says so."""

_ONE_AFTER_ANOTHER = frozenset(("after", "before", "time"))
_OF_ORDER = frozenset(("relation", "time"))


def circles(whole: Whole) -> Iterator[Label]:
    """Yield what relations rest on that lead round in a circle, with "after" in it and of as few steps as may be."""
    found = [one for one in whole.standing() if one[2] <= 0 and one[3][0][1] in _OF_ORDER]
    core = _core(_steps(whole, found))  # of most corpora nothing is left by this alone
    found = [one for one in found if one[0] in core and one[1] in core and whole.said.is_in_moments(one)]
    ways: _Ways = {}
    for one in found:
        ways.setdefault(one.head, {}).setdefault(one.tail, one.label)
    for first, second in _steps(whole, found):
        ways.setdefault(first, {}).setdefault(second, ())
    core = _core((first, second) for first, ends in ways.items() for second in ends)
    told: set[Label] = set()
    for tail, head, _, label in sorted(found):
        if tail in core and head in core and _kind(whole, label) in _ONE_AFTER_ANOTHER:
            path = _path(ways, core, tail, head)
            parts = tuple(sorted({*label, *(part for step in path for part in step)}))
            if path and parts not in told:
                told.add(parts)
                yield parts


def _steps(whole: Whole, constraints: Iterable[Constraint]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of nodes of which the second comes no sooner: those of constraints, and of each event its own."""
    starts = set()
    for tail, head, _, _ in constraints:
        yield head, tail
        starts.add(whole.said.owner(tail))
        starts.add(whole.said.owner(head))
    for start in starts:
        yield start, start + 1


def _kind(whole: Whole, label: Label) -> str:
    """Return which relation says so, or "time" where times of day do."""
    claim, what, number = label[0]
    if what == "time":
        return what
    return whole.said.claims[claim].relations[int(number)].kind


def _core(steps: Iterable[tuple[int, int]]) -> set[int]:
    """Return the nodes that are left when those are taken away, again and again, that no step leads to or on from."""
    left = list(steps)
    nodes: set[int] = set()
    for _ in range(2):  # from the beginnings on, then from the ends back
        ends: dict[int, list[int]] = {}
        leading: dict[int, int] = {}
        for first, second in left:
            ends.setdefault(first, []).append(second)
            leading[second] = leading.get(second, 0) + 1
        waiting = [node for node in ends if node not in leading]
        for node in waiting:
            for other in ends.get(node, ()):
                leading[other] -= 1
                if not leading[other]:
                    waiting.append(other)
        nodes = {node for node, number in leading.items() if number}
        left = [(second, first) for first, second in left if first in nodes and second in nodes]
    return nodes


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
