"""Output: to standard output as UTF-8 bytes, or to a file, whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.reading import CouldNotRunError

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_out(pieces: Iterable[str] | Iterable[bytes]) -> None:
    """Write to standard output; text as UTF-8 whatever the terminal's encoding is, with line ends as they are."""
    sys.stdout.flush()
    out = sys.stdout.buffer
    for piece in pieces:
        out.write(_bytes(piece))
    out.flush()


def write_whole(path: Path, pieces: Iterable[str] | Iterable[bytes]) -> None:
    """Write a file whole or not at all: a new one beside it, which takes its place once it is complete.

    An existing file keeps its permissions. What is no plain file is refused, a symbolic link too: what it leads to
    need not be what was meant to be overwritten. Raises OSError when it cannot be written.
    """
    import tempfile

    mode = _mode_for(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(_bytes(piece))
            file.flush()
            os.fsync(handle)
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _bytes(piece: str | bytes) -> bytes:
    return piece.encode("utf-8") if isinstance(piece, str) else piece


def _mode_for(path: Path) -> int:
    """Return the permissions that the file is to have: those it has, else those of any new file."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        if not path.parent.is_dir():
            message = f"no folder {path.parent} to write {path.name} in"
            raise CouldNotRunError(message) from None
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
    if stat.S_ISLNK(found.st_mode):
        message = f"{path} is a symbolic link; name the file itself"
        raise CouldNotRunError(message)
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "not a plain file"
        message = f"{path} is {what}; leave OUTPUT out to write to standard output"
        raise CouldNotRunError(message)
    return stat.S_IMODE(found.st_mode)
