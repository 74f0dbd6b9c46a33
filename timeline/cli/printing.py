"""Lines to the reader: with styles to a terminal, as text elsewhere, through a pager when one was asked for."""

from __future__ import annotations

import io
import os
import sys
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from timeline.show.lines import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.show.lines import Line

_Line = TypeVar("_Line")

_FALLBACK_WIDTH = 80
_AT_ONCE = 500
"""So many lines are laid out before they are printed, and then as many again."""


def width() -> int:
    """Return how many columns there are: COLUMNS, else the terminal's, else 80."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _FALLBACK_WIDTH
    except (AttributeError, OSError, ValueError):
        return _FALLBACK_WIDTH


def styles_show() -> bool:
    """Return whether there is a terminal to show styles."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def print_lines(lines: Iterable[Line], *, pager: bool = False) -> None:
    """Print lines. Styles are for terminals only; rich, which shows them, is imported only for one."""
    if not styles_show():
        _print(_texts(lines, text_of), pager=pager)
    elif pager:
        page([_styled(lines)], styled=True)
    else:
        from timeline.show.terminal import print_styled

        print_styled(lines)


def print_texts(lines: Iterable[str], *, pager: bool = False) -> None:
    """Print lines that have no styles, without blanks at their ends."""
    _print(_texts(lines, _without_end), pager=pager)


def _without_end(line: str) -> str:
    return line.rstrip(" ")


def _texts(lines: Iterable[_Line], text: Callable[[_Line], str]) -> Iterator[str]:
    """Yield the texts of lines, some hundreds at a time."""
    rest = iter(lines)
    while some := list(islice(rest, _AT_ONCE)):
        yield "\n".join(map(text, some)) + "\n"


def _print(texts: Iterable[str], *, pager: bool) -> None:
    if pager:
        page(texts)
        return
    for text in texts:
        sys.stdout.write(text)
        sys.stdout.flush()


def page(texts: Iterable[str], *, styled: bool = False) -> None:
    """Page through texts."""
    import click

    click.echo_via_pager(texts, color=styled)


def say(line: str) -> None:
    """Print a line on standard error, if there is one."""
    if sys.stderr is not None:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def _styled(lines: Iterable[Line]) -> str:
    from timeline.show.terminal import print_styled

    drawn = io.StringIO()
    print_styled(lines, drawn)
    return drawn.getvalue()
