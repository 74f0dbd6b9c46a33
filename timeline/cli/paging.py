"""The console to draw on: the terminal itself, or a pager when one was asked for."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console


@contextmanager
def console_for(*, pager: bool) -> Iterator[Console]:
    """Give a console, and page through what was drawn on it if `pager` and someone is there to page."""
    from timeline.show.console import console

    terminal = console()
    if not pager or not sys.stdout.isatty():
        yield terminal
        return
    drawn = io.StringIO()
    yield console(drawn, terminal.width, styled=terminal.is_terminal)
    click.echo_via_pager(drawn.getvalue(), color=terminal.is_terminal)
