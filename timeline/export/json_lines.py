"""JSON lines: one event a line, each the event object of the JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.export.objects import dumped, event_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Selection


def render(selection: Selection) -> Iterator[str]:
    """Yield a line an event."""
    for event in selection.timeline.events:
        yield dumped(event_object(event)) + "\n"
