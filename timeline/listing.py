"""What a list of events is printed from: an entry an event, and what is said of all of them.

Light enough to be kept between runs and read back without the claims behind it (`timeline.cache`); how entries are
made of events is in `timeline.entries`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.dates.boxes import Bounds
    from timeline.model import Conflict


class Entry(NamedTuple):
    """What a line tells of an event, whichever events are listed with it; its texts as they were given.

    `people` are names, `when` the text of its date and `bounds` the hull of that. `mark` is the sign of the conflicts
    that touch it, `standing` the signs of how it is told. `claims` counts them, `documents` those that they are in, and
    `asserting` the independent origins that assert it.
    """

    id: str
    title: str
    people: Sequence[str]
    when: str
    bounds: Bounds
    mark: str
    standing: str
    claims: int
    documents: int
    asserting: int


class Listing(NamedTuple):
    """Entries in the order in which they are listed, and what goes with them.

    All of them together have their claims from so many `documents`, and these from so many independent `origins`.
    `possible` are the ids of those that may lie outside the period asked for, `unordered` of those whose order with
    the one above is not established. `remarks` are sentences on the filters, what is withheld and errors.
    """

    entries: Sequence[Entry]
    documents: int
    origins: int
    conflicts: Sequence[Conflict] = ()
    possible: frozenset[str] = frozenset()
    unordered: frozenset[str] = frozenset()
    filters: Sequence[str] = ()
    remarks: Sequence[str] = ()
