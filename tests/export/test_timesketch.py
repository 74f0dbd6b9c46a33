"""Rows for Timesketch: a bound a row, and nothing lost that it cannot place."""

from __future__ import annotations

import csv
import io
import json

import harbour
import pytest

from timeline.export import caution, render
from timeline.export.timesketch_rows import COLUMNS, SENTINEL, rows
from timeline.model import Selection

FINE, WALKOUT, REUNION = harbour.EVENTS


@pytest.mark.parametrize(
    ("date", "times"),
    [
        ("2019-03-11", [("2019-03-11", "Day of the event")]),
        ("2019-02", [("2019-02-01", "Earliest possible day"), ("2019-02-28", "Latest possible day")]),
        (
            "2019-03/2019-08",
            [("2019-03-01", "Earliest possible day of the start"), ("2019-08-31", "Latest possible day of the end")],
        ),
        ("[..2019]", [("2019-12-31", "Latest possible day (no earliest is known)")]),
        ("2019-03-10/..", [("2019-03-10", "Earliest possible day of the start (no latest is known)")]),
        ("1677", [("1970-01-01", "Not a time: a year that Timesketch cannot hold")]),
        ("2262", [("1970-01-01", "Not a time: a year that Timesketch cannot hold")]),
        ("-0043", [("1970-01-01", "Not a time: a year that Timesketch cannot hold")]),
        ("", [("1970-01-01", "Not a time: undated")]),
    ],
)
def test_the_times_of_an_event(date: str, times: list[tuple[str, str]]) -> None:
    event = REUNION._replace(windows=(harbour.window(date),) if date else REUNION.windows)
    made = list(rows(Selection(harbour.TIMELINE._replace(events=(event,)))))
    assert [(row["datetime"], row["timestamp_desc"]) for row in made] == [
        (f"{day}T00:00:00+00:00", description) for day, description in times
    ]


def test_both_formats_hold_the_same_and_all_of_it() -> None:
    text = "".join(render("timesketch", harbour.SELECTION))
    read = list(csv.DictReader(io.StringIO(text, newline="")))
    lines = [json.loads(line) for line in "".join(render("timesketch-jsonl", harbour.SELECTION)).splitlines()]
    assert list(read[0]) == list(COLUMNS) == list(lines[0])
    assert [row["event_id"] for row in read] == ["fine", "fine", "walkout", "walkout", "reunion"]
    for row, line in zip(read, lines, strict=True):
        assert row | {"tag": json.loads(row["tag"])} == {
            name: str(value) if isinstance(value, int) else value for name, value in line.items()
        }
    assert "Only: in 2018 (2 events left out)." in read[0]["remarks"]
    assert read[2]["open_conflicts"] == "2"


def test_it_says_how_many_events_stand_at_no_day_of_theirs() -> None:
    assert caution("timesketch", harbour.ALL) == (
        "1 event of 3 undated or of a year that Timesketch cannot hold: written at 1970-01-01 as “Not a time”."
    )
    assert caution("timesketch-jsonl", Selection(harbour.TIMELINE._replace(events=(FINE, WALKOUT)))) == ""


def test_a_day_that_is_the_sentinel_is_not_taken_for_it() -> None:
    event = FINE._replace(windows=(harbour.window("1970-01-01"),))
    selection = Selection(harbour.TIMELINE._replace(events=(event,)))
    assert [(row["datetime"], row["timestamp_desc"]) for row in rows(selection)] == [(SENTINEL, "Day of the event")]
    assert caution("timesketch", selection) == ""
