"""What `timeline suggest` found: the likest first, each with its reasons and the edit to make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.names import counted
from timeline.show.lines import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.likeness import Suggestion
    from timeline.problems import Location, Pointer

_INDENT = "      "


def render(
    found: Sequence[Suggestion], shown: int, where: Mapping[Pointer, Location], corpus: str, width: int
) -> Iterator[str]:
    """Yield the lines, at most `width` cells wide, of the first `shown` suggestions."""
    for one in found[:shown]:
        yield from _suggestion(one, where, width)
        yield ""
    more = f"; the {shown} likest are shown (--limit)" if shown < len(found) else ""
    yield from wrapped(f"{counted(len(found), 'suggestion')}{more}. Nothing was changed.", width)
    yield from wrapped(f"Corpus: {clean(corpus)}.", width)


def as_json(found: Sequence[Suggestion], where: Mapping[Pointer, Location]) -> str:
    """Return the suggestions as JSON: `{"schema": 1, "suggestions": […]}`; places are `file:line:column`."""
    from timeline.export.objects import SCHEMA, dumped

    objects = [one._asdict() | {"score": round(one.score, 3), "places": _places(one, where)} for one in found]
    return dumped({"schema": SCHEMA, "suggestions": objects})


def _suggestion(one: Suggestion, where: Mapping[Pointer, Location], width: int) -> Iterator[str]:
    yield from wrapped(f"{one.sort}: {one.ids[0]} and {one.ids[1]}", width, f"{one.score:4.0%}  ", _INDENT)
    for title in dict.fromkeys(one.titles):
        yield from wrapped(clean(title), width, f"{_INDENT}· ", f"{_INDENT}  ")
    yield from wrapped(clean("; ".join(one.reasons)), width, f"{_INDENT}why    ", f"{_INDENT}       ")
    places = _places(one, where)
    yield from wrapped(one.edit, width, f"{_INDENT}if one ", f"{_INDENT}       ")
    if places:
        yield from wrapped(", ".join(map(clean, places)), width, f"{_INDENT}at     ", f"{_INDENT}       ")
    if one.keep:
        yield from wrapped(one.keep, width, f"{_INDENT}if two ", f"{_INDENT}       ")


def _places(one: Suggestion, where: Mapping[Pointer, Location]) -> list[str]:
    return [str(where[place]) for place in one.places if place in where]
