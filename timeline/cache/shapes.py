"""How each field of the model is held in a row, read off its annotation. Only encoding needs to know.

A shape is `""` for a text, a number, a truth or None; `"()"` for a tuple of these, `"(())"` for a tuple of such
tuples; the name of a named tuple for a row of its table, and with a `*` before it for a tuple of rows.
"""

from __future__ import annotations

import types
from collections.abc import Sequence
from typing import Any, Union, get_args, get_origin, get_type_hints

from timeline.bounds import Bound
from timeline.cache.values import HeldBound
from timeline.problems import Severity

_PLAIN = {str, int, bool, type(None)}


def shapes_of(*kinds: Any) -> dict[str, list[str]]:
    """Return the shapes of the fields of named tuples and of all that they lead to, by name, what is led to first.

    Raises TypeError for a field that no shape can hold, so that a change to the model is noticed where it is made.
    """
    found: dict[str, list[str]] = {}
    for kind in kinds:
        _add(kind, found)
    return found


def _add(kind: Any, found: dict[str, list[str]]) -> None:
    if kind.__name__ in found:
        return
    hints = get_type_hints(kind)
    shapes = [_shape(hints[field], found, f"{kind.__name__}.{field}") for field in kind._fields]
    found[kind.__name__] = shapes


def _shape(annotation: Any, found: dict[str, list[str]], where: str) -> str:
    """Return the shape of an annotation; types that it leads to are added to `found`."""
    if annotation is Severity:
        return "Severity"
    if _is_plain(annotation):
        return ""
    options = [one for one in _options(annotation) if one is not type(None)]
    only: Any = options[0] if len(options) == 1 else annotation
    if only is Bound:
        only = HeldBound
    if hasattr(only, "_fields"):
        _add(only, found)
        return str(only.__name__)
    if get_origin(only) in {tuple, Sequence} and only is annotation:
        inner = {_shape(one, found, where) for one in get_args(only) if one is not Ellipsis}
        if inner <= {""}:
            return "()"
        [one] = inner if len(inner) == 1 else ["Severity"]
        if one == "()":
            return "(())"
        if one[0] not in "(*" and one != "Severity":
            return f"*{one}"
    message = f"no row can hold {where}: {annotation}"
    raise TypeError(message)


def _options(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in {Union, types.UnionType} else (annotation,)


def _is_plain(annotation: Any) -> bool:
    return all(one in _PLAIN for one in _options(annotation))
