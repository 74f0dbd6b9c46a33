"""What is wrong with the data files: one `Problem`, with a code, and the one formatter that prints it.

A stage never prints and never exits: it returns its result and the problems it met. A stage knows a faulty
value by its `Pointer` (which file, and the keys that lead to the value in it); `timeline.load.located` turns
pointers into lines and columns once there is something to report, so that a clean run never keeps positions.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR = 61
"""So alike, in a hundred, a word must be to be what was meant."""


class Severity(StrEnum):
    """How bad a problem is.

    ERROR: what is named cannot be used as it stands; commands that read the data exit with 1.
    WARNING: it can be used, with a loss that is named (a date that cannot be read stays undated).
    """

    ERROR = "error"
    WARNING = "warning"


class Pointer(NamedTuple):
    """Where a value stands in the data files: a file, and the keys and indexes that lead to it.

    `at_key` is true when the fault lies in the key itself (an unknown field), not in its value.
    """

    file: str
    keys: tuple[str | int, ...] = ()
    at_key: bool = False

    def down(self, *keys: str | int) -> Pointer:
        """Return the pointer to what stands under `keys` here."""
        return Pointer(self.file, (*self.keys, *keys))


class Location(NamedTuple):
    """A place in a text file, as editors count: lines and columns from 1. 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`file:line:column`, or `file` alone for the file as a whole."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Problem(NamedTuple):
    """A fault in the data files.

    `code` is stable and machine-readable ("unknown-event"); `message` says what is wrong and what to do about
    it; `pointer` is set by the stage that found it; `location` once it has been looked up in the file.
    """

    code: str
    message: str
    pointer: Pointer | None = None
    severity: Severity = Severity.ERROR
    location: Location | None = None

    def __str__(self) -> str:
        """Return the problem on one line, in the form editors jump from: `file:line:column: error: …`."""
        where = self.location or (Location(self.pointer.file) if self.pointer else None)
        head = f"{where}: " if where else ""
        return f"{head}{self.severity}: {self.message} [{self.code}]"


def did_you_mean(unknown: str, known: Iterable[str], shown: Iterable[str] | None = None) -> str:
    """Return "; did you mean `x`?" for the nearest of the `known` words, or "" if none is near.

    `shown` gives each of them in the form in which to print it, where that differs from the one compared.
    """
    from rapidfuzz import fuzz, process

    words = list(known)
    near = process.extractOne(unknown, words, scorer=fuzz.ratio, score_cutoff=_NEAR)
    if near is None:
        return ""
    printed = words if shown is None else list(shown)
    return f"; did you mean `{printed[near[2]]}`?"
