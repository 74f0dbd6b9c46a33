"""Text in columns and wrapped lines: widths as a terminal counts them, nothing cut off, a few microseconds a cell.

A line is made of pieces, each with the name of a style; what prints it (`timeline.show.terminal`) knows whether
there is a terminal to show styles, and here nothing depends on that.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.clean import anchored, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

GAP = "  "

MEASURED = 500
"""By so many rows the widths of columns are measured, so that a long list begins at once and is not held as a whole."""

_LABEL = 14
"""The width of the column of labels."""

_LONG_WORD = 16
"""A word that is longer may be broken where room is short."""

Piece: TypeAlias = tuple[str, str]
"""A style ("" is none, else as rich names it: "bold red") and a text."""

Line: TypeAlias = tuple[Piece, ...]


class Column(NamedTuple):
    """A column of a table: its heading, the most it may take (0: no matter), and how its cells look.

    The cells of a `rigid` column are never wrapped, those of a number are not either and stand on the right.
    """

    heading: str
    most: int = 0
    style: str = ""
    is_number: bool = False
    rigid: bool = False


_NARROW = "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e]*"
"""Latin, Greek, Cyrillic, Armenian and common punctuation: a cell each."""


def width_of(text: str) -> int:
    """Return how many cells a text takes: two for East Asian wide characters, none for marks on another."""
    if text.isascii() or re.fullmatch(_NARROW, text):
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def text_of(line: Line) -> str:
    """Return a line without its styles, and without blanks at its end."""
    return "".join(text for _, text in line).rstrip(" ")


def aligned(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines, each column as wide as the widest cell of its first rows and the columns two spaces apart.

    Rows past the first `MEASURED` are not waited for: a cell of theirs that is wider moves the rest of its line. An
    empty cell is a `-`, and no cell holds two spaces together (`timeline.clean.clean` sees to that), so that a script
    can split a line at two or more spaces.
    """
    rest = iter(rows)
    first = list(islice(rest, MEASURED))
    widths = [max(map(width_of, column)) for column in zip(*first, strict=True)]
    for row in chain(first, rest):
        cells = (_padded(cell or "-", width) for cell, width in zip(row, widths, strict=True))
        yield GAP.join(cells).rstrip(" ")


def tabled(columns: Sequence[Column], rows: Iterable[Sequence[Piece] | None], width: int) -> Iterator[Line]:
    """Yield a table of at most `width` cells: its headings, then its rows, whose cells wrap. None is an empty line.

    Its first rows, `MEASURED` of them, say how wide its columns are.
    """
    if not columns:
        return
    rest = iter(rows)
    first = list(islice(rest, MEASURED))
    widths = _widths(columns, [row for row in first if row is not None], width)
    yield from _row(columns, [("dim", column.heading) for column in columns], widths)
    for row in chain(first, rest):
        yield from _row(columns, row, widths) if row is not None else ((),)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Piece]], width: int) -> list[int]:
    """Return the width of each column: what it needs, or less until all of them fit.

    What is missing is taken, cell by cell, from the column whose texts it makes the least longer. Words are broken
    only where there is no other way.
    """
    widths, whole, amounts = [], [], []
    for at, column in enumerate(columns):
        sizes = [width_of(row[at][1]) for row in rows]
        longest = max(width_of(column.heading), *sizes, 0)
        widths.append(min(longest, column.most or width, width))
        texts = (column.heading, *(row[at][1] for row in rows))
        words = max(width_of(word) for text in texts for word in text.split(" "))
        whole.append(longest if column.is_number or column.rigid else min(words, widths[-1], _LONG_WORD))
        amounts.append(sum(sizes))
    excess = sum(widths) + len(GAP) * (len(columns) - 1) - width
    for least in (whole, [each if column.is_number else 1 for column, each in zip(columns, whole, strict=True)]):
        while excess > 0:
            spare = [at for at, each in enumerate(widths) if each > least[at]]
            if not spare:
                break
            widths[min(spare, key=lambda at: amounts[at] / widths[at] ** 2)] -= 1
            excess -= 1
    return widths


def _row(columns: Sequence[Column], cells: Sequence[Piece], widths: Sequence[int]) -> Iterator[Line]:
    """Yield the lines of a row, as many as its tallest cell has."""
    texts = [
        (text,) if column.is_number else tuple(wrapped(text, width))
        for column, (_, text), width in zip(columns, cells, widths, strict=True)
    ]
    for number in range(max(map(len, texts))):
        line: list[Piece] = []
        for column, (style, _), lines, width in zip(columns, cells, texts, widths, strict=True):
            text = lines[number] if number < len(lines) else ""
            shown = _padded(text, width, on_left=column.is_number)
            line += ((style or column.style if text else "", shown), ("", GAP))
        yield tuple(line[:-1])


def _padded(text: str, width: int, *, on_left: bool = False) -> str:
    padding = " " * (width - width_of(text))
    return padding + anchored(text) if on_left else anchored(text) + padding


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield a text in lines of at most `width` cells, the first after `first` and the others after `rest`.

    A word that is wider than a line is broken; a `width` of 0 never wraps.
    """
    if not width or (text.isascii() and len(first) + len(text) <= width):
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
            size = _cells(character)
            if used + size > most and piece:
                yield piece
                piece, used = "", 0
            piece += character
            used += size
        yield piece
