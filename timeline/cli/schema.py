"""`timeline schema [OUTPUT]`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("output", required=False, type=click.Path(path_type=Path, allow_dash=True))
def schema(output: Path | None) -> None:
    """Write the JSON Schema of the data files, by which editors complete and check them.

    It goes to OUTPUT, which is overwritten, else to standard output. Name it on the first line of a data file:

    \b
    # yaml-language-server: $schema=timeline.schema.json
    """  # noqa: D301 - click reads the backspace
    from timeline.cli.writing import write_out, write_whole
    from timeline.curate.start import schema_text

    if output is None or str(output) == "-":
        write_out([schema_text()])
    else:
        write_whole(output, [schema_text()])
