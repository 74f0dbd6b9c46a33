"""Markwhen: the plain text of https://markwhen.com, an event a block, a section a year, the themes as tags.

A range of dates stands for all days on which an event may have been; where these are not exactly a day, a month or a
year, the title begins with the date in words. Markwhen knows no open and no missing dates: `timeline.export.standing`
says where such an event stands, and its text says so. Years before 1 BC and after 9999 are written to the year only;
the words are exact.

The syntax has no escapes. What would be a tag, an id, a link, a place, a check box, a percentage, a mention or a
comment takes its fullwidth twin instead (`＃` for `#`): it reads the same and means nothing. Every line below a title
begins with a bullet, behind which nothing can be a date, a property, a comment or a heading.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.export.standing import standings
from timeline.export.wording import Wording
from timeline.years import by_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.standing import Standing
    from timeline.model import Event, Selection

_LAST_OF_FOUR_DIGITS, _LAST = 9999, 99_999
_ACTIVE = re.compile(
    r"#(?=\w)|!(?=\w|\[)|(?<![a-zA-Z0-9_])\.(?=start|end)|@(?=\w|/)|\](?=\()|^/(?=/)|^\[|(?<!\S)\[(?=[xX ]?\])|(?<=\d)%"
)
_TWIN = 0xFEE0
_HOW_TO_READ = (
    "A range of dates reaches from the first day on which an event may have been to the last, and is not how long it "
    "lasted; where its title gives a few dates of which it was on one, it was on no day between them."
)


def render(selection: Selection) -> Iterator[str]:
    """Yield the document piece by piece."""
    timeline, words = selection.timeline, Wording(selection)
    description = " ".join((*words.preamble(), _HOW_TO_READ))
    yield f"---\ntitle: Timeline\ntimezone: UTC\ndescription: {_quoted(description)}\n---\n"
    placed = standings(timeline, lambda year: -_LAST < year < _LAST)
    for heading, events in by_year(timeline.events):
        yield f"\n# {heading}\n"
        for event in events:
            yield from _event(event, words, next(placed))


def _event(event: Event, words: Wording, standing: Standing) -> Iterator[str]:
    date = event.date
    is_plain = date.sound.is_once and not (date.reading.qualifier or standing.end or standing.remark)
    title = words.headline(event) if is_plain else f"{words.date(event)}: {words.headline(event)}"
    tag = re.sub(r"\W+", "_", clean(event.theme), flags=re.ASCII).strip("_")
    yield f"\n{_dates(standing)}: {_inert(title)}{f' #{tag}' if tag and not tag.isdigit() else ''}\n"
    yield f"id: {_quoted(event.id)}\n"
    if standing.remark:
        yield f"• {standing.remark}\n"
    for line in (f"Theme: {clean(event.theme)}", *words.lines(event)):
        yield f"• {_inert(line)}\n"


def _dates(standing: Standing) -> str:
    """Return the range of dates: to the day, month or year where years have four digits, else to the year."""
    start, end = standing.start, standing.end or standing.start
    if 0 <= start[0] <= end[0] <= _LAST_OF_FOUR_DIGITS:
        return _iso(start) + (f"/{_iso(end)}" if standing.end else "")
    # The first year that is not of it any more: a range of years with eras ends as its last one begins.
    return _year(start[0]) if start[0] == end[0] else f"{_year(start[0])} - {_year(end[0] + 1)}"


def _iso(parts: tuple[int, ...]) -> str:
    return "-".join((f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])))


def _year(year: int) -> str:
    return f"{year} AD" if year > 0 else f"{1 - year} BC"


def _inert(text: str) -> str:
    """Return text in which nothing is syntax."""
    return _ACTIVE.sub(lambda match: chr(ord(match[0]) + _TWIN), text)


def _quoted(text: str) -> str:
    """Return text as a value that YAML reads as it is; `#` would be taken for a tag before YAML is read."""
    return json.dumps(text).replace("#", "\\u0023")
