"""`timeline show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import data_option, filter_options
from timeline.cli.printing import print_lines, print_texts, styles_show, width

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.listing import Listing


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
        _print(listing(found, filters), form, found.corpus, pager=pager)
    else:
        from timeline.cli.writing import write_out
        from timeline.export import render

        pieces = render(form, select(found, filters))
        click.echo_via_pager(pieces) if pager else write_out(pieces)
    return report(found, corpus_is_said=(footed := form in {"table", "plain"}), remarked=footed)


def _print(listed: Listing, form: str, corpus: str, *, pager: bool = False) -> None:
    if form == "plain":
        from timeline.show import plain

        print_texts(plain.render(listed, corpus), pager=pager)
        return
    from timeline.show import table

    print_lines(table.render(listed, corpus, width(), styled=styles_show()), pager=pager)
