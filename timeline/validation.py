"""Values of a data file to the models: pydantic decides, and is asked only about what is not plainly valid.

What is, `timeline.plainly_valid` tells. Whatever it does not take in goes to pydantic, which accepts it or says what is
wrong.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from timeline.plainly_valid import plainly
from timeline.problems import Pointer, Problem, did_you_mean

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Model = TypeVar("Model")


def validated(
    model: type[Model], value: object, at: Pointer, *, thoroughly: bool = False
) -> tuple[Model | None, list[Problem]]:
    """Return a value as the model it is to be, or None and the problems that stand against it.

    `thoroughly` asks pydantic about every value.
    """
    found = None if thoroughly else plainly(model, value)
    return _strictly(model, value, at) if found is None else (found, [])


def all_valid(model: type[Model], values: list[object]) -> list[Model] | None:
    """Return values as the models they are to be, as pydantic finds them, asked once about all; None if any is faulty.

    What is wrong, and with which, `validated` tells.
    """
    from pydantic import ValidationError

    try:
        found: list[Model] = _adapter(list[model]).validate_python(values)  # type: ignore[valid-type]
    except ValidationError:
        return None
    return found


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(model)


def _strictly(model: type[Model], value: object, at: Pointer) -> tuple[Model | None, list[Problem]]:
    from pydantic import ValidationError

    try:
        found: Model = _adapter(cast("Any", model)).validate_python(value)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        return None, [_fault(model, dict(detail), at) for detail in details]
    return found, []


_ONE_OF: dict[str | int, str] = {
    "sources": "source",
    "people": "person or group",
    "places": "place",
    "kinds": "kind",
    "events": "event",
}


def _fault(model: type, detail: dict[str, Any], at: Pointer) -> Problem:
    """Say in our words what pydantic found."""
    where: tuple[str | int, ...] = detail["loc"]
    pointer = at.down(*where)
    name = ".".join(str(part) for part in where)
    kind: str = detail["type"]
    if kind == "missing":
        whole = ".".join(str(part) for part in where[:-1])
        what = f"in `{whole}`; it needs one" if whole else f"here; every {_ONE_OF.get(at.keys[0], 'record')} needs it"
        return Problem("missing-field", f"no `{where[-1]}` {what}", at.down(*where[:-1]))
    if kind == "unexpected_keyword_argument":
        hint = did_you_mean(str(where[-1]), [one.name for one in fields(model)])
        pointer = Pointer(pointer.file, pointer.keys, at_key=True)
        return Problem("unknown-field", f"`{name}` is not a field here{hint}", pointer)
    if kind == "dataclass_type":
        return Problem("not-a-mapping", "this must be a mapping of fields to values", pointer)
    return _bad_value(name, detail, pointer)


def _bad_value(name: str, detail: dict[str, Any], pointer: Pointer) -> Problem:
    kind: str = detail["type"]
    shown = detail["input"]
    given = f"`{shown}`" if isinstance(shown, str) and shown else "empty" if shown == "" else "not a single text"
    if kind == "string_too_short":
        return Problem("empty-value", f"`{name}` is empty; give it a value or leave it out", pointer)
    context: dict[str, Any] = detail.get("ctx", {})
    needed = {
        "literal_error": f"it must be {context.get('expected')}",
        "int_parsing": "it must be a whole number",
        "int_parsing_size": "it must be a number of fewer digits",
        "greater_than_equal": f"it must be {context.get('ge')} or more",
        "less_than_equal": f"it must be {context.get('le')} or less",
        "string_type": "it must be text",
        "string_pattern_mismatch": "it must be 64 hexadecimal digits, as `sha256sum` prints them",
        "bool_parsing": "it must be true or false",
    }.get(kind, str(detail["msg"]))
    return Problem("bad-value", f"`{name}` is {given}; {needed}", pointer)
