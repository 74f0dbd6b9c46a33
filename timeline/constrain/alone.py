"""What follows for the days of one event from what is said of it alone: most events need no network for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.constrain.choices import choices_of, cut
from timeline.constrain.premises import is_dated_for_others, lost_claims
from timeline.dates.boxes import greatest, least, meeting, tight
from timeline.network import ORIGIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.dates.span import Bounds, Day
    from timeline.model import Event
    from timeline.network import Constraint

OPEN: Bounds = (None, None, None, None)
"""The bounds of what nothing is known of."""


def bounds_alone(event: Event, days: Mapping[str, Day | None]) -> Bounds | None:
    """Return what follows for an event from its own claims and the days of their sources, relations aside.

    None is that it takes a network to tell, or that they contradict each other.
    """
    lost = lost_claims(event) if len(event.windows) > 1 else ()
    told, leaves_open = None, False
    for claim in event.claims:
        if claim.stance == "denies" or claim.rank == "deprecated" or claim.id in lost:
            continue
        if claim.upcoming or claim.lasts:
            return None
        day = days[claim.source]
        if day is not None and (told is None or day < told):
            told = day
        if claim.date.sound.alternatives:
            leaves_open = True
    if lost and not is_dated_for_others(event):
        return bounds_told(OPEN, told, is_instant=event.instant)
    if leaves_open:
        return _of_few(event, told)
    return bounds_told(event.windows[0].sound[:4], told, is_instant=event.instant)


def _of_few(event: Event, told: Day | None) -> Bounds | None:
    """Return what follows where a date leaves open between a few; None where that rules some of them out.

    A network looks at that twice: by what is stated of start and end, each for itself, and by all that follows.
    """
    shown = event.windows[0].claims
    stated: Bounds | None = None
    for claim in event.claims:
        if claim.id in shown:
            box = claim.date.sound[:4]
            stated = box if stated is None else stated if stated == box else meeting(stated, box)
            if stated is None:
                return None
    known = stated and bounds_told(stated, told, is_instant=event.instant)
    if stated is None or known is None:
        return None
    apart = stated[0], least(stated[1], told), stated[2], stated[3]
    choices = list(choices_of(event, shown, 0))
    return None if cut(choices, known) or (apart != known and cut(choices, apart)) else known


def bounds_told(stated: Bounds, told: Day | None, *, is_instant: bool) -> Bounds | None:
    """Return bounds less what comes after the day on which it was told as past, if any; None if nothing is left."""
    low, high, begin, end = stated
    if not is_instant and (told is None or (high is not None and high <= told)):
        return stated
    high = least(high, told)
    if is_instant:
        low = begin = greatest(low, begin)
        high = end = least(high, end)
    return tight((low, high, begin, end))


def bounds_stated(constraints: Iterable[Constraint], start: int) -> Bounds:
    """Return the bounds that constraints on one event give its start and its end each."""
    low: dict[int, Day] = {}
    high: dict[int, Day] = {}
    for tail, head, most, _ in constraints:
        if tail == ORIGIN:
            high[head] = min(high.get(head, most), most)
        elif head == ORIGIN:
            low[tail] = max(low.get(tail, -most), -most)
    return low.get(start), high.get(start), low.get(start + 1), high.get(start + 1)
