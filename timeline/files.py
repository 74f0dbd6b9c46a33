"""Which data files are read: those given, else where the environment or the working folder has them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

SUFFIXES = (".yaml", ".yml")


def corpus_files(data: Sequence[Path], environment: Mapping[str, str], folder: Path) -> tuple[tuple[Path, ...], str]:
    """Return the data files to read, and in words where they were found.

    `data` are the paths given on the command line; without any, TIMELINE_DATA in `environment` (paths parted as
    PATH is), else `events.yaml` or `data/events.yaml` in `folder`, else the corpus that comes with the program.
    A folder stands for the .yaml and .yml files in it that are not hidden. Raises FileNotFoundError for a path that is
    not there.
    """
    found = named_files(data, environment)
    if found is not None:
        return found
    from pathlib import Path

    file, where = usual_file(str(folder))
    return (Path(file),), where


def named_files(data: Sequence[Path], environment: Mapping[str, str]) -> tuple[tuple[Path, ...], str] | None:
    """Return what `corpus_files` does of paths that are given or in the environment, None where none are."""
    if data:
        return _expanded(data), "given by --data"
    if not environment.get("TIMELINE_DATA"):
        return None
    from pathlib import Path

    named = [Path(part) for part in environment.get("TIMELINE_DATA", "").split(os.pathsep) if part]
    if named:
        return _expanded(named), "given by TIMELINE_DATA"
    return None


def usual_file(folder: str = "") -> tuple[str, str]:
    """Return what `corpus_files` does where no path is named: a single one, without pathlib, slow to import."""
    for parts in (("events.yaml",), ("data", "events.yaml")):
        candidate = os.path.join(folder, *parts)
        if os.path.isfile(candidate):
            return candidate, "found in the working folder"
    return _bundled(), "the bundled corpus"


def described(files: Sequence[str | Path], where: str) -> str:
    """Return what an output calls the data files that `corpus_files` found."""
    return where if where.startswith("the ") else f"{', '.join(map(str, files))} ({where})"


def bundled_corpus() -> Path:
    """Return the data file that comes with the program: inside the installed package, or beside it in a checkout."""
    from pathlib import Path

    return Path(_bundled())


def _bundled() -> str:
    package = os.path.dirname(__file__)
    installed = os.path.join(package, "data", "events.yaml")
    return installed if os.path.isfile(installed) else os.path.join(os.path.dirname(package), "data", "events.yaml")


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
