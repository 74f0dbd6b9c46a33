"""The order of events worked out over the whole network, plainly: what `timeline.order` must agree with."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

from timeline.bounds import Links
from timeline.model import Event
from timeline.network import ORIGIN
from timeline.order import sort_key

_Key = tuple[bool, int, int, int, str]
_LAST: _Key = (True, 0, 0, 0, "\U0010ffff")


def plainly_ordered(events: Iterable[Event], links: Links) -> tuple[Event, ...]:
    """The events in order: every node in a group of those that lead round to it, and each group in its turn."""
    by_id = {event.id: event for event in events}
    keys = {2 * place + 1: sort_key(by_id[one]) for place, one in enumerate(links.events) if one in by_id}
    if len(keys) < len(by_id):
        return tuple(sorted(by_id.values(), key=sort_key))
    later, sooner = _steps_on(links)
    groups = _groups(later, sooner)
    of_node = {node: number for number, group in enumerate(groups) for node in group}
    followers = [{of_node[next_] for node in group for next_ in later[node]} - {n} for n, group in enumerate(groups)]
    own = [min((keys.get(node, _LAST) for node in group), default=_LAST) for group in groups]
    moved = list(own)
    for number in range(len(groups) - 1, -1, -1):  # a group's followers come after it
        moved[number] = min([own[number], *(moved[follower] for follower in followers[number])])
    listed: list[Event] = []
    for number in _first_by(followers, [(moved[n], own[n], min(group)) for n, group in enumerate(groups)]):
        together = set(groups[number])  # what is over on the day on which all of these begin goes first
        starts = sorted(together & keys.keys(), key=lambda node: (node + 1 not in together, keys[node]))
        listed.extend(by_id[links.events[(node - 1) // 2]] for node in starts)
    return tuple(listed)


def _steps_on(links: Links) -> tuple[list[list[int]], list[list[int]]]:
    """Return for each node the nodes that are shown to come no sooner, and those that come no later."""
    size = 2 * len(links.events) + len(links.sources) + 1
    later: list[list[int]] = [[] for _ in range(size)]
    sooner: list[list[int]] = [[] for _ in range(size)]
    for tail, head, most, _ in links.constraints:
        if most <= 0 and ORIGIN not in (tail, head):
            later[head].append(tail)
            sooner[tail].append(head)
    return later, sooner


def _groups(later: Sequence[Sequence[int]], sooner: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the nodes in groups that lead round to themselves, each group before those that it leads to.

    These are the strongly connected components, by the method of Kosaraju (Sharir 1981).
    """
    finished: list[int] = []
    _search(range(1, len(later)), later, finished)
    seen = bytearray(len(later))
    groups = []
    for first in reversed(finished):
        if not seen[first]:
            seen[first] = 1
            group = [first]
            for node in group:
                for other in sooner[node]:
                    if not seen[other]:
                        seen[other] = 1
                        group.append(other)
            groups.append(group)
    return groups


def _search(firsts: Iterable[int], ways: Sequence[Sequence[int]], finished: list[int]) -> None:
    """Search by depth; add each node once all that it leads to is there."""
    seen = bytearray(len(ways))
    for first in firsts:
        if seen[first]:
            continue
        seen[first] = 1
        stack = [(first, iter(ways[first]))]
        while stack:
            node, left = stack[-1]
            for other in left:
                if not seen[other]:
                    seen[other] = 1
                    stack.append((other, iter(ways[other])))
                    break
            else:
                finished.append(node)
                stack.pop()


def _first_by(followers: Sequence[Iterable[int]], keys: Sequence[tuple[_Key, _Key, int]]) -> Iterable[int]:
    """Yield all numbers, none before one that it follows, and else by their keys."""
    waits = [0] * len(followers)
    for some in followers:
        for follower in some:
            waits[follower] += 1
    ready = [(keys[number], number) for number, count in enumerate(waits) if not count]
    heapq.heapify(ready)
    while ready:
        _, number = heapq.heappop(ready)
        yield number
        for follower in followers[number]:
            waits[follower] -= 1
            if not waits[follower]:
                heapq.heappush(ready, (keys[follower], follower))
