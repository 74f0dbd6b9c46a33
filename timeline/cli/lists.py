"""`timeline people`, `timeline places` and `timeline sources`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.options import data_option
from timeline.cli.printing import print_lines, width

if TYPE_CHECKING:
    from pathlib import Path

_format_option = click.option(
    "--format", "form", type=click.Choice(["table", "plain", "json"]), default="table", show_default=True
)


@click.command()
@data_option
@_format_option
def people(data: tuple[Path, ...], form: str) -> int:
    """List the people and groups, with their events.

    With every spelling, the role, how many events name them and from when to when, and how many claims are according
    to them.
    """
    return _list("people", data, form)


@click.command()
@data_option
@_format_option
def places(data: tuple[Path, ...], form: str) -> int:
    """List the places, with their events."""
    return _list("places", data, form)


@click.command()
@data_option
@_format_option
def sources(data: tuple[Path, ...], form: str) -> int:
    """List the documents, with the paragraphs that are cited.

    A document that derives from another is not an origin of its own.
    """
    return _list("sources", data, form)


def _list(name: str, data: tuple[Path, ...], form: str) -> int:
    from timeline.cli.reading import read, report
    from timeline.show import lists

    found = read(data)
    listing = {"people": lists.people, "places": lists.places, "sources": lists.sources}[name](found.timeline)
    if form == "json":
        from timeline.cli.writing import write_out

        write_out([lists.as_json(listing) + "\n"])
    elif form == "plain":
        click.echo("\n".join(lists.plain(listing)))
    else:
        print_lines(lists.table(listing, width()))
    return report(found)
