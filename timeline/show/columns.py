"""Text in columns and wrapped lines, without rich: widths as a terminal counts them, nothing cut off."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from timeline.clean import anchored

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = "  "


def width_of(text: str) -> int:
    """Return how many cells a text takes: two for East Asian wide characters, none for marks on another."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines, each column as wide as its widest cell and the columns two spaces apart.

    An empty cell is a `-`, and no cell holds two spaces together (`timeline.clean.clean` sees to that), so that a
    script can split a line at two or more spaces.
    """
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            anchored(cell or "-") + " " * (width - width_of(cell or "-"))
            for cell, width in zip(row, widths, strict=True)
        )
        yield GAP.join(cells).rstrip()


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield a text in lines of at most `width` cells, the first after `first` and the others after `rest`.

    A word that is wider than a line is broken; a `width` of 0 never wraps.
    """
    if not width:
        yield anchored(first + text)
        return
    head, line, used = first, "", width_of(first)
    for word in _pieces(text, max(width - max(width_of(first), width_of(rest)), 1)):
        size = width_of(word)
        if line and used + 1 + size > width:
            yield anchored(head + line)
            head, line, used = rest, "", width_of(rest)
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, used + size)
    yield anchored(head + line)


def _pieces(text: str, most: int) -> Iterator[str]:
    """Yield the words of a text, those wider than `most` cells in pieces."""
    for word in text.split():
        piece, used = "", 0
        for character in word if width_of(word) > most else ():
            size = _cells(character)
            if used + size > most and piece:
                yield piece
                piece, used = "", 0
            piece += character
            used += size
        yield piece or word
