"""The command line: its commands by name, each imported when it runs, and the one place that exits.

Exit codes: 0 done; 1 problems in the data (with `check --strict` also warnings and open conflicts); 2 could not run;
130 interrupted; 141 the reader of the output went away.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from errno import EINVAL
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM = "timeline"
COMPLETING = f"_{PROGRAM.upper()}_COMPLETE"
"""Where a shell says in the environment that it asks how to complete a command line."""

ABOUT = """Reconstruct what happened, and when, from what documents say.

Without --data (or TIMELINE_DATA, or an events.yaml in this folder or its data/), the commands read the corpus
that comes with the program. `timeline COMMAND --help` tells about a command."""
HELP = ("-h", "--help")
MOST_WIDE = 100
"""What asks for help, and in how many columns it is told at most."""

DONE, PROBLEMS, COULD_NOT_RUN, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141


class Lazy(NamedTuple):
    """A command that is imported when it runs: the module with a function of its name, and its help on one line.

    `function` is what the function is called where a command's name cannot be a function's. `plain` is the module that
    runs the command where what follows its name is read plainly (see `timeline.cli.plainly`), which spares click.
    """

    module: str
    help: str
    function: str = ""
    plain: str = ""


COMMANDS = {
    "show": Lazy("timeline.cli.show", "Print the chronology.", plain="timeline.cli.showing"),
    "why": Lazy("timeline.cli.why", "Print an event in full: every claim, and how its date was got."),
    "order": Lazy("timeline.cli.order", "Say whether one event was before or after another, and why."),
    "gaps": Lazy("timeline.cli.gaps", "List the stretches about which nothing is known, the longest first."),
    "chart": Lazy("timeline.cli.chart", "Draw the events over an axis of time."),
    "conflicts": Lazy("timeline.cli.conflicts", "List where accounts differ, the open conflicts first."),
    "people": Lazy("timeline.cli.lists", "List the people and groups, with their events."),
    "places": Lazy("timeline.cli.lists", "List the places, with their events."),
    "sources": Lazy("timeline.cli.lists", "List the documents, with the paragraphs that are cited."),
    "export": Lazy(
        "timeline.cli.export",
        "Write the chronology for publication, spreadsheets, scripts, reports, timelines, graphs.",
    ),
    "init": Lazy(
        "timeline.cli.init", "Begin a new corpus: a data file with commented examples, and a folder for documents."
    ),
    "add": Lazy(
        "timeline.cli.add", "Add records to a data file: asks for what is not given, shows each, and writes it."
    ),
    "snapshot": Lazy(
        "timeline.cli.snapshot", "Record in a source's declaration which file it was read from, and its SHA-256."
    ),
    "fmt": Lazy("timeline.cli.fmt", "Lay out data files in the one canonical way, with every comment kept."),
    "schema": Lazy(
        "timeline.cli.schema", "Write the JSON Schema of the data files, by which editors complete and check them."
    ),
    "import": Lazy(
        "timeline.cli.import_", "Read a spreadsheet (CSV) of claims, or one of TimelineJS, into records.", "import_"
    ),
    "check": Lazy("timeline.cli.check", "Check the data files, and list every problem with its place."),
    "read": Lazy(
        "timeline.cli.read", "Print a document with its paragraphs numbered, its dates read, and what cites it."
    ),
    "coverage": Lazy(
        "timeline.cli.coverage",
        "Show which source tells of which event, who is silent, and which dated paragraphs no record cites.",
    ),
    "verify": Lazy("timeline.cli.verify", "Hold every citation against your own copies of the documents."),
    "suggest": Lazy("timeline.cli.suggest", "List what looks alike and may be one, with reasons and the edit to make."),
    "diff": Lazy("timeline.cli.diff", "Tell what changed in meaning from OLD to NEW."),
    "cache": Lazy("timeline.cli.cache", "Print where timelines are kept between runs, or clear that."),
    "completion": Lazy("timeline.cli.completion", "Print what makes a shell complete commands, options and ids."),
    "date": Lazy("timeline.cli.date", "Explain a stated date: what EXPRESSION means, written on a day."),
}
"""The commands by name. A test holds each help against the command's own docstring."""


class PipeClosedError(Exception):
    """Whoever read the output went away."""


def main() -> None:
    """Run the command line and exit."""
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code: here, and only here, an exception turns into one."""
    _make_streams_ready()
    try:
        code = _run(list(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except (PipeClosedError, BrokenPipeError):
        _give_up_output()
        return PIPE_CLOSED
    except OSError as error:
        _give_up_output()
        return _refused_by_system(error)
    except Exception as error:
        told = _told(error)
        if told is not None:
            return told
        if os.environ.get("TIMELINE_TRACEBACK"):
            raise
        what = f"{type(error).__name__}: {error}"
        return _failed(f"a fault in the program, not in your data: {what} (TIMELINE_TRACEBACK=1 shows where)")
    return code if isinstance(code, int) else DONE


def _make_streams_ready() -> None:
    """Have every character written: as its code where a terminal cannot show it.

    To a file and a pipe Windows would have only the characters of one region written; they are in UTF-8, as elsewhere,
    unless PYTHONIOENCODING asks for something else.
    """
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - it lives as long as we do
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            regional = sys.platform == "win32" and not stream.isatty() and "PYTHONIOENCODING" not in os.environ
            stream.reconfigure(encoding="utf-8" if regional else None, errors="backslashreplace")


def _run(arguments: list[str]) -> object:
    """Run a command line: read plainly where its command can be and it is plain, else by click."""
    if arguments and COMPLETING not in os.environ:
        from importlib import import_module

        command = COMMANDS.get(arguments[0])
        plain = "timeline.cli.helping" if command is None else command.plain
        code = import_module(plain).run(arguments if command is None else arguments[1:]) if plain else None
        if code is not None:
            return int(code)
    from timeline.cli.group import cli

    return cli.main(arguments, prog_name=PROGRAM, standalone_mode=False)


def _told(error: Exception) -> int | None:
    """Return the exit code of an error that says by itself why the command could not run, None for any other."""
    import click

    from timeline.cli.reading import CouldNotRunError

    if isinstance(error, CouldNotRunError | click.ClickException):
        error.show()
        return COULD_NOT_RUN
    return INTERRUPTED if isinstance(error, click.Abort) else None


def _refused_by_system(error: OSError) -> int:
    if error.filename:
        return _failed(f"{error.filename}: {error.strerror}")
    if sys.platform == "win32" and error.errno == EINVAL:  # what it says of a closed pipe
        return PIPE_CLOSED
    if isinstance(error, FileNotFoundError):  # the one file that is never named
        return _failed("the folder that this runs in is no longer there; go to another one")
    return _failed(error.strerror or str(error))


def _failed(message: str) -> int:
    from timeline.clean import clean
    from timeline.cli.printing import say

    say(f"Error: {clean(message)}")
    return COULD_NOT_RUN


def _give_up_output() -> None:
    """Lead what cannot be written nowhere, so that the interpreter does not complain of it while it exits."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):  # not a file at all, as in a test
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
