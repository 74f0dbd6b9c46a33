"""What the table and the plain columns say alike: the cells of an event, the legend, the conflicts, the footer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.names import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.listing import Entry, Listing
    from timeline.model import Conflict

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
    """Makes the rows of a list."""

    def __init__(self, listing: Listing) -> None:
        self._possible, self._unordered = listing.possible, listing.unordered

    def row(self, entry: Entry) -> Row:
        """Return the cells of an entry."""
        return Row(
            self._signs(entry),
            entry.when,
            clean(entry.title),
            tuple(map(clean, entry.people)),
            f"{entry.asserting}/{len(entry.sources)}",
        )

    def _signs(self, entry: Entry) -> str:
        unordered = UNORDERED if entry.id in self._unordered else ""
        return unordered + entry.mark + (POSSIBLE if entry.id in self._possible else "") + entry.standing


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


def amounts(events: int, claims: int, documents: Collection[str], origins: Collection[str]) -> str:
    """Return "7 events by 18 claims in 2 documents, of 6 independent origins.", "" where there is no event."""
    return (
        f"{counted(events, 'event')} by {counted(claims, 'claim')} "
        f"in {counted(len(documents), 'document')}, of {counted(len(origins), 'independent origin')}."
        if events
        else ""
    )


def footer(listing: Listing, corpus: str) -> Iterator[str]:
    """Yield what was shown, what was asked for, and which corpus it is from."""
    entries = listing.entries
    documents = {source for entry in entries for source in entry.sources}
    origins = {origin for entry in entries for origin in entry.origins}
    told = amounts(len(entries), sum(entry.claims for entry in entries), documents, origins)
    yield told or ("No event matches." if listing.filters else "There is no event in this corpus.")
    yield from map(clean, listing.remarks)
    yield f"Corpus: {clean(corpus)}."
