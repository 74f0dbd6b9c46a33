"""The rival dates of an event, each by itself: what those who give one tell besides, and when they told it.

The network works out the date that is shown. A rival is held against its own claims alone, and against the days on
which these were published: what is told as past in June was not in July. A rival of which nothing is left contradicts
itself, whichever of them is right; one of which less is left is narrowed to that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.constrain.alone import OPEN, bounds_told
from timeline.constrain.narrowing import narrowed
from timeline.constrain.premises import is_dated_for_others
from timeline.constrain.settling import settle
from timeline.constrain.solving import Clash, Index, clash_of
from timeline.constrain.statements import Statements, published_days
from timeline.dates.boxes import least, meeting
from timeline.dates.span import Span, intersection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.constrain.ties import Readings
    from timeline.dates.span import Bounds, Day
    from timeline.model import Claim, Event, Source, Window


def window_clashes(events: Iterable[Event], sources: Sequence[Source], readings: Readings) -> Iterator[Clash]:
    """Yield what contradicts itself in a rival date, where no network holds it against what it rests on."""
    by_id = {source.id: source for source in sources}
    last = last_days(sources)
    for event in events:
        for window in event.windows[is_dated_for_others(event) :] if len(event.windows) > 1 else ():
            claims = _standing(event, window)
            if not _may_clash(event, window, claims, last):
                continue
            found = [clash for claim in claims if (clash := _clash(event, window, [claim], by_id, readings))]
            if not found and (together := _clash(event, window, claims, by_id, readings)):
                found.append(together)
            yield from found


def _clash(
    event: Event, window: Window, claims: Sequence[Claim], by_id: Mapping[str, Source], readings: Readings
) -> Clash | None:
    """Return what some of the claims that give a rival date contradict themselves by, None if by nothing."""
    alone = event._replace(
        windows=(window._replace(claims=tuple([claim.id for claim in claims])),), claims=tuple(claims)
    )
    cited = {claim.source for claim in claims}
    index = Index(Statements([alone], [by_id[source] for source in cited]))
    system = index.about({*cited, event.id, *(claim.id for claim in claims)})
    if settle(system, readings).holds:
        return None
    return clash_of(index, system.parts(), readings)._replace(left_out=(), why="window")


def cut_rivals(event: Event, last: Mapping[str, Day | None]) -> Event:
    """Return an event with its rival dates narrowed to what those who give one, by these days, can tell as past."""
    rivals = [_cut(event, window, last) for window in event.windows[1:]]
    return event._replace(windows=(event.windows[0], *rivals)) if rivals != [*event.windows[1:]] else event


def last_days(sources: Iterable[Source]) -> dict[str, Day | None]:
    """Return the last day on which each source can have been published."""
    return {source.id: published_days(source)[1] for source in sources}


def _standing(event: Event, window: Window) -> list[Claim]:
    return [c for c in event.claims if c.id in window.claims and c.rank != "deprecated" and not c.denies]


def _cut(event: Event, window: Window, last: Mapping[str, Day | None]) -> Window:
    left = intersection(window.sound, Span(*_told(event, _standing(event, window), last)))
    return window if left is None or left.pieces == window.sound.pieces else narrowed(window, left)


def _told(event: Event, claims: Iterable[Claim], last: Mapping[str, Day | None]) -> Bounds:
    """Return what claims leave of all days by being told as past."""
    day: Day | None = None
    for claim in claims:
        if not claim.upcoming:
            day = least(day, last[claim.source])
    return bounds_told(OPEN, day, is_instant=event.instant) or OPEN


def _may_clash(event: Event, window: Window, claims: Iterable[Claim], last: Mapping[str, Day | None]) -> bool:
    """Whether it takes a closer look to tell if a rival date contradicts what it rests on."""
    if any(claim.lasts or claim.upcoming for claim in claims):
        return True
    told = _told(event, claims, last)
    left = [met for piece in window.sound.pieces if (met := meeting(piece, told))]
    return not any(bounds_told(box, None, is_instant=event.instant) for box in left)
