"""Matching a declarative table of patterns against tokens: a small chart parser, bounded in time whatever it is given.

A `Rule` says that its pattern, a row of symbols, makes up a larger symbol. In a pattern `x?` is optional, `x|y` is
either, words in capitals are types (of tokens, or what other rules make) and all else are words as written. What the
types stand for is handed to the rule's `build`, in order; the words are not. A `build` returns None to refuse.

Tokens are read once from left to right and every part that makes something is built once. Where two rules make the
same symbol of the same words, the one that stands earlier in the table is kept.
"""

from __future__ import annotations

import heapq
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MOST_STEPS = 300
"""How much work a text may cause before it is given up; ordinary expressions take some ten steps, long ones 70."""


class Needs(Enum):
    """What a rule needs beside its words.

    NOTHING; DAY, the day of writing (it is deictic); or YEAR, that day for a year or a week which the words leave
    open, and which the other end of a range may give instead (it floats).
    """

    NOTHING = "nothing"
    DAY = "the day of writing"
    YEAR = "a year, from the day of writing or from the other end of a range"


class Rule(NamedTuple):
    """One line of a language's grammar.

    `makes` is the symbol made, `patterns` its parts (several, parted by " ; "), `build` the function from the values of
    the parts to its value. `name` and `convention` explain it to the reader (empty for a rule that takes nothing for
    granted). `examples` are "expression @ day of writing = EDTF of its reading", parted by " ; ".
    """

    makes: str
    patterns: str
    build: Callable[..., Any]
    examples: str
    name: str
    convention: str
    needs: Needs


Line: TypeAlias = "tuple[str, str, Callable[..., Any], str]"
"""A rule in a table: what it makes, its patterns, its builder, its examples."""


def rules(name: str, convention: str, needs: Needs, *lines: Line) -> tuple[Rule, ...]:
    """Return the rules of a table that are known by one name and rest on one convention."""
    return tuple(Rule(*line, name, convention, needs) for line in lines)


_Build = TypeVar("_Build", bound="Callable[..., Any]")


def sure(build: _Build) -> _Build:
    """Say of a builder that it refuses nothing that its rules give it, nor ever fails; see `timeline.dates.shapes`."""
    build.is_sure = True  # type: ignore[attr-defined]
    return build


class Token(NamedTuple):
    """A word, number or mark of the text, with every (symbol, value) that it can stand for, and where it stands."""

    text: str
    symbols: tuple[tuple[str, Any], ...]
    start: int = 0
    end: int = 0


Place: TypeAlias = "tuple[tuple[tuple[tuple[str, ...], bool], ...], int, Rule, int]"
"""How far a pattern is matched: its parts (their symbols, whether optional), its order, its rule, the next part."""


class Node:
    """A state of matching: the patterns that go on from here, and the rules whose patterns may end here.

    What follows a symbol is worked out when first asked for, so that a table costs little until it is used.
    """

    __slots__ = ("_after", "onward", "rules")

    def __init__(self, places: Iterable[Place]) -> None:
        self.onward: dict[str, list[Place]] = {}
        self.rules: list[tuple[int, Rule]] = []
        self._after: dict[str, Node] = {}
        for parts, order, rule, start in places:
            for at, (symbols, is_optional) in enumerate(parts[start:], start + 1):
                for symbol in symbols:
                    self.onward.setdefault(symbol, []).append((parts, order, rule, at))
                if not is_optional:
                    break
            else:
                self.rules.append((order, rule))

    def after(self, symbol: str) -> Node:
        """Return the state after a symbol that patterns here go on with."""
        found = self._after.get(symbol)
        if found is None:
            found = self._after[symbol] = Node(self.onward[symbol])
        return found


_Begun: TypeAlias = "tuple[int, tuple[Any, ...]]"
"""A pattern matched so far: the token that it began at, and the values of its parts."""


class RefusedError(ValueError):
    """Why a builder refuses its parts: to be told, as its text, where nothing else can be read."""


class TooAmbiguousError(Exception):
    """The text allows more ways of reading than are worth trying."""


def start_of(table: Iterable[Rule]) -> Node:
    """Return the state from which all the rules of a table begin."""
    places: list[Place] = []
    for order, rule in enumerate(table):
        for pattern in rule.patterns.split(" ; "):
            parts = tuple((tuple(part.removesuffix("?").split("|")), part[-1] == "?") for part in pattern.split())
            places.append((parts, order, rule, 0))
    root = Node(places)
    # A pattern must not match nothing.
    root.rules.clear()
    return root


