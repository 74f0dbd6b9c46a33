"""The order of events: one that agrees with what is known of their order, then with their dates; always the same."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.bounds import NO_LINKS
from timeline.names import Names
from timeline.network import ORIGIN, Constraint, Network
from timeline.reasons import Reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.bounds import Links, Step
    from timeline.dates.span import Day
    from timeline.model import Event, Timeline

_Key: TypeAlias = "tuple[bool, Day, Day, Day, str]"
_LAST: _Key = (True, 0, 0, 0, "\U0010ffff")


def order(events: Iterable[Event], links: Links = NO_LINKS) -> tuple[Event, ...]:
    """Return the events in chronological order, the undated ones last.

    No event stands before one that `links` shows to have begun no later, by a chain of constraints none of which
    allows a day more. (Chains that do are in the dates already, which the network has narrowed.) An event of open
    date that comes before another moves up to it; of those that must begin on one day, what is over on it goes first;
    all others stand by `sort_key`.
    """
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


def sort_key(event: Event) -> _Key:
    """Return the key that events are sorted by.

    An event stands where it may begin at the earliest, as a reader who goes down the list must not have missed
    it; one known only to be over by some day ("2020 or earlier") stands at that day, the one place that is
    certain not to be too late for it by more than is unknown. Then the one that is known to begin sooner, then
    the one that may be over sooner; the id makes the order total.
    """
    start_earliest, start_latest, end_earliest, end_latest = event.date.sound.bounds
    known = [day for day in (start_earliest, start_latest, end_earliest, end_latest) if day is not None]
    first = known[0] if known else 0
    begun = start_latest if start_latest is not None else max(known, default=0)
    over = end_latest if end_latest is not None else max(known, default=0)
    return not known, first, begun, over, event.id


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


class Comparison(NamedTuple):
    """How two events stand: the one is "before" or "after" the other, or "either"; and the argument, if there is one.

    An event is before another if it is over by the time the other begins: by its relations, which allow both on one
    day, or else on an earlier day.
    """

    verdict: str
    steps: tuple[Step, ...] = ()


def relation(timeline: Timeline, one: str, other: str) -> Comparison:
    """Return whether an event is before or after another, by their ids, and the chain of what says so."""
    before, after = _argument(timeline, one, other), _argument(timeline, other, one)
    if bool(before) == bool(after):
        return Comparison("either")
    return Comparison("before", before) if before else Comparison("after", after)


def _argument(timeline: Timeline, one: str, other: str) -> tuple[Step, ...]:
    """Return the argument that an event is over by the time another begins, () if that is not known."""
    links = timeline.links
    end, start = 2 * links.events.index(one) + 2, 2 * links.events.index(other) + 1
    reasons = Reasons(
        Names(timeline),
        {claim.id: claim for event in timeline.events for claim in event.claims},
        {source.id: source for source in timeline.sources},
        links,
    )
    nodes = 2 * len(links.events) + len(links.sources)
    between = [constraint for constraint in links.constraints if ORIGIN not in constraint[:2]]
    # From the start of the other on: an end that can come no day after it is no later.
    network = Network(nodes, [*between, Constraint(ORIGIN, start, 0)])
    network.propagate()
    days = network.latest(end)
    if days is not None and days <= 0:
        return tuple(step._replace(day=None) for step in reasons.steps(network.why_latest(end)[::-1], latest=True))
    network = Network(nodes, links.constraints)
    network.propagate()
    over, begun = network.latest(end), network.earliest(start)
    if over is None or begun is None or over >= begun:
        return ()
    return (
        *reasons.steps(network.why_latest(end), latest=True),
        *reasons.steps(network.why_earliest(start), latest=False),
    )
