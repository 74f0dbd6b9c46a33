"""`timeline why EVENT`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from timeline.cli.options import data_option

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

        lines = (line + "\n" for line in render(found.timeline, named, _width()))
        color = False if os.environ.get("NO_COLOR") else None
        click.echo_via_pager(lines, color=color) if pager else click.echo("".join(lines), nl=False, color=color)
    return report(found)


def _width() -> int:
    """Return the width of the terminal, or as COLUMNS says."""
    import shutil

    return shutil.get_terminal_size().columns
