"""Events as the rows of Timesketch, for its CSV and its JSON lines.

Timesketch wants of each row a `message`, a `datetime` (ISO 8601 with a zone) and a `timestamp_desc` that says what the
time means. As with the several times of a file there, an event has a row for each outer bound of its date: one where
it is known to the day, else the earliest and the latest possible day. Where a side is open it has no row; where only
the latest start or the earliest end is known, that one has. No time of day is known of any: `datetime` is midnight UTC
of the day, and the description says that it is a day. All four bounds stand in columns of their own.

Timesketch's importer drops a row without a time, or with one before 1678 or after 2261 (what nanoseconds since 1970 can
count). Such an event has one row at 1970-01-01, where the importer itself puts what it cannot read, described in the
words of Plaso, whose output Timesketch is made for, as "Not a time", and why; `caution` counts these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.dates.span import date_of, iso
from timeline.export.wording import Wording
from timeline.names import counted
from timeline.years import Marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.dates.span import Day, Span
    from timeline.model import Event, Selection

COLUMNS = (
    *("message", "datetime", "timestamp_desc", "tag", "event_id", "title", "date", "edtf", "qualifier"),
    *("start_earliest", "start_latest", "end_earliest", "end_latest", "kind", "theme", "people", "places"),
    *("claims", "sources", "origins", "open_conflicts", "told", "remarks"),
)
"""`tag` is a list with the theme, `told` all that is said of the event with every citation, parted by ` | `, `remarks`
what the output as a whole must say of itself."""

SENTINEL = "1970-01-01T00:00:00+00:00"
_FIRST_YEAR, _LAST_YEAR = 1678, 2261
_UNDATED = "Not a time: undated"
_UNWRITABLE = "Not a time: a year that Timesketch cannot hold"


def rows(selection: Selection) -> Iterator[dict[str, object]]:
    """Yield the rows, event by event."""
    words, marks = Wording(selection), Marks(selection.timeline)
    for event in selection.timeline.events:
        columns = _columns(event, words, marks)
        for datetime, description in _times(event.date.sound):
            yield {"message": columns["message"], "datetime": datetime, "timestamp_desc": description} | columns


def caution(selection: Selection) -> str:
    """Return how many events stand at a day that is none, "" if no event does."""
    number = sum(times[0][0] == SENTINEL and times[0][1].startswith("Not a time") for times in _all_times(selection))
    if not number:
        return ""
    return (
        f"{counted(number, 'event')} of {len(selection.timeline.events)} undated or of a year that Timesketch cannot "
        "hold: written at 1970-01-01 as “Not a time”."
    )


def _all_times(selection: Selection) -> Iterator[list[tuple[str, str]]]:
    return (list(_times(event.date.sound)) for event in selection.timeline.events)


def _times(span: Span) -> Iterator[tuple[str, str]]:
    """Yield the times of an event as (datetime, timestamp_desc)."""
    known = [day for day in span.bounds if day is not None]
    if not known or not all(_FIRST_YEAR <= date_of(day)[0] <= _LAST_YEAR for day in known):
        yield SENTINEL, _UNWRITABLE if known else _UNDATED
        return
    first, start_latest, end_earliest, last = span.bounds
    if first is not None and first == last:
        yield _midnight(first), "Day of the event"
        return
    what = ("day", "day") if span.is_once else ("day of the start", "day of the end")
    if first is not None:
        yield _midnight(first), f"Earliest possible {what[0]}{_open(last is None, 'latest')}"
    if last is not None:
        yield _midnight(last), f"Latest possible {what[1]}{_open(first is None, 'earliest')}"
    if first is None and last is None:
        if start_latest is not None:
            yield _midnight(start_latest), "Latest possible day of the start (no other bound is known)"
        if end_earliest is not None and end_earliest != start_latest:
            yield _midnight(end_earliest), "Earliest possible day of the end (no other bound is known)"


def _open(is_open: bool, other: str) -> str:  # noqa: FBT001 - a value to print, not a switch
    return f" (no {other} is known)" if is_open else ""


def _midnight(day: Day) -> str:
    return f"{iso(day)}T00:00:00+00:00"


def _columns(event: Event, words: Wording, marks: Marks) -> dict[str, object]:
    date, names = event.date, words.names
    bounds = zip(("start_earliest", "start_latest", "end_earliest", "end_latest"), date.sound.bounds, strict=True)
    return {
        "message": f"{words.date(event)}: {words.headline(event)}",
        "tag": [clean(event.theme)] if event.theme else [],
        "event_id": event.id,
        "title": words.title(event),
        "date": words.date(event),
        "edtf": date.edtf,
        "qualifier": date.reading.qualifier,
        **{name: "" if day is None else iso(day) for name, day in bounds},
        "kind": event.kind,
        "theme": clean(event.theme),
        "people": clean("; ".join(names.people(event.people))),
        "places": clean("; ".join(names.places(event.places))),
        "claims": len(event.claims),
        "sources": event.sources,
        "origins": event.origins,
        "open_conflicts": marks.open(event),
        "told": " | ".join(words.lines(event)),
        "remarks": " ".join(words.preamble()),
    }
