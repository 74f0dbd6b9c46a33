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
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from icalendar import Calendar, Journal, vText
from icalendar import Event as Entry

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
_END = "END:VCALENDAR\r\n"
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
    yield _calendar(selection, words).to_ical().decode().removesuffix(_END)
    published = _published(selection)
    for event in selection.timeline.events:
        yield _entry(event, words, marks, published).to_ical().decode()
    yield _END


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


def _calendar(selection: Selection, words: Wording) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//timeline-evidence//timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    said = (*words.preamble(), _HOW_TO_READ, caution(selection))
    description = "\n".join(sentence for sentence in said if sentence)
    for name, text in (("NAME", "Timeline"), ("X-WR-CALNAME", "Timeline")):
        calendar.add(name, vText(text))
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        calendar.add(name, vText(description))
    return calendar


def _entry(event: Event, words: Wording, marks: Marks, published: dict[str, Day]) -> Entry | Journal:
    span = event.date.sound
    has_place = _has_place(span)
    entry = Entry() if has_place else Journal()
    entry.add("uid", f"{event.id}@timeline-evidence")
    stamp = max((published[claim.source] for claim in event.claims if claim.source in published), default=1)
    entry.add("dtstamp", datetime.combine(_date(stamp), time(), UTC))
    if has_place:
        entry.add("dtstart", _date(span.start_earliest or 0))
        entry.add("dtend", _date((span.end_latest or 0) + 1))
        entry.add("transp", "TRANSPARENT")
    entry.add("summary", _summary(event, words))
    entry.add("description", "\n".join((*(() if has_place else (_NO_PLACE,)), *words.lines(event))))
    if event.theme:
        entry.add("categories", [clean(event.theme)])
    is_firm = not (marks.open(event) or event.date.reading.qualifier or event.is_only_denied or event.is_only_planned)
    firm, loose = ("CONFIRMED", "TENTATIVE") if has_place else ("FINAL", "DRAFT")
    entry.add("status", firm if is_firm else loose)
    for name, day in zip(_BOUNDS, span.bounds, strict=True):
        if day is not None:
            entry.add(f"X-TIMELINE-{name}", vText(iso(day)))
    return entry


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
