"""TimelineJS: the JSON that Knight Lab's TimelineJS shows, a slide an event and a title slide.

The themes are its groups, an event's id is its slide's `unique_id`. What a slide says, and where one stands whose date
TimelineJS cannot express, is told in `timeline.export.slides`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.export.objects import dumped
from timeline.export.slides import slides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.slides import Slide
    from timeline.model import Selection

_PARTS = ("year", "month", "day")


def render(selection: Selection) -> Iterator[str]:
    """Yield the document piece by piece, a slide a line."""
    title, *events = slides(selection)
    yield f'{{\n  "title": {dumped(_object(title))},\n  "events": ['
    before = "\n    "
    for slide in events:
        yield before + dumped(_object(slide))
        before = ",\n    "
    yield "\n  ]\n}\n" if events else "]\n}\n"


def _object(slide: Slide) -> dict[str, object]:
    made: dict[str, object] = {"unique_id": slide.id, "text": {"headline": slide.headline, "text": slide.text}}
    if slide.start:
        made |= {"start_date": _date(slide.start), "display_date": slide.date}
    if slide.end:
        made["end_date"] = _date(slide.end)
    return made | ({"group": slide.group} if slide.group else {})


def _date(parts: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(_PARTS, parts, strict=False))
