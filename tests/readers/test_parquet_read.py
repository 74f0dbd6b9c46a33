"""DuckDB and pyarrow open the Parquet file: rows, nested lists, days of any year, and the metadata."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import needed
import pytest

from timeline.export import pieces
from timeline.export.parquet.tables import TABLES
from timeline.model import Selection


@pytest.fixture
def files(selection: Selection, tmp_path: Path) -> dict[str, Path]:
    needed.needed_module("pyarrow.parquet")
    found = {}
    for rows in TABLES:
        found[rows] = tmp_path / f"{rows}.parquet"
        written = pieces("parquet", selection, rows=rows)
        found[rows].write_bytes(b"".join(piece for piece in written if isinstance(piece, bytes)))
    return found


@pytest.fixture
def ask(files: dict[str, Path]) -> Any:
    duckdb = needed.needed_module("duckdb")
    database = duckdb.connect()
    for rows, file in files.items():
        database.from_parquet(str(file)).create_view(rows)
    yield lambda query: database.execute(query).fetchall()
    database.close()


def test_duckdb_counts_what_went_in(selection: Selection, ask: Any) -> None:
    timeline = selection.timeline
    claims = [claim for event in timeline.events for claim in event.claims]
    assert ask("SELECT count(claim), count(DISTINCT event_id) FROM claims") == [(len(claims), len(timeline.events))]
    named = ask("SELECT count(DISTINCT one.id) FROM (SELECT unnest(conflicts) AS one FROM claims)")
    assert named == [(len(timeline.conflicts),)]
    facts = sum(len(fact.texts) for claim in claims for fact in claim.facts)
    assert ask("SELECT count(*) FROM (SELECT unnest(one.texts) FROM (SELECT unnest(facts) AS one FROM claims))") == [
        (facts,)
    ]
    for rows in ("events", "conflicts", "sources", "people", "places", "kinds"):
        assert ask(f"SELECT count(*) FROM {rows}") == [(len(getattr(timeline, rows)),)]  # noqa: S608


def test_duckdb_reckons_with_days(selection: Selection, ask: Any) -> None:
    # A date where there is one is the same day as the number, and only days of the years 1 to 9999 have one.
    differ = ask(
        "SELECT count(*) FROM claims WHERE start_earliest_date IS NOT NULL AND "
        "start_earliest_day <> start_earliest_date - DATE '0001-01-01' + 1"
    )
    assert differ == [(0,)]
    without = ask(
        "SELECT start_earliest FROM claims WHERE start_earliest_day IS NOT NULL AND start_earliest_date IS NULL"
    )
    assert all(text[0] in "-+" or text.startswith("0000") for (text,) in without)
    days = {
        claim.date.sound.start_earliest
        for event in selection.timeline.events
        for claim in event.claims
        if claim.date.sound.start_earliest is not None
    }
    assert {day for (day,) in ask("SELECT DISTINCT start_earliest_day FROM claims") if day is not None} == days


def test_duckdb_finds_the_metadata(files: dict[str, Path], ask: Any) -> None:
    said = ask(f"SELECT key, value FROM parquet_kv_metadata('{files['claims']}')")  # noqa: S608
    assert {"timeline_schema", "timeline_remarks", "timeline_counts"} <= {bytes(key).decode() for key, _ in said}


def test_pyarrow_reads_it_and_pushes_filters_down(selection: Selection, files: dict[str, Path]) -> None:
    parquet = needed.needed_module("pyarrow.parquet")
    event = selection.timeline.events[0]
    table = parquet.read_table(files["claims"], filters=[("event_id", "==", event.id)])
    assert table.column("claim").to_pylist() == [claim.id for claim in event.claims]
    assert parquet.ParquetFile(files["claims"]).metadata.row_group(0).column(0).compression == "ZSTD"
