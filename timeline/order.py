"""The order of events: one that agrees with what is known of their order, then with their dates; always the same."""

from __future__ import annotations

import heapq
import sys
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from timeline.bounds import NO_LINKS, in_moments, no_later

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.bounds import Links
    from timeline.dates.span import Day
    from timeline.model import Event

_Key: TypeAlias = "tuple[bool, Day, Day, Day, str]"
_NOWHERE, _LAST = -1, sys.maxsize
"""The place of an event that is not among those to be listed, and that of what is no event."""


def order(events: Iterable[Event], links: Links = NO_LINKS) -> tuple[Event, ...]:
    """Return the events in chronological order, the undated ones last.

    No event stands before one that `links` shows to have begun no later, by a chain of constraints none of which
    allows a day more. (Chains that do are in the dates already, which the network has narrowed.) An event of open
    date that comes before another moves up to it; of those that must begin on one day, none stands before one that is
    shown to have begun no later in the course of it, and else what is over on it goes first; all others stand by
    `sort_key`.
    """
    by_key = {sort_key(event): event for event in events}
    listed = sorted(by_key)
    places = {key[-1]: place for place, key in enumerate(listed)}
    if places.keys() <= set(links.events):
        linked = _Linked(links, [places.get(event, _NOWHERE) for event in links.events])
        if linked.starts:
            free = sorted(set(range(len(listed))).difference(linked.starts.values()))
            listed = [listed[place] for place in _among(free, linked.in_turn())]
    return tuple([by_key[key] for key in listed])


def _among(free: list[int], in_turn: Iterable[tuple[int, list[int]]]) -> list[int]:
    """Return numbers in order, and among them others in their turn, each after what is less than where it stands."""
    listed: list[int] = []
    passed = 0
    for place, numbers in in_turn:
        before = bisect_left(free, place, passed)
        listed += free[passed:before]
        listed += numbers
        passed = before
    return listed + free[passed:]


def sort_key(event: Event) -> _Key:
    """Return the key that events are sorted by.

    An event stands where it may begin at the earliest, as a reader who goes down the list must not have missed
    it; one known only to be over by some day ("2020 or earlier") stands at that day, the one place that is
    certain not to be too late for it by more than is unknown. Then the one that is known to begin sooner, then
    the one that may be over sooner; the id makes the order total.
    """
    start_earliest, start_latest, end_earliest, end_latest = event.windows[0].sound[:4]
    known = [day for day in (start_earliest, start_latest, end_earliest, end_latest) if day is not None]
    first = known[0] if known else 0
    begun = start_latest if start_latest is not None else max(known, default=0)
    over = end_latest if end_latest is not None else max(known, default=0)
    return not known, first, begun, over, event.id


