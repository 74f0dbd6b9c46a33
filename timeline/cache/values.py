"""Values of the model as rows that JSON can hold, and back: how is read off the annotations of the model.

A named tuple is the row of its fields, so that the JSON encoder takes it as it is; to read one back, the shapes of its
fields say which of them are rows themselves. No field is listed by hand. What comes out is plain data: never code, as
`pickle` would run.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from timeline import bounds, model, problems
from timeline.bounds import Bound, Step
from timeline.dates import resolution, span
from timeline.network import Constraint
from timeline.problems import Severity
from timeline.veil import Withheld

if TYPE_CHECKING:
    from collections.abc import Callable

Shapes: TypeAlias = dict[str, list[str]]
"""How each field of a type is held, by the name of the type; see `timeline.cache.shapes`."""

Read: TypeAlias = "Callable[[Any], Any]"


class HeldBound(NamedTuple):
    """A bound with its argument worked out."""

    which: str
    day: int
    steps: tuple[Step, ...]


_TYPES: dict[str, Any] = {
    one.__name__: one
    for one in (
        *(model.Source, model.Person, model.Place, model.Kind, model.Fact, model.Relation, model.ClaimDate),
        *(model.Contradiction, model.Claim, model.Window, model.Event, model.Conflict, Withheld, Constraint),
        *(
            bounds.Links,
            HeldBound,
            Step,
            problems.Pointer,
            problems.Location,
            problems.Problem,
            resolution.Resolution,
            span.Span,
        ),
    )
}


def encode(value: object) -> str:
    """Return a value, or a sequence of values, as JSON. The arguments of bounds are worked out."""
    return _ENCODER.encode(value)


def _held(value: object) -> object:
    if isinstance(value, Bound):
        return value.which, value.day, value.steps
    return tuple(value)  # type: ignore[arg-type] # a sequence that is made when it is asked; else a TypeError


_ENCODER = json.JSONEncoder(separators=(",", ":"), check_circular=False, default=_held)


def reader(name: str, shapes: Shapes) -> Read:
    """Return what makes a value of a type from its row, as JSON gives it; the row is used up."""
    return _reader(name, shapes, {})


def _reader(name: str, shapes: Shapes, made: dict[str, Read]) -> Read:
    if name not in made:
        fields = [(at, _field(shape, shapes, made)) for at, shape in enumerate(shapes[name]) if shape]
        made[name] = _SPECIAL.get(name, _named_tuple)(_TYPES[name], fields)
    return made[name]


def _named_tuple(kind: Any, fields: list[tuple[int, Read]]) -> Read:
    new = partial(tuple.__new__, kind)

    def read(row: Any) -> Any:
        if row is None:
            return None
        for at, field in fields:
            row[at] = field(row[at])
        return new(row)

    return read if fields else lambda row: None if row is None else new(row)


def _claim_date(kind: Any, fields: list[tuple[int, Read]]) -> Read:
    plain = _named_tuple(kind, fields)

    def read(row: Any) -> Any:
        date = plain(row)
        return date if date.reading is not None else date._replace(reading=date.start.reading, sound=date.start.sound)

    return read


def _bound(_: Any, fields: list[tuple[int, Read]]) -> Read:
    def read(row: Any) -> Any:
        for at, field in fields:
            row[at] = field(row[at])
        which, day, steps = row
        return Bound(which, day, partial(_itself, steps))

    return read


_SPECIAL = {"HeldBound": _bound, "ClaimDate": _claim_date}


def _itself(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return steps


def _field(shape: str, shapes: Shapes, made: dict[str, Read]) -> Read:
    if shape == "()":
        return tuple
    if shape == "(())":
        return lambda rows: tuple(map(tuple, rows))
    if shape == "Severity":
        return Severity
    if shape.startswith("*"):
        inner = _reader(shape[1:], shapes, made)
        return lambda rows: tuple(map(inner, rows)) if rows else ()
    return _reader(shape, shapes, made)
