"""What `timeline --help` and `timeline --version` print, laid out as click does, which takes longer to import.

A test holds both against click's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline import __version__
from timeline.cli import ABOUT, COMMANDS, DONE, HELP, MOST_WIDE, PROGRAM
from timeline.cli.printing import print_texts, width
from timeline.show.lines import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LEAST_WIDE = 50
_INDENT, _BETWEEN = 2, 2
_OPTIONS = {"--version": "Show the version and exit.", ", ".join(HELP): "Show this message and exit."}


def run(arguments: Sequence[str]) -> int | None:
    """Print what was asked for, and return the exit code; None where that is for click to read."""
    if len(arguments) != 1 or arguments[0] not in ("--version", *HELP):
        return None
    print_texts([f"{PROGRAM}, version {__version__}"] if arguments[0] == "--version" else help_lines(width()))
    return DONE


def help_lines(columns: int) -> Iterator[str]:
    """Yield the help, for a terminal of so many columns."""
    room = max(min(columns, MOST_WIDE) - 2, _LEAST_WIDE)
    yield f"Usage: {PROGRAM} [OPTIONS] COMMAND [ARGS]..."
    for paragraph in ABOUT.split("\n\n"):
        yield ""
        yield from wrapped(" ".join(paragraph.split()), room, " " * _INDENT, " " * _INDENT)
    yield from _section("Options", _OPTIONS, room)
    yield from _section("Commands", {name: command.help for name, command in COMMANDS.items()}, room)


def _section(heading: str, told: Mapping[str, str], room: int) -> Iterator[str]:
    yield ""
    yield f"{heading}:"
    column = _INDENT + max(map(len, told)) + _BETWEEN
    for name, text in told.items():
        head = f"{'':{_INDENT}}{name}".ljust(column)
        yield from wrapped(text, room, head, " " * column)
