"""The layout of columns, stated plainly, a character, a word and a cell at a time: the quick way is held to it."""

from __future__ import annotations

import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING

from timeline.clean import anchored

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.show.columns import Cells, Column
    from timeline.show.lines import Line

_LONG_WORD = 16


def cells_of(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    marks = {"Mn", "Me", "Cf"}
    return sum(
        0 if unicodedata.category(one) in marks else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )


def in_lines(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return a text in lines of at most `width` cells, in one where it fits; 0 is one line."""
    if not width or cells_of(first + text) <= width:
        return [anchored(first + text)]
    lines, words = [""], list(_pieces(text, max(width - max(cells_of(first), cells_of(rest)), 1)))
    for word in words:
        head = rest if len(lines) > 1 else first
        together = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and cells_of(head) + cells_of(together) > width:
            lines.append(word)
        else:
            lines[-1] = together
    return [anchored((rest if number else first) + line) for number, line in enumerate(lines)]


def _pieces(text: str, most: int) -> Iterator[str]:
    """Yield the words of a text; one of more than `most` cells in pieces, each as long as it may be."""
    for word in text.split(" "):
        piece = ""
        for one in word:
            if piece and cells_of(word) > most and cells_of(piece + one) > most:
                yield piece
                piece = ""
            piece += one
        yield piece


def table(columns: Sequence[Column], rows: Sequence[Cells | None], width: int) -> list[Line]:
    """Return a table in lines of at most `width` cells, each cell and each gap a piece. None is an empty line."""
    widths = _widths(columns, [row[0] for row in rows if row], width)
    headings = tuple(column.heading for column in columns)
    lines: list[Line] = []
    for row in [(headings, ("dim",) * len(columns)), *rows]:
        if row is None:
            lines.append(())
            continue
        texts, styles = row
        cells = [
            [text] if column.is_number else in_lines(text, each)
            for column, text, each in zip(columns, texts, widths, strict=True)
        ]
        for parts in zip_longest(*cells, fillvalue=""):
            line = []
            for column, part, style, each in zip(columns, parts, styles or [""] * len(columns), widths, strict=True):
                line += [((style or column.style) if part else "", _filled(part, each, column)), ("", "  ")]
            lines.append(tuple(line[:-1]))
    return lines


def _filled(text: str, width: int, column: Column) -> str:
    blanks = " " * (width - cells_of(text))
    return blanks + anchored(text) if column.is_number else anchored(text) + blanks


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    widths, whole, amounts = [], [], []
    for at, column in enumerate(columns):
        texts = [column.heading, *(row[at] for row in rows)]
        longest = max(map(cells_of, texts))
        widths.append(min(longest, column.most or width, width))
        words = max(cells_of(word) for text in texts for word in text.split(" "))
        whole.append(longest if column.is_number or column.rigid else min(words, widths[-1], _LONG_WORD))
        amounts.append(sum(map(cells_of, texts[1:])))
    for least in (whole, [each if column.is_number else 1 for column, each in zip(columns, whole, strict=True)]):
        while sum(widths) + 2 * (len(columns) - 1) > width:
            spare = [at for at, each in enumerate(widths) if each > least[at]]
            if not spare:
                break
            widths[min(spare, key=lambda at: amounts[at] / widths[at] ** 2)] -= 1
    return widths


def columned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines of plain columns."""
    widths = [max(map(cells_of, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [cell or "-" for cell in row]
        padded = [anchored(cell) + " " * (width - cells_of(cell)) for cell, width in zip(cells, widths, strict=True)]
        lines.append("  ".join(padded).rstrip(" "))
    return lines
