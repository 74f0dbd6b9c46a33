"""Writing to a data file that others may be writing to: nothing of theirs is lost, and nothing stands half written."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from timeline.whole import NotWritableError, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PATIENCE = 10.0  # seconds
_ATTEMPTS = 20


class ChangedError(Exception):
    """A file is no longer what was read."""


def rewrite(path: Path, change: Callable[[bytes], bytes | None]) -> bool:
    """Change a file: `change` is given what it holds and returns what it shall hold, or None to leave it.

    Returns whether it was changed. When somebody else writes to it meanwhile, `change` is asked again, of what they
    wrote. Raises NotWritableError, and OSError when it cannot be read or written.
    """
    for _ in range(_ATTEMPTS):
        before = path.read_bytes()
        after = change(before)
        if after is None or after == before:
            return False
        with suppress(ChangedError):
            replace(path, before, after)
            return True
    message = f"{path} is being changed by another program all the time; nothing was written"
    raise NotWritableError(message)


def replace(path: Path, before: bytes, after: bytes) -> None:
    """Put `after` in the place of `before`, whole or not at all; raises ChangedError if that is not what stands there.

    Of two that run at once, one waits: for what remains between looking and writing, others are kept out by a lock on
    the folder, which programs that know nothing of it do not heed.
    """
    with _alone(path.parent):
        if path.read_bytes() != before:
            raise ChangedError
        write_whole(path, (after,))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock on a folder, which the system takes back when the process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows, which has no such locks
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    message = f"another run of timeline is writing in {folder}; try again when it is done"
                    raise NotWritableError(message) from None
                time.sleep(0.02)
        yield
    finally:
        os.close(handle)
