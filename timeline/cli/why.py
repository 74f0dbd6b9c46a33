"""`timeline why EVENT`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.options import data_option
from timeline.cli.printing import print_lines, width

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("event")
@data_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--pager", is_flag=True, help="Page through the output.")
def why(event: str, data: tuple[Path, ...], form: str, pager: bool) -> int:  # noqa: FBT001
    """Print an event in full: every claim, and how its date was got.

    EVENT is an id, or words of the title that no other title has.
    """
    from timeline.cli.reading import CouldNotRunError, read, report
    from timeline.problems import Problem
    from timeline.show.found import event_named

    found = read(data)
    named = event_named(found.timeline, event)
    if isinstance(named, Problem):
        raise CouldNotRunError(named.message)
    if form == "json":
        from timeline.cli.writing import write_out
        from timeline.show.why_json import render as render_json

        write_out([render_json(found.timeline, named) + "\n"])
    else:
        from timeline.show.why import render

        print_lines(render(found.timeline, named, width()), pager=pager)
    return report(found)
