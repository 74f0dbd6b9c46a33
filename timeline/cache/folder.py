"""The folder of the cache: where it is, who may write in it, and files that are taken or left as they are.

Nothing here trusts what it finds. A folder or a file that belongs to someone else, that others may write, or that is a
symbolic link is not read and not written: whoever made it could make the program say anything.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAME = "timeline-evidence"
MOST_BYTES = 512 * 2**20
"""So much the folder holds at most, beside the newest entry: those written longest ago go first."""

_MOST_DIGESTS = 100

_SMALL = 4 * 2**20
"""A file up to this size is read as a whole."""

_LEFT_BEHIND = 6 * 3600.0
"""A file that was begun so many seconds ago, and did not get its name, is of a run that was killed."""

_OURS = r"[0-9a-f]{64}\.(?:sqlite|digest)|\.timeline-\w+\.part"
_WRITABLE_BY_OTHERS = 0o022
_PLAINLY = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
"""Follow no link, wait for nobody at the other end of a pipe, change no bytes: as far as the system can."""


class NotTrustedError(OSError):
    """What is there cannot be relied on, and why."""

    def __init__(self, path: str | Path, why: str) -> None:
        super().__init__(f"{path} {why}")


def folder() -> Path:
    """Return the folder of the cache, which need not be there. Raises RuntimeError where no home is known."""
    from pathlib import Path

    return Path(_folder())


def entry(key: str) -> str:
    """Return the path of an entry of the cache, by its key. Raises RuntimeError as `folder` does."""
    return os.path.join(_folder(), f"{key}.sqlite")


def _folder() -> str:
    if sys.platform.startswith(("darwin", "win")):
        import platformdirs

        return str(platformdirs.user_cache_dir(NAME, appauthor=False))
    # As platformdirs does it elsewhere; to import that takes longer than to read a whole timeline from the cache.
    given = os.environ.get("XDG_CACHE_HOME", "").strip()
    if os.path.isabs(given):
        return os.path.join(given, NAME)
    home = os.path.expanduser("~")
    if home.startswith("~"):
        raise RuntimeError("no home is known")
    return os.path.join(home, ".cache", NAME)


def held_in(path: str | Path) -> bytes | Path:
    """Return what a small file of the cache holds, the path of a large one, to be read in parts.

    Raises OSError where it is not there or cannot be relied on.
    """
    _trusted(os.path.dirname(path))
    handle = os.open(path, os.O_RDONLY | _PLAINLY)
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        _owned(about, stat.S_ISREG, path)
        if about.st_size <= _SMALL:
            return file.read()
    from pathlib import Path

    return Path(path)  # which nobody else can put another file at


def write_file(path: Path, fill: Callable[[Path], None], most: int) -> None:
    """Write a file of the cache: a new one beside it takes its place, so that no run ever sees half of one.

    `fill` writes into an empty file; one that then has more than `most` bytes is not kept. Raises OSError where it
    cannot be written.
    """
    import tempfile
    from pathlib import Path

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _trusted(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".timeline-", suffix=".part")  # which nobody else can read
    try:
        os.close(handle)
        fill(Path(name))
        if Path(name).stat().st_size <= most:
            Path(name).replace(path)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    if path.suffix != ".digest":  # one of these takes no room that a timeline should make
        _trim(path.parent, path)


class Cleared(NamedTuple):
    """How many files were removed from the cache, and which are left, each with what stood in the way."""

    removed: int = 0
    left: tuple[tuple[Path, OSError], ...] = ()


def clear() -> Cleared:
    """Remove what the cache holds, as far as that can be done. Raises OSError where the folder cannot be relied on."""
    where = folder()
    if not where.exists() and not where.is_symlink():
        return Cleared()
    _trusted(where)
    removed, left = 0, []
    for path, _ in _entries(where):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            left.append((path, error))
        else:
            removed += 1
    return Cleared(removed, tuple(sorted(left)))


def _trim(where: Path, newest: Path) -> None:
    """Remove what was written longest ago: timelines beyond so many bytes, other files beyond so many.

    What a run that was killed has left behind goes first.
    """
    found = sorted(_entries(where), key=lambda one: (one[0] == newest, one[1].st_mtime_ns), reverse=True)
    total, digests = 0, 0
    long_ago = time.time() - _LEFT_BEHIND
    for path, about in found:
        if path.suffix == ".part" and about.st_mtime < long_ago:
            is_too_much = True
        elif path.suffix == ".digest":
            digests += 1
            is_too_much = digests > _MOST_DIGESTS
        else:
            total += about.st_size
            is_too_much = total > MOST_BYTES and path != newest
        if is_too_much:
            with suppress(OSError):
                path.unlink()


def _entries(where: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for path in list(where.iterdir()):  # which some are removed from meanwhile
        if re.fullmatch(_OURS, path.name):
            with suppress(FileNotFoundError):  # another run may have taken it
                yield path, path.lstat()


def _trusted(where: str | Path) -> None:
    _owned(os.lstat(where), stat.S_ISDIR, where)


def _owned(about: os.stat_result, is_kind: Callable[[int], bool], path: str | Path) -> None:
    """Raise NotTrustedError unless a file or folder is a plain one of ours that nobody else may write."""
    if not is_kind(about.st_mode):
        raise NotTrustedError(path, "is a link or another kind of file than it should be")
    if hasattr(os, "geteuid"):
        if about.st_uid != os.geteuid():
            raise NotTrustedError(path, "belongs to someone else")
        if about.st_mode & _WRITABLE_BY_OTHERS:
            raise NotTrustedError(path, "may be written by others")
