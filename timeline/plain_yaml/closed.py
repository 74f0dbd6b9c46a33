"""What closes on the line that it opens on: texts in quotes, lists in brackets, mappings in braces."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from sys import intern
from typing import TYPE_CHECKING

from timeline.plain_yaml.parsed import NotPlainError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_DEEPEST = 3
_MOST_PAIRS = 8
_MOST_NAMES = 500
_MOST_LISTED = 1000
_SHORT = 40

# None of these goes back over what it took: each character can be taken in one way only, or there is a bound.
_LETTER = r"A-Za-z0-9_\w"  # the same as \w alone, but quick to tell for most
NAME = rf"[{_LETTER}][{_LETTER}.()/-]{{0,60}}+(?: [{_LETTER}(][{_LETTER}.()/-]{{0,60}}+){{0,8}}+"
"""A key that stands plain, anywhere: short enough that YAML takes it for one."""
_TEXT = rf"[{_LETTER}(][^,:?#\[\]{{}}\\]*+(?<! )"
_PLAIN = re.compile(_TEXT).fullmatch
_TOKEN = re.compile(rf"([\[\]{{}}]|, |: )|({_TEXT})|\"([^\"\\]*+)\"|'([^']*+)'").match

plain_key = re.compile(NAME).fullmatch


def plain_name(key: str) -> str:
    """Return a key that is plain, as the one text in memory for it. Raises NotPlainError."""
    if not plain_key(key):
        raise NotPlainError
    return intern(key)


class Names(dict[str, str]):
    """The keys of mappings by themselves: each is one in memory wherever it stands."""

    def __missing__(self, key: str) -> str:
        """Look at a key that was not met before. Raises NotPlainError."""
        name = plain_name(key)
        if len(self) < _MOST_NAMES:
            self[name] = name
        return name


def closed_readers(names: Names) -> dict[str, Callable[[Sequence[str]], Sequence[object]]]:
    """Return what reads texts in quotes, brackets or braces, by the one that each begins with.

    The texts are of one line, and read together, which is quicker. Each reader raises NotPlainError where these are not
    all of a text, or what they hold is not plain.
    """
    brackets = _Brackets(names)
    return {'"': _double_quoted, "'": _single_quoted, "[": brackets.listings, "{": brackets.mappings}


class _Brackets:
    """Reads lists and mappings, of many lines: it remembers what stood in lists."""

    def __init__(self, names: Names) -> None:
        self._names = names.__getitem__
        self._listed: set[str] = set()
        self._mapped: dict[str, dict[str, str]] = {}

    def listings(self, texts: Sequence[str]) -> Sequence[object]:
        inner = _insides(texts, "[", "]")
        if inner is not None:
            found = [text.split(", ") for text in inner]
            if self._are_plain(set(chain.from_iterable(found)) - self._listed):
                return found
        return [self.listings([text])[0] for text in texts] if len(texts) > 1 else [_nested(texts[0])]

    def mappings(self, texts: Sequence[str]) -> Sequence[object]:
        return [self._mapping(text) for text in texts]

    def _mapping(self, text: str) -> object:
        known = self._mapped.get(text)
        if known is not None:
            return known.copy()
        pairs = text.count(": ")
        if 0 < pairs <= _MOST_PAIRS and (found := _pairs(pairs)(text)):
            parts = found.groups()
            mapping = dict(zip(map(self._names, parts[::2]), parts[1::2], strict=True))
            if len(mapping) == pairs:
                if len(text) < _SHORT and len(self._mapped) < _MOST_LISTED:
                    self._mapped[text] = mapping.copy()
                return mapping
        return _nested(text)

    def _are_plain(self, texts: Iterable[str]) -> bool:
        """Whether texts are plain in brackets. Those that are will come again."""
        if not all(map(_PLAIN, texts)):
            return False
        if len(self._listed) < _MOST_LISTED:
            self._listed.update(texts)
        return True


def _insides(texts: Sequence[str], opening: str, closing: str) -> list[str] | None:
    """Return what stands between the first character, which is given, and the last; None if a text does not close.

    As many parts as there are texts means that each line end has the two beside it, which none shares with another.
    """
    joined = "\n".join(texts)
    inner = joined[1:-1].split(f"{closing}\n{opening}")
    return inner if len(joined) > 1 and joined[-1] == closing and len(inner) == len(texts) else None


def _double_quoted(texts: Sequence[str]) -> Sequence[object]:
    return _quoted(texts, '"', '"\\')


def _single_quoted(texts: Sequence[str]) -> Sequence[object]:
    return _quoted(texts, "'", "'")


def _quoted(texts: Sequence[str], quote: str, escaping: str) -> list[str]:
    """Return what stands in quotes, where nothing escapes anything."""
    inner = _insides(texts, quote, quote)
    if inner is None or any(map("".join(inner).__contains__, escaping)):
        raise NotPlainError
    return inner


@cache
def _pairs(number: int) -> Callable[[str], re.Match[str] | None]:
    """Return what matches so many plain keys and plain values in braces."""
    return re.compile(rf"\{{{', '.join([f'({NAME}): ({_TEXT})'] * number)}\}}").fullmatch


def _nested(text: str) -> object:
    """Return a list or mapping that holds others, or quoted texts."""
    tokens: list[tuple[str | None, str]] = []
    at = depth = 0
    while at < len(text):
        token = _TOKEN(text, at)
        depth += (text[at] in "[{") - (text[at] in "]}")
        if token is None or depth > _DEEPEST:
            raise NotPlainError
        at = token.end()
        tokens.append((token[1], token[2] or token[3] or token[4] or ""))
    tokens.append(("", ""))  # so that there is always one more
    value, after = _group(tokens, 0)
    if after != len(tokens) - 1:
        raise NotPlainError
    return value


def _group(tokens: list[tuple[str | None, str]], at: int) -> tuple[object, int]:
    """Return the list or mapping whose bracket or brace is a token, and the token after it."""
    opening = tokens[at][0]
    closing = "]" if opening == "[" else "}"
    found: dict[str, object] = {}
    values: list[object] = []
    at += 1
    while tokens[at][0] != closing or values:
        key = tokens[at][1]
        if closing == "}":
            if tokens[at][0] is not None or tokens[at + 1][0] != ": " or key in found or not plain_key(key):
                raise NotPlainError
            at += 2
        if tokens[at][0] is None:
            value: object = tokens[at][1]
            at += 1
        elif tokens[at][0] in ("[", "{"):
            value, at = _group(tokens, at)
        else:
            raise NotPlainError
        values.append(value)
        found[key] = value
        if tokens[at][0] == closing:
            break
        if tokens[at][0] != ", ":
            raise NotPlainError
        at += 1
    return (values if opening == "[" else found), at + 1
