"""An event and its accounts in words: labels with their texts, the same in the terminal and on a page."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from timeline.dates.text import date_text
from timeline.dating import dating, related_text
from timeline.names import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.model import Claim, Event, Window
    from timeline.names import Names


def dates_told(event: Event, names: Names) -> Iterator[tuple[str, str]]:
    """Yield the date of an event, its rivals, and how the one shown came about. A label may be ""."""
    for number, window in enumerate(event.windows):
        yield "When" if number == 0 else "Rival date", _window_text(event, window, names)
    is_narrowed = bool(event.bounds and event.date.claims)
    if len(event.windows) == 1 and len(event.date.claims) > 1:
        narrowed = ", narrowed by order and publication" if is_narrowed else ""
        yield "", f"What all of these claims allow together{narrowed}."
    elif is_narrowed:
        yield "", "Narrowed by order and publication."
    if len(event.windows) > 1:
        yield "", "The first is shown: most origins support it, or the curator prefers it."


def _window_text(event: Event, window: Window, names: Names) -> str:
    text = date_text(window.edtf, window.reading, window.sound)
    if event.is_inferred and window is event.date:
        return f"{text}: worked out from order and publication alone; no claim dates it"
    if not window.claims:
        return f"{text}: no claim gives a date that can be read"
    numbers = {claim.id: number for number, claim in enumerate(event.claims, 1)}
    origins = {claim.origin: names.origin(claim.origin) for claim in event.claims if claim.id in window.claims}
    claims = ", ".join(str(numbers[claim]) for claim in window.claims)
    word = "claim" if len(window.claims) == 1 else "claims"
    edtf = f" (EDTF {window.edtf})" if window.edtf else ""
    return f"{text}{edtf}: {word} {claims}; {counted(window.origins, 'origin')}: {', '.join(origins.values())}"


def origins_told(event: Event, names: Names) -> Iterator[tuple[str, str]]:
    """Yield how many independent origins and documents tell of an event, then each origin with its documents."""
    documents: dict[str, dict[str, None]] = {}
    for claim in event.claims:
        documents.setdefault(claim.origin, {})[names.document(claim.source)] = None
    told = f"{counted(event.origins, 'independent origin')}, in {counted(event.sources, 'document')}"
    yield "Told by", told
    asserting = {claim.origin for claim in event.claims if not claim.denies}
    for origin, cited in documents.items():
        stance = "" if origin in asserting else ", denying it"
        yield "", f"{names.origin(origin)}: in {', '.join(cited)}{stance}"


def claim_told(claim: Claim, names: Names, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield all that a claim says and how it is dated; `titles` are those of the events. A text may be ""."""
    yield "Document", names.title(claim.source)
    yield "According to", names.voice(claim)
    yield "Stance", "denies it" if claim.denies else ""
    yield "Says", claim.says
    yield "Quote", f"“{claim.quote}”" if claim.quote else ""
    yield "Hedge", claim.certainty
    for fact in claim.facts:
        yield "Fact", f"{fact.name}: {fact.text}"
    yield "People", ", ".join(names.people(claim.people))
    yield "Place", names.place(claim.place) if claim.place else ""
    yield from dating(claim)
    yield "Lasts", f"“{claim.lasts}”" if claim.lasts else ""
    for relation in claim.relations:
        yield relation.kind.replace("_", " ").capitalize(), related_text(relation, titles)
    for contradiction in claim.contradicts:
        label = "Side by side" if contradiction.tension else "Contradicts"
        yield label, f"{contradiction.claim}: {contradiction.reason}"
    if claim.rank != "normal":
        yield "Rank", f"{claim.rank}: {claim.rank_reason}"
    yield "Note", claim.note
    number, file = int(claim.pointer.keys[-1]) + 1, PurePath(claim.pointer.file).name
    yield "Claim", f"{claim.id} (record {number} of {file})"
