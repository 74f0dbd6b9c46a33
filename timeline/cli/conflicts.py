"""`timeline conflicts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import data_option, filter_options
from timeline.cli.printing import print_texts, width

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@data_option
@filter_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def conflicts(data: tuple[Path, ...], form: str, **filters: Any) -> int:
    """List where accounts differ, the open conflicts first.

    The filters choose events; the conflicts that touch them are listed, each with its sources. `!` is open, `=` was
    settled by the curator, who says why.
    """
    from timeline.cli.reading import read, report, select

    found = read(data)
    selection = select(found, filters)
    if form == "json":
        from timeline.cli.writing import write_out
        from timeline.show.differences import as_json

        write_out([as_json(selection.timeline) + "\n"])
    else:
        from timeline.show.differences import render

        print_texts(render(selection, width(), found.corpus))
    return report(found, corpus_is_said=form == "text")
