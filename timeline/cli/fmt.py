"""`timeline fmt [FILES]`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from timeline.problems import Problem


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; show what would change, and exit with 1.")
def fmt(files: tuple[Path, ...], only_check: bool) -> int:  # noqa: FBT001
    """Lay out data files in the one canonical way, with every comment kept.

    Sections and fields come in their usual order, indented alike, no line longer than need be. Without FILES, it is
    the files that `timeline check` would read. Only the layout changes: every value stays what it is, or the file is
    left alone. A file that is not sound YAML, or uses anchors (&name), is left alone and named; exits with 1 then.

    \b
    timeline fmt
    timeline fmt --check events.yaml
    """  # noqa: D301 - click reads the backspace
    from timeline.clean import clean
    from timeline.cli.reading import CouldNotRunError, say_all
    from timeline.load import located
    from timeline.names import counted
    from timeline.whole import NotWritableError

    changed = 0
    problems: list[Problem] = []
    targets = _files(files)
    for file in targets:
        try:
            changed += _laid_out(file, problems, only_check=only_check)
        except NotWritableError as error:
            raise CouldNotRunError(str(error)) from None
    say_all(located(problems))
    left = len({problem.pointer.file for problem in problems if problem.pointer})
    verb = "would change" if only_check else "changed"
    parts = [f"{counted(changed, 'file')} {verb}", f"{counted(len(targets) - changed - left, 'file')} unchanged"]
    if left:
        parts.append(f"{counted(left, 'file')} left alone")
    click.echo(clean(f"{', '.join(parts)}."), err=True)
    return 1 if problems or (only_check and changed) else 0


def _files(files: tuple[Path, ...]) -> tuple[Path, ...]:
    from timeline.cli.reading import CouldNotRunError
    from timeline.load import corpus_files

    try:
        found, where = corpus_files(files, os.environ, Path())
    except FileNotFoundError as error:
        raise CouldNotRunError(str(error)) from None
    if where == "the bundled corpus":
        raise CouldNotRunError("no data file here; name FILES, or begin a corpus with `timeline init`")
    return found


def _laid_out(file: Path, problems: list[Problem], *, only_check: bool) -> bool:
    """Lay out a file, or only show how; return whether it changes. What stands against it is added to the problems."""
    from timeline.clean import clean
    from timeline.curate.layout import formatted
    from timeline.curate.replacing import rewrite

    found: list[Problem] = []

    def change(content: bytes) -> bytes | None:
        result, found[:] = formatted(content, str(file))
        if only_check and result not in (None, content):
            _show_difference(file, content, result or b"")
        return result

    if only_check:
        before = file.read_bytes()
        changes = change(before) not in (None, before)
    else:
        changes = rewrite(file, change)
        if changes:
            click.echo(clean(f"Laid out {file}"))
    problems += found
    return changes


def _show_difference(file: Path, before: bytes, after: bytes) -> None:
    import difflib

    from timeline.clean import UNSAFE, clean
    from timeline.cli.writing import write_out

    old, new = (content.decode("utf-8-sig").splitlines() for content in (before, after))
    name = clean(str(file))
    lines = list(difflib.unified_diff(old, new, name, name, "now", "canonical", lineterm=""))
    if not lines:
        lines = [f"{name}: only line ends, a byte order mark, or white space at an end of the file"]
    write_out(re.sub(UNSAFE, lambda unsafe: clean(unsafe[0]) or " ", line) + "\n" for line in lines)
