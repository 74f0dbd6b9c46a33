"""Bytes to rows: encodings, delimiters, and what is no CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.intake.table import Table, open_table

KNOWN = {"event", "says", "paragraph"}


def table(content: bytes, encoding: str | None = None) -> tuple[Table, list[tuple[int, list[str]]]]:
    found = open_table(io.BytesIO(content), "t.csv", lambda header: len(KNOWN & set(header)), encoding)
    return found, [(row.number, row.cells) for row in found.rows]


def said(found: Table) -> list[str]:
    return [str(problem) for problem in found.problems]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_header_tells_the_delimiter(delimiter: str) -> None:
    text = f"event{delimiter}says{delimiter}paragraph\r\na{delimiter}x, y; z{delimiter}1\r\n"
    found, rows = table(text.replace("x, y; z", '"x, y; z"').encode())
    assert found.columns == ["event", "says", "paragraph"]
    assert rows == [(2, ["a", "x, y; z", "1"])]
    assert not found.problems


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("event;says\r\na;Vélez\r\n".encode(), None),
        ("\ufeffevent;says\r\na;Vélez\r\n".encode(), None),
        ("sep=;\r\nevent;says\r\na;Vélez\r\n".encode(), None),
        ("\r\n;\r\nevent;says\r\na;Vélez\r\n".encode(), None),
        ("event;says\ra;Vélez\r".encode(), None),
        ("event\tsays\na\tVélez".encode("utf-16"), None),
        ("\ufeffevent,says\na,Vélez".encode("utf-16-be"), None),
        ("event,says\na,Vélez".encode("utf-16-le"), "utf-16-le"),
        ("event,says\na,Vélez".encode("windows-1252"), "windows-1252"),
        ('"event","says"\n"a","Vélez"\n'.encode(), None),
    ],
)
def test_what_spreadsheets_write(content: bytes, encoding: str | None) -> None:
    found, rows = table(content, encoding)
    assert [cells for _, cells in rows] == [["a", "Vélez"]]
    assert not found.problems


def test_rows_are_counted_as_a_spreadsheet_shows_them() -> None:
    found, rows = table(b'event,says\n\na,"two\nlines"\n,\nb,"x"\n')
    assert rows == [(3, ["a", "two\nlines"]), (5, ["b", "x"])]
    assert not found.problems


def test_short_rows_are_filled_and_long_ones_named() -> None:
    found, rows = table(b"event,says\na\nb,x,,\nc,x,y\nd,z\n")
    assert rows == [(2, ["a", ""]), (3, ["b", "x"]), (5, ["d", "z"])]
    assert said(found) == [
        "t.csv:4:3: error: the row has 3 cells, the header 2: what begins with `y` stands in no column; quote the cell "
        "that holds the delimiter [ragged-row]"
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "t.csv:1:1: error: the file is empty; its first row must name the columns [empty-file]"),
        (b"\n,,\n\n", "t.csv:1:1: error: the file is empty"),
        (b"PK\x03\x04abc", "t.csv: error: this is an .xlsx or .ods spreadsheet, not CSV"),
        (b"e\x00v\x00e\x00n\x00", "t.csv:1:1: error: there are NUL bytes at its start: UTF-16, perhaps"),
        ("event,says\na,b\nc,Vélez".encode("latin-1"), "t.csv:3:2: error: byte 0xe9 is not utf-8 text"),
        ("événement,says\na,b".encode("latin-1"), "t.csv:1:1: error: byte 0xe9 is not utf-8 text"),
        (b"event,says\na,\x81", "t.csv:2:2: error: byte 0x81 is not cp1252 text"),
        (b"event,says\na,b\x00c", "t.csv:2:2: error: a NUL character"),
        (b'event,says\na,b\nc,"d\ne,f\n', "t.csv:3:1: error: this row is not CSV: a quotation mark opens here"),
        (b'event,says\na,"b"c\n', "t.csv:2:1: error: this row is not CSV: text follows a closing quotation mark"),
        (b"\xff\xfee\x00v\x00e", "t.csv:1:1: error: the text breaks off here"),
        (b"\xff\xfee\x00v\x00\n\x00a\x00\x00\xd8", "error: the text breaks off here"),
        (b'"' + b"x\n" * 600_000, "t.csv:1:1: error: the header does not end"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_csv_is_told(content: bytes, problem: str) -> None:
    found, _ = table(content, "cp1252" if b"\x81" in content else None)
    [one] = said(found)
    assert problem in one


def test_a_cell_that_a_spreadsheet_has_cut_is_told() -> None:
    found, _ = table(b"event,says\na," + b"x" * 32_767 + b"\nb," + b"x" * 32_766 + b"\n")
    [problem] = said(found)
    assert problem.startswith("t.csv:2:2: warning: the cell has just as many characters as a spreadsheet")


def test_a_cell_of_ten_megabytes_is_a_cell() -> None:
    _, rows = table(b"event,says\na," + b"x" * 10_000_000 + b"\n")
    assert len(rows[0][1][1]) == 10_000_000


@given(st.binary(max_size=300), st.sampled_from([None, "utf-16", "cp1252"]))
@example(b'event,says\n"', None)
@example(b"\xff\xfe", None)
@example(b"\x00", None)
@example(b"sep=", None)
@example(b"sep=\n", None)
def test_any_bytes_give_rows_or_a_problem(content: bytes, encoding: str | None) -> None:
    for start in (b"", b"event,says\n"):
        found, rows = table(start + content, encoding)
        assert all(len(cells) == len(found.columns) for _, cells in rows)
        assert found.columns or found.problems


LETTERS = st.characters(categories=("L", "N", "P", "S", "Z", "M", "Cc", "Cf"), exclude_characters="\x00\r")
CELLS = st.text(alphabet=LETTERS, max_size=8)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5), st.sampled_from(["excel", "excel-tab", "unix"]))
def test_what_python_writes_is_read(rows: Sequence[list[str]], dialect: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, dialect).writerows([["event", "says", "paragraph"], *rows])
    found, read = table(out.getvalue().encode())
    assert [cells for _, cells in read] == [row for row in rows if any(map(str.strip, row))]
    assert not found.problems
