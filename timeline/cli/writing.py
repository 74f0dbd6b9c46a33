"""Output: to standard output as UTF-8 bytes, or to a file, whole or not at all."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.cli.reading import CouldNotRunError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write_out(pieces: Iterable[str] | Iterable[bytes]) -> None:
    """Write to standard output; text as UTF-8 whatever the terminal's encoding is, with line ends as they are."""
    sys.stdout.flush()
    out = sys.stdout.buffer
    for piece in pieces:
        out.write(_bytes(piece))
    out.flush()


def write_whole(path: Path, pieces: Iterable[str] | Iterable[bytes]) -> None:
    """Write a file whole or not at all, as `timeline.whole` does. Raises OSError when it cannot be written."""
    from timeline import whole

    try:
        whole.write_whole(path, (_bytes(piece) for piece in pieces))
    except whole.NotWritableError as error:
        raise CouldNotRunError(clean(str(error))) from None


def refuse_to_overwrite(target: Path, read: Iterable[str | Path]) -> None:
    """Refuse to write over what the output is made of: one of the files `read`, whatever link or name it goes by."""
    for file in read:
        with suppress(OSError):  # one of the two is not there
            if target.samefile(file):
                message = f"{target} is a file that this reads; it would be lost, so name another OUTPUT"
                raise CouldNotRunError(message)


def _bytes(piece: str | bytes) -> bytes:
    return piece.encode("utf-8") if isinstance(piece, str) else piece
