"""`timeline show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import data_option, filter_options
from timeline.cli.printing import print_lines, width

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from timeline.listing import Listing
    from timeline.show.columns import Line


@click.command()
@data_option
@filter_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "plain", "json", "csv", "markdown"]),
    default="table",
    show_default=True,
    help="How to print it.",
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
    from timeline.cli.reading import listing, read, report, select

    found = read(data)
    if form in {"table", "plain"}:
        print_lines(_lines(listing(found, filters), form, found.corpus), pager=pager)
    else:
        from timeline.cli.writing import write_out
        from timeline.export import render

        pieces = render(form, select(found, filters))
        click.echo_via_pager(pieces) if pager else write_out(pieces)
    return report(found, corpus_is_said=(footed := form in {"table", "plain"}), remarked=footed)


def _lines(listed: Listing, form: str, corpus: str) -> Iterable[Line]:
    if form == "plain":
        from timeline.show import plain

        return ((("", line),) for line in plain.render(listed, corpus))
    from timeline.show import table

    return table.render(listed, corpus, width())
