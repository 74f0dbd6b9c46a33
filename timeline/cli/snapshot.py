"""`timeline snapshot FILE --source ID`."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli.options import data_option, offers


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@data_option
@click.option("--source", required=True, metavar="ID", shell_complete=offers("sources"), help="Which source it is.")
@click.option(
    "--renew", is_flag=True, help="Record it anew, though another file was recorded: look at its claims again."
)
def snapshot(file: Path, data: tuple[Path, ...], source: str, renew: bool) -> int:  # noqa: FBT001
    """Record in a source's declaration which file it was read from, and its SHA-256.

    FILE is your copy of the document, best within sources/. The SHA-256 is a fingerprint of it: `timeline verify` tells
    by it when the file is no longer the one that was cited. Exits with 1 when another SHA-256 is recorded already, and
    names the claims that need another look; --renew records the new one after that.

    \b
    timeline snapshot sources/gazette.txt --source gazette
    """  # noqa: D301 - click reads the backspace
    from timeline.clean import clean
    from timeline.cli.adding import corpus_to_write
    from timeline.cli.reading import CouldNotRunError
    from timeline.curate.digest import Recorded, recorded

    corpus = corpus_to_write(data)
    try:
        done: Recorded = recorded(corpus, source, file, renew=renew)
    except ValueError as error:
        raise CouldNotRunError(str(error)) from None
    click.echo(clean(done.message), err=done.drifted)
    return 1 if done.drifted else 0
