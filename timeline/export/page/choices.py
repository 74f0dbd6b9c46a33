"""What the filters of the page offer, and the numbers by which events name it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.span import date_of
from timeline.lookup import fold

if TYPE_CHECKING:
    from timeline.model import Timeline

_MOST_YEARS = 250
_OTHER = re.compile(r"[^A-Za-z0-9_-]")


class Choice(NamedTuple):
    """A value of a filter: as links name it, as readers do, and its number on this page."""

    value: str
    text: str
    number: int


class Choices(NamedTuple):
    """The numbers of what events name, by id, and the values of each filter.

    People and themes have the numbers of their places among the values; people who are only cited come after these.
    """

    people: dict[str, int]
    places: dict[str, int]
    themes: dict[str, int]
    offered: dict[str, list[Choice]]


def safe(identifier: str) -> str:
    """Return an id that is safe in an anchor, an attribute and a link: ASCII letters, digits, `-`, `_` and `.` alone.

    Other characters are numbers between points, `.` itself too, so that two ids never become one; plain ids stay as
    they are. The page's own anchors have a `:`, and so are never an event's.
    """
    return _OTHER.sub(lambda match: f".{ord(match[0]):x}.", identifier)


def choices_of(timeline: Timeline) -> Choices:
    """Return the choices that a timeline gives, in the order in which a reader looks for them."""
    met = {person for event in timeline.events for person in event.people}
    listed = sorted(timeline.people, key=lambda one: (one.id not in met, fold(one.name), one.id))
    people = {one.id: number for number, one in enumerate(listed)}
    places = {one.id: number for number, one in enumerate(timeline.places)}
    found = sorted({event.theme for event in timeline.events if event.theme}, key=lambda theme: (fold(theme), theme))
    themes = {theme: number for number, theme in enumerate(found)}
    cited = {claim.source for event in timeline.events for claim in event.claims}
    offered = {
        "person": [Choice(safe(one.id), one.name, people[one.id]) for one in listed if one.id in met],
        "theme": [Choice(safe(theme), theme, number) for theme, number in themes.items()],
        "year": [Choice(str(year), str(year) if year > 0 else f"{1 - year} BC", year) for year in _years(timeline)],
        "source": [
            Choice(safe(one.id), f"[{number}] {one.publisher}: {one.title}", number)
            for number, one in enumerate(timeline.sources, 1)
            if one.id in cited
        ],
    }
    return Choices(people, places, themes, offered)


def _years(timeline: Timeline) -> list[int]:
    """Return the years to choose from: all between the first and the last known, or, of very many, those known."""
    every = (day for event in timeline.events for piece in event.date.sound.pieces for day in piece)
    days = {day for day in every if day is not None}
    known = sorted({date_of(day)[0] for day in days})
    if known and known[-1] - known[0] < _MOST_YEARS:
        return list(range(known[0], known[-1] + 1))
    return known
