"""Years as headings: each comes once, the oldest or the newest first."""

from __future__ import annotations

from collections.abc import Callable

from timeline.model import Timeline
from timeline.years import by_year

RECORDS = """
events:
  rumour: {title: R, kind: protest}
  flight: {title: F, kind: protest}
  founding: {title: C, kind: protest}
records:
- {event: arrest, source: herald, paragraph: 1, says: X, date: 2019-03-10}
- {event: rumour, source: herald, paragraph: 2, says: X, date: "[..2019-08-01]", before: flight}
- {event: flight, source: herald, paragraph: 3, says: X, date: "[2018-05-01..2019-09-01]"}
- {event: founding, source: herald, paragraph: 4, says: X, date: "-0043"}
"""


def test_each_year_comes_once_in_either_direction(corpus: Callable[..., Timeline]) -> None:
    events = corpus(RECORDS).events
    headings = [(heading, [event.id for event in group]) for heading, group in by_year(events)]
    assert headings == [
        ("44 BC", ["founding"]),
        ("2018", ["rumour", "flight"]),
        ("2019", ["arrest"]),
    ]
    assert [heading for heading, _ in by_year(events[::-1])] == ["2019", "2018", "44 BC"]


def test_what_has_no_date_stands_under_no_year(corpus: Callable[..., Timeline]) -> None:
    undated = "sources:\n  undated: {publisher: P, title: T}\n"
    events = corpus(undated, "records:\n- {event: march, source: undated, paragraph: 1, says: X}").events
    assert [heading for heading, _ in by_year(events)] == ["Undated"]
