"""Values of the model as rows of plain values, and back: how is read off the annotations of the model.

A named tuple is the row of its fields, and the shapes of its fields say which of them are rows themselves; no field is
listed by hand. Rows are held as `marshal` writes them, which is quick, and only this very Python need read it: what
comes out is plain data, never code, as `pickle` would run.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from timeline import bounds, conflict, model, problems
from timeline.bounds import Bound, Step
from timeline.dates import resolution, span
from timeline.network import Constraint
from timeline.problems import Severity
from timeline.veil import Withheld

if TYPE_CHECKING:
    from collections.abc import Callable

Shapes: TypeAlias = dict[str, list[str]]
"""How each field of a type is held, by the name of the type; see `timeline.cache.shapes`."""

Turn: TypeAlias = "Callable[[Any], Any]"
"""From a value to its row, or back."""


class HeldBound(NamedTuple):
    """A bound with its argument worked out."""

    which: str
    day: int
    steps: tuple[Step, ...]


_TYPES: dict[str, Any] = {
    one.__name__: one
    for one in (
        *(model.Source, model.Person, model.Place, model.Kind, model.Fact, model.Relation, model.ClaimDate),
        *(model.Contradiction, model.Claim, model.Window, model.Event, conflict.Conflict, Withheld, Constraint),
        *(bounds.Links, HeldBound, Step, problems.Pointer, problems.Location, problems.Problem),
        *(resolution.Resolution, span.Span),
    )
}
_AS_THEY_ARE = {"", "()", "(())"}


def writer(name: str, shapes: Shapes) -> Turn:
    """Return what makes the row of a value of a type. The arguments of bounds are worked out."""
    return _turns(name, shapes, _written, {})


def reader(name: str, shapes: Shapes) -> Turn:
    """Return what makes a value of a type from its row, which is used up."""
    return _turns(name, shapes, _read, {})


def _turns(name: str, shapes: Shapes, made_by: Callable[..., Turn], made: dict[str, Turn]) -> Turn:
    """Return what turns values of a type, or rows of it, by what turns those of its fields."""
    if name not in made:
        fields: list[tuple[int, Turn]] = []
        for at, shape in enumerate(shapes[name]):
            if shape == "Severity":
                fields.append((at, _word if made_by is _written else Severity))
            elif shape not in _AS_THEY_ARE:
                inner = _turns(shape.lstrip("*"), shapes, made_by, made)
                fields.append((at, _each(inner, list if made_by is _written else tuple) if shape[0] == "*" else inner))
        made[name] = made_by(name, fields)
    return made[name]


def _word(severity: Severity) -> str:
    return severity.value


def _each(turn: Turn, kind: type) -> Turn:
    return lambda values: kind([turn(value) for value in values]) if values else ()


def _written(name: str, fields: list[tuple[int, Turn]]) -> Turn:
    def write(value: Any) -> Any:
        if value is None:
            return None
        row = list(value)
        for at, field in fields:
            row[at] = field(row[at])
        return row

    if name == "ClaimDate":  # of one that states a start and no end, the spans of that are told once
        return lambda date: write(date._replace(reading=None, sound=None) if _is_of_its_start(date) else date)
    if name == "HeldBound":
        return lambda bound: write((bound.which, bound.day, bound.steps))
    return write


def _is_of_its_start(date: model.ClaimDate) -> bool:
    return date.start is not None and date.reading is date.start.reading and date.sound is date.start.sound


def _read(name: str, fields: list[tuple[int, Turn]]) -> Turn:
    new = partial(tuple.__new__, _TYPES[name])

    def read(row: Any) -> Any:
        if row is None:
            return None
        for at, field in fields:
            row[at] = field(row[at])
        return new(row)

    if name == "ClaimDate":
        return lambda row: _with_spans(read(row))
    if name == "HeldBound":
        return lambda row: _bound(read(row))
    return read


def _with_spans(date: model.ClaimDate) -> model.ClaimDate:
    held: span.Span | None = date.reading
    if held is None and date.start is not None:
        return date._replace(reading=date.start.reading, sound=date.start.sound)
    return date


def _bound(held: HeldBound) -> Bound:
    return Bound(held.which, held.day, lambda: held.steps)
