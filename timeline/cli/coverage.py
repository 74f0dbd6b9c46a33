"""`timeline coverage`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import data_option, filter_options
from timeline.cli.printing import print_lines, width

if TYPE_CHECKING:
    from timeline.model import Selection, Timeline
    from timeline.show.covered import Coverage


@click.command()
@data_option
@filter_options
@click.option(
    "--sources",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Your copies of the documents: also list the dated paragraphs no record cites.",
)
@click.option("--silences", "only_silent", is_flag=True, help="Only events on which a source is silent.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "plain", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to print it.",
)
@click.option("--pager", is_flag=True, help="Page through the output.")
def coverage(
    data: tuple[Path, ...],
    folder: Path | None,
    only_silent: bool,  # noqa: FBT001
    form: str,
    pager: bool,  # noqa: FBT001
    **filters: Any,
) -> int:
    """Show which source tells of which event, who is silent, and which dated paragraphs no record cites.

    A source is silent on an event that it had every occasion to tell: it was published after the event was over, and
    tells of others near it in time, of the same people or theme. That is a question to the document, not a denial.
    The documents themselves are read where --sources says they are.

    \b
    timeline coverage --sources sources
    timeline coverage --theme arrests --silences
    """  # noqa: D301 - click reads the backspace
    from timeline.cli.reading import read, report, say_all, select
    from timeline.cli.writing import write_out
    from timeline.coverage import read_documents
    from timeline.load import located
    from timeline.show import covered

    found = read(data)
    readings, problems = read_documents(found.timeline, folder) if folder is not None else (None, ())
    selection = select(found, filters)
    gathered = _gathered(found.timeline, selection, only_silent=only_silent)._replace(readings=readings)
    if form == "json":
        write_out([covered.render_json(gathered) + "\n"])
    elif form == "csv":
        write_out(covered.render_csv(gathered))
    elif form == "plain":
        write_out(line + "\n" for line in covered.render_plain(gathered, found.corpus))
    else:
        print_lines(covered.render(gathered, width(), found.corpus), pager=pager)
    say_all(located(problems))
    return max(report(found, corpus_is_said=True, remarked=form in {"table", "plain"}), 1 if problems else 0)


def _gathered(timeline: Timeline, selection: Selection, *, only_silent: bool) -> Coverage:
    """Return the matrix of the events that were asked for, by all sources that have claims."""
    from timeline.coverage import silences
    from timeline.show.covered import Coverage

    found = silences(timeline, selection.timeline.events)
    if only_silent:
        silent = {silence.event for silence in found}
        events = tuple(event for event in selection.timeline.events if event.id in silent)
        left_out = selection.left_out + len(selection.timeline.events) - len(events)
        filters = (*selection.filters, "on which a source is silent")
        narrowed = selection.timeline._replace(events=events)
        selection = selection._replace(timeline=narrowed, filters=filters, left_out=left_out)
    telling = {claim.source for event in timeline.events for claim in event.claims}
    sources = tuple(source for source in timeline.sources if source.id in telling)
    return Coverage(selection, sources, None, found)
