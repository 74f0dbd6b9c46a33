"""What the table and the plain columns say alike: the cells of an event, the legend, the conflicts, the footer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.dates.text import date_text
from timeline.names import Names, counted
from timeline.neighbours import in_open_order
from timeline.remarks import remarks
from timeline.years import Marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.model import Conflict, Event, Selection

OPEN, TENSION, SETTLED, POSSIBLE, DENIED = "!", "~", "=", "?", "×"
INFERRED, UNORDERED, PLANNED = "∴", "┆", "»"
LEGEND = {
    UNORDERED: "its order with the event above is not established",
    OPEN: "accounts differ, see below",
    TENSION: "accounts to be read side by side, see below",
    SETTLED: "accounts differ, settled by the curator",
    POSSIBLE: "may lie outside the period",
    DENIED: "every account denies it",
    PLANNED: "told as still to come; no account says that it happened",
    INFERRED: "date worked out from order and publication, see `timeline why`",
}
"""The signs before an event, each with its word: nothing is told by colour alone."""


class Row(NamedTuple):
    """The cells of an event, cleaned. `told` is origins/articles."""

    signs: str
    when: str
    title: str
    people: tuple[str, ...]
    told: str


class Rows:
    """Makes the rows of a selection."""

    def __init__(self, selection: Selection) -> None:
        self._names = Names(selection.timeline)
        self._marks = Marks(selection.timeline)
        self._possible = selection.possible
        self._unordered = in_open_order(selection.timeline.events, selection.timeline.links)

    def row(self, event: Event) -> Row:
        """Return the cells of an event."""
        date = event.date
        return Row(
            self._signs(event),
            date_text(date.edtf, date.reading, date.sound),
            clean(event.title),
            tuple(map(clean, self._names.people(event.people))),
            f"{event.origins}/{event.sources}",
        )

    def _signs(self, event: Event) -> str:
        marks = self._marks
        signs = OPEN if marks.open(event) else TENSION if marks.tensions(event) else ""
        signs = signs or (SETTLED if marks.settled(event) else "")
        signs += POSSIBLE if event.id in self._possible else ""
        signs += DENIED if event.is_only_denied else ""
        signs += PLANNED if event.is_only_planned else ""
        signs += INFERRED if event.is_inferred else ""
        return (UNORDERED if event.id in self._unordered else "") + signs


def legend(used: Collection[str]) -> str:
    """Return what the signs that are used mean, and the two numbers."""
    meant = [f"{sign} {words}" for sign, words in LEGEND.items() if sign in used]
    return "; ".join((*meant, "2/3 two independent origins, in three documents"))


def open_first(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Return the open conflicts, then the tensions, then what is settled, each in the order it was found."""
    return sorted(conflicts, key=lambda conflict: (conflict.settled, conflict.is_tension))


def sign(conflict: Conflict) -> str:
    """Return the sign that marks the events of a conflict."""
    return SETTLED if conflict.settled else TENSION if conflict.is_tension else OPEN


def state(conflict: Conflict) -> str:
    """Return how a conflict stands: "open", "side by side" or "settled"."""
    return "settled" if conflict.settled else "side by side" if conflict.is_tension else "open"


def conflicts_heading(conflicts: Sequence[Conflict]) -> str:
    """Return "Conflicts: 3 open, 2 to be read side by side, 1 settled"."""
    opened = sum(conflict.is_open for conflict in conflicts)
    settled = sum(conflict.settled for conflict in conflicts)
    beside = len(conflicts) - opened - settled
    return f"Conflicts: {opened} open, {f'{beside} to be read side by side, ' if beside else ''}{settled} settled"


def amounts(events: Sequence[Event]) -> str:
    """Return "7 events by 18 claims in 2 documents, of 6 independent origins.", "" where there is no event."""
    claims = [claim for event in events for claim in event.claims]
    documents = {claim.source for claim in claims}
    origins = {claim.origin for claim in claims}
    return (
        f"{counted(len(events), 'event')} by {counted(len(claims), 'claim')} "
        f"in {counted(len(documents), 'document')}, of {counted(len(origins), 'independent origin')}."
        if events
        else ""
    )


def footer(selection: Selection, corpus: str) -> Iterator[str]:
    """Yield what was shown, what was asked for, and which corpus it is from."""
    nothing = "No event matches." if selection.filters else "There is no event in this corpus."
    yield amounts(selection.timeline.events) or nothing
    yield from map(clean, remarks(selection))
    yield f"Corpus: {clean(corpus)}."
