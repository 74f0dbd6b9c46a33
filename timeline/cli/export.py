"""`timeline export [OUTPUT]`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from timeline.cli.options import data_option, filter_options
from timeline.export import FORMATS, format_for


@click.command()
@click.argument("output", required=False, type=click.Path(path_type=Path, allow_dash=True))
@data_option
@filter_options
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), help="The format, if not by OUTPUT's suffix.")
@click.option("--rows", type=click.Choice(["events", "claims"]), help="CSV: a row an event (the default) or a claim.")
@click.option("--bom", is_flag=True, help="CSV: begin with a byte order mark, by which Excel knows UTF-8.")
def export(output: Path | None, data: tuple[Path, ...], form: str | None, **options: Any) -> int:
    """Write the chronology as CSV, JSON, JSON lines or Markdown.

    The format is that of OUTPUT's suffix (.csv, .json, .jsonl, .ndjson, .md, .markdown). Without OUTPUT, or with
    `-`, it goes to standard output, as JSON unless --format says otherwise. A file is written whole or not at all.

    In CSV an apostrophe stands before whatever a spreadsheet would run as a formula.

    \b
    timeline export events.csv --year 2019
    timeline export claims.csv --rows claims
    timeline export --format jsonl | head -1
    """  # noqa: D301 - click reads the backspace
    from timeline.clean import clean
    from timeline.cli.reading import read, report, select
    from timeline.cli.writing import write_out, write_whole
    from timeline.export import render
    from timeline.names import counted

    target = None if output is None or str(output) == "-" else output
    name = form or _format_of(target)
    csv_options = _csv_options(name, options.pop("rows"), bom=options.pop("bom"))
    found = read(data)
    selection = select(found.timeline, options)
    pieces = render(name, selection, **csv_options)
    if target is None:
        write_out(pieces)
    else:
        write_whole(target, pieces)
        number = counted(len(selection.timeline.events), "event")
        click.echo(clean(f"Wrote {target}: {number}, from {found.corpus}."), err=True)
    return report(found, corpus_is_said=target is not None)


def _format_of(target: Path | None) -> str:
    """Return the format that a file's suffix stands for; JSON for standard output."""
    if target is None:
        return "json"
    name = format_for(target)
    if name is None:
        known = ", ".join(suffix for form in FORMATS.values() for suffix in form.suffixes)
        message = f"the suffix of `{target}` names no format ({known}); give one by --format"
        raise click.UsageError(message)
    return name


def _csv_options(name: str, rows: str | None, *, bom: bool) -> dict[str, object]:
    """Return the options that only CSV has; with another format they are a mistake."""
    if name == "csv":
        return {"rows": rows or "events", "bom": bom}
    if rows or bom:
        message = f"{'--rows' if rows else '--bom'} is for CSV; this is {name}"
        raise click.UsageError(message)
    return {}
