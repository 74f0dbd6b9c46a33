"""The command line: one group, whose commands are imported when they run, and the one place that exits.

Exit codes: 0 done; 1 problems in the data (with `check --strict` also warnings and open conflicts); 2 could not run;
130 interrupted; 141 the reader of the output went away.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import click

from timeline import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

PROGRAM = "timeline"
DONE, PROBLEMS, COULD_NOT_RUN, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141


class Lazy(NamedTuple):
    """A command that is imported when it runs: the module with a function of its name, and its help on one line.

    `function` is what the function is called where a command's name cannot be a function's.
    """

    module: str
    help: str
    function: str = ""


COMMANDS = {
    "show": Lazy("timeline.cli.show", "Print the chronology."),
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


class _LazyGroup(click.Group):
    """A group that imports a command only to run it, or to print its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        lazy = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(lazy.module), lazy.function or cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help) for name, command in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        if incomplete.startswith("-"):
            return click.Command.shell_complete(self, ctx, incomplete)
        from click.shell_completion import CompletionItem

        named = ((name, command.help) for name, command in COMMANDS.items() if name.startswith(incomplete))
        return [CompletionItem(name, help=said) for name, said in named]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from timeline.problems import did_you_mean

            near = did_you_mean(args[0], COMMANDS) or f"; there are {', '.join(COMMANDS)}"
            ctx.fail(f"no command `{args[0]}`{near}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # click would exit with 1 here, which says that there are problems in the data.
            raise _PipeClosedError from error


class _PipeClosedError(Exception):
    """Whoever read the output went away."""


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name=PROGRAM)
def cli() -> None:
    """Reconstruct what happened, and when, from what documents say.

    Without --data (or TIMELINE_DATA, or an events.yaml in this folder or its data/), the commands read the corpus
    that comes with the program. `timeline COMMAND --help` tells about a command.
    """


def main() -> None:
    """Run the command line and exit."""
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code: here, and only here, an exception turns into one."""
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - it lives as long as we do
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a character is shown its code instead
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(list(arguments), prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return COULD_NOT_RUN
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (_PipeClosedError, BrokenPipeError):
        _give_up_output()
        return PIPE_CLOSED
    except OSError as error:
        _give_up_output()
        return _failed(f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error))
    except Exception as error:
        if os.environ.get("TIMELINE_TRACEBACK"):
            raise
        what = f"{type(error).__name__}: {error}"
        return _failed(f"a fault in the program, not in your data: {what} (TIMELINE_TRACEBACK=1 shows where)")
    return code if isinstance(code, int) else DONE


def _failed(message: str) -> int:
    from timeline.clean import clean

    click.echo(f"Error: {clean(message)}", err=True)
    return COULD_NOT_RUN


def _give_up_output() -> None:
    """Lead what cannot be written nowhere, so that the interpreter does not complain of it while it exits."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):  # not a file at all, as in a test
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
