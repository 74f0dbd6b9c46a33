"""What every command that reads does before and after: find the data, read it, select, report problems."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any, TypeVar

from timeline.cache import Told
from timeline.clean import clean
from timeline.cli.asked import Asked, PeriodError, query
from timeline.cli.printing import say
from timeline.cli.waiting import waiting
from timeline.names import counted
from timeline.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from timeline.listing import Listing
    from timeline.model import Selection, Timeline
    from timeline.problems import Problem
    from timeline.query import Query
    from timeline.remarks import Head

_Answer = TypeVar("_Answer")


def read(
    data: Sequence[Path],
    *,
    thoroughly: bool = False,
    whole: bool = False,
    beside: Sequence[Path] | None = None,
    asked: Asked | None = None,
) -> Told:
    """Read the corpus: the paths given, else where `timeline.files.corpus_files` finds it.

    `whole` reads what is marked to be withheld too; whoever asks for it covers it again by the timeline's veil.
    What is marked in the data `beside` these, another state of them, is withheld too, and then nothing is
    taken from the cache or kept in it. `asked` is what the command line asks of that, None to ask click.
    """
    from timeline.files import described

    files, where = _files(data)
    others = _files(beside)[0] if beside is not None else ()
    corpus = described(files, where)
    if asked is None:
        from timeline.cli.options import asked_of_click

        asked = asked_of_click()
    including = asked.include_withheld
    told = whole or including

    def built() -> Timeline:
        from pathlib import Path

        from timeline.pipeline import build

        gc.enable()  # which start-up does without
        paths, apart = tuple(map(Path, files)), tuple(map(Path, others))
        with waiting("Reading the data files") as now:
            made = build(paths, thoroughly=thoroughly, include_withheld=told, beside=apart, now=now)
        gc.freeze()  # it stays to the end: the collector need not walk over it
        return made._replace(includes_withheld=including)

    may_keep = asked.may_cache and beside is None and not (thoroughly or told)
    return Told(files, corpus, built, may_keep=may_keep, is_open=including)


def _files(data: Sequence[Path]) -> tuple[Sequence[str | Path], str]:
    from timeline.files import named_files, usual_file

    try:
        found = named_files(data, os.environ)
    except FileNotFoundError as error:
        raise CouldNotRunError(clean(str(error))) from None
    if found is not None:
        return found
    file, where = usual_file()
    return [file], where


class CouldNotRunError(Exception):
    """A reason for which the command could not run, told in a line."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def show(self) -> None:
        """Print the reason."""
        for line in self.message.splitlines():
            say(f"Error: {clean(line)}")


def select(found: Told, filters: Mapping[str, Any]) -> Selection:
    """Return the part that the filters ask for; a value that names nothing is a usage error."""
    return _or_refused(found, *found.select(_query(filters)))


def listing(found: Told, filters: Mapping[str, Any]) -> Listing:
    """Return what the list of the part that the filters ask for is printed from; see `select`."""
    return _or_refused(found, *found.listing(_query(filters)))


def _query(filters: Mapping[str, Any]) -> Query:
    try:
        return query(filters)
    except PeriodError as error:
        from timeline.cli.options import refusal

        raise refusal(error) from None


def _or_refused(found: Told, answer: _Answer, problems: Sequence[Problem]) -> _Answer:
    if problems:
        found.keep()  # the next try begins with what this one read
        raise CouldNotRunError("\n".join(problem.message for problem in problems))
    return answer


def report(found: Told, *, corpus_is_said: bool = False, remarked: bool = False) -> int:
    """Say on standard error what is wrong with the data, and return the exit code that this means.

    Nothing is dropped silently: errors are listed, warnings counted. Someone at a terminal is told which corpus was
    read, unless the output says so itself; and everyone what is withheld, unless the output has `timeline.remarks`.
    """
    problems = found.head.problems
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if not corpus_is_said and sys.stderr is not None and sys.stderr.isatty():
        say(f"Corpus: {clean(found.corpus)}.")
    if not remarked:
        say_withheld(found.head)
    say_all(errors)
    if problems:
        more = "; what cannot be used is left out" if errors else ""
        parts = ((len(errors), "error"), (len(problems) - len(errors), "warning"))
        counts = ", ".join(counted(number, word) for number, word in parts if number)
        say(f"{counts}{more}. `timeline check` lists all.")
    if found.is_new:
        with waiting("Keeping what was read for the next run"):
            found.keep()
    return 1 if errors else 0


def say_withheld(timeline: Timeline | Head) -> None:
    """Say on standard error what is withheld, or that what should be is not."""
    if any(timeline.withheld):
        from timeline.remarks import remark_on_withheld

        say(remark_on_withheld(timeline))


def say_all(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, a line each."""
    for problem in problems:
        say(clean(str(problem)))
