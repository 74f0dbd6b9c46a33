"""An event in plain words, with every claim and where it stands: what the formats of other programs say in their text.

Each text is one line and clean (see `timeline.clean`): a format has only its own markup left to escape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chronology import amounts, open_first, state
from timeline.clean import clean
from timeline.dates.text import date_text
from timeline.dating import related_text
from timeline.names import Names, counted, listed
from timeline.remarks import remarks
from timeline.rivals import own
from timeline.years import Marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.model import Claim, Event, Selection


class Wording:
    """The words for the events of a selection."""

    def __init__(self, selection: Selection) -> None:
        timeline = selection.timeline
        self.names = Names(timeline)
        self._sources = {source.id: source for source in timeline.sources}
        self._conflicts = {conflict.id: conflict for conflict in timeline.conflicts}
        self._titles = {event.id: event.title for event in timeline.events}
        self._marks = Marks(timeline)
        self._possible = selection.possible
        nothing = "There is no event here."
        self._preamble = (_amounts(timeline.events) or nothing, *map(clean, remarks(selection)))

    def preamble(self) -> tuple[str, ...]:
        """Return what the output must say of itself, a sentence each: how much it tells, and `timeline.remarks`."""
        return self._preamble

    def title(self, event: Event) -> str:
        """Return the title of an event; one that is told only as denied, or only as still to come, says so."""
        caveat = " (only denied)" if event.is_only_denied else " (only planned)" if event.is_only_planned else ""
        return clean(event.title) + caveat

    def headline(self, event: Event) -> str:
        """Return the title of an event, which also says where accounts of it contradict each other."""
        return self.title(event) + (" (accounts differ)" if self._marks.open(event) else "")

    def date(self, event: Event) -> str:
        """Return the date of an event: "within 10–13 Mar 2019", "undated"."""
        return date_text(event.date.edtf, event.date.reading, event.date.sound)

    def told(self, event: Event) -> Iterator[tuple[str, str]]:
        """Yield all that is known of an event as labels and texts: its date, who, where, the claims, the conflicts.

        A claim's label is its citation, so that no claim stands without its source.
        """
        yield "When", self._when(event)
        for rival in event.windows[1:]:
            cited = "; ".join(self.cited(claim) for claim in event.claims if claim.id in own(rival))
            yield "Rival date", clean(f"{date_text(rival.edtf, rival.reading, rival.sound)} ({cited})")
        yield from _labelled("Who", ", ".join(self.names.people(event.people)))
        yield from _labelled("Where", ", ".join(self.names.places(event.places)))
        documents = counted(event.sources, "document")
        yield "Told by", f"{counted(event.origins, 'independent origin')}, in {documents}"
        yield from ((self.cited(claim), self.says(claim)) for claim in event.claims)
        yield from self.conflicts(event)
        for source in dict.fromkeys(claim.source for claim in event.claims):
            yield "Source", self._source(source)

    def lines(self, event: Event) -> Iterator[str]:
        """Yield what `told` yields, a line each."""
        return (f"{label}: {text}" for label, text in self.told(event))

    def cited(self, claim: Claim) -> str:
        """Return who says so, with what hedge, and where: "Ana Vélez in Herald (“perhaps”), paragraph 4"."""
        voice = self.names.voice(claim)
        hedge = f" (“{claim.certainty}”)" if claim.certainty else ""
        voiced = f"{voice} in " if voice else ""
        return clean(f"{voiced}{self.names.document(claim.source)}{hedge}, paragraph {claim.paragraph}")

    def says(self, claim: Claim) -> str:
        """Return what a claim says, in sentences: its stance, its words, and all that it states beside them."""
        return clean(" ".join(_sentence(part) for part in self._parts(claim) if part))

    def conflicts(self, event: Event) -> Iterator[tuple[str, str]]:
        """Yield how the accounts of an event differ, as labels and texts, the open conflicts first."""
        found = [self._conflicts[one] for one in event.conflicts if one in self._conflicts]
        for conflict in open_first(found):
            yield "Accounts differ" if conflict.is_open else state(conflict).capitalize(), clean(conflict.message)

    def _when(self, event: Event) -> str:
        inferred = "; worked out from order and publication: no document dates it" if event.is_inferred else ""
        widest = event.date.sound._replace(approximate=False, uncertain=False)
        shown, possible = self.date(event), date_text("", widest, widest)
        is_narrower = event.date.reading.bounds != widest.bounds and possible != shown
        at_the_widest = f"; at the widest {possible}" if is_narrower else ""
        outside = "; may lie outside the period asked for" if event.id in self._possible else ""
        return clean(shown + at_the_widest + inferred + outside)

    def _parts(self, claim: Claim) -> Iterator[str]:
        if claim.denies:
            yield "Denied"
        yield claim.says
        yield f"Verbatim: “{claim.quote}”" if claim.quote else ""
        yield _dated(claim)
        yield "Told as still to come" if claim.upcoming else ""
        yield f"It lasted “{claim.lasts}”" if claim.lasts else ""
        for relation in claim.relations:
            yield f"{relation.kind.replace('_', ' ').capitalize()}: {related_text(relation, self._titles)}"
        yield "; ".join(f"{fact.name}: {fact.text}" for fact in claim.facts)
        if claim.rank != "normal":
            reason = f": {claim.rank_reason}" if claim.rank_reason else ""
            yield f"Ranked as {claim.rank} by the curator{reason}"

    def _source(self, identifier: str) -> str:
        source = self._sources.get(identifier)
        if source is None:
            return clean(identifier)
        published = source.published
        when = date_text(published.edtf, published.reading, published.sound) if published else "undated"
        first = self.names.document(source.derives_from) if source.derives_from else ""
        repeats = f", which repeats {first}" if first else ""
        return clean(f"{listed(source)}, “{source.title}”, {when}{repeats}")


def _dated(claim: Claim) -> str:
    """Return the words by which a claim dates the event, and that they cannot be read where that is so."""
    date = claim.date
    ends = ((date.stated, date.start), (date.stated_end, date.end))
    words = " to ".join(text if end and end.rule == "EDTF" else f"“{text}”" for text, end in ends if text)
    return f"Dated {words}{', which could not be read' if date.unread else ''}" if words else ""


def _labelled(label: str, text: str) -> Iterable[tuple[str, str]]:
    return ((label, clean(text)),) if text else ()


def _sentence(text: str) -> str:
    stripped = text.strip()
    return stripped if stripped.endswith((".", "!", "?", "…")) else f"{stripped}."


def _amounts(events: Sequence[Event]) -> str:
    claims = [claim for event in events for claim in event.claims]
    documents, origins = {claim.source for claim in claims}, {claim.origin for claim in claims}
    return amounts(len(events), len(claims), len(documents), len(origins))
