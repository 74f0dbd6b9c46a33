"""A timeline as columns that JSON can hold, and back: how is read off the annotations of the model.

Every type of named tuple is a table, and each of its fields a column; a value is held once, however often it occurs,
and is told elsewhere by its row. So no column is listed by hand, and a timeline is put together column by column,
which takes a fraction of the time that reading and checking the data files takes. What comes out is plain data: never
code, as `pickle` would run.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from timeline import bounds, model, problems
from timeline.bounds import Bound, Step
from timeline.dates import resolution, span
from timeline.model import Timeline
from timeline.network import Constraint
from timeline.problems import Severity
from timeline.veil import NO_VEIL, Withheld

if TYPE_CHECKING:
    from collections.abc import Callable

Table: TypeAlias = tuple[str, list[str], list[list[Any]]]
"""The name of a type, how each of its fields is held, and the columns."""


class HeldBound(NamedTuple):
    """A bound with its argument worked out."""

    which: str
    day: int
    steps: tuple[Step, ...]


_NOT_HELD = {"veil"}
"""The fields of a timeline that no column holds: a veil names what it covers."""

_TYPES: dict[str, Any] = {
    one.__name__: one
    for one in (
        *(model.Source, model.Person, model.Place, model.Kind, model.Fact, model.Relation, model.ClaimDate),
        *(model.Contradiction, model.Claim, model.Window, model.Event, model.Conflict, Timeline, Withheld, Constraint),
        *(bounds.Links, Step, problems.Pointer, problems.Location, problems.Problem, resolution.Resolution, span.Span),
        HeldBound,
    )
}


def encode(timeline: Timeline) -> list[Table]:
    """Return the tables of a timeline, each after those that it leads to; the last has one row, the timeline.

    The arguments of its bounds are worked out. Its veil is left out.
    """
    from timeline.cache.shapes import shapes_of

    tables = {name: _Filling(name, shapes) for name, shapes in shapes_of(Timeline).items()}
    _Encoding(tables).row(timeline)
    return [(name, table.shapes, table.columns) for name, table in tables.items()]


def decode(tables: list[Table]) -> Timeline:
    """Return the timeline that tables hold. Raises LookupError, TypeError or ValueError where they hold none."""
    pools: dict[str, list[Any]] = {}
    for name, shapes, columns in tables:
        read = [_column(shape, column, pools) for shape, column in zip(shapes, columns, strict=True)]
        made: Callable[..., Any]
        if name == HeldBound.__name__:
            made = _bound
        elif name == Timeline.__name__:
            made = _timeline
        else:
            made = partial(tuple.__new__, _TYPES[name])
        pool = list(map(made, zip(*read, strict=True)))
        pool.append(None)  # the row -1, which stands for no value
        pools[name] = pool
    [timeline, _] = pools[Timeline.__name__]
    return timeline  # type: ignore[no-any-return] # it is the only one that `_timeline` makes


def _column(shape: str, column: list[Any], pools: dict[str, list[Any]]) -> list[Any]:
    """Return a column as the model has it; see `timeline.cache.shapes` for the shapes."""
    if shape == "":
        return column
    if shape == "()":
        return list(map(tuple, column))
    if shape == "(())":
        return [tuple(map(tuple, one)) if one else () for one in column]
    if shape == "Severity":
        return list(map(Severity, column))
    if shape.startswith("*"):
        pool = pools[shape[1:]]
        return [tuple([pool[row] for row in one]) if one else () for one in column]
    pool = pools[shape]
    return [pool[row] for row in column]


def _bound(values: tuple[Any, ...]) -> Bound:
    which, day, steps = values
    return Bound(which, day, partial(_itself, steps))


def _itself(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return steps


def _timeline(values: tuple[Any, ...]) -> Timeline:
    return Timeline(**dict(zip(held_fields(Timeline), values, strict=True)), veil=NO_VEIL)


def held_fields(kind: Any) -> list[str]:
    """Return the fields of a type that have a column, in order."""
    return [field for field in kind._fields if field not in _NOT_HELD]


class _Filling:
    """A table that is being filled."""

    def __init__(self, name: str, shapes: list[str]) -> None:
        self.name, self.shapes = name, shapes
        self.columns: list[list[Any]] = [[] for _ in shapes]
        self.rows: dict[Any, int] = {}
        self.fields = held_fields(_TYPES[name])


class _Encoding:
    """Puts values into tables, each once."""

    def __init__(self, tables: dict[str, _Filling]) -> None:
        self._tables = tables

    def row(self, value: Any) -> int:
        """Return the row of a value, which is put into its table if it is not there yet; -1 for None."""
        if value is None:
            return -1
        if isinstance(value, Bound):
            value = HeldBound(value.which, value.day, value.steps)
        table = self._tables[type(value).__name__]
        cells = tuple(
            self._cell(shape, getattr(value, field)) for field, shape in zip(table.fields, table.shapes, strict=True)
        )
        known = table.rows.get(cells)
        if known is not None:
            return known
        table.rows[cells] = len(table.rows)
        for column, cell in zip(table.columns, cells, strict=True):
            column.append(cell)
        return len(table.rows) - 1

    def _cell(self, shape: str, value: Any) -> Any:
        if shape in {"", "()", "(())"}:
            return value
        if shape == "Severity":
            return str(value)
        if shape.startswith("*"):
            return tuple(map(self.row, value))
        return self.row(value)
