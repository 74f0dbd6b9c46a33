"""Who edits a cell that is worked out from another one is told that this changes nothing."""

from __future__ import annotations

import pytest
from test_laws import taken_in

HEADER = "event,event_title,kind,source,publisher,source_title,anchor,paragraph,says"
ROW = "arrest,She is arrested,custody,gazette,Gazette,Arrest,2019-03-14,3,Police took her"


def said(columns: str, cells: str, more: str = "") -> list[str]:
    _, taken = taken_in(f"{HEADER},{columns}\n{ROW},{cells}\n{more}")
    return [str(problem) for problem in taken.problems]


@pytest.mark.parametrize(
    "cells",
    [
        "on Tuesday,2019-03-12,12 Mar 2019",
        "on Tuesday,2019-03-12,",
        "on Tuesday,,March 12 2019",
        "on Tuesday,2019-03-12,2019-03-12",
        "on Tuesday,12.03.2019,3/12/19",  # rewritten, and not edited
        "on Tuesday,43536,12-Mar-19",
        "in March,2019-03,03/01/2019",
        "Y-12000,,12001 BC",
        "one day,,undated",
        ",2019-03-12,12 Mar 2019",
        ",2019-03-12,",
        ",,12 March 2019",
        ",,undated",
    ],
)
def test_what_agrees_is_passed_over(cells: str) -> None:
    assert [problem for problem in said("stated,edtf,date", cells) if "edited-date" in problem] == []


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ("on Tuesday,2019-03-13,", "2:11: warning: `edtf`: `2019-03-13` is not what `on Tuesday` gives (2019-03-12);"),
        (
            "on Tuesday,,13 Mar 2019",
            "2:12: warning: `date`: `13 Mar 2019` is not what `on Tuesday`",
        ),
        ("on Tuesday,13.03.2019,", "2:11: warning: `edtf`: `13.03.2019` is not what `on Tuesday` gives (2019-03-12);"),
        ("on Tuesday,2019-03,", "`2019-03` is not what"),
        ("one day,2019-03-12,", "2:11: warning: `edtf`: `2019-03-12` is not what `one day` gives (no date); `one day`"),
        (
            ",2019-03-12,14 Mar 2019",
            "2:12: warning: `date`: `14 Mar 2019` is not what `2019-03-12`",
        ),
    ],
)
def test_what_does_not_is_told_with_row_and_column(cells: str, problem: str) -> None:
    [one] = said("stated,edtf,date", cells)
    assert problem in one
    assert "counts: edit that instead [edited-date]" in one


def test_both_ends_count() -> None:
    columns = "stated,stated_end,edtf"
    assert said(columns, "2019-03-12,2019-03-14,2019-03-12/2019-03-14") == []
    [one] = said(columns, "2019-03-12,2019-03-14,2019-03-12/2019-03-15")
    assert "is not what `2019-03-12` to `2019-03-14` gives (2019-03-12/2019-03-14)" in one


def test_the_language_of_a_source_may_stand_in_a_later_row() -> None:
    later = ROW.replace(",3,", ",4,") + ',,,"{""sources"": {""gazette"": {""language"": ""ru""}}}"\n'
    columns, cells = "stated,edtf,more", "во вторник,2019-03-12,"
    assert said(columns, cells, later) == []
    assert "is not what" in said(columns, cells)[0]


def test_words_that_a_spreadsheet_made_another_date_of_are_not_taken_in() -> None:
    warned, refused, _ = said("stated,edtf,date", "03/12/2026,2019-03-12,12 Mar 2019")
    assert "2:10: warning: `stated`: `03/12/2026`: a spreadsheet may have rewritten it" in warned
    assert "2:11: error: `edtf`: `2019-03-12` is not what `03/12/2026` gives" in refused
    assert "a spreadsheet has made another date of it: write there what the document says [rewritten-date]" in refused


@pytest.mark.parametrize("stated", ["12/03/2019", "3/12/19", "43536"])
def test_words_that_it_only_writes_otherwise_are_told_once(stated: str) -> None:
    [problem] = said("stated,edtf", f"{stated},2019-03-12")
    assert "2:10: warning: `stated`: " in problem


def test_a_date_that_cannot_be_read_is_told_with_row_and_column() -> None:
    [told] = said("stated", "in early mrach")
    assert told.startswith("t.csv:2:10: warning: `stated`: the date `in early mrach` cannot be read and stays open")
    assert said("stated", "in early March") == []
    assert said("stated,unread", "in early mrach,no rule reads it") == []  # as an export says of it
