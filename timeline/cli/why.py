"""`timeline why EVENT`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.options import data_option, offers
from timeline.cli.printing import print_lines, width

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.model import Event, Source, Timeline


@click.command()
@click.argument("event", shell_complete=offers("events", "sources"))
@data_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--pager", is_flag=True, help="Page through the output.")
def why(event: str, data: tuple[Path, ...], form: str, pager: bool) -> int:  # noqa: FBT001
    """Print an event in full: every claim, and how its date was got.

    EVENT is an id, or words of the title that no other title has. Where order and publication narrowed its date, the
    argument is given step by step. The id of a source tells when that was published, and why.
    """
    from timeline.cli.reading import CouldNotRunError, read, report
    from timeline.model import Event
    from timeline.problems import Problem

    found = read(data)
    told = found.account(event)
    if isinstance(told, Problem):
        raise CouldNotRunError(told.message)
    timeline, named = told
    if isinstance(named, Event):
        _print_event(timeline, named, form, pager=pager)
    else:
        _print_source(timeline, named, form, pager=pager)
    return report(found)


def _print_event(timeline: Timeline, event: Event, form: str, *, pager: bool) -> None:
    if form == "json":
        from timeline.cli.writing import write_out
        from timeline.show.why_json import render as render_json

        write_out([render_json(timeline, event) + "\n"])
    else:
        from timeline.show.why import render

        print_lines(render(timeline, event, width()), pager=pager)


def _print_source(timeline: Timeline, source: Source, form: str, *, pager: bool) -> None:
    from timeline.show.why_source import render, render_json

    if form == "json":
        from timeline.cli.writing import write_out

        write_out([render_json(timeline, source) + "\n"])
    else:
        print_lines(render(timeline, source, width()), pager=pager)
