"""`timeline show`, as click has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.declared import LISTED
from timeline.cli.options import asked_of_click, with_options

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@with_options(LISTED)
def show(data: tuple[Path, ...], form: str | None, pager: bool, **filters: Any) -> int:  # noqa: FBT001
    """Print the chronology.

    Values of one filter are alternatives, and all filters must match. An event that only may lie in the period
    asked for is shown and marked `?`.

    \b
    timeline show --person umarova
    timeline show --year 2018..2020 --theme exile --certain
    """  # noqa: D301 - click reads the backspace
    from timeline.cli import showing

    return showing.show(data, form, filters, asked_of_click(), pager=pager)
