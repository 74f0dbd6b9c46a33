"""`timeline diff OLD [NEW]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.options import withheld_option
from timeline.cli.printing import print_texts, width

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.cache import Told


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@withheld_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--exit-code", is_flag=True, help="Exit with 1 when there is a difference.")
def diff(old: str, new: str | None, form: str, exit_code: bool) -> int:  # noqa: FBT001
    """Tell what changed in meaning from OLD to NEW.

    That is: events, dates, claims, conflicts, and what they name. OLD and NEW are states of a corpus: each is a data
    file, a folder of them, or `REV:PATH` for what a git revision holds. Without NEW, it is the corpus that the other
    commands read. Layout, comments and order mean nothing.

    \b
    timeline diff HEAD~1:data/events.yaml data/events.yaml
    timeline diff main:data --exit-code
    """  # noqa: D301 - click reads the backspace
    from contextlib import ExitStack

    from timeline.changes import changes
    from timeline.cli.reading import report
    from timeline.cli.revisions import paths_of
    from timeline.cli.writing import write_out
    from timeline.show.changed import as_json, render

    with ExitStack() as open_until_read:
        named = [(one, [open_until_read.enter_context(paths_of(one))] if one else []) for one in (old, new)]
        (_, first), (_, second) = named
        # Whoever is marked in one state only would be named by the other.
        before, after = (_read(*one, beside) for one, beside in zip(named, (second, first), strict=True))
    found = changes(before.timeline, after.timeline)
    if form == "json":
        write_out([as_json(found) + "\n"])
    else:
        print_texts(render(found, width()))
    faults = [report(one, corpus_is_said=True) for one in (before, after)]
    return max(*faults, 1 if exit_code and found else 0)


def _read(state: str | None, paths: list[Path], beside: list[Path]) -> Told:
    """Read a state; its problems stand in the file that was named, not in a copy of it."""
    from timeline.cli.reading import read

    found = read(paths, beside=beside)
    if state is None:
        return found
    problems = tuple(
        problem._replace(
            location=problem.location
            and problem.location._replace(file=problem.location.file.replace(str(paths[0]), state))
        )
        for problem in found.timeline.problems
    )
    found.amend(found.timeline._replace(problems=problems))
    return found
