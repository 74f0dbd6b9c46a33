"""An event and its accounts in words: labels with their texts, the same in the terminal and on a page."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from timeline.dates.edtf import resolve
from timeline.dates.span import intersection, lies_within
from timeline.dates.text import date_text
from timeline.dating import dating, related_text
from timeline.names import counted
from timeline.parting import allowed_by_all
from timeline.rivals import own, undecided

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

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
        if fits := undecided(event):
            which = "either date" if len(event.windows) == 2 else "several of these dates"  # noqa: PLR2004 - two
            yield "", f"Fits {which}, and decides nothing between them: {_numbered(event, fits, names)}."
        yield "", f"The first is shown: {_why_shown(event)}."


def _why_shown(event: Event) -> str:
    """Return why the first of the rival dates is the one shown; see `timeline.merge.windows`."""
    claims = {claim.id: claim for claim in event.claims}
    if any(claims[one].rank == "preferred" for one in event.date.claims):
        return "the curator prefers it"
    fits = undecided(event)

    def allowing(window: Window) -> int:
        fitting = [one for one in fits if intersection(claims[one].date.sound, window.sound)]
        found = [claims[one] for one in (*window.claims, *fitting)]
        return len({claim.origin for claim in found if claim.rank != "deprecated"})

    first, *rivals = map(allowing, event.windows)
    if first > max(rivals):
        return "most origins support it"
    return (
        "as many origins support another, and of such dates that comes first on which its claims together leave more "
        "days open, else the earlier"
    )


def _numbered(event: Event, identifiers: Collection[str], names: Names) -> str:
    """Return claims by number, and the origins they have: "claims 1, 3; 2 origins: Eurasianet, Reuters"."""
    found = [(number, claim) for number, claim in enumerate(event.claims, 1) if claim.id in identifiers]
    origins = {claim.origin: names.origin(claim.origin) for _, claim in found}
    numbers = ", ".join(str(number) for number, _ in found)
    word = "claim" if len(found) == 1 else "claims"
    return f"{word} {numbers}; {counted(len(origins), 'origin')}: {', '.join(origins.values())}"


def _window_text(event: Event, window: Window, names: Names) -> str:
    text = date_text(window.edtf, window.reading, window.sound)
    if event.is_inferred and window is event.date:
        return f"{text}: worked out from order and publication alone; no claim dates it"
    if not window.claims:
        return f"{text}: no claim gives a date that can be read"
    cut = "" if window is event.date or _is_as_told(event, window) else "; narrowed by when that was told as past"
    return f"{text}{_in_edtf(window, text)}: {_numbered(event, own(window), names)}{cut}"


def _is_as_told(event: Event, window: Window) -> bool:
    """Whether a rival date is all that its claims allow."""
    common = allowed_by_all(claim for claim in event.claims if claim.id in window.claims)
    return common is None or common.pieces == window.sound.pieces


def _in_edtf(window: Window, shown: str) -> str:
    """Return the EDTF of a date, in brackets, and how it stands to the text shown, where it does not say the same.

    It is of the usual reading, which may be tighter than the sound span; and what it cannot say it gives more coarsely.
    """
    if not window.edtf:
        return ""
    written = resolve(window.edtf).reading
    if date_text(window.edtf, written, written) == shown:
        return f" (EDTF {window.edtf})"
    how = "in EDTF no finer than" if lies_within(window.sound, written) else "usual reading: EDTF"
    return f" ({how} {window.edtf})"


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
