"""Which neighbours in a list of events stand in an order that nothing establishes.

A chronology lists events by their beginning. The beginning of one is established to come no later than that of the
next if their dates leave no other way, or if the temporal network leads from the one to the other by steps none of
which allows a day more (by those the list is ordered, see `timeline.order`) or says no more than that both were on one
day. Otherwise the list has to put one of them first, and must say that it may as well be the other.
"""

from __future__ import annotations

from itertools import pairwise
from math import inf
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from timeline.bounds import Links
    from timeline.dates.boxes import Bounds

_Ways = list[list[int]]
_UNSEEN = -1
_NOWHERE = 0
"""A node from which and to which nothing leads."""
_LOOKS = 4
_NO_DAYS: Bounds = (None, None, None, None)


class Steps(NamedTuple):
    """The steps of the network from event to event that allow no day more: what the order of a list may rest on.

    The event `events[k]` starts on node `2k + 1` and ends on node `2k + 2`; `later[i]` is shown to come no sooner than
    `sooner[i]`. Events of which nothing of the kind is known are not among them.
    """

    events: Sequence[str] = ()
    sooner: Sequence[int] = ()
    later: Sequence[int] = ()

    def as_links(self) -> Links:
        """Return a network of these steps and nothing else, of which `steps_among` tells the same."""
        from timeline.bounds import Links
        from timeline.network import Constraint

        steps = zip(self.later, self.sooner, strict=True)
        return Links(tuple(self.events), (), tuple([Constraint(later, sooner, 0) for later, sooner in steps]))

    def parted(self) -> list[Steps]:
        """Return the steps in parts, as many as there can be: what a part tells of an event, no other one does."""
        leads = list(range(len(self.events)))

        def first(event: int) -> int:
            while leads[event] != event:
                leads[event] = event = leads[leads[event]]
            return event

        for one, other in zip(self.sooner, self.later, strict=True):
            leads[first((other - 1) // 2)] = first((one - 1) // 2)
        events: dict[int, list[int]] = {}
        for event in range(len(leads)):
            events.setdefault(first(event), []).append(event)
        steps: dict[int, list[tuple[int, int]]] = {part: [] for part in events}
        for one, other in zip(self.sooner, self.later, strict=True):
            steps[first((one - 1) // 2)].append((one, other))
        return [self._among(some, steps[part]) for part, some in events.items()]

    def _among(self, events: Sequence[int], steps: Sequence[tuple[int, int]]) -> Steps:
        """Return some of the steps, with the events that they are between."""
        moved = {2 * old + side: 2 * new + side for new, old in enumerate(events) for side in (1, 2)}
        return Steps(
            [self.events[event] for event in events],
            [moved[one] for one, _ in steps],
            [moved[other] for _, other in steps],
        )

    @classmethod
    def joined(cls, parts: Iterable[Steps]) -> Steps:
        """Return all steps of some parts."""
        events: list[str] = []
        sooner: list[int] = []
        later: list[int] = []
        for part in parts:
            before = 2 * len(events)
            events += part.events
            sooner += [node + before for node in part.sooner]
            later += [node + before for node in part.later]
        return cls(events, sooner, later)


def steps_among(links: Links) -> Steps:
    """Return the steps among the events of a network.

    Nothing leads through the publication of a document: that it tells of an event says only that it came no sooner.
    """
    from timeline.bounds import in_moments  # which a list that is kept has no need of

    last = 2 * len(links.events)
    found = [(one, other) for one, other in in_moments(links) if one <= last and other <= last]
    known = sorted(
        {(node - 1) // 2 for one, other in found if (one - 1) // 2 != (other - 1) // 2 for node in (one, other)}
    )
    place = {event: number for number, event in enumerate(known)}

    def moved(node: int) -> int:
        return 2 * place[(node - 1) // 2] + 2 - node % 2

    steps = sorted(
        (moved(one), moved(other)) for one, other in found if {(one - 1) // 2, (other - 1) // 2} <= place.keys()
    )
    return Steps([links.events[event] for event in known], [one for one, _ in steps], [other for _, other in steps])


def in_open_order(
    ids: Sequence[str], dates: Sequence[Bounds], steps: Callable[[Sequence[int]], Iterable[Steps]]
) -> frozenset[str]:
    """Return the ids of the events whose order with the event before them in the list is not established.

    The list is in chronological order or in its reverse, and may be a part of all events; `dates` are the bounds of
    theirs. Where these leave the order of an event and the next one open, `steps` is asked for those that may lead
    between them, in parts that do not touch, by the places of the first ones. Events without any date are passed over:
    of those nobody expects an order.
    """
    told = _told_by_dates(dates)
    doubtful = [
        place for place, way in enumerate(told) if way == 0 and _NO_DAYS not in (dates[place], dates[place + 1])
    ]
    if not doubtful:
        return frozenset()
    is_reverse = told.count(-1) > told.count(1)
    either_way = is_reverse or told.count(1) == 0
    at = {event: place for place, event in enumerate(ids)}
    led: set[int] = set()
    for part in steps(doubtful):  # each by itself, so that none is given up for another
        listed = sorted((at[event], 2 * number + 1) for number, event in enumerate(part.events) if event in at)
        nodes = [node for _, node in listed]
        later: _Ways = [[] for _ in range(2 * len(part.events) + 1)]
        for tail, head in zip(part.sooner, part.later, strict=True):
            later[tail].append(head)
        nowhere = [False] * max(len(nodes) - 1, 0)
        down = _leads_on(nodes, later) if not is_reverse else nowhere
        up = _leads_on(nodes[::-1], later)[::-1] if either_way else nowhere
        for ((place, _), (following, _)), is_led in zip(pairwise(listed), map(or_, down, up), strict=True):
            if is_led and following == place + 1:
                led.add(place)
    return frozenset(ids[place + 1] for place in doubtful if place not in led)


def _told_by_dates(dates: Sequence[Bounds]) -> list[int]:
    """Return of each date but the last 1 where it is known to begin on an earlier day than the next, -1 on a later one.

    0 is that the two leave both open.
    """
    earliest = [-inf if date[0] is None else date[0] for date in dates]
    latest = [inf if date[1] is None else date[1] for date in dates]
    return [
        1 if last < first_of_next else -1 if last_of_next < first else 0
        for (first, first_of_next), (last, last_of_next) in zip(pairwise(earliest), pairwise(latest), strict=True)
    ]


def _leads_on(listed: Sequence[int], later: _Ways) -> list[bool]:
    """Return of each node but the last whether steps lead from it to the one after it.

    The nodes are searched from the last one back. In a list that agrees with the steps, what an event leads to has
    been met by then, so that each node is met by one search, and once more by that of the node before it: the time is
    that of a look or two at all steps. A list in the reverse order would take longer, and is given up; what is found
    is there in any list.
    """
    left = _LOOKS * (len(later) + sum(map(len, later)))
    met_by = [_UNSEEN] * len(later)
    leads = [False] * max(len(listed) - 1, 0)
    for place in range(len(listed) - 1, -1, -1):
        node = listed[place]
        if not later[node]:  # most lead nowhere
            left -= 1
            if met_by[node] == _UNSEEN:
                met_by[node] = place
            continue
        follower = listed[place + 1] if place + 1 < len(listed) else _NOWHERE
        region = met_by[follower]
        seen = {node}
        waiting = [node]
        for here in waiting:
            left -= 1 + len(later[here])
            if left < 0:
                return [False] * len(leads)
            if met_by[here] == _UNSEEN:
                met_by[here] = place
            for other in later[here]:
                if other not in seen and met_by[other] in (_UNSEEN, region):
                    seen.add(other)
                    waiting.append(other)
        if place + 1 < len(listed):
            leads[place] = follower in seen
    return leads
