"""What a language must offer to read date expressions, and where each is found.

A language is a package with a `read` function: text in, `Expression` (or Unread) out. It builds one from a tokeniser
and a table of rules with `Grammar`; what the rules mean is shared by all languages.
"""

from __future__ import annotations

from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from timeline.dates.matching import Node, RefusedError, Rule, Token, TooAmbiguousError, match_all, start_of, words_of
from timeline.dates.missing import missing_day
from timeline.dates.resolution import Unread
from timeline.dates.semantics.meaning import Meaning, meaning_of
from timeline.dates.semantics.periods import NoSuchDateError
from timeline.dates.shapes import Shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.dates.semantics.frames import Frame

MOST_TOKENS = 40
_MOST_KEPT = 4096

LANGUAGES = {"en": "timeline.dates.english", "ru": "timeline.dates.russian"}
"""The languages that can be read, as ISO 639-1 codes, and the package of each, imported when first asked for."""


class Expression(NamedTuple):
    """A whole expression, read: what it means said on a day, whether that day matters, and the rules in words."""

    at: Frame
    deictic: bool
    rule: str
    convention: str


class Reader(Protocol):
    """Reads an expression of one language, whoever says it and whenever; never raises."""

    def __call__(self, text: str, /) -> Expression | Unread:
        """Return what the expression means, or why it cannot be read."""


@cache
def reader(language: str) -> Reader:
    """Return the reader of a language, imported when first asked for. Raises KeyError for one that is not known."""
    found: Reader = import_module(LANGUAGES[language]).read
    return found


def plain_length(text: str, language: str) -> str:
    """Return a stated length in the plain English words that lengths are read from, "" where it states none.

    A language other than English has a module `length_words` that puts it so.
    """
    if language not in LANGUAGES:
        return ""
    plain: str = import_module(f"{LANGUAGES[language]}.length_words").plain_length(text)
    return plain


class Grammar:
    """A tokeniser and a table of rules, put together when the first expression is read."""

    def __init__(self, tokens_of: Callable[[str], Sequence[Token]], rules: Sequence[Rule]) -> None:
        self._tokens_of, self._rules = tokens_of, rules
        self._read: dict[tuple[str, ...], dict[tuple[int, int], Expression] | None] = {}

    @cached_property
    def _start(self) -> Node:
        return start_of(self._rules)

    @cached_property
    def _shapes(self) -> Shapes:
        return Shapes(self._start, self._words, "DATE")

    @cached_property
    def _words(self) -> frozenset[str]:
        return words_of(self._rules)

    def read(self, text: str) -> Expression | Unread:
        """Return what an expression means, or why it cannot be read; never raises.

        The caller bounds the length of the text; what has more words than `MOST_TOKENS` is not looked at.
        """
        tokens = self._tokens_of(text)
        if not tokens:
            return Unread("nothing is said")
        if len(tokens) > MOST_TOKENS:
            return Unread(f"more than {MOST_TOKENS} words")
        refused: list[str] = []

        def built(rule: Rule, values: tuple[Any, ...]) -> Any | None:
            try:
                return meaning_of(rule, values)
            except RefusedError as error:
                refused.append(str(error))
                return None

        try:
            found = self._shapes.read(tokens, built)
        except TooAmbiguousError:
            return Unread("it can be read in too many ways")
        except NoSuchDateError as error:
            return Unread(str(error))
        return _expression(found) if isinstance(found, Meaning) else self._unread(tokens, refused)

    def read_all(self, tokens: Sequence[Token]) -> dict[tuple[int, int], Expression]:
        """Return every stretch of tokens that is an expression: by its first token and the one after it.

        Raises TooAmbiguousError where there are too many ways to read them.
        """
        words = tuple(token.text for token in tokens)
        if words not in self._read:
            if len(self._read) > _MOST_KEPT:
                self._read.clear()
            try:
                found = match_all(self._start, tokens, "DATE", _meaning_or_none)
            except TooAmbiguousError:
                self._read[words] = None
            else:
                read = {where: _expression(one) for where, one in found.items() if isinstance(one, Meaning)}
                self._read[words] = read
        kept = self._read[words]
        if kept is None:
            raise TooAmbiguousError
        return kept

    def knows(self, token: Token) -> bool:
        """Whether any rule can make use of a token."""
        return any(symbol.isupper() or symbol in self._words for symbol, _ in token.symbols)

    def _unread(self, tokens: Sequence[Token], refused: Sequence[str]) -> Unread:
        """Return why no rule reads the tokens: a word that none knows, what a builder refused, a day that is none."""
        for token in tokens:
            if not self.knows(token):
                return Unread(f"“{token.text}” is not a word of dates")
        why = refused[0] if refused else missing_day(tokens)
        return Unread(why or "no rule reads these words together")


def _expression(found: Meaning) -> Expression:
    names = dict.fromkeys(rule.name for rule in found.rules)
    conventions = dict.fromkeys(rule.convention for rule in found.rules if rule.convention)
    return Expression(found.at, found.deictic, " + ".join(names), "; ".join(conventions))


def _meaning_or_none(rule: Rule, values: tuple[Any, ...]) -> Any | None:
    """Return what a rule makes of its parts, None where there is no such date: what lies about it may still be one."""
    try:
        return meaning_of(rule, values)
    except (NoSuchDateError, RefusedError):
        return None
