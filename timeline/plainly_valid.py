"""Values of a data file to the models, where they are plainly valid, as nearly every value of a clean corpus is.

All their fields are known, all that they need is there, text stands where text is wanted and lists of text where these
are. `plainly` takes in just that, by the annotations of the models themselves, looked at once for all mappings of the
same keys; a test holds it to pydantic's verdict, value for value.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from operator import itemgetter
from sys import intern
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast, get_args

from timeline import records

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Model = TypeVar("Model")

_NUMBERS = {str(number): number for number in range(1, 200)}
"""The paragraphs that nearly every record cites."""
_HEXADECIMAL = frozenset("0123456789abcdef")


class _NotPlainError(Exception):
    """A value that pydantic must see."""


def plainly(model: type[Model], value: object, *, owned: bool = False) -> Model | None:
    """Return a value that is plainly valid as the model it is to be; None leaves it, unchanged, to `validated`.

    One that is `owned` is used up if it is valid: nobody else may need it.
    """
    try:
        return _plainly(model, value, owned=owned)
    except _NotPlainError:
        return None


def _plainly(model: type[Model], value: object, *, owned: bool = False) -> Model:
    if type(value) is not dict:
        raise _NotPlainError
    shapes = _SHAPES[model]
    keys = tuple(value)
    shape = shapes.get(keys)
    if shape is None:
        shape = _shape(model, keys)
        if len(shapes) < _MOST_SHAPES:
            shapes[keys] = shape
    texts = shape.texts_of(value)
    if not all(texts):
        raise _NotPlainError
    try:
        "".join(texts)
    except TypeError:
        raise _NotPlainError from None
    others = [reader(value[key]) for key, reader in shape.others]
    given = value if owned else value.copy()
    for key in shape.ids:
        given[key] = intern(value[key])  # it comes again and again
    given.update(zip(shape.names_of_others, others))  # noqa: B905 - one of each, and quicker
    if shape.defaults:
        given.update(shape.defaults)
    return _made(model, given)


def _made(model: type[Model], given: dict[str, object]) -> Model:
    """Return what `model(**given)` does, without setting each of its fields, most of which are left at their defaults.

    A default is an attribute of the class, save one of a kind that could be changed: those are in `given`.
    """
    made = _new(model)
    _set(made, "__dict__", given)
    return made


_new, _set = object.__new__, object.__setattr__


class _Shape(NamedTuple):
    """How a mapping of certain keys is read: those of texts, which of them are ids, the others; defaults to add."""

    texts_of: Callable[[dict[str, object]], tuple[str, ...]]
    ids: tuple[str, ...]
    others: tuple[tuple[str, Callable[[object], object]], ...]
    names_of_others: tuple[str, ...]
    defaults: dict[str, object]


def _shape(model: type, keys: tuple[object, ...]) -> _Shape:
    """Return how a mapping of these keys is read. Raises _NotPlainError if one is unknown, or one is missing."""
    readers, needed = _PLANS[model]
    if not needed <= set(keys) <= readers.keys():
        raise _NotPlainError
    names = cast("tuple[str, ...]", keys)
    texts = tuple(name for name in names if readers[name] is _text)
    ids = tuple(name for name in texts if name in _IDS)
    others = tuple((name, readers[name]) for name in names if readers[name] is not _text)
    defaults = {name: one for name, one in _OWN_DEFAULTS[model].items() if name not in keys}
    return _Shape(_values_at(texts), ids, others, tuple(name for name, _ in others), defaults)


def _values_at(keys: Sequence[str]) -> Callable[[dict[str, object]], tuple[str, ...]]:
    """Return what gives the values of a mapping at these keys, taken to be texts until they are looked at."""
    if len(keys) > 1:
        return itemgetter(*keys)
    return lambda value: tuple([cast("str", value[key]) for key in keys])


def _any_text(value: object) -> object:
    if type(value) is not str:
        raise _NotPlainError
    return value


def _text(value: object) -> object:
    if type(value) is not str or not value:
        raise _NotPlainError
    return value


def _id(value: object) -> str:
    if type(value) is not str or not value:
        raise _NotPlainError
    return intern(value)  # it comes again and again


def _texts(value: object) -> tuple[object, ...]:
    if type(value) is not list:
        return (_id(value),)
    if "" in value:
        raise _NotPlainError
    try:
        return tuple(map(intern, value))
    except TypeError:
        raise _NotPlainError from None


def _paragraph(value: object) -> int:
    if type(value) is str and value in _NUMBERS:
        return _NUMBERS[value]
    # What int() would take beyond plain digits ("1_0", "٣") is left to pydantic.
    if type(value) is not str or not (value.isascii() and value.isdigit()) or len(value) > 9 or value[0] == "0":  # noqa: PLR2004
        raise _NotPlainError
    return int(value)


def _digest(value: object) -> object:
    if type(value) is not str or len(value) != 64 or not _HEXADECIMAL.issuperset(value):  # noqa: PLR2004
        raise _NotPlainError
    return value


def _truth(value: object) -> bool:
    if value == "true" or value == "false":  # noqa: PLR1714 - a set would have to hash the value
        return value == "true"
    raise _NotPlainError


def _one_of(allowed: object) -> Callable[[object], object]:
    words = get_args(allowed)

    def read(value: object) -> object:
        if type(value) is not str or value not in words:
            raise _NotPlainError
        return value

    return read


def _facts(value: object) -> dict[object, tuple[object, ...]]:
    if type(value) is not dict:
        raise _NotPlainError
    return {_id(name): (texts,) if type(texts) is str and texts else _texts(texts) for name, texts in value.items()}


def _relations(value: object) -> tuple[records.DeclaredRelation, ...]:
    named = value if type(value) is list else [value]
    return tuple(
        _made(records.DeclaredRelation, {"event": intern(one)})
        if type(one) is str and one
        else _plainly(records.DeclaredRelation, one)
        for one in named
    )


def _contradictions(value: object) -> tuple[records.DeclaredContradiction, ...]:
    named = value if type(value) is list else [value]
    return tuple(_plainly(records.DeclaredContradiction, one) for one in named)


_READERS: dict[str, Callable[[object], object]] = {
    "str": _any_text,
    "Text": _text,
    "Text | None": _text,
    "Texts": _texts,
    "Paragraph": _paragraph,
    "Digest | None": _digest,
    "bool": _truth,
    "bool | None": _truth,
    "PersonType": _one_of(records.PersonType),
    "Stance": _one_of(records.Stance),
    "Rank": _one_of(records.Rank),
    "dict[Text, Texts]": _facts,
    "Relations": _relations,
    "Contradictions": _contradictions,
}
"""How a field is read plainly, by its annotation. A field of another kind is always pydantic's."""


def _plan(model: type) -> tuple[dict[str, Callable[[object], object]], frozenset[str]]:
    """Return how each field of a model is read plainly, and those that it needs."""
    known = {str(one.name): _READERS[str(one.type)] for one in fields(model) if str(one.type) in _READERS}
    has_default = {one.name: one.default is not MISSING or one.default_factory is not MISSING for one in fields(model)}
    return known, frozenset(name for name, has in has_default.items() if not has)


_IDS = frozenset(("event", "source", "place", "according_to", "kind", "theme", "publisher", "within", "derives_from"))
"""The fields whose texts come again and again: most are ids."""
_MOST_SHAPES = 1000
_MODELS = (*records.SECTIONS.values(), records.Record, records.DeclaredRelation, records.DeclaredContradiction)
_PLANS = {model: _plan(model) for model in _MODELS}
_SHAPES: dict[type, dict[tuple[object, ...], _Shape]] = {model: {} for model in _MODELS}
_OWN_DEFAULTS = {
    model: {one.name: one.default_factory() for one in fields(model) if one.default_factory is not MISSING}
    for model in _MODELS
}
"""The defaults that cannot be attributes of a class: one for all, which nobody changes."""
