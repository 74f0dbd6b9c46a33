"""Word of what takes long: one line on a terminal, rewritten while the work goes on, and gone when it is done."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from threading import Event

_AFTER, _EVERY = 1.0, 0.2


@contextmanager
def waiting(doing: str) -> Iterator[Callable[[str], None]]:
    """Say on standard error what is being done, once the block has taken a second; nothing where it is no terminal.

    Whoever is in the block says by what this yields that something else is being done now.
    """
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield _unheard
        return
    from threading import Event, Thread

    said, done = [doing], Event()
    teller = Thread(target=_tell, args=(said, done), daemon=True)
    teller.start()
    try:
        yield said.append
    finally:
        done.set()
        teller.join()


def _unheard(_doing: str) -> None:
    """Nobody is at a terminal to be told."""


def _tell(said: list[str], done: Event) -> None:
    from shutil import get_terminal_size
    from time import monotonic

    begun = monotonic()
    if done.wait(_AFTER):
        return
    shown = ""
    while not done.is_set():
        line = f"{said[-1]}, {monotonic() - begun:.0f} s"[: get_terminal_size().columns - 1]
        sys.stderr.write(f"{cleared(shown)}{line}")
        sys.stderr.flush()
        shown = line
        done.wait(_EVERY)
    sys.stderr.write(cleared(shown))
    sys.stderr.flush()


def cleared(shown: str) -> str:
    """Return what takes a line away again: blanks, since not every console of Windows knows the code for it."""
    from timeline.show.lines import width_of

    return f"\r{' ' * width_of(shown)}\r"
