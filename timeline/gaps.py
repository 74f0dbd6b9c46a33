"""Gaps: stretches of days on which, as far as the claims go, nothing of a selection can have happened.

A day is covered by an event if any of its dates, the one shown or a rival of it, leaves open that the event had
something of that day; the days between a few dates of which one is meant are not. So a gap is sound: whichever days
the events really were, none of them lies in it.

Open sides cover on: "from 2014" covers every day since. As one such event is enough to leave no gap after it, there
are two answers. A **gap** is a stretch that no event can have touched. A stretch that is not, but that only events of
open date can have reached into, is **bare**: it comes with those events. Events without any date may lie anywhere;
they cover nothing, and are named apart.

Both are looked for in the period asked for, as far as that is bounded, and else between the first and the last day
that is known of any event.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates.span import Day
    from timeline.model import Event


class Stretch(NamedTuple):
    """Days from `first` to `last`, and the ids of the events that border it, "" at an end of the period."""

    first: Day
    last: Day
    before: str = ""
    after: str = ""

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1


class Gaps(NamedTuple):
    """Gaps and bare stretches, the longest first, in the days that were looked at, and the events without a date."""

    gaps: tuple[Stretch, ...]
    bare: tuple[Stretch, ...]
    undated: tuple[str, ...]
    periods: tuple[tuple[Day, Day], ...]


class _Cover(NamedTuple):
    """The days that an event may have had anything of; an open side is None."""

    first: Day | None
    last: Day | None
    event: str

    @property
    def is_open(self) -> bool:
        return self.first is None or self.last is None


def find(events: Sequence[Event], periods: Iterable[tuple[Day | None, Day | None]] = ()) -> Gaps:
    """Return the gaps and bare stretches of events, in periods or, if there are none, wherever dates are known."""
    covers = [cover for event in events for cover in _covers(event)]
    bounds = [bound for event in events for window in event.windows for bound in window.sound.bounds]
    known = [day for day in bounds if day is not None]
    limits = tuple(_limits(tuple(periods) or ((None, None),), known))
    closed = [cover for cover in covers if not cover.is_open]
    gaps = [gap for first, last in limits for gap in _between(covers, first, last)]
    sole = [stretch for first, last in limits for stretch in _between(closed, first, last)]
    opened = [cover for cover in covers if cover.is_open]
    since = min((_or(cover.first, -math.inf) for cover in opened if cover.last is None), default=math.inf)
    until = max((_or(cover.last, math.inf) for cover in opened if cover.first is None), default=-math.inf)
    bare = [one for one in sole if since <= one.last or until >= one.first]
    undated = tuple(event.id for event in events if all(window.sound.is_unknown for window in event.windows))
    return Gaps(_longest_first(gaps), _longest_first(bare), undated, limits)


def reaching(events: Iterable[Event], stretch: Stretch) -> tuple[str, ...]:
    """Return the ids of the events of open date that may reach into a stretch."""
    return tuple(event.id for event in events if any(_reaches(cover, stretch) for cover in _covers(event)))


def _reaches(cover: _Cover, stretch: Stretch) -> bool:
    begins_in_time = cover.first is None or cover.first <= stretch.last
    return begins_in_time and (cover.last is None or cover.last >= stretch.first)


def _covers(event: Event) -> Iterator[_Cover]:
    """Yield the days of each of an event's dates. What is known only to have begun or ended by some day is open."""
    for window in event.windows:
        if not window.sound.is_unknown:
            yield from (_Cover(piece[0], piece[3], event.id) for piece in window.sound.pieces)


def _limits(periods: Iterable[tuple[Day | None, Day | None]], known: Sequence[Day]) -> Iterator[tuple[Day, Day]]:
    """Yield the periods in order, bounded, those that share days or touch as one."""
    bounded = []
    for first, last in periods:
        low = first if first is not None else min(known, default=None)
        high = last if last is not None else max(known, default=None)
        if low is not None and high is not None and low <= high:
            bounded.append((low, high))
    joined: list[tuple[Day, Day]] = []
    for low, high in sorted(bounded):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    yield from joined


def _between(covers: Iterable[_Cover], first: Day, last: Day) -> Iterator[Stretch]:
    """Yield the stretches from `first` to `last` that nothing covers, in order."""
    day, before = first, ""
    for cover in sorted(covers, key=lambda cover: (cover.first is not None, cover.first or 0, cover.event)):
        if cover.first is not None and cover.first > last:
            if day <= last and cover.first == last + 1:
                yield Stretch(day, last, before, cover.event)
                return
            break
        if cover.first is not None and cover.first > day:
            yield Stretch(day, cover.first - 1, before, cover.event)
        if cover.last is None:
            return
        if cover.last >= day:
            day, before = cover.last + 1, cover.event
    if day <= last:
        yield Stretch(day, last, before)


def _or(day: Day | None, other: float) -> float:
    return other if day is None else day


def _longest_first(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple(sorted(stretches, key=lambda stretch: (-stretch.days, stretch.first)))
