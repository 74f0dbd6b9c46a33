"""TimelineJS's spreadsheet: what each of its columns becomes, and what is told of it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import hostile
import pytest
import yaml
from test_laws import built, taken_in

from timeline import plain_yaml
from timeline.export import render
from timeline.intake.taken import Options
from timeline.model import Selection

COLUMNS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date"),
    *("Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background"),
)
GAZETTE = Options(publisher="Gazette", title="A calendar", published="2019-04-01")


def sheet(*slides: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerows(slides)
    return out.getvalue()


def slide(headline: str = "She is freed", **cells: str) -> dict[str, str]:
    return {"Headline": headline} | {name.replace("_", " "): cell for name, cell in cells.items()}


def read(text: str) -> Any:
    """What a data file holds."""
    return plain_yaml.parse(text.encode(), "t.yaml").value


def corpus(*slides: dict[str, str], options: Options = GAZETTE) -> tuple[dict[str, Any], list[str]]:
    """What the data file made of slides holds, and the problems."""
    text, taken = taken_in(sheet(*slides), options)
    return read(text), list(map(str, taken.problems))


def record(**cells: str) -> dict[str, str]:
    """The one record that is made of one slide, which has no fault."""
    held, problems = corpus(slide(**cells))
    assert problems == []
    [one] = held["records"]
    found: dict[str, str] = one
    return found


def test_a_slide_is_an_event_and_a_claim_about_it() -> None:
    held, problems = corpus(slide(Year="2019", Month="3", Day="12", Text="<p>Freed at <b>noon</b>.</p>", Group="Court"))
    assert problems == []
    assert held == {
        "sources": {"gazette": {"publisher": "Gazette", "title": "A calendar", "published": "2019-04-01"}},
        "kinds": {"court": {"title": "Court", "theme": "Court"}},
        "events": {"she-is-freed": {"title": "She is freed", "kind": "court"}},
        "records": [
            {
                "event": "she-is-freed",
                "source": "gazette",
                "paragraph": "2",
                "date": "2019-03-12",
                "says": "Freed at noon.",
            }
        ],
    }


@pytest.mark.parametrize(
    ("cells", "date"),
    [
        ({"Year": "2019"}, "2019"),
        ({"Year": "2019", "Month": "3"}, "2019-03"),
        ({"Year": "2019.0", "Month": "03", "Day": "7.0"}, "2019-03-07"),
        ({"Year": "987"}, "0987"),
        ({"Year": "12019"}, "Y12019"),
        ({"Year": "2019", "Month": "3", "Day": "7", "Time": "14:05:09"}, "2019-03-07T14:05:09"),
        ({"Year": "2019", "Month": "3", "Day": "7", "Time": "2:05:09 PM"}, "2019-03-07T14:05:09"),
        ({"Year": "2019", "Month": "3", "Day": "7", "Time": "12:00:00 AM"}, "2019-03-07T00:00:00"),
    ],
    ids=str,
)
def test_a_date_has_the_precision_of_its_parts(cells: dict[str, str], date: str) -> None:
    assert record(**cells)["date"] == date


def test_a_time_that_edtf_cannot_hold_is_noted() -> None:
    found = record(Year="2019", Month="3", Day="7", Time="14:05", End_Year="2019", End_Month="3", End_Time="25:00:00")
    assert (found["date"], found["end"]) == ("2019-03-07", "2019-03")
    assert found["note"] == "Time: 14:05; End Time: 25:00:00"


def test_an_end(tmp_path: Path) -> None:
    text, _ = taken_in(sheet(slide(Year="2019", Month="3", End_Year="2020", End_Month="1", End_Day="5")), GAZETTE)
    [event] = built(text, tmp_path).events
    assert event.date.edtf == "2019-03/2020-01-05"


@pytest.mark.parametrize(("year", "date"), [("-44", "-0043"), ("-1", "0000"), ("-10001", "Y-10000")])
def test_years_before_christ_are_counted_as_edtf_does_and_it_is_told(year: str, date: str) -> None:
    held, [problem] = corpus(slide(Year=year))
    assert held["records"][0]["date"] == date
    assert f"2:1: warning: `Year`: `{year}` is read as TimelineJS shows it, the year {year[1:]} BCE" in problem


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"Year": "0"}, "2:1: error: `Year`: there is no year 0"),
        ({"Year": "1990s"}, "2:1: error: `Year`: `1990s` is no year"),
        ({"Year": "٢٠١٩x"}, "2:1: error: `Year`: `٢٠١٩x` is no year"),
        ({"Year": "2019", "Month": "13"}, "2:2: error: `Month`: `13` is no month"),
        ({"Year": "2019", "Month": "21"}, "2:2: error: `Month`: `21` is no month"),
        ({"Year": "2019", "Month": "March"}, "2:2: error: `Month`: `March` is no month"),
        ({"Year": "2019", "Month": "2", "Day": "30"}, "2:3: error: `Day`: `2019-02-30` is no date"),
        ({"Year": "2019", "Day": "3"}, "2:3: error: `Day`: a day without a month dates nothing"),
        ({"Month": "3"}, "2:2: error: `Month`: a month or a day without a year dates nothing"),
        ({"Year": "2019", "End_Year": "x"}, "2:5: error: `End Year`: `x` is no year"),
        ({"Year": "12019", "Month": "3"}, "2:2: error: `Month`: EDTF has no month of a year of more than four"),
        ({"Headline": "", "Media": "x"}, "2:10: error: `Headline`: the row has neither a headline nor a text"),
    ],
    ids=str,
)
def test_what_is_no_date_is_told_by_row_and_column(cells: dict[str, str], problem: str) -> None:
    _, [said] = corpus(slide() | {name.replace("_", " "): cell for name, cell in cells.items()})
    assert problem in said


def test_a_row_without_a_year_stays_undated() -> None:
    assert "date" not in record(Text="When, nobody knows")
    assert record(Display_Date="Undated", Year="2019")["note"] == "Display Date: Undated"
    assert "date" not in record(Display_Date="Undated", Year="2019")


def test_a_display_date_that_says_the_same_adds_nothing() -> None:
    assert "note" not in record(Year="2019", Month="3", Day="12", Display_Date="12 March 2019")


def test_one_that_says_something_else_is_noted_and_told() -> None:
    held, [problem] = corpus(slide(Year="2019", Month="3", Day="12", Display_Date="<i>Spring</i> 2019"))
    assert held["records"][0]["note"] == "Display Date: Spring 2019"
    assert "2:9: warning: `Display Date`: `Spring 2019` is shown, which is not just what the parts" in problem
    assert record(Display_Date="once upon a time")["note"] == "Display Date: once upon a time"


def test_a_title_slide_tells_no_event() -> None:
    title = slide("The <b>harbour</b>", Text="A strike", Type="title", Year="2019", Media="https://e.org/a.jpg")
    text, taken = taken_in(sheet(title, slide(Year="2020")), Options(publisher="Gazette"))
    assert not taken.problems
    assert text.startswith("# Title slide (row 2): The harbour. A strike\n# Date: 2019\n# Media: https://e.org/a.jpg\n")
    held = read(text)
    assert held["sources"]["gazette"]["title"] == "The harbour"
    assert [one["paragraph"] for one in held["records"]] == ["3"]


def test_an_era_is_an_event_of_its_own_kind() -> None:
    held, problems = corpus(slide("The strike", Year="2019", End_Year="2020", Type="era"))
    assert problems == []
    assert held["events"]["the-strike"]["kind"] == "era"
    assert held["records"][0]["says"] == "The strike"


def test_any_other_type_is_noted() -> None:
    assert record(Type="overview")["note"] == "Type: overview"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Caf&eacute; &amp; bar", "Café & bar"),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
        ("<p>One.</p><p>Two.<br>Three</p>", "One. Two. Three"),
        ('See <a href="https://e.org/x?a=1&amp;b=2">this</a>', "See this (https://e.org/x?a=1&b=2)"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ("Freed<script>alert('<b>')</script>!", "Freed!"),
        ('<img src=x onerror="alert(1)">Freed', "Freed"),
        ("Freed<!-- secretly -->", "Freed"),
        ("&lt;b&gt;bold&lt;/b&gt;", "<b>bold</b>"),
        ("<![CDATA[ x ]]>Freed", "Freed"),
        ("a\n\n  b\tc", "a b c"),
    ],
    ids=str,
)
def test_hypertext_becomes_what_a_page_shows(text: str, says: str) -> None:
    assert record(Text=text)["says"] == says


def test_media_and_what_else_has_no_place_is_noted() -> None:
    found = record(
        Media="https://e.org/a.jpg", Media_Credit="Ana", Media_Caption="At <i>sea</i>", Media_Thumbnail="t.jpg",
        Background="#fff",
    )  # fmt: skip
    assert found["note"] == (
        "Media: https://e.org/a.jpg; Media Credit: Ana; Media Caption: At sea; Media Thumbnail: t.jpg; Background: #fff"
    )


def test_unknown_columns_are_told_and_noted() -> None:
    text, taken = taken_in(
        sheet(slide() | {"Hedline": "x", "Tags": "y"}, columns=(*COLUMNS, "Hedline", "Tags")), GAZETTE
    )
    assert [str(problem) for problem in taken.problems] == [
        "t.csv:1:19: warning: the column `Hedline` is not known; did you mean `Headline`? What stands in it is kept in "
        "the notes [unknown-column]",
        "t.csv:1:20: warning: the column `Tags` is not known; what stands in it is kept in the notes [unknown-column]",
    ]
    assert "note: 'Hedline: x; Tags: y'" in text or 'note: "Hedline: x; Tags: y"' in text


def test_equal_headlines_are_events_apart() -> None:
    held, _ = corpus(slide(Year="2019"), slide(Year="2020"), slide("!!!"), slide("", Text="word " * 60))
    assert [one["event"] for one in held["records"]][:3] == ["she-is-freed", "she-is-freed-2", "event"]
    assert held["events"]["she-is-freed-2"]["title"] == "She is freed"
    assert [one["title"] for one in held["events"].values()][3].endswith("word …")


def test_the_document_must_be_named() -> None:
    _, [problem] = corpus(slide(), options=Options())
    assert "no source is named: name the document that the rows stand in (--publisher NAME" in problem
    _, [problem] = corpus(slide(), options=Options(source="gazette"))
    assert "`gazette` is no source of the corpus (--data)" in problem
    held, problems = corpus(slide(), options=Options(source="calendar", publisher="Gazette"))
    assert problems == []
    assert held["sources"] == {"calendar": {"publisher": "Gazette", "title": "Spreadsheet"}}
    assert held["records"][0]["source"] == "calendar"


@pytest.mark.parametrize("text", [*hostile.TEXTS.values(), "- {a: b}", "# x", "&a *a", "!!python/object:os.system x"])
def test_hostile_texts_come_back_as_texts(text: str) -> None:
    text = text.replace("\x00", "")
    found, taken = taken_in(
        sheet(slide("Freed", Text="x " + text, Group="y " + text, Media_Credit="z " + text)), GAZETTE
    )
    assert not taken.has_errors
    [one] = yaml.safe_load(found)["records"]
    assert one["says"].startswith("x")
    assert one["note"].startswith("Media Credit: z")


def test_an_export_of_ours_is_refused(selection: Selection) -> None:
    _, taken = taken_in("".join(render("timelinejs-csv", selection)), GAZETTE)
    assert taken.has_errors
    [problem] = [problem for problem in taken.problems if problem.code == "own-slides"]
    assert problem.location is not None
    assert problem.location.line == 3
    assert "timeline export claims.csv --rows claims" in problem.message
