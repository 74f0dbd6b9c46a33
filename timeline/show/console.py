"""The rich console that everything is drawn on: no markup, no emoji codes, nothing highlighted by guess."""

from __future__ import annotations

from typing import IO

from rich.console import Console


def console(file: IO[str] | None = None, width: int | None = None, *, styled: bool | None = None) -> Console:
    """Return a console on `file` (standard output if None), as wide as the terminal says unless `width` is given.

    `styled` forces colour and weight on or off; None leaves it to the terminal, NO_COLOR and their like.
    """
    return Console(
        file=file,
        width=width,
        force_terminal=styled,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
