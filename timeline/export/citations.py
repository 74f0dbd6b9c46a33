"""Citations in words: where an account stands, who gives it, how firmly, and what it says; for outputs of prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.text import date_text
from timeline.names import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.dates.resolution import Resolution
    from timeline.model import Claim, Conflict, Event, Selection, Source
    from timeline.names import Names
    from timeline.years import Marks


class Citation(NamedTuple):
    """The claims on one event that one source makes in one voice, in one way: what one footnote holds."""

    source: str
    claims: tuple[Claim, ...]

    @property
    def paragraphs(self) -> str:
        """The paragraphs cited: "¶ 4", "¶¶ 4, 7"; the sign stays on one line with the number."""
        numbers = sorted({claim.paragraph for claim in self.claims})
        return f"{'¶' if len(numbers) == 1 else '¶¶'}\u00a0{', '.join(map(str, numbers))}"


def citations(event: Event) -> list[Citation]:
    """Return the citations of an event, in the order of its claims. Each claim is in one of them."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in event.claims:
        way = (claim.source, claim.according_to, claim.stance, claim.certainty, claim.upcoming)
        found.setdefault((*way, claim.rank, claim.rank_reason), []).append(claim)
    return [Citation(claims[0].source, tuple(claims)) for claims in found.values()]


def manner(citation: Citation, names: Names) -> Iterator[str]:
    """Yield whose word it is, and how it is given, where that is not the document's own plain assertion."""
    claim = citation.claims[0]
    if claim.according_to:
        yield f"according to {names.voice(claim)}"
    if claim.denies:
        yield "denies it"
    if claim.certainty:
        yield f"hedged: “{claim.certainty}”"
    if claim.upcoming:
        yield "tells of it as still to come"
    if claim.rank != "normal":
        reason = f": {claim.rank_reason}" if claim.rank_reason else ""
        yield f"{claim.rank} by the curator{reason}"


def standing(event: Event, selection: Selection, marks: Marks) -> Iterator[str]:
    """Yield what a reader must know of an event beside its date and title."""
    if event.is_only_denied:
        yield "every account denies it"
    if event.is_only_planned:
        yield "told as still to come; no account says that it happened"
    if event.is_inferred:
        yield "date worked out from order and publication"
    if event.id in selection.possible:
        yield "may lie outside the period asked for"
    if marks.open(event):
        yield "accounts differ"
    if marks.tensions(event):
        yield "accounts to be read side by side"
    if marks.settled(event):
        yield "a difference was settled by the curator"


def conflict_state(conflict: Conflict) -> str:
    """Return how a conflict stands."""
    return "Settled" if conflict.settled else "Side by side" if conflict.is_tension else "Accounts differ"


def conflict_told(conflict: Conflict, event: Event) -> str:
    """Return a conflict as it is told beneath an event: how it stands, and what it is, without the event's title."""
    message = conflict.message.removeprefix(f"{event.title}: ")
    if conflict.is_open and message.startswith("accounts differ"):
        return message[0].upper() + message[1:]
    return f"{conflict_state(conflict)}: {message}"


def support(event: Event) -> str:
    """Return how many independent origins assert an event: "2 independent origins, in 3 documents"."""
    return f"{counted(event.origins, 'independent origin')}, in {counted(event.sources, 'document')}"


def published(resolution: Resolution | None) -> str:
    """Return when a source was published, in words."""
    return date_text(resolution.edtf, resolution.reading, resolution.sound) if resolution else "undated"


def source_text(source: Source) -> str:
    """Return a source as a bibliography has it: “Dockers walk out”, Harbour Gazette, 14 Mar 2019."""
    return f"“{source.title}”, {listed(source)}, {published(source.published)}"
