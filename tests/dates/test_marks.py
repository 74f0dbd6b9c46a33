"""The dates of five news articles, marked by hand, against those that are found; skipped where they are not at hand.

The floors stand just below what is measured, so that a change for the worse is seen.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from timeline.dates.edtf import resolve
from timeline.dates.finding import Found, find
from timeline.dates.resolution import Resolution, Unread
from timeline.documents import Document

SOURCES = Path(__file__).parents[2].parent / "shared" / "sources"
MARKS: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "marks.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - it makes text only
)
EXACT_PRECISION, EXACT_RECALL = 0.98, 0.96
OVERLAP_PRECISION, OVERLAP_RECALL = 0.98, 0.96
VALUES = 0.95

pytestmark = pytest.mark.skipif(not (SOURCES / "index.yaml").exists(), reason="the documents are not here")

Place = tuple[str, int, int, int]
"""A file, a paragraph, and where in it."""


class Scored(NamedTuple):
    marks: dict[Place, str]
    found: dict[Place, Found]

    def overlapping(self, places: dict[Place, Any], others: dict[Place, Any]) -> float:
        met = sum(
            any(one[:2] == other[:2] and one[2] < other[3] and other[2] < one[3] for other in others) for one in places
        )
        return met / len(places)


@pytest.fixture(scope="module")
def scored() -> Scored:
    index = yaml.load((SOURCES / "index.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    published = {row["file"]: resolve(row["published"]) for row in index}
    marks: dict[Place, str] = {}
    found: dict[Place, Found] = {}
    for file, marked in MARKS.items():
        document = Document.of((SOURCES / file).read_bytes())
        for mark in marked["dates"]:
            number, words = int(mark["paragraph"]), mark["words"]
            start = place_of(words, document.exact(number), int(mark.get("nth", 1)))
            marks[file, number, start, start + len(words)] = mark["reading"]
        for number, text in enumerate(document.paragraphs, 1):
            for date in find(text, published[file]):
                found[file, number, date.start, date.end] = date
    return Scored(marks, found)


def place_of(words: str, text: str, nth: int) -> int:
    """Where words stand as words for the nth time."""
    at = -1
    while nth:
        at = text.index(words, at + 1)
        nth -= not text[at - 1 : at].isalnum()
    return at


def test_every_mark_stands_where_it_says(scored: Scored) -> None:
    assert len(scored.marks) == sum(len(marked["dates"]) for marked in MARKS.values()) == 77


def test_exact(scored: Scored) -> None:
    exact = len(scored.marks.keys() & scored.found.keys())
    assert exact / len(scored.found) >= EXACT_PRECISION
    assert exact / len(scored.marks) >= EXACT_RECALL


def test_overlap(scored: Scored) -> None:
    assert scored.overlapping(scored.found, scored.marks) >= OVERLAP_PRECISION
    assert scored.overlapping(scored.marks, scored.found) >= OVERLAP_RECALL


def test_values(scored: Scored) -> None:
    """Of the marks that are found as they stand: the first and last day that they read as, or that they have none."""
    read = [
        is_read(scored.found[place].resolution, reading)
        for place, reading in scored.marks.items()
        if place in scored.found
    ]
    assert sum(read) / len(read) >= VALUES


def is_read(resolution: Resolution | Unread, reading: str) -> bool:
    if isinstance(resolution, Unread):
        return False
    if reading == "null":
        return resolution.relative
    if reading.endswith("_REF"):
        return resolution.value == reading
    wanted, got = resolve(reading).reading, resolution.reading
    return (wanted.start_earliest, wanted.end_latest) == (got.start_earliest, got.end_latest)


def test_lengths_are_no_dates(scored: Scored) -> None:
    for file, marked in MARKS.items():
        document = Document.of((SOURCES / file).read_bytes())
        for mark in marked["lengths"]:
            number = int(mark["paragraph"])
            start = place_of(mark["words"], document.exact(number), int(mark.get("nth", 1)))
            place = {(file, number, start, start + len(mark["words"])): ""}
            assert scored.overlapping(place, scored.found) == 0
