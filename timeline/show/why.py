"""An event in full: every claim with its words, how each date was got, the origins, and the conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.account import claim_told, dates_told, origins_told
from timeline.chronology import open_first, sign, state
from timeline.clean import clean
from timeline.names import Names
from timeline.show.arguments import argued
from timeline.show.lines import headed, labelled, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Claim, Event, Timeline
    from timeline.show.lines import Line


def render(timeline: Timeline, event: Event, width: int = 0) -> Iterator[Line]:
    """Yield the lines of an event in full, at most `width` cells wide (0: not wrapped)."""
    names = Names(timeline)
    yield from headed(event.title, width)
    kind = next((kind.title for kind in timeline.kinds if kind.id == event.kind), event.kind)
    yield from labelled("Id", event.id, width)
    yield from labelled("Kind", f"{kind} (theme: {event.theme})" if event.theme else kind, width)
    yield from labelled("People", ", ".join(names.people(event.people)), width)
    yield from labelled("Places", ", ".join(names.places(event.places)), width)
    yield from labelled("Note", event.note, width)
    yield ()
    for label, text in dates_told(event, names):
        yield from labelled(label, text, width)
    if event.bounds:
        yield ()
        yield from argued(timeline, names, event.bounds, event.id, width)
    yield ()
    for label, text in origins_told(event, names):
        yield from labelled(label, text, width)
    for number, claim in enumerate(event.claims, 1):
        yield ()
        yield from _claim(number, claim, timeline, names, width)
    touching = [conflict for conflict in timeline.conflicts if conflict.id in event.conflicts]
    if touching:
        yield ()
        yield from headed("Conflicts", width)
    for conflict in open_first(touching):
        for line in wrapped(f"{state(conflict)}: {clean(conflict.message)}", width, f"{sign(conflict)} ", "  "):
            yield (("", line),)


def _claim(number: int, claim: Claim, timeline: Timeline, names: Names, width: int) -> Iterator[Line]:
    yield from headed(f"{number}. {names.citation(claim)}", width)
    titles = {event.id: event.title for event in timeline.events}
    for label, text in claim_told(claim, names, titles):
        yield from labelled(label, text, width)
