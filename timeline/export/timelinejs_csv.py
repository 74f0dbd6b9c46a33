"""TimelineJS as CSV: the columns of Knight Lab's spreadsheet template, a row a slide, the title slide first.

It is to be imported into such a spreadsheet, or given to TimelineJS by the address of the file, which must end in
`.csv`. The slides are those of the JSON (see `timeline.export.slides`). As in any CSV written here, no cell is a
formula for a spreadsheet; in these cells, which TimelineJS takes for HTML, a character reference does that, so that
nothing is added to what is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.export.csv_rows import writer
from timeline.export.slides import slides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.slides import Slide
    from timeline.model import Selection

COLUMNS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date"),
    *("Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background"),
)

_FORMULA = re.compile(r"[=+@＝＋－＠]|(?<!\w)-")


def render(selection: Selection) -> Iterator[str]:
    """Yield the header and the rows."""
    line = writer()
    yield line(COLUMNS)
    for slide in slides(selection):
        yield line(_row(slide))


def _row(slide: Slide) -> Iterator[object]:
    for date in (slide.start, slide.end):
        yield from (*date, *("",) * (4 - len(date)))
    yield from (_harmless(slide.date), _harmless(slide.headline), _harmless(slide.text))
    yield from ("", "", "", "", "" if slide.start else "title", _harmless(slide.group), "")


def _harmless(markup: str) -> str:
    """Return HTML, without attributes, that shows the same and holds nothing that begins a formula."""
    return _FORMULA.sub(lambda match: f"&#{ord(match[0])};", markup)
