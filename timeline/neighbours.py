"""Which neighbours in a list of events stand in an order that nothing establishes.

A chronology lists events by their beginning. The beginning of one is established to come no later than that of the
next if their dates leave no other way, or if the temporal network leads from the one to the other by steps none of
which allows a day more (by those the list is ordered, see `timeline.order`). Otherwise the list has to put one of
them first, and must say that it may as well be the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.network import ORIGIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.bounds import Links
    from timeline.model import Event

_Ways = list[list[int]]
_UNSEEN = -1
_LOOKS = 4


def in_open_order(events: Sequence[Event], links: Links) -> frozenset[str]:
    """Return the ids of the events whose order with the event before them in the list is not established.

    The list is in chronological order or in its reverse, and may be a part of all events. Events without any date
    are passed over: of those nobody expects an order.
    """
    doubtful = [place for place in range(1, len(events)) if not _dates_tell(events[place - 1], events[place])]
    nodes = {event: 2 * place + 1 for place, event in enumerate(links.events)} if doubtful else {}
    starts = [nodes.get(event.id) for event in events]
    if not doubtful or not links.constraints or None in starts:
        return frozenset(events[place].id for place in doubtful)
    listed = [node for node in starts if node is not None]
    later = _steps_on(links)
    down, up = _leads_on(listed, later), _leads_on(listed[::-1], later)[::-1]
    return frozenset(events[place].id for place in doubtful if not (down[place - 1] or up[place - 1]))


def _dates_tell(one: Event, other: Event) -> bool:
    """Whether one of two events is known by its date to begin on an earlier day than the other, or has no date."""
    if one.date.sound.is_unknown or other.date.sound.is_unknown:
        return True
    first, last, *_ = one.date.sound
    other_first, other_last, *_ = other.date.sound
    return (last is not None and other_first is not None and last < other_first) or (
        first is not None and other_last is not None and other_last < first
    )


def _steps_on(links: Links) -> _Ways:
    """Return for each node the nodes that are shown to come no sooner."""
    later: _Ways = [[] for _ in range(2 * len(links.events) + len(links.sources) + 1)]
    for tail, head, most, _ in links.constraints:
        if most <= 0 and ORIGIN not in (tail, head):
            later[head].append(tail)
    return later


def _leads_on(listed: Sequence[int], later: _Ways) -> list[bool]:
    """Return of each node but the last whether steps lead from it to the one after it.

    The nodes are searched from the last one back. In a list that agrees with the steps, what an event leads to has
    been met by then, so that each node is met by one search, and once more by that of the node before it: the time is
    that of a look or two at all steps. A list in the reverse order would take longer, and is given up: no way is found
    then, and never one that is not there.
    """
    left = _LOOKS * (len(later) + sum(map(len, later)))
    met_by = [_UNSEEN] * len(later)
    leads = [False] * max(len(listed) - 1, 0)
    for place in range(len(listed) - 1, -1, -1):
        node = listed[place]
        follower = listed[place + 1] if place + 1 < len(listed) else ORIGIN
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
