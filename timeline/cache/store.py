"""An entry of the cache: an SQLite database of parts and of tables, each with a sum that tells damage.

A part is found by its name, a row of a table by its number; rows are held some together, so that neighbours are read at
once. Only what a query needs is read. The sums take the key of the entry in, so that nothing of another one passes for
its own; what is damaged, or is not there, raises `DamagedError` and is never passed over.
"""

from __future__ import annotations

import marshal
from importlib import import_module
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import compress, crc32, decompress

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path


def _sqlite3() -> Any:
    """Return what opens databases: `sqlite3` comes with what turns dates, which are never stored, and takes long."""
    try:
        return import_module("_sqlite3")  # of CPython
    except ImportError:
        return import_module("sqlite3")


_SQLITE = _sqlite3()
_AT_ONCE = 500
_MANY = 8
"""Where more than one in so many is asked for, all of them are read: that is quicker than to look for each."""
_FAST = 1
_TABLES = "tables"
"""The part that says how many rows the tables have, and how they are held."""


def loaded(held: bytes) -> Any:
    """Return the plain values that are held as `marshal.dumps` writes them."""
    return marshal.loads(held)  # noqa: S302 - from a folder in which nobody else may write, and as its sum says


def opens_bytes() -> bool:
    """Whether this SQLite can open a database that was read; one before 3.36 may only open a file."""
    return hasattr(_SQLITE.Connection, "deserialize")


class DamagedError(ValueError):
    """An entry does not hold what it should."""

    def __init__(self, what: str) -> None:
        super().__init__(f"the entry is damaged, or another one's: {what}")


class Table(NamedTuple):
    """Rows of plain values, in order from 0: so many of them are held `together`, and `packed` to take less room."""

    rows: Iterable[Any]
    together: int = 1
    packed: bool = False


class Content(NamedTuple):
    """What an entry is to hold: parts of plain values, and tables, by their names."""

    parts: Mapping[str, Any]
    tables: Mapping[str, Table]


def write(path: Path, key: str, content: Content) -> None:
    """Write an entry into an empty file. Raises sqlite3.Error."""
    database = _SQLITE.connect(path, isolation_level=None)
    try:
        # It takes its name only once it is complete, and what is damaged is noticed: there is nothing to roll back to.
        for setting in ("page_size = 8192", "journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")
        database.execute("CREATE TABLE part (name TEXT PRIMARY KEY, sum INTEGER, held)")
        tables = {}
        for name, table in content.tables.items():
            database.execute(f"CREATE TABLE {name} (place INTEGER PRIMARY KEY, sum INTEGER, held)")
            groups = _Groups(table)
            begun = _sum(key, f"{name}/")
            rows = ((at, _sum_of_row(begun, at, held), held) for at, held in enumerate(groups))
            database.executemany(f"INSERT INTO {name} VALUES (?, ?, ?)", rows)  # noqa: S608 - names of ours
            tables[name] = (groups.size, table.together, table.packed)
        dumped = ((name, marshal.dumps(part)) for name, part in (*content.parts.items(), (_TABLES, tables)))
        parts = ((name, crc32(held, _sum(key, name)), held) for name, held in dumped)
        database.executemany("INSERT INTO part VALUES (?, ?, ?)", parts)
        database.execute("COMMIT")
    finally:
        database.close()


class _Groups:
    """The rows of a table as they are held; once they have been gone through, `size` counts them."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        rest = iter(self._table.rows)
        while some := list(islice(rest, self._table.together)):
            self.size += len(some)
            held = marshal.dumps(some)
            yield compress(held, _FAST) if self._table.packed else held


class Store:
    """Reads an entry, from the bytes of a small one or else from its file."""

    def __init__(self, held: bytes | Path, key: str) -> None:
        self._key = key
        if isinstance(held, bytes):
            self._database = _SQLITE.connect(":memory:")
            self._database.deserialize(held)
        else:  # nobody writes in it once it is there, so nothing is locked
            self._database = _SQLITE.connect(f"{held.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        self._tables: dict[str, tuple[int, int, bool]] = self.part(_TABLES)

    def __del__(self) -> None:
        if hasattr(self, "_database"):  # it could be opened
            self._database.close()  # which Python, from 3.13 on, wants to be told

    def part(self, name: str) -> Any:
        """Return a part."""
        found = self._database.execute("SELECT sum, held FROM part WHERE name = ?", (name,)).fetchall()
        if len(found) != 1:
            raise DamagedError(name)
        [(total, held)] = found
        if crc32(held, _sum(self._key, name)) != total:
            raise DamagedError(name)
        return loaded(held)

    def numbers(self, name: str, wanted: Collection[str | None]) -> list[int]:
        """Return the numbers of the wanted ones in a part that is a list of texts."""
        return [number for number, one in enumerate(self.part(name)) if one in wanted]

    def size(self, table: str) -> int:
        """Return how many rows a table has."""
        return self._tables[table][0]

    def all_rows(self, table: str) -> Iterator[Any]:
        """Yield all rows of a table."""
        return self.rows(table, range(self.size(table)))

    def rows(self, table: str, places: Sequence[int]) -> Iterator[Any]:
        """Yield the rows at these places of a table, in the order of the places, which goes up or down."""
        size, together, packed = self._tables[table]
        if places and not all(0 <= end < size for end in (places[0], places[-1])):
            raise DamagedError(table)
        groups = [(number, list(some)) for number, some in groupby(places, lambda place: place // together)]
        held = self._held(table, [number for number, _ in groups], -(-size // together))
        for (number, some), group in zip(groups, held, strict=True):
            every = loaded(decompress(group) if packed else group)
            first = number * together
            for place in some:
                yield every[place - first]

    def _held(self, table: str, numbers: Sequence[int], of: int) -> Iterator[bytes]:
        """Yield what is held under these numbers, of so many that there are."""
        if len(numbers) * _MANY > of:
            yield from self._scanned(table, numbers)
            return
        begun = _sum(self._key, f"{table}/")
        rest = iter(numbers)
        while some := list(islice(rest, _AT_ONCE)):
            marks = ", ".join("?" * len(some))
            found = self._database.execute(f"SELECT place, sum, held FROM {table} WHERE place IN ({marks})", some)  # noqa: S608
            by_number = {number: held for number, total, held in found if _sum_of_row(begun, number, held) == total}
            if len(by_number) != len(some):
                raise DamagedError(table)
            for number in some:
                yield by_number[number]

    def _scanned(self, table: str, numbers: Sequence[int]) -> Iterator[bytes]:
        """Yield what is held under these numbers, of all that there are."""
        begun = _sum(self._key, f"{table}/")
        rest = iter(numbers)
        next_ = next(rest, None)
        way = "DESC" if len(numbers) > 1 and numbers[0] > numbers[-1] else "ASC"
        for number, total, held in self._database.execute(
            f"SELECT place, sum, held FROM {table} ORDER BY place {way}"  # noqa: S608
        ):
            if number == next_:  # a damaged index may give one twice, or out of turn, and leave another out
                if _sum_of_row(begun, number, held) != total:
                    raise DamagedError(table)
                yield held
                next_ = next(rest, None)
        if next_ is not None:
            raise DamagedError(table)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _sum(key: str, name: str) -> int:
    """Return the sum that what is held under a name begins with."""
    return crc32(f"{key}/{name}".encode())


def _sum_of_row(begun: int, number: int, held: bytes) -> int:
    return crc32(held, crc32(b"%d" % number, begun))
