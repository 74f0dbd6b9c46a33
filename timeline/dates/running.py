"""What a language must offer so that its dates can be found in running text.

A grammar reads what it is told is a date. In running text most words that could be a date are none ("may", "the
second", "2,000 people"), so each stretch that the grammar reads is a `Candidate`, and the language's `refuses` says
of it whether those words, in that place, are a date after all.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.dates.language import Expression, Grammar
    from timeline.dates.matching import Token

_BEFORE = re.compile(r"([^\W_](?:[^\W_]|['’.-])*)[ \t\xa0]+$")
_AFTER = re.compile(r"['’]?s?[ \t\xa0]+([^\W_](?:[^\W_]|['’-])*)")
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?:…\u2029\n]|--|–)[\s\"'“”‘’«»()\[\]-]*$")
_LOOK = 40
"""How many characters are looked at on either side."""


def set_of(words: str) -> frozenset[str]:
    """Return the words of a text, which are parted by spaces."""
    return frozenset(words.split())


class Candidate(NamedTuple):
    """A stretch of running text that the grammar reads as a date.

    `tokens` are its words; `text` is the whole text as written, in which it stands from `start` to `end`.
    """

    tokens: Sequence[Token]
    expression: Expression
    text: str
    start: int
    end: int

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, evened out."""
        return tuple(token.text for token in self.tokens)

    @property
    def before(self) -> str:
        """The word before it as written; "" where a mark or nothing stands between."""
        found = _BEFORE.search(self.text, max(self.start - _LOOK, 0), self.start)
        return found[1] if found else ""

    @property
    def after(self) -> str:
        """The word after it as written; "" where a mark or nothing stands between."""
        found = _AFTER.match(self.text, self.end, self.end + _LOOK)
        return found[1] if found else ""

    @property
    def begins_sentence(self) -> bool:
        """Whether nothing of its sentence stands before it."""
        head = self.text[max(self.start - _LOOK, 0) : self.start]
        return _SENTENCE_ENDS.search(head) is not None

    def has(self, *symbols: str) -> bool:
        """Whether one of its words can stand for one of the symbols."""
        return any(symbol in symbols for token in self.tokens for symbol, _ in token.symbols)

    def gap(self, at: int) -> str:
        """Return what stands between one of its tokens, by its place, and the next."""
        first = self.tokens[0].start
        return self.text[self.start :][self.tokens[at].end - first : self.tokens[at + 1].start - first]

    def written(self, token: Token) -> str:
        """Return one of its tokens as it is written."""
        return self.text[self.start + token.start - self.tokens[0].start :][: token.end - token.start]


def numbers_side_by_side(candidate: Candidate) -> bool:
    """Whether two days stand beside each other with no bracket or slash between: "Section 18 5 January 1931".

    These are no day in both styles, but a number and a day.
    """
    days = [any(symbol == "DAYNO" for symbol, _ in token.symbols) for token in candidate.tokens]
    return any(one and other and candidate.gap(at).isspace() for at, (one, other) in enumerate(pairwise(days)))


class Running(NamedTuple):
    """How the dates of a language stand in running text.

    `even` brings a text into the spelling that `tokens_in` reads. `telling` are the words without which no stretch is
    tried: those that are a date by themselves. `shortened` are words that a full stop may follow within a date.
    `refuses` is whether a candidate is no date where it stands.
    """

    grammar: Grammar
    even: Callable[[str], str]
    tokens_in: Callable[[str], list[Token]]
    telling: frozenset[str]
    shortened: frozenset[str]
    refuses: Callable[[Candidate], bool]


@cache
def running(language: str) -> Running:
    """Return how a language's dates stand in running text. Raises KeyError for a language that is not known."""
    found: Running = import_module(f"{LANGUAGES[language]}.running").RUNNING
    return found
