"""iCalendar (RFC 5545): the events as all-day entries of a calendar.

An event whose first and last possible day are known is a VEVENT from the one to the other, DTEND being the day after,
as RFC 5545 has it. Such an entry is not a claim that the event lasted so long: the summary says "within Mar 2019", it
is TRANSPARENT to whoever looks for free time, and the four bounds stand in X-TIMELINE properties. Every other event,
open on a side, undated, or of a year that iCalendar cannot write (before 1, or 9999-12-31 and after, whose DTEND would
have five digits), is a VJOURNAL without DTSTART, which RFC 5545 provides for what belongs to no day: a day would be
invented. Not every calendar shows journal entries, and so `caution` counts them.

STATUS is TENTATIVE (for a journal entry DRAFT) where accounts contradict each other, the date is approximate or
uncertain, or nobody asserts that it happened. UID is the event's id, so that importing again replaces: corpora that
share ids belong in calendars apart. DTSTAMP, when the entry was last revised, is the last day on which the newest of
its documents can have been published: the clock does not enter, so that one corpus always gives the same file.

The icalendar library writes the values. The lines of an entry, which are always the same ones, are put together here:
to have it hold, sort and fold each of them took most of the time that a calendar took.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from icalendar import vDDDTypes, vText

from timeline.clean import clean
from timeline.dates.span import day_of, iso
from timeline.export.wording import Wording
from timeline.names import counted
from timeline.years import Marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.dates.span import Day, Span
    from timeline.model import Event, Selection

_FIRST, _LAST = day_of(1), day_of(9999, 12, 31) - 1
_MOST_OCTETS = 75
_BOUNDS = ("START-EARLIEST", "START-LATEST", "END-EARLIEST", "END-LATEST")
_HOW_TO_READ = (
    "An entry reaches from the first day on which an event may have been to the last, and is not how long it lasted; "
    "where its summary gives a few dates of which it was on one, it was on no day between them."
)

_NO_PLACE = (
    "A journal entry without a day, since a calendar can hold no first and last day on which this may have been."
)


def render(selection: Selection) -> Iterator[str]:
    """Yield the calendar, an entry a piece."""
    words, marks = Wording(selection), Marks(selection.timeline)
    yield from _calendar(selection, words)
    published = _published(selection)
    for event in selection.timeline.events:
        yield "".join(_entry(event, words, marks, published))
    yield _line("END", "VCALENDAR")


def folded(line: str) -> str:
    """Fold a content line as RFC 5545 does (3.1): no piece has more than 75 octets, its leading blank among them.

    No character is cut in two, nor what escapes one from it, by which some calendars would lose both.
    """
    octets = line.encode("utf-8")
    if len(octets) <= _MOST_OCTETS:
        return line
    pieces, at, room = [], 0, _MOST_OCTETS
    while len(octets) - at > room:
        end = at + room
        while octets[end] & 0xC0 == 0x80:  # noqa: PLR2004 - what goes on a character of UTF-8
            end -= 1
        piece = octets[at:end]
        end -= (len(piece) - len(piece.rstrip(b"\\"))) % 2
        pieces.append(octets[at:end])
        at, room = end, _MOST_OCTETS - 1
    pieces.append(octets[at:])
    return b"\r\n ".join(pieces).decode("utf-8")


def caution(selection: Selection) -> str:
    """Return what whoever imports the calendar must know, "" if nothing: how many events have no place on a day."""
    number = sum(not _has_place(event.date.sound) for event in selection.timeline.events)
    if not number:
        return ""
    return (
        f"{counted(number, 'event')} of {len(selection.timeline.events)} without a first and a last possible day that "
        "a calendar can hold: written as journal entries (VJOURNAL), which not every calendar shows."
    )


def _has_place(span: Span) -> bool:
    first, last = span.start_earliest, span.end_latest
    return first is not None and last is not None and first >= _FIRST and last <= _LAST


def _calendar(selection: Selection, words: Wording) -> Iterator[str]:
    said = (*words.preamble(), _HOW_TO_READ, caution(selection))
    description = _text("\n".join(sentence for sentence in said if sentence))
    yield _line("BEGIN", "VCALENDAR")
    yield _line("VERSION", "2.0")
    yield _line("PRODID", _text("-//timeline-evidence//timeline//EN"))
    yield _line("CALSCALE", "GREGORIAN")
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        yield _line(name, description)
    for name in ("NAME", "X-WR-CALNAME"):
        yield _line(name, _text("Timeline"))


def _entry(event: Event, words: Wording, marks: Marks, published: dict[str, Day]) -> Iterator[str]:
    span = event.date.sound
    has_place = _has_place(span)
    component, firm, loose = ("VEVENT", "CONFIRMED", "TENTATIVE") if has_place else ("VJOURNAL", "FINAL", "DRAFT")
    is_firm = not (marks.open(event) or event.date.reading.qualifier or event.is_only_denied or event.is_only_planned)
    stamp = max((published[claim.source] for claim in event.claims if claim.source in published), default=1)
    yield _line("BEGIN", component)
    yield _line("SUMMARY", _text(_summary(event, words)))
    if has_place:
        yield _line("DTSTART;VALUE=DATE", vDDDTypes(_date(span.start_earliest or 0)))
        yield _line("DTEND;VALUE=DATE", vDDDTypes(_date((span.end_latest or 0) + 1)))
    yield _line("DTSTAMP", vDDDTypes(datetime.combine(_date(stamp), time(), UTC)))
    yield _line("UID", _text(f"{event.id}@timeline-evidence"))
    if event.theme:
        yield _line("CATEGORIES", _text(clean(event.theme)))
    yield _line("DESCRIPTION", _text("\n".join((*(() if has_place else (_NO_PLACE,)), *words.lines(event)))))
    yield _line("STATUS", firm if is_firm else loose)
    if has_place:
        yield _line("TRANSP", "TRANSPARENT")
    for name, day in zip(_BOUNDS, span.bounds, strict=True):
        if day is not None:
            yield _line(f"X-TIMELINE-{name}", iso(day))
    yield _line("END", component)


def _line(name: str, value: str | vDDDTypes) -> str:
    """Return a content line: of a value that needs no escaping, or of one that icalendar writes."""
    return f"{folded(f'{name}:{value if isinstance(value, str) else value.to_ical().decode()}')}\r\n"


def _text(text: str) -> str:
    r"""Return a TEXT value, escaped by icalendar, but for what it takes for a line end and is none: `C:\News`."""
    return r"\\N".join(vText(part).to_ical().decode() for part in text.split(r"\N"))


def _summary(event: Event, words: Wording) -> str:
    """Return the title, after the date in words where that is not one certain day of the calendar."""
    span, title, shown = event.date.sound, words.headline(event), words.date(event)
    if span.is_day and not event.date.reading.qualifier and _has_place(span):
        return title
    is_window = span.is_once and _has_place(span) and not span.is_day and not (span.alternatives or " or " in shown)
    return f"{'within ' if is_window and not shown.startswith('within ') else ''}{shown}: {title}"


def _published(selection: Selection) -> dict[str, Day]:
    """Return, by source, the last day on which it can have been published, where the calendar has that day."""
    latest = {source.id: source.published.sound.end_latest for source in selection.timeline.sources if source.published}
    return {source: day for source, day in latest.items() if day is not None and _FIRST <= day <= _LAST}


def _date(day: Day) -> date:
    return date.fromordinal(day)
