"""`timeline cache path` and `timeline cache clear`."""

from __future__ import annotations

import click


@click.command()
@click.argument("what", type=click.Choice(["path", "clear"]))
def cache(what: str) -> None:
    """Print where timelines are kept between runs, or clear that.

    The cache holds the corpora that were read, but nothing that is withheld from them. --no-cache goes without it
    once, and TIMELINE_NO_CACHE=1 always.

    \b
    timeline cache path
    timeline cache clear
    """  # noqa: D301 - click reads the backspace
    from timeline.cache.folder import clear, folder
    from timeline.clean import clean
    from timeline.cli.reading import CouldNotRunError
    from timeline.names import counted

    try:
        where = folder()
        if what == "path":
            click.echo(clean(str(where)))
        else:
            click.echo(clean(f"Removed {counted(clear(), 'file')} from {where}."))
    except RuntimeError as error:
        message = f"there is no folder for a cache: {error}"
        raise CouldNotRunError(message) from None
    except OSError as error:
        message = f"the cache is left as it is: {error}"
        raise CouldNotRunError(message) from None
