"""Lines to the reader: with styles to a terminal, as text elsewhere, through a pager when one was asked for."""

from __future__ import annotations

import io
import os
import sys
from itertools import islice
from typing import TYPE_CHECKING

import click

from timeline.show.columns import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.show.columns import Line

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


def print_lines(lines: Iterable[Line], *, pager: bool = False) -> None:
    """Print lines. Styles are for terminals only; rich, which shows them, is imported only for one."""
    styled = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if pager:
        text = _styled(lines) if styled else _text(lines)
        click.echo_via_pager(text, color=styled)
    elif styled:
        from timeline.show.terminal import print_styled

        print_styled(lines)
    else:
        for text in _text(lines):
            click.echo(text, nl=False)


def _text(lines: Iterable[Line]) -> Iterator[str]:
    """Yield lines as text, some hundreds at a time."""
    rest = iter(lines)
    while some := list(islice(rest, _AT_ONCE)):
        yield "".join([text_of(line) + "\n" for line in some])


def _styled(lines: Iterable[Line]) -> str:
    from timeline.show.terminal import print_styled

    drawn = io.StringIO()
    print_styled(lines, drawn)
    return drawn.getvalue()
