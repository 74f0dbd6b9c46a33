"""An event in full: every claim with its words, how each date was got, the origins, and the conflicts."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from timeline.chronology import open_first, sign
from timeline.clean import clean
from timeline.dating import dating, related_text, window_text
from timeline.names import Names, counted
from timeline.show.arguments import argued
from timeline.show.columns import headed, labelled, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Claim, Event, Timeline
    from timeline.show.columns import Line


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
    yield from _dates(event, names, width)
    if event.bounds:
        yield ()
        yield from argued(timeline, names, event.bounds, event.id, width)
    yield ()
    yield from _origins(event, names, width)
    for number, claim in enumerate(event.claims, 1):
        yield ()
        yield from _claim(number, claim, timeline, names, width)
    touching = [conflict for conflict in timeline.conflicts if conflict.id in event.conflicts]
    if touching:
        yield ()
        yield from headed("Conflicts", width)
    for conflict in open_first(touching):
        state = "settled" if conflict.settled else "side by side" if conflict.is_tension else "open"
        for line in wrapped(f"{state}: {clean(conflict.message)}", width, f"{sign(conflict)} ", "  "):
            yield (("", line),)


def _dates(event: Event, names: Names, width: int) -> Iterator[Line]:
    for number, window in enumerate(event.windows):
        yield from labelled("When" if number == 0 else "Rival date", window_text(event, window, names), width)
    is_narrowed = bool(event.bounds and event.date.claims)
    if len(event.windows) == 1 and len(event.date.claims) > 1:
        narrowed = ", narrowed by order and publication" if is_narrowed else ""
        yield from labelled("", f"What all of these claims allow together{narrowed}.", width)
    elif is_narrowed:
        yield from labelled("", "Narrowed by order and publication.", width)
    if len(event.windows) > 1:
        yield from labelled("", "The first is shown: most origins support it, or the curator prefers it.", width)


def _origins(event: Event, names: Names, width: int) -> Iterator[Line]:
    documents: dict[str, dict[str, None]] = {}
    for claim in event.claims:
        documents.setdefault(claim.origin, {})[names.publisher(claim.source)] = None
    told = f"{counted(event.origins, 'independent origin')}, in {counted(event.sources, 'document')}"
    yield from labelled("Told by", told, width)
    asserting = {claim.origin for claim in event.claims if not claim.denies}
    for origin, publishers in documents.items():
        stance = "" if origin in asserting else ", denying it"
        yield from labelled("", f"{names.origin(origin)}: in {', '.join(publishers)}{stance}", width)


def _claim(number: int, claim: Claim, timeline: Timeline, names: Names, width: int) -> Iterator[Line]:
    yield from headed(f"{number}. {names.citation(claim)}", width)
    titles = {event.id: event.title for event in timeline.events}
    yield from labelled("Document", names.title(claim.source), width)
    yield from labelled("According to", names.voice(claim), width)
    yield from labelled("Stance", "denies it" if claim.denies else "", width)
    yield from labelled("Says", claim.says, width)
    yield from labelled("Quote", f"“{claim.quote}”" if claim.quote else "", width)
    yield from labelled("Hedge", claim.certainty, width)
    for fact in claim.facts:
        yield from labelled("Fact", f"{fact.name}: {fact.text}", width)
    yield from labelled("People", ", ".join(names.people(claim.people)), width)
    yield from labelled("Place", names.place(claim.place) if claim.place else "", width)
    for label, text in dating(claim):
        yield from labelled(label, text, width)
    yield from labelled("Lasts", f"“{claim.lasts}”" if claim.lasts else "", width)
    for relation in claim.relations:
        yield from labelled(relation.kind.replace("_", " ").capitalize(), related_text(relation, titles), width)
    for contradiction in claim.contradicts:
        label = "Side by side" if contradiction.tension else "Contradicts"
        yield from labelled(label, f"{contradiction.claim}: {contradiction.reason}", width)
    if claim.rank != "normal":
        yield from labelled("Rank", f"{claim.rank}: {claim.rank_reason}", width)
    yield from labelled("Note", claim.note, width)
    number, file = int(claim.pointer.keys[-1]) + 1, PurePath(claim.pointer.file).name
    yield from labelled("Claim", f"{claim.id} (record {number} of {file})", width)
