"""The Parquet file: nothing lost, days of any year, written as it goes, what is said of it in its metadata."""

from __future__ import annotations

import datetime
import json
from typing import Any

import harbour
import hostile
import pytest
from conftest import Corpus
from running import Run, table_text

from timeline.dates.span import iso
from timeline.export import pieces
from timeline.export.parquet import _ROWS_OF_A_GROUP, _held
from timeline.export.parquet.tables import TABLES
from timeline.model import Conflict, Selection, Timeline
from timeline.select import Query, select

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def exported(selection: Selection, rows: str = "claims") -> bytes:
    return b"".join(piece for piece in pieces("parquet", selection, rows=rows) if isinstance(piece, bytes))


def opened(selection: Selection, rows: str = "claims") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(pa.BufferReader(exported(selection, rows))).to_pylist()
    return found


def claimed(corpus: Corpus, date: str) -> dict[str, Any]:
    written = f'{{event: march, source: gazette, paragraph: 1, says: a, date: "{date}"}}'
    timeline = corpus(f"records: [{written}]")
    return next(row for row in opened(select(timeline, Query())[0]) if row["claim"] == "march/gazette/1")


def test_nothing_is_lost(selection: Selection) -> None:
    timeline = selection.timeline
    rows = opened(selection)
    assert [row["claim"] for row in rows] == [claim.id for event in timeline.events for claim in event.claims]
    assert list(dict.fromkeys(row["event_id"] for row in rows)) == [event.id for event in timeline.events]
    assert {one["id"] for row in rows for one in row["conflicts"]} == {one.id for one in timeline.conflicts}
    for name, whole in (
        ("events", timeline.events),
        ("conflicts", timeline.conflicts),
        ("sources", timeline.sources),
        ("people", timeline.people),
        ("places", timeline.places),
        ("kinds", timeline.kinds),
    ):
        assert [row["id"] for row in opened(selection, name)] == [one.id for one in whole]


def test_what_a_claim_holds_is_there(selection: Selection) -> None:
    claims = [claim for event in selection.timeline.events for claim in event.claims]
    for claim, row in zip(claims, opened(selection), strict=True):
        assert row["says"] == _held(claim.says)
        assert [one["id"] for one in row["people"]] == list(claim.people)
        assert [(fact["name"], fact["texts"]) for fact in row["facts"]] == _held(
            [(fact.name, list(fact.texts)) for fact in claim.facts]
        )
        assert [(said["kind"], said["event"]) for said in row["relations"]] == [
            (said.kind, said.event) for said in claim.relations
        ]
        assert [said["claim"] for said in row["contradicts"]] == [said.claim for said in claim.contradicts]
        for bound, day in zip(("start_earliest", "end_latest"), claim.date.sound.bounds[::3], strict=True):
            assert row[bound] == (None if day is None else iso(day))
            assert row[f"{bound}_day"] == day


def test_rivals_stand_beside_the_date_shown() -> None:
    rows = opened(harbour.SELECTION, "events")
    for event, row in zip(harbour.SELECTION.timeline.events, rows, strict=True):
        assert row["start_earliest_day"] == event.date.sound.start_earliest
        assert [rival["claims"] for rival in row["rivals"]] == [list(one.claims) for one in event.windows[1:]]
    assert any(row["rivals"] for row in rows)


@pytest.mark.parametrize(
    ("date", "earliest", "latest"),
    [
        ("2019-03-10", datetime.date(2019, 3, 10), datetime.date(2019, 3, 10)),
        ("../2019-03-10", None, datetime.date(2019, 3, 10)),
        ("0001", datetime.date(1, 1, 1), datetime.date(1, 12, 31)),
        ("9999", datetime.date(9999, 1, 1), datetime.date(9999, 12, 31)),
        ("0000", None, None),
        ("Y12000", None, None),
        ("Y-170000000000000000", None, None),
    ],
)
def test_dates_stand_where_every_reader_has_them(
    date: str, earliest: datetime.date | None, latest: datetime.date | None, corpus: Corpus
) -> None:
    row = claimed(corpus, date)
    assert (row["start_earliest_date"], row["end_latest_date"]) == (earliest, latest)


