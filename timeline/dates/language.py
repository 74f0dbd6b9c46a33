"""What a language must offer to read date expressions, and where each is found.

A language is a package with a `read` function: expression in, `Meaning` of a whole expression out (or Unread). It
builds one from a tokeniser and a table of rules with `Grammar`; what the rules mean is shared by all languages.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from timeline.dates.matching import Node, Rule, Token, TooAmbiguousError, compile_rules, match, words_of
from timeline.dates.meaning import Meaning, meaning_of
from timeline.dates.periods import NoSuchDateError
from timeline.dates.resolution import Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_CHARACTERS, MOST_TOKENS = 200, 40

LANGUAGES = ("en",)
"""The languages that can be read, as ISO 639-1 codes."""


class Reader(Protocol):
    """Reads an expression of one language, whoever says it and whenever; never raises."""

    def __call__(self, text: str, /) -> Meaning | Unread:
        """Return what the expression means, or why it cannot be read."""


def reader(language: str) -> Reader:
    """Return the reader of a language, imported when first asked for. Raises KeyError for one that is not known."""
    if language != "en":
        raise KeyError(language)
    from timeline.dates.english import read

    return read


class Grammar:
    """A tokeniser and a table of rules, put together when the first expression is read."""

    def __init__(self, tokens_of: Callable[[str], Sequence[Token]], rules: Sequence[Rule]) -> None:
        self._tokens_of, self._rules = tokens_of, rules

    @cached_property
    def _trie(self) -> Node:
        return compile_rules(self._rules)

    @cached_property
    def _words(self) -> frozenset[str]:
        return words_of(self._rules)

    def read(self, text: str) -> Meaning | Unread:
        """Return what an expression means, or why it cannot be read; never raises."""
        if len(text) > MOST_CHARACTERS:
            return Unread(f"longer than {MOST_CHARACTERS} characters")
        tokens = self._tokens_of(text)
        if not tokens:
            return Unread("nothing is said")
        if len(tokens) > MOST_TOKENS:
            return Unread(f"more than {MOST_TOKENS} words")
        unknown = next((token.text for token in tokens if not self._is_known(token)), None)
        if unknown is not None:
            return Unread(f"“{unknown}” is not a word of dates")
        try:
            found = match(self._trie, tokens, "DATE", meaning_of)
        except TooAmbiguousError:
            return Unread("it can be read in too many ways")
        except NoSuchDateError as error:
            return Unread(str(error))
        return found if isinstance(found, Meaning) else Unread("no rule reads these words together")

    def _is_known(self, token: Token) -> bool:
        return any(symbol.isupper() or symbol in self._words for symbol, _ in token.symbols)
