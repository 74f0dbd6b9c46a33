"""A state of the data files: as they are, or as they were in a revision of a git repository."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from timeline.cli.reading import CouldNotRunError
from timeline.load import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 1000
"""So many data files are read of a folder in a revision."""


@contextmanager
def paths_of(state: str) -> Iterator[Path]:
    """Give the path of a file or folder, or for `REV:path` that of a copy as it was in the revision.

    The copy goes when the block ends. A path that exists is taken as one, whatever is in its name.
    """
    revision, colon, path = state.partition(":")
    if Path(state).exists() or not colon or (sys.platform == "win32" and PureWindowsPath(state).drive):
        yield Path(state)
        return
    import tempfile

    with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
        yield _copied(revision, path.replace("\\", "/") if sys.platform == "win32" else path, Path(folder))


def _copied(revision: str, path: str, folder: Path) -> Path:
    if not revision or revision.startswith("-"):
        message = f"`{revision}:{path}` names no revision; write it as HEAD~1:data/events.yaml"
        raise CouldNotRunError(message)
    named = f"{revision}:{path}"
    if _git("cat-file", "-t", named).strip() == b"blob":
        return _written(folder / PurePosixPath(path).name, named)
    listed = _git("ls-tree", "-z", "--name-only", named).decode("utf-8", "surrogateescape").split("\0")
    inside = [name for name in listed if PurePosixPath(name).suffix.lower() in SUFFIXES]
    if not inside:
        message = f"no .yaml or .yml file in the folder {named}"
        raise CouldNotRunError(message)
    below = named if named.endswith((":", "/")) else f"{named}/"
    for name in inside[:_MOST]:
        _written(folder / PurePosixPath(name).name, below + name)
    return folder


def _written(target: Path, named: str) -> Path:
    target.write_bytes(_git("cat-file", "blob", named))
    return target


def _git(*arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        message = "git is needed to read a revision, and it is not there"
        raise CouldNotRunError(message) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        message = f"git cannot read `{arguments[-1]}`: {said}"
        raise CouldNotRunError(message)
    return done.stdout
