"""What someone means: an event by its id, or by words of its title that no other title has; a source by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.lookup import fold
from timeline.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from timeline.model import Event, Source, Timeline

_MOST_NAMED = 5


def event_named(timeline: Timeline, words: str) -> Event | Problem:
    """Return the event with this id, or whose title alone holds these words; else a problem that says which are near.

    Case and accents are set aside.
    """
    folded = fold(words)
    for event in timeline.events:
        if folded and fold(event.id) == folded:
            return event
    holding = [event for event in timeline.events if folded and folded in fold(event.title)]
    if len(holding) == 1:
        return holding[0]
    if holding:
        named = ", ".join(f"`{event.id}`" for event in holding[:_MOST_NAMED])
        more = f" and {len(holding) - _MOST_NAMED} more" if len(holding) > _MOST_NAMED else ""
        message = f"{len(holding)} events have `{clean(words)}` in their titles: {named}{more}; name one by its id"
        return Problem("ambiguous-event", message)
    ids = [event.id for event in timeline.events]
    inside = [f"`{identifier}`" for identifier in ids if folded and folded in fold(identifier)]
    near = did_you_mean(folded, ids) or (f"; is it one of {', '.join(inside[:_MOST_NAMED])}?" if inside else "")
    return Problem("unknown-event", f"no event `{clean(words)}`{near or '; `timeline show --format plain` lists ids'}")


def source_named(timeline: Timeline, words: str) -> Source | None:
    """Return the source with this id, case and accents set aside."""
    folded = fold(words)
    return next((source for source in timeline.sources if folded and fold(source.id) == folded), None)
