"""CSV that every reader reads alike, and no spreadsheet runs."""

from __future__ import annotations

import csv
import io

import harbour
import pytest
from goldens import assert_golden
from hypothesis import given
from hypothesis import strategies as st

from timeline.clean import clean
from timeline.export import render
from timeline.export.csv_rows import CLAIM_COLUMNS, EVENT_COLUMNS
from timeline.intake.cells import guarded, safe, unguarded
from timeline.model import Selection


def rows(selection: Selection = harbour.ALL, **options: object) -> list[dict[str, str]]:
    text = "".join(render("csv", selection, **options))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_an_event() -> None:
    fine, walkout, reunion = rows()
    assert list(fine) == list(EVENT_COLUMNS)
    assert (fine["date"], fine["earliest"], fine["latest"]) == ("2018", "2018-01-01", "2018-12-31")
    assert (fine["other_dates"], fine["open_conflicts"], fine["settled_conflicts"]) == ("c. 2014", "0", "1")
    assert (walkout["people"], walkout["origins"], walkout["sources"], walkout["claims"]) == (
        "Olga Brandt; Union of Dockers; 李明; נועה לוי", "1", "3", "3",
    )  # fmt: skip
    assert (reunion["date"], reunion["edtf"], reunion["earliest"]) == ("undated", "", "")


def test_a_row_a_claim() -> None:
    read = rows(rows="claims")
    assert list(read[0]) == list(CLAIM_COLUMNS)
    assert [row["id"] for row in read] == [claim.id for event in harbour.EVENTS for claim in event.claims]
    walkout = read[2]
    assert walkout["facts"] == "dockers=about 300; demands=pay; demands=safety"
    assert (walkout["stated"], walkout["anchor"], walkout["quote"]) == (
        "earlier this week", "2019-03-14", "We are done waiting",
    )  # fmt: skip
    assert (walkout["lasts"], walkout["relations"]) == ("two days", "after fine")


def test_lines_end_as_rfc_4180_says_and_excel_can_have_its_mark() -> None:
    text = "".join(render("csv", harbour.ALL))
    assert text.count("\r\n") == len(harbour.EVENTS) + 1
    assert not text.startswith("\ufeff")
    assert "".join(render("csv", harbour.ALL, bom=True)) == "\ufeff" + text


@pytest.mark.parametrize("options", [{}, {"rows": "claims"}])
def test_golden(options: dict[str, str]) -> None:
    assert_golden(f"export-{options.get('rows', 'events')}.csv", "".join(render("csv", harbour.ALL, **options)))


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+7 701", "'+7 701"),
        ("-000043-03-15", "'-000043-03-15"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("  =1", "  '=1"),
        ("\t=1", "\t'=1"),
        ("a;=1", "a;'=1"),
        ('a",=1', "a\",'=1"),
        ("'=1", "''=1"),
        ("'quoted'", "'quoted'"),
        ("well-known", "well-known"),
        ("2019-03-10", "2019-03-10"),
        ("a = b", "a = b"),
    ],
)
def test_formulas_are_made_harmless(cell: str, shown: str) -> None:
    assert guarded(cell) == shown
    assert unguarded(shown) == cell


HOSTILE = st.text(alphabet="=+-@'\"; ,|\t\r\u202eax＝")


@given(HOSTILE)
def test_the_guard_comes_off_again(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell).lstrip()[:1] not in {*"=+-@＝"}


@given(
    st.lists(
        st.one_of(
            st.text(alphabet="=+-@'\"; ,|\t\r\u202eax＝"), st.sampled_from(["", "ax", "2019-03-10"]), st.integers()
        )
    )
)
def test_a_row_is_made_safe_as_each_of_its_cells_is(row: list[object]) -> None:
    assert safe(row) == [guarded(clean(cell)) if isinstance(cell, str) else cell for cell in row]


def test_a_hostile_title_is_one_harmless_cell() -> None:
    event = harbour.EVENTS[0]._replace(title='=HYPERLINK("http://e.example","a, b")\r\n=1')
    (row,) = rows(Selection(harbour.TIMELINE._replace(events=(event,))))
    assert unguarded(row["title"]) == '=HYPERLINK("http://e.example","a, b") =1'
    assert row["title"].startswith("'=")


def test_it_says_of_what_is_only_planned_that_it_is() -> None:
    fine, walkout, _ = harbour.EVENTS
    planned = fine._replace(claims=tuple(claim._replace(upcoming=True) for claim in fine.claims))
    told = walkout._replace(claims=(walkout.claims[0]._replace(upcoming=True), *walkout.claims[1:]))
    found = rows(Selection(harbour.TIMELINE._replace(events=(planned, told))))
    assert [row["only_planned"] for row in found] == ["yes", ""]
    assert EVENT_COLUMNS[-1] == "only_planned"  # at the end: scripts may count the columns


@pytest.mark.parametrize(
    ("date", "shown"),
    [("2018-11", "in Nov 2018"), ("2019-03-11", "11 Mar 2019"), ("2018", "2018"), ("2019-05/2019-08", "May–Aug 2019")],
)
def test_a_month_is_not_written_as_a_spreadsheet_would_make_a_day_of_it(date: str, shown: str) -> None:
    window = harbour.window(date)
    event = harbour.EVENTS[0]._replace(windows=(window, window))
    selection = Selection(harbour.TIMELINE._replace(events=(event,)))
    [row] = csv.DictReader(io.StringIO("".join(render("csv", selection)), newline=""))
    assert (row["date"], row["other_dates"]) == (shown, shown)
