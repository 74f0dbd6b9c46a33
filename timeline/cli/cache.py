"""`timeline cache path` and `timeline cache clear`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.cache.folder import Cleared


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

    try:
        where = folder()
        if what == "path":
            click.echo(clean(str(where)))
        else:
            _say_cleared(where, clear())
    except RuntimeError as error:
        message = f"there is no folder for a cache: {error}"
        raise CouldNotRunError(message) from None
    except OSError as error:
        message = f"the cache is left as it is: {error}"
        raise CouldNotRunError(message) from None


def _say_cleared(where: Path, cleared: Cleared) -> None:
    """Say what was removed. Raises CouldNotRunError with what is left, and why."""
    from timeline.clean import clean
    from timeline.cli.reading import CouldNotRunError
    from timeline.names import counted

    click.echo(clean(f"Removed {counted(cleared.removed, 'file')} from {where}."))
    if cleared.left:
        lines = (f"{path} is left, for it cannot be removed: {error.strerror}" for path, error in cleared.left)
        raise CouldNotRunError("\n".join(map(clean, lines)))
