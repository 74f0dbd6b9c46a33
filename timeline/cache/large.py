"""The digest of a large file, remembered: to read hundreds of megabytes takes longer than most answers from the cache.

It is taken from memory only where the system says that nobody has touched the file since: where its device and number,
its size, and the times of the last change of its content and of what is known of it are the same, to the nanosecond.
The last of them is set by the system itself at every write, renaming or `touch`, and by nobody else (POSIX,
`st_ctime`). Where there is no such time, and of a file that was changed a moment ago, which may be changed again within
what the clock of a file system tells apart, nothing is remembered.
"""

from __future__ import annotations

import os
from contextlib import suppress
from time import time_ns
from typing import TYPE_CHECKING

from timeline.cache.folder import folder, held_in, write_file

if TYPE_CHECKING:
    from pathlib import Path

_A_MOMENT = 5 * 10**9
"""In nanoseconds: file systems with coarse clocks tell times two seconds apart."""


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal. Raises OSError where it cannot be read."""
    with file.open("rb") as held:  # a folder on a network is asked anew what it knows of a file that is opened
        about = _identity(os.fstat(held.fileno()))
        memory = _memory(file)
        with suppress(OSError, RuntimeError, UnicodeDecodeError):
            if about and memory:
                told = held_in(memory)
                known, _, found = (told if isinstance(told, bytes) else b"").decode("ascii").partition("\n")
                if known == about and len(found) == 64:  # noqa: PLR2004
                    return found
        from hashlib import file_digest  # which takes long to load

        found = file_digest(held, "sha256").hexdigest()
        if about and memory and _identity(os.fstat(held.fileno())) == about:
            with suppress(OSError):
                write_file(memory, lambda path: _write(path, f"{about}\n{found}"), most=1000)
    return found


def _memory(file: Path) -> Path | None:
    """Return where the digest of a file is remembered, None where nothing can be."""
    from timeline.cache.key import digest

    with suppress(OSError, RuntimeError):
        return folder() / f"{digest(os.fsencode(file.absolute()))}.digest"
    return None


def _identity(about: os.stat_result) -> str:
    """Return what tells a state of a file from all others, "" where nothing does."""
    if os.name != "posix" or time_ns() - max(about.st_mtime_ns, about.st_ctime_ns) < _A_MOMENT:
        return ""
    return f"{about.st_dev} {about.st_ino} {about.st_size} {about.st_mtime_ns} {about.st_ctime_ns}"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="ascii")
