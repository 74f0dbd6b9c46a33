"""Slides of TimelineJS: every event has one, dated no more exactly than it is, and all text is text."""

from __future__ import annotations

import csv
import html
import io
import json

import harbour
import pytest
from goldens import assert_golden

from timeline.export import render
from timeline.export.slides import TITLE_ID, slides
from timeline.export.timelinejs_csv import COLUMNS
from timeline.intake.cells import guarded
from timeline.model import Event, Selection

FINE, WALKOUT, REUNION = harbour.EVENTS


def of(*dates: str, published: bool = True) -> Selection:
    """A selection of events of these dates; "" is none."""
    events = [
        REUNION._replace(id=f"e{number}", windows=(harbour.window(date),) if date else REUNION.windows)
        for number, date in enumerate(dates)
    ]
    sources = harbour.SOURCES if published else ()
    return Selection(harbour.TIMELINE._replace(events=tuple(events), sources=sources))


@pytest.mark.parametrize(
    ("date", "start", "end", "shown"),
    [
        ("2019-03-11", (2019, 3, 11), (), "11 Mar 2019"),
        ("2019-02", (2019, 2), (), "Feb 2019"),
        ("2019~", (2018, 1, 1), (2020, 12, 31), "c. 2019"),
        ("201X", (2010, 1, 1), (2019, 12, 31), "2010s"),
        ("[2019-03-10..2019-03-13]", (2019, 3, 10), (2019, 3, 13), "within 10–13 Mar 2019"),
        ("[2019-03-05,2019-03-12]", (2019, 3, 5), (2019, 3, 12), "5 or 12 Mar 2019"),
        ("2019-03/2019-08", (2019, 3, 1), (2019, 8, 31), "Mar–Aug 2019"),
        ("[..2019]", (2019, 12, 31), (), "2019 or earlier"),
        ("2019-03-10/..", (2019, 3, 10), (), "from 10 Mar 2019"),
        ("-0043-03-15", (-43, 3, 15), (), "15 Mar 44 BC"),
        ("Y12000", (12000,), (), "12,000"),
    ],
)
def test_where_a_slide_stands(date: str, start: tuple[int, ...], end: tuple[int, ...], shown: str) -> None:
    _, slide = slides(of(date))
    assert (slide.start, slide.end, slide.date) == (start, end, shown)
    assert ("The date is open on a side:" in slide.text) == ("/.." in date or "[.." in date)


@pytest.mark.parametrize(
    ("dates", "published", "starts"),
    [
        (("2018", "", "", "2019-03"), True, [(2018,), (2018,), (2018,), (2019, 3)]),
        (("", "2019-03"), True, [(2019, 3), (2019, 3)]),
        (("",), True, [(2019, 3, 14)]),
        (("",), False, [(1,)]),
    ],
)
def test_an_undated_event_stands_beside_its_neighbour(
    dates: tuple[str, ...], published: bool, starts: list[tuple[int, ...]]
) -> None:
    _, *made = slides(of(*dates, published=published))
    assert [slide.start for slide in made] == starts
    for slide, date in zip(made, dates, strict=True):
        assert slide.text.startswith("<p><i>This event is not dated:") == (not date)
        assert (slide.date == "undated") == (not date)


def test_the_title_slide_says_what_was_asked_for() -> None:
    title, *_ = slides(harbour.SELECTION)
    assert (title.id, title.start, title.headline) == (TITLE_ID, (), "Timeline")
    assert (
        "<p>3 events by 6 claims in 3 documents, of 4 independent origins.</p><p>Only: in 2018 (2 events left out).</p>"
        in title.text
    )


def test_golden() -> None:
    assert_golden("timelinejs.json", "".join(render("timelinejs", harbour.ALL)))
    assert_golden("timelinejs.csv", "".join(render("timelinejs-csv", harbour.ALL)))


def test_no_event_is_no_slide_but_the_title_and_sound_json() -> None:
    document = json.loads("".join(render("timelinejs", of())))
    assert document["events"] == []
    assert document["title"]["unique_id"] == TITLE_ID


def rows(selection: Selection) -> list[dict[str, str]]:
    text = "".join(render("timelinejs-csv", selection))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_a_slide_in_the_columns_of_the_template() -> None:
    title, *events = rows(harbour.ALL)
    assert list(title) == list(COLUMNS)
    assert (title["Type"], title["Year"]) == ("title", "")
    assert [row["Year"] for row in events] == ["2018", "2019", "2019"]
    assert [row["End Day"] for row in events] == ["", "13", ""]


@pytest.mark.parametrize("text", ["=1+1", "a;=1", "@SUM(A1), -2 | +3", '"=1"', "＝1+1"])
def test_no_cell_is_a_formula_and_none_reads_otherwise(text: str) -> None:
    hostile: Event = FINE._replace(title=text, theme=text)
    _, row = rows(Selection(harbour.TIMELINE._replace(events=(hostile,))))
    assert all(guarded(cell) == cell for cell in row.values())
    assert html.unescape(row["Headline"]) == text
    assert html.unescape(html.unescape(row["Group"])) == text
