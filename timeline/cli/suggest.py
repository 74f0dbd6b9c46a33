"""`timeline suggest`."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import click

from timeline.cli.options import data_option
from timeline.cli.printing import print_texts, width
from timeline.cli.reading import CouldNotRunError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from timeline.likeness import Suggestion
    from timeline.model import Timeline

_SORTS = ("events", "accounts", "people", "conflicts")
_OF_SPLINK = ("events", "people")
_BACKENDS = ("duckdb", "spark")


@click.command()
@click.argument("sorts", nargs=-1, type=click.Choice(_SORTS), metavar="[SORT]...")
@data_option
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most so many."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--with", "by", type=click.Choice(["splink"]), help="Compare events and people by Splink.")
@click.option("--backend", type=click.Choice(_BACKENDS), help="Where Splink works: DuckDB, the default, or Spark.")
@click.option("--spark-master", metavar="URL", default="", help="Spark's master, if it is not to work here alone.")
def suggest(
    sorts: tuple[str, ...], data: tuple[Path, ...], limit: int, form: str, by: str | None, **how: str | None
) -> int:
    """List what looks alike and may be one, with reasons and the edit to make.

    SORT is events, accounts (one paragraph told under two events), people (one person under two spellings) or
    conflicts (between accounts); without SORT, all of these. Likeness is not identity: read both, and decide. Nothing
    is ever changed.

    With Splink, for corpora of millions, events and people are ranked by their match probability. It works on this
    machine, unless --spark-master names another.

    \b
    timeline suggest people
    timeline suggest --with splink
    timeline suggest events --with splink --backend spark
    """  # noqa: D301 - click reads the backspace
    from timeline.cli.reading import read, report
    from timeline.cli.waiting import waiting
    from timeline.cli.writing import write_out
    from timeline.load import located
    from timeline.problems import Problem
    from timeline.show.suggested import as_json, render

    compare = _comparison(sorts, by, **how)
    found = read(data)
    with waiting("Comparing what may be one"):
        likest = compare(found.timeline)
        shown = likest if form == "json" else likest[:limit]
        places = located(Problem("here", "", place) for one in shown for place in one.places)
    where = {problem.pointer: problem.location for problem in places if problem.pointer and problem.location}
    if form == "json":
        write_out([as_json(likest, where) + "\n"])
    else:
        print_texts(render(likest, limit, where, found.corpus, width()))
    return report(found, corpus_is_said=form == "text")


def _comparison(
    sorts: tuple[str, ...], by: str | None, *, backend: str | None, spark_master: str | None
) -> Callable[[Timeline], list[Suggestion]]:
    """Return what compares, or refuse, before anything is read, what cannot."""
    from timeline.likeness import suggestions

    if by is None:
        if backend or spark_master:
            message = f"{'--backend' if backend else '--spark-master'} is for --with splink"
            raise click.UsageError(message)
        return lambda timeline: suggestions(timeline, sorts)
    if others := [sort for sort in sorts if sort not in _OF_SPLINK]:
        message = f"Splink compares events and people; leave out --with for {' and '.join(others)}"
        raise click.UsageError(message)
    if spark_master and backend != "spark":
        raise click.UsageError("--spark-master is for --backend spark")
    _refuse(backend or "duckdb")
    from timeline.likeness import beyond

    return lambda timeline: beyond.suggestions(timeline, sorts, backend or "duckdb", spark_master or "")


def _refuse(backend: str) -> None:
    """Refuse to begin where something is not installed."""
    from importlib.util import find_spec

    extra, modules = ("spark", ("splink", "pyspark")) if backend == "spark" else ("splink", ("splink",))
    if any(find_spec(module) is None for module in modules):
        message = (
            f"this needs a package that is not installed; install it with `pip install 'timeline-evidence[{extra}]'`"
        )
        raise CouldNotRunError(message)
    if backend == "spark" and not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise CouldNotRunError("Spark needs Java, which is not installed (or JAVA_HOME does not say where)")
