"""Which data files are read: those given, else where the environment or the working folder has them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SUFFIXES = (".yaml", ".yml")


def corpus_files(data: Sequence[Path], environment: Mapping[str, str], folder: Path) -> tuple[tuple[Path, ...], str]:
    """Return the data files to read, and in words where they were found.

    `data` are the paths given on the command line; without any, TIMELINE_DATA in `environment` (paths parted as
    PATH is), else `events.yaml` or `data/events.yaml` in `folder`, else the corpus that comes with the program.
    A folder stands for the .yaml and .yml files in it that are not hidden. Raises FileNotFoundError for a path that is
    not there.
    """
    if data:
        return _expanded(data), "given by --data"
    named = [Path(part) for part in environment.get("TIMELINE_DATA", "").split(os.pathsep) if part]
    if named:
        return _expanded(named), "given by TIMELINE_DATA"
    for candidate in (folder / "events.yaml", folder / "data" / "events.yaml"):
        if candidate.is_file():
            return (candidate,), "found in the working folder"
    return (bundled_corpus(),), "the bundled corpus"


def described(files: Sequence[Path], where: str) -> str:
    """Return what an output calls the data files that `corpus_files` found."""
    return where if where.startswith("the ") else f"{', '.join(map(str, files))} ({where})"


def bundled_corpus() -> Path:
    """Return the data file that comes with the program: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "data" / "events.yaml"
    return installed if installed.is_file() else package.parent / "data" / "events.yaml"


def _expanded(paths: Iterable[Path]) -> tuple[Path, ...]:
    files: dict[Path, Path] = {}
    for path in paths:
        if path.is_dir():
            named = sorted(child for child in path.iterdir() if child.suffix.lower() in SUFFIXES)
            inside = [child for child in named if not child.name.startswith(".") and not child.is_dir()]
            if not inside:
                message = f"no .yaml or .yml file in the folder {path}"
                raise FileNotFoundError(message)
        elif path.is_char_device() or path.is_block_device():
            message = f"{path} is a device, not a file"
            raise FileNotFoundError(message)
        elif path.exists():
            inside = [path]
        else:
            message = f"no such file or folder: {path}"
            raise FileNotFoundError(message)
        for file in inside:
            if not file.exists():  # a link that leads nowhere is a file that somebody misses
                message = f"no such file: {file}, which is a broken link"
                raise FileNotFoundError(message)
            files.setdefault(file.resolve(), file)
    return tuple(files.values())
