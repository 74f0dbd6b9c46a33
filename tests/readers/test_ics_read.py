"""Calendar programs read the calendar: the icalendar library all of it, khal what has a day."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path
from typing import Any

import pytest
from needed import needed_command, needed_module

from timeline.clean import clean
from timeline.dates.span import iso
from timeline.export import render
from timeline.export.wording import Wording
from timeline.model import Selection

CONFIG = """[calendars]
[[evidence]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""
BOUNDS = ("START-EARLIEST", "START-LATEST", "END-EARLIEST", "END-LATEST")


def entries(selection: Selection) -> dict[str, Any]:
    """The entries of the calendar by the ids of their events, read by icalendar."""
    calendar = needed_module("icalendar").Calendar.from_ical("".join(render("ics", selection)))
    read = {str(entry["UID"]).removesuffix("@timeline-evidence"): entry for entry in calendar.subcomponents}
    assert len(read) == len(calendar.subcomponents)
    assert all(not entry.errors for entry in calendar.walk())
    return read


def test_every_event_is_an_entry_that_says_everything(selection: Selection) -> None:
    read, words = entries(selection), Wording(selection)
    assert list(read) == [event.id for event in selection.timeline.events]
    for event in selection.timeline.events:
        entry = read[event.id]
        assert entry["SUMMARY"].endswith(words.headline(event))
        assert str(entry["DESCRIPTION"]).splitlines()[-len(list(words.lines(event))) :] == list(words.lines(event))
        assert entry["CATEGORIES"].cats == [clean(event.theme)]
        assert entry.subcomponents == []


def test_its_days_are_those_on_which_it_may_have_been_and_no_others(selection: Selection) -> None:
    read = entries(selection)
    for event in selection.timeline.events:
        entry, span = read[event.id], event.date.sound
        if entry.name == "VEVENT":
            assert entry["DTSTART"].dt.toordinal() == span.start_earliest
            assert entry["DTEND"].dt.toordinal() - 1 == span.end_latest
        else:
            assert "DTSTART" not in entry
            assert None in (span.start_earliest, span.end_latest) or not _writable(span.start_earliest, span.end_latest)
        told = [entry.get(f"X-TIMELINE-{name}") for name in BOUNDS]
        assert told == [None if day is None else iso(day) for day in span.bounds]


def _writable(first: int | None, last: int | None) -> bool:
    return first is not None and last is not None and first >= 1 and last < datetime.date.max.toordinal()


@pytest.mark.parametrize(
    ("corpus", "first", "last"),
    [("bundled", "2019-03-01", "2019-10-01"), ("strange", "2019-02-01", "2019-04-01")],
)
def test_khal_lists_every_event_of_a_period(
    corpus: str, first: str, last: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    khal = needed_command("khal")
    selection = request.getfixturevalue(corpus)
    (tmp_path / "config").write_text(CONFIG.format(folder=tmp_path), encoding="utf-8")
    (tmp_path / "calendar").mkdir()
    (tmp_path / "written.ics").write_text("".join(render("ics", selection)), encoding="utf-8", newline="")

    def run(*arguments: str) -> str:
        command = [khal, "-c", str(tmp_path / "config"), *arguments]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    run("import", "--batch", "-a", "evidence", str(tmp_path / "written.ics"))
    form = ("--once", "--day-format", "", "--format", "{uid} {start-date} {end-date}")
    listed = run("list", *form, first, last).splitlines()
    days = [datetime.date.fromisoformat(day).toordinal() for day in (first, last)]
    expected = [
        f"{event.id}@timeline-evidence {iso(span.start_earliest)} {iso(span.end_latest)}"
        for event in selection.timeline.events
        if (span := event.date.sound).start_earliest is not None
        and span.end_latest is not None
        and span.start_earliest < days[1]
        and span.end_latest >= days[0]
    ]
    assert len(expected) > 10
    assert sorted(listed) == sorted(expected)