class _Linked:
    """The events that cannot all stand by their keys, and those that steps lead to from them or from there to them.

    `starts` has their nodes, with their places in a list sorted by the keys. A step from one event to another that is
    after it in the list asks for nothing. Days of publication from which no step leads on to an event are left out,
    since nothing is to be listed before them.
    """

    def __init__(self, links: Links, places: Sequence[int]) -> None:
        self._links = links
        last = 2 * len(links.events)
        steps = list(no_later(links))
        leading = _leading_on(steps, last)
        between: dict[int, list[int]] = {}
        waiting: list[int] = []
        for step in steps:
            one, other = [node if node > last else (node - 1) // 2 for node in step]
            if one == other or not leading.issuperset(node for node in step if node > last):
                continue
            between.setdefault(one, []).append(other)
            between.setdefault(other, []).append(one)
            if one > last or other > last or not _NOWHERE < places[one] < places[other]:
                waiting += one, other
        found: set[int] = set()
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += between[one]
        self.starts = {2 * one + 1: places[one] for one in found if one <= last}
        self._nodes = sorted([*(one for one in found if one > last), *self.starts, *(node + 1 for node in self.starts)])
        new = {node: number for number, node in enumerate(self._nodes)}
        self._later: list[list[int]] = [[] for _ in new]
        self._sooner: list[list[int]] = [[] for _ in new]
        for one, other in steps:
            if one in new and other in new:
                self._later[new[one]].append(new[other])
                self._sooner[new[other]].append(new[one])

    def in_turn(self) -> Iterator[tuple[int, list[int]]]:
        """Yield the places of what begins together, in the order to list them in, and where each group has moved up to.

        Groups that begin nothing are yielded as well: what they lead to waits for their turn.
        """
        listed = {node: place for node, place in self.starts.items() if place != _NOWHERE}
        places = [listed.get(node, _LAST) for node in self._nodes]
        for moved, group in _in_turn(self._later, self._sooner, places):
            together = {self._nodes[number] for number in group}  # what is over on the day they all begin goes first
            starts = sorted(together & listed.keys(), key=lambda node: (node + 1 not in together, listed[node]))
            yield moved, [listed[node] for node in (self._by_moments(together, starts) if starts[1:] else starts)]

    def _by_moments(self, together: Collection[int], starts: Sequence[int]) -> list[int]:
        """Return the starts of what begins on one day as given, but none before what began no later in its course."""
        nodes = sorted(together)
        new = {node: number for number, node in enumerate(nodes)}
        given = {node: place for place, node in enumerate(starts)}
        later: list[list[int]] = [[new[to] for to in self._in_moments.get(node, ()) if to in new] for node in nodes]
        sooner: list[list[int]] = [[] for _ in nodes]
        for number, followers in enumerate(later):
            for follower in followers:
                sooner[follower].append(number)
        groups = _in_turn(later, sooner, [given.get(node, _LAST) for node in nodes])
        found = [{nodes[number] for number in group} & given.keys() for _, group in groups]
        return [node for group in found for node in sorted(group, key=given.__getitem__)]

    @cached_property
    def _in_moments(self) -> dict[int, list[int]]:
        """The nodes that each is shown to come no later than, in the course of a day too."""
        nodes = set(self._nodes)
        found: dict[int, list[int]] = {}
        for one, other in in_moments(self._links):
            if one in nodes and other in nodes:
                found.setdefault(one, []).append(other)
        return found


def _in_turn(
    later: Sequence[Sequence[int]], sooner: Sequence[Sequence[int]], places: Sequence[int]
) -> Iterator[tuple[int, list[int]]]:
    """Yield groups of numbers that lead round to themselves in their turn, and the place that each has moved up to.

    That is the least of its own places and of those that it leads to; no group stands before one that leads to it.
    """
    groups = _groups(later, sooner)
    of_node = {node: number for number, group in enumerate(groups) for node in group}
    followers = [
        {of_node[other] for node in group for other in later[node]} - {number} for number, group in enumerate(groups)
    ]
    own = [min([places[node] for node in group]) for group in groups]
    moved = list(own)
    for number in range(len(groups) - 1, -1, -1):  # a group's followers come after it
        moved[number] = min([own[number], *(moved[follower] for follower in followers[number])])
    for number in _first_by(followers, [(moved[n], own[n], min(group)) for n, group in enumerate(groups)]):
        yield moved[number], groups[number]


def _leading_on(steps: Iterable[tuple[int, int]], last: int) -> set[int]:
    """Return the nodes after `last` from which steps lead to a node that is none of those."""
    sooner: dict[int, list[int]] = {}
    leading: list[int] = []
    for one, other in steps:
        if one > last:
            if other > last:
                sooner.setdefault(other, []).append(one)
            else:
                leading.append(one)
    found: set[int] = set()
    while leading:
        node = leading.pop()
        if node not in found:
            found.add(node)
            leading += sooner.get(node, ())
    return found


def _groups(later: Sequence[Sequence[int]], sooner: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the nodes in groups that lead round to themselves, each group before those that it leads to.

    These are the strongly connected components, by the method of Kosaraju (Sharir 1981).
    """
    finished: list[int] = []
    _search(later, finished)
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


def _search(ways: Sequence[Sequence[int]], finished: list[int]) -> None:
    """Search by depth; add each node once all that it leads to is there."""
    seen = bytearray(len(ways))
    for first in range(len(ways)):
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


def _first_by(followers: Sequence[Iterable[int]], keys: Sequence[tuple[int, int, int]]) -> Iterable[int]:
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
