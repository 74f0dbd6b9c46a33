"""What parsing a data file gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.problems import Problem


class NotPlainError(Exception):
    """Something that is not plainly written: PyYAML must see it."""


class Positions(NamedTuple):
    """Where each value and each key of a file stands: line and column from 1, by the keys that lead to it."""

    values: dict[tuple[str | int, ...], tuple[int, int]]
    keys: dict[tuple[str | int, ...], tuple[int, int]]


class Parsed(NamedTuple):
    """A file's value (None when it holds none or could not be parsed) and the problems met.

    `dropped` are the second values of keys that are given twice. No list and no mapping in it stands in two places.
    """

    value: object
    problems: tuple[Problem, ...]
    dropped: tuple[tuple[str, object], ...] = ()
