"""A veil over texts: every spelling of what is to be protected is replaced by a word that says only that it was.

It errs to the side of covering too much. Case, accents, the characters between the words of a name, and characters
that take no room are set aside; a word that begins with a part of a person's name is covered with its ending
("Vélez", "Velez's", "Велеса"); a longer word that holds a whole spelling is covered as a whole.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONG = 4
"""So many letters make a word so rare that it is covered inside longer words too."""

_LETTER = r"[^\W\d_]"
_BETWEEN = r"[\W_]{0,3}"
_ENDING = f"{_LETTER}{{0,3}}"


class Protected(NamedTuple):
    """What is covered: its spellings as a whole, and whether the single words of them are covered too."""

    cover: str
    spellings: tuple[str, ...]
    by_parts: bool = False


class Veil:
    """Covers what is protected in texts. `kept` are names that stand although they share a word with one covered.

    `records` says where the records stand that are covered as a whole: a data file, and the keys that lead there.
    """

    records: frozenset[tuple[str, tuple[str | int, ...]]] = frozenset()

    def __init__(self, protected: Iterable[Protected] = (), kept: Iterable[str] = (), anonymous: str = "") -> None:
        protected = tuple(protected)
        self._covers: dict[str, str] = {}
        wholes = self._patterns(protected, anonymous, parts=False)
        self._exact = _compiled(wholes)
        standing = [_bounded(_words(name)) for name in kept if self._exact and not self._exact.search(_folded(name)[0])]
        parts = self._patterns(protected, anonymous, parts=True)
        longest_first = sorted({f"(?P<kept_{number}>{one})" for number, one in enumerate(standing)}, key=_by_length)
        self._all = _compiled([*wholes, *longest_first, *parts])

    def __bool__(self) -> bool:
        """Whether there is anything to protect."""
        return self._exact is not None

    def text(self, text: str) -> str:
        """Return a text with every spelling covered, and every part of a person's name."""
        return self._covered(text, self._all)

    def exact(self, text: str) -> str:
        """Return a text with whole spellings covered only: for dates, where May is a month before it is a name."""
        return self._covered(text, self._exact)

    def _patterns(self, protected: Iterable[Protected], anonymous: str, *, parts: bool) -> list[str]:
        """Return the patterns, the longest first, each in a group whose name leads to its cover."""
        covers: dict[str, set[str]] = {}
        for one in protected:
            for spelling in one.spellings:
                for pattern in _parts(spelling, one) if parts else [_whole(spelling)]:
                    covers.setdefault(pattern, set()).add(one.cover)
        named = []
        for pattern in sorted((one for one in covers if one), key=_by_length):
            group = f"cover_{len(self._covers)}"
            self._covers[group] = covers[pattern].pop() if len(covers[pattern]) == 1 else anonymous
            named.append(f"(?P<{group}>{pattern})")
        return named

    def _covered(self, text: str, pattern: re.Pattern[str] | None) -> str:
        if pattern is None or not text:
            return text
        folded, places = _folded(text)
        pieces: list[str] = []
        done, last_cover = 0, ""
        for match in pattern.finditer(folded):
            cover = self._covers.get(match.lastgroup or "")
            if cover is None or match.start() == match.end():
                continue
            first, last = _whole_word(folded, *match.span())
            start, end = places[first], places[last - 1] + 1
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            if _is_short(match[0]) and not text[start:end][0].isupper() and _has_case(text[start]):
                continue
            between = text[done:start]
            if cover != last_cover or between.strip():  # two words of one name need one cover
                pieces += (between, cover) if start >= done else ()
            done, last_cover = max(done, end), cover
        return "".join((*pieces, text[done:]))


def _by_length(pattern: str) -> tuple[int, str]:
    return -len(pattern), pattern


def _compiled(patterns: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text without case, accents and what takes no room, and for each character where it came from."""
    characters, places = [], []
    for place, character in enumerate(text):
        for one in unicodedata.normalize("NFKD", character.casefold()).casefold():
            if not unicodedata.combining(one) and unicodedata.category(one) != "Cf":
                characters.append(one)
                places.append(place)
    return "".join(characters), places


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", _folded(text)[0])


def _whole(spelling: str) -> str:
    """Return the pattern of a whole spelling: within any word where it is long, else as words of its own."""
    words = _words(spelling)
    if not words:
        return ""
    letters = sum(map(len, words))
    return _BETWEEN.join(words) if letters >= _LONG or not _has_case(words[0][0]) else _bounded(words)


def _bounded(words: list[str]) -> str:
    return f"(?<!{_LETTER}){_BETWEEN.join(words)}(?!{_LETTER})"


def _parts(spelling: str, protected: Protected) -> Iterator[str]:
    """Yield a pattern for each word of a name that begins as names do ("van" and "bin" do not)."""
    if not protected.by_parts:
        return
    for name in re.findall(r"[^\W\d_]+", spelling):
        if name[0].islower():
            continue
        [word, *_] = _words(name) or [""]
        if len(word) >= _LONG:
            yield f"(?<!{_LETTER}){word}{_ENDING}(?!{_LETTER})"
        elif len(word) > 1:
            yield _bounded([word])


def _whole_word(folded: str, first: int, last: int) -> tuple[int, int]:
    """Return the bounds of the words that a match touches, in scripts that part words."""
    while first and _has_case(folded[first - 1]) and _has_case(folded[first]):
        first -= 1
    while last < len(folded) and _has_case(folded[last]) and _has_case(folded[last - 1]):
        last += 1
    return first, last


def _is_short(match: str) -> bool:
    return len(match) < _LONG


def _has_case(character: str) -> bool:
    return character.lower() != character.upper()


NO_VEIL = Veil()
"""Covers nothing."""


class Withheld(NamedTuple):
    """How much is kept back to protect someone: of each section, how many declarations or records."""

    people: int = 0
    sources: int = 0
    events: int = 0
    records: int = 0


NOTHING_WITHHELD = Withheld()
