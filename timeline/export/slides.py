"""Events as the slides of Knight Lab's TimelineJS, for its JSON and for its spreadsheet.

TimelineJS must place each slide on a day, and drops a slide without one, silently. `timeline.export.standing` says
where an open or undated one stands; the text of the slide then says so, and what is shown as its date are always the
words of the chronology ("2020 or earlier", "undated"), never the place it stands at. A date that is exactly a day, a
month or a year is given to that precision; a window of several is a bar from the first of its days to the last.

TimelineJS takes texts for HTML. Those of a slide's date and group it even reads twice: once to strip tags, and what
comes out of that as HTML again. It also makes links of what looks like an address; here, nothing in the data does.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.export.standing import standings
from timeline.export.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Selection

TITLE_ID = "timeline:title"
"""The id of the title slide: one that no event can have."""

_HOW_TO_READ = (
    "A bar reaches from the first day on which an event may have been to the last, and is not how long it lasted; its "
    "date says which. Where that gives a few dates of which it was on one, it was on no day between them."
)
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
    for event, (start, end, remark) in zip(timeline.events, standings(timeline), strict=True):
        told = [*words.told(event), ("Id", event.id)]
        text = "".join(f"<p><b>{_escaped(label)}:</b> {_escaped(said)}</p>" for label, said in told)
        note = f"<p><i>{_escaped(remark)}</i></p>" if remark else ""
        headline, group = html.escape(words.headline(event)), html.escape(html.escape(clean(event.theme)))
        yield Slide(event.id, start, end, html.escape(words.date(event)), headline, note + text, group)


def _escaped(text: str) -> str:
    """Return text as HTML in which TimelineJS finds no address to link; where a line may break changes nothing."""
    return "<wbr>".join(html.escape(part) for part in _ADDRESS.split(text))
