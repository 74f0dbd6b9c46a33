"""`timeline verify --sources DIR`."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli.options import data_option


@click.command()
@data_option
@click.option("--sources", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Where the files are.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def verify(data: tuple[Path, ...], sources: Path, form: str) -> int:
    """Hold every citation against your own copies of the documents.

    Each file is the one that was read (SHA-256), each cited paragraph exists, and each quotation and each date as
    stated stands in its paragraph. Exits with 1 when something does not stand.
    """
    from dataclasses import replace

    from timeline.cli.reading import read, report
    from timeline.cli.writing import write_out
    from timeline.load import located
    from timeline.show.verified import FORMATS
    from timeline.verify import verify as hold

    found = read(data)
    verification = hold(found.timeline, sources)
    verification = replace(verification, problems=located(verification.problems))
    write_out(line + "\n" for line in FORMATS[form](verification))
    return max(report(found), 1 if verification.problems else 0)
