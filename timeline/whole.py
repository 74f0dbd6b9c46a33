"""Files that are written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import signal
import stat
import tempfile
import threading
from contextlib import contextmanager, suppress
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
        try:
            complete.replace(path)
        except PermissionError as error:  # on Windows, while another program has the file open
            message = f"{path} cannot be replaced: {error.strerror}; close it where it is open, or write another file"
            raise NotWritableError(message) from None
    _onto_disk(path.parent)


_NO_LINKS = {errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What file systems say that have no hard links."""


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises FileExistsError when it is, and OSError when it cannot be written."""
    with _beside(path, (text.encode("utf-8"),), _mode_for_new()) as complete:
        try:
            path.hardlink_to(complete)  # unlike a renaming, this never takes another file's place
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            # As on most memory sticks: take the name first, then put the file there.
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
            try:
                complete.replace(path)
            except BaseException:
                path.unlink()
                raise


@contextmanager
def _beside(path: Path, pieces: Iterable[bytes], mode: int) -> Iterator[Path]:
    """Write a file beside `path`, onto the disk, and have it gone afterwards unless it was renamed.

    What another run left there that could not tidy up (it was killed outright) stays: it may still be written to.
    """
    with _gone_when_told_to_end() as gone:
        with _said_of(path), _told_later():
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
            gone.append(Path(name))
        try:
            with _said_of(path), os.fdopen(handle, "wb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(handle)
            Path(name).chmod(mode)
            yield Path(name)
        finally:
            Path(name).unlink(missing_ok=True)


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """Have an error of the system that names no file, or the one beside it, name the one that is to be written."""
    try:
        yield
    except OSError as error:
        if error.filename is None or str(error.filename).endswith(".part"):
            error.filename = str(path)
        raise


_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals by which others end a program; an interrupt is an exception by itself, and cannot be missed."""


@contextmanager
def _gone_when_told_to_end() -> Iterator[list[Path]]:
    """Have the files that are put in the list gone when a signal ends the program, which it then does as ever.

    Signals that are ignored (as under nohup), or that others handle, are left alone, as in threads but the main one.
    """
    gone: list[Path] = []

    def end(number: int, _frame: object) -> None:
        for file in gone:
            with suppress(OSError):
                file.unlink(missing_ok=True)
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    is_main = threading.current_thread() is threading.main_thread()
    heeded = [one for one in _ENDING if is_main and signal.getsignal(one) is signal.SIG_DFL]
    for one in heeded:
        signal.signal(one, end)
    try:
        yield gone
    finally:
        for one in heeded:
            signal.signal(one, signal.SIG_DFL)


@contextmanager
def _told_later() -> Iterator[None]:
    """Have those signals come after the block, where the system can be asked for that."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