def words_of(table: Iterable[Rule]) -> frozenset[str]:
    """Return the words that patterns name as written."""
    parts = (part.removesuffix("?") for rule in table for part in rule.patterns.split())
    return frozenset(symbol for part in parts for symbol in part.split("|") if not symbol.isupper()) - {";"}


def match(root: Node, tokens: Sequence[Token], goal: str, wrap: Callable[[Rule, tuple[Any, ...]], Any]) -> Any | None:
    """Return what the tokens make as a whole, as `goal`, or None.

    `goal` is a symbol that no pattern names, so it is made of all the tokens only. `wrap` builds a rule's value from
    the values of its parts. Raises TooAmbiguousError past `MOST_STEPS`.
    """
    return _Chart(root, tokens, goal, wrap).whole()


def match_all(
    root: Node, tokens: Sequence[Token], goal: str, wrap: Callable[[Rule, tuple[Any, ...]], Any]
) -> dict[tuple[int, int], Any]:
    """Return whatever makes the goal: by the first token of each stretch and the one after it, what that makes.

    Raises TooAmbiguousError past `MOST_STEPS`.
    """
    chart = _Chart(root, tokens, goal, wrap)
    chart.goal_is_whole = False
    return chart.every()


class _Chart:
    """The parts found so far, by the place they end at."""

    def __init__(
        self, root: Node, tokens: Sequence[Token], goal: str, wrap: Callable[[Rule, tuple[Any, ...]], Any]
    ) -> None:
        self.root, self.tokens, self.goal, self.wrap = root, tokens, goal, wrap
        self.waiting: list[dict[Node, list[_Begun]]] = [{} for _ in range(len(tokens) + 1)]
        self.ready: list[list[tuple[int, int, Rule, tuple[Any, ...]]]] = []
        self.steps = 0
        self.goal_is_whole = True

    def whole(self) -> Any | None:
        """Return the value of the goal over all the tokens."""
        return self.every().get((0, len(self.tokens)))

    def every(self) -> dict[tuple[int, int], Any]:
        """Return the value of the goal over each stretch of tokens that makes it."""
        found: dict[tuple[int, int], Any] = {}
        for end, token in enumerate(self.tokens, start=1):
            self.ready = [[] for _ in range(end)]
            for start in range(end - 1, -1, -1):
                if start < end - 1 and not self.ready[start]:
                    continue
                made = self._complete(start, end, token.symbols if start == end - 1 else ())
                if self.goal in made:
                    found[start, end] = made[self.goal]
        return found

    def _complete(self, start: int, end: int, symbols: Iterable[tuple[str, Any]]) -> dict[str, Any]:
        """Make all that the tokens from `start` to `end` make, earlier rules first."""
        made: dict[str, Any] = {}
        for symbol, value in symbols:
            made[symbol] = value
            self._advance(symbol, value, start, end)
        queue = self.ready[start]
        while queue:
            _, _, rule, values = heapq.heappop(queue)
            if rule.makes in made:
                continue
            value = self.wrap(rule, values)
            if value is not None:
                made[rule.makes] = value
                self._advance(rule.makes, value, start, end)
        return made

    def _advance(self, symbol: str, value: Any, start: int, end: int) -> None:
        """Move every pattern on that waits at `start` for the symbol; begin those that start with it."""
        passed = (value,) if symbol.isupper() else ()
        if symbol in self.root.onward:
            self._add(self.root.after(symbol), start, passed, end)
        for node, begun in self.waiting[start].items():
            if symbol in node.onward:
                onward = node.after(symbol)
                for first, values in begun:
                    self._add(onward, first, values + passed, end)

    def _add(self, node: Node, start: int, values: tuple[Any, ...], end: int) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise TooAmbiguousError
        if node.onward:
            self.waiting[end].setdefault(node, []).append((start, values))
        is_whole = not self.goal_is_whole or (start == 0 and end == len(self.tokens))
        for order, rule in node.rules:
            if rule.makes == self.goal and not is_whole:
                continue
            heapq.heappush(self.ready[start], (order, self.steps, rule, values))
