"""A calendar with every event in it, on no day that is not known."""

from __future__ import annotations

import harbour
import pytest
from goldens import assert_golden
from hypothesis import given
from hypothesis import strategies as st
from needed import needed_module

from timeline.export import caution, render
from timeline.model import Event, Selection

FINE, WALKOUT, REUNION = harbour.EVENTS


@pytest.fixture(autouse=True)
def _icalendar() -> None:
    needed_module("icalendar")


def lines(selection: Selection) -> list[str]:
    """The content lines of the calendar, unfolded."""
    text = "".join(render("ics", selection))
    assert text.count("\n") == text.count("\r\n")
    return text.replace("\r\n ", "").split("\r\n")


def entry(event: Event, selection: Selection = harbour.ALL) -> list[str]:
    """The content lines of the only entry of a calendar."""
    made = lines(selection._replace(timeline=selection.timeline._replace(events=(event,))))
    first = next(place for place, line in enumerate(made) if line in {"BEGIN:VEVENT", "BEGIN:VJOURNAL"})
    return made[first:-2]


def test_golden() -> None:
    assert_golden("export.ics", "\n".join(lines(harbour.SELECTION)))


@pytest.mark.parametrize(
    ("date", "days", "summary"),
    [
        ("2019-03-11", "20190311 20190312", ""),
        ("2019-02", "20190201 20190301", "within Feb 2019: "),
        ("2019~", "20180101 20210101", "within c. 2019: "),
        ("2019-03-11?", "20190310 20190313", "within 11 Mar 2019 (uncertain): "),
        ("[2019-03-10..2019-03-13]", "20190310 20190314", "within 10–13 Mar 2019: "),
        ("[2019-03-10,2019-03-11]", "20190310 20190312", "10 or 11 Mar 2019: "),
        ("[2019-03-05,2019-03-12]", "20190305 20190313", "5 or 12 Mar 2019: "),
        ("[2019-03-05,2019-03-07,2019-03-09,2019-03-12]", "20190305 20190313", "one of 4 days within 5–12 Mar 2019: "),
        ("[2010,2015]", "20100101 20160101", "2010 or 2015: "),
        ("2019-03/2019-08", "20190301 20190901", "Mar–Aug 2019: "),
        ("0001", "00010101 00020101", "within 1 AD: "),
        ("9999-12-30", "99991230 99991231", ""),
        ("9999-12-31", "", "31 Dec 9999: "),
        ("0000", "", "1 BC: "),
        ("Y12000", "", "12,000: "),
        ("[..2019]", "", "2019 or earlier: "),
        ("2019-03-10/..", "", "from 10 Mar 2019: "),
        ("", "", "undated: "),
    ],
)
def test_the_days_of_an_entry(date: str, days: str, summary: str) -> None:
    made = entry(REUNION._replace(windows=(harbour.window(date),) if date else REUNION.windows))
    first, last = days.split() if days else ("", "")
    assert made[0] == ("BEGIN:VEVENT" if days else "BEGIN:VJOURNAL")
    assert [line for line in made if line.startswith(("DTSTART", "DTEND", "TRANSP"))] == (
        [f"DTSTART;VALUE=DATE:{first}", f"DTEND;VALUE=DATE:{last}", "TRANSP:TRANSPARENT"] if days else []
    )
    shown = summary.replace(",", "\\,")
    assert f"SUMMARY:{shown}Brandt and Levi meet again\\, Brandt says" in made
    assert any(line.startswith("DESCRIPTION:A journal entry without a day") for line in made) == (not days)


@pytest.mark.parametrize(
    ("event", "status"),
    [
        (FINE, "CONFIRMED"),
        (WALKOUT, "TENTATIVE"),
        (FINE._replace(windows=(harbour.window("2018~"),)), "TENTATIVE"),
        (FINE._replace(claims=tuple(claim._replace(stance="denies") for claim in FINE.claims)), "TENTATIVE"),
        (FINE._replace(claims=tuple(claim._replace(upcoming=True) for claim in FINE.claims)), "TENTATIVE"),
        (REUNION, "FINAL"),
    ],
)
def test_what_is_open_to_doubt_is_tentative(event: Event, status: str) -> None:
    assert f"STATUS:{status}" in entry(event)


def test_the_stamp_is_the_day_of_the_newest_document_and_never_the_clock() -> None:
    assert "DTSTAMP:20190430T000000Z" in entry(WALKOUT)  # the Mirror is of about March 2019
    assert "DTSTAMP:20190314T000000Z" in entry(FINE)
    assert "DTSTAMP:00010101T000000Z" in entry(REUNION)  # known from an undated document alone


def test_it_says_how_many_events_a_calendar_may_not_show() -> None:
    assert caution("ics", harbour.ALL).startswith("1 event of 3 without a first and a last possible day")
    assert caution("ics", Selection(harbour.TIMELINE._replace(events=(FINE,)))) == ""
    assert caution("json", harbour.ALL) == ""


def test_hostile_text_makes_no_line_of_its_own() -> None:
    made = lines(harbour.hostile())
    assert [line for line in made if line.startswith(("BEGIN", "END"))] == [
        "BEGIN:VCALENDAR", "BEGIN:VJOURNAL", "END:VJOURNAL", "END:VCALENDAR",
    ]  # fmt: skip


@given(st.text(st.sampled_from("x \\é€𝄞,"), max_size=400))
def test_a_folded_line_is_the_same_one_in_pieces_that_each_can_be_read(line: str) -> None:
    needed_module("icalendar")
    from timeline.export.ics import folded

    pieces = folded(line).encode("utf-8").split(b"\r\n")
    assert all(len(piece) <= 75 for piece in pieces)
    read = [piece.decode("utf-8") for piece in pieces]
    assert all(piece.startswith(" ") for piece in read[1:])
    assert "".join([read[0], *(piece[1:] for piece in read[1:])]) == line
    assert all((len(piece) - len(piece.rstrip("\\"))) % 2 == 0 for piece in read[:-1])
    assert len(pieces) <= 1 + len(line.encode("utf-8")) // 70


def test_a_backslash_before_an_n_is_no_line_end() -> None:
    assert r"SUMMARY:C:\\News\\new\\\\N" in entry(
        FINE._replace(title=r"C:\News\new\\N", windows=(harbour.window("2018-03-11"),))
    )
