"""`timeline show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import data_option, filter_options

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.model import Selection


@click.command()
@data_option
@filter_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "plain", "json", "csv", "markdown"]),
    default="table",
    show_default=True,
    help="How to print it. A table of more than 300 events is printed plain.",
)
@click.option("--pager", is_flag=True, help="Page through the output.")
def show(data: tuple[Path, ...], form: str, pager: bool, **filters: Any) -> int:  # noqa: FBT001
    """Print the chronology.

    Values of one filter are alternatives, and all filters must match. An event that only may lie in the period
    asked for is shown and marked `?`.

    \b
    timeline show --person umarova
    timeline show --year 2018..2020 --theme exile --certain
    """  # noqa: D301 - click reads the backspace
    from timeline.cli.reading import read, report, select

    found = read(data)
    selection = select(found.timeline, filters)
    if form in {"table", "plain"}:
        _print(selection, form, found.corpus, pager=pager)
    else:
        from timeline.cli.writing import write_out
        from timeline.export import render

        pieces = render(form, selection)
        click.echo_via_pager(pieces) if pager else write_out(pieces)
    return report(found, corpus_is_said=form in {"table", "plain"})


def _print(selection: Selection, form: str, corpus: str, *, pager: bool) -> None:
    from timeline.show.chronology import MOST_ROWS

    if form == "plain" or len(selection.timeline.events) > MOST_ROWS:
        from timeline.show.plain import render

        lines = (line + "\n" for line in render(selection, corpus))
        click.echo_via_pager(lines) if pager else click.echo("".join(lines), nl=False)
        return
    from timeline.cli.paging import console_for
    from timeline.show.table import draw

    with console_for(pager=pager) as console:
        draw(console, selection, corpus)
