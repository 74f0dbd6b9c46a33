"""Expressions of one shape: how the first was read, so that the others need only be built.

"March 10, 2019" and "May 3, 2021" are rows of the same symbols, and matching sees symbols alone: the same patterns go
on, the same rules are tried in the same order. So the steps taken for the first are taken again with the values of the
other; where a builder refuses what it accepted then, or accepts what it refused, the way parts, and the other is
matched by itself. Steps whose outcome is certain and of which nothing is made are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from timeline.dates.matching import Node, Rule, Token, match

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

_MOST_KEPT = 4096

Row: TypeAlias = "tuple[tuple[str, ...], ...]"
"""The symbols that each token of an expression can stand for."""


class PartedError(Exception):
    """A builder decided otherwise than it did of the first expression of a shape."""


class Step(NamedTuple):
    """One builder called: its rule, the places of its parts, and the place of what it made, None where it refused.

    Places are in one row of values: first those of the tokens, then what was made, in order.
    """

    rule: Rule
    parts: tuple[int, ...]
    made: int | None


class Shape(NamedTuple):
    """The steps taken for a row of symbols, how many values they fill, and the place of the whole, if it is one."""

    steps: tuple[Step, ...]
    values: int
    whole: int | None


class Shapes:
    """The shapes met so far of the expressions of a grammar."""

    def __init__(self, root: Node, words: AbstractSet[str], goal: str) -> None:
        self._root, self._words, self._goal = root, words, goal
        self._known: dict[Row, Shape] = {}

    def read(self, tokens: Sequence[Token], wrap: Callable[[Rule, tuple[Any, ...]], Any]) -> Any | None:
        """Return what `match` returns, and raise what it raises."""
        symbols = [
            [one for one in token.symbols if one[0] in self._words or one[0].isupper()] for token in tokens
        ]  # no pattern names the others
        values = [value for of_token in symbols for _, value in of_token]
        row = tuple([tuple([symbol for symbol, _ in of_token]) for of_token in symbols])
        shape = self._known.get(row)
        if shape is not None:
            try:
                return _again(shape, values, wrap)
            except PartedError:
                return match(self._root, tokens, self._goal, wrap)
        found, shape = self._matched(row, values, wrap)
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        self._known[row] = shape
        return found

    def _matched(
        self, row: Row, values: list[Any], wrap: Callable[[Rule, tuple[Any, ...]], Any]
    ) -> tuple[Any | None, Shape]:
        """Match an expression by the places of its values, and return what it makes and its shape."""
        steps: list[Step] = []
        places = iter(range(len(values)))
        tokens = [Token("", tuple([(symbol, next(places)) for symbol in symbols])) for symbols in row]

        def noted(rule: Rule, parts: tuple[int, ...]) -> int | None:
            made = wrap(rule, tuple([values[part] for part in parts]))
            steps.append(Step(rule, parts, None if made is None else len(values)))
            values.append(made)
            return steps[-1].made

        whole = match(self._root, tokens, self._goal, noted)
        shape = Shape(_needed(steps, whole), len(values), whole)
        return None if whole is None else values[whole], shape


def _needed(steps: Sequence[Step], whole: int | None) -> tuple[Step, ...]:
    """Return the steps that make the whole, or whose outcome may differ, and those that make their parts."""
    needed = {whole}
    kept = []
    for step in reversed(steps):
        if step.made in needed or step.made is None or not getattr(step.rule.build, "is_sure", False):
            needed.update(step.parts)
            kept.append(step)
    return tuple(reversed(kept))


def _again(shape: Shape, values: list[Any], wrap: Callable[[Rule, tuple[Any, ...]], Any]) -> Any | None:
    """Take the steps of a shape with other values. Raises PartedError where they come out otherwise."""
    values += [None] * (shape.values - len(values))
    for rule, parts, place in shape.steps:
        made = wrap(rule, tuple([values[part] for part in parts]))
        if place is not None and made is not None:
            values[place] = made
        elif place is not None or made is not None:
            raise PartedError
    return None if shape.whole is None else values[shape.whole]
