"""Boxes: a window for a start beside one for an end, and what several of them allow together.

A box is four bounds, earliest and latest day of a start and of an end, counted as in `timeline.dates.span`; None is
open. What words leave open between a few dates ("last Tuesday": the 5th or the 12th) is a row of boxes that stand
apart: no two of them touch, in order of their bounds. Boxes touch where their starts share a day or follow on each
other, and so do their ends; then one box around both says nearly the same. Of boxes that stand apart those that lie
in both of two rows stand apart as well, and nothing lies in a row that does not lie in one of its boxes.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Day = int
"""A day as a count; see `timeline.dates.span`."""

Bounds: TypeAlias = tuple[Day | None, Day | None, Day | None, Day | None]
"""Earliest and latest day of a start, earliest and latest day of an end; None is open."""

MOST = 64
"""How many boxes stand apart at most: what allows more is told by the one box around them all."""


def tight(box: Bounds) -> Bounds | None:
    """Return a box tightened by "no end comes before its start", or None if it allows nothing."""
    start_earliest, start_latest, end_earliest, end_latest = box
    if end_latest is not None and (start_latest is None or start_latest > end_latest):
        start_latest = end_latest
    if start_earliest is not None and (end_earliest is None or end_earliest < start_earliest):
        end_earliest = start_earliest
    if start_earliest is not None and start_latest is not None and start_earliest > start_latest:
        return None
    if end_earliest is not None and end_latest is not None and end_earliest > end_latest:
        return None
    return start_earliest, start_latest, end_earliest, end_latest


def meeting(one: Bounds, other: Bounds) -> Bounds | None:
    """Return what two boxes both allow, or None if nothing."""
    return tight(
        (greatest(one[0], other[0]), least(one[1], other[1]), greatest(one[2], other[2]), least(one[3], other[3]))
    )


def all_meeting(ones: Sequence[Bounds], others: Sequence[Bounds]) -> tuple[Bounds, ...]:
    """Return what two rows of boxes, each apart and in order, both allow: again apart and in order."""
    found = []
    passed = 0
    for one in ones:
        while passed < len(others) and _is_before(others[passed][1], one[0]):
            passed += 1
        for other in others[passed:] if passed else others:
            if _is_before(one[1], other[0]):
                break
            both = meeting(one, other)
            if both is not None:
                found.append(both)
    return tuple(sorted(found, key=_place))


def apart(boxes: Iterable[Bounds]) -> tuple[Bounds, ...]:
    """Return boxes in order, those that touch as one around both; the one around all where more than `MOST` are left.

    Each box must be tight, and there must be one.
    """
    left = sorted(dict.fromkeys(boxes), key=_place)
    if all(box[0:2] == box[2:4] for box in left):
        return _few(_windows_apart(left))
    found: list[Bounds] = []
    while left:
        box = left.pop(0)
        touching = [place for place, other in enumerate(found) if touches(box, other)]
        if not touching:
            found.append(box)
            continue
        # The box around both may touch what neither did.
        left.insert(0, around((box, *(found[place] for place in touching))))
        found = [other for place, other in enumerate(found) if place not in touching]
    return _few(sorted(found, key=_place))


def _windows_apart(windows: Sequence[Bounds]) -> list[Bounds]:
    """Return boxes apart whose starts and ends share one window each, given in order: each can touch the last only."""
    found = [windows[0]]
    for window in windows[1:]:
        if touches(window, found[-1]):
            found[-1] = around((found[-1], window))
        else:
            found.append(window)
    return found


def _few(boxes: Sequence[Bounds]) -> tuple[Bounds, ...]:
    return tuple(boxes) if len(boxes) <= MOST else (around(boxes),)


def around(boxes: Sequence[Bounds]) -> Bounds:
    """Return the smallest box that holds all of these."""
    start_earliest, start_latest, end_earliest, end_latest = zip(*boxes, strict=True)
    return lowest(start_earliest), highest(start_latest), lowest(end_earliest), highest(end_latest)


def holds(outer: Bounds, inner: Bounds) -> bool:
    """Whether a box allows every start and end that another does."""
    low, high, end_low, end_high = outer
    start_earliest, start_latest, end_earliest, end_latest = inner
    return (
        (low is None or (start_earliest is not None and start_earliest >= low))
        and (high is None or (start_latest is not None and start_latest <= high))
        and (end_low is None or (end_earliest is not None and end_earliest >= end_low))
        and (end_high is None or (end_latest is not None and end_latest <= end_high))
    )


def touches(one: Bounds, other: Bounds) -> bool:
    """Whether there is no day between the starts of two boxes, and none between their ends."""
    ends = (one[1], other[0]), (other[1], one[0]), (one[3], other[2]), (other[3], one[2])
    return not any(high is not None and _is_before(high + 1, low) for high, low in ends)


def least(one: Day | None, other: Day | None) -> Day | None:
    """Return the earlier of two latest days."""
    return other if one is None else one if other is None else min(one, other)


def greatest(one: Day | None, other: Day | None) -> Day | None:
    """Return the later of two earliest days."""
    return other if one is None else one if other is None else max(one, other)


def _is_before(one: Day | None, other: Day | None) -> bool:
    """Whether both days are known and the one comes first."""
    return one is not None and other is not None and one < other


def lowest(days: Sequence[Day | None]) -> Day | None:
    """Return the earliest of these bounds; None where one of them is open."""
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(days) else None


def highest(days: Sequence[Day | None]) -> Day | None:
    """Return the latest of these bounds; None where one of them is open."""
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _place(box: Bounds) -> tuple[float, float, float, float]:
    """Return what boxes are sorted by: an open earliest day comes before all days, an open latest one after them."""
    low, high, end_low, end_high = box
    return (
        -inf if low is None else low,
        inf if high is None else high,
        -inf if end_low is None else end_low,
        inf if end_high is None else end_high,
    )
