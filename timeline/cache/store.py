"""An entry of the cache: an SQLite database of parts by name and of rows by number, each with a sum that tells damage.

Only what a query needs is read. The sums take the key of the entry in, so that nothing of another one passes for its
own; what is damaged, or is not there, raises `DamagedError` and is never passed over.
"""

from __future__ import annotations

import marshal
import sqlite3
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_AT_ONCE = 500
_MANY = 8
"""Where more than one row in so many is asked for, all of them are read: that is quicker than to look for each."""


def loaded(held: bytes) -> Any:
    """Return the plain values that a part or a row holds as `marshal.dumps` writes them."""
    return marshal.loads(held)  # noqa: S302 - from a folder in which nobody else may write, and as its sum says


class DamagedError(ValueError):
    """An entry does not hold what it should."""


class Content(NamedTuple):
    """What an entry is to hold: parts, and rows by the name of their table, in order from 0."""

    parts: Mapping[str, bytes]
    tables: Mapping[str, Iterable[bytes]]


def write(path: Path, key: str, content: Content) -> None:
    """Write an entry into an empty file. Raises sqlite3.Error."""
    database = sqlite3.connect(path, isolation_level=None)
    try:
        # It takes its name only once it is complete, and what is damaged is noticed: there is nothing to roll back to.
        for setting in ("page_size = 8192", "journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")
        database.execute("CREATE TABLE part (name TEXT PRIMARY KEY, sum INTEGER, held)")
        rows = ((name, _sum(key, name, held), held) for name, held in content.parts.items())
        database.executemany("INSERT INTO part VALUES (?, ?, ?)", rows)
        for table, every in content.tables.items():
            database.execute(f"CREATE TABLE {table} (place INTEGER PRIMARY KEY, sum INTEGER, held)")
            numbered = ((at, _sum(key, f"{table}/{at}", held), held) for at, held in enumerate(every))
            database.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", numbered)  # noqa: S608 - names of ours
        database.execute("COMMIT")
    finally:
        database.close()


class Store:
    """Reads an entry, from the bytes of a small one or else from its file."""

    def __init__(self, held: bytes | Path, key: str) -> None:
        self._key = key
        if isinstance(held, bytes):
            self._database = sqlite3.connect(":memory:")
            self._database.deserialize(held)
        else:  # nobody writes in it once it is there, so nothing is locked
            self._database = sqlite3.connect(f"{held.absolute().as_uri()}?mode=ro&immutable=1", uri=True)

    def part(self, name: str) -> Any:
        """Return a part."""
        found = self._database.execute("SELECT sum, held FROM part WHERE name = ?", (name,)).fetchall()
        if len(found) != 1 or _sum(self._key, name, found[0][1]) != found[0][0]:
            message = f"the entry is damaged, or another one's: {name}"
            raise DamagedError(message)
        return found[0][1]

    def rows(self, table: str, places: Sequence[int], size: int) -> Iterator[Any]:
        """Yield the rows at these places of a table of this size, in the order of the places."""
        if len(places) * _MANY > size:
            every = self._scanned(table, set(places))
            yield from every if list(places) == sorted(places) else _sorted(every, places)
            return
        rest = iter(places)
        while some := list(islice(rest, _AT_ONCE)):
            marks = ", ".join("?" * len(some))
            found = self._database.execute(f"SELECT place, sum, held FROM {table} WHERE place IN ({marks})", some)  # noqa: S608
            held = {place: self._checked(table, place, total, one) for place, total, one in found}
            yield from (_there(held, table, place) for place in some)

    def _scanned(self, table: str, wanted: set[int]) -> Iterator[Any]:
        """Yield the rows that are wanted, in the order of the table."""
        met = 0
        for place, total, held in self._database.execute(f"SELECT place, sum, held FROM {table} ORDER BY place"):  # noqa: S608
            if place in wanted:
                met += 1
                yield self._checked(table, place, total, held)
        if met != len(wanted):
            message = f"rows of {table} are not there"
            raise DamagedError(message)

    def _checked(self, table: str, place: int, total: int, held: bytes) -> bytes:
        if _sum(self._key, f"{table}/{place}", held) != total:
            message = f"the entry is damaged: {table} {place}"
            raise DamagedError(message)
        return held

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _sorted(every: Iterable[Any], places: Sequence[int]) -> Iterator[Any]:
    held = dict(zip(sorted(set(places)), every, strict=True))
    return (held[place] for place in places)


def _there(held: Mapping[int, Any], table: str, place: int) -> Any:
    if place not in held:
        message = f"the entry lacks {table} {place}"
        raise DamagedError(message)
    return held[place]


def _sum(key: str, name: str, held: bytes) -> int:
    return crc32(held, crc32(f"{key}/{name}".encode()))
