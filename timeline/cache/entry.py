"""An entry of the cache: an SQLite database of one table, with a digest by which damage is noticed."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from timeline.cache.key import digest as digest_of

if TYPE_CHECKING:
    from timeline.cache.columns import Table

_COLUMNS = ("digest", "key", "veiled", "corpus", "tables")
_NAMES = ", ".join(_COLUMNS)


def packed(key: str, corpus: str, tables: list[Table], *, veiled: bool) -> bytes:
    """Return the bytes of an entry; `veiled` is whether something is withheld from it.

    Raises ValueError for a text that UTF-8 cannot hold.
    """
    parts = (key, "yes" if veiled else "no", corpus, json.dumps(tables, separators=(",", ":")))
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"CREATE TABLE entry ({_NAMES})")
        database.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?)", (_digest(*parts), *parts))
        database.commit()
        return database.serialize()


def unpacked(held: bytes, key: str) -> tuple[str, list[Table], bool]:
    """Return the corpus in words and the tables of an entry, and whether something is withheld from it.

    Raises ValueError, TypeError or sqlite3.Error for a damaged one.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(held)
        [[digest, *parts]] = database.execute(f"SELECT {_NAMES} FROM entry")  # noqa: S608 - names of ours
    found, veiled, corpus, told = parts
    if found != key or digest != _digest(*parts):
        raise ValueError("the entry is damaged, or another one's")
    tables: Any = json.loads(told)
    return corpus, tables, veiled == "yes"


def _digest(*parts: str) -> str:
    return digest_of("\0".join(parts).encode("utf-8"))
