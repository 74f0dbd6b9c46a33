"""The console to draw on: the terminal itself, or a pager when one was asked for."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console


@contextmanager
def console_for(*, pager: bool) -> Iterator[Console]:
    """Give a console, and page through what was drawn on it if `pager` and someone is there to page.

    Where there is no terminal, the blanks that fill up the lines of a table are left out.
    """
    from timeline.show.console import console

    terminal = console()
    if terminal.is_terminal and not pager:
        yield terminal
        return
    drawn = io.StringIO()
    yield console(drawn, terminal.width, styled=terminal.is_terminal)
    if pager:
        click.echo_via_pager(drawn.getvalue(), color=terminal.is_terminal)
    else:
        click.echo("".join(line.rstrip() + "\n" for line in drawn.getvalue().splitlines()), nl=False)
