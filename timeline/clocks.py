"""The time of day of claims and events: what accounts of one day say of the hour.

Days are the finest that dates and the network know. What a claim tells of the hour ("12 Nov 2021, 23:40") is kept
beside its date; accounts are compared by it, and events of one day are put in order by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.clock import Clock, clock_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.dates.span import Day
    from timeline.model import Claim, Event


class Told(NamedTuple):
    """A claim and the time of day that it tells of its event."""

    claim: Claim
    clock: Clock


class Hour(NamedTuple):
    """The time of day that all accounts of an event allow: the day, who says the earliest and who the latest minute.

    `exact` are the claims that tell a minute without a hedge.
    """

    day: Day
    first: Told
    last: Told
    exact: tuple[Told, ...]


def told_on(claim: Claim) -> tuple[Day | None, Clock] | None:
    """Return the day and the time of it that a claim tells of the beginning of its event, None where it tells no time.

    The day is None of a time that is told alone ("at about 4 am"). A time that may be of two days is none.
    """
    start = claim.date.start
    if start is None or not start.clock:
        return None
    clock = clock_of(start.clock)
    if clock is None:
        return None
    if start.relative:
        return None, clock
    day, last = start.sound.start_earliest, start.sound.start_latest
    return (day, clock) if day is not None and day == last else None


def day_told(event: Event) -> Day | None:
    """Return the one day on which an event begins by its shown date, None where no claim tells a time of it besides."""
    if not any(claim.date.start is not None and claim.date.start.clock for claim in event.claims):
        return None
    day, last = event.windows[0].sound[:2]
    return day if day == last else None


def told_of(claims: Iterable[Claim], day: Day) -> list[Told]:
    """Return those claims that tell a time of a day, or a time alone."""
    found = ((claim, told_on(claim)) for claim in claims)
    return [Told(claim, told[1]) for claim, told in found if told and told[0] in (None, day)]


def hour_of(event: Event) -> Hour | None:
    """Return the time of day of an event, None where it is not known, accounts differ, or their zones do.

    Only the claims that date the event count, and those that tell a time alone; not a plan, nor what was ranked down.
    """
    day = day_told(event) if len(event.windows) == 1 else None
    if day is None:
        return None
    counted = [
        claim
        for claim in event.claims
        if claim.rank != "deprecated" and claim.stance != "denies" and not claim.upcoming
    ]
    preferred = [claim for claim in counted if claim.rank == "preferred"]
    told = told_of(preferred, day) or told_of(counted, day)
    if not told:
        return None
    first = max(told, key=lambda one: (one.clock.low, one.claim.id))
    last = min(told, key=lambda one: (one.clock.high, one.claim.id))
    if first.clock.low > last.clock.high or len({one.clock.zone for one in told}) > 1:
        return None
    return Hour(day, first, last, tuple([one for one in told if one.clock.minute is not None]))
