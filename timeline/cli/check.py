"""`timeline check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.options import data_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@data_option
@click.option("--strict", is_flag=True, help="Fail on warnings and on open conflicts too.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(data: tuple[Path, ...], strict: bool, form: str) -> int:  # noqa: FBT001
    """Check the data files, and list every problem with its place.

    Exits with 1 when there are errors; --strict also lists open conflicts, and fails on them and on warnings. The
    format `github` annotates a pull request.
    """
    from timeline.cli.reading import read, say_withheld
    from timeline.cli.writing import write_out
    from timeline.show.checked import FORMATS, fails

    found = read(data, thoroughly=True)
    write_out(line + "\n" for line in FORMATS[form](found.timeline, found.corpus, strict))
    say_withheld(found.timeline)
    return 1 if fails(found.timeline, strict=strict) else 0
