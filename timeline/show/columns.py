"""Texts in columns, for readers and for scripts: nothing cut off, a few microseconds a row."""

from __future__ import annotations

import sys
from itertools import accumulate, chain, islice, repeat, zip_longest
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.show.lines import by_words, cut, is_narrow, padded, text_of, width_of, wrapped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.show.lines import Line, Piece

GAP = "  "

MEASURED = 500
"""By so many rows the widths of columns are measured, so that a long list begins at once and is not held as a whole."""

_LONG_WORD = 16
"""A word that is longer may be broken where room is short."""

Cells: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""The texts of a row of a table, and a style for each, or for none."""

_BETWEEN: Piece = ("", GAP)


class Column(NamedTuple):
    """A column of a table: its heading, the most it may take (0: no matter), and how its cells look.

    The cells of a `rigid` column are never wrapped, those of a number are not either and stand on the right.
    """

    heading: str
    most: int = 0
    style: str = ""
    is_number: bool = False
    rigid: bool = False


def aligned(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines, each column as wide as the widest cell of its first rows and the columns two spaces apart.

    Rows past the first `MEASURED` are not waited for: a cell of theirs that is wider moves the rest of its line. An
    empty cell is a `-`, and no cell holds two spaces together (`timeline.clean.clean` sees to that), so that a script
    can split a line at two or more spaces.
    """
    rest = iter(rows)
    some = list(islice(rest, MEASURED))
    widths = [_widest(column) for column in zip(*some, strict=True)]
    filled = GAP.join([f"%-{width}s" for width in widths])
    while some:
        told = [tuple([cell or "-" for cell in row]) if "" in row else tuple(row) for row in some]
        lines = [filled % cells for cells in told]
        if not is_narrow("".join(lines)):
            lines = [
                line
                if is_narrow(line)
                else GAP.join([padded(cell, width) for cell, width in zip(cells, widths, strict=True)])
                for line, cells in zip(lines, told, strict=True)
            ]
        yield from [line.rstrip(" ") for line in lines]
        some = list(islice(rest, MEASURED))


def _widest(texts: Collection[str]) -> int:
    """Return the width of the widest text."""
    return max(_sizes(texts))


def _sizes(texts: Collection[str]) -> Iterable[int]:
    """Return the widths of texts; a look at all of them together tells those that are simple."""
    return map(len if is_narrow("".join(texts)) else width_of, texts)


def tabled(columns: Sequence[Column], rows: Iterable[Cells | None], width: int) -> Iterator[Line]:
    """Yield a table of at most `width` cells: its headings, then its rows, whose cells wrap. None is an empty line.

    Its first rows, `MEASURED` of them, say how wide its columns are.
    """
    if columns:
        laid, rest = _laid(columns, rows, width)
        yield from laid.pieces(tuple([column.heading for column in columns]), ("dim",) * len(columns))
        for row in rest:
            if row is None:
                yield ()
            else:
                yield from laid.pieces(*row)


def tabled_texts(columns: Sequence[Column], rows: Iterable[Cells | None], width: int) -> Iterator[str]:
    """Yield the same table without styles, which takes less time; its lines may end in blanks."""
    if columns:
        laid, rest = _laid(columns, rows, width)
        yield from laid.texts(tuple([column.heading for column in columns]))
        for row in rest:
            if row is None:
                yield ""
            else:
                yield from laid.texts(row[0])


