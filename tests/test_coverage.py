"""What the records leave uncovered: paragraphs with dates, and events that a later source does not tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Corpus

from timeline.coverage import read_documents, silences
from timeline.model import Timeline

EVENTS = """
events:
  hearing: {title: Ana is heard, kind: custody}
  trial: {title: Ana is tried, kind: custody}
  rally: {title: Others rally, kind: protest}
  old: {title: Ana was held before, kind: custody}
"""
RECORDS = """
records:
  - {event: hearing, source: gazette, paragraph: 2, date: 2019-02-10, says: Heard., people: [ana]}
  - {event: trial, source: gazette, paragraph: 3, date: 2019-03-01, says: Tried., people: [ana]}
  - {event: trial, source: herald, paragraph: 1, date: 2019-03-01, says: Tried., people: [ana]}
  - {event: rally, source: reprint, paragraph: 1, date: 2019-03-02, says: Rallied., people: [brun]}
"""


def told(timeline: Timeline) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.event, one.source, one.neighbours) for one in silences(timeline, timeline.events)]


def test_a_later_source_that_tells_of_neighbours_is_silent(corpus: Corpus) -> None:
    assert told(corpus(EVENTS + RECORDS)) == [("hearing", "herald", ("trial",))]


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("date: 2019-02-10", "date: 2018-02-10"),  # too long before what it tells
        ("date: 2019-02-10", "date: 2021-10-01"),  # not over when it appeared
        ("date: 2019-02-10", "date: 2019-02-10/.."),  # open, so perhaps not over
        ("date: 2019-02-10", "date: 2017/2019"),  # too wide to have neighbours
        ("says: Heard.", "says: Heard., stance: denies"),
        ("says: Heard.", "says: Heard., upcoming: true"),
    ],
)
def test_what_is_no_silence(corpus: Corpus, was: str, becomes: str) -> None:
    assert was in RECORDS
    assert told(corpus(EVENTS + RECORDS.replace(was, becomes))) == []


def test_neighbours_are_of_the_same_people_or_theme(corpus: Corpus) -> None:
    records = RECORDS.replace("people: [brun]", "people: [ana]")
    assert ("trial", "reprint", ("rally",)) in told(corpus(EVENTS + records))


def test_paragraphs_with_dates_that_no_record_cites(corpus: Corpus, tmp_path: Path) -> None:
    declared = "sources:\n  note: {publisher: P, title: T, published: 2019-03-14, file: n.txt}\n"
    declared += "  gone: {publisher: P, title: T, published: 2019-03-14, file: gone.txt}\n"
    declared += "  out: {publisher: P, title: T, published: 2019-03-14, file: ../n.txt}\n"
    declared += "kinds:\n  k: {title: K, theme: t}\nevents:\n  e: {title: E, kind: k}\n"
    records = "records:\n  - {event: e, source: note, paragraph: 2, date: on Tuesday, says: So.}\n"
    (tmp_path / "n.txt").write_text("No date.\n\nIt was on Tuesday.\n\nIt was in 2018, and in May.\n", encoding="utf-8")
    readings, problems = read_documents(corpus(records, declared=declared), tmp_path)
    [reading] = readings
    assert (reading.source, reading.paragraphs, reading.dated) == ("note", 3, 2)
    [uncited] = reading.uncited
    assert (uncited.paragraph, [date.text for date in uncited.dates]) == (3, ["in 2018", "in May"])
    assert [problem.code for problem in problems] == ["no-such-file", "file-outside"]
    with pytest.raises(NotADirectoryError):
        read_documents(Timeline(), tmp_path / "nowhere")
