"""Text in lines: widths as a terminal counts them, nothing cut off, about a microsecond a line.

A line is made of pieces, each with the name of a style; what prints it (`timeline.show.terminal`) knows whether
there is a terminal to show styles, and here nothing depends on that.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from timeline.clean import anchored, clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LABEL = 14
"""The width of the column of labels."""

Piece: TypeAlias = tuple[str, str]
"""A style ("" is none, else as rich names it: "bold red") and a text."""

Line: TypeAlias = tuple[Piece, ...]

_NARROW = (
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u2190-\u2319\u2500-\u25fc]*"
)
"""Latin, Greek, Cyrillic, Armenian, common punctuation and signs: a cell each, and from left to right."""


_COMMON = "┆"
"""A narrow sign that stands in most rows of a long list."""


@cache
def _narrow() -> Callable[[str], object]:
    return re.compile(_NARROW).fullmatch


def is_narrow(text: str) -> bool:
    """Return whether a text surely takes a cell a character, and runs from left to right."""
    return text.isascii() or text.replace(_COMMON, "").isascii() or _narrow()(text) is not None


def width_of(text: str) -> int:
    """Return how many cells a text takes: two for East Asian wide characters, none for marks on another."""
    return len(text) if is_narrow(text) else sum(map(_CELLS.__getitem__, text))


class _Cells(dict[str, int]):
    """How many cells a character takes, worked out when it is first met."""

    def __missing__(self, character: str) -> int:
        import unicodedata  # which most lists need not load

        if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
            cells = 0
        else:
            cells = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        self[character] = cells
        return cells


_CELLS = _Cells()


def text_of(line: Line) -> str:
    """Return a line without its styles, and without blanks at its end."""
    return (line[0][1] if len(line) == 1 else "".join([text for _, text in line])).rstrip(" ")


def padded(text: str, width: int, *, on_left: bool = False) -> str:
    """Return a text filled up with blanks to a width, after it or `on_left`; one that is wider stays as it is."""
    if text.isascii():
        return text.rjust(width) if on_left else text.ljust(width)
    padding = " " * (width - width_of(text))
    return padding + anchored(text) if on_left else anchored(text) + padding


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return a text in lines of at most `width` cells, the first after `first` and the others after `rest`.

    A word that is wider than a line is broken; a `width` of 0 never wraps.
    """
    if not width or (text.isascii() and len(first) + len(text) <= width):
        return [anchored(first + text)]
    if len(first) == len(rest) and is_narrow(text) and is_narrow(first) and is_narrow(rest):
        lines = cut(text, width - len(first))
        if lines:
            return [first + lines[0], *[rest + line for line in lines[1:]]] if first else lines
    if not text.startswith(" ") and width_of(first) + width_of(text) <= width:
        return [anchored(first + text)]
    return list(by_words(text, width, first, rest))


def cut(text: str, width: int) -> list[str]:
    """Return a narrow text in lines, nothing where that takes a look at each word.

    One is longer than a line, or is empty: what is between two blanks, or before one that the text begins with.
    """
    if width < 1 or text.startswith(" ") or "  " in text:
        return []
    lines, at, last = [], 0, len(text) - width
    while at < last:
        end = text.rfind(" ", at, at + width + 1)
        if end < 0:
            return []
        lines.append(text[at:end])
        at = end + 1
    lines.append(text[at:])
    return lines


def by_words(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield what `wrapped` returns for a `width` that is not 0: any text, word by word."""
    head, line, used = first, "", width_of(first)
    for word in _pieces(text, max(width - max(width_of(first), width_of(rest)), 1)):
        size = width_of(word)
        if line and used + 1 + size > width:
            yield anchored(head + line)
            head, line, used = rest, "", width_of(rest)
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, used + size)
    yield anchored(head + line)


def headed(text: str, width: int) -> Iterator[Line]:
    """Yield a text as a heading."""
    for line in wrapped(clean(text), width):
        yield (("bold", line),)


def labelled(label: str, text: str, width: int) -> Iterator[Line]:
    """Yield a label and its text, nothing where there is no text."""
    shown = clean(text)
    if shown:
        for line in wrapped(shown, width, f"{label:<{_LABEL}}", " " * _LABEL):
            yield ("dim", line[:_LABEL]), ("", line[_LABEL:])


def _pieces(text: str, most: int) -> Iterator[str]:
    """Yield the words of a text, those wider than `most` cells in pieces."""
    for word in text.split(" "):
        if width_of(word) <= most:
            yield word
            continue
        piece, used = "", 0
        for character in word:
            size = _CELLS[character]
            if used + size > most and piece:
                yield piece
                piece, used = "", 0
            piece += character
            used += size
        yield piece
