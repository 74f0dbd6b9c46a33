"""An SQLite database: the chronology as tables, for queries, Datasette, sqlite-utils and spreadsheets that read it.

`schema.sql` documents the tables. The same selection gives the same bytes with one version of SQLite. All text from
the data is bound as a value, never part of a statement.
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from timeline.clean import visible_by_line
from timeline.export.sqlite.rows import SCHEMA, Rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from timeline.export.sqlite.rows import Row
    from timeline.model import Selection

APPLICATION_ID = 0x544C4E45
"""What `file` and the like may know such a database by: "TLNE"."""


def render(selection: Selection) -> Iterator[bytes]:
    """Yield the database."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA};")
        database.execute("PRAGMA temp_store = MEMORY")  # what it makes on the way needs no disk, which may be full
        database.executescript(_sql("schema.sql"))
        for table, rows in Rows(selection).tables():
            _fill(database, table, rows)
        database.commit()
        _make_searchable(database)
        database.execute("VACUUM")
        yield _bytes(database)


def _bytes(database: sqlite3.Connection) -> bytes:
    """Return what a database is as a file; an SQLite before 3.36 may only know how to write one."""
    if hasattr(database, "serialize"):
        return database.serialize()
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="timeline-") as folder:  # which nobody else may look into
        file = Path(folder, "whole.sqlite")
        database.execute("VACUUM INTO ?", (str(file),))
        return file.read_bytes()


def _fill(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    columns = len(database.execute(f"PRAGMA table_info({table})").fetchall())
    places = ", ".join("?" * columns)
    # What would drive the terminal of whoever queries it is made visible; most texts are as they should be.
    held = (
        tuple([visible_by_line(one) if type(one) is str and not one.isprintable() else one for one in row])
        for row in rows
    )
    database.executemany(f"INSERT INTO {table} VALUES ({places})", held)  # noqa: S608 - a table of ours


def _make_searchable(database: sqlite3.Connection) -> None:
    """Add full-text search; where SQLite was built without it, say in `meta` that there is none."""
    import sqlite3

    try:
        database.executescript(_sql("search.sql"))
    except sqlite3.OperationalError:
        said = "There is no full-text search: SQLite was built without FTS5 where this was made."
        database.execute("INSERT INTO meta (name, value) VALUES ('remark', ?)", (said,))
        database.commit()


def _sql(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
