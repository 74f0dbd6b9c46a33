"""What `timeline show` does, without click: a plain command line needs none."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Any

from timeline.cli.asked import Asked, PeriodError, asked, query
from timeline.cli.declared import LISTED
from timeline.cli.plainly import plainly
from timeline.cli.printing import page, print_lines, print_texts, styles_show, width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from timeline.listing import Listing


def run(words: Sequence[str]) -> int | None:
    """Run the command and return its exit code, None where what follows its name is for click to read."""
    values = plainly(words, LISTED)
    if values is None:
        return None
    try:
        query(values)
    except PeriodError:  # which click tells with how the command is used
        return None
    told = asked(no_cache=values["no_cache"], include_withheld=values["include_withheld"])
    return show(values["data"], values["form"], values, told, pager=values["pager"])


_MANY = 500
"""A list of more events than this is read by scripts, or searched, where no terminal shows it."""


def show(data: Sequence[Path], form: str | None, filters: Mapping[str, Any], told: Asked, *, pager: bool) -> int:
    """Print the chronology and return the exit code; without a `form` as suits what it goes to."""
    from timeline.cli.reading import listing, read, report, select

    found = read(data, asked=told)
    footed = form in {None, "table", "plain"}
    if form is None or footed:
        _print(listing(found, filters), form, found.corpus, pager=pager)
    else:
        from timeline.cli.writing import write_out
        from timeline.export import render

        gc.enable()  # which start-up does without
        pieces = render(form, select(found, filters))
        page(pieces) if pager else write_out(pieces)
    return report(found, corpus_is_said=footed, remarked=footed)


def _print(listed: Listing, form: str | None, corpus: str, *, pager: bool) -> None:
    if form == "plain" or (form is None and len(listed.entries) > _MANY and not sys.stdout.isatty()):
        from timeline.show import plain

        print_texts(plain.render(listed, corpus), pager=pager)
        return
    from timeline.show import table

    if styles_show():
        print_lines(table.render(listed, corpus, width()), pager=pager)
    else:
        print_texts(table.render_texts(listed, corpus, width()), pager=pager)
