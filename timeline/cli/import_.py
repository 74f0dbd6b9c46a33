"""`timeline import FILE [OUTPUT]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, cast

import click

from timeline.cli.options import data_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.intake.reading import Intake
    from timeline.intake.taken import Fields
    from timeline.load import Corpus
    from timeline.veil import Veil

_LARGE = 2**26
_PIECE = 2**20
_OFTEN = 20_000


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("output", required=False, type=click.Path(path_type=Path, allow_dash=True))
@data_option
@click.option("--source", default="", metavar="ID", help="The document that rows without a source cite.")
@click.option("--publisher", default="", metavar="NAME", help="Of that document: who published it.")
@click.option("--title", default="", metavar="TEXT", help="Of that document: its title.")
@click.option("--published", default="", metavar="DATE", help="Of that document: when it was published, as EDTF.")
@click.option("--encoding", metavar="NAME", help="What FILE is in, if not UTF-8: windows-1252, for example.")
@click.option("--force", is_flag=True, help="Overwrite OUTPUT if it is there.")
def import_(  # noqa: PLR0913 - a parameter an option
    file: Path,
    output: Path | None,
    data: tuple[Path, ...],
    *,
    source: str,
    publisher: str,
    title: str,
    published: str,
    encoding: str | None,
    force: bool,
) -> int:
    """Read a spreadsheet (CSV) of claims, or one of TimelineJS, into records.

    The columns are those that `timeline export claims.csv --rows claims` writes, or some of them: at least an event,
    a source, `paragraph` and `says`; or those of TimelineJS's template, whose rows all cite one document (--source,
    --publisher). The data file goes to OUTPUT, or to standard output. If a row cannot be taken in, every problem is
    listed by row and column, and nothing is written. With --data, what that corpus holds is not written again.

    \b
    timeline import claims.csv events.yaml
    timeline import slides.csv slides.yaml --publisher "Harbour Gazette" --published 2019-03-14
    """  # noqa: D301 - click reads the backspace
    from timeline.clean import clean
    from timeline.cli.reading import CouldNotRunError, say_all
    from timeline.cli.writing import refuse_to_overwrite, write_out, write_whole
    from timeline.curate.data_file import data_file, record_text
    from timeline.intake.reading import read
    from timeline.intake.taken import Options
    from timeline.withhold import veiled

    target = None if output is None or str(output) == "-" else output
    if target is not None and target.exists() and not force:
        message = f"{target} is there already; name another file, or overwrite it by --force"
        raise CouldNotRunError(message)
    named = "" if str(file) == "-" else file.stem
    options = Options(source, publisher, title, _edtf(published), named or "Spreadsheet")
    (corpus, veil), codec = _corpus(data), _codec(encoding)
    if target is not None:
        refuse_to_overwrite(target, (file, *(corpus.files if corpus else ())))
    with _kept_for_later() as records:
        with click.open_file(str(file), "rb") as content:
            taken = read(
                cast("BinaryIO", content), "standard input" if str(file) == "-" else str(file), options, corpus, codec
            )
            number = sum(records.write(record_text(fields)) > 0 for fields in _shown(taken.records))
        say_all(veiled(taken.problems, veil))
        if taken.has_errors:
            click.echo("Nothing is written: mend what is wrong first.", err=True)
            return 1
        records.seek(0)
        pieces = data_file(taken.declarations, iter(lambda: records.read(_PIECE), ""), taken.comment)
        if target is None:
            write_out(pieces)
        else:
            write_whole(target, pieces)
            click.echo(clean(f"Wrote {target}: {_summary(taken, number)}."), err=True)
    return 0


def _kept_for_later() -> IO[str]:
    """Return a file without a name, which is on no disk unless it grows large: what it declares is known at the end."""
    import tempfile

    return cast("IO[str]", tempfile.SpooledTemporaryFile(_LARGE, "w+", encoding="utf-8", newline=""))


def _shown(records: Iterator[Fields]) -> Iterator[Fields]:
    """Yield records; who waits at a terminal is told now and then how many there have been."""
    from timeline.cli.waiting import cleared

    shows = sys.stderr is not None and sys.stderr.isatty()
    number, shown = 0, ""
    for number, fields in enumerate(records, 1):
        if shows and number % _OFTEN == 0:
            shown = f"{number:,} records …"
            click.echo(f"\r{shown}", nl=False, err=True)
        yield fields
    if shows and number >= _OFTEN:
        click.echo(cleared(shown), nl=False, err=True)


def _corpus(data: tuple[Path, ...]) -> tuple[Corpus | None, Veil]:
    """Return what is known already, and what covers the withheld of it: only a corpus that is named is read."""
    from timeline.veil import NO_VEIL

    if not data:
        return None, NO_VEIL
    from timeline.cli.options import include_withheld
    from timeline.cli.reading import CouldNotRunError, say_all
    from timeline.load import corpus_files, load, located
    from timeline.withhold import veiled, withhold

    try:
        files, _ = corpus_files(data, {}, Path())
    except FileNotFoundError as error:
        raise CouldNotRunError(str(error)) from None
    corpus, problems = load(files)
    veil = NO_VEIL if include_withheld() else withhold(corpus)[2]
    if problems:
        say_all(veiled(located(problems), veil))
        message = "the corpus of --data has problems; mend them first, so that nothing is taken for new that is not"
        raise CouldNotRunError(message)
    return corpus, veil


def _codec(name: str | None) -> str | None:
    import codecs

    if name is None:
        return None
    try:
        codec = codecs.lookup(name)
        "".encode(name)  # not all codecs are of text
    except (LookupError, ValueError):
        message = f"no encoding `{name}` is known; try utf-8, utf-16, windows-1251, windows-1252"
        raise click.BadParameter(message, param_hint="--encoding") from None
    return codec.name


def _edtf(published: str) -> str:
    from timeline.dates import edtf

    if published:
        try:
            edtf.parse(published)
        except ValueError as error:
            message = f"`{published}` is not an EDTF date: {error}"
            raise click.BadParameter(message, param_hint="--published") from None
    return published


def _summary(taken: Intake, records: int) -> str:
    from timeline.names import counted

    new = [
        counted(len(taken.declarations[section]), one, many)
        for section, one, many in (("events", "event", ""), ("sources", "source", ""), ("people", "person", "people"))
        if taken.declarations[section]
    ]
    warned = [counted(len(taken.problems), "warning")] if taken.problems else []
    known = [f"{counted(taken.repeated, 'record')} left out that the corpus has"] if taken.repeated else []
    return ", ".join([counted(records, "record"), *new]) + "".join(f"; {one}" for one in (*known, *warned))
