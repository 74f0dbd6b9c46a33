"""A document marked for whoever curates it: its dates, the names in it, and the records that cite it already."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.finding import Found, find
from timeline.documents import Document, claims_by_paragraph
from timeline.mentions import Gazetteer, Mention
from timeline.veil import NO_VEIL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.dates.resolution import Resolution
    from timeline.model import Claim, Timeline
    from timeline.veil import Veil


class Paragraph(NamedTuple):
    """A paragraph of a document: its number, its text, and what is marked in it, in order, nothing overlapping."""

    number: int
    text: str
    dates: tuple[Found, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...] = ()


def marked(
    document: Document, timeline: Timeline, source: str | None, anchor: Resolution | None, language: str
) -> Iterator[Paragraph]:
    """Yield the paragraphs of a document, marked.

    `source` is its id in the timeline (None where it is not declared), `anchor` the date of its publication.
    What is withheld is covered in the text too.
    """
    names = Gazetteer(timeline)
    cited = claims_by_paragraph(timeline, source) if source is not None else {}
    veil = veil_of(timeline)
    for number, written in enumerate(document.paragraphs, 1):
        text = veil.text(written)
        dates, mentions = _apart(find(text, anchor, language=language), tuple(names.find(text)))
        yield Paragraph(number, text, dates, mentions, tuple(cited.get(number, ())))


def veil_of(timeline: Timeline) -> Veil:
    """Return what covers the withheld in a document, nothing where it was asked for."""
    return NO_VEIL if timeline.includes_withheld else timeline.veil


def _apart(dates: tuple[Found, ...], mentions: tuple[Mention, ...]) -> tuple[tuple[Found, ...], tuple[Mention, ...]]:
    """Return dates and names without overlaps: a name that holds a date ("April Ryan") stands, else the date."""
    kept = tuple(date for date in dates if not _within_one(date, mentions))
    return kept, tuple(one for one in mentions if not _meets_one(one, kept))


def _within_one(date: Found, mentions: tuple[Mention, ...]) -> bool:
    at = bisect_right(mentions, date.start, key=_start) - 1
    return at >= 0 and date.end <= mentions[at].end


def _meets_one(mention: Mention, dates: tuple[Found, ...]) -> bool:
    at = bisect_left(dates, mention.end, key=_start) - 1
    return at >= 0 and mention.start < dates[at].end


def _start(one: Found | Mention) -> int:
    return one.start
