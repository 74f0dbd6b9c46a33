"""`timeline order ONE OTHER`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.options import data_option, offers
from timeline.cli.printing import print_lines, width

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.model import Event, Timeline


@click.command()
@click.argument("one", shell_complete=offers("events"))
@click.argument("other", shell_complete=offers("events"))
@data_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def order(one: str, other: str, data: tuple[Path, ...], form: str) -> int:
    """Say whether one event was before or after another, and why.

    ONE and OTHER are ids, or words of a title that no other title has. The answer is before, after, or either where
    neither the dates nor a chain of claims order the two.
    """
    from timeline.cli.reading import CouldNotRunError, read, report
    from timeline.show import ordering

    found = read(data)
    first, second = _event(found.timeline, one), _event(found.timeline, other)
    if first.id == second.id:
        message = f"`{one}` and `{other}` are the same event, `{first.id}`"
        raise CouldNotRunError(message)
    if form == "json":
        from timeline.cli.writing import write_out

        write_out([ordering.render_json(found.timeline, first, second) + "\n"])
    else:
        print_lines(ordering.render(found.timeline, first, second, width()))
    return report(found)


def _event(timeline: Timeline, words: str) -> Event:
    from timeline.cli.reading import CouldNotRunError
    from timeline.lookup import Titles, not_one_event, places_named

    titles = Titles((event.id, event.title) for event in timeline.events)
    places = places_named(titles, words)
    if len(places) != 1:
        raise CouldNotRunError(not_one_event(titles, words, places).message)
    return timeline.events[places[0]]
