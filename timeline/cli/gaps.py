"""`timeline gaps`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import choice_options, data_option
from timeline.cli.printing import print_lines, width

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@data_option
@choice_options
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, metavar="N", help="At most this many of each."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def gaps(data: tuple[Path, ...], limit: int, form: str, **filters: Any) -> int:
    """List the stretches about which nothing is known, the longest first.

    A gap is a stretch of days on which no event of the selection can have been, by any of its dates. One event of
    open date ("from 2014") leaves no gap after it; so the stretches that only such events may reach into are listed
    too, with these events. The filters choose the events; --year, --from and --to the days to look at.

    \b
    timeline gaps --person umarova
    timeline gaps --person umarova --from 2018 --to 2020
    """  # noqa: D301 - click reads the backspace
    from timeline.cli.options import query
    from timeline.cli.reading import read, report, select
    from timeline.show import stretches

    found = read(data)
    selection = select(found, filters)
    periods = tuple((period.first, period.last) for period in query(filters).periods)
    if form == "json":
        from timeline.cli.writing import write_out

        write_out([stretches.render_json(selection, periods, limit) + "\n"])
    else:
        print_lines(stretches.render(selection, periods, limit, width(), found.corpus))
    return report(found, corpus_is_said=form == "text")
