"""`timeline init [DIR]`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path), default=Path(), metavar="[DIR]")
def init(folder: Path) -> None:
    """Begin a new corpus: a data file with commented examples, and a folder for documents.

    It is written into DIR, else into the working folder: events.yaml, timeline.schema.json, by which editors complete
    and check it, and sources/ for your copies of the documents, which version control leaves out. Nothing that is
    there is overwritten.
    """
    from timeline.clean import clean
    from timeline.cli.reading import CouldNotRunError
    from timeline.curate.start import new_corpus
    from timeline.whole import NotWritableError

    try:
        written = new_corpus(folder)
    except NotWritableError as error:
        raise CouldNotRunError(str(error)) from None
    for path in written:
        click.echo(clean(f"Wrote {path}"))
    where = "" if folder == Path() else f"In {folder}, next: "
    click.echo(clean(f"{where or 'Next: '}put your copies of the documents into sources/, then"))
    for command, what in STEPS:
        click.echo(f"  {command:16}{what}")


STEPS = (
    ("timeline read", "print a document with its paragraphs numbered and its dates read"),
    ("timeline add", "add a record: it asks for what it needs"),
    ("timeline check", "check the data file, and list every problem with its place"),
    ("timeline show", "print the chronology"),
)
