"""What the table and the plain columns say alike: the cells of an event, the legend, the conflicts, the footer."""

from __future__ import annotations

from functools import partial
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean, cleaned
from timeline.names import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.listing import Listing
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


_AT_ONCE = 500
"""So many entries are looked at together."""


class Row(NamedTuple):
    """The cells of an event, cleaned. `told` is origins/articles."""

    signs: str
    when: str
    title: str
    people: Sequence[str]
    told: str


class Columns(NamedTuple):
    """The ids of some entries of a list, and their cells, a column each."""

    ids: Sequence[str]
    signs: Sequence[str]
    when: Sequence[str]
    titles: Sequence[str]
    people: Sequence[Sequence[str]]
    told: Sequence[str]


def rows(listing: Listing) -> Iterator[Row]:
    """Yield the cells of the entries of a list."""
    made = partial(tuple.__new__, Row)  # a third of what the call of a named tuple takes
    for _, *cells in columns(listing):
        yield from map(made, zip(*cells, strict=True))


def columns(listing: Listing) -> Iterator[Columns]:
    """Yield the cells of the entries of a list, some hundreds at a time."""
    possible, unordered = listing.possible, listing.unordered
    entries = iter(listing.entries)
    while some := list(islice(entries, _AT_ONCE)):
        ids, titles, people, when, _, marks, standings, _, documents, asserting = zip(*some, strict=True)
        before = [UNORDERED if identifier in unordered else "" for identifier in ids]
        after = [POSSIBLE if identifier in possible else "" for identifier in ids] if possible else repeat("")
        signs = list(map("".join, zip(before, marks, after, standings, strict=False)))
        told = list(map("{}/{}".format, asserting, documents))
        yield Columns(ids, signs, when, cleaned(titles), _names(people), told)


def _names(people: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return the names of each of some events, cleaned."""
    every = list(chain.from_iterable(people))
    return people if cleaned(every) is every else list(map(cleaned, people))


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


def amounts(events: int, claims: int, documents: int, origins: int) -> str:
    """Return "7 events by 18 claims in 2 documents, of 6 independent origins.", "" where there is no event."""
    return (
        f"{counted(events, 'event')} by {counted(claims, 'claim')} "
        f"in {counted(documents, 'document')}, of {counted(origins, 'independent origin')}."
        if events
        else ""
    )


def footer(listing: Listing, corpus: str) -> Iterator[str]:
    """Yield what was shown, what was asked for, and which corpus it is from."""
    entries = listing.entries
    told = amounts(len(entries), sum([entry.claims for entry in entries]), listing.documents, listing.origins)
    yield told or ("No event matches." if listing.filters else "There is no event in this corpus.")
    yield from map(clean, listing.remarks)
    yield f"Corpus: {clean(corpus)}."
