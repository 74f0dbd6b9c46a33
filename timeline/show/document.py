"""A document for whoever curates it: numbered paragraphs, its dates and names marked, and what cites them already.

Marks stand in the text itself, so that nothing rests on colour: a date in {braces}, since documents have brackets of
their own, a name in ‹angle brackets›.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean, visible
from timeline.dates.resolution import Unread
from timeline.dates.text import date_text
from timeline.names import counted
from timeline.show.lines import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates.finding import Found
    from timeline.markup import Paragraph
    from timeline.model import Claim
    from timeline.show.lines import Line, Piece

_DATE, _NAME = "bold yellow", "cyan"
_MARKS = {_DATE: ("{", "}"), _NAME: ("‹", "›")}
_WIDE = 130
"""From so many columns on, notes stand beside the text, not under it."""
_GAP = "   "

_LEGEND = "{ } a date; ‹ › a person or place of the corpus; ← a record that cites the paragraph."
LEANS = "leans on another event"


class Heading(NamedTuple):
    """What a document is: its file, and the source and the date of publication that its dates are read against."""

    file: str
    source: str = ""
    title: str = ""
    published: str = ""
    language: str = "en"
    remark: str = ""


def render(
    heading: Heading, paragraphs: Sequence[Paragraph], width: int, *, dates_only: bool = False
) -> Iterator[Line]:
    """Yield the document, at most `width` columns wide (0: never wrapped)."""
    yield from _head(heading, width)
    margin = len(str(paragraphs[-1].number)) if paragraphs else 1
    for paragraph in paragraphs:
        if dates_only and not paragraph.dates:
            continue
        yield ()
        yield from _shown(paragraph, margin, width, dates_only=dates_only)
    yield ()
    yield from _told(_summary(paragraphs), width)
    if not dates_only:
        yield from _told(_LEGEND, width, "dim")


def _head(heading: Heading, width: int) -> Iterator[Line]:
    title = f"{heading.title} ({heading.source})" if heading.source else heading.file
    yield from _told(title, width, "bold")
    against = f"published {heading.published}" if heading.published else "the day of publication is not known"
    yield from _told(f"{heading.file}: dates are read in `{heading.language}`; {against}.", width)
    if heading.remark:
        yield from _told(heading.remark, width, "red")


def _told(text: str, width: int, style: str = "") -> Iterator[Line]:
    for line in wrapped(clean(text), width):
        yield ((style, line),)


def _summary(paragraphs: Sequence[Paragraph]) -> str:
    dates = [date for paragraph in paragraphs for date in paragraph.dates]
    leaning = sum(not isinstance(date.resolution, Unread) and date.resolution.relative for date in dates)
    uncited = [str(paragraph.number) for paragraph in paragraphs if paragraph.dates and not paragraph.claims]
    lean = f", {leaning} of which lean on another event" if leaning else ""
    told = f"{counted(len(paragraphs), 'paragraph')}; {counted(len(dates), 'date')}{lean}"
    return f"{told}; dated and cited by no record: {', '.join(uncited) or 'none'}."


def _shown(paragraph: Paragraph, margin: int, width: int, *, dates_only: bool) -> Iterator[Line]:
    number, blank = f"{paragraph.number:>{margin}}  ", " " * (margin + 2)
    room = max(width - margin - 2, 20) if width else 0
    if dates_only:
        yield from _beneath(_notes(paragraph, room), number, blank)
        return
    if width < _WIDE:
        yield from _beneath(_text(paragraph, room), number, blank)
        yield from _beneath(_notes(paragraph, max(room - 2, 0)), f"{blank}  ", f"{blank}  ")
        return
    left = room * 3 // 5
    texts = list(_text(paragraph, left))
    notes = list(_notes(paragraph, room - left - len(_GAP)))
    for at in range(max(len(texts), len(notes))):
        text, note = texts[at : at + 1], notes[at : at + 1]
        used = sum(len(piece) for _, piece in text[0]) if text else 0
        yield (
            ("dim", blank if at else number),
            *(text[0] if text else ()),
            *((("", " " * (left - used) + _GAP), *note[0]) if note else ()),
        )


def _beneath(lines: Iterable[Line], first: str, rest: str) -> Iterator[Line]:
    for line in lines:
        yield ("dim", first), *line
        first = rest


def _text(paragraph: Paragraph, width: int) -> Iterator[Line]:
    """Yield the text, wrapped, its marks in place and in style."""
    pieces = list(_pieces(paragraph))
    styles = [style for style, text in pieces for _ in text]
    marked = "".join(text for _, text in pieces)
    at = 0
    for line in wrapped(marked, width):
        spans: list[Piece] = []
        for character in line:
            while at < len(marked) and marked[at] != character and marked[at] == " ":
                at += 1
            style = styles[at] if at < len(marked) and marked[at] == character else ""
            at += at < len(marked) and marked[at] == character
            if spans and spans[-1][0] == style:
                spans[-1] = (style, spans[-1][1] + character)
            else:
                spans.append((style, character))
        yield tuple(spans)


def _pieces(paragraph: Paragraph) -> Iterator[Piece]:
    """Yield the text in pieces, whatever is marked within its marks."""
    at = 0
    marks = [(one.start, one.end, _DATE) for one in paragraph.dates]
    marks += ((one.start, one.end, _NAME) for one in paragraph.mentions)
    for start, end, style in sorted(marks):
        opening, closing = _MARKS[style]
        yield "", visible(paragraph.text[at:start])
        yield style, opening + visible(paragraph.text[start:end]) + closing
        at = end
    yield "", visible(paragraph.text[at:])


def _notes(paragraph: Paragraph, width: int) -> Iterator[Line]:
    """Yield what the dates of a paragraph mean, and the records that cite it."""
    for date in paragraph.dates:
        yield from _hung(f"{{{clean(date.text)}}} ", meaning(date), width, _DATE)
    for claim in paragraph.claims:
        yield from _hung("← ", f"{claim.event}{_stated(claim)}", width, "green")


def _hung(head: str, text: str, width: int, style: str) -> Iterator[Line]:
    for at, line in enumerate(wrapped(clean(text), width, head, "    ")):
        cut = 0 if at else len(head)
        yield (style, line[:cut]), ("", line[cut:])


def meaning(date: Found) -> str:
    """Return what a date means, in words: its reading as EDTF, and the sound span where it is wider."""
    found = date.resolution
    if isinstance(found, Unread):
        return found.reason
    if found.relative:
        return LEANS
    text = date_text("", found.sound, found.sound)
    if found.reading.bounds == found.sound.bounds:
        return found.edtf or text
    return f"{found.edtf or date_text('', found.reading, found.reading)}; soundly {text}"


def _stated(claim: Claim) -> str:
    stated = [f"“{words}”" for words in (claim.date.stated, claim.date.stated_end, claim.lasts) if words]
    return f": {', '.join(stated)}" if stated else ""


def render_json(heading: Heading, paragraphs: Sequence[Paragraph]) -> str:
    """Return the same as JSON. Places in a text count characters; days are ISO 8601, an open bound is null."""
    from timeline.export.objects import SCHEMA, dumped

    return dumped(
        {
            "schema": SCHEMA,
            "file": heading.file,
            "source": heading.source or None,
            "published": heading.published or None,
            "language": heading.language,
            "paragraphs": [_paragraph(paragraph) for paragraph in paragraphs],
        }
    )


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    return {
        "paragraph": paragraph.number,
        "text": paragraph.text,
        "dates": [date_object(date) for date in paragraph.dates],
        "names": [
            {"start": one.start, "end": one.end, "kind": one.kind, "ids": list(one.ids)} for one in paragraph.mentions
        ],
        "claims": [
            {"id": claim.id, "event": claim.event, "date": claim.date.stated or None} for claim in paragraph.claims
        ],
    }


def date_object(date: Found) -> dict[str, object]:
    """Return a date found in a text, as scripts read it."""
    from timeline.export.objects import bounds_object

    found = date.resolution
    told: dict[str, object] = {"start": date.start, "end": date.end, "text": date.text}
    if isinstance(found, Unread):
        return told | {"edtf": None, "relative": False, "reading": None, "sound": None, "reason": found.reason}
    return told | {
        "edtf": found.edtf or None,
        "relative": found.relative,
        "reading": None if found.relative else bounds_object(found.reading),
        "sound": None if found.relative else bounds_object(found.sound),
        "reason": found.convention or None,
    }
