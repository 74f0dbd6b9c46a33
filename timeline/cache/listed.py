"""The entries of a list as rows: their texts as one, which takes a third of the time to read that so many take.

Numbers stand for documents and for independent origins: a list counts them, and names none.
"""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.cache.form import ALONE
from timeline.listing import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.dates.boxes import Bounds
    from timeline.model import Timeline

_FIELD, _NAME = "\0", "\x01"
"""What stands between the texts of an entry, and between the names among them."""
_SIZE = array("I").itemsize


class Rows(NamedTuple):
    """Rows of entries, a column each.

    `texts` are those of an entry together, or apart where a mark that parts them is in one. `steps` say which steps of
    the network order it.
    """

    texts: Sequence[str | tuple[Any, ...]] = ()
    bounds: Sequence[Bounds] = ()
    claims: Sequence[int] = ()
    asserting: Sequence[int] = ()
    documents: Sequence[bytes] = ()
    origins: Sequence[bytes] = ()
    conflicts: Sequence[bytes] = ()
    steps: Sequence[int] = ()

    @classmethod
    def read(cls, rows: Iterable[Sequence[Any]]) -> Rows:
        """Return rows that were kept as columns."""
        return cls(*zip(*rows, strict=True))

    def entries(self) -> list[Entry]:
        """Return the entries."""
        if not self.texts:
            return []
        parted = [text.split(_FIELD) if type(text) is str else text for text in self.texts]
        ids, titles, when, marks, standings, named = zip(*parted, strict=True)
        people = [(names.split(_NAME) if names else ()) if type(names) is str else names for names in named]
        documents = [len(held) // _SIZE for held in self.documents]
        columns = (ids, titles, people, when, self.bounds, marks, standings, self.claims, documents, self.asserting)
        return list(map(partial(tuple.__new__, Entry), zip(*columns, strict=True)))

    def titled(self) -> list[tuple[str, str]]:
        """Return the ids and the titles."""
        return [(entry.id, entry.title) for entry in self.entries()]


def numbers_in(held: Iterable[bytes]) -> set[int]:
    """Return all numbers that are held."""
    return set(array("I", b"".join(held)))


def rows_of(timeline: Timeline, listed: Iterable[Entry], ordered_by: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the entries of a timeline, the fields of each as `Rows` has them."""
    conflicts = {conflict.id: number for number, conflict in enumerate(timeline.conflicts)}
    documents: dict[str, int] = {}
    origins: dict[str, int] = {}
    for entry, event in zip(listed, timeline.events, strict=True):
        yield (
            _texts(entry),
            entry.bounds,
            entry.claims,
            entry.asserting,
            _held(documents.setdefault(claim.source, len(documents)) for claim in event.claims),
            _held(origins.setdefault(claim.origin, len(origins)) for claim in event.claims),
            _held(conflicts[one] for one in event.conflicts),
            ordered_by.get(event.id, ALONE),
        )


def _texts(entry: Entry) -> str | tuple[Any, ...]:
    apart = (entry.id, entry.title, entry.when, entry.mark, entry.standing)
    together = _FIELD.join((*apart, _NAME.join(entry.people)))
    if together.count(_FIELD) == len(apart) and together.count(_NAME) == max(len(entry.people) - 1, 0):
        return together
    return *apart, tuple(entry.people)


def _held(numbers: Iterable[int]) -> bytes:
    return array("I", dict.fromkeys(numbers)).tobytes()
