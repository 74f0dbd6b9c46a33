"""Events as the slides of Knight Lab's TimelineJS, for its JSON and for its spreadsheet.

TimelineJS must place each slide on a day, and drops a slide without one, silently. So where a date is open, the slide
stands at the bound that is known; where there is none at all, beside the event before it in the chronology. The text
of the slide then says so, and what is shown as its date are always the words of the chronology ("2020 or earlier",
"undated"), never the place it stands at. A date that is exactly a day, a month or a year is given to that precision; a
window of several is a bar over all of its days.

TimelineJS takes texts for HTML. Those of a slide's date and group it even reads twice: once to strip tags, and what
comes out of that as HTML again. It also makes links of what looks like an address; here, nothing in the data does.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.dates.span import date_of, day_of, days_in_month
from timeline.export.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.dates.span import Day, Span
    from timeline.model import Selection, Timeline

TITLE_ID = "timeline:title"
"""The id of the title slide: one that no event can have."""

_HOW_TO_READ = "A bar covers all days on which an event may have been, and not how long it lasted; its date says which."
_DECEMBER = 12
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)


class Slide(NamedTuple):
    """A slide. Texts are HTML as TimelineJS reads each of them; a date is (year,), (year, month) or a day.

    `start` is where it stands, () for the title slide; `end` is where its bar ends, () where there is none.
    """

    id: str
    start: tuple[int, ...]
    end: tuple[int, ...]
    date: str
    headline: str
    text: str
    group: str = ""


def slides(selection: Selection) -> Iterator[Slide]:
    """Yield the title slide, and one for each event."""
    words = Wording(selection)
    timeline = selection.timeline
    said = "".join(f"<p>{_escaped(text)}</p>" for text in (*words.preamble(), _HOW_TO_READ))
    yield Slide(TITLE_ID, (), (), "", "Timeline", said)
    before = _first_place(timeline)
    for event in timeline.events:
        start, end, remark = _place(event.date.sound, before)
        before = start
        told = [*words.told(event), ("Id", event.id)]
        text = "".join(f"<p><b>{_escaped(label)}:</b> {_escaped(said)}</p>" for label, said in told)
        note = f"<p><i>{_escaped(remark)}</i></p>" if remark else ""
        headline, group = html.escape(words.title(event)), html.escape(html.escape(clean(event.theme)))
        yield Slide(event.id, start, end, html.escape(words.date(event)), headline, note + text, group)


def _escaped(text: str) -> str:
    """Return text as HTML in which TimelineJS finds no address to link; where a line may break changes nothing."""
    return "<wbr>".join(html.escape(part) for part in _ADDRESS.split(text))


def _place(span: Span, before: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Return where a slide stands and where its bar ends, and what is to be said of that."""
    first, last = span.start_earliest, span.end_latest
    if first is not None and last is not None:
        unit = _unit(first, last)
        return (unit, (), "") if unit else (date_of(first), date_of(last), "")
    known = next((day for day in span.bounds if day is not None), None)
    if known is None:
        remark = (
            "This event is not dated. It stands here beside the one before it in the chronology, for want of a day."
        )
        return before, (), remark
    return date_of(known), (), "The date is open on a side. The slide stands at the bound that is known."


def _unit(first: Day, last: Day) -> tuple[int, ...]:
    """Return the day, the month or the year that a window is exactly, () if it is none."""
    year, month, day = date_of(first)
    if first == last:
        return year, month, day
    if (day, last) == (1, day_of(year, month, days_in_month(year, month))):
        return year, month
    return (year,) if (month, day, last) == (1, 1, day_of(year, _DECEMBER, 31)) else ()


def _first_place(timeline: Timeline) -> tuple[int, ...]:
    """Return where an undated event stands that has no dated one before it: with the first one that has a date.

    Where no event has, it is the first known day of publication; where there is none either, the year 1.
    """
    spans = [event.date.sound for event in timeline.events]
    spans += [source.published.sound for source in timeline.sources if source.published]
    return next((_place(span, ())[0] for span in spans if not span.is_unknown), (1,))