def test_days_of_any_year_are_kept(corpus: Corpus) -> None:
    early, late, far = (claimed(corpus, date) for date in ("-0004-03-01", "Y12000", "Y-170000000000000000"))
    assert (early["start_earliest"], early["start_earliest_day"]) == ("-000004-03-01", -1766)
    assert late["start_earliest"] == "+012000-01-01"
    assert late["start_earliest_day"] == 4382545
    assert far["start_earliest"].startswith("-170000000000000000-01-01")
    assert far["start_earliest_day"] is None  # no number of a column is so large


def test_alternatives_are_kept_apart(corpus: Corpus) -> None:
    row = claimed(corpus, "[2010,2015]")
    days = [(one["start_earliest"], one["end_latest"]) for one in row["alternatives"]]
    assert days == [("2010-01-01", "2010-12-31"), ("2015-01-01", "2015-12-31")]


def test_a_conflict_of_no_claim_here_has_a_row(bundled: Selection) -> None:
    event = bundled.timeline.events[0]
    of_event = Conflict("order/a", "order", (event.id,), ("elsewhere/a/1",), "m")
    stray = Conflict("order/b", "order", (), (), "m")
    alone = Timeline(events=(event, event._replace(id="untold", claims=())), conflicts=(of_event, stray))
    rows = opened(Selection(alone))
    assert [(row["claim"], row["event_id"], [one["id"] for one in row["conflicts"] or ()]) for row in rows] == [
        (event.claims[0].id, event.id, ["order/a"]),
        *((claim.id, event.id, []) for claim in event.claims[1:]),
        (None, "untold", []),
        (None, None, ["order/b"]),
    ]


def test_it_is_written_as_it_goes(bundled: Selection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.export.parquet._ROWS_OF_A_GROUP", 50)
    written = list(pieces("parquet", bundled, rows="claims"))
    claims = sum(len(event.claims) for event in bundled.timeline.events)
    assert len(written) == -(-claims // 50) + 1
    found = parquet.ParquetFile(pa.BufferReader(b"".join(written)))  # type: ignore[arg-type]
    assert found.num_row_groups == len(written) - 1
    assert found.metadata.num_rows == claims < _ROWS_OF_A_GROUP


@pytest.mark.parametrize("rows", TABLES)
def test_a_table_without_rows_keeps_its_columns(rows: str) -> None:
    found = parquet.read_table(pa.BufferReader(exported(Selection(Timeline()), rows)))
    assert found.num_rows == 0
    assert found.column_names == [column.name for column in TABLES[rows].columns]


def test_it_says_what_was_asked_for(bundled: Selection) -> None:
    one, _ = select(bundled.timeline, Query(people=("Qaisha Aqan",)))
    metadata = parquet.read_schema(pa.BufferReader(exported(one))).metadata
    assert json.loads(metadata[b"timeline_filters"]) == ["person Qaisha Aqan"]
    [remark] = json.loads(metadata[b"timeline_remarks"])
    assert remark.startswith("Only: person Qaisha Aqan")
    counts = json.loads(metadata[b"timeline_counts"])
    assert counts["events"] == len(one.timeline.events)
    assert counts["conflicts"] == len(one.timeline.conflicts)
    assert json.loads(metadata[b"timeline_left_out"]) == one.left_out > 0


def test_the_same_selection_gives_the_same_bytes(selection: Selection) -> None:
    assert exported(selection) == exported(selection)


@pytest.mark.parametrize("rows", TABLES)
def test_hostile_text_is_data(rows: str, strange: Selection) -> None:
    text = table_text(exported(strange, rows))
    assert "\\x1b" not in text
    assert "\\u202e" not in text
    if rows in {"claims", "events"}:
        assert hostile.TEXTS["attribute"] in {row.get("title", row.get("event_title")) for row in opened(strange, rows)}


def test_a_file_is_written_by_its_suffix(run_here: Run, tmp_path: Any) -> None:
    assert run_here("export", str(tmp_path / "out.parquet"), "--year", "2020").code == 0
    assert run_here("export", str(tmp_path / "people.parquet"), "--rows", "people").code == 0
    assert parquet.read_table(tmp_path / "people.parquet").column_names[:2] == ["id", "name"]
    assert parquet.read_table(tmp_path / "out.parquet").num_rows > 0
