"""The SQLite database: whole, linked, searchable, the same bytes each time, and hostile text as data only."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import harbour
import hostile
import pytest
from conftest import Corpus
from hypothesis import given
from hypothesis import strategies as st
from running import Run

from timeline.clean import visible_by_line
from timeline.dates.span import iso
from timeline.dates.text import date_text
from timeline.export import pieces
from timeline.export.sqlite import APPLICATION_ID
from timeline.model import Selection
from timeline.select import Query, select


def exported(selection: Selection) -> bytes:
    return b"".join(piece for piece in pieces("sqlite", selection) if isinstance(piece, bytes))


def opened(selection: Selection) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(exported(selection))
    return database


@pytest.fixture(scope="module")
def database(selection: Selection) -> Iterator[sqlite3.Connection]:
    with closing(opened(selection)) as found:
        yield found


def counted(database: sqlite3.Connection, table: str) -> int:
    [[number]] = database.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
    return int(number)


def test_the_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA application_id").fetchall() == [(APPLICATION_ID,)]
    assert database.execute("PRAGMA user_version").fetchall() == [(1,)]


def test_it_needs_no_temporary_disk(tmp_path: Path) -> None:
    records = "".join(f"- {{event: arrest, source: g, paragraph: {n}, says: {'x' * 20_000}}}\n" for n in range(1, 300))
    declared = (
        "sources: {g: {publisher: G, title: T}}\nkinds: {k: {title: K, theme: t}}\n"
        "events: {arrest: {title: A, kind: k}}\nrecords:\n"
    )
    (tmp_path / "large.yaml").write_text(declared + records, encoding="utf-8")
    arguments = [sys.executable, "-m", "timeline", "export", "--data", "large.yaml", "--format", "sqlite"]
    no_file = ["/bin/sh", "-c", 'ulimit -f 0; exec "$@"', "sh", *arguments]  # the pipe is no file
    ran = subprocess.run(no_file, cwd=tmp_path, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert len(ran.stdout) > 6_000_000


def test_nothing_is_lost(selection: Selection, database: sqlite3.Connection) -> None:
    timeline = selection.timeline
    claims = [claim for event in timeline.events for claim in event.claims]
    bounds = [bound for event in timeline.events for bound in event.bounds]
    bounds += [bound for source in timeline.sources for bound in source.bounds]
    expected = {
        "sources": len(timeline.sources),
        "people": len(timeline.people),
        "people_also": sum(len(one.also) for one in timeline.people),
        "places": len(timeline.places),
        "places_also": sum(len(one.also) for one in timeline.places),
        "kinds": len(timeline.kinds),
        "events": len(timeline.events),
        "event_people": sum(len(one.people) for one in timeline.events),
        "event_places": sum(len(one.places) for one in timeline.events),
        "claims": len(claims),
        "claim_people": sum(len(one.people) for one in claims),
        "claim_alternatives": sum(len(one.date.sound.alternatives) for one in claims),
        "facts": sum(len(fact.texts) for one in claims for fact in one.facts),
        "relations": sum(len(one.relations) for one in claims),
        "contradictions": sum(len(one.contradicts) for one in claims),
        "windows": sum(len(one.windows) for one in timeline.events),
        "window_claims": sum(len(window.claims) for one in timeline.events for window in one.windows),
        "window_alternatives": sum(len(w.sound.alternatives) for one in timeline.events for w in one.windows),
        "conflicts": len(timeline.conflicts),
        "conflict_events": sum(len(one.events) for one in timeline.conflicts),
        "conflict_claims": sum(len(one.claims) for one in timeline.conflicts),
        "arguments": sum(len(bound.steps) for bound in bounds),
        "chronology": len(timeline.events),
        "accounts": len(claims),
    }
    assert {table: counted(database, table) for table in expected} == expected
    assert [row[0] for row in database.execute("SELECT id FROM events ORDER BY number")] == [
        event.id for event in timeline.events
    ]


def test_every_table_is_filled_by_one_corpus_or_another() -> None:
    with closing(opened(harbour.SELECTION)) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'")
        empty = {name for (name,) in tables.fetchall() if not counted(database, name)}
    assert empty <= {"claim_alternatives", "window_alternatives", "people_also", "places_also", "arguments"}


def test_dates_stand_as_text_and_as_numbers(selection: Selection, database: sqlite3.Connection) -> None:
    bounds = ("start_earliest", "start_latest", "end_earliest", "end_latest")
    columns = ", ".join((*bounds, *(f"{bound}_day" for bound in bounds)))
    shown = f"SELECT text, {columns} FROM windows WHERE position = 1 ORDER BY rowid"  # noqa: S608
    found = database.execute(shown).fetchall()
    for event, (text, *days) in zip(selection.timeline.events, found, strict=True):
        date = event.date
        assert text == date_text(date.edtf, date.reading, date.sound)
        assert days[:4] == [None if day is None else iso(day) for day in date.sound.bounds]
        assert days[4:] == list(date.sound.bounds)


def test_a_day_too_large_for_a_column_keeps_its_date(corpus: Corpus) -> None:
    far = "Y-170000000000000000"
    timeline = corpus(f"records: [{{event: march, source: gazette, paragraph: 1, says: a, date: {far}}}]")
    with closing(opened(select(timeline, Query())[0])) as database:
        found = database.execute("SELECT start_earliest, start_earliest_day FROM claims").fetchall()
    [claim] = next(event.claims for event in timeline.events if event.claims)
    day = claim.date.sound.start_earliest
    assert day is not None
    assert found == [(iso(day), None)]


def test_alternatives_are_kept_apart(corpus: Corpus) -> None:
    timeline = corpus('records: [{event: march, source: gazette, paragraph: 1, says: a, date: "[2010,2015]"}]')
    with closing(opened(select(timeline, Query())[0])) as database:
        for table in ("claim_alternatives", "window_alternatives"):
            listed = f"SELECT position, start_earliest, end_latest FROM {table}"  # noqa: S608
            found = database.execute(listed).fetchall()
            assert found == [(1, "2010-01-01", "2010-12-31"), (2, "2015-01-01", "2015-12-31")]


def test_what_is_left_out_is_named_all_the_same(bundled: Selection) -> None:
    one, _ = select(bundled.timeline, Query(people=("Qaisha Aqan",)))
    with closing(opened(one)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT value FROM meta WHERE name = 'filter'").fetchall() == [("person Qaisha Aqan",)]
        [[remark]] = database.execute("SELECT value FROM meta WHERE name = 'remark'")
        assert remark.startswith("Only: person Qaisha Aqan")
        away = database.execute("SELECT named FROM relations WHERE other_event IS NULL").fetchall()
    stated = {said.event for event in one.timeline.events for claim in event.claims for said in claim.relations}
    assert {named for (named,) in away} == stated - {event.id for event in one.timeline.events}


def test_words_find_their_claim(bundled: Selection) -> None:
    with closing(opened(bundled)) as database:
        found = database.execute(
            "SELECT id FROM claims JOIN claims_fts ON claims_fts.rowid = claims.number WHERE claims_fts MATCH 'bruised'"
        ).fetchall()
        assert found == [("assault-akan/eurasianet-2021/4",)]
        titled = (
            "SELECT id FROM events JOIN events_fts ON events_fts.rowid = events.number "
            "WHERE events_fts MATCH 'title: assaulted' ORDER BY number"
        )
        assert database.execute(titled).fetchall() == [("assault-akan",), ("assault-alimuly",)]


def test_the_view_reads_like_the_chronology(bundled: Selection) -> None:
    with closing(opened(bundled)) as database:
        found = database.execute(
            "SELECT date, title, people, sources, origins, open_conflicts FROM chronology "
            "WHERE id = 'fine-february-2019'"
        ).fetchall()
    title = (
        "A court finds Bilash guilty of unlawfully leading an unregistered organization "
        "and fines him the equivalent of 666 USD"
    )
    assert found == [("Feb 2019", title, "Serikzhan Bilash; courts in Kazakhstan", 1, 1, 0)]


def test_the_same_selection_gives_the_same_bytes(selection: Selection) -> None:
    assert exported(selection) == exported(selection)


def test_hostile_text_is_data(strange: Selection) -> None:
    with closing(opened(strange)) as database:
        titles = {title for (title,) in database.execute("SELECT title FROM events")}
    assert hostile.TEXTS["attribute"] in titles
    assert hostile.TEXTS["formula"] in titles
    assert all("\x1b" not in title and "\u202e" not in title for title in titles)


@given(st.text())
def test_any_text_can_be_held(text: str) -> None:
    held = visible_by_line(text)
    with closing(sqlite3.connect(":memory:")) as database:
        assert database.execute("SELECT ?", (held,)).fetchall() == [(held,)]


def test_a_file_is_written_by_its_suffix(run_here: Run, tmp_path: Path) -> None:
    for name in ("corpus.sqlite", "corpus.db"):
        assert run_here("export", str(tmp_path / name), "--year", "2020").code == 0
    assert (tmp_path / "corpus.sqlite").read_bytes() == (tmp_path / "corpus.db").read_bytes()
