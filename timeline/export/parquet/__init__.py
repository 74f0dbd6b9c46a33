"""A Parquet file: one table, for DuckDB, pandas, Polars, Spark and whatever else reads columns.

A file holds one table, so `rows` chooses which: a row a claim, with its event, its source and its conflicts beside it
(no event and no conflict is in none of these rows), or a row an event, a conflict, a source, a person, a place or a
kind. `tables.py` documents the columns. A group of rows is written as soon as it is made, and then forgotten. What
every output says of itself is in the file's key-value metadata. The same selection gives the same bytes with one
version of pyarrow.
"""

from __future__ import annotations

import io
import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline import __version__
from timeline.clean import visible_by_line
from timeline.export.parquet.tables import TABLES
from timeline.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.export.parquet.columns import Column
    from timeline.model import Selection

SCHEMA = 1
"""The version of the tables, in the metadata as `timeline_schema`: raised when a column goes or changes its meaning."""

_ROWS_OF_A_GROUP = 50_000
_NO_TEXT = {"number", "date", "yes or no"}


class _Sink(io.RawIOBase):
    """Holds what was written until it is taken."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        """Return what was written since it was last asked for."""
        whole = b"".join(self._pieces)
        self._pieces.clear()
        return whole


def render(selection: Selection, rows: str = "claims") -> Iterator[bytes]:
    """Yield the file with the table `rows`, one of `TABLES`, a group of rows at a time."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    table = TABLES[rows]
    schema = pa.schema([_field(column) for column in table.columns], metadata=_metadata(selection, rows))
    sink = _Sink()
    with ParquetWriter(sink, schema, compression="zstd") as writer:
        left = table.rows(selection)
        while group := list(islice(left, _ROWS_OF_A_GROUP)):
            columns = zip(table.columns, zip(*group, strict=True), strict=True)
            arrays = [pa.array(_safe(column, values), _type(column)) for column, values in columns]
            writer.write_batch(pa.record_batch(arrays, schema=schema))
            yield sink.taken()
    yield sink.taken()


def _metadata(selection: Selection, rows: str) -> dict[str, str]:
    timeline = selection.timeline
    counts = {
        "events": len(timeline.events),
        "claims": sum(len(event.claims) for event in timeline.events),
        "conflicts": len(timeline.conflicts),
        "sources": len(timeline.sources),
        "people": len(timeline.people),
        "places": len(timeline.places),
        "kinds": len(timeline.kinds),
    }
    said = {
        "schema": SCHEMA,
        "program": f"timeline {__version__}",
        "rows": rows,
        "counts": counts,
        "filters": [_held(text) for text in selection.filters],
        "left_out": selection.left_out,
        "remarks": [_held(text) for text in remarks(selection)],
    }
    return {
        f"timeline_{name}": value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in said.items()
    }


def _field(column: Column) -> Any:
    import pyarrow as pa

    return pa.field(column.name, _type(column), metadata={"about": column.about} if column.about else None)


def _type(column: Column) -> Any:
    """Return the Arrow type of a column: of one that holds records, a list of structures."""
    import pyarrow as pa

    if column.fields:
        return pa.list_(pa.struct([(field.name, _type(field)) for field in column.fields]))
    return {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "number": pa.int64(),
        "date": pa.date32(),
        "yes or no": pa.bool_(),
    }[column.type]


def _safe(column: Column, values: Sequence[Any]) -> Sequence[Any]:
    """Return the values of a column, the texts among them safe."""
    if column.type in _NO_TEXT and not column.fields:
        return values
    if column.type == "text" and not column.fields and "".join(filter(None, values)).isprintable():
        return values
    return [one if one is None or one == [] else _held(one) for one in values]


def _held(value: Any) -> Any:
    """Return a value with what would drive the terminal of whoever queries it made visible; lines stay lines."""
    if isinstance(value, str):
        return visible_by_line(value)
    if isinstance(value, list):
        return [_held(each) for each in value]
    return tuple(map(_held, value)) if isinstance(value, tuple) else value
