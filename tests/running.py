"""What a run of a command line in this process left behind."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from typing import NamedTuple


class Ran(NamedTuple):
    """The exit code, and what stood on standard output and standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def as_text(output: bytes) -> str:
    """What was written, as text; of an archive or a database, the text of all that is in it."""
    if output.startswith(b"SQLite format 3\0"):
        return "\n".join(str(value) for row in database_rows(output) for value in row)
    if output.startswith(b"PAR1"):
        return table_text(output)
    if not output.startswith(b"PK"):
        return output.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(output)) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml"))


def database_rows(output: bytes) -> list[tuple[object, ...]]:
    """Every row of every table of a database."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(output)
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
        return [row for (name,) in tables.fetchall() for row in database.execute(f"SELECT * FROM {name}")]  # noqa: S608


def table_text(output: bytes) -> str:
    """Every value of a Parquet file, and its metadata."""
    import pyarrow as pa
    from pyarrow import parquet

    table = parquet.read_table(pa.BufferReader(output))
    return f"{table.to_pylist()}\n{table.schema.to_string(show_schema_metadata=True)}"
