"""JSON: one document with everything that was selected, in the form that scripts may rely on.

`{"schema": 1, "sources": […], "people": […], "places": […], "events": […], "conflicts": […]}`, one object a line
so that two exports compare line by line. Where not all of a sound corpus is told, `"remarks": […]` at the end says in
words what was asked for, withheld, or left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.export.objects import (
    SCHEMA,
    conflict_object,
    dumped,
    event_object,
    person_object,
    place_object,
    source_object,
)
from timeline.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.model import Selection


def render(selection: Selection) -> Iterator[str]:
    """Yield the document piece by piece."""
    timeline = selection.timeline
    yield f'{{\n  "schema": {SCHEMA}'
    yield from _array("sources", map(source_object, timeline.sources))
    yield from _array("people", map(person_object, timeline.people))
    yield from _array("places", map(place_object, timeline.places))
    yield from _array("events", map(event_object, timeline.events))
    yield from _array("conflicts", map(conflict_object, timeline.conflicts))
    said = tuple(remarks(selection))
    if said:
        yield f',\n  "remarks": {dumped(said)}'
    yield "\n}\n"


def _array(name: str, objects: Iterable[dict[str, object]]) -> Iterator[str]:
    yield f',\n  "{name}": ['
    before = "\n    "
    for each in objects:
        yield before + dumped(each)
        before = ",\n    "
    yield "\n  ]" if before.startswith(",") else "]"
