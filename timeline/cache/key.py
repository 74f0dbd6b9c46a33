"""What an entry is found by: a digest of all that its timeline follows from."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from timeline import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path


def _sha256() -> Callable[[bytes], Any]:
    """Return what makes the digest: that of `hashlib` comes with a library of ciphers, which takes long to load."""
    for module in ("_sha2", "_sha256", "hashlib"):  # of Python 3.12, of 3.11, of any
        with suppress(ImportError, AttributeError):
            made: Callable[[bytes], Any] = import_module(module).sha256
            return made
    raise ImportError("this Python has no SHA-256")


_DIGEST = _sha256()
_LARGE = 8 * 2**20
FORM = 5
"""The version of the form in which entries are kept."""


def key_of(files: Sequence[str | Path], corpus: str) -> str | None:
    """Return the key of what data files tell, None where one of them is no plain file: a pipe is read but once.

    `corpus` is what the output calls them. Raises OSError when one cannot be read.
    """
    if not all(os.path.isfile(file) for file in files):
        return None
    parts = [str(FORM), __version__, sys.version, corpus, *_program()]
    for file in files:
        parts += (str(file), _of_file(file))
    return digest("\0".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogateescape"))


def _of_file(file: str | Path) -> str:
    with open(file, "rb") as held:
        if os.fstat(held.fileno()).st_size < _LARGE:
            return digest(held.read())
    from pathlib import Path

    from timeline.cache.large import digest_of

    return digest_of(Path(file))


def digest(held: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return str(_DIGEST(held).hexdigest())


def _program() -> Iterator[str]:
    """Yield what changes when the program does, its version or not: the modules, their sizes and times."""
    folders = [os.path.dirname(os.path.dirname(__file__))]
    while folders:
        with os.scandir(folders.pop()) as found:
            for one in sorted(found, key=lambda entry: entry.name):
                if one.name.endswith(".py"):
                    about = one.stat()
                    yield f"{one.path} {about.st_size} {about.st_mtime_ns}"
                elif one.name != "__pycache__" and one.is_dir():
                    folders.append(one.path)
