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
    stated stands in its paragraph. Exits with 1 when something does not stand, and when there is nothing to
    hold: that nothing fails is then no proof (in JSON, `passes` is null).
    """
    from dataclasses import replace

    from timeline.cli.options import include_withheld
    from timeline.cli.reading import read, report
    from timeline.cli.writing import write_out
    from timeline.load import located
    from timeline.show.verified import FORMATS
    from timeline.veil import NO_VEIL
    from timeline.verify import verify as hold
    from timeline.withhold import veiled

    found = read(data, whole=True)
    verification = hold(found.timeline, sources)
    veil = NO_VEIL if include_withheld() else found.timeline.veil
    verification = replace(
        verification,
        problems=veiled(located(verification.problems), veil),
        not_held=tuple(map(veil.text, verification.not_held)),
        is_whole=not found.timeline.has_errors,
    )
    write_out(line + "\n" for line in FORMATS[form](verification))
    report(found)
    return 0 if verification.passes else 1
