"""The way back from a spreadsheet: a table of claims becomes a corpus that gives the same table."""

from __future__ import annotations

import csv
import io
import json
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import Run

from timeline import plain_yaml
from timeline.curate.data_file import data_file, record_text
from timeline.export import caution, render
from timeline.intake.reading import Intake, read
from timeline.intake.taken import Options
from timeline.model import Selection, Timeline
from timeline.pipeline import build
from timeline.select import Query, select


def taken_in(table: str | bytes, options: Options | None = None) -> tuple[str, Intake]:
    content = table if isinstance(table, bytes) else table.encode()
    taken = read(io.BytesIO(content), "t.csv", options)
    records = [record_text(fields) for fields in taken.records]
    return "".join(data_file(taken.declarations, records, taken.comment)), taken


def claims(selection: Selection) -> str:
    return "".join(render("csv", selection, rows="claims"))


def built(text: str, folder: Path) -> Timeline:
    file = folder / "back.yaml"
    file.write_text(text, encoding="utf-8")
    return build([file], thoroughly=True)


def test_a_table_of_claims_comes_back_as_it_was(selection: Selection, tmp_path: Path) -> None:
    table = claims(selection)
    text, taken = taken_in(table)
    assert not taken.problems
    timeline = built(text, tmp_path)
    before = selection.timeline.problems
    assert sorted(one.code for one in timeline.problems) == sorted(one.code for one in before)
    back = select(timeline, Query())[0]
    assert differing(claims(back), table) == []
    assert differing(document(back), document(selection)) == []


SOURCES = """
sources:
  wire: {{publisher: AP, title: Wire, published: {published}}}
  paper: {{publisher: G, title: T, published: 2019-06-01, derives_from: wire}}
kinds: {{k: {{title: K, theme: t}}}}
events: {{e: {{title: E, kind: k}}, f: {{title: F, kind: k}}}}
"""
RECORD = "records: [{event: e, source: paper, paragraph: 1, says: x, date: 2019-03-05%s}]"


@pytest.mark.parametrize("published", ["2019~", "2019-05/2020-03", "[2018,2019]", "2019-XX"])
def test_a_day_of_publication_comes_back_as_stated_however_narrowed(published: str, tmp_path: Path) -> None:
    text = SOURCES.format(published=f'"{published}"') + RECORD % ""
    timeline = built(text, tmp_path)
    assert timeline.sources[0].how_dated == "narrowed"
    back = built(taken_in(claims(select(timeline, Query())[0]))[0], tmp_path)
    assert back.sources == timeline.sources
    assert back.sources[0].stated == published


def test_a_day_of_publication_that_was_worked_out_is_not_stated(tmp_path: Path) -> None:
    timeline = built(SOURCES.format(published='"2019~"').replace(', published: "2019~"', "") + RECORD % "", tmp_path)
    assert timeline.sources[0].how_dated == "worked out"
    text, _ = taken_in(claims(select(timeline, Query())[0]))
    assert built(text, tmp_path).sources == timeline.sources
    assert text.count("published") == 1


def test_what_a_table_names_and_does_not_hold_is_told(run_here: Run, tmp_path: Path) -> None:
    """An event that no record tells of is in no table; one that was not asked for is not either."""
    (tmp_path / "d.yaml").write_text(SOURCES.format(published="2019") + RECORD % ", after: f", encoding="utf-8")
    table = run_here("export", "--format", "csv", "--rows", "claims", "--data", str(tmp_path / "d.yaml"))
    told = (
        "1 event or claim named in this table without a row of its own (f): `timeline import` takes it in only against "
        "the corpus it is of (--data)."
    )
    assert told in table.err.splitlines()
    refused = run_here("import", "-", given=table.out.encode())
    assert "no event `f`" in refused.err
    assert run_here("import", "-", "--data", str(tmp_path / "d.yaml"), given=table.out.encode()).code == 0
    events = run_here("export", "--format", "csv", "--data", str(tmp_path / "d.yaml"))
    assert "without a row" not in events.err


def test_a_table_of_all_that_it_names_says_nothing(bundled: Selection) -> None:
    assert caution("csv", bundled, rows="claims") == ""
    some = select(bundled.timeline, Query(themes=("exile",)))[0]
    assert "without a row of its own (" in caution("csv", some, rows="claims")


def document(selection: Selection) -> str:
    """The timeline as JSON, an object a line; conflicts by their ids, since their order is that of the data file."""
    found = json.loads("".join(render("json", selection)))
    found["conflicts"].sort(key=lambda conflict: conflict["id"])
    for event in found["events"]:
        event["conflicts"].sort()
    return "\n".join(json.dumps(one) for things in found.values() if isinstance(things, list) for one in things)


def differing(one: str, other: str) -> list[tuple[str, str]]:
    """The first lines that differ, cut short: a whole table would choke whoever compares them."""
    lines = zip_longest(one.splitlines(), other.splitlines(), fillvalue="")
    return [(left[:3000], right[:3000]) for left, right in lines if left != right][:2]


@pytest.mark.parametrize("dialect", [{"delimiter": ";"}, {"delimiter": "\t"}, {"quoting": csv.QUOTE_ALL}])
def test_so_it_does_saved_again_by_a_spreadsheet(bundled: Selection, dialect: dict[str, str]) -> None:
    table = claims(bundled)
    out = io.StringIO(newline="")
    csv.writer(out, **dialect).writerows(csv.reader(io.StringIO(table, newline="")))  # type: ignore[arg-type]
    assert taken_in(b"\xef\xbb\xbf" + out.getvalue().encode())[0] == taken_in(table)[0]


ANY = st.text(max_size=12)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(ANY, min_size=8, max_size=8), max_size=4), st.data())
def test_any_table_gives_a_data_file_or_problems(rows: list[list[str]], data: st.DataObject) -> None:
    slides = data.draw(st.booleans())
    known = ["Year", "Month", "Headline", "Text", "Type", "Group", "Display Date", "Time"]
    if not slides:
        known = ["event", "source", "paragraph", "says", "stated", "people", "facts", "relations"]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([known, *rows])
    text, taken = taken_in(out.getvalue().encode("utf-8", "replace"), Options(publisher="P"))
    if not taken.has_errors:
        value, problems, _ = plain_yaml.parse(text.encode(), "t.yaml")
        assert isinstance(value, dict)
        assert not problems
