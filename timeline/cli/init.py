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
    click.echo("\nNext:")
    width = max(len(command) for command, _ in STEPS) + 2
    inside = "" if folder == Path() else f"cd {folder}"
    for command, what in ((inside, ""), *STEPS):
        if command:
            click.echo(f"  {clean(command):{width}}{what}".rstrip())


STEPS = (
    ("cp DOCUMENT.txt sources/", "keep a copy, as plain text"),
    ("timeline read sources/DOCUMENT.txt", "its paragraphs numbered, its dates read"),
    ("timeline add", "add records: it asks for what it needs"),
    ("timeline check", "every problem, with its place"),
    ("timeline show", "the chronology"),
    ("timeline verify --sources sources", "hold each citation against your copies"),
    ("timeline snapshot FILE --source ID", "name a source's copy, where `add` has not"),
)