def _laid(
    columns: Sequence[Column], rows: Iterable[Cells | None], width: int
) -> tuple[_Layout, Iterator[Cells | None]]:
    """Return how the rows of a table are laid out, and these."""
    rest = iter(rows)
    first = list(islice(rest, MEASURED))
    widths = _widths(columns, [row[0] for row in first if row is not None], width)
    return _Layout(columns, widths), chain(first, rest)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the width of each column: what it needs, or less until all of them fit.

    What is missing is taken, cell by cell, from the column whose texts it makes the least longer. Words are broken
    only where there is no other way.
    """
    widths, whole, amounts = [], [], []
    for at, column in enumerate(columns):
        texts = [column.heading, *[row[at] for row in rows]]
        sizes = list(_sizes(texts))
        longest = max(sizes)
        widths.append(min(longest, column.most or width, width))
        words = _widest(set(" ".join(texts).split(" ")))
        whole.append(longest if column.is_number or column.rigid else min(words, widths[-1], _LONG_WORD))
        amounts.append(sum(sizes) - sizes[0])
    excess = sum(widths) + len(GAP) * (len(columns) - 1) - width
    for least in (whole, [each if column.is_number else 1 for column, each in zip(columns, whole, strict=True)]):
        while excess > 0:
            spare = [at for at, each in enumerate(widths) if each > least[at]]
            if not spare:
                break
            widths[min(spare, key=lambda at: amounts[at] / widths[at] ** 2)] -= 1
            excess -= 1
    return widths


class _Layout:
    """Columns of known widths, and how a row is laid out in them.

    A row of narrow texts is laid out as one text by a format, any other cell by cell.
    """

    def __init__(self, columns: Sequence[Column], widths: Sequence[int]) -> None:
        self._columns = list(zip(columns, widths, strict=True))
        self._format = GAP.join([f"%{'' if column.is_number else '-'}{width}s" for column, width in self._columns])
        self._length = sum(widths) + len(GAP) * (len(widths) - 1)
        self._room = [sys.maxsize if column.is_number else width or sys.maxsize for column, width in self._columns]
        ends = accumulate(widths, lambda end, width: end + len(GAP) + width)
        self._slots = [
            (column.style, end - width, end) for (column, width), end in zip(self._columns, ends, strict=True)
        ]

    def texts(self, texts: tuple[str, ...]) -> Sequence[str]:
        """Return the lines of a row, as many as its tallest cell has, without styles."""
        return [line for line, _ in self._narrow(texts)] or [text_of(line) for line in self._any(texts, ())]

    def pieces(self, texts: tuple[str, ...], styles: Sequence[str] = ()) -> list[Line]:
        """Return the lines of a row, its cells in their styles."""
        row = self._narrow(texts)
        if not row or len(row[0][0]) != self._length:
            return self._any(texts, styles)
        styled = [
            (at, own or style, start, end)
            for (at, (style, start, end)), own in zip(enumerate(self._slots), styles or repeat(""), strict=False)
            if own or style
        ]
        lines: list[Line] = []
        for line, parts in row:
            pieces: list[Piece] = []
            done = 0
            for at, style, start, end in styled:
                if parts[at]:
                    pieces += (("", line[done:start]), (style, line[start:end]))
                    done = end
            pieces.append(("", line[done:]))
            lines.append(tuple(pieces))
        return lines

    def _narrow(self, texts: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
        """Return the lines of a row of narrow texts, each with the parts of its cells; nothing for any other row."""
        line = self._format % texts
        if not is_narrow(line):
            return []
        if len(line) == self._length:
            return [(line, texts)]
        cells = [
            (text,) if len(text) <= room else cut(text, room) or by_words(text, room)
            for text, room in zip(texts, self._room, strict=True)
        ]
        return [(self._format % parts, parts) for parts in zip_longest(*cells, fillvalue="")]

    def _any(self, texts: Sequence[str], styles: Sequence[str]) -> list[Line]:
        """Return the lines of a row of any texts."""
        cells = [
            [text] if column.is_number or (text.isascii() and len(text) <= width) else wrapped(text, width)
            for text, (column, width) in zip(texts, self._columns, strict=True)
        ]
        lines: list[Line] = []
        for parts in zip_longest(*cells, fillvalue=""):
            pieces: list[Piece] = []
            for part, style, (column, width) in zip(parts, styles or repeat(""), self._columns, strict=False):
                shown = padded(part, width, on_left=column.is_number)
                pieces += (((style or column.style) if part else "", shown), _BETWEEN)
            lines.append(tuple(pieces[:-1]))
        return lines
