"""sqlite-utils opens the database: tables, links and search are what it expects (Datasette finds them alike)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import needed
import pytest

from timeline.export import pieces
from timeline.model import Selection


@pytest.fixture
def database(selection: Selection, tmp_path: Path) -> Any:
    sqlite_utils = needed.needed_module("sqlite_utils")
    file = tmp_path / "corpus.sqlite"
    file.write_bytes(b"".join(piece for piece in pieces("sqlite", selection) if isinstance(piece, bytes)))
    opened = sqlite_utils.Database(file)
    yield opened
    opened.close()


def test_tables_and_links(selection: Selection, database: Any) -> None:
    assert database["events"].count == len(selection.timeline.events)
    assert {key.other_table for key in database["claims"].foreign_keys} == {"events", "sources", "people", "places"}
    assert {"chronology", "accounts"} <= set(database.view_names())


def test_search_is_detected_and_finds_every_claim_by_its_words(selection: Selection, database: Any) -> None:
    assert {table: database[table].detect_fts() for table in ("events", "claims", "sources")} == {
        table: f"{table}_fts" for table in ("events", "claims", "sources")
    }
    claim = next(claim for event in selection.timeline.events for claim in event.claims if claim.says[:1].isalpha())
    words = " ".join(word for word in claim.says.split() if word.isalnum())
    assert claim.id in {row["id"] for row in database["claims"].search(words, quote=True)}
