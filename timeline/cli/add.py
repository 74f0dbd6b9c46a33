"""`timeline add`: a record, asked for or given by options, put into its data file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import data_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.curate.draft import Draft

_OPTIONS = (
    click.option("--source", metavar="ID", help="The document that tells it."),
    click.option("--paragraph", metavar="N", help="The paragraph that tells it, counted from 1."),
    click.option("--event", metavar="ID", help="The event it tells of; a new one with --title and --kind."),
    click.option("--says", metavar="TEXT", help="What the paragraph says of it, in your words."),
    click.option(
        "--date", metavar="DATE", help="When (with --end: when it began), as the document states it, or EDTF."
    ),
    click.option("--end", metavar="DATE", help="When it ended."),
    click.option("--lasts", metavar="LENGTH", help="How long it lasted."),
    click.option(
        "--after",
        multiple=True,
        metavar="EVENT",
        help="It began after this one; with how long, as `hearing, by a week` or `hearing, within 3 days`. Repeatable.",
    ),
    click.option("--before", multiple=True, metavar="EVENT", help="It was over before this one. Repeatable."),
    click.option("--during", multiple=True, metavar="EVENT", help="While this one lasted. Repeatable."),
    click.option(
        "--person", "people", multiple=True, metavar="WHO", help="Who it is about, by id or name. Repeatable."
    ),
    click.option("--place", metavar="PLACE", help="Where, by id or name."),
    click.option("--according-to", metavar="WHO", help="Who says so, if not the document itself."),
    click.option("--stance", metavar="STANCE", help="asserts (the default) or denies."),
    click.option("--certainty", metavar="WORDS", help="The document's own hedge."),
    click.option("--quote", metavar="WORDS", help="A few words that stand verbatim in the paragraph."),
    click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help="A particular. Repeatable."),
    click.option("--upcoming", is_flag=True, help="The document tells of it as still to come."),
    click.option("--note", metavar="TEXT", help="Whatever the next curator should know."),
    click.option("--title", metavar="TEXT", help="Of a new event: what happened."),
    click.option("--kind", metavar="ID", help="Of a new event: its kind; a new one with --kind-title and --theme."),
    click.option("--kind-title", metavar="TEXT", help="Of a new kind: what such events are called."),
    click.option("--theme", metavar="WORD", help="Of a new kind: its theme."),
    click.option("--publisher", metavar="NAME", help="Of a new source: who published it (with --source-title)."),
    click.option("--source-title", metavar="TEXT", help="Of a new source: its title."),
    click.option("--published", metavar="DATE", help="Of a new source: when, as EDTF."),
    click.option("--language", metavar="CODE", help="Of a new source: what its dates are stated in, en or ru."),
    click.option("--derives-from", metavar="ID", help="Of a new source: the one that it repeats."),
    click.option("--new-person", "new_people", multiple=True, metavar="ID=NAME", help="Declare a person. Repeatable."),
    click.option("--new-place", "new_places", multiple=True, metavar="ID=NAME", help="Declare a place. Repeatable."),
)
_NEEDED = ("source", "paragraph", "event", "says")


def _add_options(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


@click.command()
@data_option
@_add_options
@click.option("--into", type=click.Path(path_type=Path), metavar="FILE", help="The data file to write to, of several.")
@click.option("--yes", is_flag=True, help="Write without asking.")
def add(data: tuple[Path, ...], into: Path | None, yes: bool, **given: Any) -> int:  # noqa: FBT001
    """Add records to a data file: asks for what is not given, shows each, and writes it.

    A record is one document's account of one event. Where your copy of the document is in sources/, its paragraph is
    shown while you answer, and the dates in it are offered. What is wrong with an answer is told at once; `<` goes back
    to the question before. Nothing that `timeline check` would refuse is written. The record goes after the last one of
    its event, else of its source; everything else in the file stays as it is, byte for byte.

    With --source, --paragraph, --event, --says and --yes it asks nothing, for scripts.

    \b
    timeline add
    timeline add --source gazette --paragraph 4 --event arrest-2019 --says "Police took her." --yes
    """  # noqa: D301 - click reads the backspace
    from timeline.cli.adding import confirmed, corpus_to_write, drafted, sitting, write
    from timeline.cli.asking import BackError

    corpus = corpus_to_write(data)
    at_terminal = sys.stdin is not None and sys.stdin.isatty()
    missing = [f"--{name}" for name in _NEEDED if not given[name]]
    if not at_terminal:
        missing += [] if yes else ["--yes"]
        if missing:
            message = f"there is nobody to ask here, and not given: {', '.join(missing)}"
            raise click.UsageError(message)
    draft: Draft = drafted(corpus, given)
    if missing:
        return sitting(data, corpus, draft, into, sure=yes)
    try:
        return write(corpus, draft, into, None if yes else confirmed)
    except BackError:
        click.echo("Nothing was written.")
        return 0
