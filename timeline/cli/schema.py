"""`timeline schema [OUTPUT]`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("output", required=False, type=click.Path(path_type=Path, allow_dash=True))
def schema(output: Path | None) -> None:
    """Write the JSON Schema of the data files, by which editors complete and check them.

    It goes to OUTPUT, else to standard output. Only a schema that is there is overwritten.
    Name it on the first line of a data file:

    \b
    # yaml-language-server: $schema=timeline.schema.json
    """  # noqa: D301 - click reads the backspace
    from timeline.cli.writing import write_out, write_whole
    from timeline.curate.start import schema_text

    if output is None or str(output) == "-":
        write_out([schema_text()])
    else:
        _refuse_all_but_a_schema(output)
        write_whole(output, [schema_text()])


def _refuse_all_but_a_schema(output: Path) -> None:
    """Refuse to write over a file that is no JSON Schema: a data file, more likely than not."""
    import json

    from timeline.cli.reading import CouldNotRunError

    if not output.is_file():
        return
    try:
        held = json.loads(output.read_bytes())
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict) or "$schema" not in held:
        message = f"{output} is there, and no JSON Schema; name another OUTPUT, or remove it first"
        raise CouldNotRunError(message)
