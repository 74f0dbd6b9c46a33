"""`timeline suggest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.options import data_option
from timeline.cli.printing import print_lines, width

if TYPE_CHECKING:
    from pathlib import Path

_SORTS = ("events", "accounts", "people", "conflicts")


@click.command()
@click.argument("sorts", nargs=-1, type=click.Choice(_SORTS), metavar="[SORT]...")
@data_option
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most so many."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def suggest(sorts: tuple[str, ...], data: tuple[Path, ...], limit: int, form: str) -> int:
    """List what looks alike and may be one, with reasons and the edit to make.

    SORT is events, accounts (one paragraph told under two events), people (one person under two spellings) or
    conflicts (between accounts); without SORT, all of these. Likeness is not identity: read both, and decide. Nothing
    is ever changed.
    """
    from timeline.cli.reading import read, report
    from timeline.cli.waiting import waiting
    from timeline.cli.writing import write_out
    from timeline.likeness import suggestions
    from timeline.load import located
    from timeline.problems import Problem
    from timeline.show.suggested import as_json, render

    found = read(data)
    with waiting("Comparing what may be one"):
        likest = suggestions(found.timeline, sorts)
        shown = likest if form == "json" else likest[:limit]
        places = located(Problem("here", "", place) for one in shown for place in one.places)
    where = {problem.pointer: problem.location for problem in places if problem.pointer and problem.location}
    if form == "json":
        write_out([as_json(likest, where) + "\n"])
    else:
        print_lines((("", line),) for line in render(likest, limit, where, found.corpus, width()))
    return report(found, corpus_is_said=form == "text")
