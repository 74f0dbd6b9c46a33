"""`timeline chart`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import data_option, filter_options
from timeline.cli.printing import print_lines, width

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@data_option
@filter_options
@click.option("--ascii", "plain", is_flag=True, help="Draw with ASCII characters only.")
@click.option("--pager", is_flag=True, help="Page through the output.")
def chart(data: tuple[Path, ...], plain: bool, pager: bool, **filters: Any) -> int:  # noqa: FBT001
    """Draw the events over an axis of time.

    A row an event: solid where it certainly was, shaded where it may have been, with an arrow where a side is open.
    The axis covers the period asked for, else all that is known; events without a date are listed below it.

    \b
    timeline chart --person umarova --from 2019
    timeline chart --year 2019 --theme arrests --ascii
    """  # noqa: D301 - click reads the backspace
    from timeline.cli.options import query
    from timeline.cli.reading import read, report, select
    from timeline.show.chart import ASCII, BLOCKS, render

    found = read(data)
    selection = select(found, filters)
    periods = tuple((period.first, period.last) for period in query(filters).periods)
    glyphs = ASCII if plain or not _can_show("".join(BLOCKS)) else BLOCKS
    print_lines(render(selection, periods, glyphs, width(), found.corpus), pager=pager)
    return report(found, corpus_is_said=True, remarked=True)


def _can_show(text: str) -> bool:
    """Whether standard output can write these characters."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True
