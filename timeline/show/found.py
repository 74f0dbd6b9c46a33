"""What someone means: an event by its id, or by words of its title that no other title has; a source by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.lookup import fold, place_named
from timeline.problems import Problem

if TYPE_CHECKING:
    from timeline.model import Event, Source, Timeline


def event_named(timeline: Timeline, words: str) -> Event | Problem:
    """Return the event that the words name, else a problem; see `place_named`."""
    place = place_named([(event.id, event.title) for event in timeline.events], words)
    return place if isinstance(place, Problem) else timeline.events[place]


def source_named(timeline: Timeline, words: str) -> Source | None:
    """Return the source with this id, case and accents set aside."""
    folded = fold(words)
    return next((source for source in timeline.sources if folded and fold(source.id) == folded), None)
