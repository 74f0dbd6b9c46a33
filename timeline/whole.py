"""Files that are written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class NotWritableError(Exception):
    """A path where nothing is to be written; the message says why, and what to do."""


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file: a new one beside it, which takes its place once it is complete.

    An existing file keeps its permissions. What is no plain file is refused, a symbolic link too: what it leads to
    need not be what was meant to be overwritten. Raises NotWritableError, and OSError when it cannot be written.
    """
    with _beside(path, pieces, _mode_for(path)) as complete:
        complete.replace(path)
    _onto_disk(path.parent)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises FileExistsError when it is, and OSError when it cannot be written."""
    with _beside(path, (text.encode("utf-8"),), _mode_for_new()) as complete:
        path.hardlink_to(complete)  # unlike a renaming, this never takes another file's place


@contextmanager
def _beside(path: Path, pieces: Iterable[bytes], mode: int) -> Iterator[Path]:
    """Write a file beside `path`, onto the disk, and have it gone afterwards unless it was renamed."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(handle)
        Path(name).chmod(mode)
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _onto_disk(folder: Path) -> None:
    """Have the disk know of a renaming, where the system can be asked for that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError:  # some network folders cannot
            pass
        finally:
            os.close(handle)


def _mode_for(path: Path) -> int:
    """Return the permissions that the file is to have: those it has, else those of any new file."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        if not path.parent.is_dir():
            message = f"no folder {path.parent} to write {path.name} in"
            raise NotWritableError(message) from None
        return _mode_for_new()
    if stat.S_ISLNK(found.st_mode):
        message = f"{path} is a symbolic link; name the file itself"
        raise NotWritableError(message)
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "not a plain file"
        message = f"{path} is {what}; leave OUTPUT out to write to standard output"
        raise NotWritableError(message)
    return stat.S_IMODE(found.st_mode)


def _mode_for_new() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
