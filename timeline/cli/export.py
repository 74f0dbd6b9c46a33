"""`timeline export [OUTPUT]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import data_option, filter_options
from timeline.cli.reading import CouldNotRunError
from timeline.export import FORMATS, format_for, missing_extra

if TYPE_CHECKING:
    from timeline.cache import Told

_ROWS = ("claims", "events", "conflicts", "sources", "people", "places", "kinds")


class _WithFormats(click.Command):
    """A command whose help lists the formats."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Formats"):
            formatter.write_dl([(name, _about(name)) for name in sorted(FORMATS)])


def _about(name: str) -> str:
    form = FORMATS[name]
    suffixes = f" ({', '.join(form.suffixes)})" if form.suffixes else ""
    extra = f" Needs {_pip(form.extra[1])}." if form.extra[1] else ""
    return f"{form.about}{suffixes}{extra}"


def _pip(extra: str) -> str:
    return f"`pip install 'timeline-evidence[{extra}]'`"


@click.command(cls=_WithFormats)
@click.argument("output", required=False, type=click.Path(path_type=Path, allow_dash=True))
@data_option
@filter_options
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), help="The format, if not by OUTPUT's suffix.")
@click.option(
    "--rows",
    type=click.Choice(_ROWS),
    help="CSV: a row an event (the default) or a claim; Parquet: a row a claim (the default), or any of these.",
)
@click.option("--bom", is_flag=True, help="CSV: begin with a byte order mark, by which Excel knows UTF-8.")
def export(output: Path | None, data: tuple[Path, ...], form: str | None, **options: Any) -> int:
    """Write the chronology for publication, spreadsheets, scripts, reports, timelines, graphs.

    The format is that of OUTPUT's suffix; where two suffixes fit, the longer one counts. Without OUTPUT, or with `-`,
    it goes to standard output, as JSON unless --format says otherwise. A file is written whole or not at all, and never
    over a data file that is read or a document that it names.

    In CSV an apostrophe stands before whatever a spreadsheet would run as a formula.

    \b
    timeline export page.html
    timeline export events.csv --year 2019
    timeline export claims.csv --rows claims
    timeline export slides.timelinejs.json --theme arrests
    timeline export calendar.ics --year 2019
    timeline export --format jsonl | head -1
    timeline export case.ftm.json --theme arrests
    timeline export report.docx --person umarova
    timeline export corpus.sqlite
    timeline export claims.parquet
    """  # noqa: D301 - click reads the backspace
    from timeline.clean import clean
    from timeline.cli.reading import read, report, select
    from timeline.cli.waiting import waiting
    from timeline.cli.writing import write_out, write_whole
    from timeline.export import caution, pieces
    from timeline.names import counted

    target = None if output is None or str(output) == "-" else output
    name = form or _format_of(target)
    _refuse(name, target)
    only_some = _options(name, options.pop("rows"), bom=options.pop("bom"))
    found = read(data)
    if target is not None:
        _refuse_evidence(target, found)
    selection = select(found, options)
    rendered = pieces(name, selection, **only_some)
    if target is None:
        write_out(rendered)
    else:
        with waiting(clean(f"Writing {target}")):
            write_whole(target, rendered)
        number = counted(len(selection.timeline.events), "event")
        click.echo(clean(f"Wrote {target}: {number}, from {found.corpus}."), err=True)
    said = caution(name, selection, **only_some)
    if said:
        click.echo(clean(said), err=True)
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


def _refuse(name: str, target: Path | None) -> None:
    """Refuse, before anything is read, a format whose extra is missing, and to write bytes to a terminal."""
    extra = missing_extra(name)
    if extra:
        message = f"the format {name} needs a package that is not installed; install it with {_pip(extra)}"
        raise CouldNotRunError(message)
    if target is None and FORMATS[name].binary and is_terminal():
        message = (
            f"{name} is no text for a terminal; name a file, as in: timeline export report{FORMATS[name].suffixes[0]}"
        )
        raise CouldNotRunError(message)


def _refuse_evidence(target: Path, found: Told) -> None:
    """Refuse to write over a data file that was read, or over a file called like a document that a source names."""
    from timeline.cli.writing import refuse_to_overwrite
    from timeline.documents import is_file_of

    refuse_to_overwrite(target, found.files)
    if not target.exists():
        return
    source = next((one for one in found.sources if is_file_of(target, one.file)), None)
    if source is not None:
        message = f"{target} is there, and `{source.id}` was read from a file of that name; name another OUTPUT"
        raise CouldNotRunError(message)


def is_terminal() -> bool:
    """Whether standard output goes to a terminal."""
    return sys.stdout.isatty()


def _options(name: str, rows: str | None, *, bom: bool) -> dict[str, object]:
    """Return the options that only some formats have; with another they are a mistake."""
    if bom and name != "csv":
        message = f"--bom is for CSV; this is {name}"
        raise click.UsageError(message)
    if name == "csv":
        if rows not in {None, "events", "claims"}:
            message = f"--rows {rows} is for parquet; CSV has a row an event or a claim"
            raise click.UsageError(message)
        return {"rows": rows or "events", "bom": bom}
    if name == "parquet":
        return {"rows": rows or "claims"}
    if rows:
        message = f"--rows is for CSV and parquet; this is {name}"
        raise click.UsageError(message)
    return {}
